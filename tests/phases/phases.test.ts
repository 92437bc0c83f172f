/** Every phase of the week does something: taken out of the list, the run is another, and so is the measure that the phase names. */
import { describe, expect, it } from "vitest";
import { measures, PHASES, simulate, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEED = "1";
/** A year and a half with two Aprils, money short enough that the council acts. */
const scenario = scenarioFrom(
  smallCouncil({ weeks: 78, start: "2015-01-05", set: { "providers.closureBase": 0.05, "providers.entryRate": 0.1 } }),
);

/** The week without one phase. */
const without = (name: string): RunResult =>
  simulate(scenario, SEED, { phases: (phases) => phases.filter((phase) => phase.name !== name) });

describe("phases", () => {
  const whole = simulate(scenario, SEED);

  it("have names of their own, sentences, and measures that exist", () => {
    expect(new Set(PHASES.map(({ name }) => name)).size).toBe(PHASES.length);
    const keys = measures.map(({ key }) => key);
    for (const { sentence, moves } of PHASES) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(keys).toContain(moves);
    }
  });

  it("replaced by themselves give the same run", () => {
    const same = simulate(scenario, SEED, { phases: (phases) => phases.map((phase) => ({ ...phase })) });
    expect(same.digest).toBe(whole.digest);
  });

  it("are the eleven of the week", () => expect(PHASES).toHaveLength(11));

  it.each(PHASES)("$name, taken out of the list, changes the run and $moves", ({ name, moves }) => {
    const result = without(name);
    expect(result.digest).not.toBe(whole.digest);
    expect(Array.from(result.weekly[moves])).not.toEqual(Array.from(whole.weekly[moves]));
  });

  it("in another order give another run", () => {
    const reversed = simulate(scenario, SEED, {
      phases: ([calendar, ...others]) => [calendar, ...[...others].reverse()],
    });
    expect(reversed.digest).not.toBe(whole.digest);
  });
});
