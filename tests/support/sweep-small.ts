/** A sweep of six arms small enough to be killed many times. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { TINY } from "./cli-call.ts";
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

/** The small sweep as it is when nothing disturbs it, made once for a file of tests. */
export interface Undisturbed {
  /** What the command printed. */
  readonly json: Record<string, unknown>;
  /** How long it took, milliseconds. */
  readonly duration: number;
  /** Writes small.yaml here and puts the finished folder beside it, as if it had just been made. */
  readonly copyTo: (folder: string) => void;
}

/** Makes the small sweep with one worker and any further words, before all tests of a file. */
export function undisturbedSweep(...more: readonly string[]): () => Undisturbed {
  let made: Undisturbed | undefined;
  let home = "";
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "caremarket-test-"));
    writeFileSync(join(home, "tiny.yaml"), TINY);
    writeFileSync(join(home, "small.yaml"), SMALL);
    const started = performance.now();
    const words = ["sweep", "small.yaml", "--out", "results", "--workers", "1", "--json", ...more];
    const { code, out, err } = await run(BUILT, words, { cwd: home });
    if (code !== 0) throw new Error(`the small sweep ended with code ${code}: ${err}`);
    const copyTo = (folder: string): void => {
      writeSmall();
      cpSync(join(home, "results"), folder, { recursive: true });
    };
    made = { json: JSON.parse(out) as Record<string, unknown>, duration: performance.now() - started, copyTo };
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return () => {
    if (made === undefined) throw new Error("the small sweep is made before all tests");
    return made;
  };
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
