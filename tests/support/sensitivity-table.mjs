/**
 * Writes docs/sensitivity.csv, and what runs it is from in docs/sensitivity.md, from a finished sweep of assumptions:
 *
 *   caremarket sweep assumptions --out X && node tests/support/sensitivity-table.mjs X && npm run docs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { armFigure, armPeriod } from "../../dist/experiment/arm-figures.js";
import { pairedOf } from "../../dist/experiment/paired.js";
import { judged } from "../../dist/experiment/sweeps/index.js";
import { legend } from "../../dist/node/legend.js";
import { openSweepResults } from "../../dist/node/sweep/read.js";
import { readSweepSummary } from "../../dist/node/sweep/summary.js";
import { filled } from "../../dist/report/documents/markdown.js";
import { effectsText } from "../../dist/report/documents/sensitivity.js";

const folder = process.argv[2];
const { digest, engineVersion } = readSweepSummary(folder);
const results = openSweepResults(folder, engineVersion);
const design = JSON.parse(readFileSync(join(folder, "design.json"), "utf8"));
const { arms, reference, seeds } = results;
const period = armPeriod(results);
const armOf = new Map(arms.map(({ index, settings }) => [settings.assumption, index]));

/** Spread of a measure between seeds, all arms taken together: what luck does. */
function luckOf(figures) {
  const spreads = figures
    .map((values) => values.filter(Number.isFinite))
    .filter((values) => values.length > 1)
    .map((values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    });
  return Math.sqrt(spreads.reduce((sum, each) => sum + each, 0) / spreads.length);
}

const effects = design.measures.flatMap((measure) => {
  const { yearly } = legend.measures.find(({ key }) => key === measure);
  const figures = arms.map(({ index }) =>
    seeds.map((_, seed) => armFigure(results.yearly(index, seed, measure), yearly, period)),
  );
  const luck = luckOf(figures);
  return judged.flatMap(({ path, end, name }) => {
    const arm = armOf.get(name);
    const paired = arm === undefined ? undefined : pairedOf(figures[reference], figures[arm]);
    if (paired === undefined) return [];
    const { mean: difference, low, high } = paired;
    return [{ parameter: path, end, measure, difference, low, high, ofLuck: luck > 0 ? difference / luck : 0 }];
  });
});

const docs = new URL("../../docs/", import.meta.url);
writeFileSync(new URL("sensitivity.csv", docs), effectsText(effects));
const page = new URL("sensitivity.md", docs);
const about = `${arms.length} arms under ${seeds.length} seeds, engine ${engineVersion}, digest \`${digest}\`.`;
writeFileSync(page, filled(readFileSync(page, "utf8"), "runs", about));
