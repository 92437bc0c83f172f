/** From a finished run to its result: years, events, people. */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import type { Measure } from "../model/measures/index.ts";
import { Stage } from "../model/world/codes.ts";
import type { World } from "../model/world/world.ts";
import type { Recorder } from "./recorder.ts";
import type { Column, EventTable, RunResult } from "./result.ts";
import type { Dates } from "./timetable.ts";

interface Finished {
  readonly world: World;
  readonly recorder: Recorder;
  readonly seed: string;
  readonly scenarioHash: string;
  readonly dates: Dates;
  readonly measures: readonly Measure[];
}

export function resultOf({ world, recorder, seed, scenarioHash, dates, measures }: Finished): RunResult {
  const weekly: Record<string, Float64Array> = {};
  const yearly: Record<string, Float64Array> = {};
  measures.forEach((measure, index) => {
    weekly[measure.key] = recorder.series[index];
    yearly[measure.key] = yearlyOf(measure, recorder.series[index], dates);
  });
  return {
    scenarioHash,
    seed,
    weeks: dates.mondays.length,
    digest: recorder.digest.hex(),
    weekDigests: recorder.weekDigests,
    ...dates,
    weekly,
    yearly,
    events: eventsOf(world),
    people: peopleOf(world),
    warnings: [],
  };
}

/** One figure a financial year; sums of 52 or 53 weeks are scaled to the mean year before they are compared. */
function yearlyOf(measure: Measure, series: Float64Array, dates: Dates): Float64Array {
  const years = dates.years.length;
  const sums = new Float64Array(years);
  const counts = new Float64Array(years);
  const lasts = new Float64Array(years).fill(Number.NaN);
  for (let week = 0; week < series.length; week++) {
    const value = series[week];
    if (Number.isNaN(value)) continue;
    const year = dates.yearOfWeek[week];
    sums[year] += value;
    counts[year] += 1;
    lasts[year] = value;
  }
  return sums.map((sum, year) => {
    if (counts[year] === 0) return Number.NaN;
    if (measure.yearly === "last") return lasts[year];
    return measure.yearly === "mean" ? sum / counts[year] : (sum / counts[year]) * WEEKS_PER_YEAR;
  });
}

/** The decisions and turning points of recorded weeks. */
function eventsOf(world: World): EventTable {
  const { events, timetable } = world;
  let first = 0;
  while (first < events.count && events.week[first] < timetable.burnInWeeks) first++;
  return {
    week: events.week.slice(first, events.count).map((week) => week - timetable.burnInWeeks),
    kind: events.kind.slice(first, events.count),
    agent: events.agent.slice(first, events.count),
    other: events.other.slice(first, events.count),
    amount: events.amount.slice(first, events.count),
    cause: events.cause.slice(first, events.count),
  };
}

/** Everybody whom recorded weeks saw with care, by key. */
function peopleOf(world: World): readonly Column[] {
  const { people, timetable } = world;
  const { openingLife } = people.columns;
  const rows = Array.from({ length: people.rows }, (_, row) => row)
    .filter((row) => openingLife[row] >= 0)
    .sort((a, b) => people.keys[a] - people.keys[b]);
  const pick = <A extends Int32Array | Float64Array | Uint8Array>(values: A): A => {
    const picked = values.slice(0, rows.length) as A;
    rows.forEach((row, index) => (picked[index] = values[row]));
    return picked;
  };
  const columns = people.columns;
  const keys = new Uint32Array(rows.map((row) => people.keys[row]));
  const entered = pick(columns.enteredWeek).map((week) => week - timetable.burnInWeeks);
  const hundredths = (values: Float64Array): Int32Array =>
    Int32Array.from(pick(values), (value) => Math.round(value * 100));
  const left = new Uint8Array(rows.map((row) => (columns.stage[row] === Stage.gone ? 1 : 0)));
  return [
    { name: "person", unit: "key", sentence: "Stable across policies.", values: keys },
    {
      name: "group",
      unit: "code",
      sentence: "0 older, 1 physical, 2 learning, 3 mental.",
      values: pick(columns.group),
    },
    { name: "zone", unit: "zone", sentence: "Where the person lives.", values: pick(columns.zone) },
    { name: "entered", unit: "week", sentence: "Week of the referral; negative before recording.", values: entered },
    { name: "left", unit: "flag", sentence: "1 where the person had left care by the end.", values: left },
    { name: "funding", unit: "code", sentence: "Route to care at the last.", values: pick(columns.funding) },
    { name: "service", unit: "code", sentence: "Kind of care at the last.", values: pick(columns.service) },
    {
      name: "assessed",
      unit: "minutes per week",
      sentence: "Care agreed at the last.",
      values: pick(columns.assessed),
    },
    {
      name: "openingLife",
      unit: "hundredths of a point",
      sentence: "Quality of life in the first recorded week of care.",
      values: hundredths(columns.openingLife),
    },
    {
      name: "life",
      unit: "hundredths of a point",
      sentence: "Quality of life at the last.",
      values: hundredths(columns.life),
    },
    { name: "toppedUp", unit: "flag", sentence: "1 where the person ever topped up.", values: pick(columns.toppedUp) },
  ];
}
