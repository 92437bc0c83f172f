/** The pages on paper: pictures whole, headings with what they head, and a word of whatever is left out. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { renderArms, renderReport, type SweepReportInput } from "../../src/report/index.ts";
import { pagesInChromium } from "../support/browser-page.ts";
import { reportInput } from "../support/report-fixture.ts";
import { comparisonInput, sweepInput } from "../support/sweep-fixture.ts";
import { worldsInput } from "../support/sweep-worlds.ts";

/** A4 within the margins of the page, in the pixels of a browser. */
const PAPER = { width: 673, height: 982 };

/** Sixteen arms whose names take three lines each, of a measure whose name is long. */
function longNames(): SweepReportInput {
  const input = worldsInput();
  const measures = input.measures.map((each) => ({ ...each, label: "Hours of care that people need and do not get" }));
  const arms = input.results.arms.map((arm) => ({ ...arm, label: `${arm.label}${", as nobody knows".repeat(5)}` }));
  return { ...input, measures, results: { ...input.results, arms } };
}

const pages = pagesInChromium({
  report: () => renderReport(reportInput()),
  sweep: () => renderArms(sweepInput({ people: true })),
  comparison: () => renderArms(comparisonInput()),
  worlds: () => renderArms(longNames()),
});

async function open(name: string): Promise<Page> {
  const { page } = await pages.open(name, { viewport: PAPER });
  await page.emulateMedia({ media: "print" });
  return page;
}

test.each(pages.names)("every picture of the %s goes on one page with its words", async (name) => {
  const page = await open(name);
  const heights = await page
    .locator(".chart:visible")
    .evaluateAll((all) => all.map((chart) => chart.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(3);
  expect(Math.max(...heights)).toBeLessThanOrEqual(PAPER.height);
  // The tallest needed it: a picture in full width would be taller than the page.
  if (name === "worlds") expect(Math.max(...heights)).toBeGreaterThan(0.8 * PAPER.height);
});

test("findings break between them, and a heading of rows stays with its rows", async () => {
  const page = await open("report");
  const breaks = (part: string): Promise<string[]> =>
    page.locator(part).evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).breakAfter))]);
  // In a grid "avoid" of a part is that of the whole: no page could then end between two findings.
  expect(await breaks(".finding h3")).toEqual(["auto"]);
  expect(await breaks("#strain ~ .scroll tr:has(> [scope=rowgroup])")).toEqual(["avoid"]);
  expect(await breaks("#strain ~ .scroll tr:has(> td)")).toEqual(["auto"]);
});

test.each(["sweep", "comparison"])(
  "headings of the %s stay with their words, and these with the picture below",
  async (name) => {
    const page = await open(name);
    const words = page.locator("h2 + p:visible");
    expect(await words.count()).toBeGreaterThan(2);
    const breaks = await words.evaluateAll((all) =>
      all.map((each) => [getComputedStyle(each).breakAfter, getComputedStyle(each).breakInside].join(" ")),
    );
    expect(new Set(breaks)).toEqual(new Set(["avoid avoid"]));
  },
);

test("what is folded away is named, and what it holds comes with it once it is opened", async () => {
  const page = await open("report");
  const told = page.locator(".paper");
  expect(await told.isVisible()).toBe(true);
  expect(await told.innerText()).toContain("only where “View as table”");
  const folded = page.locator("details:not(.twin) > summary");
  expect(await folded.count()).toBeGreaterThan(2);
  expect(await page.locator("summary:visible").count()).toBe(await folded.count());
  const words = await folded.evaluateAll((all) => all.map((each) => getComputedStyle(each, "::after").content));
  expect(new Set(words)).toEqual(new Set(['" – folded away on the page, and not on this print"']));
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  expect(await page.locator("summary:visible").count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  expect(await told.isVisible()).toBe(false);
});

test("a figure that its reader chose is printed, one that nobody chose is not", async () => {
  const page = await open("sweep");
  const chosen = page.locator("#heat-any");
  expect(await chosen.isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.locator("#heat-measure").selectOption({ index: 0 });
  await page.emulateMedia({ media: "print" });
  expect(await chosen.isVisible()).toBe(true);
  expect(await page.locator("#gains-any").isVisible()).toBe(false);
});
