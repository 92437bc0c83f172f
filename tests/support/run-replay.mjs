/** `node tests/support/run-replay.mjs <seed> <path> <file> -t "<test>"`: one failing case of a property again, in any shell. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [seed, path, ...words] = process.argv.slice(2);
if (!/^-?\d+$/.test(seed ?? "") || !/^[\d:]+$/.test(path ?? "")) {
  console.error("Give the seed and the path that fast-check printed, then what vitest is to run.");
  process.exit(2);
}
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, "run", ...words], {
  stdio: "inherit",
  env: { ...process.env, FC_SEED: seed, FC_PATH: path },
});
process.exit(status ?? 1);
