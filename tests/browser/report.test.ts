/** The report as somebody meets it: a file opened by double click, offline, in a browser. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { renderReport } from "../../src/report/index.ts";
import { axeViolations, pagesInChromium, widthsOf } from "../support/browser-page.ts";
import { reportInput } from "../support/report-fixture.ts";
import { hostileInput } from "../support/report-hostile.ts";

const input = reportInput();
const HASH = input.scenario.hash.slice(0, 8);

const { open } = pagesInChromium({
  report: () => renderReport(input),
  "one run": () => renderReport(reportInput({ runs: 1, weeks: 157 })),
  hostile: () => renderReport(hostileInput()),
});

describe("opened from disk with the network off", () => {
  test("it asks for nothing, complains of nothing and shows its charts", async () => {
    const { page, requests, complaints } = await open("report");
    expect(await page.title()).toBe(`${input.scenario.title} – caremarket report`);
    expect(await page.locator("figure svg.wide").first().isVisible()).toBe(true);
    expect(await page.locator("figure svg.narrow").first().isVisible()).toBe(false);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("without its script it shows the same findings, charts and tables", async () => {
    const plain = await open("report", { javaScriptEnabled: false });
    const full = await open("report");
    for (const selector of ["h1", "#answer", ".headline", ".finding p", "figcaption h3", "table"]) {
      const texts = await plain.page.locator(selector).allTextContents();
      expect(texts.length).toBeGreaterThan(0);
      expect(texts).toEqual(await full.page.locator(selector).allTextContents());
    }
    expect(await plain.page.locator("button:visible").count()).toBe(0);
    expect(await plain.page.locator("svg.wide:visible").count()).toBeGreaterThan(13);
    await plain.page.locator("summary").first().click();
    expect(await plain.page.locator("figure table").first().isVisible()).toBe(true);
  });

  test("no bar of a browser stops hostile names: they are only text", async () => {
    for (const bypassCSP of [false, true]) {
      const { page, requests, complaints } = await open("hostile", { bypassCSP });
      expect(await page.evaluate("window.broken")).toBeUndefined();
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      const { page: width, window } = await widthsOf(page);
      expect(width).toBeLessThanOrEqual(window);
      expect(await page.locator(".notice").last().innerText()).toContain("</script><script>window.broken = 1</script>");
    }
  });
});

describe("for everybody", () => {
  test.each(["report", "one run"])("axe finds nothing in the %s, tables closed and open", async (name) => {
    const { page } = await open(name);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator("#tables").click();
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([1280, 375, 320])("at a width of %i nothing but tables scrolls sideways", async (width) => {
    const { page } = await open("report", { viewport: { width, height: 800 } });
    await page.locator("#tables").click();
    const found = await widthsOf(page);
    expect(found.page).toBeLessThanOrEqual(found.window);
    expect(await page.locator("figure svg.narrow").first().isVisible()).toBe(width < 700);
  });

  test.each([1280, 390])("at a width of %i the first screen holds the answer and what was assumed", async (width) => {
    const { page } = await open("report", { viewport: { width, height: 800 } });
    for (const part of ["h1", ".question", ".lede", ".who", ".assumed"]) {
      const box = await page.locator(part).first().boundingBox();
      expect((box?.y ?? 800) + (box?.height ?? 0), part).toBeLessThanOrEqual(800);
    }
  });

  test("rows of changes stack where they would not fit, each figure with its heading", async () => {
    const { page } = await open("report", { viewport: { width: 390, height: 800 } });
    const hidden = await page
      .locator("section:has(> #strain) .scroll")
      .evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
    const cells = page.locator("section:has(> #strain) tbody td");
    const heads = await cells.evaluateAll((all) =>
      all.map((cell) => getComputedStyle(cell, "::before").content.replaceAll('" "', "")),
    );
    expect(heads.length).toBeGreaterThan(20);
    expect(heads.slice(0, 4)).toEqual(['"2010-11: "', '"2019-20: "', '"Change: "', '"Direction: "']);
    const last = await cells.nth(3).boundingBox();
    expect((last?.x ?? 390) + (last?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  test("no year of the table of events is cut off at a width of 1280", async () => {
    const { page } = await open("report", { viewport: { width: 1280, height: 800 } });
    await page.locator("#tables").click();
    const box = page.locator(".scroll:has(> .by-year)");
    expect(await box.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  });

  test("no two texts of a chart cover one another, and none is cut off", async () => {
    for (const width of [1280, 375]) {
      const { page } = await open("report", { viewport: { width, height: 800 } });
      const faults = await page.evaluate(() => {
        const found: string[] = [];
        for (const svg of document.querySelectorAll("figure svg")) {
          const frame = svg.getBoundingClientRect();
          if (frame.width === 0) continue;
          const texts = [...svg.querySelectorAll("text")].map((text) => ({
            words: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          texts.forEach(({ words, box }, index) => {
            if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${svg.id}: ${words} is cut off`);
            for (const other of texts.slice(index + 1)) {
              const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
              const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
              if (across > 1 && down > 3) found.push(`${svg.id}: ${words} covers ${other.words}`);
            }
          });
        }
        return found;
      });
      expect(faults).toEqual([]);
    }
  });

  test("every function works by keyboard, and focus is seen", async () => {
    const { page } = await open("report");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Skip to the answer");
    await page.locator("#tables").focus();
    await page.keyboard.press("Space");
    expect(await page.locator("#tables").getAttribute("aria-pressed")).toBe("true");
    await page.locator("[data-save=csv]").first().focus();
    await page.keyboard.press("Tab");
    const outline = await page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(outline).toBe("3px");
    const sizes = await page
      .locator("button")
      .evaluateAll((buttons) =>
        buttons.map((button) => Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });

  test("on paper there are charts and words, and nothing to press", async () => {
    const { page } = await open("report", { viewport: { width: 673, height: 900 } });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button:visible, nav:visible").count()).toBe(0);
    expect(await page.locator("svg.wide:visible").count()).toBeGreaterThan(13);
    expect(await page.locator("svg.narrow:visible").count()).toBe(0);
    const { page: width, window } = await widthsOf(page);
    expect(width).toBeLessThanOrEqual(window);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("charts stay on white where colours are forced, and motion stops where it is unwanted", async () => {
    const { page } = await open("report", { forcedColors: "active", reducedMotion: "reduce" });
    const ground = await page
      .locator("svg.wide")
      .first()
      .evaluate((svg) => getComputedStyle(svg).backgroundColor);
    expect(ground).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  });
});

describe("saving, offline", () => {
  async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  test("gives each chart as CSV, SVG and PNG at twice its size, named for what it is", async () => {
    const { page, requests, complaints } = await open("report");
    for (const chart of ["provider-exits", "fees-and-prices"]) {
      const name = `fee-freeze_${chart}_${HASH}`;
      const csv = await saved(page, `[data-save=csv][data-chart=${chart}]`);
      expect(csv.name).toBe(`${name}.csv`);
      expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(csv.bytes.toString()).toContain(input.digest);

      const svg = await saved(page, `[data-save=svg][data-chart=${chart}]`);
      expect(svg.name).toBe(`${name}.svg`);
      const text = svg.bytes.toString();
      expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')).toBe(true);
      for (const part of [input.digest, HASH, input.engineVersion]) expect(text).toContain(part);
      const root = await page.evaluate(
        (source) => new DOMParser().parseFromString(source, "image/svg+xml").documentElement.localName,
        text,
      );
      expect(root).toBe("svg");
      const title = await page.locator(`#${chart}-title`).textContent();
      expect(text).toContain(`<title>${title ?? "none"}</title>`);

      const png = await saved(page, `[data-save=png][data-chart=${chart}]`);
      expect(png.name).toBe(`${name}.png`);
      expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(text)?.[1]));
      expect(png.bytes.length).toBeGreaterThan(20_000);
    }
    const all = await saved(page, "[data-save=all]");
    expect(all.name).toBe(`fee-freeze_all-runs_${HASH}.csv`);
    await expect.poll(() => page.locator("#announcement").textContent()).toBe(`Saved ${all.name}`);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("copies the command line, or selects it where copying is barred", async () => {
    const { page } = await open("report", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#copy").click();
    await expect.poll(() => page.locator("#announcement").textContent()).toBe("Command line copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(input.reproduce);
    const barred = await open("report");
    await barred.page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await barred.page.locator("#copy").click();
    expect(await barred.page.evaluate(() => String(getSelection()))).toBe(input.reproduce);
  });
});
