/** The built command line is killed at any moment; the next start ends with the same bytes as an undisturbed one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { begin, BUILT, pause, run, shell } from "../support/cli-process.ts";

const folder = inScratchFolder();
const WORDS = ["run", "tiny.yaml", "--seeds", "1-2", "--workers", "1"];

/** Parts of an undisturbed run's time: before anything is there, among the runs, while tables are written. */
const MOMENTS = [0.3, 0.6, 0.8, 0.95];

describe("kill -9", () => {
  it("at any moment loses nothing but time", { timeout: 60_000 }, async () => {
    const started = performance.now();
    expect((await run(BUILT, [...WORDS, "--out", "undisturbed"])).code).toBe(0);
    const duration = performance.now() - started;
    const whole = fingerprint("undisturbed");
    for (const moment of MOMENTS) {
      const { child, ended } = begin(BUILT, [...WORDS, "--out", "killed"]);
      await pause(duration * moment);
      child.kill("SIGKILL");
      await ended;
      if (existsSync("killed")) expect(fingerprint("killed")).toEqual(whole);
    }
    const last = await run(BUILT, [...WORDS, "--out", "killed"]);
    expect(last.code).toBe(0);
    expect(fingerprint("killed")).toEqual(whole);
    expect(namesIn(folder())).toEqual(["killed", "tiny.yaml", "undisturbed"]);
  });
});

describe.runIf(process.platform === "linux")("a limit on the size of files", () => {
  it.each([1, 16])("of %i blocks ends with code 7, in words, and leaves nothing half-written", async (blocks) => {
    const { code, err } = await shell(`ulimit -f ${blocks}; $CAREMARKET ${WORDS.join(" ")} --out results`);
    expect(code).toBe(7);
    expect(err).toMatch(/^error: cannot write .*: the file would be larger than this system allows .* \(EFBIG\)\n/);
    expect(err).toMatch(/\d+ bytes are needed there\./);
    expect(existsSync(join(folder(), "results"))).toBe(false);
    expect((await run(BUILT, [...WORDS, "--out", "results"])).code).toBe(0);
    expect(namesIn(folder())).toEqual(["results", "tiny.yaml"]);
  });
});
