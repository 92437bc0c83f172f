/** A run becomes rows of four tables: a row a week, a row a financial year, a row an event, a row a person. */
import { daysFromIso } from "../../kernel/calendar.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import type { Column, EventKind, RunResult } from "../../simulation/result.ts";
import type { StoredColumn, StoredType, Values } from "./parquet.ts";

export const TABLES = ["weekly", "yearly", "events", "people"] as const;
export type TableName = (typeof TABLES)[number];

/** What the engine says about its own output, so that the store can describe each column. */
export interface EngineLegend {
  readonly measures: readonly MeasureInfo[];
  readonly eventKinds: readonly EventKind[];
  readonly eventCauses: readonly string[];
}

/** How one table is made: its columns, and one run's rows for them. */
export interface TableForm {
  readonly columns: readonly StoredColumn[];
  readonly rows: (run: RunResult) => Values[];
}

const column = (name: string, type: StoredType, unit: string, sentence: string): StoredColumn => ({
  name,
  type,
  unit,
  sentence,
});

const SEED = column("seed", "text", "seed", "The seed of the run.");
const WEEK = column("week", "int", "week", "Recorded week, from 0.");
const MONDAY = column("monday", "date", "date", "The Monday on which the week starts.");

const repeated = <V>(value: V, count: number): V[] => Array.from({ length: count }, () => value);

/** All four, for one shape of result: every run of a scenario has the same measures and the same columns of people. */
export function tableForms(shape: RunResult, legend: EngineLegend): Readonly<Record<TableName, TableForm>> {
  return {
    weekly: weeklyForm(measured(shape.weekly, legend)),
    yearly: yearlyForm(measured(shape.yearly, legend)),
    events: eventsForm(legend),
    people: peopleForm(shape.people),
  };
}

/** The series that the run holds, in the order in which they are declared. */
const measured = (series: RunResult["weekly"], legend: EngineLegend): StoredColumn[] =>
  legend.measures
    .filter(({ key }) => Object.hasOwn(series, key))
    .map(({ key, label, unit, sentence }) => column(key, "double", unit, `${label}. ${sentence}`));

function weeklyForm(series: readonly StoredColumn[]): TableForm {
  return {
    columns: [SEED, WEEK, MONDAY, ...series],
    rows: (run) => [
      repeated(run.seed, run.weeks),
      Array.from({ length: run.weeks }, (_, week) => week),
      run.mondays.map(daysFromIso),
      ...series.map(({ name }) => run.weekly[name]),
    ],
  };
}

function yearlyForm(series: readonly StoredColumn[]): TableForm {
  const year = column("year", "text", "financial year", "Weeks whose Monday lies from 1 April to 31 March.");
  const weeks = column("weeks", "int", "weeks", "Recorded weeks in that financial year.");
  return {
    columns: [SEED, year, weeks, ...series],
    rows: (run) => [
      repeated(run.seed, run.years.length),
      run.years,
      weeksInYears(run),
      ...series.map(({ name }) => run.yearly[name]),
    ],
  };
}

function weeksInYears(run: RunResult): number[] {
  const weeks = repeated(0, run.years.length);
  for (const year of run.yearOfWeek) weeks[year]++;
  return weeks;
}

function eventsForm(legend: EngineLegend): TableForm {
  return {
    columns: [
      SEED,
      WEEK,
      MONDAY,
      column("kind", "text", "code", "What happened."),
      column("agent", "key", "agent key", "To whom it happened; 0 for the council."),
      column("other", "key", "agent key", "The other party; 0 for none."),
      column("amount", "double", "by kind", "A quantity in the unit that the kind names."),
      column("cause", "text", "code", "Why it happened."),
    ],
    rows: ({ seed, mondays, events }) => {
      const days = mondays.map(daysFromIso);
      return [
        repeated(seed, events.week.length),
        events.week,
        Array.from(events.week, (week) => days[week]),
        Array.from(events.kind, (kind) => legend.eventKinds[kind].code),
        events.agent,
        events.other,
        events.amount,
        Array.from(events.cause, (cause) => legend.eventCauses[cause]),
      ];
    },
  };
}

/** Everybody of a run, as the run's table of people has them. */
export function peopleForm(people: readonly Column[]): TableForm {
  return {
    columns: [
      SEED,
      ...people.map(({ name, unit, sentence, values }) => column(name, storedType(values), unit, sentence)),
    ],
    rows: (run) => [repeated(run.seed, run.people[0]?.values.length ?? 0), ...run.people.map(({ values }) => values)],
  };
}

function storedType(values: Column["values"]): StoredType {
  if (values instanceof Float64Array) return "double";
  return values instanceof Uint32Array ? "key" : "int";
}
