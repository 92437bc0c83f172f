/** A figure that parameters and facts rest on. */
export interface Evidence {
  /** As parameters name it: E2-008. */
  readonly id: string;
  /** A: read at the source or in a report of it. B: an official statistic, from memory. C: approximate, no better than an assumption. */
  readonly confidence: "A" | "B" | "C";
  readonly quantity: string;
  readonly value: string;
  readonly unit: string;
  readonly year: string;
  readonly place: string;
  readonly source: string;
}

/** Reads a table of eight columns parted by bars, one row a line. Throws a RangeError where a row has not eight. */
export function rowsOf(table: string): readonly Evidence[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      if (cells.length !== 8) throw new RangeError(`evidence has eight columns: ${line}`);
      const [id, confidence, quantity, value, unit, year, place, source] = cells;
      return { id, confidence: confidence as Evidence["confidence"], quantity, value, unit, year, place, source };
    });
}
