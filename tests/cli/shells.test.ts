/** Lines as other shells hand them on: wildcards and comments that nobody took out, blanks where commas were. */
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { BUILT, run } from "../support/cli-process.ts";

inScratchFolder();

const AXES = [
  "axes: [{ name: fees, lever: framework.feePassThrough, values: [0, 1] }]",
  "seeds: 1-2",
  "scenario: tiny",
  "",
].join("\n");

describe("a line typed in another shell", { timeout: 60_000 }, () => {
  it("stands for every file that its wildcards match", async () => {
    mkdirSync("mine");
    for (const name of ["a", "b"]) writeFileSync(`mine/${name}.yaml`, `format: 1\nname: ${name}\nextends: baseline\n`);
    writeFileSync("mine/.hidden.yaml", "none");
    const { code, out } = await call(["check", "mine/*.yaml", "mine/?.yaml"]);
    expect([code, out.split("\n").map((line) => line.split(":")[0])]).toEqual([
      0,
      ["mine/a.yaml", "mine/b.yaml", "mine/a.yaml", "mine/b.yaml", ""],
    ]);
    expect((await call(["check", "mine/*.yml"])).err).toContain("mine/*.yml");
  });

  it("merges the slices that its wildcard matches, and no folder into itself however it is written", async () => {
    writeFileSync("s.yaml", `format: 1\nname: s\n${AXES}`);
    for (const part of ["1", "2"]) await call(["sweep", "s.yaml", "--slice", `${part}/2`, "--out", `s-${part}-of-2`]);
    expect(await callJson(["merge", "whole", "s-*"])).toMatchObject({ runs: 4, missing: 0, failed: 0 });
    expect((await call(["merge", "whole", "./whole/"])).err).toContain("whole cannot be merged into itself");
  });

  it("is a list with blanks for commas, which is never one seed", async () => {
    expect((await callJson(["run", "tiny.yaml", "--seeds", "1 3"]))["seeds"]).toEqual(["1", "3"]);
    expect((await callJson(["run", "tiny.yaml", "--seeds", "1, 3"]))["seeds"]).toEqual(["1", "3"]);
    expect((await call(["run", "tiny.yaml", "--seed", "1 3"])).err).toContain('--seed takes one seed, and "1 3" is');
    expect((await call(["run", "tiny.yaml", "--seeds", "1,,3"])).code).toBe(2);
  });

  it("ends where its comment begins", async () => {
    const { code, out } = await run(BUILT, [
      "scenarios",
      "precept-point",
      "#",
      "--json",
      "those",
      "about",
      "the",
      "precept?",
    ]);
    expect([code, out]).toEqual([0, expect.stringContaining("One point of precept")]);
  });
});
