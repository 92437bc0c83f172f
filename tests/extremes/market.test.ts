/** Empty and broken markets: no provider, no person, no worker, one of each, everybody failing at once. */
import { describe, expect, it } from "vitest";
import { ProviderKind } from "../../src/model/world/codes.ts";
import { simulate, start, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { NO_PEOPLE, NO_PROVIDERS, NO_WORKERS, smallCouncil, type CouncilText } from "../support/laws-council.ts";
import { expectLaws } from "../support/laws-extremes.ts";

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** A run that keeps every law. */
function lawful(council: CouncilText, seed = "1"): RunResult {
  const scenario = scenarioFrom(smallCouncil(council));
  expectLaws(scenario, seed);
  return simulate(scenario, seed, { checks: "full" });
}

describe("no providers", () => {
  it("leaves people without agency care; what cannot be counted is not defined rather than zero", () => {
    const { weekly } = lawful({ set: { ...NO_PROVIDERS, "size.inHouseShare": 0 } });
    expect(Math.max(...weekly["providers.trading"])).toBe(0);
    expect(weekly["workforce.vacancyPercent"].every(Number.isNaN)).toBe(true);
    expect(weekly["providers.marginPercent"].every(Number.isNaN)).toBe(true);
    expect(weekly["people.awaitingCare"].at(-1)).toBeGreaterThan(0);
    expect(weekly["unmet.hoursPercent"].at(-1)).toBeGreaterThan(0);
  });

  it("with all care from agencies or none, leaves every needed hour unmet", () => {
    const { weekly } = lawful({
      set: {
        ...NO_PROVIDERS,
        "size.inHouseShare": 0,
        "framework.inHouseStartShare": 0,
        "size.directPayments": 0,
        "size.supportedLiving": 0,
        "size.dayServices": 0,
        "route.directPaymentShare": 0.001,
        "route.directPaymentPush": -5,
        "council.pushSteps": 0,
        "route.supportedLivingShare": 0,
        "route.dayShare": 0,
      },
    });
    expect(Math.min(...weekly["unmet.hoursPercent"])).toBeCloseTo(100, 9);
  });
});

describe("no people", () => {
  it("means nothing is delivered and no care is bought, all year", () => {
    const { weekly, people } = lawful({ set: NO_PEOPLE, weeks: 60 });
    expect(sum(weekly["council.communitySpend"])).toBe(0);
    expect(sum(weekly["people.funded"])).toBe(0);
    expect(weekly["unmet.hoursPercent"].every(Number.isNaN)).toBe(true);
    expect(people[0].values).toHaveLength(0);
  });
});

describe("no workers", () => {
  it("means that agencies give less and less, and every law holds", () => {
    const { weekly } = lawful({ set: NO_WORKERS, weeks: 30 });
    expect(weekly["workforce.careWorkers"].at(-1)).toBe(0);
    expect(weekly["unmet.hoursPercent"].at(-1)).toBeGreaterThan(50);
  });
});

describe("no agency, and people who look for one", () => {
  const OF_YEARS = { weeks: 156, burnInWeeks: 0 };

  it("is not for ever: one opens in four weeks, and care comes", () => {
    const council = { "size.agencies": 0, "size.inHouseShare": 0 };
    const { weekly } = lawful({ ...OF_YEARS, set: council });
    expect([...weekly["providers.trading"].subarray(0, 4)]).toEqual([0, 0, 0, 1]);
    // The guard: where none may open, more people wait.
    const never = lawful({ ...OF_YEARS, set: { ...council, "providers.entryRate": 0 } }).weekly;
    expect(Math.max(...never["providers.trading"])).toBe(0);
    expect(weekly["people.awaitingCare"].at(-1)).toBeLessThan(never["people.awaitingCare"][OF_YEARS.weeks - 1]);
  });

  it("in one zone of several is not either: the largest agency comes to serve it", () => {
    // With half of its reach at ten thousand clients an agency serves the zone of its office alone.
    const alone = { "size.zones": 4, "providers.halfReachClients": 10_000, "providers.entryRate": 0 };
    const council = { ...OF_YEARS, weeks: 8, set: { ...alone, "size.agencies": 34 } };
    const run = start(scenarioFrom(smallCouncil(council)), "1");
    const { live, columns } = run.world.providers;
    const agency = live.findIndex((row) => columns.kind[row] === ProviderKind.agency);
    expect(columns.zones[agency].toString(2).match(/1/g)).toHaveLength(1);
    while (!run.done) run.step();
    expect(columns.zones[agency]).toBe(0b1111);
  });
});

describe("one of each", () => {
  it("is a valid council", () => {
    const { weekly } = lawful({
      set: {
        ...NO_PEOPLE,
        "size.scale": 0.001,
        "size.homeCare": 0,
        "size.selfFunders": 1000,
        "size.agencies": 1000,
        "size.jobSeekers": 1000,
        "framework.providers": 1000,
      },
    });
    expect(weekly["providers.trading"][0]).toBeLessThanOrEqual(1);
    expect(Math.max(...weekly["people.selfFunded"])).toBe(1);
  });

  it("a run of one week without burn-in is a run", () => {
    const { weeks, years } = lawful({ weeks: 1, burnInWeeks: 0 });
    expect(weeks).toBe(1);
    expect(years).toHaveLength(1);
  });
});

/** Fees of nothing, no cash, no credit: whoever is asked to decide fails at once. */
const RUIN = {
  "framework.feeChange": 0,
  "providers.cashKeptWeeks": 0,
  "providers.overdraftWeeks": 0,
  "providers.crossSubsidy": 0,
  "providers.orderlyClients": 0,
};

describe("most owners stopping in one week", () => {
  it("have drawn no more than all of them could: who left since counts too", () => {
    const stop = { "providers.closureBase": 0.5, "providers.closureCap": 0.5 };
    const { weekly } = lawful({ changes: [{ from: "2015-10-05", set: stop }] });
    const [before, after] = weekly["providers.trading"].slice(-2);
    expect(after).toBeLessThanOrEqual(before / 2);
    // Drawings are whole pence.
    expect(Math.max(...weekly["providers.drawingsPercent"])).toBeLessThanOrEqual(100.01);
  });
});

describe("all providers failing", () => {
  it("at the first decision leaves people waiting, nobody twice, and accounts that add up", () => {
    const { weekly, events } = lawful({ burnInWeeks: 0, weeks: 30, set: { ...RUIN, "providers.entryRate": 0 } });
    expect(events.kind.length).toBeGreaterThan(0);
    expect(sum(weekly["providers.failures"]) + sum(weekly["providers.closures"])).toBeGreaterThan(0);
    expect(weekly["people.awaitingCare"].at(-1)).toBeGreaterThan(0);
  });

  it("in the last week settles everything in that week", () => {
    // Providers decide in every fourth week from the first burn-in week: here the last of all, the 44th.
    const { weekly } = lawful({
      burnInWeeks: 4,
      weeks: 40,
      changes: [{ from: "2015-10-05", set: { "providers.overdraftWeeks": 0, "providers.closureBase": 0.5 } }],
      set: { "providers.cashKeptWeeks": 0, "framework.feeChange": 0.5, "providers.overdraftWeeks": 52 },
    });
    const last = (key: string): number => weekly[key].at(-1) ?? Number.NaN;
    expect(last("providers.failures") + last("providers.closures")).toBeGreaterThan(0);
  });
});
