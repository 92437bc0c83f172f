/** Levers of supply and labour move what they say they move first: one dated change, the rest held still. */
import { describe, expect, test } from "vitest";
import { leaves, simulate, type Leaf } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { withChange } from "../../src/testing/variants.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEEDS = ["1", "2", "3"];
/** Recorded week of the change, and weeks of the year that follows it. */
const CHANGED = 8;
const YEAR = 52;

/** A quarter of the mean council, so that chance does not hide what a lever does. */
const COUNCIL = { "size.scale": 0.25, "size.zones": 3, "size.agencies": 46, "framework.providers": 32 };

const SUBJECTS = /^(providers|labour|prices)\.|^council\.voluntary|^directPayment\.(community|knownShare)/;
const tried = leaves.filter(({ path, firstOrder }) => SUBJECTS.test(path) && firstOrder?.trial !== undefined);

/** How far the change moves the measure's mean over the year, at the mean of the seeds. */
function moved({ path, firstOrder }: Leaf): number {
  const { trial, measure } = firstOrder ?? {};
  if (trial === undefined || measure === undefined) return Number.NaN;
  const { to, given, free = [] } = trial;
  const frozen = { prices: !free.includes("prices"), matching: !free.includes("matching") };
  const base = scenarioFrom(smallCouncil({ weeks: CHANGED + YEAR, burnInWeeks: 26, set: { ...COUNCIL, ...given } }));
  const changed = withChange(base, CHANGED, { [path]: to });
  const differences = SEEDS.map((seed) => {
    const [left, right] = [base, changed].map((each) => {
      const weeks = simulate(each, seed, { frozen }).weekly[measure].subarray(CHANGED);
      const defined = weeks.filter((value) => !Number.isNaN(value));
      return defined.reduce((sum, value) => sum + value, 0) / defined.length;
    });
    return right - left;
  });
  return differences.reduce((sum, each) => sum + each, 0) / SEEDS.length;
}

describe("levers of supply and labour", () => {
  test.each(tried.map((leaf) => [leaf.path, leaf] as const))("%s moves its measure", (_, leaf) => {
    const { sign, trial } = leaf.firstOrder ?? {};
    const up = Number(trial?.to) >= Number(leaf.default.at(-1)?.value) ? 1 : -1;
    const change = moved(leaf) * (sign ?? Number.NaN) * up;
    expect(change).toBeGreaterThanOrEqual(trial?.least ?? Number.NaN);
  });
});
