/** A sweep of six arms small enough to be killed many times. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT, run, type Ended } from "./cli-process.ts";

export const SMALL = [
  "format: 1",
  "name: small",
  "title: A small sweep",
  "question: Does it hold?",
  "scenario: tiny",
  "axes:",
  "  - { name: pass-through, lever: framework.feePassThrough, values: [0, 0.5, 1] }",
  "  - { name: rate, lever: directPayment.rateShare, from: 2010-10-01, values: [0.8, 1] }",
  "seeds: 1-2",
  "",
].join("\n");

/** Writes small.yaml here; `change` edits its text first. */
export function writeSmall(change: (text: string) => string = (text) => text, name = "small.yaml"): void {
  writeFileSync(name, change(SMALL));
}

export const sweep = (...words: string[]): Promise<Ended> => run(BUILT, ["sweep", "small.yaml", ...words]);

/** The one JSON object that it printed. */
export async function sweepJson(...words: string[]): Promise<Record<string, unknown>> {
  const { out } = await sweep(...words, "--json");
  return JSON.parse(out) as Record<string, unknown>;
}

/** Paths of the cells of a folder, in order. */
export const cellPaths = (folder: string): string[] =>
  readdirSync(join(folder, "cells"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cell"))
    .sort()
    .map((name) => join(folder, "cells", name));

/** Names of what a killed writer would leave. */
export const leftovers = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".new"))
    : [];
