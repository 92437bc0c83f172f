/** The founding: other seeds find other people, and the same seed the same. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Funding, Service } from "../../src/model/world/codes.ts";
import { lookupAmong, resolveOrThrow, start, type ResolvedScenario } from "../../src/simulation/index.ts";

const text = readFileSync(new URL("../../scenarios/baseline.yaml", import.meta.url), "utf8");
const withScale = (scale: number): ResolvedScenario =>
  resolveOrThrow({
    entry: { name: "baseline.yaml", text },
    lookup: lookupAmong({}, {}),
    set: [`size.scale=${scale}`],
  }).scenario;
const scenario = withScale(0.02);

function foundersOf(seed: string) {
  const { people, providers, workers } = start(scenario, seed).world;
  return {
    taste: [...people.columns.taste.subarray(0, people.rows)],
    need: [...people.columns.need.subarray(0, people.rows)],
    wage: [...providers.columns.wage.subarray(0, providers.rows)],
    usual: [...workers.columns.usual.subarray(0, workers.rows)],
  };
}

describe("founding", () => {
  test("differs between seeds in people, providers and workers", () => {
    const [one, two] = [foundersOf("1"), foundersOf("2")];
    for (const kind of ["taste", "need", "wage", "usual"] as const) expect(one[kind]).not.toEqual(two[kind]);
  });

  test.each([0.01, 0.07, 0.33, 1])("at scale %f people of a service add up to the rounded whole", (scale) => {
    const { people, era } = start(withScale(scale), "1").world;
    const { funding, service, group } = people.columns;
    const rows = [...people.live.subarray(0, people.liveCount)];
    const isHolder = (row: number): boolean => funding[row] === Funding.directPayment;
    const routes: readonly number[] = [Funding.managedWithoutBudget, Funding.managedBudget];
    const managed = (code: number) => (row: number) => service[row] === code && routes.includes(funding[row]);
    const stocks = [
      [era.size.directPayments, isHolder],
      [era.size.homeCare, managed(Service.homeCare)],
      [era.size.supportedLiving, managed(Service.supportedLiving)],
      [era.size.dayServices, managed(Service.dayServices)],
    ] as const;
    for (const [byGroup, belongs] of stocks) {
      const own = rows.filter(belongs);
      expect(own).toHaveLength(Math.round([...byGroup].reduce((sum, each) => sum + each * scale, 0)));
      for (const [each, full] of byGroup.entries()) {
        const share = own.filter((row) => group[row] === each).length;
        expect(Math.abs(share - full * scale), `group ${each}`).toBeLessThan(1.5);
      }
    }
  });

  test("is the same for the same seed", () => {
    expect(foundersOf("zebra")).toEqual(foundersOf("zebra"));
  });
});
