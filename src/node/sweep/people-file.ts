/** The table of people of one run of a sweep, as a Parquet file that says of which run it is. */
import type { Column, RunResult } from "../../simulation/result.ts";
import { type StoredColumn, tableBytes } from "../store/parquet.ts";
import { tableIn } from "../store/read.ts";
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

/** What each person's own difference needs. */
export const GAIN_COLUMNS: readonly string[] = ["person", "group", "fifth", "zone", "funding", "life"];

/** These columns of a file, as a run has them. */
export async function peopleIn(bytes: Uint8Array): Promise<readonly Column[]> {
  const table = await tableIn(bytes, GAIN_COLUMNS);
  return [...table].map(([name, values]) => ({
    name,
    unit: "",
    sentence: "",
    values: values as Float64Array,
  }));
}
