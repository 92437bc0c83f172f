/** The pages heard, in colours that somebody forced, with room between letters, and on a phone without colours. */
import { describe, expect, test } from "vitest";
import { renderArms, renderReport, type SweepReportInput } from "../../src/report/index.ts";
import { pagesInChromium, picturesHeard, widthsOf } from "../support/browser-page.ts";
import { reportInput } from "../support/report-fixture.ts";
import { comparisonInput, FEES, sweepInput, WAGES } from "../support/sweep-fixture.ts";
import { worldsInput } from "../support/sweep-worlds.ts";

/** Ten columns, and figures of thousands. */
function tenColumns(): SweepReportInput {
  const input = sweepInput({ axes: [WIDE_AXIS, FEES] });
  const yearly: typeof input.results.yearly = (arm, seed, key) =>
    Array.from(input.results.yearly(arm, seed, key) ?? [], (value) => 1_000_000 * value);
  return { ...input, results: { ...input.results, yearly } };
}

const WIDE_AXIS = { ...WAGES, values: [7.2, 7.5, 7.8, 8.1, 8.4, 8.7, 9, 9.3, 9.6, 9.9] };
const { names, open } = pagesInChromium({
  report: () => renderReport(reportInput()),
  sweep: () => renderArms(sweepInput({ people: true })),
  comparison: () => renderArms(comparisonInput()),
  worlds: () => renderArms(worldsInput()),
  "ten columns": () => renderArms(tenColumns()),
});

describe.each(names)("the page of the %s", (name) => {
  test("tells who cannot see a picture what it finds and what is drawn, its table closed or open", async () => {
    const { page } = await open(name);
    for (const isOpen of [false, true]) {
      if (isOpen) await page.locator("#tables").click();
      const heard = await picturesHeard(page);
      expect(heard).toHaveLength(await page.locator("figure svg:visible").count());
      for (const picture of heard) {
        expect(picture.name.length).toBeGreaterThan(10);
        expect(picture.description).toMatch(/^(\S+ ){5}.*\.$/);
      }
    }
  });

  test.each([1280, 640])(
    "at a width of %i loses no word where a reader sets letters and lines apart",
    async (width) => {
      const { page } = await open(name, { viewport: { width, height: 800 }, bypassCSP: true });
      await page.locator("#tables").click();
      await page.addStyleTag({
        content:
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
      });
      const found = await widthsOf(page);
      expect(found.page).toBeLessThanOrEqual(found.window);
      const cut = await page
        .locator("figure svg:visible")
        .evaluateAll((all) => all.filter((svg) => getComputedStyle(svg).overflow !== "visible").map(({ id }) => id));
      expect(cut).toEqual([]);
    },
  );
});

test("rows say their first and last in the description of their picture, and a trade-off its diamonds", async () => {
  const { page } = await open("sweep");
  const heard = new Map((await picturesHeard(page)).map(({ name, description }) => [name, description]));
  for (const figure of ["arms-providers-failures", "tornado-providers-failures", "gains-1"]) {
    const description = heard.get(await page.locator(`#${figure}-title`).innerText()) ?? "";
    const rows = await page
      .locator(`#${figure} svg.wide .row`)
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("text")].map((text) => text.textContent).join(" ")),
      );
    for (const row of [rows[0], rows[rows.length - 1]]) {
      const words = (text: string): string => text.replaceAll(/[\s:;,.]+/g, " ").trim();
      expect(words(description), figure).toContain(words(row));
    }
  }
  const description = heard.get(await page.locator("#trade-off-1-title").innerText()) ?? "";
  const best = await page
    .locator("#trade-off-1 tbody tr")
    .evaluateAll((all) =>
      all.flatMap((row) => (row.children[3].textContent === "yes" ? [row.children[0].textContent] : [])),
    );
  expect(best.some((arm) => description.includes(arm))).toBe(true);
});

test("a button that is pressed looks pressed in forced colours", async () => {
  const { page } = await open("report", { forcedColors: "active" });
  const look = (): Promise<string> =>
    page.locator("#tables").evaluate((button) => getComputedStyle(button).backgroundColor);
  const before = await look();
  await page.locator("#tables").click();
  await page.mouse.move(0, 0);
  expect(await look()).not.toBe(before);
  // Else the browser puts a ground of its own behind the words, in their colour.
  expect(await page.locator("#tables").evaluate((button) => getComputedStyle(button).forcedColorAdjust)).toBe("none");
});

test("quiet words and rules are as dark as all others where more contrast is asked for", async () => {
  const { page } = await open("report", { contrast: "more" });
  const colour = (part: string): Promise<string> =>
    page
      .locator(part)
      .first()
      .evaluate((each) => getComputedStyle(each).color);
  expect(await colour(".subtitle")).toBe(await colour("h1"));
});

test("a cell too narrow for its figure shows its sign, in a heatmap in full as in a chosen one", async () => {
  const { page } = await open("ten columns", { viewport: { width: 320, height: 800 } });
  const cellsOf = (figure: string): Promise<string[]> =>
    page
      .locator(`#${figure} svg.narrow:visible .cell`)
      .evaluateAll((cells) => cells.map(({ textContent }) => textContent));
  const figures = await page.locator("figure[id^=heat-]:not(#heat-any)").evaluateAll((all) => all.map(({ id }) => id));
  expect(figures.length).toBeGreaterThan(1);
  for (const figure of figures) {
    const label = (await page.locator(`#${figure}-title`).innerText()).split(":")[0];
    await page.locator("#heat-measure").selectOption({ label });
    const cells = await cellsOf(figure);
    expect(cells).toHaveLength(20);
    expect(cells.filter((words) => !/^(\(?[+−]\)?|\(?[+−]?\d.*|ref\.|)$/.test(words))).toEqual([]);
    expect(cells.filter((words) => words === "").length).toBeLessThanOrEqual(1);
    expect(cells).toContain("+");
    expect(await cellsOf("heat-any")).toEqual(cells);
  }
});
