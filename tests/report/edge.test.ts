import { describe, expect, test } from "vitest";
import type { ReportInput } from "../../src/report/input.ts";
import { renderReport } from "../../src/report/index.ts";
import { reportInput } from "../support/report-fixture.ts";
import { SHAPES } from "../support/report-measures.ts";
import { all, find, get, one, parse, textOf, wordsOf, type Element } from "../support/report-html.ts";

const DRAWN = new Set("x y x1 x2 y1 y2 cx cy width height d viewBox transform".split(" "));
const DOWN = new Set(["y", "y1", "y2", "cy"]);
const ACROSS = new Set(["x1", "x2", "cx"]);

/** What an SVG draws with numbers that are none, or outside itself. */
function faultsOf(svg: Element): string[] {
  const [, , width, height] = get(svg, "viewBox").split(" ").map(Number);
  const faults = width > 0 && height > 0 && height < 4000 ? [] : [`${width} by ${height}`];
  for (const { attributes } of all(svg)) {
    for (const [name, text] of attributes) {
      const fault = `${name}="${text}"`;
      if (DRAWN.has(name) && /NaN|undefined|Infinity|\de[+-]?\d/.test(text)) faults.push(fault);
      const most = DOWN.has(name) ? height : width;
      // A bar of the key stands a little above the line it is placed on.
      if ((DOWN.has(name) || ACROSS.has(name)) && !(Number(text) >= -8 && Number(text) <= most + 1)) faults.push(fault);
    }
  }
  return faults;
}

/** The page, once it is seen to show no word of a programmer and to draw nothing outside its charts. */
function sound(input: ReportInput): Element {
  const root = parse(renderReport(input));
  expect(textOf(root)).not.toMatch(/\bNaN\b|undefined|\bnull\b|Infinity|\[object/);
  expect(find(root, "svg").flatMap(faultsOf)).toEqual([]);
  return root;
}

const replaced = (input: ReportInput, key: string, value: (run: number, year: number) => number): ReportInput => {
  const fill = (values: ReportInput["yearly"]): ReportInput["yearly"] => ({
    ...values,
    [key]: values[key].map((each, run) => Float64Array.from({ length: each.length }, (_, index) => value(run, index))),
  });
  return { ...input, yearly: fill(input.yearly), weekly: fill(input.weekly) };
};

describe("a report", () => {
  test("of one run draws no band and claims no range", () => {
    const root = sound(reportInput({ runs: 1 }));
    expect(find(root, ".band")).toHaveLength(0);
    expect(find(root, ".totals")).toHaveLength(0);
    expect(wordsOf(one(root, ".notice"))).toContain("One run only");
    for (const range of find(root, ".range")) expect(wordsOf(range)).toBe("(one run)");
    expect(find(one(root, "#agencies-trading"), "th").map(wordsOf)).toContain("Value");
    expect(textOf(root)).not.toContain("Bands and ranges show");
  });

  test("of one week shows single points", () => {
    const root = sound(reportInput({ runs: 5, weeks: 1 }));
    expect(wordsOf(one(root, "#agencies-trading"))).toContain("week of 5 Apr 2010");
    expect(find(one(one(root, "#agencies-trading"), ".wide"), ".mark")).toHaveLength(1);
    expect(wordsOf(root)).toContain("No comparison: the results hold fewer than two whole periods.");
  });

  test("of a little over a year goes by weeks", () => {
    const root = sound(reportInput({ runs: 3, weeks: 60 }));
    expect(find(one(one(root, "#agencies-trading"), "table"), "tr")).toHaveLength(62);
  });

  test("of a part year marks it and leaves it out of comparisons", () => {
    const root = sound(reportInput({ runs: 3, weeks: 130 }));
    expect(wordsOf(one(root, "#agencies-trading"))).toContain("2012-13 (26 weeks only)");
    const strain = find(root, "section").find((section) => get(section, "aria-labelledby") === "strain");
    expect(strain === undefined ? "" : wordsOf(strain)).toContain("From 2010-11 to 2011-12.");
  });

  test("of nothing at all is still a page that says so", () => {
    const root = sound({ ...reportInput({ runs: 2, shapes: [] }), assumptions: [] });
    expect(find(root, "figure")).toHaveLength(0);
    expect(find(root, ".missing").length).toBeGreaterThan(14);
    const none = sound({ ...reportInput({ runs: 0, weeks: 0, shapes: [] }), assumptions: [] });
    expect(find(none, "figure")).toHaveLength(0);
  });

  test("without one measure leaves out its chart in one line, and keeps the others", () => {
    const root = sound(
      reportInput({ runs: 3, shapes: SHAPES.filter(({ measure }) => measure.key !== "providers.trading") }),
    );
    expect(wordsOf(one(root, "#agencies-trading"))).toBe(
      "No chart of agencies trading: the results hold no defined value of providers.trading.",
    );
    expect(find(root, "figure").length).toBeGreaterThan(12);
  });

  test("without one of a chart's measures says which is missing", () => {
    const root = sound(
      reportInput({ runs: 3, shapes: SHAPES.filter(({ measure }) => measure.key !== "prices.unitCost") }),
    );
    expect(wordsOf(one(root, "#fees-and-prices"))).toContain(
      "Left out, because the results hold no defined value: prices.unitCost.",
    );
  });
});

describe("values", () => {
  const input = reportInput({ runs: 4, weeks: 418 });
  const key = "prices.privatePrice";

  test("that are nowhere defined leave a visible reason", () => {
    const root = sound(replaced(input, key, () => Number.NaN));
    expect(wordsOf(one(root, "#fees-and-prices"))).toContain("no defined value: prices.privatePrice");
  });

  test("that are undefined in some years leave gaps and say so", () => {
    const root = sound(replaced(input, key, (run, year) => (year === 4 || year === 6 ? Number.NaN : 15 + year + run)));
    const figure = one(root, "#fees-and-prices");
    expect(wordsOf(figure)).toContain("Private price is not defined in 2014-15 and 2016-17, and not drawn there.");
    expect(find(figure, "td").filter((cell) => wordsOf(cell) === "not defined")).toHaveLength(10);
  });

  test("that are undefined in some runs say how many there were", () => {
    const root = sound(replaced(input, key, (run, year) => (run === 0 ? Number.NaN : 15 + year + run)));
    expect(find(one(root, "#fees-and-prices"), "th").map(wordsOf)).toContain("Runs with a value");
  });

  test.each([
    ["all zero", () => 0],
    ["all equal", () => 15.5],
    ["equal and negative", () => -3],
    ["very large", (run: number, year: number) => 1e15 * (1 + run + year)],
    ["as large as can be", (run: number, year: number) => (run % 2 === 0 ? 1 : -1) * (year + 1) * 1e299],
    ["very small", (run: number, year: number) => 1e-300 * (run + year)],
    ["next to one another", (run: number) => 1e6 + run * 1e-9],
    ["infinite", () => Number.POSITIVE_INFINITY],
    ["of both signs", (run: number, year: number) => (year - 5) * (run + 1)],
  ] as const)("that are %s are drawn or left out soundly", (_, value) => {
    const closures = replaced(replaced(input, key, value), "providers.closures", value);
    sound(replaced(closures, "outcomes.drift.older", value));
  });

  test("by the hundred thousand do not make the page too heavy", () => {
    const many = reportInput({ runs: 200, weeks: 157 });
    const page = renderReport(many);
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  });
});
