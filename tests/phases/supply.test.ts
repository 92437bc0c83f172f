/** What firms give way on, what keeps them up, and who sets up alone: small worlds worked out by hand. */
import { describe, expect, test } from "vitest";
import { giveWay } from "../../src/model/week/giving-way.ts";
import { openMicros } from "../../src/model/week/micro.ts";
import { findsPlace, keepsPlace } from "../../src/model/week/community.ts";
import { supportProviders } from "../../src/model/week/support.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { Employment, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import { qualityBent } from "../../src/model/world/founding-providers.ts";
import { communityPlaces } from "../../src/model/world/voluntary.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const council = (set: Readonly<Record<string, number>>, weeks = 20): World => {
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  for (let week = 0; week < weeks; week++) run.step();
  return run.world;
};

const agenciesOf = ({ providers }: World): readonly number[] =>
  [...providers.live.subarray(0, providers.liveCount)].filter(
    (row) => providers.columns.kind[row] === ProviderKind.agency,
  );

describe("quality", () => {
  test("goes a fifth of the way in four weeks to bent, margin and staff, each against what was usual", () => {
    // 1 - 0.95^4 of the way.
    const set = {
      "providers.qualityPace": 0.05,
      "providers.qualityMarginEffect": 10,
      "providers.qualityChurnEffect": 2,
    };
    const world = council({ ...set, "providers.squeezeTravelPay": 0 });
    const [row] = agenciesOf(world);
    const { quality, revenueMean, costMean, churn, vacancy, overtime } = world.providers.columns;
    Object.assign(world.market.usualMargin, { 0: 0.06 });
    Object.assign(world.market.usualStrain, { 0: 0.3 });
    revenueMean[row] = 100_000;
    costMean[row] = 98_000;
    churn[row] = 0.4;
    vacancy[row] = 0.1;
    overtime[row] = 0;
    quality[row] = 0.7;
    giveWay(world);
    // Four points of margin short take 0.4, a fifth more strain takes 0.4.
    const target = qualityBent(world, row) - 0.4 - 0.4;
    expect(quality[row]).toBeCloseTo(0.7 + (target - 0.7) * (1 - 0.95 ** 4), 12);
  });
});

describe("pay for travel and training", () => {
  test("gives way as far as the lever lets it where the margin is gone, and not at all where it is good", () => {
    const world = council({ "providers.squeezeTravelPay": 0.5 });
    const [poor, rich] = agenciesOf(world);
    const { withheld, revenueMean, costMean } = world.providers.columns;
    for (const row of [poor, rich]) {
      withheld[row] = 0;
      revenueMean[row] = 100_000;
    }
    costMean[poor] = 105_000;
    costMean[rich] = 90_000;
    giveWay(world);
    expect(withheld[poor]).toBeCloseTo(0.5 * (1 - (12 / 13) ** 4), 12);
    expect(withheld[rich]).toBe(0);
  });
});

describe("community options", () => {
  const set = { "council.voluntaryRoom": 1, "council.volunteersShare": 0.25, "directPayment.communityShare": 0.4 };
  const world = council({ ...set, "council.otherCutCap": 0 }, 8);
  const { people, market } = world;
  const { service, stage, bought, assessed, queuedWeek } = people.columns;
  const places = market.communityRoom;
  const [row] = [...people.live.subarray(0, people.liveCount)].filter(
    (each) => service[each] === Service.community && stage[each] === Stage.served && bought[each] > 0,
  );

  test("have a quarter of their places left without grants", () => {
    expect(communityPlaces(world)).toBeCloseTo(places, 9);
    const { era } = world;
    world.era = { ...era, council: { ...era.council, voluntaryGrants: 0 } };
    expect(communityPlaces(world)).toBeCloseTo(places / 4, 9);
    world.era = era;
  });

  test("keep those for whom there is room, and have none wait longer than eight weeks", () => {
    market.communityMinutes = places;
    expect(keepsPlace(world, row)).toBe(true);
    // So many more than places that all but nobody can stay.
    market.communityMinutes = places * 1e12;
    expect(keepsPlace(world, row)).toBe(false);
    expect([stage[row], bought[row], queuedWeek[row]]).toEqual([Stage.seeking, 0, world.week]);
    world.week += 7;
    expect(findsPlace(world, row)).toBe(false);
    expect(service[row]).toBe(Service.community);
    market.communityMinutes = places - assessed[row];
    expect(findsPlace(world, row)).toBe(true);
    expect(stage[row]).toBe(Stage.served);
    stage[row] = Stage.seeking;
    market.communityMinutes = places;
    world.week += 1;
    expect(findsPlace(world, row)).toBe(false);
    expect([stage[row], service[row]]).toEqual([Stage.seeking, Service.homeCare]);
  });
});

describe("emergency support", () => {
  test("makes up what cash lacks to the overdraft limit, once, largest first, within the year's sum", () => {
    const sum = 10_000;
    const world = council({ "providers.emergencySupport": sum, "providers.emergencyClients": 1 }, 4);
    const { ledger, accounts, providers, era } = world;
    const { account, costMean, clients } = providers.columns;
    const firms = agenciesOf(world);
    firms.forEach((row, index) => {
      clients[row] = 50 - index;
    });
    const yearly = 1_000_000 * era.size.scale;
    const below = [Math.floor(yearly * 0.6), Math.floor(yearly * 0.5), Math.floor(yearly * 0.3)];
    const limits = firms.map((row) => -era.providers.overdraftWeeks * Math.max(costMean[row], 1));
    below.forEach((pence, index) => {
      const own = account[firms[index]];
      const target = Math.floor(limits[index]) - pence;
      const [from, to, amount] = [own, accounts.economy, ledger.balances[own] - target];
      if (amount > 0) ledger.transfer(from, to, amount, Purpose.overhead);
    });
    world.week = 3;
    supportProviders(world);
    const over = firms.slice(0, 3).map((row, index) => ledger.balances[account[row]] - limits[index]);
    // The largest is at its limit; for the second the sum does not do, for the third it does.
    expect(over[0]).toBeGreaterThanOrEqual(0);
    expect(over[0]).toBeLessThanOrEqual(2);
    expect(over[1]).toBeLessThan(-below[1] + 1);
    expect(over[2]).toBeGreaterThanOrEqual(0);
    expect(world.tally.supported).toBe(2);
  });

  test("lasts for as many weeks as the lever says, in spells of four: eight are two of them, seven are one", () => {
    const spells = (emergencyWeeks: number): number => {
      const set = { "providers.emergencySupport": 10_000_000, "providers.overdraftWeeks": 0 };
      const world = council({ ...set, "providers.emergencyClients": 0, "providers.emergencyWeeks": emergencyWeeks }, 4);
      const { ledger, accounts, providers } = world;
      const { account, supported } = providers.columns;
      const [row] = agenciesOf(world);
      supported[row] = 0;
      for (let spell = 0; spell < 4; spell++) {
        // Whatever it was paid is gone again, and £1,000 more.
        const cash = Math.max(0, ledger.balances[account[row]]);
        ledger.transfer(account[row], accounts.economy, cash + 100_000, Purpose.overhead);
        world.council.supportGiven = 0;
        world.week = 3 + 4 * spell;
        supportProviders(world);
      }
      return supported[row] / 4;
    };
    expect([3, 4, 7, 8, 12].map(spells)).toEqual([0, 1, 1, 2, 3]);
  });
});

describe("a micro-provider", () => {
  test("is opened by a job-seeker, serves one zone, and charges pay and costs and a twentieth", () => {
    const world = council({ "labour.seekersFromOutside": 60 }, 8);
    const { era, providers, workers } = world;
    const before = providers.liveCount;
    world.era = { ...era, providers: { ...era.providers, microSupport: 100_000_000 * 100 } };
    const seekers = workers.live
      .subarray(0, workers.liveCount)
      .filter((row) => workers.columns.employment[row] === Employment.seeking).length;
    openMicros(world);
    const opened = [...providers.live.subarray(0, providers.liveCount)].filter(
      (row) => providers.columns.kind[row] === ProviderKind.micro,
    );
    expect(providers.liveCount).toBe(before + opened.length);
    expect(opened.length).toBe(seekers);
    const { zones, homeZone, workers: staff, price, wage, travel, framework } = providers.columns;
    for (const row of opened) {
      expect([zones[row], staff[row], framework[row], travel[row]]).toEqual([1 << homeZone[row], 1, 0, 0.1]);
      const pay = wage[row] * (1 + 0.35 * 0.1) * 1.16;
      // So small an employer is let off all insurance.
      expect(price[row]).toBeCloseTo((pay + 160 * world.market.priceIndex) * 1.05, 6);
    }
  });

  test("begins with the money that setting up takes at the prices of the day", () => {
    const world = council({ "labour.seekersFromOutside": 60 }, 8);
    const { era, providers, ledger, market } = world;
    world.era = { ...era, providers: { ...era.providers, microSupport: 100_000_000 * 100, microStartUp: 50_000 } };
    market.priceIndex = 1.25;
    openMicros(world);
    const cash = [...providers.live.subarray(0, providers.liveCount)]
      .filter((row) => providers.columns.kind[row] === ProviderKind.micro)
      .map((row) => ledger.balances[providers.columns.account[row]]);
    expect(new Set(cash)).toEqual(new Set([62_500]));
  });
});
