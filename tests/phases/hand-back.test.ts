/** What makes an agency give notice on a package: its own cost, or somebody else who waits to pay more. */
import { describe, expect, test } from "vitest";
import { handBack } from "../../src/model/week/hand-back.ts";
import { freeMinutes } from "../../src/model/week/stock.ts";
import { Funding, isBuyer, isManaged, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import { avoidableHour } from "../../src/model/world/agency-costs.ts";
import { EVENT_CAUSES, EventKind } from "../../src/model/world/events.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const peopleOf = ({ people }: World): readonly number[] => [...people.live.subarray(0, people.liveCount)];

/** A council whose agencies are all full, whose fee covers any package, and where nobody waits to buy. */
function fullCouncil(): World {
  const run = start(
    scenarioFrom(smallCouncil({ set: { "size.scale": 0.06, "size.agencies": 80 }, burnInWeeks: 0 })),
    "1",
  );
  for (let week = 0; week < 6; week++) run.step();
  const { world } = run;
  const { providers, people } = world;
  const { columns } = providers;
  const agencies = [...providers.live.subarray(0, providers.liveCount)].filter(
    (row) => columns.kind[row] === ProviderKind.agency,
  );
  for (const row of agencies) {
    columns.capacity[row] -= freeMinutes(world, row);
    columns.price[row] = 2.5 * avoidableHour(world, row);
  }
  // The dearest package of all costs 1.18 times its agency's mean, and stays just within the fee.
  world.council.fee = 1.18 * Math.max(...agencies.map((row) => avoidableHour(world, row)));
  const { stage, funding, service, noticeWeek, rate } = people.columns;
  for (const row of peopleOf(world)) {
    noticeWeek[row] = 0;
    rate[row] = 0;
    if (stage[row] === Stage.seeking && isBuyer(funding[row], service[row])) stage[row] = Stage.gone;
  }
  world.market.turnedAway.fill(0);
  world.muster.week = -1;
  return world;
}

/** Makes one self-funder of a zone look for so many minutes, in vain. */
function wants(world: World, zone: number, minutes: number): void {
  const { stage, funding, zone: zones, assessed } = world.people.columns;
  const [row] = peopleOf(world).filter((each) => zones[each] === zone && funding[each] === Funding.selfFunded);
  stage[row] = Stage.seeking;
  assessed[row] = minutes;
  world.people.columns.service[row] = Service.homeCare;
  world.market.turnedAway[zone] += minutes;
  world.muster.week = -1;
}

/** Packages under notice, by person, and why. */
function notices(world: World) {
  const before = world.events.count;
  handBack(world);
  const { kind, cause, agent, amount } = world.events.columns;
  return Array.from({ length: world.events.count - before }, (_, index) => before + index)
    .filter((at) => kind[at] === EventKind["package.handedBack"])
    .map((at) => ({
      row: peopleOf(world).find((row) => world.people.keys[row] === agent[at]) ?? -1,
      cause: EVENT_CAUSES[cause[at]],
      loss: amount[at],
    }));
}

describe("an agency without time to spare", () => {
  test("keeps packages that pay for themselves while nobody waits", () => {
    expect(notices(fullCouncil())).toEqual([]);
  });

  test("gives notice where somebody in the zone waits to pay more, for the time that is wanted and no more", () => {
    const world = fullCouncil();
    const { zone, bought, noticeWeek, funding } = world.people.columns;
    wants(world, 1, 600);
    const found = notices(world);
    expect(found.length).toBeGreaterThan(0);
    for (const { row, cause } of found) {
      expect(cause).toBe("others wait to pay more");
      expect(zone[row]).toBe(1);
      expect(isManaged(funding[row])).toBe(true);
      expect(noticeWeek[row]).toBe(world.week + world.era.providers.noticeWeeks);
    }
    // All but the last of them leave somebody still waiting.
    const minutes = found.map(({ row }) => bought[row]);
    expect(minutes.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeLessThan(600);
  });

  test("gives none where it has time for who waits", () => {
    const world = fullCouncil();
    for (let index = 0; index < world.providers.liveCount; index++) {
      world.providers.columns.capacity[world.providers.live[index]] += 600_000;
    }
    wants(world, 1, 600);
    expect(notices(world)).toEqual([]);
  });

  test("still gives notice on what costs more than it bears, whoever waits", () => {
    const world = fullCouncil();
    world.council.fee /= 2;
    const found = notices(world);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ cause }) => cause))).toEqual(new Set(["price below avoidable cost"]));
  });

  test("gives notice on a fifth of its book at a time, on what lies farthest off first", () => {
    const world = fullCouncil();
    const { era, people, providers } = world;
    world.era = { ...era, providers: { ...era.providers, handBackShare: 0.2 } };
    world.council.fee /= 2;
    const { provider, bought, funding, stage } = people.columns;
    const distance = (row: number): number => world.draws["providers.distance"].uniform(people.keys[row]);
    const found = notices(world).map(({ row }) => row);
    const managed = peopleOf(world).filter((row) => stage[row] === Stage.served && isManaged(funding[row]));
    let several = 0;
    for (const agency of new Set(found.map((row) => provider[row]))) {
      const own = found.filter((row) => provider[row] === agency);
      // The last of them goes past the fifth, and no other.
      const before = own.slice(0, -1).reduce((sum, row) => sum + bought[row], 0);
      expect(before).toBeLessThan(0.2 * providers.columns.booked[agency]);
      expect(own.map(distance)).toEqual(own.map(distance).sort((a, b) => b - a));
      const kept = managed.filter((row) => provider[row] === agency && !found.includes(row));
      expect(Math.min(...own.map(distance))).toBeGreaterThan(Math.max(...kept.map(distance)));
      if (own.length > 1 && kept.length > 0) several += 1;
    }
    expect(several).toBeGreaterThan(0);
  });

  test("does not give notice again on what is under notice", () => {
    const world = fullCouncil();
    world.council.fee /= 2;
    const first = new Set(notices(world).map(({ row }) => row));
    expect(first.size).toBeGreaterThan(0);
    expect(notices(world).filter(({ row }) => first.has(row))).toEqual([]);
  });

  /** Packages with agencies, and what an hour of one costs, however far off the person lives. */
  const withAgencies = ({ people, providers }: World): readonly number[] => {
    const { funding, stage, provider } = people.columns;
    return [...people.live.subarray(0, people.liveCount)].filter(
      (row) =>
        stage[row] === Stage.served &&
        isManaged(funding[row]) &&
        provider[row] >= 0 &&
        providers.columns.kind[provider[row]] === ProviderKind.agency,
    );
  };
  const costOf = (world: World, row: number): number => {
    const { nearest, farthest } = world.era.providers;
    const u = world.draws["providers.distance"].uniform(world.people.keys[row]);
    return avoidableHour(world, world.people.columns.provider[row]) * (nearest + (farthest - nearest) * u);
  };

  test("gives notice on a package at half the fee alone, and tells what an hour of it loses", () => {
    const world = fullCouncil();
    const [row] = withAgencies(world);
    world.people.columns.rate[row] = 0.5;
    const [only, ...others] = notices(world);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ row, cause: "price below avoidable cost" });
    expect(only.loss).toBeGreaterThan(0);
    expect(only.loss).toBeCloseTo(costOf(world, row) - world.council.fee * 0.5, 6);
  });

  test("finds the one package that costs too much, at the far end of its round", () => {
    const world = fullCouncil();
    const rows = [...withAgencies(world)].sort((a, b) => costOf(world, b) - costOf(world, a));
    const [dearest, next] = rows.map((row) => costOf(world, row));
    // What half a year may lose stands between the two.
    world.council.fee = (dearest + next) / 2 / (1 + world.era.providers.handBackLossWeeks / 26);
    expect(notices(world).map(({ row }) => row)).toEqual([rows[0]]);
  });
});
