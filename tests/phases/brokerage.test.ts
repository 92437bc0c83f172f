/** Whom a broker asks in one week: up to three agencies, none of them twice. */
import { describe, expect, test } from "vitest";
import { brokerage } from "../../src/model/week/brokerage.ts";
import { Funding, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** Refusals in a week in which so many agencies, all full, are there to ask, for so many people who look for care. */
function refusals(agencies: number, seekers: number): number {
  // All of them members, or a broker might not come across three in the looks of one week.
  const list = { "size.agencies": agencies / 0.03, "framework.providers": agencies / 0.03, "framework.openShare": 0 };
  const set = { ...list, "size.zones": 1, "framework.spotWeeks": 9 };
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  const { world } = run;
  const { people, providers, tally } = world;
  const { stage, funding, service, source, queuedWeek, provider, noticeWeek } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)];
  for (const row of rows) {
    noticeWeek[row] = 0;
    if (stage[row] === Stage.seeking) stage[row] = Stage.gone;
  }
  const managed = rows.filter((row) => stage[row] === Stage.served && service[row] === Service.homeCare);
  for (const row of managed.slice(0, seekers)) {
    [stage[row], funding[row], provider[row]] = [Stage.seeking, Funding.managedBudget, -1];
    [source[row], queuedWeek[row]] = [3, world.week];
  }
  const firms = [...providers.live.subarray(0, providers.liveCount)];
  expect(firms.filter((row) => providers.columns.kind[row] === ProviderKind.agency)).toHaveLength(agencies);
  for (const row of firms) providers.columns.capacity[row] = 0;
  world.muster.week = -1;
  const before = tally.refusals;
  brokerage(world);
  return tally.refusals - before;
}

describe("a broker", () => {
  test("asks the only agency there is once, and two agencies once each", () => {
    expect(refusals(1, 10)).toBe(10);
    expect(refusals(2, 10)).toBe(20);
  });

  test("asks three where there are more", () => {
    expect(refusals(8, 10)).toBe(30);
  });
});
