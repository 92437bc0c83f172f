/** A folder that is not there: every command that takes one names the folder that was probably meant. */
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { call, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

/** What a run or a sweep would leave, as far as names go. */
function put(name: string, file: string): void {
  mkdirSync(`output/${name}`, { recursive: true });
  writeFileSync(`output/${name}/${file}`, "{}");
}

const SWEEP = [
  "format: 1",
  "name: s",
  "scenario: tiny",
  "axes: [{ name: fees, lever: framework.feePassThrough, values: [0, 0.5, 1] }]",
  "seeds: 1-2",
  "",
].join("\n");

const MEASURE = ["--measure", "outcomes.qualityOfLife"];

it.each([
  [["query", "output/tiny-1a2b3c4d", "select 1"]],
  [["report", "output/tiny-1a2b3c4d"]],
  [["reproduce", "output/tiny-1a2b3c4d"]],
  [["bundle", "output/tiny-1a2b3c4d"]],
  [["verify", "tiny-1a2b3c4d"]],
  [["status", "output/tiny-1a2b3c4d"]],
  [["extend", "output/tiny-1a2b3c4d", "--seeds", "1-3"]],
  [["merge", "whole", "output/tiny-1a2b3c4d"]],
  [["sensitivity", "output/tiny-1a2b3c4d", ...MEASURE]],
  [["compare", "output/tiny-1a2b3c4d", "tiny.yaml"]],
  [["compare", "output/tiny-1a2b3c4d", "--arms", "0,1"]],
  [["seeds", "output/tiny-1a2b3c4d", ...MEASURE, "--half-width", "1"]],
])("%j", async (words) => {
  put("tiny-5c9ec3f0", "design.json");
  put("baseline-00000000", "manifest.json");
  const { code, out, err } = await call(words);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(
    /^error: there is no folder (output\/)?tiny-1a2b3c4d\n {2}Did you mean output\/tiny-5c9ec3f0\?\n/,
  );
  expect(err).toContain("`caremarket run` and `caremarket sweep`");
});

it("says which results a folder of folders holds, and which commands a sweep is for", async () => {
  put("tiny-5c9ec3f0", "design.json");
  const within = await call(["verify", "output"]);
  expect(within.code).toBe(2);
  expect(within.err).toBe(
    "error: output is not a results folder: it has no manifest.json\n  Results lie in output/tiny-5c9ec3f0.\n",
  );
  const swept = await call(["compare", "output/tiny-5c9ec3f0", "tiny.yaml"]);
  expect(swept.code).toBe(2);
  expect(swept.err).toContain("is the folder of a sweep: two of its arms can be compared");
});

it("is found by any file in it, as when its page is dragged onto a terminal", { timeout: 60_000 }, async () => {
  writeFileSync("s.yaml", SWEEP);
  await call(["sweep", "s.yaml", "--out", "swept", "-q"]);
  await call(["run", "tiny.yaml", "--out", "ran", "-q"]);
  const count = "select count(*) as n from yearly";
  for (const words of [
    ["status", "swept/report.html"],
    ["verify", "swept/yearly.parquet"],
    ["verify", "ran/report.html"],
    ["query", "swept/design.json", count],
    ["query", "ran/yearly.parquet", count],
    ["sensitivity", "swept/report.html", "--measure", "unmet.hours"],
    ["extend", "swept/report.html", "--seeds", "1-3"],
    ["compare", "swept/report.html", "--arms", "0,1", "--no-people"],
    ["report", "swept/summary.json"],
    ["report", "ran/report.html"],
    ["bundle", "swept/report.html"],
  ]) {
    const { code, err } = await call(words);
    expect([words[0], words[1], code, code === 0 ? "" : err]).toEqual([words[0], words[1], 0, ""]);
  }
});

it("says of a run's folder that a sweep's is meant", async () => {
  await call(["run", "tiny.yaml", "--out", "results", "-q"]);
  expect((await call(["status", "results"])).err).toBe(
    "error: results holds a run, and this is asked of sweeps\n  Name a folder that `caremarket sweep` has written.\n",
  );
});

it.each([[["verify", "tiny.yaml"]], [["query", "tiny.yaml", "select 1"]], [["report", "tiny.yaml"]]])(
  "%j: a file in place of a folder is wrong input, not a failure to read",
  async (words) => {
    const { code, err } = await call(words);
    expect([code, err]).toEqual([2, expect.stringContaining("error: tiny.yaml is not a results folder")]);
  },
);
