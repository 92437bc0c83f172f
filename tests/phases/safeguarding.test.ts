/** Concerns about paid workers: the hazard of a round of twelve weeks, and who of two is concerned. */
import { describe, expect, test } from "vitest";
import { safeguard } from "../../src/model/week/safeguarding.ts";
import { Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** A concern a year that is certain within a round of twelve weeks. */
const CERTAIN = 365.25 / 7 / 12;

interface Looked {
  readonly world: World;
  /** People in care of the kind that is meant, all of whom have been there for as many weeks as were told. */
  readonly rows: readonly number[];
}

/** A council in its twentieth week, about to look at all people, with providers of the usual quality. */
function council(rate: number, weeksHere: number, isMeant: (world: World, row: number) => boolean): Looked {
  const set = {
    "safety.agencyRate": rate,
    "safety.assistantRate": rate,
    "safety.checkEffect": 0,
    "directPayment.secondAssistant": 1,
  };
  const run = start(
    scenarioFrom(smallCouncil({ set: { ...set, "safety.monitoringEffect": 0, "size.scale": 0.1 }, burnInWeeks: 0 })),
    "1",
  );
  run.step();
  const { world } = run;
  world.week = 20;
  world.muster.week = -1;
  world.providers.columns.quality.fill(0);
  const { stage, turn, enteredWeek, harm } = world.people.columns;
  const rows: number[] = [];
  for (const row of world.people.live.subarray(0, world.people.liveCount)) {
    // Everybody's turn comes in one week.
    turn[row] = world.week % 12;
    enteredWeek[row] = world.week - weeksHere;
    harm[row] = 0;
    if (stage[row] === Stage.served && isMeant(world, row)) rows.push(row);
  }
  return { world, rows };
}

const withProvider = ({ people }: World, row: number): boolean => people.columns.provider[row] >= 0;
const withTwo = ({ people }: World, row: number): boolean =>
  people.columns.service[row] === Service.assistant && people.columns.assistants[row] === 2;

/** The share of those meant about whom there is a concern in one week. */
function concerned({ world, rows }: Looked): number {
  safeguard(world);
  expect(rows.length).toBeGreaterThan(25);
  return rows.filter((row) => world.people.columns.harm[row] === 1).length / rows.length;
}

describe("a concern", () => {
  test("has the hazard of twelve weeks: certain for all where it comes once in twelve, for half at half of that", () => {
    expect(concerned(council(CERTAIN, 12, withProvider))).toBe(1);
    expect(concerned(council(CERTAIN, 100, withProvider))).toBe(1);
    expect(Math.abs(concerned(council(CERTAIN / 2, 100, withProvider)) - 0.5)).toBeLessThan(0.12);
  });

  test("is that of a whole round for whoever came a week ago: of a short stay, fewer have a turn in it", () => {
    expect(concerned(council(CERTAIN, 6, withProvider))).toBe(1);
    expect(concerned(council(CERTAIN, 0, withProvider))).toBe(1);
  });

  test("comes over stays of six weeks as often as their weeks ask: half as often as in stays of twelve", () => {
    const during = (weeks: number): number => {
      const { world, rows } = council(CERTAIN / 4, 0, withProvider);
      const { turn, harm } = world.people.columns;
      for (const [place, row] of rows.entries()) turn[row] = place % 12;
      let concerns = 0;
      for (let week = 0; week < weeks; week++) {
        harm.fill(0);
        world.muster.week = -1;
        for (const name of ["needs.safeguarding"] as const) world.draws[name].at(world.week);
        safeguard(world);
        concerns += rows.filter((row) => harm[row] === 1).length;
        world.week += 1;
      }
      return concerns / rows.length;
    };
    expect(Math.abs(during(12) - 0.25)).toBeLessThan(0.06);
    expect(Math.abs(during(6) - 0.125)).toBeLessThan(0.05);
  });

  test("is as likely with two assistants as with one, and either is as likely the one concerned", () => {
    const all = council(CERTAIN, 12, withTwo);
    expect(concerned(all)).toBe(1);
    const { firstAssistant, assistants } = all.world.people.columns;
    // Whoever is concerned is gone.
    expect(new Set(all.rows.map((row) => assistants[row]))).toEqual(new Set([1]));
    const first = all.rows.filter((row) => firstAssistant[row] < 0).length / all.rows.length;
    expect(Math.abs(first - 0.5)).toBeLessThan(0.2);
    expect(Math.abs(concerned(council(CERTAIN / 2, 12, withTwo)) - 0.5)).toBeLessThan(0.2);
  });
});
