/** Whose money moves: what each party receives, less what it pays, sums to nothing, and a policy's money comes from somebody. */
import { describe, expect, it } from "vitest";
import { PARTIES, PARTY_WORDS } from "../../src/model/measures/index.ts";
import { simulate, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { hardCouncil } from "../support/explain-council.ts";
import { NO_SAVINGS } from "../support/laws-council.ts";

/** What a party received in a week, less what it paid, whole pence. */
const penceOf = ({ weekly }: RunResult, party: string, week: number): number =>
  Math.round(weekly[`receipts.${party}`][week] * 1e8);
const sumsOf = (run: RunResult): readonly number[] =>
  run.mondays.map((_, week) => PARTIES.reduce((sum, party) => sum + penceOf(run, party, week), 0));

/** A council with more in reserves than it can use, and nothing that answers to what it has. */
const ample = (precept: number): RunResult =>
  simulate(
    scenarioFrom(
      JSON.stringify({
        format: 1,
        name: "ample",
        start: "2016-01-04",
        weeks: 40,
        burnInWeeks: 8,
        set: {
          "size.scale": 0.05,
          "council.openingReserves": 50,
          ...NO_SAVINGS,
        },
        changes: [{ from: "2016-04-01", set: { "council.precept": precept } }],
      }),
    ),
    "1",
  );

describe("net receipts", () => {
  const run = simulate(hardCouncil(), "1");

  it("sum to nothing every week, while each party receives or pays", () => {
    expect(sumsOf(run).filter((sum) => sum !== 0)).toEqual([]);
    for (const party of PARTIES) {
      const weeks = run.mondays.filter((_, week) => penceOf(run, party, week) !== 0);
      expect(weeks.length, party).toBeGreaterThan(20);
    }
  });

  it("of a precept that is put by go from taxpayers to reserves, and to nobody else", () => {
    const [without, with_] = [0, 0.02].map(ample);
    let moved = 0;
    for (const [week] of with_.mondays.entries()) {
      const income = Math.round((with_.weekly["council.preceptIncome"][week] * 1e8 * 7) / 365.25);
      for (const party of PARTIES) {
        const more = penceOf(with_, party, week) - penceOf(without, party, week);
        expect(more, `${party} in week ${week}`).toBe(
          party === "reserves" ? income : party === "taxpayers" ? 0 - income : 0,
        );
      }
      moved += income;
    }
    expect(moved).toBeGreaterThan(1e6);
  });

  it("have a label of their own for each party", () => {
    const labels = PARTIES.map((party) => PARTY_WORDS[party][0]);
    expect(new Set(labels).size).toBe(PARTIES.length);
  });
});
