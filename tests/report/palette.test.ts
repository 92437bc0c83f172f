import { describe, expect, test } from "vitest";
import { INK, PALE_OPACITY, PALETTE, QUIET } from "../../src/report/charts/palette.ts";
import { renderReport } from "../../src/report/index.ts";
import { reportInput } from "../support/report-fixture.ts";
import { find, get, parse } from "../support/report-html.ts";

/** Relative luminance, by WCAG. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const page = renderReport(reportInput());

describe("colours", () => {
  test("of series stand out from the page", () => {
    for (const colour of PALETTE) expect(contrast(colour, "#FFFFFF")).toBeGreaterThanOrEqual(2.99);
  });

  test("of pale marks stand out from the page, and lines under words too", () => {
    const pale = [1, 3, 5].map((at) => {
      const part = Number.parseInt(PALETTE[0].slice(at, at + 2), 16);
      return Math.round(255 + (part - 255) * PALE_OPACITY)
        .toString(16)
        .padStart(2, "0");
    });
    const underlines = [...page.matchAll(/text-decoration-color: (#[0-9A-F]{6})/g)].map(([, colour]) => colour);
    expect(underlines.length).toBeGreaterThan(0);
    for (const colour of [`#${pale.join("")}`, ...underlines]) {
      expect(contrast(colour, "#FFFFFF")).toBeGreaterThanOrEqual(3);
    }
  });

  test("of neighbouring series differ in lightness, so that they differ in grey", () => {
    for (let index = 1; index < PALETTE.length; index++) {
      expect(contrast(PALETTE[index - 1], PALETTE[index])).toBeGreaterThanOrEqual(3);
    }
  });

  test("of text in charts are dark ones only", () => {
    for (const text of find(parse(page), "text")) expect([INK, QUIET]).toContain(get(text, "fill"));
    for (const colour of [INK, QUIET]) expect(contrast(colour, "#FFFFFF")).toBeGreaterThanOrEqual(7);
  });

  test("of text on the page are readable on each of its grounds", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const variables = new Map(
      [...style.matchAll(/--(\w+): (#[0-9A-F]{6})/g)].map(([, name, colour]) => [name, colour]),
    );
    const grounds = ["#FFFFFF", ...[...style.matchAll(/background: (#[0-9A-F]{6})/g)].map(([, colour]) => colour)];
    const wash = variables.get("wash") ?? "";
    for (const name of ["ink", "quiet", "blue", "pink"]) {
      for (const ground of [...grounds, wash]) expect(contrast(variables.get(name) ?? "", ground)).toBeGreaterThan(4.5);
    }
    const named = [...style.matchAll(/[;{ ]color: ([^;]+);/g)].map(([, colour]) => colour);
    expect(new Set(named)).toEqual(
      new Set([
        "var(--ink)",
        "var(--quiet)",
        "var(--blue)",
        "var(--pink)",
        "inherit",
        "#FFFFFF",
        "#3D3D3D",
        "HighlightText",
      ]),
    );
  });
});
