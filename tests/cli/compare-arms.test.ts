/** `compare --arms`: two arms of a sweep differ by exactly what their scenarios do when they are run on their own. */
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { engineVersion } from "../../src/simulation/engine-version.ts";
import { writeSmall } from "../support/sweep-small.ts";

inScratchFolder();

describe("compare --arms", { timeout: 120_000 }, () => {
  it("gives what comparing the two scenarios gives, without a run", async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "results", "--weekly", "all"]);
    const set = ["--set", "framework.feePassThrough=1", "--set", "directPayment.rateShare@2010-10-01=1"];
    const base = ["framework.feePassThrough=0", "directPayment.rateShare@2010-10-01=0.8"];
    await call(["run", "tiny.yaml", "--set", base[0], "--set", base[1], "--out", "a", "--seeds", "1-2"]);
    await call(["run", "tiny.yaml", ...set, "--out", "b", "--seeds", "1-2"]);
    const arms = await callJson(["compare", "results", "--arms", "0,5"]);
    const folders = await callJson(["compare", "a", "b"]);
    for (const key of ["digests", "runs", "hashes", "seeds", "identical", "measures", "firstDifference"]) {
      expect([key, arms[key]]).toEqual([key, folders[key]]);
    }
    const paths = (found: Record<string, unknown>): unknown =>
      (found["parameters"] as readonly { path: string }[]).map(({ path }) => path);
    expect(paths(arms)).toEqual(paths(folders));
    expect(arms["command"]).toBe("caremarket compare results --arms 0,5 --seeds 1,2");
    const { out } = await call(["compare", "results", "--arms", "5"]);
    expect(out).toContain("set by: small, arm 0 -> small, arm 5");
    expect(out).toMatch(/The runs first differ in week \d+, .* among \d+ measures kept by week\./);
  });

  it("gives exactly zero for an arm and itself", async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "results", "--weekly", "none"]);
    const same = await callJson(["compare", "results", "--arms", "3,3"]);
    expect(same).toMatchObject({ identical: true, parameters: [], firstDifference: null });
    const differences = Object.values(same["measures"] as Record<string, { mean: number | null }>);
    expect(differences.every(({ mean }) => mean === 0 || mean === null)).toBe(true);
    expect((await call(["compare", "results", "--arms", "2,3"])).out).toContain("kept no weekly figures");
  });

  it("names an arm that has no run, and the seeds of two that share none", async () => {
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]"));
    await call(["sweep", "small.yaml", "--out", "results", "--weekly", "none"]);
    const design = readDesign("results");
    const store = new CellStore("results", engineVersion);
    const lose = (arm: number, seed: string): void =>
      store.remove({ scenarioHash: design.arms[arm].scenarioHash, seed });
    lose(0, "1");
    lose(1, "2");
    const apart = await call(["compare", "results", "--arms", "0,1"]);
    expect(apart.code).toBe(2);
    expect(apart.err).toContain("the two arms have no seed in common\n  Of seeds, arm 0 has 2, arm 1 has 1.\n");
    lose(1, "1");
    const { code, err } = await call(["compare", "results", "--arms", "0,1"]);
    expect([code, err]).toEqual([
      2,
      "error: arm 1 has no finished run\n  Give the sweep again: what is missing or failed is run again.\n",
    ]);
  });

  it.each([
    [["results", "--arms", "0,6"], "from 0 to 5"],
    [["results", "--arms", "one"], "are no two arms of results"],
    [["results", "--arms", "0,1,2"], "are no two arms"],
    [["results", "tiny.yaml", "--arms", "0,1"], 'names both sides, and "tiny.yaml" goes with scenarios'],
    [["results", "--arms", "0,1", "--weeks", "5"], "--weeks goes with scenarios"],
    [["results", "--arms", "0,1", "--seeds", "9"], "arm 0 has no whole run of seed 9"],
    [["tiny.yaml", "--arms", "0,1"], "holds no sweep"],
  ])("refuses %j", async (words, message) => {
    writeSmall((text) => text.replace("seeds: 1-2", "seeds: 1"));
    await call(["sweep", "small.yaml", "--out", "results", "--weekly", "none"]);
    const { code, err } = await call(["compare", ...words]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
