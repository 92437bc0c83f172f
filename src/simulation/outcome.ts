/** From a finished run to its result: years, events, people. */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import type { Measure } from "../model/measures/index.ts";
import { Departed, NOT_LEFT } from "../model/world/departed.ts";
import type { World } from "../model/world/world.ts";
import type { Recorder } from "./recorder.ts";
import type { Column, EventTable, RunFigures, RunResult } from "./result.ts";
import type { Dates } from "./timetable.ts";

export interface Finished {
  readonly world: World;
  readonly recorder: Recorder;
  readonly seed: string;
  readonly scenarioHash: string;
  readonly dates: Dates;
  readonly measures: readonly Measure[];
}

export const resultOf = (run: Finished): RunResult => ({
  ...figuresOf(run),
  events: eventsOf(run.world),
  people: peopleOf(run.world),
});

/** All but events and people. */
export function figuresOf({ world, recorder, seed, scenarioHash, dates, measures }: Finished): RunFigures {
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
    warnings: [...world.warnings],
  };
}

/** One figure a financial year; sums of 52 or 53 weeks are scaled to the mean year before they are compared. */
function yearlyOf(measure: Measure, series: Float64Array, dates: Dates): Float64Array {
  const years = dates.years.length;
  const sums = new Float64Array(years);
  const counts = new Float64Array(years);
  const lasts = new Float64Array(years).fill(Number.NaN);
  const mosts = new Float64Array(years).fill(-Infinity);
  for (let week = 0; week < series.length; week++) {
    const value = series[week];
    if (Number.isNaN(value)) continue;
    const year = dates.yearOfWeek[week];
    sums[year] += value;
    counts[year] += 1;
    lasts[year] = value;
    mosts[year] = Math.max(mosts[year], value);
  }
  return sums.map((sum, year) => {
    if (counts[year] === 0) return Number.NaN;
    if (measure.yearly === "last") return lasts[year];
    if (measure.yearly === "most") return mosts[year];
    return measure.yearly === "mean" ? sum / counts[year] : (sum / counts[year]) * WEEKS_PER_YEAR;
  });
}

/** The decisions and turning points of recorded weeks. */
function eventsOf(world: World): EventTable {
  const { burnInWeeks } = world.timetable;
  const { count, columns } = world.events;
  let first = 0;
  while (first < count && columns.week[first] < burnInWeeks) first++;
  return {
    week: columns.week.slice(first, count).map((week) => week - burnInWeeks),
    kind: columns.kind.slice(first, count),
    agent: columns.agent.slice(first, count),
    other: columns.other.slice(first, count),
    amount: columns.amount.slice(first, count),
    cause: columns.cause.slice(first, count),
  };
}

/** Everybody whom recorded weeks saw with care, by key; weeks count from the first recorded one. */
function peopleOf(world: World): readonly Column[] {
  const { people, departed, timetable } = world;
  const { openingLife } = people.columns;
  const everybody = new Departed();
  for (let index = 0; index < people.liveCount; index++) {
    if (openingLife[people.live[index]] >= 0) everybody.add(people, people.live[index], NOT_YET);
  }
  const first = departed.count;
  const count = first + everybody.count;
  const order = orderByKey(departed, everybody);
  const names = Object.keys(departed.schema) as (keyof typeof departed.schema)[];
  return names.map((name) => {
    const joined = new Float64Array(count);
    joined.set(departed.columns[name].subarray(0, first));
    joined.set(everybody.columns[name].subarray(0, everybody.count), first);
    const { unit, sentence } = departed.schema[name];
    const values = name === "person" ? new Uint32Array(count) : new Int32Array(count);
    for (let index = 0; index < count; index++) {
      const value = joined[order[index]];
      if (unit === "week") values[index] = value === NOT_YET ? NOT_LEFT : value - timetable.burnInWeeks;
      else values[index] = unit === "points" ? Math.round(value * 100) : value;
    }
    return { name, unit: unit === "points" ? "hundredths of a point" : unit, sentence, values };
  });
}

/** Places in `gone` then `here`, by ascending key. Key and place share a double exactly: 32 and 21 bits. */
function orderByKey(gone: Departed, here: Departed): Int32Array {
  const PLACES = 2_097_152;
  const packed = new Float64Array(gone.count + here.count);
  for (let index = 0; index < packed.length; index++) {
    const key = index < gone.count ? gone.columns.person[index] : here.columns.person[index - gone.count];
    packed[index] = key * PLACES + index;
  }
  return Int32Array.from(packed.sort(), (value) => value % PLACES);
}
const NOT_YET = -1;
