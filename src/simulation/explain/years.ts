/** How an agent stood, year by year: means over the weeks of the year, last values, counts, and words in turn. */
import type { Fact, YearRow } from "./explanation.ts";
import { fact } from "./teller.ts";

type How = "mean" | "last" | "sum" | "each";

interface Cell {
  sum: number;
  count: number;
  last: number | string;
  /** Words in the order in which they came, each stretch of the same once. */
  readonly said: string[];
}

interface Row {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly how: How;
}

export class Years {
  private readonly rows = new Map<string, Row>();
  private readonly cells = new Map<string, Map<string, Cell>>();

  /** Takes in one week's value; one that is not a number does not count. */
  add(year: string, row: Row, value: number | string): void {
    // Its place in the table is that of the first week all the same.
    this.rows.set(row.name, row);
    if (typeof value === "number" && !Number.isFinite(value)) return;
    const ofYear = this.cells.get(year) ?? new Map<string, Cell>();
    this.cells.set(year, ofYear);
    const cell = ofYear.get(row.name) ?? { sum: 0, count: 0, last: value, said: [] };
    ofYear.set(row.name, cell);
    cell.sum += typeof value === "number" ? value : 0;
    cell.count += 1;
    if (typeof value === "string" && cell.said.at(-1) !== value) cell.said.push(value);
    cell.last = value;
  }

  /** Every year in order, every row in the order in which it first came. */
  table(): YearRow[] {
    return [...this.cells].map(([year, cells]) => ({
      year,
      facts: [...this.rows.values()].flatMap((row): Fact[] => {
        const cell = cells.get(row.name);
        if (cell === undefined) return [];
        return [fact(row.name, row.label, valueOf(row.how, cell), row.unit)];
      }),
    }));
  }
}

/** Between words of one year. */
export const THEN = ", then ";

function valueOf(how: How, { sum, count, last, said }: Cell): number | string {
  if (how === "each") return said.join(THEN);
  if (how === "last") return last;
  return how === "mean" ? sum / count : sum;
}

export const mean = (name: string, label: string, unit: string): Row => ({ name, label, unit, how: "mean" });
export const last = (name: string, label: string, unit: string): Row => ({ name, label, unit, how: "last" });
export const sum = (name: string, label: string, unit: string): Row => ({ name, label, unit, how: "sum" });
/** Words: all that held in the year, in order. */
export const inTurn = (name: string, label: string): Row => ({ name, label, unit: "", how: "each" });
