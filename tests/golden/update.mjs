/** Takes the results of the sources as they are for the ones to keep: `npm run golden`. No test ever does. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

/** A module of the sources, as the tests see it. */
async function load(name) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  return (await runnerImport(path, { configFile: false, logLevel: "error" })).module;
}

const { DECADE, GOLDEN_FILE, currentGolden, differences, goldenText, keptGolden } = await load("golden.ts");
const { VALIDATION_FILE, currentVerdicts, withFacts, withRuns } = await load("validation.ts");

const nothing = { digests: {}, years: [], yearly: {} };
const before = existsSync(GOLDEN_FILE) ? keptGolden() : nothing;
const after = currentGolden();
const lines = differences(before, after);
if (lines.length > 0) writeFileSync(GOLDEN_FILE, goldenText(after));
for (const line of lines) console.log(line);
console.log(lines.length === 0 ? "Nothing differs." : `${lines.length} figures changed in tests/golden/golden.json.`);

const page = readFileSync(VALIDATION_FILE, "utf8");
const current = withRuns(withFacts(page), currentVerdicts(), after.digests[DECADE]);
if (current !== page) writeFileSync(VALIDATION_FILE, current);
console.log(`docs/validation.md ${current === page ? "is as it was" : "has other figures"}.`);
