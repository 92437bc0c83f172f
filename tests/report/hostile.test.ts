import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderReport } from "../../src/report/index.ts";
import { visible } from "../../src/report/markup.ts";
import { readCsv, type Cell } from "../support/report-csv.ts";
import { reportInput } from "../support/report-fixture.ts";
import { HOSTILE, hostileInput } from "../support/report-hostile.ts";
import { all, find, get, one, parse, rawTextOf, textOf, type Element } from "../support/report-html.ts";

/** How many elements of each kind, which no text may change. */
const shapeOf = (root: Element): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { tag } of all(root)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
};

const dataOf = (root: Element): { charts: Record<string, { csv: string; file: string }>; all: { csv: string } } =>
  JSON.parse(rawTextOf(one(root, "#report-data"))) as never;

const pages = [0, 5, 11, 16].map((offset) => parse(renderReport(hostileInput(offset))));

describe("hostile names", () => {
  test("add no element of a kind that can act", () => {
    const tame = shapeOf(parse(renderReport({ ...reportInput({ runs: 4, weeks: 157 }), warnings: ["one"] })));
    for (const page of pages) {
      for (const [tag, count] of shapeOf(page)) {
        expect(tame.has(tag), tag).toBe(true);
        if (/^(script|style|link|meta|title|button|a|h1|h2|h3|figure)$/.test(tag) && tag !== "title") {
          expect(count, tag).toBe(tame.get(tag));
        }
      }
      expect(find(page, "img")).toHaveLength(0);
      for (const element of all(page)) {
        for (const name of element.attributes.keys()) expect(name).not.toMatch(/^(on|src|style|autofocus)/);
      }
    }
  });

  test("are shown letter by letter, with what cannot be seen marked", () => {
    for (const page of pages) {
      const shown = find(page, "li").map(textOf);
      for (const name of HOSTILE) expect(shown.some((text) => text.includes(visible(name)))).toBe(true);
    }
    expect(visible("a\u202Eb\u0000c\uD83D")).toBe("a\uFFFDb\uFFFDc\uFFFD");
    expect(visible("🧑🏽‍🦽 مجلس")).toBe("🧑🏽‍🦽 مجلس");
  });

  test("stand in their own direction", () => {
    const title = one(pages[0], "h1");
    expect(find(title, "bdi")).toHaveLength(1);
    expect(textOf(one(title, "bdi")).trim()).toBe(visible(hostileInput(0).scenario.title).trim());
  });

  test("leave the page's data readable and without a way out of it", () => {
    for (const page of pages) {
      const text = rawTextOf(one(page, "#report-data"));
      expect(text).not.toMatch(/[<>\u2028\u2029]/);
      expect(Object.keys(dataOf(page).charts).length).toBeGreaterThan(10);
    }
  });

  test("become no formula in a file and no path in its name", () => {
    for (const page of pages) {
      const { charts, all: whole } = dataOf(page);
      for (const { csv, file } of [...Object.values(charts), { ...whole, file: "x_y_z" }]) {
        expect(file).toMatch(/^[a-z0-9-]+_[a-z0-9-]+_[a-z0-9-]+$/);
        const cells = readCsv(csv).flat();
        const isSafe = ({ text, isQuoted }: Cell): boolean =>
          isQuoted ? !/^\s*[=+\-@\t\r]/.test(text) : /^(-?\d+(\.\d+)?(e[+-]\d+)?)?$/.test(text);
        expect(cells.filter((cell) => !isSafe(cell))).toEqual([]);
      }
    }
  });

  test("cannot end the style in which the page's foot names the scenario", () => {
    for (const page of pages) {
      const style = rawTextOf(one(page, "style"));
      expect(style).toMatch(/content: "caremarket \/ [a-z0-9-]+ \/ scenario [a-z0-9-]+ \/ digest [a-z0-9-]+"/);
    }
  });

  test("of any kind give a page that reads strictly and shows them", () => {
    const tame = reportInput({ runs: 1, weeks: 1, shapes: [] });
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        const page = parse(
          renderReport({ ...tame, scenario: { ...tame.scenario, title: name, name }, warnings: [name] }),
        );
        expect(textOf(one(page, "h1"))).toContain(visible(name));
        expect(get(page, "lang")).toBe("en-GB");
      }),
    );
  });
});
