/**
 * How fast the engine is: figures to write down, never an assertion. docs/benchmarks.md says what they mean.
 *
 * Runs on the build as it is: `npm run bench`, with `-- --json` for one JSON object, `-- --against <commit or folder>`
 * for two builds side by side.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { against } from "./against.mjs";
import { measure } from "./measure.mjs";
import { isBuild, otherBuild } from "./other-build.mjs";
import { againstText, measuredText } from "./text.mjs";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const USAGE = `npm run bench -- [options]
  --json                       one JSON object on stdout (with npm: npm run -s bench -- --json)
  --against <commit or folder> compare with another build, turn by turn
  --pairs <n>                  how many turns, 8 unless said otherwise
  --seconds <n>                the time it may take, 36 unless said otherwise`;

const options = {
  json: { type: "boolean", default: false },
  against: { type: "string" },
  pairs: { type: "string", default: "8" },
  seconds: { type: "string", default: "36" },
  help: { type: "boolean", default: false },
};

function positive(name, text) {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`--${name} ${text}: a number above 0`);
}

async function bench() {
  const { values } = parseArgs({ options });
  if (values.help) return USAGE;
  const limit = positive("seconds", values.seconds);
  const pairs = positive("pairs", values.pairs);
  if (!isBuild(DIST)) throw new Error("there is no build to time: npm run build");
  if (values.against === undefined) {
    const found = await measure(DIST, limit);
    return values.json ? JSON.stringify(found) : measuredText(found);
  }
  const other = otherBuild(values.against);
  try {
    const found = await against({ dist: DIST, other: other.dist, pairs, limit });
    return values.json ? JSON.stringify({ against: values.against, ...found }) : againstText(values.against, found);
  } finally {
    other.discard();
  }
}

try {
  console.log(await bench());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
