/** When things happen in a run: eras, financial years, the dates of weeks. */
import { daysFromIso, financialYearLabel, financialYearOf, isoFromDays } from "../kernel/index.ts";
import type { Timetable } from "../model/world/world.ts";
import { compileEras } from "./eras.ts";
import type { ResolvedScenario } from "./scenario/resolved.ts";

export interface Dates {
  readonly mondays: readonly string[];
  readonly years: readonly string[];
  readonly yearOfWeek: Int32Array;
}

/** The timetable of a scenario: April begins with the first Monday on or after 1 April, the opening year excepted. */
export function timetableOf(scenario: ResolvedScenario): Timetable {
  const { eras, eraOfWeek } = compileEras(scenario);
  const startDay = daysFromIso(scenario.start);
  const aprilWeek = new Uint8Array(scenario.burnInWeeks + scenario.weeks);
  for (let week = 1; week < scenario.weeks; week++) {
    const monday = startDay + 7 * week;
    const begins = financialYearOf(monday) !== financialYearOf(monday - 7);
    if (begins) aprilWeek[scenario.burnInWeeks + week] = 1;
  }
  return { eras, eraOfWeek, burnInWeeks: scenario.burnInWeeks, weeks: scenario.weeks, startDay, aprilWeek };
}

/** Mondays of the recorded weeks and the financial years they lie in. */
export function datesOf(scenario: ResolvedScenario): Dates {
  const startDay = daysFromIso(scenario.start);
  const mondays: string[] = [];
  const years: string[] = [];
  const yearOfWeek = new Int32Array(scenario.weeks);
  for (let week = 0; week < scenario.weeks; week++) {
    const monday = startDay + 7 * week;
    mondays.push(isoFromDays(monday));
    const label = financialYearLabel(financialYearOf(monday));
    if (years.at(-1) !== label) years.push(label);
    yearOfWeek[week] = years.length - 1;
  }
  return { mondays, years, yearOfWeek };
}
