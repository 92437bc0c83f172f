/** Runs whose digests are compared between Node and browsers, and the page that carries the engine there. */
import { readFileSync } from "node:fs";
import { lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";
import type { Digested, Job } from "./bundle-entry.ts";

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

export const JOBS: Readonly<Record<string, Job>> = {
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

export const pageOf = (
  code: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Engine</title>
<script id="engine">${code.replaceAll("</script", String.raw`<\/script`)}</script><script>${IN_WORKER}</script></html>`;

/** The digests of all runs in the order of `JOBS`, and those of the maths by name. */
export type Answer = readonly [readonly Digested[], Readonly<Record<string, string>>];

/** Where in the page the runs are run, and the call that runs them on a list of jobs in JSON. */
export const PLACES: readonly (readonly [string, (jobs: string) => string])[] = [
  ["on the main thread", (jobs) => `((jobs) => [caremarket.runAll(jobs), caremarket.mathsDigests()])(${jobs})`],
  ["in a Web Worker", (jobs) => `inWorker(${jobs})`],
];

/** Digests by the name of the run. */
export const named = (runs: readonly Digested[]): Readonly<Record<string, Digested | undefined>> =>
  Object.fromEntries(Object.keys(JOBS).map((name, index) => [name, runs[index]]));
