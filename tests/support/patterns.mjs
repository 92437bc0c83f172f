/** Writes docs/patterns.md anew from the built engine, in as many threads as there are processors: node tests/support/patterns.mjs [seeds] */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { PATTERNS } from "../../dist/experiment/patterns/index.js";
import { WorkerPool } from "../../dist/node/pool.js";
import { withAnswers, withClaims } from "../../dist/report/documents/patterns.js";
import { simulate } from "../../dist/simulation/index.js";
import { armsFrom } from "./patterns-arms.mjs";

const count = Number(process.argv[2] ?? 20);
if (!Number.isInteger(count) || count < 2) {
  process.stderr.write(
    `error: ${process.argv[2]} is no number of seeds\n  Say a whole number from 2 on, such as 20.\n`,
  );
  process.exit(2);
}
const seeds = Array.from({ length: count }, (_, index) => String(index + 1));
const module = new URL("patterns-worker.mjs", import.meta.url);
const pool = new WorkerPool({ module, workers: Math.min(count, availableParallelism()) });
const patterns = PATTERNS.map(({ id }) => id);
const replies = await Promise.all(seeds.map((seed) => pool.run({ seed, patterns, set: [] })));
await pool.close();
const sides = Object.fromEntries(Object.keys(replies[0]).map((id) => [id, replies.map((reply) => reply[id])]));
const { digest } = simulate(armsFrom()("baseline"), "1");
const path = new URL("../../docs/patterns.md", import.meta.url);
writeFileSync(path, withAnswers(withClaims(readFileSync(path, "utf8")), sides, count, digest));
