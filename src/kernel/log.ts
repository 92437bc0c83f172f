/** A list of records that only grows, as columns. */
import type { ColumnSpec, Columns, Schema } from "./table.ts";

const ARRAYS = Object.freeze({ u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array });
const FIRST_CAPACITY = 1024;

export class Log<S extends Schema> {
  /** Replaced when the log grows: read it afresh after `append`. */
  columns: Columns<S>;
  count = 0;
  private capacity = FIRST_CAPACITY;

  constructor(readonly schema: S) {
    this.columns = this.allocate();
  }

  /** A new record, all zero; returns its place. */
  append(): number {
    if (this.count === this.capacity) {
      const before = this.columns;
      this.capacity *= 2;
      this.columns = this.allocate();
      for (const name of Object.keys(this.schema)) (this.columns[name] as Float64Array).set(before[name]);
    }
    return this.count++;
  }

  private allocate(): Columns<S> {
    const entries = Object.entries<ColumnSpec>(this.schema);
    return Object.fromEntries(
      entries.map(([name, spec]) => [name, new ARRAYS[spec.type](this.capacity)]),
    ) as Columns<S>;
  }
}
