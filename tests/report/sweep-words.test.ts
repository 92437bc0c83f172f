/** What the pages of sweeps and comparisons say of designs and of people: never half of a finding, never an empty picture. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgementOf, renderArms, studyOf, type SweepReportInput } from "../../src/report/index.ts";
import { endTexts, reachOf } from "../../src/report/sweep/axis.ts";
import { isAtOdds, titleOf } from "../../src/report/sweep/gain-words.ts";
import { effectText } from "../../src/report/sweep/words.ts";
import { unitOf } from "../../src/report/units.ts";
import { wordsIn } from "../../src/report/wording.ts";
import { find, get, one, parse, wordsOf, type Element } from "../support/report-html.ts";
import { madeUpGains, madeUpTopUps } from "../support/sweep-gains.ts";
import { FEES, LUCK, WAGES, comparisonInput, sweepInput } from "../support/sweep-fixture.ts";
import { worldsInput } from "../support/sweep-worlds.ts";

const rootOf = (input: SweepReportInput): Element => parse(renderArms(input));
const idsOf = (root: Element): readonly string[] => find(root, "figure").map((figure) => get(figure, "id"));

/** The arms of the fixture that move one policy at most from where the reference has it, in every world. */
function oneAtATime(): SweepReportInput {
  const input = sweepInput({ axes: [WAGES, FEES, LUCK] });
  const { arms, reference, yearly } = input.results;
  const base = arms[reference].settings;
  const kept = arms.filter(
    ({ settings }) => [WAGES, FEES].filter(({ name }) => settings[name] !== base[name]).length < 2,
  );
  return {
    ...input,
    differences: [],
    results: {
      ...input.results,
      arms: kept.map((arm, index) => ({ ...arm, index })),
      reference: kept.findIndex(({ index }) => index === reference),
      yearly: (arm, seed, measure) => yearly(kept[arm].index, seed, measure),
    },
  };
}

/** Every measure of every arm differs from the reference by about so much, in every seed. */
function differingBy(more: number, level: number, axis = FEES): SweepReportInput {
  const input = sweepInput({ axes: [axis] });
  const yearly: typeof input.results.yearly = (arm, seed) => {
    const value = level + seed / 10 + arm * (more + (seed % 2) * more * 0.8);
    return [value, value, value, value];
  };
  return { ...input, results: { ...input.results, yearly } };
}

test("a difference that rounds to nothing as the measure is written is called neither better nor worse", () => {
  const judged = (more: number, level = 8): readonly (string | undefined)[] => {
    const { outcomes } = studyOf(differingBy(more, level));
    const found = outcomes.find(({ measure }) => measure.key === "unmet.hoursPercent");
    const effect = found?.effects[1];
    if (found === undefined || effect === undefined) throw new Error("no effect");
    return [effect.verdict, judgementOf(found, effect)];
  };
  expect(judged(-0.0003)).toEqual(["slight", undefined]);
  expect(judged(-0.02)).toEqual(["slight", undefined]);
  expect(judged(-0.3)).toEqual(["lower", "better"]);
  expect(judged(0.3)).toEqual(["higher", "worse"]);
  // Half of a small figure is written as nothing too, and is not small beside it.
  expect(judged(0.02, 0.04)).toEqual(["higher", "worse"]);
});

test("what is clear and too small to matter is headlined nowhere: not in the answer, in a title, nor by a filled dot", () => {
  const root = rootOf(differingBy(0.0003, 8, WAGES));
  const words = wordsOf(root);
  expect(words).toMatch(/Of \d+ headline measures 0 clearly differ in at least one arm(,| and) \d+ hardly/);
  expect(words).toContain("hardly, or not clearly, different in any arm");
  expect(words).toMatch(/: hardly any difference in any of \d+ arms/);
  expect(words).not.toMatch(/\d (higher|lower)\b|What moved most/);
  const dots = find(root, "circle").filter((dot) => get(dot, "r") === "5");
  expect(dots.length).toBeGreaterThan(0);
  expect(new Set(dots.map((dot) => get(dot, "fill")))).toEqual(new Set(["#FFFFFF"]));
});

test("the last figure of a measure year by year is the difference that the words give, not another middle", () => {
  const input = comparisonInput(5);
  const { yearly } = input.results;
  // A few seeds differ far more than the rest: the mean is not the median.
  const skewed: typeof yearly = (arm, seed, key) =>
    Array.from(yearly(0, seed, key) ?? []).map((value, year) =>
      arm === 0 || year < 2 ? value : value + [1, 1.1, 1.2, 4, 9][seed],
    );
  const page = parse(renderArms({ ...input, results: { ...input.results, yearly: skewed } }));
  const rows = find(one(one(page, "#years"), "tbody"), "tr").map((row) => find(row, "td").map(wordsOf));
  const last = rows.filter((cells) => cells.includes("2017-18"));
  expect(last.length).toBeGreaterThan(3);
  for (const cells of last) {
    const isMean = cells.some((cell) => /^\+£?3\.(3|26|260)m?$/.test(cell));
    expect(isMean, cells.join("; ")).toBe(true);
  }
});

test("what people’s own differences are of is said where a mean of the people of one year stands beside", () => {
  const told = (gains: boolean): string =>
    wordsOf(parse(renderArms({ ...comparisonInput(), gains: gains ? [madeUpGains(1)] : [] })));
  const said = "Who gains or loses is told of all whom both runs have at any time, each as last seen";
  expect(told(true)).toContain(said);
  expect(told(false)).not.toContain(said);
});

test("a parameter with a value for every point is told by its ends, not by a row for each", () => {
  const input = worldsInput();
  const differing = (count: number): string[] => {
    const variants = Array.from({ length: count }, (_, place) => ({
      values: [{ from: "", value: 4 + place / 10 }],
      origin: "price-elasticity",
      arms: [2 * place, 2 * place + 1],
    }));
    const parameter = { path: "providers.priceElasticity", label: "Elasticity", unit: "elasticity", evidence: "" };
    const root = parse(renderArms({ ...input, differences: [{ ...parameter, variants }] }));
    const table = find(root, "table").find((each) => get(each, "class") === "log stacked");
    return find(one(table ?? root, "tbody"), "tr").map(wordsOf);
  };
  expect(differing(12)).toHaveLength(12);
  const long = differing(160);
  expect(long).toHaveLength(2);
  expect(long[1]).toMatch(/^159 other values, from 4(\.1)? to 19\.9 price-elasticity 318 arms/);
});

test("what the reference has nothing of is not larger than all else for that", () => {
  const input = sweepInput({ axes: [FEES] });
  const { yearly } = input.results;
  const some: typeof yearly = (arm, seed, key) =>
    Array.from(yearly(arm, seed, key) ?? []).map((value) => (key === "providers.failures" ? arm * 0.01 : value));
  const { outcomes } = studyOf({ ...input, results: { ...input.results, yearly: some } });
  expect(outcomes.find(({ measure }) => measure.key === "providers.failures")?.weight).toBeCloseTo(1, 9);
});

test("two councils that are compared are said to be two before any figure, and nobody is one person in both", () => {
  const compared = (otherSize: readonly string[]) =>
    parse(renderArms({ ...comparisonInput(), gains: [madeUpGains(1)], otherSize }));
  const [single, two] = [compared([]), compared(["Size of the council", "Council tax, band D"])].map((page) => ({
    answer: wordsOf(find(page, "section")[0]),
    gains: wordsOf(page),
  }));
  expect(single.answer).toContain("people have a worse quality of life");
  expect(single.answer).not.toContain("Two councils");
  expect(single.gains).toContain("The same people live under both policies");
  expect(two.answer).toMatch(
    /^The answer Two councils, not one\. They differ in size of the council and council tax, band D\. Counts and sums/,
  );
  expect(two.answer).not.toMatch(/of people have a worse|the same people/);
  expect(two.gains).toContain("These are two councils, not one");
  expect(two.gains).not.toContain("The same people live under both policies");
});

test("a difference of which nothing is known has no more digits than the doubt about it", () => {
  const input = sweepInput({ axes: [FEES] });
  const yearly: typeof input.results.yearly = (arm, seed) => {
    const value = 30 + (arm === 0 ? 0 : [2.6, -2.5, 0.2, 0.15][seed % 4]);
    return [value, value, value, value];
  };
  const { outcomes } = studyOf({ ...input, results: { ...input.results, yearly } });
  const found = outcomes.find(({ measure }) => measure.key === "unmet.hoursPercent");
  const effect = found?.effects[1];
  if (found === undefined || effect === undefined) throw new Error("no effect");
  expect(effectText(effect, found.fine)).toMatch(/^[+−]0\.\d points \(−\d\.\d to \+\d\.\d\)$/);
});

describe("a design", () => {
  test("of what nobody knows, named value by value, shows what each of them changes", () => {
    const root = rootOf(sweepInput({ axes: [{ ...WAGES, kind: "uncertainty" }] }));
    const words = wordsOf(root);
    expect(words).not.toContain("No policy differs between arms");
    expect(words).not.toContain("No picture of");
    const rows = find(one(one(root, "#arms-providers-failures"), "tbody"), "tr");
    expect(rows).toHaveLength(2);
  });

  test("of one axis has no picture of which axis moves most; of several it has", () => {
    expect(idsOf(rootOf(sweepInput({ axes: [WAGES] }))).filter((id) => id.startsWith("tornado-"))).toEqual([]);
    expect(idsOf(rootOf(sweepInput())).filter((id) => id.startsWith("tornado-")).length).toBeGreaterThan(3);
  });

  test("of one axis has no section on two at a time, but for the worlds that a policy is tried in", () => {
    for (const axes of [[WAGES], [WAGES, LUCK]]) {
      const words = wordsOf(rootOf(sweepInput({ axes })));
      expect(words).not.toMatch(/Two axes at a time|heatmap/i);
    }
    expect(wordsOf(rootOf(sweepInput()))).toContain("Two axes at a time");
  });

  test("of one axis names it once over the rows, which are its values; tables and files have the whole name", () => {
    const root = rootOf(sweepInput({ axes: [WAGES] }));
    const arms = one(root, "#arms-providers-failures");
    const drawn = find(one(arms, ".wide"), "text").map(wordsOf);
    expect(drawn).toEqual(expect.arrayContaining(["£9.20", "£8.20"]));
    expect(drawn.join(" ")).not.toMatch(/wage/i);
    for (const figure of [arms, one(root, "#trade-off-1")]) {
      expect(wordsOf(figure)).toContain("from the reference (£7.20)");
      expect(wordsOf(figure)).toContain(", by “living wage from April 2016” (£ an hour)");
      expect(find(one(figure, "tbody"), "th").map(wordsOf)).toContain("wage 8.2");
    }
    // Several axes: a value alone would not say of which.
    const both = find(one(one(rootOf(sweepInput()), "#arms-providers-failures"), ".wide"), "text").map(wordsOf);
    expect(both.filter((text) => /wage .*fee/.test(text)).length).toBeGreaterThan(1);
  });

  test("that moves one axis at a time has no heatmap of holes, and says why", () => {
    expect(idsOf(rootOf(sweepInput())).filter((id) => id.startsWith("heat-")).length).toBeGreaterThan(3);
    const root = rootOf(oneAtATime());
    expect(idsOf(root).filter((id) => id.startsWith("heat-"))).toEqual([]);
    expect(wordsOf(root)).toContain("No heatmap: no arm moves two axes at once");
    // What an arm moves is then name enough beside its mark.
    const labels = find(one(one(root, "#trade-off-1"), ".wide"), "text").map(wordsOf);
    const arms = labels.filter((label) => /^([A-F]: )?(Living wage|Fee pass-through)/.test(label));
    expect(arms).not.toEqual([]);
    for (const label of arms) expect(label).not.toMatch(/Living wage.*Fee pass-through/);
  });
});

describe("arms that are compared each in its own world", () => {
  /** Each world has a level of its own, with the same luck on top: the reference arm's is 8. */
  function ownLevels(): SweepReportInput {
    const input = worldsInput({ worlds: 20 });
    const yearly = (arm: number, seed: number): readonly number[] => {
      const world = Math.floor(arm / 2);
      const level = 8 + 3 * world + 0.1 * seed;
      const more = arm % 2 === 0 ? 0 : (world === 7 ? 9 : 1) + 0.01 * seed * world;
      return [level, level, level + more, level + more];
    };
    return { ...input, results: { ...input.results, yearly } };
  }

  test("are not said to be compared with one arm, and stand beside the level of their own", () => {
    const root = rootOf(ownLevels());
    const answer = wordsOf(find(root, "section").filter((each) => get(each, "aria-labelledby") === "answer")[0]);
    expect(answer).toContain(
      "Each arm is compared with the reference’s policy under the arm’s own uncertainties: fees as they were.",
    );
    expect(answer).not.toContain("compared with the reference, ");
    // Three a world and the mean luck of four seeds above the first world's 8.
    expect(answer).toContain("with world 7 held, for the worse. The reference’s policy has 29.1% in the same world");
    expect(wordsOf(root)).not.toContain("where it is 8");
    // Twenty worlds, three apart, in the table of every measure.
    expect(wordsOf(root)).toContain("8.2% to 65.2%");
  });

  test("of one world for all have one reference, with its level", () => {
    const answer = wordsOf(rootOf(sweepInput()));
    expect(answer).toMatch(/Each arm is compared with the reference, wage 7.2, fee 0\./);
    expect(answer).toMatch(/The reference has [\d.]+/);
    expect(answer).toContain("where it is ");
  });
});

describe("a title over who gains and who loses", () => {
  const share = fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100);
  const row = fc.record({ better: share, worse: share, meanDifference: fc.integer({ min: -300, max: 300 }) });

  test("is short, and does not leave out that every mean goes the other way", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(madeUpGains(1), madeUpTopUps(1)),
        fc.constantFrom("group of people", "income fifth", "zone", "route to care"),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(1, -1),
        (gains, grouping, parts, sign) => {
          const rows = parts.map((part, index) => ({
            ...gains.rows[0],
            ...part,
            group: `group ${index}`,
            meanDifference: (sign * (1 + Math.abs(part.meanDifference))) / 100,
          }));
          const title = titleOf(gains, grouping, rows);
          expect(wordsIn(title)).toBeLessThanOrEqual(15);
          const isTold = /\bmeans?( is)? (higher|lower)$/.test(title);
          expect(isTold).toBe(rows.some((each) => isAtOdds(gains, each)));
          if (isTold) expect(title.endsWith(sign > 0 ? "higher" : "lower")).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("stays plain where means lie on both sides, or agree with the shares", () => {
    const gains = madeUpGains(1);
    const rows = [
      { ...gains.rows[0], better: 0.5, worse: 0.4, meanDifference: -1 },
      { ...gains.rows[1], better: 0.5, worse: 0.4, meanDifference: 1 },
    ];
    expect(titleOf(gains, "zone", rows)).toBe("Quality of life by zone: in no group do more lose than gain");
    expect(titleOf(gains, "income fifth", rows.slice(0, 1))).toBe(
      "Quality of life by income fifth: more gain than lose, yet every mean is lower",
    );
  });
});

test("failures, top-ups and quality of life stand on the first screen, whatever moved most", () => {
  const root = rootOf(sweepInput());
  const [lead, rows] = [".lede", ".carried"].map((part) => wordsOf(one(root, part)));
  for (const what of ["quality of life", "share topping up", "provider failures"]) {
    expect(lead).toContain(what);
    expect(rows).toContain(what);
  }
  // Three points for each pound of the wage and none for fees: six at most, and never fewer.
  expect(lead).toMatch(/share topping up at most [56]\.\d points higher/);
  expect(rows).toMatch(/Holders of a direct payment\s*share topping up [56]\.\d points higher/);
});

test("the ends of a row's own scale are the numbers they stand for, with no digit more", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
      const reach = reachOf([value]);
      const [low, high] = endTexts(reach, unitOf("GBP per hour", 1));
      expect(Number(high.replaceAll(/[+£,]/g, ""))).toBeCloseTo(reach, 9);
      expect(high).not.toMatch(/\.\d*0$/);
      expect(low).toBe(high.replace("+", "−"));
    }),
  );
});
