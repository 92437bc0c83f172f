/** A varied scenario is the one that the same words after `--set` would have made. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REGISTRY } from "../../src/simulation/scenario/registry.ts";
import {
  hashScenario,
  lookupAmong,
  resolveOrThrow,
  type Variation,
  vary,
} from "../../src/simulation/scenario/index.ts";
import { NO_PLACE } from "../../src/simulation/scenario/problem.ts";

const lookup = lookupAmong({});
const BASE =
  "format: 1\nname: base\nset: { council.precept: 0.01 }\nchanges: [{ from: 2014-04-01, set: { wages.floor: 7 } }]\n";
const resolved = (set: readonly string[]) => resolveOrThrow({ entry: { name: "base.yaml", text: BASE }, lookup, set });

const PATHS = ["wages.floor", "council.precept", "framework.providers", "directPayment.rateShare.older"];
const said = fc.record({
  path: fc.constantFrom(...PATHS),
  from: fc.constantFrom("", "2012-04-01", "2014-04-01", "2016-04-01", "2018-10-03"),
  value: fc.constantFrom(0, 0.01, 0.1),
});

describe("a varied scenario", () => {
  it("is what --set makes of the same base, whatever is set and from when", () => {
    const base = resolved([]).scenario;
    const settings = fc.uniqueArray(said, { maxLength: 8, selector: ({ path, from }) => `${path} ${from}` });
    fc.assert(
      fc.property(settings, (all) => {
        const whole = all.map((each) => ({ ...each, value: each.path === "framework.providers" ? 5 : each.value }));
        const variations = whole.map(({ path, from, value }): Variation => {
          const [leaf] = REGISTRY.byPath.get(path) ?? [];
          return { from, settings: [{ leaf, value, at: NO_PLACE }] };
        });
        const words = whole.map(({ path, from, value }) => `${path}${from === "" ? "" : `@${from}`}=${value}`);
        const varied = vary(base, variations);
        expect(varied.values).toEqual(resolved(words).scenario.values);
        expect(hashScenario(varied)).toBe(resolved(words).hash);
      }),
    );
  });

  it("is the same scenario where nothing is set, and leaves its base as it was", () => {
    const base = resolved([]).scenario;
    const before = hashScenario(base);
    expect(hashScenario(vary(base, []))).toBe(before);
    const [leaf] = REGISTRY.byPath.get("wages.floor") ?? [];
    vary(base, [{ from: "", settings: [{ leaf, value: 9, at: NO_PLACE }] }]);
    expect(hashScenario(base)).toBe(before);
  });
});
