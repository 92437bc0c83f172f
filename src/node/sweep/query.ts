/** Questions in SQL over the tables of a sweep or a run; DuckDB is loaded only here, and may be absent. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type * as DuckDb from "@duckdb/node-api";
import { Failure } from "../failure.ts";
import { errorCode } from "../file-errors.ts";
import { readManifest } from "../store/manifest.ts";
import { damagedResults, damageIn } from "../store/read.ts";
import { answer, closeOff, fileInSql, reachedOut } from "./closed-database.ts";
import { isSweepFolder, readDesign } from "./design.ts";
import { makePeopleView, refusePeople } from "./people-view.ts";
import { makeRunsView, refuseEvents } from "./run-views.ts";
import { SWEEP_TABLES } from "./tables.ts";
import { type Asked, tablesOfSweep } from "./tables-asked.ts";
import { engineOfSweep } from "./summary.ts";

export interface Answer {
  /** No two are the same: the second x is called x:1. */
  readonly columns: readonly string[];
  /** One array a row; numbers, NaN and infinity among them, texts, booleans and null. */
  readonly rows: readonly (readonly unknown[])[];
}

export type Question = Asked;

/** The answer to one question; fails in words where the SQL does not hold or DuckDB is not installed. */
export async function query(question: Question): Promise<Answer> {
  const { folder, sql } = question;
  const duckdb = await loadDuckDb();
  const isSweep = isSweepFolder(folder);
  if (isSweep) refuseEvents(folder, sql);
  const keepsPeople = isSweep && readDesign(folder).people === true;
  if (isSweep && !keepsPeople) refusePeople(folder, sql);
  const { files, release } = isSweep
    ? await tablesOfSweep(question)
    : { files: tablesOfRun(folder), release: () => {} };
  const views = isSweep ? [...SWEEP_TABLES, ...(keepsPeople ? ["people"] : [])] : ["runs", ...Object.keys(files)];
  try {
    return await answerOver(duckdb, question, files, views, keepsPeople);
  } finally {
    release();
  }
}

async function answerOver(
  duckdb: typeof DuckDb,
  { folder, sql, engineVersion }: Question,
  files: Readonly<Record<string, string>>,
  views: readonly string[],
  keepsPeople: boolean,
): Promise<Answer> {
  const instance = await duckdb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    for (const [view, path] of Object.entries(files)) {
      await connection.run(`create view "${view}" as select * from read_parquet(${fileInSql(path)})`);
    }
    if (!isSweepFolder(folder)) await makeRunsView(connection, folder);
    const people =
      keepsPeople && PEOPLE.test(sql)
        ? await makePeopleView(connection, folder, engineOfSweep(folder, engineVersion))
        : [];
    await closeOff(connection, [...Object.values(files), ...people]);
    const result = await answer(duckdb, connection, sql);
    const readers = result.columnTypes().map((type) => readerOf(duckdb, type));
    const rows = result.getRowsJson().map((row) => row.map((value, index) => readers[index](value)));
    return { columns: result.deduplicatedColumnNames(), rows };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const outside = reachedOut(error instanceof Error ? error.message : "");
    if (outside !== undefined) throw outside;
    const said = (error instanceof Error ? error.message : String(error)).replace(
      /^Failed to extract statements: /,
      "",
    );
    const [first, ...rest] = said.split("\n");
    throw new Failure("invalid", `the question cannot be answered: ${first}`, [
      ...rest.filter((line) => line.trim() !== ""),
      `The views are ${views.join(", ")}; names with a dot stand in double quotes: "prices.frameworkFee".`,
      "Where a shell takes such quotes away, write the question into a file: --file question.sql",
    ]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

type Reader = (value: unknown) => unknown;

/** How the values of a column are read, by its type, and what lists and structures hold by theirs. */
function readerOf(duckdb: typeof DuckDb, type: DuckDb.DuckDBType): Reader {
  if (type instanceof duckdb.DuckDBListType || type instanceof duckdb.DuckDBArrayType) {
    const each = readerOf(duckdb, type.valueType);
    return (value) => (Array.isArray(value) ? value.map(each) : value);
  }
  if (type instanceof duckdb.DuckDBStructType) {
    const readers = new Map(type.entryNames.map((name, at) => [name, readerOf(duckdb, type.entryTypes[at])]));
    return (value) => structure(value, readers);
  }
  const name = type.toString();
  if (/^(BIGINT|UBIGINT|HUGEINT|DECIMAL)/.test(name)) return exact;
  return /^(FLOAT|DOUBLE)$/.test(name) ? double : (value) => value;
}

function structure(value: unknown, readers: ReadonlyMap<string, Reader>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, readers.get(name)?.(each)]));
}

/** NaN and the infinities come as text. */
const double = (value: unknown): unknown => (typeof value === "string" ? Number(value) : value);

/** Large whole numbers come as text; those that a double holds exactly are numbers here. */
function exact(value: unknown): unknown {
  const number = typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isNaN(number) || !(Math.abs(number) <= Number.MAX_SAFE_INTEGER) ? value : number;
}

async function loadDuckDb(): Promise<typeof DuckDb> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    throw withoutDuckDb(error);
  }
}

/** It is not there, or the system does not let it be loaded. */
export function withoutDuckDb(error: unknown): Failure {
  const isAbsent = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(errorCode(error));
  const [said] = (error instanceof Error ? error.message : String(error)).split("\n");
  return new Failure(
    "invalid",
    `questions in SQL need DuckDB, which ${isAbsent ? "is not installed here" : "cannot be loaded here"}`,
    [
      ...(isAbsent
        ? ["Install it beside caremarket with: npm install @duckdb/node-api"]
        : [said, "A rule of this computer may forbid it; then somebody else can ask, on another."]),
      "Or read the Parquet files with another tool.",
    ],
    {},
    { cause: error },
  );
}

/** The question names the view, so that it is worth making: it has a file for every run. */
const PEOPLE = /\bpeople\b/i;

function tablesOfRun(folder: string): Record<string, string> {
  const manifest = readManifest(folder);
  const damage = damageIn(folder, manifest).filter(({ file }) => file.endsWith(".parquet"));
  if (damage.length > 0) throw damagedResults(folder, damage);
  return existing(folder, ["yearly", "weekly", "events", "people"]);
}

const existing = (folder: string, views: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    views
      .map((view): [string, string] => [view, join(folder, `${view}.parquet`)])
      .filter(([, path]) => existsSync(path)),
  );
