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
  const changes = changesOf(scenario, startDay);
  const beginnings = [...changes.keys()].sort((left, right) => left - right);
  const eras: CompiledEra[] = [];
  for (const monday of beginnings) {
    const changed = changes.get(monday) ?? new Set<string>();
    eras.push(eraAt(subjects, values, monday, changed, eras.at(-1)));
  }
  const eraOfWeek = new Int32Array(burnInWeeks + weeks);
  let era = 0;
  for (let week = burnInWeeks; week < eraOfWeek.length; week++) {
    const monday = startDay + 7 * (week - burnInWeeks);
    while (era + 1 < beginnings.length && beginnings[era + 1] <= monday) era++;
    eraOfWeek[week] = era;
  }
  return { eras: eras as readonly unknown[] as readonly E[], eraOfWeek };
}

/** By subject its parameters, in the engine's units. */
type CompiledEra = Readonly<Record<string, Readonly<Record<string, number | string | Float64Array>>>>;

/**
 * The Mondays on which an era begins, the start among them, each with the subjects in which something changes then; what
 * acts after the end begins none.
 */
function changesOf({ weeks, values }: ResolvedScenario, startDay: number): Map<number, Set<string>> {
  const changes = new Map([[startDay, new Set<string>()]]);
  for (const [path, steps] of Object.entries(values)) {
    for (const { from } of steps) {
      const monday = mondayOf(from);
      if (monday <= startDay || monday >= startDay + 7 * weeks) continue;
      const changed = changes.get(monday) ?? new Set<string>();
      changes.set(monday, changed.add(path.slice(0, path.indexOf("."))));
    }
  }
  return changes;
}

/** When a step acts: from the very beginning, or from the first Monday on or after its date. */
const mondayOf = (from: string): number => (from === "" ? -Infinity : mondayOnOrAfter(daysFromIso(from)));

/** The parameters from a Monday on; a subject in which nothing changes then is that of the era before. */
function eraAt(
  subjects: Readonly<Record<string, Subject>>,
  values: ResolvedScenario["values"],
  monday: number,
  changed: ReadonlySet<string>,
  before: CompiledEra | undefined,
): CompiledEra {
  const valueOf = (path: string): number | string => {
    const steps = values[path] ?? [];
    let last = steps.length - 1;
    while (last >= 0 && mondayOf(steps[last].from) > monday) last--;
    if (last < 0) throw new Error(`the scenario says nothing about ${path}`);
    return steps[last].value;
  };
  const bySubject = Object.entries(subjects).map(([subject, rows]) => {
    if (before !== undefined && !changed.has(subject)) return [subject, before[subject]] as const;
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
