/** A sweep that keeps its people: the same figures as without, the same bytes however it was run, and nothing damaged. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bundle, sealed } from "../../src/node/bundle/format.ts";
import { packCell } from "../../src/node/sweep/cell.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { readSweepSummary } from "../../src/node/sweep/summary.ts";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { begin, BUILT, pause, run } from "../support/cli-process.ts";
import { leftovers, sweep, sweepJson, undisturbedSweep, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const undisturbed = undisturbedSweep("--people");
const LONG = { timeout: 300_000 };
const KILLS = process.env["CAREMARKET_LONG"] === "1" ? 100 : 6;

const command = async (
  ...words: string[]
): Promise<{ code: number | null; err: string; json: Record<string, unknown> }> => {
  const { code, out, err } = await run(BUILT, [...words, "--json"]);
  return { code, err, json: JSON.parse(out) as Record<string, unknown> };
};

const peoplePaths = (folder: string): string[] =>
  readdirSync(join(folder, "cells"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".people.parquet"))
    .sort()
    .map((name) => join(folder, "cells", name));

describe("a sweep with --people", () => {
  it("has the digest of one without, and one folder whatever way it came to be", LONG, async () => {
    const whole = undisturbed().json;
    undisturbed().copyTo("whole");
    const bare = await sweepJson("--out", "filled");
    expect(whole["digest"]).toBe(bare["digest"]);
    expect(peoplePaths("filled")).toEqual([]);
    expect(peoplePaths("whole")).toHaveLength(12);
    const wanted = fingerprint("whole");
    // Filled in: every run is made once more, and no figure of it is another.
    const { err } = await sweep("--out", "filled", "--people");
    expect(err).toContain("12 runs are there without their people, and are made again to keep them.");
    expect(fingerprint("filled")).toEqual(wanted);
    // Gone on with, without a word of people.
    rmSync(peoplePaths("filled")[0]);
    expect(await sweepJson("--out", "filled")).toMatchObject({ reused: 11, digest: whole["digest"] });
    expect(fingerprint("filled")).toEqual(wanted);
    for (const part of ["1/2", "2/2"]) await sweepJson("--out", `part-${part[0]}`, "--slice", part, "--people");
    expect((await command("merge", "merged", "part-1", "part-2")).json).toMatchObject({ copied: 12, missing: 0 });
    expect(fingerprint("merged")).toEqual(wanted);
    await sweepJson("--out", "grown", "--seeds", "2", "--people");
    expect((await command("extend", "grown", "--seeds", "1")).json).toMatchObject({ runs: 12, reused: 6 });
    expect(fingerprint("grown")).toEqual(wanted);
    expect((await command("status", "grown")).json).toMatchObject({ people: true, finished: true });
    expect((await command("reproduce", "grown")).json).toMatchObject({ identical: true, runs: 12 });
  });

  it(`killed at ${KILLS} random moments ends with the same bytes`, { timeout: 900_000 }, async () => {
    const { duration } = undisturbed();
    undisturbed().copyTo("undisturbed");
    const moments = fc.sample(fc.double({ min: 0.2, max: 1, noNaN: true }), { numRuns: KILLS, seed: 20100412 });
    let restarts = 0;
    for (const moment of moments) {
      const { child, ended } = begin(BUILT, ["sweep", "small.yaml", "--out", "killed", "--workers", "2", "--people"]);
      await Promise.race([pause(duration * moment), ended]);
      if (child.kill("SIGKILL")) restarts++;
      await ended;
      if (!existsSync("killed/summary.json")) continue;
      expect(fingerprint("killed")).toEqual(fingerprint("undisturbed"));
      rmSync("killed", { recursive: true });
    }
    expect(restarts).toBeGreaterThan(0);
    await sweepJson("--out", "killed", "--people");
    expect(fingerprint("killed")).toEqual(fingerprint("undisturbed"));
    expect(leftovers("killed")).toEqual([]);
  });

  it("names every table of people that is not what was written, and makes those runs again", LONG, async () => {
    undisturbed().copyTo("results");
    const before = fingerprint("results");
    const [flipped, cut, gone, one, other] = peoplePaths("results");
    const bytes = readFileSync(flipped);
    bytes[200] ^= 1;
    writeFileSync(flipped, bytes);
    truncateSync(cut, 900);
    rmSync(gone);
    copyFileSync(one, other);
    const { code, json } = await command("verify", "results");
    expect(code).toBe(5);
    expect(json["problems"]).toHaveLength(4);
    expect((await command("status", "results")).json).toMatchObject({ done: 8, damaged: 4, finished: false });
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 8 });
    expect(fingerprint("results")).toEqual(before);
  });

  it("refuses what would lose people, or mix runs that keep them with runs that do not", LONG, async () => {
    writeSmall();
    await sweepJson("--out", "kept", "--slice", "1/2", "--people");
    await sweepJson("--out", "bare", "--slice", "2/2");
    const before = fingerprint("kept");
    const less = await run(BUILT, ["sweep", "small.yaml", "--out", "kept", "--slice", "1/2", "--no-people"]);
    expect([less.code, less.err]).toEqual([2, expect.stringContaining("--no-people asks for none")]);
    const mixed = await run(BUILT, ["merge", "whole", "bare", "kept"]);
    expect(mixed.code).toBe(2);
    expect(mixed.err).toContain("kept keeps its people and bare does not");
    expect(mixed.err).toContain("Give the sweep of bare again with --people");
    expect(existsSync("whole")).toBe(false);
    expect(fingerprint("kept")).toEqual(before);
  });
});

describe("people that were forged", () => {
  /** Another run's people in the place of one's, vouched for in every way but by being run. */
  async function forge(): Promise<void> {
    const store = new CellStore("results", readSweepSummary("results")?.engineVersion ?? "");
    const { arms } = readDesign("results");
    const id = { scenarioHash: arms[1].scenarioHash, seed: "2" };
    const cell = store.read(id, true);
    const people = store.people({ scenarioHash: arms[0].scenarioHash, seed: "2" });
    if (cell === undefined || people === undefined) throw new Error("there is no cell");
    const forged = packCell(cell as never, store.engineVersion, Object.keys(cell.weekly), people);
    await store.put(id, forged.bytes, people);
  }

  it("are found out by running: of the folder, and of a bundle that was sealed again", LONG, async () => {
    undisturbed().copyTo("results");
    expect((await command("bundle", "results")).code).toBe(0);
    const sound = readFileSync("results.bundle.json", "utf8");
    expect((await command("reproduce", "results.bundle.json")).json).toMatchObject({ identical: true });
    const { bundleFormat, checksums, ...content } = JSON.parse(sound) as Bundle;
    expect([bundleFormat, content.about.people, Object.keys(checksums).length]).toEqual([1, true, 21]);
    const runs = content.runs.map((each, place) => (place === 7 ? { ...each, people: "0".repeat(64) } : each));
    writeFileSync("forged.bundle.json", JSON.stringify(sealed({ ...content, runs })));
    const mailed = await run(BUILT, ["reproduce", "forged.bundle.json"]);
    expect([mailed.code, mailed.err]).toEqual([5, expect.stringContaining("its people have checksum 0000")]);
    await forge();
    const { code, err } = await run(BUILT, ["reproduce", "results"]);
    expect([code, err]).toEqual([5, expect.stringContaining("arm 1, seed 2: its table of people is another one")]);
  });
});
