/** The second browser: the same digests as in Node, and pages that open there as they do in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderArms, renderReport } from "../../src/report/index.ts";
import { bundleEngine } from "../support/bundle.ts";
import { mathsDigests, runAll } from "../support/bundle-entry.ts";
import { type Answer, JOBS, named, pageOf, PLACES } from "../support/digest-page.ts";
import { launchFirefox } from "../support/firefox.ts";
import { reportInput } from "../support/report-fixture.ts";
import { hostileInput } from "../support/report-hostile.ts";
import { comparisonInput, sweepInput } from "../support/sweep-fixture.ts";

let browser: Browser;
let folder: string;
let code: string;

const PAGES: Readonly<Record<string, () => string>> = {
  report: () => renderReport(reportInput()),
  sweep: () => renderArms(sweepInput({ people: true })),
  comparison: () => renderArms(comparisonInput()),
  hostile: () => renderReport(hostileInput()),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "caremarket firefox "));
  ({ code } = await bundleEngine());
  writeFileSync(join(folder, "engine.html"), pageOf(code));
  for (const [name, draw] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), draw());
  browser = await launchFirefox();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Requests for anything but the file itself, and whatever the page complains of. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function open(name: string, width = 1280): Promise<Opened> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address && !/^(?:blob|data):/u.test(request.url())) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, complaints };
}

describe("the engine in a page opened from disk", () => {
  test.each(PLACES)("gives every digest that Node gives, %s", { timeout: 60_000 }, async (_, call) => {
    const { page, requests, complaints } = await open("engine");
    const jobs = Object.values(JOBS);
    const [runs, maths] = (await page.evaluate(call(JSON.stringify(jobs)))) as Answer;
    expect(named(runs)).toEqual(named(runAll(jobs)));
    expect(maths).toEqual(mathsDigests());
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test("a last bit of one constant, a request or a complaint would be seen here", async () => {
  const { page, requests, complaints } = await open("engine");
  const planted = code.replace(/(LN2_HIGH = [^;]+);/u, "$1 + 2 ** -53;");
  expect(planted).not.toBe(code);
  const maths = await page.evaluate(`(() => { ${planted}; return caremarket.mathsDigests(); })()`);
  expect(maths).not.toEqual(mathsDigests());
  await page.evaluate(`fetch("http://127.0.0.1:45991/planted").catch(() => console.log("planted"))`);
  expect(requests).toEqual(["http://127.0.0.1:45991/planted"]);
  expect(complaints).toContain("planted");
});

describe("a page opened from disk", () => {
  test.each(Object.keys(PAGES))(
    "the %s asks for nothing and complains of nothing, and its tables open",
    async (name) => {
      const { page, requests, complaints } = await open(name);
      expect(
        await page.$$eval("figure svg.wide", (all) => all.filter((svg) => svg.checkVisibility()).length),
      ).toBeGreaterThan(2);
      await page.click("#tables");
      expect(await page.$$eval("details:not([open])", (all) => all.length)).toBe(0);
      expect(await page.evaluate("window.broken")).toBeUndefined();
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test.each(Object.keys(PAGES))("nothing but tables scrolls sideways on the %s, at 1280 and 390", async (name) => {
    for (const width of [1280, 390]) {
      const { page } = await open(name, width);
      await page.click("#tables");
      const [all, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(all).toBeLessThanOrEqual(window ?? 0);
    }
  });

  test("a reader's choice of measure shows it alone", async () => {
    const { page } = await open("sweep");
    await page.select("#measure-choice", "council-grossspend");
    expect(await page.$$eval("[data-measure]", (all) => all.filter((each) => each.checkVisibility()).length)).toBe(1);
    expect(await page.$eval("#announcement", (line) => line.textContent)).toBe("Showing Gross spending");
  });
});
