/** Writes the table of docs/pairing.md anew from a finished sweep of two arms: node tests/support/pairing-table.mjs RESULTS */
import { readFileSync, writeFileSync } from "node:fs";
import { filled } from "../../dist/report/documents/markdown.js";
import { armFigure, armPeriod } from "../../dist/experiment/arm-figures.js";
import { pairedOf } from "../../dist/experiment/paired.js";
import { pairedIntervals } from "../../dist/experiment/paired-intervals.js";
import { legend } from "../../dist/node/legend.js";
import { readSweepSummary } from "../../dist/node/sweep/summary.js";
import { openSweepResults } from "../../dist/node/sweep/read.js";

const folder = process.argv[2];
const { digest, engineVersion } = readSweepSummary(folder);
const results = openSweepResults(folder, engineVersion);
const { arms, reference, seeds } = results;
const other = arms.findIndex(({ index }) => index !== reference);
const period = armPeriod(results);

const digits = (value) => {
  const size = Math.abs(value);
  const text = value.toFixed(size >= 100 ? 0 : size >= 1 ? 2 : 4);
  return text.replace("-", "−");
};
const factor = (value) => (value === Number.POSITIVE_INFINITY ? "∞" : value >= 1000 ? "over 1,000" : digits(value));

const rows = legend.measures
  .filter(({ headline }) => headline)
  .flatMap(({ key, label, unit, yearly }) => {
    const figures = [reference, other].map((arm) =>
      seeds.map((_, seed) => armFigure(results.yearly(arm, seed, key), yearly, period)),
    );
    const paired = pairedOf(...figures);
    if (paired === undefined || !(paired.varianceReduction > 0)) return [];
    const { varianceReduction } = pairedIntervals(...figures, { seed: "pairing" });
    return [{ key, label, unit, paired, varianceReduction }];
  })
  .sort((one, two) => one.paired.varianceReduction - two.paired.varianceReduction)
  .map(
    ({
      key,
      label,
      unit,
      paired: { mean, low, high, varianceReduction: found },
      varianceReduction: { low: least, high: most },
    }) =>
      `| ${label} (\`${key}\`), ${unit} | ${digits(mean)} (${digits(low)} to ${digits(high)}) | ${factor(found)} (${factor(least)} to ${factor(most)}) |`,
  );

const page = new URL("../../docs/pairing.md", import.meta.url);
const head = "| measure | difference (95 %) | variance reduction (95 %) |\n|---|---|---|\n";
const about = `${seeds.length} seeds, engine ${engineVersion}, digest \`${digest}\`.\n\n`;
writeFileSync(page, filled(readFileSync(page, "utf8"), "table", `${about}${head}${rows.join("\n")}`));
