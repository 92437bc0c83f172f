/** When agencies raise what they offer workers, and what an hour of one of two assistants costs. */
import { describe, expect, test } from "vitest";
import { assistantCost } from "../../src/model/week/choice.ts";
import { labour } from "../../src/model/week/labour.ts";
import { ProviderKind } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const council = (set: Readonly<Record<string, number>>): World => {
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  return run.world;
};

describe("an agency short of workers, with a good margin,", () => {
  /** By how much it has raised its pay after that week, with nine posts in ten that have stood empty. */
  const raisedIn = (week: number, margin = 0.2): number => {
    const set = { "labour.vacancyRise": 0.1, "labour.offerVacancy": 0.05, "labour.offerAboveMarket": 0.01 };
    const world = council({ ...set, "labour.offerFewestWorkers": 1, "labour.offerMargin": 0.05 });
    const { kind, wage, vacancy, revenueMean, costMean, workers } = world.providers.columns;
    const agencies = [...world.providers.live.subarray(0, world.providers.liveCount)].filter(
      (row) => kind[row] === ProviderKind.agency && workers[row] > 3,
    );
    const [short] = agencies;
    vacancy[short] = 0.9;
    revenueMean[short] = 100_000;
    costMean[short] = 100_000 * (1 - margin);
    const before = wage[short];
    world.week = week;
    world.muster.week = -1;
    labour(world);
    return wage[short] / before - 1;
  };

  test("raises its offer once a quarter, and in no week between", () => {
    expect([12, 13, 14, 25, 26, 27].map((week) => Math.round(raisedIn(week) * 1000) / 1000)).toEqual([
      0, 0.1, 0, 0, 0.1, 0,
    ]);
  });

  test("raises none where the margin is no more than the lever asks", () => {
    expect(raisedIn(13, 0.049)).toBe(0);
    expect(raisedIn(13, 0.051)).toBeCloseTo(0.1, 9);
  });
});

describe("an hour of an assistant", () => {
  test("costs less in insurance where two share the hours: each has a threshold of the own", () => {
    const world = council({});
    const { people } = world;
    const wages = { leaveShare: 0, employerInsuranceThreshold: 15_000, employerInsuranceRate: 0.1 };
    world.era = { ...world.era, wages: { ...world.era.wages, ...wages, assistantAllowance: 0 } };
    const { assessed, assistantsWanted } = people.columns;
    const row = people.live[0];
    assessed[row] = 30 * 60;
    const costWith = (count: number): number => {
      assistantsWanted[row] = count;
      return assistantCost(world, row);
    };
    assessed[row] = 0;
    const hourly = costWith(1);
    assessed[row] = 30 * 60;
    // A tenth of what is over £150 a week each, on all 30 hours or on 15.
    const dear = (pay: number): number => 1 + (0.1 * Math.max(0, pay - 15_000)) / pay;
    expect(hourly * 15).toBeLessThan(15_000);
    expect(costWith(1)).toBeCloseTo(hourly * dear(hourly * 30), 1);
    expect(costWith(2)).toBeCloseTo(hourly, 9);
  });

  test("goes by what those in post are paid, whom no cut of the rate takes anything from, and by the rate for an empty post", () => {
    const world = council({ "directPayment.assistantShare": 1 });
    const { people, workers, council: rates } = world;
    const { assistants, assistantsWanted, firstAssistant, secondAssistant } = people.columns;
    const employers = [...people.live.subarray(0, people.liveCount)].filter((row) => assistants[row] === 2);
    expect(employers.length).toBeGreaterThan(0);
    const [row] = employers;
    const before = assistantCost(world, row);
    rates.assistantRate *= 0.85;
    expect(assistantCost(world, row)).toBe(before);
    const newcomers = (): number => {
      const posts = [firstAssistant[row], secondAssistant[row]];
      [firstAssistant[row], secondAssistant[row]] = [-1, -1];
      const cost = assistantCost(world, row);
      [firstAssistant[row], secondAssistant[row]] = posts;
      return cost;
    };
    expect(newcomers()).toBeLessThan(before);
    const left = secondAssistant[row];
    secondAssistant[row] = -1;
    expect(assistantCost(world, row)).toBeCloseTo((before + newcomers()) / 2, 9);
    secondAssistant[row] = left;
    expect(assistantsWanted[row]).toBe(2);
    expect(workers.columns.employment[left]).toBeGreaterThan(0);
  });
});
