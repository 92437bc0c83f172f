/** Whose money moves between two arms: a row each, who gets most more first, and never half of an account. */
import { describe, expect, test } from "vitest";
import { type Party, PARTIES, PARTY_WORDS } from "../../src/model/measures/index.ts";
import {
  isChart,
  receiptsOf,
  renderArms,
  resultsOf,
  sectionsOf,
  studyOf,
  type ComparisonInput,
} from "../../src/report/index.ts";
import { reportInput } from "../support/report-fixture.ts";
import { find, get, one, parse, wordsOf } from "../support/report-html.ts";
import { SHAPES, type Shape } from "../support/report-measures.ts";
import { comparisonInput } from "../support/sweep-fixture.ts";

type Moves = Readonly<Partial<Record<Party, number>>>;

/**
 * The made-up comparison with receipts of these parties: the second arm has so many £ million more, a little more in some
 * seeds, and in the last year so much more again.
 */
function withReceipts(moves: Moves, parties: readonly Party[] = PARTIES, seeds = 8, last: Moves = {}): ComparisonInput {
  const input = comparisonInput(seeds);
  const { results } = input;
  const [like] = input.measures;
  const own = parties.map((party) => ({
    ...like,
    key: `receipts.${party}`,
    label: `Net receipts: ${PARTY_WORDS[party][0]}`,
    unit: "GBP million",
    headline: false,
  }));
  const yearly: typeof results.yearly = (arm, seed, key) => {
    const party = PARTIES.find((each) => key === `receipts.${each}`);
    if (party === undefined) return results.yearly(arm, seed, key);
    const level = 10 + seed / 10;
    const moreIn = (year: number): number => (moves[party] ?? 0) + (year === 3 ? (last[party] ?? 0) : 0);
    return results.years.map((_, year) =>
      arm === 0 || year < 2 ? level : level + moreIn(year) * (1 + (seed % 3) / 10),
    );
  };
  return {
    ...input,
    measures: [...input.measures, ...own],
    results: { ...results, measures: [...results.measures, ...own.map(({ key }) => key)], yearly },
  };
}

const MOVES: Moves = { workers: 1, state: 0.5, reserves: -0.4, taxpayers: -1.1 };

describe("whose money moves", () => {
  const root = parse(renderArms(withReceipts(MOVES)));
  const figure = one(root, "#receipts");
  const rows = find(one(figure, "tbody"), "tr").map(wordsOf);

  test("is one picture, who gets most more first, and those whom nothing reaches are named", () => {
    expect(rows.map((row) => PARTIES.find((party) => row.startsWith(PARTY_WORDS[party][0])))).toEqual([
      "workers",
      "state",
      "reserves",
      "taxpayers",
    ]);
    expect(wordsOf(one(figure, "h3"))).toBe(
      "Whose money moves: care workers £1.1m a year more, local taxpayers £1.2m a year less",
    );
    const words = wordsOf(figure);
    expect(words).toContain("All rows together come to £0.00m.");
    expect(words).toMatch(/Exactly the same in every seed: .*the NHS, by what it transfers/u);
  });

  test("stands in the answer too, by its two ends, with the way to all of it", () => {
    const answer = wordsOf(one(root, ".carried"));
    expect(answer).toMatch(/Whose money care workers £1\.1m a year more .*local taxpayers £1\.2m a year less/u);
    const hrefs = find(one(root, ".carried"), "a").map((link) => get(link, "href"));
    expect(hrefs).toContain("#money");
    expect(find(root, "#money")).toHaveLength(1);
  });

  test("is left out where one party is not told of, or nothing moves", () => {
    for (const input of [withReceipts(MOVES, PARTIES.slice(1)), withReceipts({}), comparisonInput()]) {
      expect(receiptsOf(studyOf(input))).toBeUndefined();
      expect(find(parse(renderArms(input)), "#receipts")).toEqual([]);
    }
  });

  test("is told year by year, on one scale: on whom it falls first, and on whom at last", () => {
    const titleOf = (input: ComparisonInput): string =>
      wordsOf(one(one(parse(renderArms(input)), "#receipts-years"), "h3"));
    const panels = find(one(one(root, "#receipts-years"), "tbody"), "tr").map(wordsOf);
    expect(new Set(panels.map((row) => PARTIES.find((party) => row.startsWith(PARTY_WORDS[party][0]))))).toEqual(
      new Set(["workers", "state", "reserves", "taxpayers"]),
    );
    expect(titleOf(withReceipts(MOVES))).toBe("It falls most on local taxpayers, in 2016-17 and in 2017-18");
    expect(titleOf(withReceipts(MOVES, PARTIES, 8, { reserves: -4 }))).toBe(
      "It falls most on local taxpayers in 2016-17, on the council's reserves in 2017-18",
    );
    expect(titleOf(withReceipts({}, PARTIES, 8, { workers: 1, taxpayers: -1 }))).toBe(
      "It falls on nobody clearly in 2016-17, most on local taxpayers in 2017-18",
    );
    expect(titleOf(withReceipts(MOVES, PARTIES, 1))).toBe("Whose money moves, year by year, in one seed");
  });

  test("claims nothing of one seed", () => {
    const page = parse(renderArms(withReceipts(MOVES, PARTIES, 1)));
    expect(wordsOf(one(one(page, "#receipts"), "h3"))).toBe(
      "Whose money moves: differences in one seed, without any range",
    );
    expect(find(page, ".carried")).toEqual([]);
  });
});

describe("who is paid for care, and who pays", () => {
  const titleWith = (changes: Readonly<Record<string, Partial<Shape>>> = {}, runs = 20): string => {
    const shapes = SHAPES.map((shape) => ({ ...shape, ...changes[shape.measure.key] }));
    const charts = sectionsOf(resultsOf(reportInput({ shapes, runs }))).flatMap((section) => section.charts);
    return charts.filter(isChart).find(({ slug }) => slug === "whose-money")?.title ?? "";
  };
  const PAID = /ocal taxpayers paid £5\d\.\dm, up from £4\d\.\dm; the Exchequer paid £3\d\.\dm, down from £4\d\.\dm$/u;

  test("is told of those who pay, each with more or less than at first", () => {
    expect(titleWith()).toMatch(PAID);
    expect(titleWith()).toMatch(/^L/u);
    // No title has more than fifteen words.
    expect(titleWith({}, 1)).toMatch(/^One run: local taxpayers paid £5\d\.\dm, up from £4\d\.\dm$/u);
  });

  test("leaves out whoever is paid, or pays what they paid", () => {
    expect(titleWith({ "receipts.state": { to: 0.2 } })).toMatch(/^Local taxpayers paid £\S+m, up from £\S+m$/u);
    const still = { from: -0.9, to: -0.9, spread: 0.2 };
    expect(titleWith({ "receipts.state": still, "receipts.taxpayers": still })).toMatch(/^What care workers get rose/u);
  });
});
