/**
 * Writes docs/fees-held.svg, the picture of README.md, from the report of a run. With the scenario file that README.md shows:
 *
 *   npx caremarket run fees-held.yaml --seeds 1-20 --out X && node tests/support/readme-picture.mjs X
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const CHART = "provider-margin";

const page = readFileSync(join(process.argv[2], "report.html"), "utf8");
const [svg] = new RegExp(`<svg [^>]*id="${CHART}-wide".*?</svg>`, "su").exec(page) ?? [];
if (svg === undefined) throw new Error(`${process.argv[2]}/report.html holds no chart ${CHART}`);
// White behind it, for readers whose page is dark.
const picture = svg.replace(/^<svg [^>]*>/u, '$&<rect width="100%" height="100%" fill="#FFFFFF"/>');
writeFileSync(new URL("../../docs/fees-held.svg", import.meta.url), `${picture}\n`);
