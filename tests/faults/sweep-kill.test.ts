/** A sweep killed at any moment ends, when gone on with, as one that ran through. */
import { existsSync, rmSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { begin, BUILT, pause, shell } from "../support/cli-process.ts";
import { leftovers, sweep, sweepJson, undisturbedSweep, writeSmall } from "../support/sweep-small.ts";

const folder = inScratchFolder();
const undisturbed = undisturbedSweep();
const KILLS = process.env["CAREMARKET_LONG"] === "1" ? 200 : 20;

describe("a sweep killed with -9", () => {
  it(
    `at ${KILLS} random moments loses no finished run and ends with the same bytes`,
    { timeout: 900_000 },
    async () => {
      const { json: whole, duration } = undisturbed();
      undisturbed().copyTo("undisturbed");
      expect(whole).toMatchObject({ runs: 12, failed: 0, reused: 0 });
      const moments = fc.sample(fc.double({ min: 0.1, max: 1, noNaN: true }), { numRuns: KILLS, seed: 20100405 });
      let restarts = 0;
      for (const moment of moments) {
        const { child, ended } = begin(BUILT, ["sweep", "small.yaml", "--out", "killed", "--workers", "2"]);
        // What is left of a sweep may end before its moment comes.
        await Promise.race([pause(duration * moment), ended]);
        const wasRunning = child.kill("SIGKILL");
        await ended;
        if (wasRunning) restarts++;
        if (!existsSync("killed/summary.json")) continue;
        // Finished all the same: it must be whole, and the next kill meets a sweep from its beginning.
        expect(fingerprint("killed")).toEqual(fingerprint("undisturbed"));
        rmSync("killed", { recursive: true });
      }
      expect(restarts).toBeGreaterThan(0);
      const last = await sweepJson("--out", "killed", "--workers", "2");
      expect(last["digest"]).toBe(whole["digest"]);
      expect(fingerprint("killed")).toEqual(fingerprint("undisturbed"));
      expect(leftovers("killed")).toEqual([]);
      expect(namesIn(folder())).toEqual(["killed", "small.yaml", "tiny.yaml", "undisturbed"]);
    },
  );

  it("from scratch each time, in the middle, is made whole by the next start", { timeout: 300_000 }, async () => {
    const { json: whole, duration } = undisturbed();
    undisturbed().copyTo("undisturbed");
    for (const [index, moment] of [0.5, 0.7, 0.85].entries()) {
      const out = `killed-${index}`;
      const { child, ended } = begin(BUILT, ["sweep", "small.yaml", "--out", out, "--workers", "1"]);
      await pause(duration * moment);
      child.kill("SIGKILL");
      await ended;
      expect((await sweepJson("--out", out, "--workers", "1"))["digest"]).toBe(whole["digest"]);
      expect(fingerprint(out)).toEqual(fingerprint("undisturbed"));
    }
  });
});

describe("a sweep stopped with Ctrl-C", () => {
  it("ends with code 130 and says how to go on, which then runs only the rest", { timeout: 120_000 }, async () => {
    writeSmall((text) => text.replace("seeds: 1-2", "seeds: 1-12"));
    const words = ["sweep", "small.yaml", "--out", "stopped", "--workers", "1", "--limit-run", "45m"];
    const { child, ended } = begin(BUILT, [...words, "--limit-memory", "2GiB"]);
    while (!existsSync("stopped/cells")) await pause(5);
    await pause(400);
    child.kill("SIGINT");
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/(\d+) of 72 runs had finished and are kept in stopped\./);
    expect(err).toContain("To go on: caremarket sweep small.yaml --out stopped --workers 1 --limit-run 45m\n");
    const finished = Number(/(\d+) of 72/.exec(err)?.[1]);
    expect(existsSync("stopped/summary.json")).toBe(false);
    const { reused, runs, failed } = await sweepJson("--out", "stopped");
    expect({ reused, runs, failed }).toEqual({ reused: finished, runs: 72, failed: 0 });
  });
});

describe.runIf(process.platform === "linux")("a disk that is full", () => {
  it("ends with code 7, in words, and leaves nothing half-written", { timeout: 60_000 }, async () => {
    undisturbed().copyTo("undisturbed");
    const { code, err } = await shell("ulimit -f 8; $CAREMARKET sweep small.yaml --out full --workers 1");
    expect(code).toBe(7);
    expect(err).toMatch(/^error: cannot write .*: the file would be larger than this system allows/m);
    expect(leftovers("full")).toEqual([]);
    expect((await sweep("--out", "full")).code).toBe(0);
    expect(fingerprint("full")).toEqual(fingerprint("undisturbed"));
  });
});
