/** What the council pays after an April: prices of services by open book, direct-payment rates, and what starts anew. */
import { describe, expect, test } from "vitest";
import { setTheYear } from "../../src/model/week/april.ts";
import { raiseFees, setRates } from "../../src/model/week/fees.ts";
import { ProviderKind } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const founded = (set: Readonly<Record<string, number>> = {}): World =>
  start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1").world;

const first = ({ providers }: World, kind: number): number =>
  [...providers.live.subarray(0, providers.liveCount)].find((row) => providers.columns.kind[row] === kind) ?? -1;

describe("prices of supported living and day services", () => {
  /** The price of £20 after an April in which the floor rises by a tenth and prices by 2 %, at a margin of its own. */
  const after = (kind: number, margin: number): number => {
    const world = founded({ "framework.efficiency": 0 });
    const { era, providers, council } = world;
    const framework = { ...era.framework, mostPassThrough: 1, openBookLoss: 0.05, openBookSurplus: 0.02 };
    const prices = { ...era.prices, supportedLivingPayShare: 0.8, dayPayShare: 0.7, inflation: 0.02 };
    world.era = { ...era, framework, prices };
    council.feeGap = 0;
    const row = first(world, kind);
    const { price, revenueMean, costMean } = providers.columns;
    price[row] = 2000;
    revenueMean[row] = 100_000;
    costMean[row] = 100_000 * (1 - margin);
    raiseFees(world, { wages: 0.07, all: 0.08 }, 0.1);
    return price[row];
  };

  test("follow their own costs: pay is four fifths of one and seven tenths of the other", () => {
    expect(after(ProviderKind.supportedLiving, 0.03)).toBeCloseTo(2000 * (1 + 0.8 * 0.1 + 0.2 * 0.02), 9);
    expect(after(ProviderKind.dayService, 0.03)).toBeCloseTo(2000 * (1 + 0.7 * 0.1 + 0.3 * 0.02), 9);
  });

  test("make good a loss beyond the twentieth that is borne, and add the agreed surplus", () => {
    const usual = 2000 * 1.084;
    expect(after(ProviderKind.supportedLiving, -0.04)).toBeCloseTo(usual, 9);
    expect(after(ProviderKind.supportedLiving, -0.1)).toBeCloseTo(usual * (1 + 0.1 + 0.02), 9);
  });
});

describe("direct-payment rates", () => {
  type Rule = World["era"]["directPayment"]["rateRule"];
  /** Rates under a fee of £15, a market price of £18 in April, and a floor of £6.50; the plan has cut them by a twentieth. */
  const rates = (rateRule: Rule): readonly number[] => {
    const world = founded();
    const { era, council } = world;
    const rateShare = Float64Array.of(0.9, 1, 1.1, 1.2);
    const framework = { ...era.framework, feeChange: 1, feeFloor: 0 };
    world.era = { ...era, framework, directPayment: { ...era.directPayment, rateRule, rateShare, fixedRate: 1300 } };
    council.ruleFee = 1500;
    council.priceAtApril = 1800;
    council.rateRatio = 0.95;
    setRates(world);
    return [...council.directPaymentRate];
  };

  test.each<[Rule, readonly number[]]>([
    ["share of framework fee", [1350, 1500, 1650, 1800]],
    ["share of market price", [1620, 1800, 1980, 2160]],
    ["fixed", [1300, 1300, 1300, 1300]],
  ])("by the rule of a %s, less what the plan has taken", (rule, before) => {
    for (const [group, rate] of rates(rule).entries()) expect(rate).toBeCloseTo(0.95 * before[group], 9);
  });

  test("of an assistant's hour follow the floor of April", () => {
    const world = founded();
    world.era = { ...world.era, directPayment: { ...world.era.directPayment, assistantRate: 1.2 } };
    world.council.floorAtApril = 650;
    setRates(world);
    expect(world.council.assistantRate).toBeCloseTo(780, 9);
  });
});

describe("a new year", () => {
  const underWay = (): World => {
    const run = start(scenarioFrom(smallCouncil({ burnInWeeks: 0 })), "1");
    run.step();
    run.step();
    return run.world;
  };

  test("takes the market's price of April", () => {
    const world = underWay();
    world.market.meanPrice = 2345;
    setTheYear(world);
    expect(world.council.priceAtApril).toBe(2345);
  });

  test("counts what was raised under an old settlement no longer once there is another", () => {
    const raisedWith = (preceptTotal: number): number => {
      const world = underWay();
      const { era, council } = world;
      world.era = {
        ...era,
        council: { ...era.council, precept: 0.02, preceptUse: -1, preceptLimit: 0.03, preceptTotal },
      };
      council.preceptTotal = 0.06;
      council.preceptInTotal = 0.05;
      setTheYear(world);
      return council.preceptInTotal;
    };
    // Of six per cent one is left; of a new eight, two of eight.
    expect(raisedWith(0.06)).toBeCloseTo(0.06, 12);
    expect(raisedWith(0.08)).toBeCloseTo(0.02, 12);
  });

  test("raises the precept on the whole of last year's tax, earlier precepts included", () => {
    const world = underWay();
    const { era, council } = world;
    const law = { precept: 0.02, preceptUse: -1, preceptLimit: 0.02, preceptTotal: 1, coreRise: 0.01 };
    world.era = { ...era, council: { ...era.council, ...law } };
    council.bandDCore = 95_000;
    council.bandDPrecept = 5000;
    setTheYear(world);
    expect(council.bandDCore).toBeCloseTo(95_000 + 1000, 9);
    expect(council.bandDPrecept).toBeCloseTo(5000 + 2000, 9);
  });

  test("forecasts costs, growth of needs and what is owed, less charges: £10,520 − £1,020 + £100 a week", () => {
    const world = underWay();
    const { era, council } = world;
    // Half of costs is pay, whose floor stands still; the rest rises with prices by 2 %, as do charges.
    const prices = { ...era.prices, inflation: 0.02, payShare: 0.5 };
    const demand = { ...era.demand, growthPerYear: Float64Array.of(0.05, 0.05, 0.05, 0.05) };
    const policy = { ...era.council, careShareOfSpend: 0.8, fullYearShare: 0, overspendMadeGood: 0.5 };
    world.era = { ...era, prices, demand, council: policy };
    council.floorAtApril = era.wages.floor;
    council.grossMean = 1_000_000;
    council.chargesMean = 100_000;
    // £40 a week is left of earlier years, and half of last year's £120 is to be made good.
    council.toMakeGood = (4000 * 365.25) / 7;
    council.overspent = (12_000 * 365.25) / 7;
    setTheYear(world);
    // Care is four fifths of spending: 0.8 × (1 % + 5 %) + 0.2 × 2 % = 5.2 %.
    expect(council.forecastCost).toBeCloseTo(1_052_000 - 102_000 + 10_000, 1);
  });
});
