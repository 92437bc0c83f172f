/** The table of people holds what the sentences of its columns say. */
import { describe, expect, it } from "vitest";
import { scenarioFrom } from "../../src/testing/index.ts";
import { simulate, type RunResult } from "../../src/simulation/index.ts";

const BURN_IN = 6;
const WEEKS = 40;
const scenario = scenarioFrom(
  JSON.stringify({ format: 1, name: "table", weeks: WEEKS, burnInWeeks: BURN_IN, set: { "size.scale": 0.05 } }),
);
const run = simulate(scenario, "1");

function columnOf({ people }: RunResult, name: string): { values: number[]; sentence: string } {
  const found = people.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`no column ${name}`);
  return { values: Array.from(found.values), sentence: found.sentence };
}

describe("the table of people", () => {
  it("has for who has not left the number that its sentence names, and a recorded week for everybody else", () => {
    const { values, sentence } = columnOf(run, "left");
    const named = Number(/(-?\d+) for who had not left/.exec(sentence)?.[1]);
    const stayed = values.filter((week) => week === named);
    expect(stayed.length).toBeGreaterThan(50);
    const left = values.filter((week) => week !== named);
    expect(left.length).toBeGreaterThan(5);
    expect(left.filter((week) => week < 0 || week >= WEEKS)).toEqual([]);
  });

  it("counts the week of the referral from the first recorded one, as its sentence says", () => {
    const { values, sentence } = columnOf(run, "entered");
    expect(sentence).toMatch(/^Recorded week .* from 0/);
    expect(Math.min(...values)).toBe(-BURN_IN);
    expect(Math.max(...values)).toBeGreaterThan(0);
  });

  it("has no code of a route or a kind of care without words in its sentence", () => {
    for (const name of ["group", "funding", "service"]) {
      const { values, sentence } = columnOf(run, name);
      const codes = [...new Set(values)];
      expect(codes.length).toBeGreaterThan(2);
      for (const code of codes) expect(sentence, `${name} ${code}`).toMatch(new RegExp(`\\b${code} [a-z]`));
    }
  });
});
