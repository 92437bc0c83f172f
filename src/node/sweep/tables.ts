/** The cells of a sweep as three tables: a row a run, a row a run and financial year, a row a run and week. */
import { daysFromIso } from "../../kernel/calendar.ts";
import type { PlannedArm } from "../../experiment/sweeps/index.ts";
import { datesOf } from "../../simulation/timetable.ts";
import { legend } from "../legend.ts";
import type { FileMark } from "../store/checksum.ts";
import { type StoredColumn, TableWriter, type Values } from "../store/parquet.ts";
import type { Cell } from "./cell.ts";
import type { CellStore } from "./cell-store.ts";
import { weeklyKeys } from "./cells-of.ts";
import type { SweepDesign } from "./design.ts";

export const SWEEP_TABLES = ["runs", "yearly", "weekly"] as const;
export type SweepTable = (typeof SWEEP_TABLES)[number];

const column = (name: string, type: StoredColumn["type"], unit: string, sentence: string): StoredColumn => ({
  name,
  type,
  unit,
  sentence,
});

const ARM = column("arm", "int", "place", "Place of the arm in the design, from 0.");
const SEED = column("seed", "text", "seed", "The seed of the run.");

interface Form {
  readonly columns: readonly StoredColumn[];
  readonly rows: (arm: PlannedArm, seed: string, cell: Cell | undefined) => readonly Values[] | undefined;
}

/** Writes one table, arm by arm and seed by seed, in the order of the design. */
export function writeSweepTable(path: string, design: SweepDesign, store: CellStore, table: SweepTable): FileMark {
  const { columns, rows } = FORMS[table](design, store);
  const writer = new TableWriter(path, columns);
  try {
    for (const arm of design.arms) {
      for (const seed of design.seeds) {
        const cell = store.read({ scenarioHash: arm.scenarioHash, seed }, table === "weekly");
        const made = rows(arm, seed, cell);
        if (made !== undefined) writer.add(made);
      }
    }
    return writer.close();
  } finally {
    writer.abandon();
  }
}

const repeated = <V>(value: V, count: number): V[] => Array.from({ length: count }, () => value);

/** The arm's settings as columns, so that a table can be read alone. */
function axisColumns({ axes }: SweepDesign): readonly StoredColumn[] {
  return axes.map(({ name, label, unit, values }) =>
    column(name, values.every((value) => typeof value === "number") ? "double" : "text", unit, label),
  );
}

const axisValues = ({ axes }: SweepDesign, arm: PlannedArm, count: number): Values[] =>
  axes.map(({ name, values }) => {
    const value = arm.settings[name];
    const isOfNumbers = values.every((each) => typeof each === "number");
    return isOfNumbers ? repeated(Number(value), count) : repeated(String(value), count);
  });

const FORMS: Readonly<Record<SweepTable, (design: SweepDesign, store: CellStore) => Form>> = {
  runs: (design, store) => ({
    columns: [
      ARM,
      SEED,
      ...axisColumns(design),
      column("label", "text", "words", "The arm in words."),
      column("scenario_hash", "text", "hash", "Hash of the arm's resolved scenario."),
      column("status", "text", "choice", "done, failed or missing."),
      column("digest", "text", "digest", "Digest of the run; empty where it did not finish."),
      column("reason", "text", "words", "Why the run failed; empty where it did not."),
    ],
    rows: (arm, seed, cell) => {
      const failure = store.failure({ scenarioHash: arm.scenarioHash, seed });
      const status = failure !== undefined ? "failed" : cell === undefined ? "missing" : "done";
      const words = [arm.label, arm.scenarioHash, status, cell?.digest ?? "", failure?.reason ?? ""];
      return [[arm.index], [seed], ...axisValues(design, arm, 1), ...words.map((each) => [each])];
    },
  }),
  yearly: (design) => {
    const series = legend.measures.map(({ key, label, unit, sentence }) =>
      column(key, "double", unit, `${label}. ${sentence}`),
    );
    const year = column("year", "text", "financial year", "Weeks whose Monday lies from 1 April to 31 March.");
    const { years, yearOfWeek } = datesOf(design.scenario);
    const weeks = column("weeks", "int", "weeks", "Recorded weeks in that financial year.");
    const weeksIn = years.map((_, index) => yearOfWeek.filter((each) => each === index).length);
    return {
      columns: [ARM, SEED, ...axisColumns(design), year, weeks, ...series],
      rows: (arm, seed, cell) => {
        if (cell === undefined) return undefined;
        const head = [repeated(arm.index, years.length), repeated(seed, years.length)];
        const values = series.map(({ name }) => cell.yearly[name]);
        return [...head, ...axisValues(design, arm, years.length), years, weeksIn, ...values];
      },
    };
  },
  weekly: (design) => {
    const keys = new Set(weeklyKeys(design.weekly));
    const series = legend.measures
      .filter(({ key }) => keys.has(key))
      .map(({ key, label, unit, sentence }) => column(key, "double", unit, `${label}. ${sentence}`));
    const days = datesOf(design.scenario).mondays.map(daysFromIso);
    const week = column("week", "int", "week", "Recorded week, from 0.");
    const monday = column("monday", "date", "date", "The Monday on which the week starts.");
    const weeks = days.map((_, index) => index);
    return {
      columns: [ARM, SEED, ...axisColumns(design), week, monday, ...series],
      rows: (arm, seed, cell) => {
        if (cell === undefined) return undefined;
        const head = [repeated(arm.index, weeks.length), repeated(seed, weeks.length)];
        const values = series.map(({ name }) => cell.weekly[name]);
        return [...head, ...axisValues(design, arm, weeks.length), weeks, days, ...values];
      },
    };
  },
};
