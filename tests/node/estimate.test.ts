import { describe, expect, it } from "vitest";
import { bytesText, durationText, estimate, refuseOver, USUAL_LIMITS } from "../../src/node/estimate.ts";
import { openScenario } from "../../src/node/scenario-files.ts";
import { resolveOrThrow, simulate, type ResolvedScenario } from "../../src/simulation/index.ts";

function baseline(scale: number, weeks = 522): ResolvedScenario {
  const opened = openScenario("baseline");
  if (!opened.ok) throw new Error("no baseline");
  const flags = { weeks, burnInWeeks: 0 };
  return resolveOrThrow({ ...opened, set: [`size.scale=${scale}`], flags }).scenario;
}

describe("an estimate", () => {
  it("grows with people and weeks, and is shared among workers", () => {
    const one = estimate(baseline(1), 4, 1);
    expect(one.secondsPerSeed * 4).toBe(one.seconds);
    expect(estimate(baseline(1), 4, 2).seconds).toBe(one.seconds / 2);
    expect(estimate(baseline(1), 4, 3).seconds).toBe(one.seconds / 2);
    const ten = estimate(baseline(10), 4, 1);
    expect(ten.workerBytes - one.workerBytes).toBeGreaterThan(
      8 * (one.workerBytes - estimate(baseline(0), 4, 1).workerBytes),
    );
    expect(estimate(baseline(1, 1044), 4, 1).seconds).toBeGreaterThan(1.4 * one.seconds);
  });

  it("counts the people that a run then has, within a factor of ten", () => {
    const scenario = baseline(0.05, 60);
    const { ever } = estimate(scenario, 1, 1);
    const found = simulate(scenario, "1").people[0].values.length;
    expect(found).toBeGreaterThan(ever / 10);
    expect(found).toBeLessThan(ever * 10);
  });

  it("lets a council's decade through and refuses a million people, with the numbers", () => {
    expect(() => refuseOver(USUAL_LIMITS, estimate(baseline(1), 20, 2), true)).not.toThrow();
    const million = estimate(baseline(175), 1, 1);
    expect(million.opening).toBeGreaterThan(900_000);
    expect(() => refuseOver(USUAL_LIMITS, million, false)).toThrow(
      /^each worker would need about \d\.\d GiB; the limit is 2\.0 GiB$/,
    );
    expect(() => refuseOver({ ...USUAL_LIMITS, workerBytes: 1e12 }, million, true)).not.toThrow();
  });
});

describe("writing many runs", () => {
  it("is refused where their series would not fit, and not asked about where nothing is written", () => {
    const many = estimate(baseline(0.1), 10_000, 2);
    expect(() => refuseOver(USUAL_LIMITS, many, true)).toThrow(
      /^writing the results would need about \d\.\d GiB; the limit is 2\.0 GiB$/,
    );
    expect(() => refuseOver(USUAL_LIMITS, many, false)).not.toThrow();
  });
});

describe("sizes and times", () => {
  it("are rounded up and written with their unit", () => {
    expect([1, 70_000, 1.5e8, 2 * 1024 ** 3].map(bytesText)).toEqual(["1 KiB", "69 KiB", "144 MiB", "2.0 GiB"]);
    expect([0.2, 59.2, 61, 3600, 90_000].map(durationText)).toEqual([
      "1 s",
      "60 s",
      "2 min",
      "1 h 0 min",
      "25 h 0 min",
    ]);
  });
});
