import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairedOf } from "../../src/experiment/paired.ts";
import type { SweepAxis } from "../../src/experiment/sweep-results.ts";
import { renderArms, studyOf, type ArmsInput, type SweepReportInput } from "../../src/report/index.ts";
import { placeLabels } from "../../src/report/sweep/scatter-labels.ts";
import { VARIATION_ONLY } from "../../src/report/sweep/identity.ts";
import { widthOf } from "../../src/report/charts/lettering.ts";
import { wordsIn } from "../../src/report/wording.ts";
import { all, find, get, one, parse, rawTextOf, textOf, wordsOf, type Element } from "../support/report-html.ts";
import { FEES, LUCK, WAGES, comparisonInput, sweepInput } from "../support/sweep-fixture.ts";

const PAGES: readonly (readonly [string, ArmsInput])[] = [
  ["a sweep", sweepInput()],
  ["a sweep with holes", sweepInput({ failed: ["1 3", "3 1", "3 2", "3 3", "3 4", "3 5", "3 6", "3 7", "3 8"] })],
  ["a sweep that keeps its people", sweepInput({ people: true })],
  ["a sweep under uncertainty", sweepInput({ axes: [WAGES, FEES, LUCK] })],
  ["a sweep of one axis", sweepInput({ axes: [WAGES] })],
  ["a sweep of one seed", sweepInput({ seeds: 1 })],
  ["a comparison", comparisonInput()],
  ["a comparison of the same", comparisonInput(4, true)],
  ["a comparison of one seed", comparisonInput(1)],
];

const rootOf = (input: ArmsInput): Element => parse(renderArms(input));
const byId = (root: Element, id: string): Element => one(root, `#${id}`);

describe.each(PAGES)("the page of %s", (_, input) => {
  const page = renderArms(input);
  const root = parse(page);

  test("is one file that names no other, and the same twice", () => {
    for (const element of all(root)) {
      for (const name of ["src", "srcset", "action", "data", "poster"]) expect(get(element, name)).toBe("");
      if (get(element, "href") !== "") expect(get(element, "href")).toMatch(/^#|^data:,$/);
    }
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(renderArms(input)).toBe(page);
  });

  test("has no id twice and no reference to one that is not there", () => {
    const ids = [...all(root)].map((element) => get(element, "id")).filter((id) => id !== "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of all(root)) {
      const references = ["aria-labelledby", "aria-describedby", "for"].flatMap((name) =>
        get(element, name).split(" "),
      );
      for (const id of [...references, get(element, "href").replace(/^#|^data:,$/, "")]) {
        if (id !== "") expect(ids).toContain(id);
      }
      for (const [, id] of get(element, "fill").matchAll(/url\(#(.*)\)/g)) expect(ids).toContain(id);
    }
  });

  test("shows nobody an unfinished number, and says what its intervals are", () => {
    const text = textOf(root);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    for (const element of all(root)) {
      for (const [name, value] of element.attributes) {
        expect(`${name}=${value}`).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
    expect(wordsOf(root)).toContain(VARIATION_ONLY);
    expect(wordsOf(one(root, ".uses"))).toMatch(/Use it for .* Do not use it for .*decisions about one person/);
    expect(wordsOf(byId(root, "reproduce"))).toBe(input.reproduce);
  });

  test("says of a line for its own folder that it is for there", () => {
    const label = (reproduce: string): string =>
      wordsOf(byId(parse(renderArms({ ...input, reproduce })), "reproduce-label"));
    expect(label("caremarket sweep tiny --seeds 1-30")).toBe("Run it again:");
    expect(label("caremarket reproduce .")).toBe("Run it again, in the folder of this page:");
  });

  test("gives every picture a short title, a unit and period, a table of what it plots, and its files", () => {
    const data = JSON.parse(rawTextOf(byId(root, "report-data"))) as {
      about: string;
      charts: Record<string, { head: readonly [string, string] }>;
    };
    expect(data.about).toContain(input.digest);
    const figures = find(root, "figure").filter((figure) => !get(figure, "id").endsWith("-any"));
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      const slug = get(figure, "id");
      expect(wordsIn(wordsOf(one(figure, "h3")))).toBeLessThanOrEqual(15);
      expect(wordsOf(one(figure, ".subtitle"))).toMatch(/\(.+\).* One simulated council area, .+; \d+ seeds?\./);
      expect(find(figure, "svg").map((svg) => get(svg, "class"))).toEqual(["wide", "narrow"]);
      expect(find(one(figure, "table"), "tr").length).toBeGreaterThan(1);
      expect(find(figure, "button").map(wordsOf)).toEqual(["CSV", "SVG", "PNG"]);
      expect(data.charts[slug].head[0]).toContain(wordsOf(one(figure, "h3")).replaceAll('"', '""'));
      expect(wordsOf(one(figure, ".source"))).toContain(input.digest);
    }
  });
});

test("a page of 240 arms and 54 measures is light enough to send round", () => {
  const axis = (name: string, label: string, values: readonly number[]): SweepAxis => ({
    ...FEES,
    name,
    label,
    values,
  });
  const input = sweepInput({
    axes: [
      { ...WAGES, values: [7.2, 7.5, 8, 8.5, 9] },
      axis("precept", "precept of that April", [0, 0.01, 0.02]),
      axis("fee", "fee follows costs by", [0, 0.5, 0.8, 1]),
      axis("rate", "direct-payment rate from 2016", [0.8, 0.9, 1, 1.1]),
    ],
  });
  const measures = Array.from({ length: 54 }, (_, place) => {
    const like = input.measures[place % input.measures.length];
    return { ...like, key: `${like.key}${place}` };
  });
  const yearly = (arm: number, seed: number, key: string) => input.results.yearly(arm, seed, key.replace(/\d+$/, ""));
  const results = { ...input.results, measures: measures.map(({ key }) => key), yearly };
  const page = renderArms({ ...input, measures, results });
  expect(results.arms).toHaveLength(240);
  expect(new TextEncoder().encode(page).byteLength).toBeLessThan(3_200_000);
  // Nothing was left out for it: every measure has its pictures, and every two axes their heatmap.
  const root = parse(page);
  expect(find(root, "[data-measure]")).toHaveLength(54);
  expect(find(root, "[data-pair]")).toHaveLength(6);
});

test("arms whose labels are too long go by number, and one table says what each number stands for", () => {
  const many = Array.from({ length: 9 }, (_, place): SweepAxis => ({
    ...LUCK,
    name: `drawn-${place}`,
    label: `something that nobody knows, number ${place}`,
    unit: "share",
    values: [0.25 + place, 0.75 + place],
  }));
  const input = sweepInput({ axes: [WAGES, ...many.slice(0, 3)] });
  const arms = input.results.arms.map((arm) => ({
    ...arm,
    label: Object.entries(arm.settings)
      .map(([name, value]) => `${many.find((axis) => axis.name === name)?.label ?? name} ${value}`)
      .join(", "),
  }));
  const root = rootOf({ ...input, results: { ...input.results, arms } });
  const rows = find(root, "tr").map(wordsOf);
  for (const { index, label } of arms) {
    const head = index === input.results.reference ? `${index}, the reference` : String(index);
    expect(rows.filter((row) => row === `${head} ${label}`)).toHaveLength(1);
  }
  const words = find(root, "text").map(textOf);
  expect(words.some((line) => /^arm \d+: Living wage/.test(line))).toBe(true);
  expect(find(root, "th").filter((cell) => wordsOf(cell).length > 125)).toEqual([]);
  // Files have the whole label.
  const { all: file } = JSON.parse(rawTextOf(byId(root, "report-data"))) as { all: { csv: string } };
  expect(file.csv).toContain(`"${arms[5].label}"`);
});

test("no line ends between a figure and its per-cent sign, and files have the label as it is", () => {
  const input = sweepInput();
  const arms = input.results.arms.map((arm) => ({
    ...arm,
    label: `living wage £${7 + arm.index}.20, fees that follow the costs of care by ${arm.index}0%, precept 2%`,
  }));
  const page = renderArms({ ...input, results: { ...input.results, arms } });
  const root = parse(page);
  const lines = find(root, "text").map(textOf);
  expect(lines.filter((line) => /^\s*%/.test(line))).toEqual([]);
  expect(lines.filter((line) => /\d%/.test(line)).length).toBeGreaterThan(20);
  for (const row of find(root, "th").map(textOf)) expect(row).not.toMatch(/\d %/);
  const { all: file } = JSON.parse(rawTextOf(byId(root, "report-data"))) as { all: { csv: string } };
  expect(file.csv).toContain("by 10%, precept 2%");
  expect(file.csv).not.toContain("\u00A0");
});

describe("what the page says agrees with the figures", () => {
  const study = studyOf(sweepInput());
  const outcome = (key: string) => study.outcomes.find(({ measure }) => measure.key === key);

  test("differences are the paired ones, over the years since the arms part", () => {
    const { results } = sweepInput();
    const of = (arm: number): number[] =>
      results.seeds.map((_, seed) => {
        const values = results.yearly(arm, seed, "providers.failures") ?? [];
        return (values[2] + values[3]) / 2;
      });
    const paired = pairedOf(of(0), of(4));
    const found = outcome("providers.failures")?.effects[4]?.paired;
    expect(found?.mean).toBeCloseTo(paired?.mean ?? Number.NaN, 12);
    expect(found?.low).toBeCloseTo(paired?.low ?? Number.NaN, 12);
    expect(found?.varianceReduction).toBeCloseTo(paired?.varianceReduction ?? Number.NaN, 9);
    expect(study.period).toEqual({ from: 2, to: 3 });
  });

  test("higher and lower follow the effects that were put in, and better and worse their direction", () => {
    expect(outcome("topUps.sharePercent")?.effects.map((effect) => effect?.verdict)).toEqual([
      undefined,
      "unclear",
      "higher",
      "higher",
      "higher",
      "higher",
    ]);
    const root = rootOf(comparisonInput());
    expect(wordsOf(byId(root, "effects-topups"))).toMatch(/Top-ups: share topping up [\d.]+ points higher/);
    expect(wordsOf(byId(root, "effects-topups"))).toMatch(/points \(\+[\d.]+ to \+[\d.]+\) worse/);
    expect(wordsOf(byId(root, "effects-outcomes"))).toMatch(/points lower/);
    // The subject is not said twice where the measure begins with it.
    expect(wordsOf(byId(root, "effects-outcomes"))).not.toMatch(/Quality of life: quality of life/);
  });

  test("what the policy sets is told apart from what the simulation found", () => {
    expect(outcome("wages.floor")?.isSet).toBe(true);
    const section = find(rootOf(sweepInput()), "section").find((each) => get(each, "aria-labelledby") === "answer");
    expect(section === undefined ? "" : wordsOf(section)).toMatch(
      /so set by the policy and not found by the simulation: legal wage floor/,
    );
  });

  test("an arm compared with itself differs in nothing, in words and in figures", () => {
    const input = comparisonInput(4, true);
    expect(wordsOf(rootOf(input))).toContain("Nothing differs: every measure is exactly the same in every seed.");
    for (const { effects } of studyOf(input).outcomes) {
      expect(effects[1]).toMatchObject({ verdict: "same", paired: { mean: 0, median: 0, higher: 0, lower: 0 } });
    }
  });

  test("one seed gets no interval and no verdict", () => {
    const words = wordsOf(rootOf(comparisonInput(1)));
    expect(words).toContain("nothing tells the policy from chance");
    expect(words).not.toMatch(/clearly differs|95% interval [+−]/);
  });

  test("seeds whose luck is not shared have a poor factor, and it is shown", () => {
    const input = sweepInput();
    const { yearly } = input.results;
    const shuffled: typeof yearly = (arm, seed, key) => yearly(arm, (seed + 3 * arm) % 8, key);
    const poor = { ...input, results: { ...input.results, yearly: shuffled } };
    const factors = studyOf(poor).headlines.flatMap(({ effects }) =>
      effects.map((each) => each?.paired.varianceReduction ?? 0),
    );
    expect(Math.min(...factors.filter((factor) => factor > 0))).toBeLessThan(2);
    expect(wordsOf(rootOf(poor))).toMatch(/Below 2, pairing helps little: [1-9]/);
  });

  test("under an uncertainty an arm is compared with the reference policy under the same one", () => {
    const { counterparts, arms } = studyOf(sweepInput({ axes: [WAGES, FEES, LUCK] }));
    counterparts.forEach((place, arm) => {
      expect(arms[place].settings).toEqual({ wage: 7.2, fee: 0, need: arms[arm].settings["need"] });
    });
  });
});

test("the reference stands over all other marks of a trade-off, and is named whatever it covers", () => {
  // Every arm lies where the reference lies.
  const input = sweepInput();
  const { yearly } = input.results;
  const same = { ...input.results, yearly: (_: number, seed: number, key: string) => yearly(0, seed, key) };
  for (const page of [rootOf(input), rootOf({ ...input, results: same })]) {
    for (const name of ["wide", "narrow"]) {
      const svg = one(byId(page, "trade-off-1"), `.${name}`);
      const marks = find(svg, "g").filter((group) => get(group, "class") === "marks");
      expect(marks.map((group) => get(group, "data-row") !== "")).toEqual([false, false, true]);
      expect(marks[0].children.length + marks[1].children.length).toBe(5);
      const [ground, mark] = [...find(marks[2], "path"), ...find(marks[2], "rect")];
      // It goes round what lies there, and hides none of it.
      expect([ground, mark].map((each) => get(each, "fill"))).toEqual(["none", "none"]);
      expect([get(ground, "stroke"), get(mark, "stroke") === ""]).toEqual(["#FFFFFF", false]);
      expect(find(svg, "text").map(textOf)).toContain("reference");
    }
  }
});

test("where marks lie everywhere, the name that is needed is written and no other", () => {
  const frame = { left: 0, right: 300, top: 0, bottom: 300 };
  const points = Array.from({ length: 900 }, (_, place) => ({ x: (place % 30) * 10, y: Math.floor(place / 30) * 10 }));
  const names = (isNeeded: boolean) =>
    placeLabels(
      [
        { text: "reference", x: 150, y: 150, isNeeded },
        { text: "an arm", x: 60, y: 60 },
      ],
      points,
      frame,
    ).map(({ text }) => text);
  expect(names(true)).toEqual(["reference"]);
  expect(names(false)).toEqual([]);
});

test("long names of a trade-off stand in a key under it, each by a letter that is drawn, on a phone too", () => {
  const axes = [WAGES, FEES].map((axis) => ({ ...axis, label: `${axis.label}, by name` }));
  const input = sweepInput({ axes: [...axes, LUCK] });
  for (const name of ["wide", "narrow"]) {
    const figure = byId(rootOf(input), "trade-off-1");
    const svg = one(figure, `.${name}`);
    const words = find(svg, "text").map(textOf);
    const keys = words.flatMap((line) => /^([A-F]): Living wage/.exec(line)?.[1] ?? []);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(words.filter((line) => line === key)).toHaveLength(1);
    expect(wordsOf(figure)).toContain("named under the picture.");
    const [, , width, height] = get(svg, "viewBox").split(" ").map(Number);
    for (const text of find(svg, "text")) {
      expect(Number(get(text, "y"))).toBeLessThanOrEqual(height);
      if (/^[A-F]: /.test(textOf(text))) expect(widthOf(textOf(text), 12)).toBeLessThanOrEqual(width);
    }
  }
});

test("a reference in a crowd is named", () => {
  const values = Array.from({ length: 400 }, (_, place) => 7.2 + ((place * 37) % 400) / 200);
  const input = sweepInput({ seeds: 2, axes: [{ ...WAGES, values }] });
  const { yearly } = input.results;
  // Every arm close about the reference, to all sides.
  const crowd: typeof yearly = (arm, seed, key) =>
    Array.from(yearly(0, seed, key) ?? []).map((value, year) =>
      year < 2 ? value : value + Math.sin(arm * (key.startsWith("council") ? 1 : 1.7)) * (arm % 20),
    );
  const svg = one(byId(rootOf({ ...input, results: { ...input.results, yearly: crowd } }), "trade-off-1"), ".narrow");
  expect(find(svg, "text").map(textOf)).toContain("reference");
});

test("a file is spoken of only where it is there, and of what it holds", () => {
  const values = Array.from({ length: 24 }, (_, place) => place);
  const input = sweepInput({ axes: [{ ...WAGES, values }, FEES] });
  const wordy = (length: number) =>
    input.results.arms.map((arm) => ({ ...arm, label: `${arm.index} ${"of many words ".repeat(length)}` }));
  const notes = (length: number, more: number) => {
    const measures = [
      ...input.measures,
      ...Array.from({ length: more }, (_, place) => ({ ...input.measures[0], key: `more.${place}`, headline: false })),
    ];
    const yearly: typeof input.results.yearly = (arm, seed, key) =>
      input.results.yearly(arm, seed, key.startsWith("more.") ? "providers.failures" : key);
    const results = { ...input.results, arms: wordy(length), measures: measures.map(({ key }) => key), yearly };
    const page = renderArms({ ...input, measures, results });
    const words = wordsOf(parse(page));
    return {
      hasFile: !page.includes('"all":null'),
      rest: /the file of ([\w ]+) has all/.exec(words)?.[1],
      button: /CSV of (.*?) in every arm/.exec(words)?.[1],
      said: words.includes("The file has"),
      out: words.includes("too large for a page"),
    };
  };
  const none = { rest: undefined, button: undefined, said: false, out: true };
  expect(notes(1, 0)).toEqual({
    ...none,
    hasFile: true,
    rest: "every measure",
    button: "every measure",
    said: true,
    out: false,
  });
  expect(notes(100, 40)).toEqual({
    ...none,
    hasFile: true,
    rest: "headline measures",
    button: "headline measures",
    said: true,
    out: false,
  });
  expect(notes(800, 40)).toEqual({ ...none, hasFile: false });
});

test("the axes that a heatmap averages over are named once, or counted", () => {
  const axis = (name: string): SweepAxis => ({ ...LUCK, name, label: `Doubt ${name}`, values: ["low", "high"] });
  const averaged = (axes: readonly SweepAxis[]): readonly (string | undefined)[] =>
    find(byId(rootOf(sweepInput({ seeds: 2, axes })), "heat-providers-failures"), "p")
      .map((note) => /^Each cell is the mean over the values of (.*)\.$/.exec(wordsOf(note))?.[1])
      .filter((found) => found !== undefined);
  const doubts = ["a", "b", "c", "d", "e"].map(axis);
  expect(averaged([WAGES, FEES, ...doubts.slice(0, 2)])).toEqual(["Doubt a and Doubt b"]);
  expect(averaged([WAGES, FEES, ...doubts])).toEqual(["5 other axes"]);
  // Panels show the third; over nothing is a mean taken.
  expect(averaged(doubts.slice(0, 3))).toEqual([]);
  // Too many for panels: each is named once, uncertain though it is.
  const many = doubts.map((doubt) => ({ ...doubt, values: ["low", "middle", "high"] }));
  expect(averaged(many.slice(0, 5))).toEqual(["Doubt c, Doubt d and Doubt e"]);
});

test("diamonds and the table name the arms that no other beats, by the directions of both measures", () => {
  const study = studyOf(sweepInput());
  const of = (key: string): readonly number[] =>
    study.outcomes.find(({ measure }) => measure.key === key)?.effects.map((effect) => effect?.paired.mean ?? 0) ?? [];
  const [spending, life] = [of("council.grossSpend"), of("outcomes.everybody")];
  const beaten = (arm: number): boolean =>
    spending.some(
      (spent, other) =>
        spent <= spending[arm] && life[other] >= life[arm] && (spent < spending[arm] || life[other] > life[arm]),
    );
  const rows = find(one(byId(rootOf(sweepInput()), "trade-off-1"), "tbody"), "tr").map((row) => wordsOf(row));
  expect(rows.map((text) => text.endsWith("yes"))).toEqual(study.arms.map((_, arm) => !beaten(arm)));
  expect(new Set(rows.map((text) => text.endsWith("yes"))).size).toBe(2);
});

describe("holes", () => {
  const failed = ["3 1", "3 2", "3 3", "3 4", "3 5", "3 6", "3 7", "3 8", "1 3"];
  const root = rootOf(sweepInput({ failed }));

  test("stay holes in the heatmap, and the reason and replay line stand in the page", () => {
    const heat = byId(root, "heat-providers-failures");
    const cells = find(heat, "tr").map((row) => wordsOf(row).replaceAll(" ", ""));
    expect(cells.filter((text) => text.includes("failed"))).toEqual(["all£8.20100%failedfailed"]);
    expect(cells.filter((text) => text.includes("someseedsmissing"))).toHaveLength(1);
    expect(find(one(heat, ".wide"), "text").map(wordsOf)).toContain("failed");
    const section = find(root, "section").find((each) => get(each, "aria-labelledby") === "failures");
    expect(section === undefined ? 0 : find(section, "tr").length).toBe(failed.length + 1);
    expect(wordsOf(root)).toContain("9 runs of 48 failed");
  });
});

describe("unusual results", () => {
  const base = sweepInput();
  const withValues = (
    yearly: SweepReportInput["results"]["yearly"],
    over: Partial<SweepReportInput["results"]> = {},
  ): SweepReportInput => ({
    ...base,
    results: { ...base.results, ...over, yearly },
  });
  const sampled: SweepAxis[] = ["fee", "rate", "need"].map((name, place) => ({
    name,
    label: `Axis ${name}`,
    unit: "share",
    kind: name === "need" ? "uncertainty" : "policy",
    values: Array.from({ length: 40 }, (_, index) => (index * (place + 3) + 1) / 100),
  }));
  const points = Array.from({ length: 40 }, (_, index) => ({
    index,
    label: `point ${index}`,
    settings: Object.fromEntries(
      sampled.map(({ name, values }, place) => [name, values[(index * (7 + 2 * place)) % 40]]),
    ),
    scenarioHash: String(index),
  }));
  const cases: readonly (readonly [string, SweepReportInput])[] = [
    ["nothing defined", withValues(() => [Number.NaN, Number.NaN, Number.NaN, Number.NaN])],
    ["nothing finished", withValues(() => undefined)],
    ["all values equal", withValues(() => [3, 3, 3, 3])],
    ["all values zero", withValues(() => [0, 0, 0, 0])],
    ["huge values", withValues((arm, seed) => [0, 0, 0, (arm + 1) * 1e200 * (seed + 1)])],
    ["tiny values", withValues((arm, seed) => [0, 0, 0, (arm + 1) * 1e-9 * (seed + 1)])],
    ["one year", withValues((arm, seed) => [arm * seed], { years: ["2014-15"] })],
    ["one arm", { ...withValues(base.results.yearly, { arms: base.results.arms.slice(0, 1) }), differences: [] }],
    ["two arms", { ...withValues(base.results.yearly, { arms: base.results.arms.slice(0, 2) }), differences: [] }],
    ["no measure that is known", { ...base, measures: [] }],
    ["a sampled design", withValues((arm, seed) => [0, 0, arm, arm + seed / 9], { axes: sampled, arms: points })],
  ];

  test.each(cases)("draw, or say why not: %s", (_, input) => {
    const page = renderArms(input);
    const text = wordsOf(parse(page));
    expect(/NaN|undefined|Infinity/.exec(text)?.[0]).toBeUndefined();
    expect(page.replace(/<script[\s\S]*/, "")).not.toMatch(/="[^"]*(NaN|undefined|Infinity)/);
    expect(text).toContain("The answer");
  });

  test("of a sampled design the axes are cut into bands, and bars are means over the others", () => {
    const root = parse(renderArms(cases[cases.length - 1][1]));
    expect(wordsOf(byId(root, "two-axes"))).toBe("Two axes at a time");
    expect(wordsOf(root)).toMatch(/\b1% to \d+%/);
    expect(wordsOf(root)).toContain("against the mean of all arms, averaged over the other axes");
    expect(wordsOf(root)).toContain("Each cell is the mean over the values of Axis need.");
  });
});

describe("names that somebody chose", () => {
  const hostile = `</script><script>window.broken = 1</script><img src=x onerror="window.broken=1">`;
  test("are text wherever they stand", () => {
    const input = sweepInput();
    const { results } = input;
    const root = rootOf({
      ...input,
      results: {
        ...results,
        name: hostile,
        title: hostile,
        question: hostile,
        axes: results.axes.map((axis) => ({ ...axis, label: hostile })),
        arms: results.arms.map((arm) => ({ ...arm, label: `${hostile} ${arm.index}` })),
      },
      warnings: [hostile],
    });
    expect(find(root, "script")).toHaveLength(2);
    expect(find(root, "img")).toHaveLength(0);
    expect(wordsOf(one(root, "h1"))).toBe(hostile);
  });
});

test("nothing is called higher or lower unless its whole interval, as printed, lies on that side of zero", () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  const seeds = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 8 });
  let clear = 0;
  let unclear = 0;
  fc.assert(
    fc.property(seeds, fc.integer({ min: -60, max: 60 }), (pairs, shift) => {
      const input = comparisonInput(pairs.length);
      const yearly = (arm: number, seed: number): number[] => {
        const [common, own] = pairs[seed];
        return [0, 0, common, arm === 0 ? common : common + shift + own / 4];
      };
      const study = studyOf({ ...input, results: { ...input.results, yearly } });
      for (const { effects, fine, unit, size } of study.outcomes) {
        const { paired, verdict } = effects[1] ?? expect.fail("no effect");
        const printed = (end: number): number => Number((end * 10 ** fine.decimals).toFixed(0));
        // Few equal differences between arms that vary are no interval.
        const isOfChance =
          paired.high - paired.low <= 1e-9 * Math.abs(paired.mean) &&
          pairs.length < 6 &&
          [0, 1].some((arm) => new Set(pairs.map((_, seed) => yearly(arm, seed)[3])).size > 1);
        const side = isOfChance
          ? "neither"
          : paired.low > 0 && printed(paired.low) > 0
            ? "higher"
            : paired.high < 0 && printed(paired.high) < 0
              ? "lower"
              : "neither";
        if (side === "neither") unclear++;
        else clear++;
        const isNothing =
          Number(Math.abs(paired.mean).toFixed(unit.decimals)) === 0 && Math.abs(paired.mean) < size / 100;
        if (side === "neither") expect(["unclear", "same"]).toContain(verdict);
        else expect(verdict).toBe(isNothing ? "slight" : side);
      }
    }),
  );
  expect(Math.min(clear, unclear)).toBeGreaterThan(20);
});

describe("differences without spread", () => {
  /** One measure alone, in which these arms have these figures by seed. */
  const verdictOf = (first: readonly number[], second: readonly number[]): string | undefined => {
    const input = comparisonInput(first.length);
    const yearly = (arm: number, seed: number): number[] => [0, 0, 0, [first, second][arm][seed]];
    const { outcomes } = studyOf({ ...input, results: { ...input.results, yearly } });
    return outcomes[0].effects[1]?.verdict;
  };

  test("are chance where few seeds of arms that vary have them, and the policy where nothing varies", () => {
    expect(verdictOf([3, 7], [4, 8])).toBe("unclear");
    expect(verdictOf([0.3, 0.7], [0.2, 0.6])).toBe("unclear");
    expect(verdictOf([3, 3], [4, 4])).toBe("higher");
    expect(verdictOf([3, 7], [3, 7])).toBe("same");
    // Six in a row on one side are rarer than one in twenty by chance.
    expect(verdictOf([1, 2, 3, 4, 5], [2, 3, 4, 5, 6])).toBe("unclear");
    expect(verdictOf([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7])).toBe("higher");
  });

  test("are told as what they are, not as an interval", () => {
    const input = comparisonInput(2);
    const yearly = (arm: number, seed: number): number[] => [0, 0, 5 + seed + arm, 5 + seed + arm];
    const words = wordsOf(rootOf({ ...input, results: { ...input.results, yearly } }));
    expect(words).toContain("no clear difference (+1.0 providers in each of 2 seeds)");
    expect(words).not.toMatch(/\+1\.0 to \+1\.0/);
  });
});

test("what the policy sets is not counted among the intervals that chance may put beside zero", () => {
  const input = sweepInput({ axes: [WAGES, FEES] });
  const found = studyOf(input).headlines.filter(({ isSet }) => !isSet);
  const count = found.flatMap(({ effects }) => effects.filter((effect) => effect !== undefined)).length;
  expect(found.length).toBeLessThan(studyOf(input).headlines.length);
  expect(wordsOf(rootOf(input))).toContain(`Of the ${count} intervals, measures times arms,`);
});

test("money at the prices of one year is not said to be in cash", () => {
  const input = sweepInput();
  const measures = input.measures.map((measure) =>
    measure.key === "council.communitySpend"
      ? { ...measure, sentence: "What it costs, at prices of 2015-16; nobody pays it." }
      : measure,
  );
  const words = wordsOf(rootOf({ ...input, measures }));
  expect(words).toContain("Community care spending (£ million a year, prices of 2015-16)");
  expect(words).toContain("Gross spending (£ million a year, cash prices)");
});
