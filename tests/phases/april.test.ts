/** The council's April: what it may raise, what it forecasts, and in which order it saves. */
import { describe, expect, it } from "vitest";
import { SAVINGS_MEASURES, SAVINGS_ORDERS, placeOf, type SavingsCause } from "../../src/model/rules/savings.ts";
import { preceptRaised } from "../../src/model/rules/precept.ts";
import { growthOfFunded } from "../../src/model/week/demography.ts";
import { isFunded } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { EVENT_KINDS, leaves, simulate, start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { aroundApril, council, type Settings } from "../support/april-council.ts";
import { NO_PEOPLE, smallCouncil } from "../support/laws-council.ts";

/** The event of April's precept. */
const PRECEPT = EVENT_KINDS.findIndex(({ code }) => code === "council.precept");

const stepOf = ({ council: { steps } }: World, cause: SavingsCause): number => steps[placeOf(cause)];
const expectedOf = ({ council: { expected } }: World, cause: SavingsCause): number => expected[placeOf(cause)];

describe("orders of the savings plan", () => {
  it.each(Object.entries(SAVINGS_ORDERS))("%s holds every measure once", (_, order) => {
    expect([...order].sort()).toEqual(SAVINGS_MEASURES.map(({ cause }) => cause).sort());
  });

  it("are those that a scenario may choose", () => {
    const lever = leaves.find(({ path }) => path === "council.savingsOrder");
    expect(lever?.type === "choice" && lever.choices).toEqual(Object.keys(SAVINGS_ORDERS));
  });

  /** An April in which the wage floor rises. */
  const OF_2016 = { start: "2016-01-04" };
  /** A gap that other spending alone can close, so that what comes after it in the order is left alone. */
  const wide: Settings = { "council.otherCutCap": 1, "council.grantChange": 0.9, "council.openingReserves": 4 };

  it.each([
    ["people first", ["review tightness", "eligibility"], ["assessment posts", "direct-payment push"]],
    ["staff first", ["assessment posts", "other spending"], ["review tightness", "eligibility"]],
    ["direct payments first", ["direct-payment push"], ["review tightness", "eligibility"]],
    ["fees first", ["other spending"], ["direct-payment push", "eligibility", "assessment posts"]],
  ] as const)("%s: takes %j, and does not come to %j", (order, taken, untouched) => {
    const { after } = aroundApril(council({ ...wide, "council.savingsOrder": order }, OF_2016));
    for (const cause of taken) expect([cause, stepOf(after, cause) > 0]).toEqual([cause, true]);
    for (const cause of untouched) expect([cause, stepOf(after, cause)]).toEqual([cause, 0]);
  });

  it("leave less of the gap to fees, the later fees come", () => {
    const uplift = (order: string): number => {
      const { before, after } = aroundApril(
        council({ ...wide, "council.savingsOrder": order, "council.grantChange": 0.97 }, OF_2016),
      );
      return after.council.ruleFee / before.council.ruleFee;
    };
    expect(uplift("staff first")).toBeGreaterThan(uplift("fees first"));
  });

  /** The gap of a forecast is a share of it: what there is to spend is the rest. */
  it("close the gap to the penny where their caps allow", () => {
    for (const order of Object.keys(SAVINGS_ORDERS)) {
      const { after } = aroundApril(council({ ...wide, "council.savingsOrder": order }, OF_2016));
      const { gap: share, netBudget } = after.council;
      const gap = (share / (1 - share)) * netBudget;
      const closed = after.council.expected.reduce((sum, each) => sum + each, 0);
      expect([order, Math.abs(closed - gap) < 1e-6 * gap]).toEqual([order, true]);
    }
  });
});

describe("fees", () => {
  /** How much the fee rises in an April in which the floor goes from £6.70 to £7.20 and the gap is as wide as it may be. */
  const rise = (set: Settings): number => {
    const short = { "framework.gapEffect": 100, "council.grantChange": 0.9, "prices.payShare": 0.5, ...set };
    const { before, after } = aroundApril(council(short, { start: "2016-01-04" }));
    return after.council.ruleFee / before.council.ruleFee - 1;
  };
  const HALF_OF_THE_FLOOR = 0.5 * (7.2 / 6.7 - 1);

  it("follow the part of the wage floor that the duty asks for, whatever the gap", () => {
    for (const share of [0, 0.5, 1]) {
      expect(rise({ "framework.leastWagePassThrough": share })).toBeCloseTo(share * HALF_OF_THE_FLOOR, 10);
    }
  });

  it("follow the council's own lever alone where it decides", () => {
    const own = { "framework.feePassThrough": 0, "framework.leastWagePassThrough": 1 };
    expect(rise(own)).toBe(0);
  });

  it("are not held to the duty where the gap lets them rise by more", () => {
    const free = { "framework.gapEffect": 0, "framework.efficiency": 0, "prices.inflation": 0.02 };
    const uplift = HALF_OF_THE_FLOOR + 0.5 * 0.02;
    expect(rise({ ...free, "framework.leastWagePassThrough": 1 })).toBeCloseTo(uplift, 10);
  });
});

describe("what fees spare", () => {
  /** Fee before and after the first April, and what the plan reckons to spare by fees, pence a week. */
  const sparing = (set: Settings, decree: Settings): { before: World; after: World; spared: number } => {
    const changes = [{ from: "2015-04-01", set: decree }];
    const around = aroundApril(council({ "framework.feePassThrough": 0.5, ...set }, { changes }));
    return { ...around, spared: expectedOf(around.after, "fee restraint") };
  };

  it.each([
    ["a floor under the fee", { "framework.feeFloor": 2.5 }],
    ["a rise by decree", { "framework.feeChange": 1.2 }],
    ["a cut by decree", { "framework.feeChange": 0.9 }],
  ] as const)("falls by all that %s adds to what home care costs", (_, decree) => {
    const plain = sparing({}, {});
    const other = sparing({}, decree);
    const { careShareOfSpend, homeCareShareOfCare } = plain.after.era.council;
    const homeCare = careShareOfSpend * homeCareShareOfCare * plain.before.council.grossMean;
    const added = (other.after.council.fee - plain.after.council.fee) / plain.before.council.fee;
    expect(added).not.toBe(0);
    expect(plain.spared - other.spared).toBeCloseTo(homeCare * added, 4);
  });

  it("is for each pound spent the same under a floor that stands still as without one, where no fee rises", () => {
    const still = { "framework.feePassThrough": 0 };
    const floor = { "framework.feeFloor": 2.5 };
    const shares = [sparing({ ...still, ...floor }, floor), sparing(still, {})].map(
      ({ before, spared }) => spared / before.council.grossMean,
    );
    expect(shares[0]).toBeCloseTo(shares[1], 12);
  });
});

describe("tighter reviews", () => {
  it("are expected to save nothing more once they recognise nothing", () => {
    const set = { "council.grantChange": 0.5, "council.reviewCutCap": 0.7, "council.otherCutCap": 0 };
    const run = start(council(set, { weeks: 130 }), "1");
    const aprils: number[][] = [];
    while (!run.done) {
      const { aprilWeek, burnInWeeks } = run.world.timetable;
      const april = aprilWeek[burnInWeeks + run.recorded] === 1;
      run.step();
      const cause = "review tightness";
      if (april) aprils.push([stepOf(run.world, cause), run.world.council.recognition, expectedOf(run.world, cause)]);
    }
    const [first, second, third] = aprils;
    expect(first.slice(0, 2).map((each) => each.toFixed(6))).toEqual(["0.700000", "0.300000"]);
    expect(second.slice(0, 2).map((each) => each.toFixed(6))).toEqual(["0.300000", "0.000000"]);
    expect(second[2]).toBeGreaterThan(0);
    expect(third).toEqual([0, 0, 0]);
  });
});

describe("reserves", () => {
  const policy = (reservesPolicy: string): World =>
    aroundApril(
      council({ "council.reservesPolicy": reservesPolicy, "council.otherCutCap": 1, "council.openingReserves": 6 }),
    ).after;

  it("carry a third of what stands above their minimum, all of it, or nothing", () => {
    const [kept, spent, built] = ["keep minimum", "spend first", "build up"].map(policy);
    expect(expectedOf(kept, "reserves")).toBeGreaterThan(0);
    expect(expectedOf(spent, "reserves")).toBeGreaterThan(expectedOf(kept, "reserves"));
    expect(expectedOf(built, "reserves")).toBe(0);
    // What is put aside widens what the other measures must close.
    const others = (world: World): number => expectedOf(world, "other spending") + expectedOf(world, "fee restraint");
    expect(others(built)).toBeGreaterThan(others(kept) + expectedOf(kept, "reserves") - 1e-6);
  });
});

describe("the forecast", () => {
  it("counts on each group to grow by itself, as many as are funded", () => {
    const growth = { "demand.growthPerYear.older": 0.02, "demand.growthPerYear.physical": 0 };
    const set: Settings = { ...growth, "demand.growthPerYear.learning": 0.1, "demand.growthPerYear.mental": 0 };
    const { world } = start(council(set), "1");
    const { group, funding } = world.people.columns;
    const live = Array.from(world.people.live.subarray(0, world.people.liveCount)).filter((row) =>
      isFunded(funding[row]),
    );
    const share = (which: number): number => live.filter((row) => group[row] === which).length / live.length;
    expect(growthOfFunded(world)).toBeCloseTo(0.02 * share(0) + 0.1 * share(2), 12);
    expect(share(2)).toBeGreaterThan(0);
    expect(growthOfFunded(start(council({ ...set, ...NO_PEOPLE }), "1").world)).toBe(0);
  });

  it("counts on what is still to come of last April's slow measures only where the council does", () => {
    const gaps = [0, 1].map((share) => {
      const scenario = council({ "council.fullYearShare": share, "council.grantChange": 0.9 }, { weeks: 80 });
      const run = start(scenario, "1");
      while (!run.done) run.step();
      return run.finish().weekly["council.gapPercent"];
    });
    // The same in the first April, which follows none; less in the second.
    expect(gaps[0][40]).toBe(gaps[1][40]);
    expect(gaps[1][79]).toBeLessThan(gaps[0][79]);
  });
});

describe("the precept", () => {
  const raisedIn = (set: Settings) => {
    const text = smallCouncil({ start: "2015-06-01", weeks: 250, set: { "size.scale": 0.005, ...set } });
    const result = simulate(scenarioFrom(text), "1");
    const { kind, amount } = result.events;
    return { warnings: result.warnings, raised: Array.from(amount.filter((_, index) => kind[index] === PRECEPT)) };
  };

  it("follows its path where the law allows it", () => {
    expect(raisedIn({})).toEqual({ warnings: [], raised: [0.02, 0.03, 0.02, 0.01] });
  });

  it("is held at each year's limit and at six per cent over three years, and the run says so", () => {
    const { raised, warnings } = raisedIn({ "council.precept": 0.05 });
    expect(raised.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([0.02, 0.03, 0.03, 0]);
    const said = (year: string, allowed: string, limit: string): string =>
      `The precept asked for in ${year}, 5% (council.precept), is over what the law allows then and was held at it: ${allowed} (${limit})`;
    const total = "council.preceptTotal, less what was raised before";
    expect(warnings[0]).toBe(said("2016-17", "2%", "council.preceptLimit"));
    expect(warnings.at(-1)).toBe(said("2019-20", "0%", total));
  });

  it("can be a share of what is allowed", () => {
    const { raised, warnings } = raisedIn({ "council.preceptUse": 0.5 });
    expect(raised).toEqual([0.01, 0.015, 0.015, 0.01]);
    expect(warnings).toEqual([]);
  });

  it("names the lever that asks for too much where that is a share of the limit", () => {
    const { warnings } = raisedIn({ "council.preceptUse": 1 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^The precept asked for in 2019-20, 2% \(council\.preceptUse\), .*: 0% \(council\.preceptTotal/,
    );
  });

  it("is nothing before the law of 2016", () => {
    const scenario = council({ "council.precept": 0.05 });
    const { after } = aroundApril(scenario);
    expect(after.council.bandDPrecept).toBe(0);
    expect(preceptRaised(after.era, 0)).toBe(0);
  });
});

describe("the law on eligibility", () => {
  const NATIONAL_MINIMUM = 0.8;

  it("stops the plan at the national minimum from April 2015, and lifts a council that stood under it", () => {
    const hard: Settings = { "council.eligibilityCutCap": 0.5, "council.grantChange": 0.4 };
    const before2015 = aroundApril(council(hard, { start: "2013-01-07" })).after;
    const after2015 = aroundApril(council(hard)).after;
    expect(before2015.council.eligibility).toBeCloseTo(0.5, 12);
    expect(after2015.council.eligibility).toBeCloseTo(NATIONAL_MINIMUM, 12);
    const through = start(council(hard, { start: "2014-01-06", weeks: 70 }), "1");
    while (through.recorded < 20) through.step();
    expect(through.world.council.eligibility).toBeCloseTo(0.5, 12);
    through.finish();
    expect(through.world.council.eligibility).toBeCloseTo(NATIONAL_MINIMUM, 12);
  });
});

describe("care homes", () => {
  it("are held down by a gap as framework agencies are: the price of a place follows the same rule", () => {
    for (const grantChange of [0.7, 0.95, 1.2]) {
      const { before, after } = aroundApril(council({ "council.grantChange": grantChange }, { start: "2016-01-04" }));
      const places = after.council.careHomeIndex / before.council.careHomeIndex;
      const fee = after.council.ruleFee / before.council.ruleFee;
      expect(places).toBeCloseTo(fee, 12);
    }
  });

  it("are paid for by how many live there", () => {
    const run = start(council({}, { weeks: 20 }), "2");
    const { weekly, weeks } = run.finish();
    const { council: state, era } = run.world;
    expect(weekly["people.careHomeResidents"][weeks - 1]).toBe(state.careHomeResidents);
    expect(weekly["prices.careHomePlace"][weeks - 1]).toBeCloseTo((era.careHomes.price * state.careHomeIndex) / 100, 9);
  });
});
