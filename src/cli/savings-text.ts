/** What a savings plan came to, as a finance officer reads it: three tables, a range under each figure. */
import {
  type SavingsAccount,
  type SavingsColumn,
  type SavingsFigure,
  type SavingsRow,
  SAVINGS_FOUND,
  SAVINGS_TABLES,
  savingsRows,
} from "../experiment/index.ts";
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import { seedsText } from "../node/seeds.ts";
import { digits } from "../report/units.ts";
import { wrapped } from "./text.ts";
import { toldData, toldHead, type Told } from "./told.ts";

export interface ToldSavings extends Told {
  readonly rest: keyof typeof SAVINGS_FOUND;
  readonly accounts: readonly SavingsAccount[];
}

/** Widest line. */
const COLUMNS = 110;

/** The same for a program: every figure with its interval and its seeds. */
export function savingsData(told: ToldSavings) {
  const { described, rest, accounts } = told;
  return {
    ...toldData(told),
    weeks: described.scenario.weeks,
    rest,
    found: SAVINGS_FOUND[rest],
    columns: SAVINGS_TABLES.flatMap(({ title, columns }) =>
      columns.map(({ key, label, unit, sentence }) => ({ table: title, key, label, unit, sentence })),
    ),
    measures: savingsRows(accounts).map(({ cause, sentence, seeds: own, figures }) => ({
      measure: cause,
      sentence,
      seeds: own,
      figures: Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, plain(figure)])),
    })),
  };
}

/** JSON has no word for what one seed cannot give. */
const plain = ({ mean, low, high, each }: SavingsFigure) =>
  each.length > 1 ? { mean, low, high, each } : { mean, low: null, high: null, each };

export function savingsText(told: ToldSavings): string {
  const { described, rest, accounts } = told;
  const { scenario, seeds } = described;
  const rows = savingsRows(accounts);
  const head = toldHead(told);
  if (rows.length === 0) {
    return `${head}\n\nThe council took no measure: there was no gap to close.`;
  }
  const years = digits(scenario.weeks / WEEKS_PER_YEAR, scenario.weeks % WEEKS_PER_YEAR < 3 ? 0 : 1);
  const span = `mean over ${seeds.length === 1 ? "one seed" : `${seeds.length} seeds`}, ${years} years`;
  const tables = SAVINGS_TABLES.map(({ title: of, columns }) => {
    const isMoney = columns.every(({ unit }) => unit === "GBP million");
    return `${wrapped(`${of} (${isMoney ? "£ million, " : ""}${span})`, COLUMNS)}\n${tableText(rows, columns)}`;
  });
  return [head, wrapped(SAVINGS_FOUND[rest], COLUMNS), ...tables, notes(rows, seeds.length)].join("\n\n");
}

function notes(rows: readonly SavingsRow[], seeds: number): string {
  const some = rows
    .filter((row) => row.seeds.length < seeds)
    .map(({ cause, seeds: own }) => `${cause} was taken in ${own.length} of ${seeds} seeds (${seedsText(own)}).`);
  const range =
    seeds === 1
      ? "One seed: no range can be given."
      : "±: half of the 95% interval of the mean over seeds. It shows run-to-run variation only.";
  return wrapped(
    [
      ...some,
      range,
      "Lines do not add up to the whole plan: measures meet the same people and the same providers.",
    ].join(" "),
    COLUMNS,
  );
}

/** Right-aligned columns under a head of several lines; the range stands under its figure. */
function tableText(rows: readonly SavingsRow[], columns: readonly SavingsColumn[]): string {
  const heads = columns.map(({ label }) => wrapped(label, 11).split("\n"));
  const height = Math.max(...heads.map(({ length }) => length));
  const lines: string[][] = Array.from({ length: height }, (_, line) => [
    line === height - 1 ? "measure" : "",
    ...heads.map((head) => head[line - height + head.length] ?? ""),
  ]);
  for (const row of rows) {
    const figures = columns.map(({ key, unit }) => ({ figure: row.figures[key], decimals: decimalsOf(unit) }));
    lines.push([row.cause, ...figures.map(({ figure, decimals }) => digits(figure.mean, decimals))]);
    if (row.seeds.length > 1) lines.push(["", ...figures.map(({ figure, decimals }) => reach(figure, decimals))]);
  }
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at]))).join("  "))
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}

const reach = ({ low, high }: SavingsFigure, decimals: number): string => `± ${digits((high - low) / 2, decimals)}`;

function decimalsOf(unit: SavingsColumn["unit"]): number {
  if (unit === "GBP million") return 2;
  return unit === "points, 0 to 24" ? 3 : 0;
}
