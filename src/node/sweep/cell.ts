/**
 * A cell is one finished run of a sweep: its figures by year, and by week for some measures, in one small file.
 *
 * The same run always gives the same content: a line of JSON and the yearly figures in one part, the weekly in another,
 * doubles with the little end first, NaN for what is not defined. Each part is packed and has its checksum in front.
 *
 * Where people are kept, their table is a Parquet file of its own beside the cell, and the cell begins with a P and that
 * file's SHA-256. Nothing else in the cell depends on it, the checksum of its figures least of all.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { RunFigures } from "../../simulation/result.ts";
import { sha256 } from "../store/checksum.ts";

/** Which measures are kept week by week. */
export const WEEKLY_KEPT = ["headline", "all", "none"] as const;
export type WeeklyKept = (typeof WEEKLY_KEPT)[number];

export interface Cell {
  readonly scenarioHash: string;
  readonly seed: string;
  readonly engineVersion: string;
  /** Digest of the run. */
  readonly digest: string;
  readonly warnings: readonly string[];
  readonly years: readonly string[];
  readonly weeks: number;
  readonly weekly: Readonly<Record<string, Float64Array>>;
  readonly yearly: Readonly<Record<string, Float64Array>>;
  /** SHA-256 of the table of people that lies beside the cell; left out where none is kept. */
  readonly peopleMark?: string;
}

/** What is written, and the checksum of what it says. */
export interface PackedCell {
  readonly bytes: Uint8Array;
  /** The table of people as a Parquet file, where it is kept. */
  readonly people?: Uint8Array;
  /** Checksum of the unpacked content: what the digest of a store is made from. */
  readonly content: string;
}

interface Head {
  readonly cellFormat: 1;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly engineVersion: string;
  readonly digest: string;
  readonly warnings: readonly string[];
  readonly years: readonly string[];
  readonly weeks: number;
  /** Keys of the series, in the order in which they follow. */
  readonly weekly: readonly string[];
  readonly yearly: readonly string[];
}

/** In front stand the checksums of both parts and the packed length of the first. */
const HASH_DIGITS = 64;
const LENGTH_DIGITS = 10;
const FRONT = 2 * HASH_DIGITS + LENGTH_DIGITS;
const DOUBLE_BYTES = 8;

/** Where a cell is kept: by what was run, with which luck, by which engine. */
export const cellKey = (scenarioHash: string, seed: string, engineVersion: string): string =>
  sha256(`${scenarioHash} ${seed} ${engineVersion}`).slice(0, 40);

/** In front of a cell beside which people are kept; a cell without begins with a hexadecimal digit. */
const WITH_PEOPLE = "P";

/** Packs a run; `weekly` names the measures kept week by week, in their order, `people` is its table of people if kept. */
export function packCell(
  run: RunFigures,
  engineVersion: string,
  weekly: readonly string[],
  people?: Uint8Array,
): PackedCell {
  const yearly = Object.keys(run.yearly);
  const { scenarioHash, seed, digest, warnings, years, weeks } = run;
  const head: Head = {
    cellFormat: 1,
    scenarioHash,
    seed,
    engineVersion,
    digest,
    warnings,
    years,
    weeks,
    weekly,
    yearly,
  };
  const first = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    doubles(yearly.map((key) => run.yearly[key])),
  ]);
  const second = doubles(weekly.map((key) => run.weekly[key]));
  const [packed, more] = [first, second].map((part) => deflateRawSync(part, { level: 4 }));
  const marks = [sha256(first), sha256(second)];
  const length = String(packed.byteLength).padStart(LENGTH_DIGITS, "0");
  const front = (people === undefined ? "" : WITH_PEOPLE + sha256(people)) + marks.join("") + length;
  const bytes = Buffer.concat([Buffer.from(front), packed, more]);
  return { bytes, content: sha256(marks.join("")), ...(people === undefined ? {} : { people }) };
}

/** Series one after the other as bytes: the first byte of every double, then the second, which packs far better. */
function doubles(series: readonly Float64Array[]): Buffer {
  const count = series.reduce((sum, each) => sum + each.length, 0);
  const straight = Buffer.alloc(count * DOUBLE_BYTES);
  let offset = 0;
  for (const values of series) {
    for (const value of values) {
      straight.writeDoubleLE(Number.isNaN(value) ? Number.NaN : value + 0, offset);
      offset += DOUBLE_BYTES;
    }
  }
  return turned(straight, DOUBLE_BYTES, count);
}

/** Rows for columns, of a table of bytes. */
function turned(bytes: Uint8Array, width: number, count: number): Buffer {
  const result = Buffer.alloc(bytes.length);
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < count; row++) result[column * count + row] = bytes[row * width + column];
  }
  return result;
}

/** Undefined for bytes that are torn, damaged or not a cell. Without `withWeekly` only the years are unpacked. */
export function unpackCell(bytes: Buffer, withWeekly: boolean): (Cell & Pick<PackedCell, "content">) | undefined {
  if (bytes.toString("latin1", 0, 1) !== WITH_PEOPLE) return figuresIn(bytes, withWeekly);
  const peopleMark = bytes.toString("latin1", 1, 1 + HASH_DIGITS);
  const cell = figuresIn(bytes.subarray(1 + HASH_DIGITS), withWeekly);
  return cell && { ...cell, peopleMark };
}

function figuresIn(bytes: Buffer, withWeekly: boolean): (Cell & Pick<PackedCell, "content">) | undefined {
  const marks = [bytes.toString("latin1", 0, HASH_DIGITS), bytes.toString("latin1", HASH_DIGITS, 2 * HASH_DIGITS)];
  const length = Number(bytes.toString("latin1", 2 * HASH_DIGITS, FRONT));
  if (bytes.byteLength <= FRONT || !Number.isInteger(length)) return undefined;
  const first = wholePart(bytes.subarray(FRONT, FRONT + length), marks[0]);
  const second = withWeekly ? wholePart(bytes.subarray(FRONT + length), marks[1]) : Buffer.alloc(0);
  if (first === undefined || second === undefined) return undefined;
  const end = first.indexOf(0x0a);
  const { weekly: weeklyKeys, yearly: yearlyKeys, ...head } = JSON.parse(first.toString("utf8", 0, end)) as Head;
  if (head.cellFormat !== 1) return undefined;
  const yearly = seriesIn(first.subarray(end + 1), yearlyKeys, head.years.length);
  const weekly = withWeekly ? seriesIn(second, weeklyKeys, head.weeks) : {};
  return { ...head, weekly, yearly, content: sha256(marks.join("")) };
}

function seriesIn(packed: Uint8Array, keys: readonly string[], length: number): Record<string, Float64Array> {
  const straight = turned(packed, packed.length / DOUBLE_BYTES, DOUBLE_BYTES);
  const series = keys.map((key, place): [string, Float64Array] => {
    const value = (_: unknown, index: number): number => straight.readDoubleLE((place * length + index) * DOUBLE_BYTES);
    return [key, Float64Array.from({ length }, value)];
  });
  return Object.fromEntries(series);
}

/** The unpacked part, if it is the one that was packed. */
function wholePart(packed: Uint8Array, mark: string): Buffer | undefined {
  try {
    const part = inflateRawSync(packed);
    return sha256(part) === mark ? part : undefined;
  } catch {
    return undefined;
  }
}
