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

/** A quarter of the mean council, where chance would hide what happens to few. */
const COUNCIL = { "size.scale": 0.25, "size.zones": 3, "size.agencies": 46, "framework.providers": 32 };

const SUBJECTS = /^(labour|prices)\./;
const tried = leaves.filter(({ path, firstOrder }) => SUBJECTS.test(path) && firstOrder?.trial !== undefined);

/** How far the change moves the measure's mean over the year, at the mean of the seeds. */
function moved({ path, firstOrder }: Leaf): number {
  const { trial, measure } = firstOrder ?? {};
  if (trial === undefined || measure === undefined) return Number.NaN;
  const { to, given, free = [] } = trial;
  const frozen = { prices: !free.includes("prices"), matching: !free.includes("matching") };
  const base = scenarioFrom(smallCouncil({ weeks: CHANGED + YEAR, set: { ...given } }));
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

describe("coverage of directories", () => {
  const base = scenarioFrom(
    smallCouncil({ weeks: 104, burnInWeeks: 26, set: { ...COUNCIL, "route.directPaymentShare": 0.5 } }),
  );
  const meanOf = (weeks: Float64Array): number => {
    const defined = weeks.subarray(CHANGED).filter((value) => !Number.isNaN(value));
    return defined.reduce((sum, value) => sum + value, 0) / defined.length;
  };

  test("lets people know of agencies and of community options", () => {
    const [usual, poor] = [base, withChange(base, CHANGED, { "directPayment.knownShare": 0.1 })].map((each) => {
      const { weekly } = simulate(each, "1");
      return {
        few: meanOf(weekly["people.fewOptionsPercent"]),
        community: meanOf(weekly["people.communityOptions"]),
      };
    });
    // Of some four agencies come across, one in ten is known: two or more to one person in twenty.
    expect(poor.few).toBeGreaterThan(usual.few + 30);
    // Newcomers use community options a seventh as often as before; those who have a place keep it.
    expect(poor.community).toBeLessThan(usual.community * 0.9);
  });

  test("reaches micro-providers: unknown, they have no clients", () => {
    const support = { "providers.microSupport": 400_000, "directPayment.knownShare": 0 };
    const { weekly } = simulate(withChange(base, CHANGED, support), "1");
    expect(meanOf(weekly["providers.micro"])).toBeGreaterThan(3);
    expect(meanOf(weekly["providers.microClients"])).toBe(0);
  });
});

describe("levers of supply and labour", () => {
  test.each(tried.map((leaf) => [leaf.path, leaf] as const))("%s moves its measure", (_, leaf) => {
    const { sign, trial } = leaf.firstOrder ?? {};
    const up = Number(trial?.to) >= Number(leaf.default.at(-1)?.value) ? 1 : -1;
    const change = moved(leaf) * (sign ?? Number.NaN) * up;
    expect(change).toBeGreaterThanOrEqual(trial?.least ?? Number.NaN);
  });
});
