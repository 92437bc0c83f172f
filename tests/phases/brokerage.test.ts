/** Whom a broker asks in one week: up to three agencies, none of them twice. */
import { describe, expect, test } from "vitest";
import { brokerage } from "../../src/model/week/brokerage.ts";
import { Funding, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/**
 * A week in which so many agencies, all full, are there to ask, for so many people who look for care: refusals, and
 * minutes that agencies will look for staff for.
 */
function week(
  agencies: number,
  seekers: number,
  fee?: number,
): { readonly refusals: number; readonly declined: number } {
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
  providers.columns.declined.fill(0);
  if (fee !== undefined) world.council.fee = fee;
  brokerage(world);
  return {
    refusals: tally.refusals - before,
    declined: providers.columns.declined.reduce((sum, each) => sum + each, 0),
  };
}

describe("a broker", () => {
  test("asks the only agency there is once, and two agencies once each", () => {
    expect(week(1, 10).refusals).toBe(10);
    expect(week(2, 10).refusals).toBe(20);
  });

  test("asks three where there are more", () => {
    expect(week(8, 10).refusals).toBe(30);
  });
});

describe("an agency that is full", () => {
  test("looks for staff for what it declines, but not for what costs it more than the fee", () => {
    expect(week(1, 10, 5000).declined).toBeGreaterThan(10 * 15);
    const cheap = week(1, 10, 500);
    expect([cheap.refusals, cheap.declined]).toEqual([10, 0]);
  });
});
