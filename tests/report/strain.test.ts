/** First, last and change of a measure in a table: each figure is of the year that it says, and medians of their own say so. */
import { describe, expect, test } from "vitest";
import { findings } from "../../src/cli/findings.ts";
import { renderReport } from "../../src/report/index.ts";
import { find, get, parse, wordsOf, type Element } from "../support/report-html.ts";
import { reportInput } from "../support/report-fixture.ts";

const GAP = "council.gapPercent";

/** The budget gap is defined from the second year on, as where no budget was set for the first. */
function lateGap(runs: number): Element {
  const input = reportInput({ runs });
  const late = (values: ArrayLike<number>, first: number): Float64Array =>
    Float64Array.from(values, (value, place) => (place < first ? Number.NaN : value));
  const yearly = { ...input.yearly, [GAP]: input.yearly[GAP].map((run) => late(run, 1)) };
  const weekly = { ...input.weekly, [GAP]: input.weekly[GAP].map((run) => late(run, 52)) };
  return parse(renderReport({ ...input, yearly, weekly }));
}

const sectionOf = (root: Element, id: string): Element => {
  const found = find(root, "section").find((each) => get(each, "aria-labelledby") === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};

describe.each(["strain", "measures"])("the table of %s", (id) => {
  const section = sectionOf(lateGap(5), id);
  const cellsOf = (label: string): readonly Element[] => {
    const row = find(section, "tr").find((each) => wordsOf(each).startsWith(label));
    return row === undefined ? [] : find(row, "td");
  };

  test("says which year a figure is of where it is not its column’s", () => {
    const heads = find(section, "th").filter((each) => get(each, "scope") === "col");
    expect(wordsOf(heads[1])).toBe("2010-11");
    const [first, last] = cellsOf("Budget gap before savings");
    expect(wordsOf(first)).toMatch(/ in 2011-12$/);
    expect(get(first, "data-head")).toBe("2011-12");
    expect(wordsOf(last)).not.toContain("in 20");
    expect(cellsOf("Reserves").slice(0, 2).map(wordsOf).join(" ")).not.toContain("in 20");
  });

  test("says that a change is a median of its own", () => {
    expect(wordsOf(section)).toContain("it need not be the difference of the two medians");
  });
});

test("medians of parts are not said to add up, nor one run to have any", () => {
  const many = wordsOf(sectionOf(lateGap(5), "findings"));
  expect(many).toContain("need not be the difference of the two medians");
  expect(many).toMatch(/sold or transferred, .*\. Each is a median of its own: they need not add up\./);
  expect(wordsOf(sectionOf(lateGap(1), "findings"))).not.toMatch(/they need not add up|the two medians/);
});

test("the printed summary says of what a change is the median", () => {
  const summary = {
    scenario: "a",
    title: "",
    scenarioHash: "0".repeat(64),
    engineVersion: "0.1.0",
    seeds: ["1", "2"],
    weeks: 104,
    digests: {},
    digest: "0",
    summary: {},
    warnings: {},
  };
  expect(findings(summary, [])).toContain("of a change the median of the runs' own changes");
  expect(findings({ ...summary, seeds: ["1"] }, [])).not.toContain("of a change");
});
