/**
 * Agents live in columns: one typed array per property, one row per agent.
 *
 * `live` lists the rows of the living in ascending key order, so that every loop over it, and every sum in it, is the
 * same however rows are stored. Rows move only in `compact`, between weeks: the living then stand side by side, which
 * is what keeps a long run fast (docs/decisions/0008-compaction.md). Keys never change and are never reused.
 */

export interface ColumnSpec<T extends ColumnType = ColumnType> {
  readonly type: T;
  readonly unit: string;
  readonly sentence: string;
  /** Name of the table whose rows this column holds, -1 for none. */
  readonly refersTo?: string;
}

interface ArrayOf {
  u8: Uint8Array;
  i32: Int32Array;
  u32: Uint32Array;
  f64: Float64Array;
}
export type ColumnType = keyof ArrayOf;
export type Schema = Readonly<Record<string, ColumnSpec>>;
export type Columns<S extends Schema> = { -readonly [K in keyof S]: ArrayOf[S[K]["type"]] };

const ARRAYS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array } as const;

/** Small whole numbers from 0 to 255: codes, flags, bands. */
export const u8 = (unit: string, sentence: string): ColumnSpec<"u8"> => ({ type: "u8", unit, sentence });
/** Whole numbers: minutes, pence that stay small, weeks. */
export const i32 = (unit: string, sentence: string): ColumnSpec<"i32"> => ({ type: "i32", unit, sentence });
/** Keys. */
export const u32 = (unit: string, sentence: string): ColumnSpec<"u32"> => ({ type: "u32", unit, sentence });
/** Reals, and whole pence. */
export const f64 = (unit: string, sentence: string): ColumnSpec<"f64"> => ({ type: "f64", unit, sentence });
/** A row of another table, -1 for none. */
export const rowOf = (table: string, sentence: string): ColumnSpec<"i32"> => ({
  type: "i32",
  unit: "row",
  sentence,
  refersTo: table,
});

export class Table<S extends Schema> {
  /** Replaced when the table grows: take columns into locals after the last `add` of a phase, never before. */
  columns: Columns<S>;
  keys: Uint32Array;
  live: Int32Array;
  liveCount = 0;
  rows = 0;
  private capacity: number;
  /** No state, and so out of sight of those who take a table's state. */
  readonly #name: string;
  readonly #schema: S;

  constructor(name: string, schema: S, capacity: number) {
    this.#name = name;
    this.#schema = schema;
    this.capacity = Math.max(16, capacity);
    this.keys = new Uint32Array(this.capacity);
    this.live = new Int32Array(this.capacity);
    this.columns = Object.fromEntries(
      Object.entries(schema).map(([name_, spec]) => [name_, new ARRAYS[spec.type](this.capacity)]),
    ) as Columns<S>;
    this.clearReferences(0);
  }

  get name(): string {
    return this.#name;
  }

  get schema(): S {
    return this.#schema;
  }

  /** A new row, all zero and referring to nobody, alive, in its place by key; keys must differ. */
  add(key: number): number {
    if (this.rows === this.capacity) this.grow();
    const row = this.rows++;
    const { keys, live } = this;
    keys[row] = key;
    let place = this.liveCount++;
    for (; place > 0 && keys[live[place - 1]] > key; place--) live[place] = live[place - 1];
    if (place > 0 && keys[live[place - 1]] === key) throw new RangeError(`${this.name}: key ${key} stands twice`);
    live[place] = row;
    return row;
  }

  /** Whether somebody alive has this key; quick for late keys. */
  hasLive(key: number): boolean {
    for (let index = this.liveCount - 1; index >= 0; index--) {
      const other = this.keys[this.live[index]];
      if (other <= key) return other === key;
    }
    return false;
  }

  /** Drops from `live` every row for which `gone` is not 0; the rows themselves stay. */
  sweep(gone: Uint8Array): void {
    this.liveCount = keep(this.live, this.liveCount, gone);
  }

  /**
   * Moves the living to the front in key order and forgets the dead.
   *
   * @returns by old row the new one, -1 for the dead, for columns elsewhere that refer to this table
   */
  compact(): Int32Array {
    const { live, liveCount } = this;
    const moved = new Int32Array(this.rows).fill(-1);
    for (let index = 0; index < liveCount; index++) moved[live[index]] = index;
    const order = live.subarray(0, liveCount);
    for (const name of Object.keys(this.schema)) gather(this.columns[name], order);
    gather(this.keys, order);
    for (let index = 0; index < liveCount; index++) live[index] = index;
    this.rows = liveCount;
    this.clearReferences(liveCount);
    return moved;
  }

  private grow(): void {
    const before = this.capacity;
    this.capacity = Math.ceil(before * 1.5);
    this.keys = larger(this.keys, this.capacity);
    this.live = larger(this.live, this.capacity);
    for (const name of Object.keys(this.schema) as (keyof S)[]) {
      this.columns[name] = larger(this.columns[name], this.capacity);
    }
    this.clearReferences(before);
  }

  private clearReferences(from: number): void {
    for (const [name, spec] of Object.entries(this.schema)) {
      if (spec.refersTo !== undefined) this.columns[name].fill(-1, from);
    }
  }
}

/** Moves the rows of the living to the front, in their order; returns how many they are. */
function keep(live: Int32Array, liveCount: number, gone: Uint8Array): number {
  let kept = 0;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (gone[row] === 0) live[kept++] = row;
  }
  return kept;
}

function larger<A extends Uint8Array | Int32Array | Uint32Array | Float64Array>(values: A, capacity: number): A {
  const grown = new (values.constructor as new (length: number) => A)(capacity);
  grown.set(values);
  return grown;
}

/** Puts the values of the listed rows first, in the order listed. A loop for each type keeps each of them quick. */
function gather(values: Uint8Array | Int32Array | Uint32Array | Float64Array, rows: Int32Array): void {
  if (values instanceof Float64Array) gatherReals(values, rows);
  else if (values instanceof Int32Array) gatherWhole(values, rows);
  else gatherRest(values, rows);
  values.fill(0, rows.length);
}

function gatherReals(values: Float64Array, rows: Int32Array): void {
  const old = values.slice();
  for (let index = 0; index < rows.length; index++) values[index] = old[rows[index]];
}

function gatherWhole(values: Int32Array, rows: Int32Array): void {
  const old = values.slice();
  for (let index = 0; index < rows.length; index++) values[index] = old[rows[index]];
}

function gatherRest(values: Uint8Array | Uint32Array, rows: Int32Array): void {
  const old = values.slice();
  for (let index = 0; index < rows.length; index++) values[index] = old[rows[index]];
}

/** Rewrites references into a table that was compacted. */
export function follow(references: Int32Array, rows: number, moved: Int32Array): void {
  for (let row = 0; row < rows; row++) {
    if (references[row] >= 0) references[row] = moved[references[row]];
  }
}
