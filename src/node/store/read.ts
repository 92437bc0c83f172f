/** A results folder is read back only if every file in it is the one that was written. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isoFromDays } from "../../kernel/calendar.ts";
import type { Column } from "../../simulation/result.ts";
import { attempt, fileFailure, isFileError } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { markOfFile, sameMark } from "./checksum.ts";
import type { Dictionary } from "./dictionary.ts";
import type { RunSeries } from "./gathering.ts";
import { namesIn } from "./listing.ts";
import { readManifest, type Manifest } from "./manifest.ts";
import type { Summary } from "./summary.ts";

export interface StoredResults {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What is wrong with one file. */
export interface Damage {
  readonly file: string;
  readonly what: string;
}

/** Every file that is missing or not the one that was written, in the order of their names. */
export function damageIn(folder: string, manifest: Manifest): Damage[] {
  const damage: Damage[] = [];
  for (const [file, mark] of Object.entries(manifest.files)) {
    const path = join(folder, file);
    if (!existsSync(path)) {
      damage.push({ file, what: "is missing" });
      continue;
    }
    const found = attempt("read", path, () => markOfFile(path));
    if (sameMark(found, mark)) continue;
    const isCut = found.bytes !== mark.bytes;
    damage.push({
      file,
      what: isCut ? `has ${found.bytes} bytes instead of ${mark.bytes}` : "has been changed (checksum)",
    });
  }
  return damage;
}

/** Whatever lies in the folder that is no part of the results, and could be taken for one. */
export function strangersIn(folder: string, own: readonly string[]): Damage[] {
  return namesIn(folder)
    .filter((name) => !own.includes(name) && !name.startsWith("."))
    .map((file) => ({ file, what: "is no part of these results" }));
}

/** Opens a folder, or fails with every damaged file named. */
export function openResults(folder: string): StoredResults {
  const manifest = readManifest(folder);
  const damage = damageIn(folder, manifest);
  if (damage.length > 0) throw damagedResults(folder, damage);
  return { folder, manifest };
}

export const damagedResults = (folder: string, damage: readonly Damage[]): Failure =>
  new Failure(
    "damaged",
    `${folder} is damaged`,
    damage.map(({ file, what }) => `${file} ${what}`),
    { folder, damage },
  );

export const readSummary = (folder: string): Summary => readJson(join(folder, "summary.json")) as Summary;

export const readDictionary = (folder: string): Dictionary => readJson(join(folder, "dictionary.json")) as Dictionary;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (isFileError(error)) throw fileFailure(error, "read", path);
    throw new Failure("damaged", `${path} is not JSON`, [], { path }, { cause: error });
  }
}

/** One column over all row groups: texts, dates as days since 1970, numbers with NaN for missing. */
type ColumnData = readonly string[] | Float64Array;

/** A table's columns by name: all of them, or those that are wanted. */
export const readTable = (path: string, wanted?: readonly string[]): Promise<ReadonlyMap<string, ColumnData>> =>
  tableIn(
    attempt("read", path, () => readFileSync(path)),
    wanted,
  );

/** The same of the bytes of a file. */
export async function tableIn(bytes: Uint8Array, wanted?: readonly string[]): Promise<ReadonlyMap<string, ColumnData>> {
  const { parquetScan } = await import("hyparquet");
  const file = Uint8Array.from(bytes).buffer;
  const scan = await parquetScan({ file, parsers: { dateFromDays: (days) => days } });
  const columns = new Map<string, ColumnData>();
  for (const { name, converted_type: type } of scan.metadata.schema.slice(1)) {
    if (wanted !== undefined && !wanted.includes(name)) continue;
    const pieces: ArrayLike<unknown>[] = [];
    for (const range of scan.ranges) pieces.push(await scan.readColumn({ column: name, ...range }));
    columns.set(name, type === "UTF8" ? pieces.flatMap((piece) => Array.from(piece) as string[]) : numbersIn(pieces));
  }
  return columns;
}

/** The pieces as one; NaN for missing. */
function numbersIn(pieces: readonly ArrayLike<unknown>[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index++) {
      const value = piece[index];
      all[offset + index] = value === null ? Number.NaN : Number(value);
    }
    offset += piece.length;
  }
  return all;
}

/** The runs of a folder in seed order, read back from its weekly, yearly and events tables. */
export async function readRuns({ folder, manifest }: StoredResults): Promise<RunSeries[]> {
  const [weekly, yearly, events] = await Promise.all(
    ["weekly", "yearly", "events"].map((table) => readTable(join(folder, `${table}.parquet`))),
  );
  const rowsOf = { weekly: rowsBySeed(weekly), yearly: rowsBySeed(yearly), events: rowsBySeed(events) };
  return manifest.seeds.map((seed) => {
    const weeklyRows = cut(weekly, rowsOf.weekly.get(seed));
    const yearlyRows = cut(yearly, rowsOf.yearly.get(seed));
    const eventRows = cut(events, rowsOf.events.get(seed));
    const weeksOfYear = yearlyRows.get("weeks") as Float64Array;
    return {
      seed,
      mondays: Array.from(weeklyRows.get("monday") as Float64Array, isoFromDays),
      years: yearlyRows.get("year") as readonly string[],
      yearOfWeek: Int32Array.from(
        Array.from(weeksOfYear).flatMap((weeks, year) => Array.from({ length: weeks }, () => year)),
      ),
      weekly: seriesIn(weeklyRows, ["seed", "week", "monday"]),
      yearly: seriesIn(yearlyRows, ["seed", "year", "weeks"]),
      events: {
        week: eventRows.get("week") as Float64Array,
        kind: eventRows.get("kind") as readonly string[],
        agent: eventRows.get("agent") as Float64Array,
        amount: eventRows.get("amount") as Float64Array,
      },
    };
  });
}

/** Seed -> the wanted columns of everybody in that run. */
export async function readPeople(
  { folder }: StoredResults,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, readonly Column[]>> {
  const table = await readTable(join(folder, "people.parquet"), ["seed", ...wanted]);
  return new Map(Array.from(rowsBySeed(table), ([seed, rows]) => [seed, numberColumns(cut(table, rows))]));
}

/** The numbers of a table as columns of a run; what they mean stands elsewhere. */
export const numberColumns = (table: ReadonlyMap<string, ColumnData>): readonly Column[] =>
  [...table].flatMap(([name, values]) =>
    values instanceof Float64Array ? [{ name, unit: "", sentence: "", values }] : [],
  );

interface Rows {
  readonly first: number;
  readonly end: number;
}

function rowsBySeed(table: ReadonlyMap<string, ColumnData>): ReadonlyMap<string, Rows> {
  const seeds = table.get("seed") as readonly string[];
  const rows = new Map<string, Rows>();
  for (let first = 0; first < seeds.length;) {
    let end = first + 1;
    while (end < seeds.length && seeds[end] === seeds[first]) end++;
    rows.set(seeds[first], { first, end });
    first = end;
  }
  return rows;
}

const cut = (
  table: ReadonlyMap<string, ColumnData>,
  { first, end }: Rows = { first: 0, end: 0 },
): ReadonlyMap<string, ColumnData> =>
  new Map(Array.from(table, ([name, values]): [string, ColumnData] => [name, values.slice(first, end)]));

const seriesIn = (table: ReadonlyMap<string, ColumnData>, labels: readonly string[]): Record<string, Float64Array> =>
  Object.fromEntries([...table].filter(([name]) => !labels.includes(name)) as [string, Float64Array][]);
