/** A sampled sweep in which no policy differs: nothing is compared, and the page says how far worlds differ and by what. */
import { describe, expect, test } from "vitest";
import { renderArms, studyOf, type SweepReportInput } from "../../src/report/index.ts";
import { levelsOver } from "../../src/report/sweep/world-levels.ts";
import { find, get, one, parse, wordsOf, type Element } from "../support/report-html.ts";
import { SWEEP_MEASURES } from "../support/sweep-fixture.ts";
import { worldsInput } from "../support/sweep-worlds.ts";

const MEASURES = SWEEP_MEASURES.filter(({ key }) =>
  ["providers.failures", "unmet.hoursPercent", "council.grossSpend", "outcomes.everybody"].includes(key),
);

/** Unmet need varies most and hangs on strain, spending a little and on grip; failures never vary. */
function worlds(design: string, count = 60): SweepReportInput {
  const input = worldsInput({ hasPolicy: false, design, worlds: count });
  const { arms } = input.results;
  const yearly: SweepReportInput["results"]["yearly"] = (arm, seed, key) => {
    const { strain, grip } = arms[arm].settings;
    const luck = (Math.abs(Math.sin((arm + 1) * 12.9898 + seed) * 43_758.5453) % 1) / 10;
    const value =
      key === "providers.failures"
        ? 3
        : key === "unmet.hoursPercent"
          ? 5 + 4 * Number(strain) + luck
          : key === "council.grossSpend"
            ? 60 + 0.6 * Number(grip) + luck
            : 18 + luck;
    return [value, value, value, value];
  };
  const results = { ...input.results, measures: MEASURES.map(({ key }) => key), yearly };
  return { ...input, measures: MEASURES, results };
}

const pageOf = (input: SweepReportInput): Element => parse(renderArms(input));

describe.each(["morris", "radial", "latin-hypercube", "sobol"])("a %s design of uncertainties alone", (design) => {
  const input = worlds(design);
  const root = pageOf(input);
  const words = wordsOf(root);

  test("speaks of no reference, no difference and no holes that are not there", () => {
    expect(words).not.toMatch(/same seed as the reference|no combination can be compared|fewer than three arms/);
    expect(words).not.toMatch(/Each arm (is compared with|against) the reference|The \d+ that moved most/);
    expect(words).not.toMatch(/Paired differences|paired statistic|not defined in any arm beside/);
    expect(words).not.toMatch(/NaN|undefined|Infinity/);
    const ids = find(root, "section").map((section) => get(section, "aria-labelledby"));
    expect(ids).not.toContain("two-axes");
    expect(ids).not.toContain("trade-offs");
    expect(
      find(root, "p")
        .filter((each) => get(each, "class") === "missing")
        .map(wordsOf),
    ).toEqual(["No picture of provider failures over the worlds: it is 3.0 in every world."]);
  });

  test("says first what varies most, and what moves it", () => {
    expect(studyOf(input).headlines.map(({ measure }) => measure.key)).toEqual([
      "unmet.hoursPercent",
      "council.grossSpend",
      "outcomes.everybody",
      "providers.failures",
    ]);
    expect(words).toContain("over 60 worlds of one policy what varies most, for its size, is unmet need");
    expect(words).toMatch(/Unmet need: [\d.]+% to [\d.]+% in nine of ten worlds; moved by “uncertain strain”\./);
    expect(words).toMatch(
      /Gross spending: £60.[\d]+m to £60.[\d]+m in nine of ten worlds; moved by “uncertain grip”\./,
    );
    expect(words).toContain("Unmet need: of all axes only “uncertain strain” clearly moves it");
    expect(words).toContain("nothing uncertain can be told to move it");
    expect(words.includes("small shares may still be luck")).toBe(design === "morris" || design === "radial");
  });

  test("draws every world once, and the table has as many", () => {
    const figure = one(root, "#worlds-unmet-hourspercent");
    const rows = find(one(figure, "tbody"), "tr").map((row) => find(row, "td").map(wordsOf));
    expect(rows.reduce((sum, cells) => sum + Number(cells[cells.length - 1]), 0)).toBe(60);
    const drawn = find(one(figure, ".wide"), "g").find((group) => get(group, "class") === "bars");
    expect(drawn?.children).toHaveLength(rows.filter((cells) => cells[cells.length - 1] !== "0").length);
  });

  test("gives every measure its middle and its ends in the table of all", () => {
    const [outcome] = studyOf(input).headlines;
    const levels = levelsOver(outcome);
    const section = find(root, "section").find((each) => get(each, "aria-labelledby") === "measures");
    const row = find(section ?? root, "tr")
      .map(wordsOf)
      .find((text) => text.startsWith("Unmet need"));
    expect(row).toContain(`${levels?.median.toFixed(outcome.fine.decimals)}%`);
    expect(row).toMatch(/world \d+ .*world \d+/);
  });
});

test("one odd world makes no measure the one that varies most", () => {
  const input = worlds("latin-hypercube", 60);
  const { yearly } = input.results;
  // In one world of sixty providers fail, and nowhere else.
  const rare: typeof yearly = (arm, seed, key) =>
    key === "providers.failures"
      ? Array.from(yearly(arm, seed, key) ?? []).map(() => (arm === 30 ? 9 : 0))
      : yearly(arm, seed, key);
  const found = studyOf({ ...input, results: { ...input.results, yearly: rare } }).headlines;
  expect(found.map(({ measure }) => measure.key).indexOf("providers.failures")).toBe(found.length - 1);
  expect(found[found.length - 1].weight).toBe(0);
});

test("of a few worlds all are spoken of, and of none that finished it is said so", () => {
  const few = worlds("latin-hypercube", 2);
  expect(wordsOf(pageOf(few))).toMatch(/Unmet need: [\d.]+% to [\d.]+% over 2 worlds/);
  const none = { ...few, results: { ...few.results, yearly: () => undefined } };
  expect(wordsOf(pageOf(none))).toContain("no world has a figure: no seed finished in any.");
});
