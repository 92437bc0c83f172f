/** The view `runs` of a run's folder, which has no file of its own, and a word on the events that a sweep has not. */
import { Failure } from "../failure.ts";
import { readManifest } from "../store/manifest.ts";
import type { Connection } from "./closed-database.ts";

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A row a seed: the same first columns as the view of a sweep has, as far as a run has them. */
export async function makeRunsView(connection: Connection, folder: string): Promise<void> {
  const { name, scenarioHash, seeds, digests, weeks } = readManifest(folder);
  const rows = seeds.map(
    (seed) => `(${[name, seed, scenarioHash, digests[seed] ?? ""].map(text).join(", ")}, ${weeks})`,
  );
  await connection.run(
    `create view runs as select * from (values ${rows.join(", ")}) as kept(scenario, seed, scenario_hash, digest, weeks)`,
  );
}

/** Fails in words where a question is asked of events, which a sweep does not keep. */
export function refuseEvents(folder: string, sql: string): void {
  if (!/\b(from|join)\s+"?events"?(?![\w"])|\bdescribe\s+"?events"?(?![\w"])/i.test(sql)) return;
  throw new Failure("invalid", `${folder} keeps no events of its runs`, [
    "A sweep keeps years, weeks and, with --people, people. Events are kept by `caremarket run`.",
    "Run one arm by itself, with its settings as --set: `select * from runs where arm = 3` gives them, and its scenario_hash.",
    "Then ask the folder that `run` writes.",
  ]);
}
