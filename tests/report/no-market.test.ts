/** A market without agencies has no price, and money that nobody could spend is no gain. */
import { describe, expect, it } from "vitest";
import { lookupAmong, resolveOrThrow, simulate } from "../../src/simulation/index.ts";

const run = (set: readonly string[]) => {
  const entry = { name: "s.yaml", text: "format: 1\nname: s\nweeks: 4\nburnInWeeks: 2\n" };
  const { scenario } = resolveOrThrow({ entry, lookup: lookupAmong({}, {}), flags: {}, set });
  return simulate(scenario, "1");
};

describe("the private price", () => {
  it("is undefined while no agency trades, and defined where one does", () => {
    const none = run(["size.agencies=0", "providers.entryRate=0"]);
    expect([...none.weekly["prices.privatePrice"]].every(Number.isNaN)).toBe(true);
    expect([...run([]).weekly["prices.privatePrice"]].every((price) => price > 5)).toBe(true);
  });
});

describe("the budget gap", () => {
  it("starts at the first April: nothing was forecast before", () => {
    expect([...run([]).weekly["council.gapPercent"]].every(Number.isNaN)).toBe(true);
  });
});
