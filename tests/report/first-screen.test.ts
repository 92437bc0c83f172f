import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVENT_KINDS } from "../../src/model/world/events.ts";
import {
  renderArms,
  renderReport,
  studyOf,
  type ComparisonInput,
  type SweepReportInput,
} from "../../src/report/index.ts";
import { eventName } from "../../src/report/page/event-names.ts";
import { verdictText } from "../../src/report/sweep/words.ts";
import { reportInput } from "../support/report-fixture.ts";
import { all, find, get, one, parse, textOf, wordsOf, type Element } from "../support/report-html.ts";
import { comparisonInput, sweepInput } from "../support/sweep-fixture.ts";

const assumed = { all: 407, judged: 159 };
const PAGES: readonly (readonly [name: string, page: string, hash: string])[] = [
  ["a report", renderReport(reportInput()), reportInput().scenario.hash],
  ["a comparison", renderArms({ ...comparisonInput(), assumed }), comparisonInput().results.arms[1].scenarioHash],
  ["a sweep", renderArms({ ...sweepInput({ people: true }), assumed }), sweepInput().hash],
];

describe.each(PAGES)("%s", (_, page, hash) => {
  const root = parse(page);
  const order = [...all(root)];
  const placeOf = (is: (element: Element) => boolean): number => order.findIndex(is);

  test("answers before it lists its contents, and has whole hashes at its foot alone", () => {
    const lede = placeOf((element) => get(element, "class") === "lede");
    const counts = placeOf((element) => get(element, "class") === "assumed");
    const carried = placeOf((element) => get(element, "class") === "carried");
    const contents = placeOf(({ tag }) => tag === "nav");
    const firstLink = placeOf((element) => element.tag === "a" && get(element, "class") !== "skip");
    expect(lede).toBeGreaterThan(0);
    expect(counts).toBeGreaterThan(lede);
    expect(carried).toBeGreaterThan(counts);
    expect(contents).toBeGreaterThan(carried);
    expect(firstLink).toBeGreaterThan(lede);
    const whole = placeOf((element) => element.tag === "code" && textOf(element) === hash);
    const lastFigure = order.map(({ tag }) => tag).lastIndexOf("figure");
    expect(whole).toBeGreaterThan(lastFigure);
  });

  test("shows near its top which runs it is of, in digits that are the start of the whole ones", () => {
    expect(wordsOf(one(root, ".which"))).toContain(hash.slice(0, 8));
    expect(wordsOf(one(root, ".which"))).not.toContain(hash.slice(0, 12));
  });
});

describe("whoever may gain or lose", () => {
  const MORE = [
    ["providers.trading", "Home-care agencies trading", "agencies"],
    ["providers.marginPercent", "Agency margin", "% of revenue"],
  ] as const;

  /** The made-up results with two more measures of providers; so many units an arm move each, and seeds pull both ways. */
  function withProviders(input: ComparisonInput | SweepReportInput, moves: Readonly<Record<string, number>>): string {
    const { results } = input;
    const [like] = input.measures;
    const measures = MORE.map(([key, label, unit]) => ({ ...like, key, label, unit, yearly: "mean" as const }));
    const yearly: typeof results.yearly = (arm, seed, key) => {
      const move = moves[key];
      if (move === undefined) return results.yearly(arm, seed, key);
      const years = results.years.length;
      return Float64Array.from({ length: years }, (_, year) =>
        year < 2 ? 50 : 50 + Math.sign(arm) * (move + (seed % 2 === 0 ? 1 : -1)),
      );
    };
    const page = renderArms({
      ...input,
      measures: [...input.measures, ...measures],
      results: { ...results, measures: [...results.measures, ...measures.map(({ key }) => key)], yearly },
    });
    const rows = [...all(one(parse(page), ".carried"))].filter(({ tag }) => tag === "div");
    const row = rows.map((each) => wordsOf(each)).find((text) => text.startsWith("Providers"));
    return row ?? "";
  }
  const still = { "providers.failures": 0, "providers.trading": 0, "providers.marginPercent": 0 };
  const squeezed = { ...still, "providers.marginPercent": -5 };

  test("has what clearly differs told, beside what is asked for first", () => {
    const row = withProviders(comparisonInput(), squeezed);
    expect(row).toMatch(/^Providers ?provider failures no clear difference .*; agency margin 5\.0 points lower/);
    expect(row).not.toContain("trading");
    expect(withProviders(sweepInput(), squeezed)).toMatch(
      /not clearly different in any arm; agency margin 5\.0 points lower/,
    );
  });

  test("has no more told where nothing else differs, and in a sweep no more than one measure that does", () => {
    expect(withProviders(comparisonInput(), still)).toMatch(/; home-care agencies trading no clear difference/);
    expect(withProviders(sweepInput(), still)).toMatch(
      /^Providers ?provider failures not clearly different in any arm$/,
    );
    const failing = withProviders(sweepInput(), { ...squeezed, "providers.failures": 9 });
    expect(failing).toMatch(/provider failures 9\.0/);
    expect(failing).not.toContain("margin");
  });
});

describe("what was assumed", () => {
  test("is counted from the assumptions that the page is given", () => {
    const input = reportInput();
    const more = Array.from({ length: 7 }, (_, index) => ({
      ...input.assumptions[0],
      path: `added.${index}`,
      evidence: index < 3 ? "Assumption: ours" : "E1-001",
    }));
    const countsOf = (assumptions: typeof input.assumptions): number[] => {
      const text = wordsOf(one(parse(renderReport({ ...input, assumptions })), ".assumed"));
      return [...text.matchAll(/(\d+) of (\d+) numbers/g)].flatMap(([, judged, of]) => [Number(judged), Number(of)]);
    };
    const [judged, of] = countsOf(input.assumptions);
    expect(countsOf([...input.assumptions, ...more])).toEqual([judged + 3, of + 7]);
    expect(find(parse(renderReport({ ...input, assumptions: [] })), ".assumed")).toHaveLength(0);
  });
});

/** The comparison with each figure of one measure moved by so much. */
function moved(key: string, by: number): ComparisonInput {
  const input = comparisonInput();
  const { yearly } = input.results;
  const shifted: typeof yearly = (arm, seed, measure) => {
    const values = yearly(0, seed, measure);
    return arm === 0 || measure !== key
      ? values
      : values && Array.from(values, (value, year) => (year < 2 ? value : value + by));
  };
  return { ...input, results: { ...input.results, yearly: shifted } };
}

const ledeOf = (input: ComparisonInput): string => wordsOf(one(parse(renderArms(input)), ".lede"));

describe("the sentence that answers a comparison", () => {
  test("says which way the council's spending goes, and never otherwise", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (tenths) => {
        const text = ledeOf(moved("council.grossSpend", tenths / 10));
        if (tenths === 0) expect(text).not.toMatch(/spends £/);
        else expect(text).toMatch(new RegExp(`the council spends £[\\d.]+m a year ${tenths > 0 ? "more" : "less"}`));
      }),
      { numRuns: 12 },
    );
  });

  test("says who loses, who gains and who is left, in shares that add up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (one1000, other) => {
        const [better, worse] = [one1000 / 2000, other / 2000];
        const input = moved("council.grossSpend", 1);
        const gains = (input.gains ?? []).map((each) => ({ ...each, everybody: { ...each.everybody, better, worse } }));
        const text = ledeOf({ ...input, gains });
        if (better === 0 && worse === 0) return expect(text).toContain("Nobody gains and nobody loses");
        const shares = [...text.matchAll(/(\d+)%/g)].map(([, share]) => Number(share));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        const lead =
          worse > better ? "More people lose than gain" : better > worse ? "More people gain than lose" : "As many";
        expect(text.startsWith(lead)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("never says that more gain where the mean falls, or more lose where it rises, without saying so", () => {
    const said = (better: number, worse: number, meanDifference: number, ends?: readonly [number, number]): string => {
      const input = moved("council.grossSpend", 1);
      const spread =
        ends === undefined
          ? {}
          : { spread: { low: ends[0], high: ends[1], quantiles: [], same: 0, onlyFirst: 0, onlySecond: 0 } };
      const gains = (input.gains ?? []).map((each) => ({
        ...each,
        everybody: { ...each.everybody, better, worse, meanDifference, ...spread },
      }));
      return ledeOf({ ...input, gains });
    };
    expect(said(0.45, 0.4, -0.68)).toContain("but what is lost weighs more: ");
    expect(said(0.45, 0.4, -0.68)).toContain("on average 0.68 points lower");
    expect(said(0.2, 0.4, 0.3)).toContain("but what is gained weighs more: ");
    expect(said(0.2, 0.4, -0.3)).not.toContain("weighs more");
    expect(said(0.4, 0.2, 0.3)).toContain("on average 0.30 points higher");
    expect(said(0.4, 0.2, -0.001)).not.toContain("weighs more");
    expect(said(0.4, 0.2, -0.001)).toContain("on average no different");
    // A mean whose interval holds zero is not said to go either way, nor held against the shares.
    const unclear = said(0.2, 0.4, 0.02, [-0.03, 0.06]);
    expect(unclear).toContain("on average no clear difference (−0.03 to +0.06)");
    expect(unclear).not.toContain("weighs more");
    expect(said(0.2, 0.4, 0.04, [0.02, 0.06])).toContain("but what is gained weighs more");
    // No end of an interval is rounded to zero: what lies beside it is not called unclear.
    const narrow = said(0.12, 0.19, 0.01, [0.003, 0.017]);
    expect(narrow).toContain("More people lose than gain, but what is gained weighs more: ");
    expect(narrow).toContain("on average 0.01 points higher");
    expect(said(0.12, 0.19, 0.002, [0.001, 0.003])).toContain("hardly any difference (+0.001 to +0.003)");
    expect(said(0.12, 0.19, 0.007, [-0.003, 0.017])).toContain("no clear difference (−0.003 to +0.017)");
  });

  test("counts every headline measure once", () => {
    const input = comparisonInput();
    const text = wordsOf(parse(renderArms(input)));
    const [, total, kinds] = /Of (\d+) headline measures (.*?)\. Most of all/.exec(text) ?? [];
    const parts = [...kinds.matchAll(/(\d+) (?:clearly|not clearly|is|are)/g)].map(([, count]) => Number(count));
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(Number(total));
    expect(Number(total)).toBe(studyOf(input).headlines.length);
  });
});

describe("how a difference is put", () => {
  test("what adds up over time is so much a year, a level is not", () => {
    const { outcomes } = studyOf(comparisonInput());
    for (const outcome of outcomes) {
      const effect = outcome.effects[1];
      if (effect === undefined || effect.verdict === "same") continue;
      const isYearly = outcome.measure.yearly === "sum" || /a year/.test(outcome.measure.unit);
      expect(verdictText(outcome, effect).includes("a year"), outcome.measure.key).toBe(isYearly);
    }
    const failures = outcomes.find(({ measure }) => measure.key === "providers.failures");
    const effect = failures?.effects[1];
    if (failures === undefined || effect === undefined) throw new Error("no failures");
    expect(verdictText(failures, effect)).toMatch(/^[\d.]+ providers more a year$/);
  });

  test("a drift near zero is not large because its level is small", () => {
    const input = comparisonInput();
    const drift = { ...input.measures[3], key: "outcomes.drift", label: "Outcome drift" };
    const { yearly } = input.results;
    const results: typeof input.results = {
      ...input.results,
      measures: [...input.results.measures, drift.key],
      yearly: (arm, seed, key) => {
        if (key !== drift.key) return yearly(arm, seed, key);
        return Float64Array.from(
          [0, 0, 0.001, 0.001],
          (value, year) => value + (year < 2 ? 0 : arm * (0.045 + seed / 1e4)),
        );
      },
    };
    const { headlines } = studyOf({ ...input, measures: [...input.measures, drift], results });
    const placeOf = (key: string): number => headlines.findIndex(({ measure }) => measure.key === key);
    expect(headlines.find(({ measure }) => measure.key === drift.key)?.weight).toBeLessThan(0.003);
    expect(placeOf(drift.key)).toBeGreaterThan(placeOf("unmet.hoursPercent"));
    expect(placeOf(drift.key)).toBeGreaterThan(placeOf("topUps.sharePercent"));
  });
});

test("every event has a plain name that says nothing of an amount; an unknown one its own sentence", () => {
  const names = EVENT_KINDS.map(({ code, sentence }) => eventName(code, sentence));
  expect(new Set(names).size).toBe(EVENT_KINDS.length);
  for (const [place, name] of names.entries()) {
    expect(name).not.toMatch(/amount|April|\.$/);
    expect(name).not.toBe(EVENT_KINDS[place].sentence.replace(/\.$/, ""));
    expect(name.length).toBeLessThan(52);
  }
  expect(eventName("moon.rose", "The moon rose; amount is its height.")).toBe("The moon rose");
  expect(eventName("constructor", "It was made.")).toBe("It was made");
});

test("what rests on judgement leads to the parameters that differ, and says how many of those do", () => {
  const input = { ...comparisonInput(), assumed: { all: 543, judged: 270 } };
  const [wages] = input.differences;
  const said = (evidence: readonly string[]): string => {
    const differences = evidence.map((each, place) => ({ ...wages, path: `wages.${place}`, evidence: each }));
    return /270 of 543 .*? source\. (.*?\.)/.exec(wordsOf(parse(renderArms({ ...input, differences }))))?.[1] ?? "";
  };
  expect(said(["E1-001"])).toBe("The 1 parameter that differs does not.");
  expect(said(["assumption"])).toBe("The 1 parameter that differs does too.");
  expect(said(["E1-001", "assumption: so", "assumption"])).toBe("Of the 3 parameters that differ 2 do.");
  expect(said(["E1-001", "E1-002"])).toBe("Of the 2 parameters that differ none does.");
});
