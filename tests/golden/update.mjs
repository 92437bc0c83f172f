/** Takes the results of the sources as they are for the ones to keep: `npm run golden`. No test ever does. */
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const MODULE = fileURLToPath(new URL("golden.ts", import.meta.url));
const { module } = await runnerImport(MODULE, { configFile: false, logLevel: "error" });
const { GOLDEN_FILE, currentGolden, differences, goldenText, keptGolden } = module;

const nothing = { digests: {}, years: [], yearly: {} };
const before = existsSync(GOLDEN_FILE) ? keptGolden() : nothing;
const after = currentGolden();
const lines = differences(before, after);
if (lines.length > 0) writeFileSync(GOLDEN_FILE, goldenText(after));
for (const line of lines) console.log(line);
console.log(lines.length === 0 ? "Nothing differs." : `${lines.length} figures changed in tests/golden/golden.json.`);
