/** One door for all: who comes, who is found a home with support, who takes a direct payment, and who can manage it. */
import { describe, expect, it } from "vitest";
import { start } from "../../src/simulation/index.ts";
import { directPaymentChance } from "../../src/model/rules/route.ts";
import { newcomersNeed, usualNeed } from "../../src/model/rules/usual-need.ts";
import { Funding, PersonCause, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number | string>>;

const OLDER = 0;
const PHYSICAL = 1;
const LEARNING = 2;

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

function correlation(one: readonly number[], two: readonly number[]): number {
  const [first, second] = [mean(one), mean(two)];
  const product = mean(one.map((value, at) => (value - first) * (two[at] - second)));
  const spread = (values: readonly number[], middle: number): number =>
    Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return product / (spread(one, first) * spread(two, second));
}

interface Start {
  readonly group: number;
  readonly service: number;
  readonly isHolder: boolean;
  /** Place among those found eligible, 0 least in need; and the need with which the person came, minutes. */
  readonly place: number;
  readonly need: number;
}

/** What became of everybody who was referred, assessed and funded in two years of a quarter of a council. */
function startsOf(set: Settings): readonly Start[] {
  const run = start(scenarioFrom(smallCouncil({ weeks: 104, set: { "size.scale": 0.25, ...set } })), "1");
  const needs = new Map<number, number>();
  const starts: Start[] = [];
  while (!run.done) {
    run.step();
    const { people, era } = run.world;
    const { stage, cause, funding, enteredWeek, group, service, rank, need } = people.columns;
    for (const row of people.live.subarray(0, people.liveCount)) {
      if (cause[row] !== PersonCause.referral || enteredWeek[row] <= 0) continue;
      const key = people.keys[row];
      if (stage[row] === Stage.assessment) needs.set(key, need[row]);
      else if (needs.has(key) && stage[row] !== Stage.gone && funding[row] !== Funding.selfFunded) {
        const share = era.assessment.eligibleShare[group[row]];
        starts.push({
          group: group[row],
          service: service[row],
          isHolder: funding[row] === Funding.directPayment,
          place: (rank[row] - (1 - share)) / share,
          need: needs.get(key) ?? Number.NaN,
        });
        needs.delete(key);
      } else needs.delete(key);
    }
  }
  return starts;
}

const eraOf = (set: Settings) => start(scenarioFrom(smallCouncil({ weeks: 1, set })), "1").world.era;

describe("who comes", () => {
  it("needs what people at home with care need, whoever holds their money", () => {
    const era = eraOf({
      "size.homeCare.physical": 100,
      "size.directPayments.physical": 300,
      "demand.homeCareHours.physical": 10,
      "directPayment.needRatio.physical": 2,
      "demand.arrivalNeedRatio.physical": 0.9,
    });
    // A hundred with ten hours and three hundred with twenty.
    expect(usualNeed(era, PHYSICAL) / 60).toBeCloseTo(17.5);
    expect(newcomersNeed(era, PHYSICAL) / 60).toBeCloseTo(15.75);
  });

  it("needs what home care gives where nobody is there to compare with", () => {
    const era = eraOf({ "size.homeCare.older": 0, "size.directPayments.older": 0, "demand.homeCareHours.older": 9 });
    expect(usualNeed(era, OLDER) / 60).toBeCloseTo(9);
  });
});

describe("a home with support", () => {
  it("is found for those who need most, before anybody holds money", () => {
    const living = startsOf({ "route.directPaymentShare": 0.99 }).filter(
      ({ service }) => service === Service.supportedLiving,
    );
    expect(living.length).toBeGreaterThan(5);
    expect(Math.min(...living.map(({ place }) => place))).toBeGreaterThanOrEqual(0.7);
  });

  it("goes down the ranks where more of them are to be had, and to as many as were said", () => {
    const starts = startsOf({ "route.supportedLivingShare": 0.6 });
    const living = starts.filter(({ service }) => service === Service.supportedLiving);
    expect(Math.min(...living.map(({ place }) => place))).toBeGreaterThanOrEqual(0.4);
    expect(Math.abs(living.length / starts.length - 0.6)).toBeLessThan(0.06);
  });
});

describe("a direct payment", () => {
  const oddsAt = (ratio: number, needEffect: number): number => {
    const chance = directPaymentChance(eraOf({ "route.needEffect": needEffect }), OLDER, false, 0.45, ratio, 1, 0);
    return chance / (1 - chance);
  };

  it("is taken at odds in proportion to the need, and by default by nothing else of it", () => {
    expect(oddsAt(2, 1) / oddsAt(1, 1)).toBeCloseTo(2);
    expect(oddsAt(3, 2) / oddsAt(1, 2)).toBeCloseTo(9);
    expect(oddsAt(5, 0)).toBeCloseTo(oddsAt(0.2, 0));
  });

  it("goes to older people with greater needs than home care does, and to all needs alike where need plays no part", () => {
    const ratioOf = (needEffect: number): number => {
      const set = { "route.dayShare": 0, "information.paymentEffect": 0, "route.directPaymentShare.older": 0.4 };
      const starts = startsOf({ ...set, "route.needEffect": needEffect });
      const older = starts.filter(({ group, service }) => group === OLDER && service !== Service.supportedLiving);
      const needsOf = (isHolder: boolean): number =>
        mean(older.filter((each) => each.isHolder === isHolder).map(({ need }) => need));
      return needsOf(true) / needsOf(false);
    };
    expect(ratioOf(1.5)).toBeGreaterThan(1.3);
    expect(Math.abs(ratioOf(0) - 1)).toBeLessThan(0.15);
  });
});

describe("what people and agencies open with", () => {
  const columnsOf = (world: World, group: number) => {
    const { people } = world;
    const rows = Array.from(people.live.subarray(0, people.liveCount)).filter(
      (row) => people.columns.group[row] === group && people.columns.service[row] !== Service.dayServices,
    );
    return {
      need: rows.map((row) => Math.log(people.columns.need[row])),
      capacity: rows.map((row) => people.columns.capacity[row]),
    };
  };

  it("is less capacity to manage where need of the mind is great, and no less where it is of the body", () => {
    const set = { "size.scale": 1, "outcomes.capacitySpread": 0.1 };
    const { world } = start(scenarioFrom(smallCouncil({ weeks: 1, set })), "1");
    const [bodily, learning] = [columnsOf(world, PHYSICAL), columnsOf(world, LEARNING)];
    expect(Math.abs(correlation(bodily.need, bodily.capacity))).toBeLessThan(0.15);
    expect(correlation(learning.need, learning.capacity)).toBeLessThan(-0.5);
    expect(Math.min(...learning.capacity)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [0, 0],
    [0.55, 0.55],
    [-0.9, -0.9],
  ])("is quality that goes with size: set to %d", (agencyQuality, expected) => {
    const set = { "size.scale": 1, "size.agencies": 600, "size.agencyQuality": agencyQuality };
    const { world } = start(scenarioFrom(smallCouncil({ weeks: 1, set })), "1");
    const { live, liveCount, columns } = world.providers;
    const agencies = Array.from(live.subarray(0, liveCount)).filter((row) => columns.kind[row] === ProviderKind.agency);
    const quality = agencies.map((row) => columns.quality[row]);
    const size = agencies.map((row) => Math.log(columns.sizeWeight[row]));
    expect(Math.abs(correlation(quality, size) - expected)).toBeLessThan(0.12);
    // However it is set, quality is in standard deviations.
    expect(Math.abs(Math.sqrt(mean(quality.map((each) => each * each))) - 1)).toBeLessThan(0.1);
  });
});
