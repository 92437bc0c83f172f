/** The tender of the framework, with three agencies whose costs are round numbers: bids, places, the fee, and lots. */
import { describe, expect, test } from "vitest";
import { awardLots } from "../../src/model/week/lots.ts";
import { tender } from "../../src/model/week/tender.ts";
import { ProviderKind } from "../../src/model/world/codes.ts";
import { MAX_ZONES } from "../../src/model/world/market.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Framework = Partial<World["era"]["framework"]>;

/**
 * An hour costs £10, £11 and £12 of pay, £2 of running costs, and £90 a week over the hours. The first agency has 100
 * hours, a fifth of them for people who buy for themselves; the others have 50 each, all for the council. Two places
 * of the framework have 90 hours each, then, for the 180 that the council buys.
 */
function threeAgencies(changed: Framework = {}): { readonly world: World; readonly rows: readonly number[] } {
  const text = smallCouncil({ set: { "size.agencies": 100 }, burnInWeeks: 0 });
  const { world } = start(scenarioFrom(text), "1");
  const { era, providers, council, market } = world;
  const framework = {
    ...era.framework,
    providers: 2 / 0.03,
    tenderYears: 4,
    tenderMargin: 0.2,
    tenderFloor: 0.1,
    tenderCeiling: 10,
    qualityDiscount: 0.1,
    ...changed,
  };
  const wages = { ...era.wages, leaveShare: 0, employerInsuranceRate: 0, pensionEmployerRate: 0 };
  const prices = { ...era.prices, mileagePerHour: 0, overheadPerHour: 200, fixedPerWeek: 9000, drawingsPerWeek: 0 };
  world.era = { ...era, framework, wages, prices };
  world.terms = framework;
  market.priceIndex = 1;
  council.ruleFee = 1500;
  council.yearsSinceTender = 3;
  const {
    kind,
    wage,
    travel,
    withheld,
    overheadRatio,
    booked,
    privateBooked,
    quality,
    framework: member,
  } = providers.columns;
  const rows = [...providers.live.subarray(0, providers.liveCount)].filter((row) => kind[row] === ProviderKind.agency);
  for (const [index, row] of rows.entries()) {
    wage[row] = 1000 + 100 * index;
    travel[row] = withheld[row] = quality[row] = member[row] = 0;
    overheadRatio[row] = 1;
    booked[row] = 60 * (index === 0 ? 100 : 50);
    privateBooked[row] = 60 * (index === 0 ? 20 : 0);
  }
  return { world, rows };
}

const membersOf = ({ world, rows }: ReturnType<typeof threeAgencies>): readonly number[] =>
  rows.map((row) => world.providers.columns.framework[row]);

/** £10 + £2 + £90 over its own 100 hours, and £11 or £12 + £2 + £90 over the 90 hours of a place; a fifth on top. */
const BIDS = [(1000 + 200 + 90) / 0.8, (1100 + 200 + 100) / 0.8, (1200 + 200 + 100) / 0.8] as const;

describe("a tender", () => {
  test("makes the cheapest members, and the fee what the dearer asks where both are needed to give all the hours", () => {
    const council = threeAgencies();
    tender(council.world);
    expect(BIDS).toEqual([1612.5, 1750, 1875]);
    expect(membersOf(council)).toEqual([1, 1, 0]);
    expect(council.world.council.ruleFee).toBeCloseTo(1750, 9);
    expect(council.world.council.fee).toBeCloseTo(1750, 9);
    expect(council.world.council.yearsSinceTender).toBe(0);
  });

  test("pays what clears the market: where the cheapest can give all the hours, no dearer member sets the fee", () => {
    const council = threeAgencies();
    // 170 of the 270 hours are its own, and it alone has more than the 135 of an equal part, so both have a place.
    council.world.providers.columns.booked[council.rows[0]] = 60 * 190;
    tender(council.world);
    expect(membersOf(council)).toEqual([1, 1, 0]);
    expect(council.world.council.ruleFee).toBeCloseTo((1100 + 200 + 9000 / 135) / 0.8, 9);
    // With all 170 hours of the framework its own, nobody else is needed.
    for (const row of council.rows.slice(1)) council.world.providers.columns.booked[row] = 0;
    council.world.council.yearsSinceTender = 3;
    tender(council.world);
    expect(membersOf(council)).toEqual([1, 1, 0]);
    expect(council.world.council.ruleFee).toBeCloseTo((1000 + 200 + 9000 / 190) / 0.8, 9);
  });

  test("counts quality as a lower bid, and pays the bid that was made", () => {
    const council = threeAgencies();
    // 1,875 × e^−0.2 is 1,535.
    council.world.providers.columns.quality[council.rows[2]] = 2;
    tender(council.world);
    expect(membersOf(council)).toEqual([1, 0, 1]);
    expect(council.world.council.ruleFee).toBeCloseTo(BIDS[2], 9);
  });

  test("brings lower bids where the savings plan leaves one place of two, for more hours go to it", () => {
    const council = threeAgencies();
    council.world.council.placesRatio = 0.5;
    tender(council.world);
    expect(membersOf(council)).toEqual([1, 0, 0]);
    // One place has all 180 hours: £90 over them are 50 pence.
    expect(council.world.council.ruleFee).toBeCloseTo((1000 + 200 + 50) / 0.8, 9);
  });

  test("moves the fee no further than from its floor to its ceiling", () => {
    const feeAfter = (ruleFee: number): number => {
      const { world } = threeAgencies({ tenderFloor: 0.9, tenderCeiling: 1.05 });
      world.council.ruleFee = ruleFee;
      tender(world);
      return world.council.ruleFee;
    };
    expect(feeAfter(1000)).toBeCloseTo(1050, 9);
    expect(feeAfter(1700)).toBeCloseTo(1750, 9);
    expect(feeAfter(3000)).toBeCloseTo(2700, 9);
  });

  test("asks less for an hour where what is paid is more than what is given, and where monitoring saves work", () => {
    const fixedSum = threeAgencies({ contractForm: "outcomes-based" });
    fixedSum.world.providers.columns.giveShare.fill(0.9);
    tender(fixedSum.world);
    expect(fixedSum.world.council.ruleFee).toBeCloseTo(0.9 * 1750, 9);
    const monitored = threeAgencies({ electronicMonitoring: 0.5, monitoringSaving: 40, unrecordedShare: 0 });
    tender(monitored.world);
    expect(monitored.world.council.ruleFee).toBeCloseTo(1750 - 20, 9);
  });

  test("comes every fourth April; between, places that were left go to the best of the others, at the same fee", () => {
    const council = threeAgencies();
    const { world, rows } = council;
    world.council.yearsSinceTender = 2;
    world.providers.columns.framework[rows[2]] = 1;
    tender(world);
    expect([world.council.ruleFee, world.council.yearsSinceTender]).toEqual([1500, 3]);
    expect(membersOf(council)).toEqual([1, 0, 1]);
  });
});

describe("lots", () => {
  test("go to the members that give most care in a zone, and to nobody who is no member", () => {
    const { world, rows } = threeAgencies({ lotsPerZone: 1 });
    const { zones, framework, lots } = world.providers.columns;
    for (const [index, row] of rows.entries()) {
      zones[row] = 0b11;
      framework[row] = index < 2 ? 1 : 0;
      // The first gives most in one zone, the second in the other; the third, no member, most of all.
      world.market.zoneMinutes[row * MAX_ZONES] = [600, 300, 900][index];
      world.market.zoneMinutes[row * MAX_ZONES + 1] = [300, 600, 900][index];
    }
    awardLots(world);
    expect(rows.map((row) => lots[row])).toEqual([0b01, 0b10, 0]);
  });
});
