/** The people of a sweep as one view over the files that lie beside its cells; nothing is copied. */
import { Failure } from "../failure.ts";
import { shellWord } from "../shell.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf } from "./cells-of.ts";
import { type Connection, fileInSql } from "./closed-database.ts";
import { readDesign } from "./design.ts";

/** Columns of the files that say of which run they are. */
const OF_THE_RUN: readonly string[] = ["scenario_hash", "seed"];

/**
 * Makes the view `people`: a row a run and person, with arm, seed and the axes in front as in every other view. An axis
 * that is called as a column of people is, has "axis-" before its name. Needs the view `runs`. Gives the files it reads.
 */
export async function makePeopleView(
  connection: Connection,
  folder: string,
  engineVersion: string,
): Promise<readonly string[]> {
  const design = readDesign(folder);
  const store = new CellStore(folder, engineVersion);
  const files = cellsOf(design)
    .filter((cell) => store.people(cell) !== undefined)
    .map((cell) => store.peoplePath(cell));
  if (files.length === 0) throw new Failure("invalid", `${folder} holds no people of a finished run of this engine`);
  const list = files.map(fileInSql).join(", ");
  const described = await connection.runAndReadAll(`select * from read_parquet(${fileInSql(files[0])}) limit 0`);
  const own = described.columnNames();
  const axes = design.axes.map(({ name }) => {
    const isTaken = own.some((each) => each.toLowerCase() === name.toLowerCase());
    return `runs.${quoted(name)}${isTaken ? ` as ${quoted(`axis-${name}`)}` : ""}`;
  });
  const columns = ["runs.arm", "runs.seed", ...axes];
  await connection.run(
    `create view people as select ${columns.join(", ")}, files.* exclude (${OF_THE_RUN.join(", ")})
     from read_parquet([${list}]) files join runs using (${OF_THE_RUN.join(", ")})`,
  );
  return files;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Fails in words where a question is asked of people whom the sweep did not keep. */
export function refusePeople(folder: string, sql: string): void {
  if (!/\b(from|join)\s+"?people"?\b|\bdescribe\s+"?people"?\b/i.test(sql)) return;
  throw new Failure("invalid", `${folder} keeps no people of its runs`, [
    `To keep them, its runs are made once more: caremarket extend ${shellWord(folder)} --people`,
    "Two of its arms can be compared person by person without: caremarket compare --arms",
  ]);
}
