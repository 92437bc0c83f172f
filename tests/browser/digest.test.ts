/** A run is the same to the last bit in Node, in Chromium and in a Web Worker of a page opened from disk. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bundle, bundleEngine } from "../support/bundle.ts";
import { type Digested, mathsDigests, runAll } from "../support/bundle-entry.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Answer, JOBS, named, pageOf, PLACES } from "../support/digest-page.ts";

let bundle: Bundle;
let folder: string;
let browser: Browser;
let inNode: Answer;

beforeAll(async () => {
  bundle = await bundleEngine();
  folder = mkdtempSync(join(tmpdir(), "caremarket digest "));
  writeFileSync(join(folder, "engine.html"), pageOf(bundle.code));
  inNode = [runAll(Object.values(JOBS)), mathsDigests()];
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

describe("the bundled engine", () => {
  test("is the engine, its maths, and the two packages they need", () => {
    expect(bundle.imports).toEqual([]);
    const foreign = bundle.modules.filter((path) => !/^dist\/(?:kernel|model|simulation)\//u.test(path));
    const packages = foreign.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? path);
    // The last two are the bundler's: what ties modules together, and the nothing that stands for Node's crypto.
    expect(new Set(packages)).toEqual(
      new Set([
        "tests/support/bundle-entry.ts",
        "seedrandom",
        "@noble/hashes",
        "\0rolldown/runtime.js",
        "__vite-browser-external",
      ]),
    );
  });

  test("needs nothing of Node, nor of a browser: it runs in a bare context, as the sources run here", () => {
    const context = createContext({ TextEncoder, jobs: JSON.stringify(Object.values(JOBS)) });
    expect(runInContext("typeof require + typeof process + typeof crypto + typeof self", context)).toBe(
      "undefined".repeat(4),
    );
    const call = "JSON.stringify(caremarket.runAll(JSON.parse(jobs)))";
    const runs = JSON.parse(String(runInContext(`${bundle.code};${call}`, context))) as readonly Digested[];
    expect(named(runs), "the build is not that of the sources: npm run build").toEqual(named(inNode[0]));
  });
});

describe("a page opened from disk with the network off", () => {
  async function open(): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const address = pathToFileURL(join(folder, "engine.html")).href;
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (request.url() !== address && !request.url().startsWith("blob:")) requests.push(request.url());
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address);
    return { page, requests, complaints };
  }

  test.each(PLACES)("gives every digest that Node gives, %s", { timeout: 60_000 }, async (_, call) => {
    const { page, requests, complaints } = await open();
    const [runs, maths] = await page.evaluate<Answer>(call(JSON.stringify(Object.values(JOBS))));
    expect(named(runs)).toEqual(named(inNode[0]));
    expect(maths).toEqual(inNode[1]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("a last bit of one constant, or another seed, shows in the digests", async () => {
    const { page } = await open();
    const planted = bundle.code.replace(/(LN2_HIGH = [^;]+);/u, "$1 + 2 ** -53;");
    expect(planted).not.toBe(bundle.code);
    const maths = await page.evaluate<unknown>(`(() => { ${planted}; return caremarket.mathsDigests(); })()`);
    expect(maths).not.toEqual(inNode[1]);
    const jobs = JSON.stringify([{ ...JOBS["tiny"], seed: "2" }]);
    const [other] = await page.evaluate<readonly Digested[]>(`caremarket.runAll(${jobs})`);
    expect(other?.scenarioHash).toBe(inNode[0][0]?.scenarioHash);
    expect(other?.digest).not.toBe(inNode[0][0]?.digest);
  });
});

test("every run here has a digest for each of its weeks", () => {
  const runs = named(inNode[0]);
  for (const [name, { scenario }] of Object.entries(JOBS)) {
    expect(runs[name]?.weekDigests).toHaveLength(scenario.weeks);
    expect(runs[name]?.digest).toMatch(/^[0-9a-f]{32}$/u);
  }
});
