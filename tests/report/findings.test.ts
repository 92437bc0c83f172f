import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportInput } from "../../src/report/input.ts";
import { isChart, renderReport, resultsOf, sectionsOf, seriesOf, type Chart } from "../../src/report/index.ts";
import { figure } from "../../src/report/units.ts";
import { TITLE_WORDS, wordsIn } from "../../src/report/wording.ts";
import { reportInput } from "../support/report-fixture.ts";
import { one, parse, wordsOf } from "../support/report-html.ts";
import { SHAPES, type Shape } from "../support/report-measures.ts";

const chartsOf = (input: ReportInput): readonly Chart[] =>
  sectionsOf(resultsOf(input)).flatMap(({ charts }) => charts.filter(isChart));

function chart(input: ReportInput, slug: string): Chart {
  const found = chartsOf(input).find((each) => each.slug === slug);
  if (found === undefined) throw new Error(`no chart ${slug}`);
  return found;
}

/** The fixture with some shapes changed. */
const withShapes = (changes: Readonly<Record<string, Partial<Shape>>>): ReportInput =>
  reportInput({ shapes: SHAPES.map((shape) => ({ ...shape, ...changes[shape.measure.key] })) });

describe("a title", () => {
  test("says which way the data went, with its own numbers", () => {
    const fell = chart(withShapes({ "providers.trading": { from: 58, to: 48 } }), "agencies-trading");
    expect(fell.title).toMatch(/^Agencies trading fell from 5\d to 4\d$/);
    const rose = chart(withShapes({ "providers.trading": { from: 58, to: 68 } }), "agencies-trading");
    expect(rose.title).toMatch(/^Agencies trading rose from 5\d to 6\d$/);
  });

  test("is neutral when the interval of the change spans zero", () => {
    const level = chart(withShapes({ "providers.trading": { from: 58, to: 58, spread: 5 } }), "agencies-trading");
    expect(level.title).toBe("No clear change in agencies trading");
  });

  test("says so when nothing changed in any run", () => {
    const still = chart(withShapes({ "providers.trading": { from: 58, to: 58, spread: 0 } }), "agencies-trading");
    expect(still.title).toBe("Agencies trading did not change");
  });

  test("is neutral when the two printed medians are the same", () => {
    const tiny = chart(withShapes({ "providers.trading": { from: 58, to: 58.04, spread: 0 } }), "agencies-trading");
    expect(tiny.title).toBe("No clear change in agencies trading");
  });

  test("names the groups whose outcomes moved, and no other", () => {
    const { title } = chart(
      withShapes({
        "outcomes.drift.older": { from: 0, to: -0.4, spread: 0.02 },
        "outcomes.drift.physical": { from: 0, to: 0.4, spread: 0.02 },
        "outcomes.drift.learning": { from: 0, to: 0, spread: 0.1 },
        "outcomes.drift.mental": { from: 0, to: 0, spread: 0.2 },
      }),
      "outcome-drift",
    );
    expect(title).toBe("Quality of life of like people fell for older people and rose for physical disability");
  });

  test("and the list beside it say the same of each group, also where the end lies near the start", () => {
    const drifts = (older: readonly [from: number, to: number]): ReportInput =>
      withShapes({
        "outcomes.drift": { from: 0, to: 0, spread: 0.2 },
        "outcomes.drift.older": { from: older[0], to: older[1], spread: 0.05 },
        "outcomes.drift.physical": { from: 0, to: 0, spread: 0.2 },
        "outcomes.drift.learning": { from: 0, to: 0, spread: 0.2 },
        "outcomes.drift.mental": { from: 0, to: 0, spread: 0.2 },
      });
    const listOf = (input: ReportInput): string => {
      const text = /Quality of life of like people, the same mix.*?<\/ul>/s.exec(renderReport(input))?.[0] ?? "";
      return text.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");
    };
    // Back to where it started: clearly less than in the first year, and not clearly less than at the start.
    const back = drifts([0.3, -0.02]);
    expect(chart(back, "outcome-drift").title).toBe(
      "Quality of life of like people fell for older people; no clear change for others",
    );
    expect(listOf(back)).toMatch(
      /from 2010-11 to 2019-20: older people: −0\.\d\d \(−0\.\d\d to −0\.\d\d\), fell physical disability: .*, no clear change/,
    );
    // Below the start from the first year on, and no further down: no change between the years.
    const still = drifts([-0.3, -0.3]);
    expect(chart(still, "outcome-drift").title).toBe("No clear change in quality of life of like people for any group");
    expect(listOf(still)).toMatch(/older people: [−+]?0\.\d\d \(−0\.\d\d to \+0\.\d\d\), no clear change/);
  });

  test.each([
    ["outcomes.drift", "outcome-drift", "like people", 0],
    ["outcomes.qualityOfLife", "quality-of-life", "those served", 18],
  ])("of %s by group says that all together fell where no one group clearly did", (key, slug, whose, level) => {
    const noisy = ["older", "physical", "learning", "mental"].map((group) => [
      `${key}.${group}`,
      { from: level, to: level - 0.1, spread: 0.4 },
    ]);
    const fell = withShapes({
      ...Object.fromEntries(noisy),
      [key]: { from: level, to: level - 0.6, spread: 0.02 },
    });
    expect(chart(fell, slug).title).toBe(`Quality of life of ${whose} fell over all, clearly for no one group`);
    const still = withShapes({ ...Object.fromEntries(noisy), [key]: { from: level, to: level, spread: 0.4 } });
    expect(chart(still, slug).title).toBe(`No clear change in quality of life of ${whose} for any group`);
  });

  test("marks a single run as one", () => {
    for (const { title, slug } of chartsOf(reportInput({ runs: 1 }))) expect(`${slug}: ${title}`).toMatch(/: One run/);
  });

  test("has at most fifteen words and never contradicts its data, whatever the data", () => {
    const shape = fc.record({
      from: fc.double({ noNaN: true, min: -50, max: 3000 }),
      step: fc.double({ noNaN: true, min: -60, max: 60 }),
      spread: fc.double({ noNaN: true, min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(shape, { minLength: SHAPES.length, maxLength: SHAPES.length }), (drawn) => {
        const shapes = SHAPES.map((each, index): Shape => {
          const { from, step, spread } = drawn[index];
          return { ...each, from, to: from + step, spread, isCount: false };
        });
        const input = reportInput({ runs: 5, weeks: 157, shapes });
        for (const { title } of chartsOf(input)) {
          expect(wordsIn(title)).toBeLessThanOrEqual(TITLE_WORDS);
          for (const [, verb, from, to] of title.matchAll(/(rose|fell) from (\S+) to ([^\s;]+)/g)) {
            const [a, b] = [from, to].map((text) => Number(text.replace("−", "-").replace(/[£,%m]/g, "")));
            expect(verb === "rose" ? b > a : b < a, title).toBe(true);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("says rose or fell exactly when 90% of the changes lie on one side of zero", () => {
    const results = resultsOf(reportInput());
    const subjects: readonly (readonly [slug: string, key: string, subject: string])[] = [
      ["agencies-trading", "providers.trading", "Agencies trading"],
      ["provider-margin", "providers.marginPercent", "Providers’ margin"],
    ];
    for (const [slug, key, subject] of subjects) {
      const series = seriesOf(results, key);
      const change = series?.change;
      if (series === undefined || change === undefined) throw new Error(key);
      const verb = change.difference.low > 0 ? "rose" : "fell";
      expect(change.difference.low > 0 || change.difference.high < 0).toBe(true);
      expect(chart(results.input, slug).title).toBe(
        `${subject} ${verb} from ${figure(change.from.median, series.unit)} to ${figure(change.to.median, series.unit)}`,
      );
    }
  });
});

describe("a change", () => {
  test("is taken run by run, between whole years only", () => {
    const input = reportInput({ weeks: 540 });
    expect(input.years).toHaveLength(11);
    const series = seriesOf(resultsOf(input), "providers.trading");
    expect(series?.change?.toIndex).toBe(9);
    const differences = input.yearly["providers.trading"].map((run) => run[9] - run[0]).sort((a, b) => a - b);
    const middle = (differences[9] + differences[10]) / 2;
    expect(series?.change?.difference.median).toBeCloseTo(middle, 12);
  });

  test("leaves out runs without a value at either end", () => {
    const input = reportInput();
    input.yearly["providers.trading"].forEach((run, index) => {
      if (index < 5) (run as Float64Array)[0] = Number.NaN;
    });
    const series = seriesOf(resultsOf(input), "providers.trading");
    expect(series?.points[0]?.runs).toBe(15);
    expect(series?.change?.difference.runs).toBe(15);
  });
});

describe("a number of exits", () => {
  /** One failure a week, given as the engine gives sums: each year scaled to one of mean length. */
  const weekly = (weeks: number): ReportInput => {
    const input = reportInput({ weeks, runs: 3 });
    const weeksOf = input.years.map(
      (_, year) => input.mondays.filter((__, week) => input.yearOfWeek[week] === year).length,
    );
    const of = (count: number, key: string): void => {
      input.weekly[key].forEach((run) => (run as Float64Array).fill(count));
      input.yearly[key].forEach((run) =>
        weeksOf.forEach((each, year) => ((run as Float64Array)[year] = (count * each * 365.25) / 7 / each)),
      );
    };
    for (const key of ["providers.stopped", "providers.transfers", "providers.woundUp"]) of(0, key);
    of(1, "providers.failures");
    return input;
  };
  const said = (weeks: number): readonly string[] => {
    const input = weekly(weeks);
    return [chart(input, "provider-exits").title, wordsOf(parse(renderReport(input)))];
  };

  test("is what happened in the weeks there are, and says how many those are", () => {
    expect(said(134)[0]).toContain("134 exits in 134 weeks");
    expect(said(134)[1]).toContain("Over 134 weeks, 134 (in all runs) providers failed overnight");
    expect(said(104)[0]).toContain("104 exits in 2 years");
    expect(said(20)[0]).toContain("20 exits in 20 weeks");
  });
});

test("growth that is printed as nought is no finding: the title gives pounds instead", () => {
  const prices = (to: number): ReportInput =>
    withShapes({
      "prices.frameworkFee": { from: 13, to, spread: 0 },
      "prices.privatePrice": { from: 14, to: 18, spread: 0 },
      "prices.unitCost": { from: 12, to: 15, spread: 0 },
    });
  expect(chart(prices(15), "fees-and-prices").title).toMatch(/^In cash, council fee rose 1[0-9]%/);
  expect(chart(prices(13.05), "fees-and-prices").title).toMatch(/council fee rose from £13.0\d to £13.0\d/i);
});

test("what is the same in every run is not put with what is not clear", () => {
  const input = withShapes({
    "providers.trading": { from: 58, to: 58, spread: 0 },
    "workforce.vacancyPercent": { from: 8, to: 8, spread: 2 },
  });
  const root = parse(renderReport(input));
  const lede = wordsOf(one(root, ".lede"));
  expect(lede).toContain("; agencies trading did not change.");
  expect(lede).toMatch(/no clear change in [^;]*vacancies/);
  const carried = wordsOf(one(root, ".carried"));
  expect(carried).toContain("agencies trading 0 (in all runs) did not change");
  expect(carried).toMatch(/vacancies [^;]* no clear change/);
});
