/** The shipped councils: each can be picked, stands on its feet, and keeps the laws. */
import { describe, expect, it } from "vitest";
import {
  lookupAmong,
  resolveOrThrow,
  simulate,
  type ResolvedScenario,
  type RunResult,
} from "../../src/simulation/index.ts";
import { expectLaws } from "../support/laws-extremes.ts";
import { COUNCILS } from "../support/shipped-files.ts";

const NAMES = ["average", "inner-city", "metropolitan-tax-poor", "affluent-shire", "sparse-rural"];

const inCouncil = (council: string, rest: object = {}): ResolvedScenario =>
  resolveOrThrow({
    entry: { name: "asked.yaml", text: JSON.stringify({ format: 1, name: "asked", council, ...rest }) },
    lookup: lookupAmong({}, COUNCILS),
  }).scenario;

const sizeOf = ({ values }: ResolvedScenario): number => Number(values["size.scale"][0].value);
const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

describe("the shipped councils", () => {
  it("are five", () => {
    expect(Object.keys(COUNCILS).sort()).toEqual([...NAMES].sort());
  });

  it("have in the average one the registry's own council", () => {
    const plain = resolveOrThrow({ entry: { name: "p.yaml", text: "format: 1\nname: p\n" }, lookup: lookupAmong({}) });
    expect(inCouncil("average").values).toEqual(plain.scenario.values);
  });

  it.each(NAMES)("%s balances for two years: reserves neither gone nor growing, and nobody waits long", (name) => {
    const scenario = inCouncil(name, { weeks: 104 });
    const { weekly, weeks } = simulate(scenario, "1", { checks: "full" });
    const size = sizeOf(scenario);
    const reserves = weekly["council.reserves"];
    expect(reserves[weeks - 1] / size).toBeGreaterThan(1);
    expect(reserves[weeks - 1] / size).toBeLessThan(12);
    expect(Math.max(...weekly["council.overspend"])).toBe(0);
    // Out of about 3,700 people with support.
    expect(mean(weekly["people.awaitingCare"]) / size).toBeLessThan(40);
  });

  it.each(NAMES)("%s keeps every law of the week", (name) => {
    const set = { "size.scale": 0.02, "size.agencies": 150, "framework.providers": 100 };
    expectLaws(inCouncil(name, { weeks: 60, burnInWeeks: 4, start: "2016-01-04", set }), "1");
  });
});

describe("the precept", () => {
  /** The last year of the decade, small councils, a fixed share of the legal limit. */
  const results = NAMES.map((name): { readonly name: string; readonly result: RunResult } => {
    const set = { "size.scale": 0.1, "council.preceptUse": 1 };
    return { name, result: simulate(inCouncil(name, { weeks: 260, burnInWeeks: 26, start: "2015-04-06", set }), "1") };
  });
  const last = ({ result }: { readonly result: RunResult }, measure: string): number =>
    result.yearly[measure][result.years.length - 1];

  it("raises least where the tax base is weakest and need is highest (NAO 14)", () => {
    const ranked = results
      .map((each) => {
        const { values } = inCouncil(each.name);
        const dwellings = Number(values["council.taxBase"][0].value) * 0.1;
        const people = last(each, "people.funded");
        return {
          name: each.name,
          need: people / dwellings,
          dwellings,
          raised: last(each, "council.preceptIncome") / people,
          ofBudget: last(each, "council.preceptIncome") / last(each, "council.netBudget"),
        };
      })
      .sort((left, right) => right.need - left.need);
    expect(ranked[0].name).toBe("metropolitan-tax-poor");
    expect(ranked[4].name).toBe("affluent-shire");
    for (let index = 1; index < ranked.length; index++) {
      const [more, less] = [ranked[index - 1], ranked[index]];
      expect([more.name, more.dwellings < less.dwellings, more.raised < less.raised]).toEqual([more.name, true, true]);
    }
    expect(ranked[0].ofBudget).toBeLessThan(ranked[4].ofBudget);
  });
});
