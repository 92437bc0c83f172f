/**
 * A database that answers questions about some files and can reach nothing else: a question that somebody copied from a
 * page may ask, and may not read or write what it was not asked about.
 */
import { resolve } from "node:path";
import type * as DuckDb from "@duckdb/node-api";
import { Failure } from "../failure.ts";

export type Connection = Awaited<ReturnType<DuckDb.DuckDBInstance["connect"]>>;

/** A file as SQL names it. */
export const fileInSql = (path: string): string => `'${resolve(path).replaceAll("'", "''")}'`;

/** From here on only these files are read, nothing is loaded, and no setting changes that. */
export async function closeOff(connection: Connection, files: readonly string[]): Promise<void> {
  await connection.run(`set allowed_paths = [${files.map(fileInSql).join(", ")}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
}

/** The answer to the last of some statements. Each must ask: one that would write or change is refused. */
export async function answer(
  duckdb: Pick<typeof DuckDb, "StatementType">,
  connection: Connection,
  sql: string,
): Promise<DuckDb.DuckDBResultReader> {
  const { SELECT, EXPLAIN, CREATE } = duckdb.StatementType;
  if (/^[\s;]*$/.test(sql)) throw isEmpty();
  const statements = await connection.extractStatements(sql);
  let last: DuckDb.DuckDBResultReader | undefined;
  for (let place = 0; place < statements.count; place++) {
    const statement = await statements.prepare(place);
    const type = statement.statementType;
    // `explain analyze copy …` would do it.
    const isHidden = type === EXPLAIN && /\bcopy\b/i.test(sql);
    if (![SELECT, EXPLAIN, CREATE].includes(type) || isHidden) throw notAsked();
    last = await statement.runAndReadAll();
  }
  if (last === undefined) throw isEmpty();
  return last;
}

/** What DuckDB says where a question reaches out, in our words; undefined where it says something else. */
export function reachedOut(message: string): Failure | undefined {
  if (!/^Permission Error|configuration has been locked/.test(message)) return undefined;
  return new Failure("invalid", "the question reaches for something that is not in these results", [
    message.split("\n")[0],
    "A question reads the views of one folder, and no other file, address or setting. To keep an answer: --out answer.csv",
  ]);
}

const isEmpty = (): Failure =>
  new Failure("invalid", "the question is empty", ["Write one, such as: select count(*) from yearly"]);

const notAsked = (): Failure =>
  new Failure("invalid", "a question may only ask: select, describe, summarize, explain, or create for its own use", [
    "Nothing is written or changed. To keep an answer: --out answer.csv",
  ]);
