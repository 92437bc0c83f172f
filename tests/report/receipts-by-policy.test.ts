/** Whose money moves in a sweep: a picture for each policy, moved alone where the design lets it, never half of an account. */
import { describe, expect, test } from "vitest";
import { type Party, PARTIES, PARTY_WORDS } from "../../src/model/measures/index.ts";
import { renderArms, type SweepReportInput } from "../../src/report/index.ts";
import { find, one, parse, wordsOf } from "../support/report-html.ts";
import { FEES, LUCK, sweepInput, WAGES, type WantedSweep } from "../support/sweep-fixture.ts";

type Moves = Readonly<Partial<Record<Party, number>>>;

/** A pound of wage is £1m a year from taxpayers to workers; a fee that follows costs, half of that to providers. */
function movesOf({ wage, fee }: Readonly<Record<string, number | string>>): Moves {
  const [rise, follow] = [Number(wage ?? 7.2) - 7.2, 0.5 * Number(fee ?? 0)];
  return { workers: rise, providers: follow, taxpayers: -rise - follow };
}

function withReceipts(wanted: WantedSweep = {}, parties: readonly Party[] = PARTIES, size = 1): SweepReportInput {
  // Of six seeds the luck in what moves comes to nothing.
  const input = sweepInput({ seeds: 6, ...wanted });
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
    const more = size * (movesOf(results.arms[arm].settings)[party] ?? 0);
    const level = 10 + seed / 10;
    return results.years.map((_, year) => (year < 2 ? level : level + more * (1 + ((seed % 3) - 1) / 10)));
  };
  return {
    ...input,
    measures: [...input.measures, ...own],
    results: { ...results, measures: [...results.measures, ...own.map(({ key }) => key)], yearly },
  };
}

/** Party, value of the axis, difference and reading, as the table has them. */
function rowsOf(input: SweepReportInput, slug: string): readonly (readonly string[])[] {
  const figure = one(parse(renderArms(input)), `#${slug}`);
  return find(one(figure, "tbody"), "tr").map((row) => {
    const [who, , ...cells] = [...find(row, "th"), ...find(row, "td")].map(wordsOf);
    return [who, ...cells];
  });
}

const differenceOf = (rows: readonly (readonly string[])[], who: string, value: string): string | undefined =>
  rows.find(([party, at]) => party === who && at === value)?.[2];

describe("whose money moves in a sweep", () => {
  const root = parse(renderArms(withReceipts()));

  test("is a picture for each policy, with what it moves most in the title", () => {
    const figures = ["#receipts-1", "#receipts-2"].map((figure) => one(root, figure));
    expect(figures.map((figure) => wordsOf(one(figure, "h3")))).toEqual([
      "Living wage from April 2016 £9.20: care workers £2.00m more, local taxpayers £2.00m less",
      "Fee pass-through 100%: providers and their owners £0.50m more, local taxpayers £0.50m less",
    ]);
    expect(wordsOf(figures[0])).toContain("mean difference from the reference, by living wage from April 2016");
    expect(wordsOf(figures[0])).toMatch(/Exactly the same at every value, in every seed: .*the Exchequer/u);
    expect(wordsOf(figures[0])).not.toContain("Providers and their owners");
  });

  test("stands in the answer by the party that any arm moves most, with the way to all of it", () => {
    expect(wordsOf(one(root, ".carried"))).toMatch(
      /Whose money local taxpayers £2\.5m a year less \(−£2\.7m to −£2\.3m\) with wage 9\.2, fee 1: everybody’s$/u,
    );
    expect(find(root, "#money")).toHaveLength(1);
  });

  test("holds what the policy does alone, every column an account of its own", () => {
    const rows = rowsOf(withReceipts(), "receipts-1");
    expect(differenceOf(rows, "Local taxpayers", "£9.20")).toBe("−£2.00m");
    expect(differenceOf(rows, "Care workers", "£8.20")).toBe("+£1.00m");
    expect(differenceOf(rows, "Care workers", "£7.20")).toBe("reference");
    for (const value of ["£8.20", "£9.20"]) {
      const column = rows
        .filter(([, at]) => at === value)
        .map(([, , text]) => Number(text.replaceAll(/[£m+]/g, "").replace("−", "-")));
      expect(column.length).toBeGreaterThan(1);
      expect(column.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 6);
    }
  });

  test("is a mean over what is uncertain, each world held against its own", () => {
    const input = withReceipts({ axes: [WAGES, FEES, LUCK] });
    expect(differenceOf(rowsOf(input, "receipts-1"), "Local taxpayers", "£9.20")).toBe("−£2.00m");
    expect(wordsOf(one(parse(renderArms(input)), "#receipts-1"))).toContain(
      "Each cell is the mean over the values of Growth of need.",
    );
  });

  test("is a mean over the other policies where none moves alone, and says so", () => {
    const input = withReceipts();
    const arms = input.results.arms.flatMap(({ settings }, place) =>
      (settings["wage"] === 7.2) === (settings["fee"] === 0) ? [place] : [],
    );
    const { results } = input;
    const crossed: SweepReportInput = {
      ...input,
      results: {
        ...results,
        arms: arms.map((place, index) => ({ ...results.arms[place], index })),
        yearly: (arm, seed, key) => results.yearly(arms[arm], seed, key),
      },
      differences: [],
    };
    expect(differenceOf(rowsOf(crossed, "receipts-1"), "Local taxpayers", "£9.20")).toBe("−£2.50m");
    expect(wordsOf(one(parse(renderArms(crossed)), "#receipts-1"))).toContain(
      "No arm moves this policy alone: each cell is the mean over whatever the others were",
    );
  });

  test("is left out where one party is not told of, or nothing moves", () => {
    for (const input of [withReceipts({}, PARTIES.slice(1)), withReceipts({}, PARTIES, 0), sweepInput()]) {
      expect(find(parse(renderArms(input)), "#money")).toEqual([]);
    }
  });

  test("claims nothing of one seed", () => {
    const page = parse(renderArms(withReceipts({ seeds: 1 })));
    expect(wordsOf(one(one(page, "#receipts-1"), "h3"))).toBe(
      "Whose money moves with “living wage from April 2016”: no clear difference for anybody",
    );
  });
});
