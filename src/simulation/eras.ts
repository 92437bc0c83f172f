/** Between two dates of change nothing that anybody decided changes: an era. */
import { daysFromIso, mondayOnOrAfter } from "../kernel/calendar.ts";
import { type Era, GROUPS, type Subject, subjects as allSubjects, toEngineUnit } from "../model/levers/index.ts";
import type { ResolvedScenario } from "./scenario/resolved.ts";

export interface Eras<E = Era> {
  readonly eras: readonly E[];
  /** Index into `eras` of each week, counted from the first burn-in week. */
  readonly eraOfWeek: Int32Array;
}

/** The parameters of every week, money in pence: burn-in weeks have those in force on the start date. */
export const compileEras = (scenario: ResolvedScenario): Eras => compileErasOf<Era>(allSubjects, scenario);

/**
 * As `compileEras`, for any registry. Each era is frozen and all have one shape; a by-group parameter is an array of
 * four that no phase may write to. Throws an Error where the scenario lacks a value, which a resolved one never does.
 */
export function compileErasOf<E>(subjects: Readonly<Record<string, Subject>>, scenario: ResolvedScenario): Eras<E> {
  const { start, weeks, burnInWeeks, values } = scenario;
  const startDay = daysFromIso(start);
  const beginnings = beginningsOf(scenario, startDay);
  const eras = beginnings.map((monday) => eraAt(subjects, values, monday) as E);
  const eraOfWeek = new Int32Array(burnInWeeks + weeks);
  let era = 0;
  for (let week = burnInWeeks; week < eraOfWeek.length; week++) {
    const monday = startDay + 7 * (week - burnInWeeks);
    while (era + 1 < beginnings.length && beginnings[era + 1] <= monday) era++;
    eraOfWeek[week] = era;
  }
  return { eras, eraOfWeek };
}

/** The Mondays on which an era begins, the start first; what acts after the end begins none. */
function beginningsOf({ weeks, values }: ResolvedScenario, startDay: number): readonly number[] {
  const mondays = new Set([startDay]);
  for (const path of Object.values(values)) {
    for (const { from } of path) {
      const monday = mondayOf(from);
      if (monday > startDay && monday < startDay + 7 * weeks) mondays.add(monday);
    }
  }
  return [...mondays].sort((left, right) => left - right);
}

/** When a step acts: from the very beginning, or from the first Monday on or after its date. */
const mondayOf = (from: string): number => (from === "" ? -Infinity : mondayOnOrAfter(daysFromIso(from)));

function eraAt(
  subjects: Readonly<Record<string, Subject>>,
  values: ResolvedScenario["values"],
  monday: number,
): Readonly<Record<string, Readonly<Record<string, number | string | Float64Array>>>> {
  const valueOf = (path: string): number | string => {
    const value = values[path]?.filter(({ from }) => mondayOf(from) <= monday).at(-1)?.value;
    if (value === undefined) throw new Error(`the scenario says nothing about ${path}`);
    return value;
  };
  const bySubject = Object.entries(subjects).map(([subject, rows]) => {
    const inUnit = (value: number | string, unit: string): number => toEngineUnit(unit, Number(value));
    // All eras are born alike and filled afterwards: one hidden shape, whole numbers or not, keeps the engine fast.
    const era: Record<string, number | string | Float64Array> = Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [name, row.type === "choice" ? "" : 0.5]),
    );
    for (const [name, row] of Object.entries(rows)) {
      const path = `${subject}.${name}`;
      if (row.type === "choice") era[name] = valueOf(path);
      else if (row.type === "number") era[name] = inUnit(valueOf(path), row.unit);
      else era[name] = Float64Array.from(GROUPS, (group) => inUnit(valueOf(`${path}.${group}`), row.unit));
    }
    return [subject, Object.freeze(era)] as const;
  });
  return Object.freeze(Object.fromEntries(bySubject));
}
