/** Who lies in hospital for want of a package: all who came from there and have had none since, whoever pays. */
import { describe, expect, test } from "vitest";
import { brokerage } from "../../src/model/week/brokerage.ts";
import { choice } from "../../src/model/week/choice.ts";
import { keepsPlace } from "../../src/model/week/community.ts";
import { crisis } from "../../src/model/week/crisis.ts";
import { reconsiderRoute } from "../../src/model/week/switching.ts";
import { Funding, Service, Source, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number>>;

/** A council after a week, in which nobody waits and no agency has time. */
function fullCouncil(set: Settings = {}): { readonly world: World; readonly served: readonly number[] } {
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  const { world } = run;
  const { people, providers } = world;
  const { stage, service, provider } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)];
  for (const row of rows) if (stage[row] === Stage.seeking) stage[row] = Stage.gone;
  for (const row of providers.live.subarray(0, providers.liveCount)) providers.columns.capacity[row] = 0;
  world.tally.delayedDays = 0;
  const served = rows.filter(
    (row) => stage[row] === Stage.served && service[row] === Service.homeCare && provider[row] >= 0,
  );
  return { world, served };
}

/** Days in hospital in a week in which five people look for home care in vain. */
function daysOf(funding: number, source: number): number {
  const { world, served } = fullCouncil();
  const { columns } = world.people;
  for (const row of served.slice(0, 5)) {
    [columns.stage[row], columns.funding[row], columns.provider[row]] = [Stage.seeking, funding, -1];
    [columns.source[row], columns.queuedWeek[row]] = [source, world.week];
  }
  world.muster.week = -1;
  brokerage(world);
  choice(world);
  return world.tally.delayedDays;
}

describe("people who look for home care from hospital", () => {
  test.each([
    "managedBudget",
    "managedWithoutBudget",
    "shortTerm",
    "directPayment",
    "thirdParty",
    "selfFunded",
  ] as const)("lie there for a week, with %s as with any other route", (route) =>
    expect(daysOf(Funding[route], Source.discharge)).toBe(35),
  );

  test("are not those who look at home", () => {
    for (const source of [Source.crisis, Source.replacement, Source.community]) {
      for (const funding of [Funding.managedBudget, Funding.directPayment]) expect(daysOf(funding, source)).toBe(0);
    }
  });

  test("are those too whom a crisis takes there while they look", () => {
    const sourceAfter = (hospitalShare: number): number => {
      const { world, served } = fullCouncil({ "demand.hospitalShare": hospitalShare });
      const { stage, source, provider } = world.people.columns;
      const [row] = served;
      [stage[row], source[row], provider[row]] = [Stage.seeking, Source.community, -1];
      crisis(world, row);
      return source[row];
    };
    expect(sourceAfter(1)).toBe(Source.discharge);
    expect(sourceAfter(0)).toBe(Source.community);
  });
});

describe("people who once came from hospital", () => {
  const set = { "directPayment.communityShare": 0.5, "council.otherCutCap": 0 };

  test("wait at home for another place in a community option, and in hospital for a first", () => {
    const sourceAfter = (minutes: number): number => {
      const { world } = fullCouncil(set);
      const { people, market } = world;
      const { service, stage, bought, source, funding } = people.columns;
      const row = [...people.live.subarray(0, people.liveCount)].find(
        (each) => service[each] === Service.community && stage[each] === Stage.served && bought[each] > 0,
      );
      if (row === undefined) throw new Error("nobody has a place");
      expect(funding[row]).toBe(Funding.directPayment);
      source[row] = Source.discharge;
      bought[row] = minutes;
      // So many more than places that all but nobody can stay.
      market.communityMinutes = market.communityRoom * 1e12;
      expect(keepsPlace(world, row)).toBe(false);
      return source[row];
    };
    expect(sourceAfter(120)).toBe(Source.replacement);
    expect(sourceAfter(0)).toBe(Source.discharge);
  });

  test("look for a place at home where they have left an agency for one", () => {
    const switching = { "route.switchAtReview": 1, "route.directPaymentPush": 5 };
    const { world, served } = fullCouncil({ ...set, ...switching, "directPayment.assistantShare": 0 });
    const { funding, service, source, bought } = world.people.columns;
    const moved = served.filter((row) => {
      if (funding[row] !== Funding.managedBudget) return false;
      source[row] = Source.discharge;
      reconsiderRoute(world, row);
      return service[row] === Service.community;
    });
    expect(moved.length).toBeGreaterThan(2);
    for (const row of moved) expect([source[row], bought[row]]).toEqual([Source.replacement, 0]);
  });
});
