/** What the government adds to a council's grant: a part of what it has fallen by, a part of the gap. */
import { describe, expect, it } from "vitest";
import type { CouncilState } from "../../src/model/world/council.ts";
import { start } from "../../src/simulation/index.ts";
import { aroundApril, council } from "../support/april-council.ts";

describe("protection of adult social care", () => {
  it("makes good that share of what the grant has fallen by since the start", () => {
    const grantOf = (shareProtected: number): number =>
      aroundApril(
        council(
          { "council.shareProtected": shareProtected, "council.grant": 40 },
          {
            changes: [{ from: "2015-04-01", set: { "council.grant": 30 } }],
          },
        ),
      ).after.council.weeklyGrant;
    const weekly = (millions: number): number => Math.floor((millions * 1e8 * 0.03) / (365.25 / 7) + 0.5);
    expect([0, 0.5, 1].map(grantOf)).toEqual([weekly(30), weekly(35), weekly(40)]);
  });

  /** The grant, pounds of forty million a year, after half of it is gone by an extra change from April on. */
  const halved = (shareProtected: number): number => {
    const changes = [{ from: "2015-04-01", set: { "council.grantChange": 0.5 } }];
    const set = { "council.shareProtected": shareProtected, "council.grant": 40 };
    return aroundApril(council(set, { changes })).after.council.weeklyGrant;
  };

  it("makes good what an extra change takes, as any other fall", () => {
    expect(halved(1) / halved(0)).toBeCloseTo(2, 4);
    expect(halved(0.5) / halved(0)).toBeCloseTo(1.5, 4);
  });

  it("takes no more than there is where care pays for other services", () => {
    expect(halved(-1)).toBe(0);
    const changes = [{ from: "2015-04-01", set: { "council.grant": 10 } }];
    const set = { "council.shareProtected": -1, "council.grant": 40 };
    expect(start(council(set, { changes }), "1").finish().weekly["council.netBudget"].at(-1)).toBeGreaterThan(0);
  });
});

describe("a gap that the government makes good", () => {
  const april = (gapFunded: number, grantChange = 0.8): CouncilState =>
    aroundApril(council({ "council.gapFunded": gapFunded, "council.grantChange": grantChange })).after.council;

  it("leaves the council with as much less to find, and adds that to the year's grant", () => {
    const [none, half, all] = [0, 0.5, 1].map((funded) => april(funded));
    expect(none.gap).toBeGreaterThan(0.05);
    expect(half.gap / none.gap).toBeCloseTo(0.5, 4);
    expect(Math.abs(all.gap)).toBeLessThan(1e-6);
    for (const funded of [half, all]) {
      expect(funded.forecastCost).toBe(none.forecastCost);
      expect(funded.weeklyGrant - none.weeklyGrant).toBe(funded.gapGrant);
      expect(funded.netBudget - none.netBudget).toBe(funded.gapGrant);
    }
    expect(Math.max(...all.expected)).toBe(0);
    expect(Math.max(...none.expected)).toBeGreaterThan(0);
  });

  it("takes no surplus away, and lasts for the year only", () => {
    expect(april(1, 1.5).gap).toBe(april(0, 1.5).gap);
    const changes = [{ from: "2016-03-01", set: { "council.gapFunded": 0 } }];
    const set = { "council.gapFunded": 1, "council.grantChange": 0.8 };
    const run = start(council(set, { changes, weeks: 80 }), "1");
    while (run.recorded < 60) run.step();
    expect(run.world.council.gapGrant).toBeGreaterThan(0);
    run.finish();
    expect(run.world.council.gapGrant).toBe(0);
  });
});
