/** In which worlds a policy does worst: found where it was put, doubted where it was not, and drawn as it was found. */
import { describe, expect, test } from "vitest";
import { conditionOf, studyOf as sensitivityOf } from "../../src/experiment/index.ts";
import { renderArms, studyOf, type SweepReportInput } from "../../src/report/index.ts";
import { type NoBox, type WorstBox, type WorstFound, worstOf } from "../../src/report/sweep/worst.ts";
import { worldsOf } from "../../src/report/sweep/worlds.ts";
import { columnOf, worstSentence } from "../../src/report/sweep/worst-words.ts";
import { find, get, one, parse, textOf, wordsOf, type Element } from "../support/report-html.ts";
import { FEES, LUCK, WAGES, sweepInput } from "../support/sweep-fixture.ts";
import { isInBox, type WantedWorlds, worldsInput } from "../support/sweep-worlds.ts";

const foundIn = (input: SweepReportInput): WorstFound => worstOf(studyOf(input))[0];

function boxIn(wanted: WantedWorlds): WorstBox {
  const found = foundIn(worldsInput(wanted));
  if (found.kind !== "box") throw new Error(found.reason);
  return found;
}

function noBoxIn(input: SweepReportInput): NoBox {
  const found = foundIn(input);
  if (found.kind !== "none") throw new Error("there is a box");
  return found;
}

const sectionOf = (input: SweepReportInput): Element => {
  const found = find(parse(renderArms(input)), "section").find(
    (section) => get(section, "aria-labelledby") === "worst-worlds",
  );
  if (found === undefined) throw new Error("there is no section");
  return found;
};

/** A number of the world and of nothing else, so that no range of anything tells worlds apart. */
const scrambled = (_: unknown, place: number): number => (((place + 1) * 2654435761) % 1009) / 500;

describe("a box that was put there", () => {
  const input = worldsInput();
  const found = boxIn({});

  test("is found on the axes that make it, holds on worlds held out, and lies where it was put", () => {
    const limits = new Map(found.box.restrictions.map(({ limit }) => [limit.name, limit]));
    expect([...limits.keys()].sort()).toEqual(["grip", "strain"]);
    // As wide as a density of eight in ten allows.
    const [strain, grip] = [limits.get("strain"), limits.get("grip")] as { from: number; to: number }[];
    expect(strain.from).toBeGreaterThan(0.38);
    expect(strain.from).toBeLessThan(0.55);
    expect(strain.to).toBeGreaterThan(0.95);
    expect(grip.to).toBeGreaterThan(0.45);
    expect(grip.to).toBeLessThan(0.62);
    expect(grip.from).toBeLessThan(0.05);
    expect(found.box.density).toBeGreaterThanOrEqual(0.8);
    expect(found.check?.holds).toBe(true);
    const inPlace = found.arms.map((arm) => isInBox(input.results.arms[arm].settings));
    const share = inPlace.filter((is, index) => is && found.isWorst[index]).length / found.count;
    expect(share).toBeGreaterThan(0.9);
  });

  test("is looked for under each policy beside the reference’s, and under no other", () => {
    expect(worldsOf(studyOf(input)).map(({ policy, arms }) => [policy, arms.length])).toEqual([["fees held", 160]]);
  });

  test("compares each world with the reference’s policy there, and looks at no arm of that policy", () => {
    expect(found.arms).toHaveLength(160);
    for (const [place, arm] of found.arms.entries()) {
      const { settings } = input.results.arms[arm];
      expect(settings["fees"]).toBe("held");
      // The world's own level cancels out to the last digit.
      const expected =
        (isInBox(settings) ? 4 : 1) + (((Math.floor(arm / 2) * 0.7548776662 + 9 * 0.569840291) % 1) - 0.5);
      expect(found.figures[place]).toBeCloseTo(expected, 9);
    }
  });

  test("a quarter of the worlds is worst, by the bound as it is printed", () => {
    expect(found.count / found.arms.length).toBeGreaterThan(0.15);
    expect(found.count / found.arms.length).toBeLessThan(0.31);
    const printed = Number(/above \+([\d.]+) points/.exec(worstSentence(found))?.[1]);
    expect(found.isWorst).toEqual(found.figures.map((value) => value > printed));
  });

  test("is the box that `caremarket sensitivity` finds for the same question", () => {
    const bound = found.bound;
    const other = sensitivityOf(input.results, {
      measure: "unmet.hoursPercent",
      year: "2017-18",
      method: "prim",
      condition: conditionOf(`unmet.hoursPercent > ${bound}`),
      against: { fees: "as they were" },
      having: { fees: "held" },
    });
    if (other.finding.method !== "prim") throw new Error(other.finding.method);
    expect(other.finding.discovery.boxes[0]).toEqual(found.box);
    expect(other.finding.check).toEqual(found.check);
  });

  test("says so in sentences, and marks on the plane what the table says", () => {
    const section = sectionOf(input);
    const words = wordsOf(section);
    expect(words).toContain("By 1 of 1 measure the worst worlds lie in ranges that hold");
    expect(words).toContain(`among the worst are ${found.count} of 160 worlds`);
    expect(words).toMatch(
      /They lie where uncertain (strain is at least [45]\d(\.\d)?%|grip is at most [456]\d(\.\d)?%)/,
    );
    expect(words).toContain("It holds on worlds that the search has not seen.");
    const figure = one(section, "#worst-scatter-1");
    const rows = find(one(figure, "tbody"), "tr").map((row) => find(row, "td").map(wordsOf));
    expect(rows).toHaveLength(160);
    expect(rows.filter(([, , worst]) => worst === "yes")).toHaveLength(found.count);
    expect(rows.filter(([, , , inBox]) => inBox === "yes")).toHaveLength(found.box.rows);
    expect(rows.filter(([, , worst, inBox]) => worst === "yes" && inBox === "yes")).toHaveLength(found.box.interesting);
    for (const name of ["wide", "narrow"]) {
      const svg = one(figure, `.${name}`);
      const groups = find(svg, "g").filter((group) => get(group, "class") === "marks");
      expect(groups.map((group) => get(group, "data-answer"))).toEqual(["no", "yes"]);
      expect(groups.map((group) => group.children.length)).toEqual([160 - found.count, found.count]);
    }
  });

  test("the frame on the plane holds the marks of the box, and no mark of the box lies outside it", () => {
    const svg = one(one(sectionOf(input), "#worst-scatter-1"), ".wide");
    const [frame] = find(svg, "rect");
    const number = (element: Element, name: string): number => Number(get(element, name));
    const [left, top] = [number(frame, "x"), number(frame, "y")];
    const [right, bottom] = [left + number(frame, "width"), top + number(frame, "height")];
    const isIn = ([x, y]: readonly [number, number]): boolean => x > left && x < right && y > top && y < bottom;
    const circles = find(svg, "circle").map((circle) => ({
      edge: get(circle, "stroke") !== "",
      at: [number(circle, "cx"), number(circle, "cy")] as const,
    }));
    const diamonds = find(svg, "path").map((path) => {
      const [, x, y] = /^M([\d.-]+),([\d.-]+)/.exec(get(path, "d")) ?? [];
      return { edge: get(path, "stroke") !== "", at: [Number(x), Number(y) + 6] as const };
    });
    const marks = [...circles, ...diamonds];
    expect(marks).toHaveLength(160);
    const edged = marks.filter(({ edge }) => edge);
    expect(edged).toHaveLength(found.box.rows);
    expect(edged.every(({ at }) => isIn(at))).toBe(true);
    expect(found.box.restrictions).toHaveLength(2);
    expect(marks.filter(({ at }) => isIn(at))).toHaveLength(found.box.rows);
  });

  test("the frame on the plane goes through no number of its scales", () => {
    for (const width of ["wide", "narrow"]) {
      const svg = one(one(sectionOf(input), "#worst-scatter-1"), `.${width}`);
      const box = one(svg, ".box");
      const end = Number(get(box, "y")) + Number(get(box, "height"));
      const numbers = find(svg, "text").filter((text) => get(text, "text-anchor") === "middle");
      expect(numbers.length).toBeGreaterThan(2);
      for (const text of numbers) expect(Number(get(text, "y")) - 11).toBeGreaterThan(end);
    }
  });

  test("draws each range of the box within the whole range, at its place", () => {
    const figure = one(sectionOf(input), "#worst-ranges-1");
    const rows = find(one(figure, ".wide"), "g").filter((group) => get(group, "class") === "row");
    expect(rows).toHaveLength(found.box.restrictions.length);
    for (const [place, { limit }] of found.box.restrictions.entries()) {
      if (!("from" in limit)) throw new Error("no range");
      const [whole, own] = find(rows[place], "line").map((line) => [Number(get(line, "x1")), Number(get(line, "x2"))]);
      const values = columnOf(found, limit.name).map(Number);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const at = (value: number): number => whole[0] + ((value - least) / (most - least)) * (whole[1] - whole[0]);
      expect(own[0]).toBeCloseTo(at(limit.from), 1);
      expect(own[1]).toBeCloseTo(at(limit.to), 1);
    }
  });

  test("the path goes from all worlds to the box that was chosen, in the table as in the box", () => {
    const rows = find(one(one(sectionOf(input), "#worst-path-1"), "tbody"), "tr").map((row) =>
      [...find(row, "th"), ...find(row, "td")].map(wordsOf).join(" "),
    );
    expect(rows[0]).toMatch(new RegExp(`^all worlds 0 100% ${Math.round((100 * found.count) / 160)}% 160$`));
    const { coverage, density, rows: inBox, restrictions } = found.box;
    const chosen = `the box ${restrictions.length} ${Math.round(100 * coverage)}% ${Math.round(100 * density)}% ${inBox}`;
    expect(rows).toContain(chosen);
    expect(rows[rows.length - 1]).toMatch(/^held out as found \d+% \d+% held out in turn$/);
  });
});

test("no line of what was held out goes through its name", () => {
  let named = 0;
  for (const design of ["latin-hypercube", "sobol"]) {
    for (const worlds of [100, 160, 240]) {
      const figure = one(sectionOf(worldsInput({ design, worlds })), "#worst-path-1");
      for (const name of ["wide", "narrow"]) {
        const svg = one(figure, `.${name}`);
        const text = find(svg, "text").find((each) => textOf(each) === "held out");
        const group = find(svg, "g").find((each) => get(each, "class") === "held-out");
        // Where it has no place beside the name of the box it is left out.
        if (text === undefined || group === undefined) continue;
        named++;
        const [x, y] = [Number(get(text, "x")), Number(get(text, "y"))];
        const isEnd = get(text, "text-anchor") === "end";
        const [from, to] = isEnd ? [x - 48, x] : [x, x + 48];
        for (const whisker of find(group, "line")) {
          const [x1, x2, y1, y2] = ["x1", "x2", "y1", "y2"].map((each) => Number(get(whisker, each)));
          const isAcross = y1 === y2 && y1 > y - 9 && y1 < y && Math.max(x1, x2) > from && Math.min(x1, x2) < to;
          const isUp = x1 === x2 && x1 > from && x1 < to && Math.max(y1, y2) > y - 9 && Math.min(y1, y2) < y;
          expect([isAcross, isUp]).toEqual([false, false]);
        }
      }
    }
  }
  expect(named).toBeGreaterThan(6);
});

test("of very many worlds the box is drawn and the worlds are not", () => {
  const section = sectionOf(worldsInput({ worlds: 1_600 }));
  expect(wordsOf(section)).toContain("No picture of every world: 1600 are too many");
  expect(find(section, "figure").map((figure) => get(figure, "id"))).toEqual(["worst-ranges-1", "worst-path-1"]);
});

test("where lower is worse, the worst worlds are the lowest", () => {
  const input = worldsInput({ effect: (settings) => (isInBox(settings) ? -3 : -1) });
  const measures = input.measures.map((each) => ({ ...each, key: "outcomes.everybody" }));
  const yearly: SweepReportInput["results"]["yearly"] = (arm, seed) =>
    input.results.yearly(arm, seed, "unmet.hoursPercent");
  const found = foundIn({
    ...input,
    measures,
    results: { ...input.results, measures: ["outcomes.everybody"], yearly },
  });
  expect(found.isAbove).toBe(false);
  for (const [place, value] of found.figures.entries()) expect(found.isWorst[place]).toBe(value < found.bound);
});

test("without a policy the levels of the worlds are looked at", () => {
  const found = boxIn({ hasPolicy: false });
  expect(found.worlds.against).toBe("nothing");
  expect(found.arms).toHaveLength(160);
  expect(worstSentence(found)).toMatch(
    /^Unmet need: among the worst are \d+ of 160 worlds, with a level above [\d.]+%\.$/,
  );
  expect(found.box.restrictions.map(({ limit }) => limit.name)).toEqual(expect.arrayContaining(["strain", "grip"]));
  const words = wordsOf(parse(renderArms(worldsInput({ hasPolicy: false }))));
  expect(words).toContain("No policy differs between arms, only what nobody knows");
  expect(words).not.toContain("no seed finished in both");
});

describe("where figures tie", () => {
  /** Unmet need is higher by so much in so many of 160 worlds, and the same in every seed. */
  const tied = (steps: readonly (readonly [worlds: number, more: number])[]): WorstFound => {
    const values = steps.flatMap(([worlds, more]) => Array.from({ length: worlds }, () => more));
    return foundIn(worldsInput({ effect: (_, place) => values[(place * 37) % 160] }));
  };
  const boundIn = (found: WorstFound): number => Number(/(?:above|below) \+?([\d.]+)/.exec(worstSentence(found))?.[1]);

  test("the worst are those beyond the tie that come nearest to a quarter, and the bound says which", () => {
    // The tied figure has more digits than the measure is written with, and lies above its own rounding.
    const found = tied([
      [98, 1],
      [29, 1.003_41],
      [17, 1.4],
      [16, 2.2],
    ]);
    expect(found.count).toBe(33);
    const bound = boundIn(found);
    expect(found.isWorst).toEqual(found.figures.map((value) => value > bound));
    expect(worstSentence(found)).toContain("among the worst are 33 of 160 worlds");
  });

  test("a tie that belongs to the quarter is let in", () => {
    const found = tied([
      [115, 1],
      [42, 3],
      [3, 4],
    ]);
    expect(found.count).toBe(45);
    expect(found.isWorst).toEqual(found.figures.map((value) => value > boundIn(found)));
  });

  test("without a bound near a quarter none is named and no ranges are looked for", () => {
    const found = tied([
      [37, 1],
      [107, 1.0034],
      [16, 2.2],
    ]);
    expect(found.kind).toBe("none");
    expect(found.count).toBe(0);
    expect(worstSentence(found)).toMatch(/: no bound leaves about a quarter of the 160 worlds\.$/);
  });
});

describe("where there is no box", () => {
  test("ranges found in noise are not confirmed, and the page says not to build on them", () => {
    const input = worldsInput({ effect: scrambled });
    const found = foundIn(input);
    if (found.kind === "box") expect(found.check?.holds).toBe(false);
    const words = wordsOf(sectionOf(input));
    expect(words).not.toContain("It holds on worlds that the search has not seen");
    expect(words).toMatch(/do not build on it|No ranges/);
    const titles = find(sectionOf(input), "h3").map(textOf);
    for (const title of titles.filter((text) => text.includes("ranges tell") || text.includes("worst where"))) {
      expect(title).toMatch(/^Unconfirmed: /);
    }
  });

  test("too few worlds, and worlds that are all alike, are said to be so", () => {
    const few = worldsInput({ worlds: 12 });
    expect(noBoxIn(few).reason).toBe("12 worlds are too few to look for ranges (20 is the least)");
    expect(wordsOf(sectionOf(few))).toBe(
      "In which worlds it goes worst No ranges were looked for in which it goes worst: 12 worlds are too few to look for ranges (20 is the least).",
    );
    const alike = worldsInput({ effect: () => 2 });
    expect(noBoxIn(alike).reason).toContain("one and the same figure");
    expect(wordsOf(sectionOf(worldsInput({ worlds: 60 })))).toContain("Only 60 worlds");
    expect(wordsOf(sectionOf(worldsInput()))).not.toMatch(/Only \d+ worlds|hang together/);
    expect(wordsOf(sectionOf(worldsInput({ design: "morris" })))).toContain("hang together");
  });

  test("worlds that each have a name of their own are not searched for ranges of names", () => {
    const input = worldsInput({ hasPolicy: false });
    const { sampling, ...results } = input.results;
    expect(sampling?.design).toBe("latin-hypercube");
    const nameOf = (index: number): string => `assumption ${index}`;
    const values = results.arms.map(({ index }) => nameOf(index));
    const axes = [{ name: "one", label: "One at a time", unit: "choice", kind: "uncertainty" as const, values }];
    const arms = results.arms.map((arm) => ({ ...arm, settings: { one: nameOf(arm.index) } }));
    const named: SweepReportInput = { ...input, results: { ...results, axes, arms } };
    expect(noBoxIn(named).reason).toContain("a name of its own");
  });

  test("a sweep in which nothing is uncertain has no such section", () => {
    expect(worstOf(studyOf(sweepInput()))).toEqual([]);
    expect(renderArms(sweepInput())).not.toContain('id="worst-worlds"');
    // Two worlds a policy: too few, and said so.
    const two = sweepInput({ axes: [WAGES, FEES, LUCK] });
    expect(wordsOf(sectionOf(two))).toContain("2 worlds are too few");
  });
});

test("an alternative that makes the worst worlds is named, and drawn among the others", () => {
  const input = worldsInput({ effect: (_, place) => (place % 4 === 1 ? 5 : 1) + (place % 7) / 50 });
  const rule = ["slow", "quick", "none", "mixed"];
  const arms = input.results.arms.map((arm) => ({
    ...arm,
    settings: { ...arm.settings, rule: rule[Math.floor(arm.index / 2) % 4] },
  }));
  const axes = [
    ...input.results.axes,
    { name: "rule", label: "Rule of hiring", unit: "choice", kind: "uncertainty" as const, values: rule },
  ];
  const section = sectionOf({ ...input, results: { ...input.results, arms, axes } });
  expect(wordsOf(section)).toContain("They lie where rule of hiring is quick");
  const [row] = find(one(one(section, "#worst-ranges-1"), ".wide"), "g").filter(
    (group) => get(group, "class") === "row",
  );
  const fills = find(row, "circle").map((circle) => get(circle, "fill"));
  expect(fills.map((fill) => fill === "#FFFFFF")).toEqual([true, false, true, true]);
});
