/** A run is the same to the last bit in Node, in Chromium and in a Web Worker of a page opened from disk. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";
import { type Bundle, bundleEngine } from "../support/bundle.ts";
import { type Digested, type Job, mathsDigests, runAll } from "../support/bundle-entry.ts";
import { launchChromium } from "../support/chromium.ts";

const textOf = (name: string): string => readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8");

function job(text: string, weeks: number | undefined, set: readonly string[]): Job {
  const { scenario } = resolveOrThrow({
    entry: { name: "page.yaml", text },
    lookup: lookupAmong({ baseline: textOf("baseline") }),
    ...(weeks === undefined ? {} : { flags: { weeks } }),
    set,
  });
  return { scenario, seed: "1" };
}

/** Fees that stand still, a wage floor that jumps, and a rule that changes, each from a date of its own. */
const CHANGES = `
format: 1
name: changes
extends: baseline
changes:
  - from: 2010-10-01
    set: { framework.feePassThrough: 0 }
  - from: 2011-04-01
    set: { wages.floor: 7.2 }
  - from: 2011-10-03
    set: { directPayment.rateRule: share of market price }
`;

const JOBS: Readonly<Record<string, Job>> = {
  tiny: job(textOf("tiny"), undefined, []),
  "a tenth of the baseline": job(textOf("baseline"), 156, ["size.scale=0.1"]),
  "dated changes": job(CHANGES, 104, ["size.scale=0.05"]),
};

/** The page's own script goes into the worker: as a blob, for a page from disk may load no other file. */
const IN_WORKER = `
globalThis.inWorker = (jobs) => new Promise((resolve, reject) => {
  const answer = "onmessage = ({ data }) => postMessage([caremarket.runAll(data), caremarket.mathsDigests()]);";
  const blob = new Blob([document.getElementById("engine").textContent, answer], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob));
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage(jobs);
});`;

const pageOf = (code: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Engine</title>
<script id="engine">${code.replaceAll("</script", String.raw`<\/script`)}</script><script>${IN_WORKER}</script></html>`;

type Answer = readonly [readonly Digested[], Readonly<Record<string, string>>];

const named = (runs: readonly Digested[]): Readonly<Record<string, Digested | undefined>> =>
  Object.fromEntries(Object.keys(JOBS).map((name, index) => [name, runs[index]]));

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

  test.each([
    ["on the main thread", "[caremarket.runAll(jobs), caremarket.mathsDigests()]"],
    ["in a Web Worker", "inWorker(jobs)"],
  ])("gives every digest that Node gives, %s", { timeout: 60_000 }, async (_, call) => {
    const { page, requests, complaints } = await open();
    const jobs = JSON.stringify(Object.values(JOBS));
    const [runs, maths] = await page.evaluate<Answer>(`((jobs) => ${call})(${jobs})`);
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
