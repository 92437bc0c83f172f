/**
 * The long campaign: the laws on ten times as many councils, under a fresh seed that is printed, so that a failure can
 * be replayed; what takes runs by the dozen; and sweeps killed ten times as often. Arguments go to Vitest: `npm run test:long -- tests/laws/weekly.test.ts`.
 */
import { spawnSync } from "node:child_process";

const LONGER = [
  "tests/long",
  "tests/laws",
  "tests/extremes",
  "tests/faults/sweep-kill.test.ts",
  "tests/faults/sweep-people.test.ts",
];

const words = process.argv.slice(2);
const done = spawnSync("npx", ["vitest", "run", "--testTimeout", "1800000", ...(words.length > 0 ? words : LONGER)], {
  stdio: "inherit",
  env: { ...process.env, CAREMARKET_LONG: "1" },
  shell: process.platform === "win32",
});
process.exitCode = done.status ?? 1;
