/** The table of people of one run of a sweep, as a Parquet file that says of which run it is. */
import type { Column, RunResult } from "../../simulation/result.ts";
import { type StoredColumn, tableBytes } from "../store/parquet.ts";
import { numberColumns, tableIn } from "../store/read.ts";
import { peopleForm } from "../store/tables.ts";

const HASH: StoredColumn = {
  name: "scenario_hash",
  type: "text",
  unit: "hash",
  sentence: "Hash of the arm's resolved scenario.",
};

/** The same run always gives the same bytes. */
export function peopleFile(run: RunResult): Uint8Array {
  const { columns, rows } = peopleForm(run.people);
  const own = rows(run);
  const hashes = Array.from({ length: own[0].length }, () => run.scenarioHash);
  return tableBytes([HASH, ...columns], [hashes, ...own]);
}

/** These columns of a file, as a run has them. */
export const peopleIn = async (bytes: Uint8Array, wanted: readonly string[]): Promise<readonly Column[]> =>
  numberColumns(await tableIn(bytes, wanted));
