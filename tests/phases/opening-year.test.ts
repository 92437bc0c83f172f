/** What is counted by the year begins anew in each, those before the first April that the council sets included. */
import { describe, expect, it } from "vitest";
import { ProviderKind } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start, type Run } from "../../src/simulation/index.ts";
import { council, type Settings } from "../support/april-council.ts";

/** A council whose recording begins with a financial year, after more than a year of burn-in. */
const OPENING = { start: "2016-04-04", burnInWeeks: 60, weeks: 4 };

/** A run just before its first recorded week. */
function atOpening(set: Settings, text = OPENING): Run {
  const run = start(council(set, text), "1");
  while (run.recorded < 0) run.step();
  return run;
}

/** National Insurance of all agencies that counts against this year's allowance, pence. */
function counted({ providers }: World): number {
  const { kind, insurance } = providers.columns;
  const agencies = [...providers.live.subarray(0, providers.liveCount)].filter(
    (row) => kind[row] === ProviderKind.agency,
  );
  return agencies.reduce((sum, row) => sum + insurance[row], 0);
}

describe("a recording that begins with a financial year", () => {
  it("gives every employer a new allowance, and so did the April within the burn-in", () => {
    const run = atOpening({});
    const before = counted(run.world);
    run.step();
    const week = counted(run.world);
    expect(week).toBeGreaterThan(0);
    // 52 weeks of the burn-in have been counted, not all sixty; then only the first week of the recording.
    expect(before / week).toBeGreaterThan(40);
    expect(before / week).toBeLessThan(58);
  });

  it("leaves none of the fund's money for places over from the burn-in", () => {
    const run = atOpening({ "nhs.betterCareFund": 5, "nhs.reablementShare": 0.5, "demand.assessedPerWeek": 0 });
    const before = run.world.council.reablementLeft;
    run.step();
    expect(run.world.council.reablementLeft / before).toBeCloseTo(1 / 52, 3);
  });

  it("has the whole yearly sum for providers that would fail", () => {
    const run = atOpening({});
    run.world.council.supportGiven = 1000;
    run.step();
    expect(run.world.council.supportGiven).toBe(0);
  });
});

it("a recording that begins within a financial year goes on with it", () => {
  const run = atOpening({}, { ...OPENING, start: "2016-05-02", burnInWeeks: 2 });
  const before = counted(run.world);
  run.step();
  expect(counted(run.world)).toBeGreaterThan(before);
});

it("an April gives every employer a new allowance, and emergency support its whole sum", () => {
  const run = start(council({}, { start: "2016-03-07", burnInWeeks: 0, weeks: 6 }), "1");
  while (run.world.timetable.aprilWeek[run.recorded] === 0) run.step();
  const { world } = run;
  const [row] = [...world.providers.live].filter((each) => world.providers.columns.kind[each] === ProviderKind.agency);
  world.providers.columns.insurance[row] = 1e9;
  world.council.supportGiven = 50_000;
  run.step();
  expect(world.providers.columns.insurance[row]).toBeLessThan(1e7);
  expect(world.council.supportGiven).toBe(0);
});

it("an allowance that comes within the first year lets off nothing of what was due before it began", () => {
  const text = { start: "2013-04-01", burnInWeeks: 60, weeks: 4 };
  const run = atOpening({ "wages.employmentAllowance": 0 }, text);
  const before = counted(run.world);
  run.step();
  expect(counted(run.world)).toBeLessThan(before / 20);
});
