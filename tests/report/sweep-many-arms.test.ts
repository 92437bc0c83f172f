/** A page of more arms than its pictures can show: which they show, what their titles count, and how its answer reads. */
import { describe, expect, test } from "vitest";
import type { SweepAxis } from "../../src/experiment/sweep-results.ts";
import { renderArms, type SweepReportInput } from "../../src/report/index.ts";
import { find, get, one, parse, wordsOf, type Element } from "../support/report-html.ts";
import { WAGES, sweepInput } from "../support/sweep-fixture.ts";
import { madeUpGains } from "../support/sweep-gains.ts";

const OTHERS: readonly SweepAxis[] = ["Elasticity that an agency sees", "Rate of direct payments"].map(
  (label, place) => ({
    ...WAGES,
    name: `other-${place}`,
    label,
    unit: "",
    values: [1, 2, 3, 4],
  }),
);

/** 47 arms beside the reference: so many differ by the same in each seed upwards, so many down, the rest by chance alone. */
function manyArms(higher: number, lower: number): SweepReportInput {
  const input = sweepInput({ axes: [WAGES, ...OTHERS] });
  const { results } = input;
  const yearly: typeof results.yearly = (arm, seed) => {
    const chance = 30 * ((((seed * 7 + arm * 3) % 8) - 3.5) / 8);
    const sign = arm === 0 ? 0 : arm <= higher ? 1 : arm <= higher + lower ? -1 : undefined;
    const more = sign === undefined ? chance : sign * (2 + arm / 10) + (seed % 2) / 100;
    return [9, 9, 9 + more, 9 + more];
  };
  const arms = results.arms.map((arm) => ({
    ...arm,
    label: `Living wage from April 2016 £${arm.settings["wage"]}, Elasticity that an agency sees ${arm.settings["other-0"]}`,
  }));
  const gains = arms.slice(1).map(({ index }) => {
    const own = madeUpGains(1);
    const isLosing = index <= 30;
    const everybody = { ...own.everybody, better: 0.1, worse: isLosing ? 0.11 + index / 200 : 0.05 };
    return { ...own, arm: index, everybody: { ...everybody, meanDifference: everybody.better - everybody.worse } };
  });
  return { ...input, gains, results: { ...results, arms, yearly } };
}

const armsFigure = (input: SweepReportInput): Element => one(parse(renderArms(input)), "#arms-unmet-hourspercent");
const verdicts = (figure: Element): readonly string[] =>
  find(one(figure, ".wide"), "g")
    .filter((group) => get(group, "class") === "row")
    .map((row) =>
      wordsOf(row).endsWith(" worse") ? "higher" : wordsOf(row).endsWith(" better") ? "lower" : "unclear",
    );
const count = (all: readonly string[], wanted: string): number => all.filter((each) => each === wanted).length;

describe("which arms are drawn", () => {
  test("all that clearly differ where there is room, then the next largest", () => {
    const figure = armsFigure(manyArms(13, 0));
    expect(wordsOf(one(figure, "h3"))).toContain("higher in 13 of 47 arms");
    expect([count(verdicts(figure), "higher"), count(verdicts(figure), "unclear")]).toEqual([13, 3]);
    expect(wordsOf(figure)).toContain(
      "Of 47 arms, all 13 that clearly differ, and the 3 with the next largest differences;",
    );
  });

  test("those furthest from zero on either side where there is none", () => {
    const figure = armsFigure(manyArms(12, 20));
    expect([count(verdicts(figure), "higher"), count(verdicts(figure), "lower")]).toEqual([8, 8]);
    expect(wordsOf(figure)).toContain("16 of the 32 that clearly differ, the furthest from zero on either side;");
  });

  test("the title of who gains and loses counts all arms, as the answer does", () => {
    const root = parse(renderArms(manyArms(13, 0)));
    expect(wordsOf(root)).toContain("In 30 of 47 arms more people lose than gain.");
    expect(wordsOf(one(one(root, "#gains-arms"), "h3"))).toContain("30 of 47");
    expect(find(one(one(root, "#gains-arms"), "tbody"), "tr")).toHaveLength(16);
  });
});

test("the answer gives each figure after the arm that it is of, and calls levers as words in a sentence", () => {
  const root = parse(renderArms(manyArms(13, 0)));
  const lede = wordsOf(find(root, "p").filter((each) => get(each, "class") === "lede")[0]);
  expect(lede).toMatch(
    /than gain\. At worst, with living wage from April 2016 £[\d.]+, elasticity that an agency sees \d, 26% of people/,
  );
  expect(lede).toMatch(/; at best, with .*, 5% have a worse one and 10% a better one\.$/);
  expect(lede).not.toMatch(/Elasticity|Living/);
});

test("an arm that goes by its number has what it is in brackets", () => {
  const input = manyArms(13, 0);
  const arms = input.results.arms.map((arm) => ({
    ...arm,
    label: `${arm.label}, ${"something else that is set, ".repeat(4)}`,
  }));
  const root = parse(renderArms({ ...input, results: { ...input.results, arms } }));
  const lede = wordsOf(find(root, "p").filter((each) => get(each, "class") === "lede")[0]);
  expect(lede).toMatch(/At worst, with arm 30 \((living|elasticity|rate)[^:;]*\), 26% of people/);
});
