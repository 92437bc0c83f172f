/** Whom people who buy hours themselves can choose, and what agencies without room remember of them. */
import { describe, expect, test } from "vitest";
import { choice } from "../../src/model/week/choice.ts";
import { loseProvider } from "../../src/model/week/leaving.ts";
import { Funding, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const NEEDED = 600;

interface OneBuyer {
  readonly world: World;
  readonly buyer: number;
  /** The only agencies there are. */
  readonly agencies: readonly number[];
}

/** A self-funder who needs ten hours and knows every agency of the only zone, and who alone looks for one. */
function oneBuyer(agencies: number, directPayment: Partial<World["era"]["directPayment"]> = {}): OneBuyer {
  const set = { "size.zones": 1, "size.agencies": agencies / 0.03, "framework.providers": agencies / 0.03 };
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  const { world } = run;
  const { people, providers, era } = world;
  const sure = { knownShare: 1, switchPerYear: 0, ...directPayment };
  world.era = {
    ...era,
    directPayment: { ...era.directPayment, ...sure },
    information: { ...era.information, knownWhenHard: 1 },
  };
  const { stage, funding, service, assessed } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)];
  for (const row of rows) if (stage[row] === Stage.seeking) stage[row] = Stage.gone;
  const [buyer] = rows.filter(
    (row) => stage[row] === Stage.served && funding[row] === Funding.selfFunded && service[row] === Service.homeCare,
  );
  loseProvider(world, buyer);
  assessed[buyer] = NEEDED;
  providers.columns.declined.fill(0);
  world.muster.week = -1;
  const all = [...providers.live.subarray(0, providers.liveCount)];
  return { world, buyer, agencies: all.filter((row) => providers.columns.kind[row] === ProviderKind.agency) };
}

/** Leaves an agency so many minutes at its workers' usual hours. */
function leaveRoom({ providers }: World, row: number, minutes: number): void {
  const { capacity, booked, spared } = providers.columns;
  capacity[row] = booked[row] - spared[row] + minutes;
}

describe("a buyer", () => {
  test("is taken on by an agency with just the room, and not by one with a minute less", () => {
    for (const [room, taken] of [
      [NEEDED, true],
      [NEEDED - 1, false],
    ] as const) {
      const { world, buyer, agencies } = oneBuyer(1);
      leaveRoom(world, agencies[0], room);
      choice(world);
      expect(world.people.columns.provider[buyer] === agencies[0]).toBe(taken);
      expect(world.people.columns.stage[buyer]).toBe(taken ? Stage.served : Stage.seeking);
      // Ten hours that somebody wanted to buy and could not: what brokers and agencies see of private demand.
      expect(world.market.turnedAway[0]).toBe(taken ? 0 : NEEDED);
    }
  });

  test("counts half in what a full agency remembers to have declined, for there may be room elsewhere", () => {
    // However often the buyer comes across it in a week, it is asked once.
    for (const agenciesConsidered of [1, 8]) {
      const { world, agencies } = oneBuyer(1, { agenciesConsidered });
      leaveRoom(world, agencies[0], 0);
      choice(world);
      expect(world.providers.columns.declined[agencies[0]]).toBe(NEEDED / 2);
    }
  });

  test("goes to the one with room however full the others are", () => {
    const { world, buyer, agencies } = oneBuyer(3, { agenciesConsidered: 100 });
    for (const row of agencies) leaveRoom(world, row, 0);
    leaveRoom(world, agencies[1], NEEDED);
    choice(world);
    expect(world.people.columns.provider[buyer]).toBe(agencies[1]);
    expect(world.people.columns.bought[buyer]).toBeGreaterThan(0);
  });
});
