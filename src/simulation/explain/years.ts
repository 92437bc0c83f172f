/** How an agent stood, year by year: means over the weeks of the year, last values, and counts. */
import type { Fact, YearRow } from "./explanation.ts";
import { fact } from "./teller.ts";

type How = "mean" | "last" | "sum";

interface Cell {
  sum: number;
  count: number;
  last: number | string;
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
    if (typeof value === "number" && !Number.isFinite(value)) return;
    this.rows.set(row.name, row);
    const ofYear = this.cells.get(year) ?? new Map<string, Cell>();
    this.cells.set(year, ofYear);
    const cell = ofYear.get(row.name) ?? { sum: 0, count: 0, last: value };
    ofYear.set(row.name, cell);
    cell.sum += typeof value === "number" ? value : 0;
    cell.count += 1;
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

function valueOf(how: How, { sum, count, last }: Cell): number | string {
  if (how === "last") return last;
  return how === "mean" ? sum / count : sum;
}

export const mean = (name: string, label: string, unit: string): Row => ({ name, label, unit, how: "mean" });
export const last = (name: string, label: string, unit = ""): Row => ({ name, label, unit, how: "last" });
export const sum = (name: string, label: string, unit: string): Row => ({ name, label, unit, how: "sum" });
