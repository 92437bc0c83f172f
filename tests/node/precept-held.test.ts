/** What `check` says of the precept without a run is what a run does. */
import { describe, expect, it } from "vitest";
import { preceptHeld } from "../../src/node/precept-held.ts";
import { lookupAmong, resolveOrThrow, simulate } from "../../src/simulation/index.ts";

const SMALL = "format: 1\nname: small\nburnInWeeks: 0\nset: { size.scale: 0.0125 }\n";

function scenarioOf(...set: readonly string[]) {
  return resolveOrThrow({ entry: { name: "small.yaml", text: SMALL }, lookup: lookupAmong({}), set }).scenario;
}

/** Year, asked, held at and limit, as a run words them. */
const IN_A_RUN = /asked for in (\S+), (\S+) \((\S+)\), .* held at it: (\S+) \((.*)\)$/;

describe("a precept over the limits", () => {
  it.each([
    [["council.precept@2016-04-01=0.03"]],
    [["council.precept=0.2"]],
    [["council.preceptUse@2016-04-01=1"]],
    [["council.precept=0.02", "council.preceptUse@2018-04-01=1", "council.preceptTotal=0.05"]],
  ])("is told of before a run with the years and limits of the run: %j", (set) => {
    const scenario = scenarioOf(...set);
    const run = simulate(scenario, "1").warnings.flatMap((text) => [IN_A_RUN.exec(text)?.slice(1) ?? []]);
    expect(run.length).toBeGreaterThan(0);
    const [only, ...others] = preceptHeld(scenario, "small.yaml");
    expect(others).toEqual([]);
    expect(only.path).toBe([...new Set(run.map(([, , lever]) => lever))].join(" and "));
    for (const [year, asked, , allowed, limit] of run) {
      expect(only.message).toContain(`${asked} in ${year}, where it is ${allowed} (${limit})`);
    }
    expect(only.message.match(/where it is/g)).toHaveLength(run.length);
  });

  it("is nowhere in the baseline", () => {
    expect(preceptHeld(scenarioOf(), "small.yaml")).toEqual([]);
  });
});
