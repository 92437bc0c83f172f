/** Tables go to the disk as Parquet, row group by row group, with the same bytes for the same rows. */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { FileMark } from "./checksum.ts";
import { FileSink } from "./file-writer.ts";

/** What a column of a results table holds. Doubles may be missing; nothing else may. */
export type StoredType = "text" | "int" | "key" | "date" | "double";

export interface StoredColumn {
  readonly name: string;
  readonly type: StoredType;
  readonly unit: string;
  readonly sentence: string;
}

/** Numbers, or texts for a column of texts, or days since 1970 for dates. NaN is written as missing. */
export type Values = readonly string[] | ArrayLike<number>;

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const ELEMENTS: Readonly<Record<StoredType, Omit<Element, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
  int: { type: "INT32", repetition_type: "REQUIRED" },
  key: { type: "INT32", converted_type: "UINT_32", repetition_type: "REQUIRED" },
  date: { type: "INT32", converted_type: "DATE", repetition_type: "REQUIRED" },
  double: { type: "DOUBLE", repetition_type: "OPTIONAL" },
};

/** Values held back before a row group is written: about 16 MB of doubles. */
const VALUES_PER_GROUP = 2_000_000;

/** The library's growing buffer, emptied into a file after each row group. */
class SinkWriter extends ByteWriter {
  constructor(private readonly sink: FileSink) {
    super(1 << 20);
  }

  flush(): void {
    this.sink.append(this.getBytes());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

function writerOf(writer: ByteWriter, columns: readonly StoredColumn[]): ParquetWriter {
  const schema: Element[] = [{ name: "root", num_children: columns.length }];
  for (const { name, type } of columns) schema.push({ name, ...ELEMENTS[type] });
  return new ParquetWriter({ writer, schema, createdBy: "caremarket" });
}

/** One small table as the bytes that a file of it would have: one array per column, in the order of the columns. */
export function tableBytes(columns: readonly StoredColumn[], rows: readonly Values[]): Uint8Array {
  const writer = new ByteWriter();
  const parquet = writerOf(writer, columns);
  const columnData = columns.map((column, index) => ({ name: column.name, data: joined(column, [rows[index]]) }));
  void parquet.write({ columnData, rowGroupSize: rows[0].length });
  void parquet.finish();
  return Uint8Array.from(writer.getBytes());
}

/** One table on its way to the disk. */
export class TableWriter {
  private readonly sink: FileSink;
  private readonly parquet: ParquetWriter;
  private held: Values[][] = [];
  private heldRows = 0;

  constructor(
    path: string,
    readonly columns: readonly StoredColumn[],
  ) {
    this.sink = new FileSink(path);
    this.parquet = writerOf(new SinkWriter(this.sink), columns);
  }

  /** Adds rows: one array per column, in the order of the columns, all of one length. */
  add(rows: readonly Values[]): void {
    if (rows.length !== this.columns.length) throw new RangeError(`${rows.length} columns, not ${this.columns.length}`);
    this.held.push([...rows]);
    this.heldRows += rows[0].length;
    if (this.heldRows * this.columns.length >= VALUES_PER_GROUP) this.writeGroup();
  }

  close(): FileMark {
    if (this.heldRows > 0) this.writeGroup();
    void this.parquet.finish();
    return this.sink.close();
  }

  abandon(): void {
    this.sink.abandon();
  }

  private writeGroup(): void {
    const columnData = this.columns.map((column, index) => ({
      name: column.name,
      data: joined(
        column,
        this.held.map((rows) => rows[index]),
      ),
    }));
    const rowGroupSize = this.heldRows;
    this.held = [];
    this.heldRows = 0;
    void this.parquet.write({ columnData, rowGroupSize });
  }
}

/** The pieces as one array, in the form the library writes correctly for the type. */
function joined({ name, type }: StoredColumn, pieces: readonly Values[]): (string | number | null)[] {
  const all: (string | number | null)[] = [];
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index++) {
      const value = piece[index];
      all.push(type === "double" ? stored(name, value as number) : value);
    }
  }
  return all;
}

/** Missing for NaN, no minus zero; infinity is a mistake of ours. */
function stored(name: string, value: number): number | null {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}`);
  return value + 0;
}
