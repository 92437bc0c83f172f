/** The pages heard, in colours that somebody forced, and with room between letters. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderArms, renderReport } from "../../src/report/index.ts";
import { openOffline, picturesHeard, widthsOf, type Opened } from "../support/browser-page.ts";
import { launchChromium } from "../support/chromium.ts";
import { reportInput } from "../support/report-fixture.ts";
import { comparisonInput, sweepInput } from "../support/sweep-fixture.ts";
import { worldsInput } from "../support/sweep-worlds.ts";

let browser: Browser;
let folder: string;

const PAGES = {
  report: () => renderReport(reportInput()),
  sweep: () => renderArms(sweepInput({ people: true })),
  comparison: () => renderArms(comparisonInput()),
  worlds: () => renderArms(worldsInput()),
};
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "caremarket access "));
  for (const name of NAMES) writeFileSync(join(folder, `${name}.html`), PAGES[name]());
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (name: (typeof NAMES)[number], options?: BrowserContextOptions): Promise<Opened> =>
  openOffline(browser, join(folder, `${name}.html`), options);

describe.each(NAMES)("the page of the %s", (name) => {
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
