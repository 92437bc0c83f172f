/** Heatmaps: what a cell says is what the note explains, and all of the scale stands in the picture. */
import { describe, expect, test } from "vitest";
import { renderArms, studyOf } from "../../src/report/index.ts";
import { widthOf } from "../../src/report/charts/lettering.ts";
import { scaleEnds } from "../../src/report/sweep/heatmap.ts";
import { find, get, one, parse, textOf, wordsOf } from "../support/report-html.ts";
import { sweepInput } from "../support/sweep-fixture.ts";

describe("the cells and the scale of a heatmap", () => {
  const { results, ...base } = sweepInput();
  /** The dearest wage makes a difference by seed where fees follow; elsewhere nothing differs, to the last digit. */
  const yearly: typeof results.yearly = (arm, seed, key) => {
    const level = key === "providers.failures" ? 3 : 100_000.25;
    const more = arm === 5 ? (seed % 2 === 0 ? 90_000 : -90_000) : 0;
    return [level, level, level + more, level + more];
  };
  const root = parse(renderArms({ ...base, results: { ...results, yearly } }));

  test("say where nothing differs in any seed, as the note explains, and nothing else has no brackets", () => {
    const figure = one(root, "#heat-unmet-hourspercent");
    const cells = find(one(figure, ".wide"), "g").filter((group) => get(group, "class") === "cell");
    expect(cells.map(wordsOf).filter((text) => text === "same")).toHaveLength(4);
    expect(cells.map(wordsOf).filter((text) => !/^(same|ref\.|\(.*\))$/.test(text))).toEqual([]);
    expect(wordsOf(figure)).toContain("same: nothing differs in any seed.");
  });

  test("say at the ends of the scale which is better, where hardly anybody would dispute it, else which is higher", () => {
    const { outcomes } = studyOf(sweepInput());
    const endsOf = (key: string): readonly string[] => {
      const found = outcomes.find(({ measure }) => measure.key === key);
      return found === undefined ? [] : scaleEnds(1.5, found);
    };
    expect(endsOf("unmet.hoursPercent")).toEqual(["−1.5 better", "+1.5 worse"]);
    expect(endsOf("outcomes.everybody")).toEqual(["−1.50 worse", "+1.50 better"]);
    expect(endsOf("council.grossSpend")).toEqual(["−£1.5m lower", "+£1.5m higher"]);
    const page = parse(renderArms(sweepInput()));
    const drawn = find(page, "text").filter((each) => get(each, "data-end") === "high");
    expect(drawn.map(textOf)).toContainEqual(expect.stringMatching(/ (better|worse|higher)$/));
  });

  test("end within the picture on a phone, whatever stands at the ends", () => {
    for (const svg of find(root, "svg").filter((each) => get(each, "class") === "narrow")) {
      const [, , width] = get(svg, "viewBox").split(" ").map(Number);
      for (const text of find(svg, "text").filter((each) => get(each, "data-end") === "high")) {
        expect(Number(get(text, "x")) + widthOf(textOf(text), 12)).toBeLessThanOrEqual(width);
      }
    }
  });
});
