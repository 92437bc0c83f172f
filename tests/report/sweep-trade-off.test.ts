/** The trade-off picture: names stand at their own marks, and no mark covers a word of the scales. */
import { expect, test } from "vitest";
import { renderArms } from "../../src/report/index.ts";
import { widthOf } from "../../src/report/charts/lettering.ts";
import { placeLabels } from "../../src/report/sweep/scatter-labels.ts";
import { find, get, one, parse, textOf } from "../support/report-html.ts";
import { FEES, LUCK, WAGES, sweepInput } from "../support/sweep-fixture.ts";

const FRAME = { left: 0, right: 300, top: 0, bottom: 300 };

test("where another mark stands to the right of its own, a letter stands to the left, not further off", () => {
  const points = [
    { x: 150, y: 150 },
    { x: 172, y: 148 },
  ];
  const [label] = placeLabels([{ text: "E", ...points[0], isNeeded: true }], points, FRAME);
  expect(label).toMatchObject({ anchor: "end", x: 139, y: 154 });
  expect(label.led).toBeUndefined();
});

test("between marks on both sides a letter stands over or under its own", () => {
  const points = [150, 128, 172].map((x) => ({ x, y: 150 }));
  const [label] = placeLabels([{ text: "E", ...points[0], isNeeded: true }], points, FRAME);
  expect(label).toMatchObject({ anchor: "middle", x: 150 });
});

test("a name that stands far off has a line that leads to it", () => {
  const own = { x: 150, y: 150 };
  const near = Array.from({ length: 11 }, (_, place) => 125 + 5 * place);
  const points = [own, ...near.flatMap((x) => [140, 148, 156, 164, 172].map((y) => ({ x, y })))];
  const [label] = placeLabels([{ text: "E", ...own, isNeeded: true }], points, FRAME);
  expect(label.led).toEqual(own);
});

test("the reference's mark covers no label of a scale that ends there", () => {
  const input = sweepInput({ axes: [WAGES] });
  const { yearly } = input.results;
  // Every arm spends more and does better than the reference: both scales begin at zero.
  const higher: typeof yearly = (arm, seed, key) =>
    Array.from(yearly(0, seed, key) ?? []).map((value, year) => (year < 2 ? value : value + arm));
  const page = parse(renderArms({ ...input, results: { ...input.results, reference: 0, yearly: higher } }));
  for (const name of ["wide", "narrow"]) {
    const svg = one(one(page, "#trade-off-1"), `.${name}`);
    const [mark] = find(svg, "g").filter((group) => get(group, "data-row") !== "");
    const [rect] = find(mark, "rect");
    const path = find(mark, "path")[0];
    const points =
      rect === undefined
        ? [...get(path, "d").matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
        : [0, 20].map((side) => [Number(get(rect, "x")) + side, Number(get(rect, "y")) + side]);
    // With the white edge that goes round it.
    const [left, right] = [Math.min(...points.map(([x]) => x)) - 2.5, Math.max(...points.map(([x]) => x)) + 2.5];
    const [upper, lower] = [Math.min(...points.map(([, y]) => y)) - 2.5, Math.max(...points.map(([, y]) => y)) + 2.5];
    const zeros = find(svg, "text").filter((text) => /^£?0(\.0+)?m?$/.test(textOf(text)));
    expect(zeros).toHaveLength(2);
    for (const zero of zeros) {
      const [x, y, width] = [Number(get(zero, "x")), Number(get(zero, "y")), widthOf(textOf(zero), 13)];
      const [from, to] = get(zero, "text-anchor") === "end" ? [x - width, x] : [x - width / 2, x + width / 2];
      const isApart = to <= left || from >= right || y - 10 >= lower || y <= upper;
      expect(isApart).toBe(true);
    }
  }
});

test("without a picture there is no section of trade-offs, and one line says why", () => {
  const input = sweepInput({ axes: [WAGES] });
  const two = { ...input, results: { ...input.results, measures: ["council.grossSpend"] } };
  for (const [each, isThere] of [
    [input, true],
    [two, false],
    [sweepInput({ axes: [FEES, LUCK] }), false],
  ] as const) {
    const page = renderArms(each);
    expect(page.includes('id="trade-offs"')).toBe(isThere);
    expect(page.includes('href="#trade-offs"')).toBe(isThere);
    expect(page.includes("No trade-off is drawn: ")).toBe(!isThere);
  }
});
