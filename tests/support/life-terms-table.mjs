/**
 * Writes the terms of quality of life in docs/model.md anew from the built engine: node tests/support/life-terms-table.mjs [seeds]
 *
 * Everybody's turns of three years, funded people in care: what each term of the level adds to where a life is pulled.
 * Control is what is left of that pull when all other terms are taken off; since no life is above 24, people are for
 * that week taken to bring along a little less, and get back what it took.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { filled } from "../../dist/report/documents/markdown.js";
import { paceOfTurn } from "../../dist/kernel/index.js";
import { HIGH_NEED, qualityOfLifeTarget } from "../../dist/model/rules/quality-of-life.js";
import { isFunded, Stage } from "../../dist/model/world/codes.js";
import { countedMinutes } from "../../dist/model/world/use-of-time.js";
import { musterOf } from "../../dist/model/week/muster.js";
import { lookupAmong, resolveOrThrow, start } from "../../dist/simulation/index.js";

const ROOT = new URL("../../", import.meta.url);
const PAGE = new URL("docs/model.md", ROOT);
const seeds = Array.from({ length: Number(process.argv[2] ?? 6) }, (_, index) => String(index + 1));
const textOf = (name) => readFileSync(new URL(`scenarios/${name}.yaml`, ROOT), "utf8");
const lookup = lookupAmong({ baseline: textOf("baseline") });

/** First and last recorded weeks of the years shown. */
const YEARS = [
  ["2010-11", 0, 51],
  ["2014-15", 209, 260],
  ["2019-20", 470, 521],
];
const TERMS = [
  "the need itself",
  "care that does not come",
  "control",
  "burden of managing",
  "strain on carers",
  "money strain",
  "participation",
  "what people bring, harm",
  "continuity",
  "quality of the provider",
  "quality of life",
];

/** Points that leave no level above 24, and none of them below 0. */
const LESS = 4;

/** Sums of the terms over the people whose turn it is, and how many they are. */
function turn(world, run) {
  const { people, providers, era, week, tally } = world;
  const { columns } = people;
  const { onTurn, onTurnCount } = musterOf(world);
  const rows = [...onTurn.subarray(0, onTurnCount)].filter(
    (row) => columns.stage[row] === Stage.served && isFunded(columns.funding[row]),
  );
  const before = rows.map((row) => [columns.life[row], columns.harm[row]]);
  for (const row of rows) columns.base[row] -= LESS;
  run(world);
  for (const row of rows) columns.base[row] += LESS;
  const weights = era.outcomes;
  const pace = paceOfTurn(weights.adjustment);
  const sums = Object.fromEntries(TERMS.map((term) => [term, 0]));
  rows.forEach((row, at) => {
    const [life, harm] = before[at];
    const high = columns.need[row] >= HIGH_NEED;
    const level = (met) => qualityOfLifeTarget(weights, 12, 0, high, met, 0, 0, 0, 0, 0, 0, 0, 0);
    const own = columns.provider[row];
    sums["the need itself"] -= columns.needTerm[row];
    sums["care that does not come"] += level(Math.min(1, countedMinutes(world, row) / columns.need[row])) - level(1);
    sums["what people bring, harm"] += columns.base[row] - weights.safety * harm;
    sums.continuity += weights.continuity * columns.continuity[row];
    if (own >= 0) sums["quality of the provider"] += weights.quality * providers.columns.quality[own];
    const pulledTo = life + (columns.life[row] - life) / pace + LESS;
    columns.life[row] = life + (Math.min(24, pulledTo) - life) * pace;
    sums.control += pulledTo;
    sums["quality of life"] += columns.life[row];
  });
  sums["burden of managing"] = -weights.burden * tally.burden;
  sums["strain on carers"] = -weights.carerStrain * tally.carerStrain;
  sums["money strain"] = -weights.moneyStrain * tally.moneyStrain;
  sums.participation = weights.participation * tally.participation;
  for (const term of TERMS) if (term !== "control" && term !== "quality of life") sums.control -= sums[term];
  return { week, sums, people: rows.length };
}

/** By year, the mean of each term over all turns and seeds. */
function meansOf(name) {
  const { scenario } = resolveOrThrow({ entry: { name: `${name}.yaml`, text: textOf(name) }, lookup });
  const turns = [];
  for (const seed of seeds) {
    const watched = ({ name: phase, run, ...rest }) =>
      phase === "outcomes"
        ? { ...rest, name: phase, run: (world) => turns.push(turn(world, run)) }
        : { ...rest, name: phase, run };
    start(scenario, seed, { phases: (phases) => phases.map(watched) }).figures();
  }
  return YEARS.map(([, first, last]) => {
    const own = turns.filter(({ week }) => {
      const recorded = week - scenario.burnInWeeks;
      return recorded >= first && recorded <= last;
    });
    const all = own.reduce((sum, { people }) => sum + people, 0);
    return (term) => own.reduce((sum, { sums }) => sum + sums[term], 0) / all;
  });
}

const [first, middle, last] = meansOf("baseline");
const [firstWithout, , lastWithout] = meansOf("no-austerity");
const plain = (value) => (Math.abs(value) < 0.0005 ? "0.000" : value.toFixed(3).replace("-", "−"));
const rows = TERMS.map((term) =>
  [
    term,
    ...[first, middle, last].map((mean) => plain(mean(term))),
    plain(last(term) - first(term)),
    plain(lastWithout(term) - firstWithout(term)),
  ].join(" | "),
);
const table = [
  `|  | ${YEARS.map(([year]) => year).join(" | ")} | change | change without austerity |`,
  "|---|---:|---:|---:|---:|---:|",
  ...rows.map((row) => `| ${row} |`),
].join("\n");
writeFileSync(PAGE, filled(readFileSync(PAGE, "utf8"), "terms", table));
