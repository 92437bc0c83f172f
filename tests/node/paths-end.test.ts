/** A run beyond the decade is told which yearly figures stay as they are; one within it is told nothing. */
import { describe, expect, it } from "vitest";
import { pathsEnd } from "../../src/node/paths-end.ts";
import { lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";

function told(lines: readonly string[] = [], ...set: readonly string[]): string {
  const text = ["format: 1", "name: long", ...lines].join("\n");
  const { scenario } = resolveOrThrow({ entry: { name: "long.yaml", text }, lookup: lookupAmong({}), set });
  const found = pathsEnd(scenario, "long.yaml");
  expect(found.length).toBeLessThanOrEqual(1);
  return found.map(({ file, kind, path, message }) => `${file} ${kind} ${path} ${message}`).join("");
}

describe("what is given year by year", () => {
  it("reaches to the end of the decade, and as far as a next step would have been", () => {
    expect(told()).toBe("");
    expect(told(["weeks: 520"])).toBe("");
    expect(told(["weeks: 523"])).not.toBe("");
  });

  it("is named with its last date where the run goes on", () => {
    const text = told(["weeks: 600"]);
    expect(text).toMatch(/^long\.yaml warning weeks runs until 2021-10-04, /);
    expect(text).toMatch(/prices\.inflation, council\.grant.* \(2019-04-01\); wages\.floor and .* \(2020-04-01\)/);
    // Known until 2023; a plateau since 2015; a rule that changed now and then.
    expect(text).not.toMatch(/preceptLimit|personalBudgetShare|employmentAllowance/);
    expect(told(["weeks: 570"])).not.toContain("wages.floor");
    expect(told(["start: 2022-04-04", "weeks: 52"])).toContain("wages.floor");
  });

  it("is not named where the scenario says what comes", () => {
    expect(told(["weeks: 600"], "wages.floor@2021-04-05=8.91")).not.toContain("wages.floor ");
    expect(told(["weeks: 600"], "wages.floor=7")).not.toContain("wages.floor ");
    expect(told(["weeks: 600"], "wages.floor@2021-04-05=8.91")).toContain(
      "wages.employerInsuranceThreshold (2020-04-01)",
    );
  });
});
