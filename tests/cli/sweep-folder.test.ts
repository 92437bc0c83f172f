/** What a sweep's folder goes on holding, and what is said of one that is not whole. */
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { BUILT, run, shell } from "../support/cli-process.ts";
import { cellPaths, sweep, sweepJson, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 60_000 };

/** Two arms over two seeds. */
const writeFew = (): void => writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]"));

/** Made by the built engine: one that is run from its sources runs everything again. */
async function finished(...words: string[]): Promise<Record<string, unknown>> {
  writeFew();
  return sweepJson("--out", "s", ...words);
}

const built = (...words: string[]) => run(BUILT, words);

describe("a sweep that keeps every week, given again without saying so", LONG, () => {
  it("goes on keeping them, says so, and reproduces, as its bundle does", async () => {
    const { digest } = await finished("--weekly", "all");
    const before = fingerprint("s");
    const again = await sweep("--out", "s");
    expect(again.err).toContain("keeps more measures by week than were asked for, and goes on keeping them");
    expect(again.out).toContain("0 run now, 4 there before");
    expect(fingerprint("s")).toEqual(before);
    expect((await sweepJson("--out", "s", "--seeds", "1-3"))["reused"]).toBe(4);
    expect((await sweepJson("--out", "new", "--seeds", "1-3", "--weekly", "all"))["digest"]).not.toBe(digest);
    expect(fingerprint("new")).toEqual(fingerprint("s"));
    expect((await built("reproduce", "s", "--sample", "2")).code).toBe(0);
    expect((await built("bundle", "s")).code).toBe(0);
    expect((await built("reproduce", "s.bundle.json", "--sample", "2")).code).toBe(0);
  });

  it("has runs that are not those of a design that keeps fewer: they are named and made again", async () => {
    const { digest } = await finished();
    await sweep("--out", "all", "--weekly", "all");
    const other = readFileSync("all/design.json", "utf8").replace('"weekly": "all"', '"weekly": "headline"');
    writeFileSync("all/design.json", other);
    expect((await built("verify", "all")).err).toMatch(/\.cell is damaged or incomplete: arm \d, seed [12]\n/);
    expect(await sweepJson("--out", "all")).toMatchObject({ digest, reused: 0 });
    expect(fingerprint("all")).toEqual(fingerprint("s"));
  });
});

describe("a stray file among the cells", LONG, () => {
  it("is looked over by every command, and the sweep keeps its page", async () => {
    await finished();
    const before = fingerprint("s");
    writeFileSync("s/cells/.DS_Store", "");
    writeFileSync("s/cells/desktop.ini", "");
    writeFileSync("s/cells/ab.txt", "");
    mkdirSync("s/cells/.cache");
    for (const words of [
      ["verify", "s"],
      ["status", "s"],
      ["report", "s"],
      ["merge", "both", "s"],
    ]) {
      expect([words, (await built(...words)).code]).toEqual([words, 0]);
    }
    rmSync(cellPaths("s")[0]);
    expect(await sweepJson("--out", "s")).toMatchObject({ runs: 4, reused: 3 });
    expect(fingerprint("s")).toMatchObject(before);
  });

  it("that no run can get past takes nothing away", async () => {
    await finished();
    rmSync("s/cells", { recursive: true });
    writeFileSync("s/cells", "");
    expect((await built("extend", "s", "--seeds", "1-3")).code).toBe(7);
    expect(existsSync("s/report.html") && existsSync("s/summary.json")).toBe(true);
  });
});

describe("verify of a sweep without a summary", LONG, () => {
  it("never says that it is whole: not of damaged tables, and not of missing runs", async () => {
    writeFew();
    await call(["sweep", "small.yaml", "--out", "s"]);
    rmSync("s/summary.json");
    truncateSync("s/yearly.parquet", 100);
    const none = await call(["verify", "s"]);
    expect([none.code, none.out]).toEqual([5, ""]);
    expect(none.err).toContain("error: s is unfinished: 0 runs missing");
    for (const path of cellPaths("s").slice(1)) rmSync(path);
    expect((await call(["verify", "s"])).err).toContain("error: s is unfinished: 3 runs missing");
    expect(await callJson(["verify", "s"])).toMatchObject({ whole: false, checked: 1, missing: 3 });
    await call(["sweep", "small.yaml", "--out", "s"]);
    expect(await callJson(["verify", "s"])).toMatchObject({ whole: true, checked: 4, missing: 0 });
  });
});

describe("a page that no disk takes", LONG, () => {
  it.runIf(process.platform !== "win32")(
    "is not called untouched: runs are kept, and the rest is written again",
    async () => {
      await finished();
      const { code, err } = await shell("ulimit -f 200; $CAREMARKET extend s --seeds 1-3");
      expect(code).toBe(7);
      expect(err).toContain("finished runs are kept");
      expect(err).toContain("Page and summary are written again when the sweep is whole");
      expect(err).not.toContain("untouched");
      expect(existsSync("s/report.html")).toBe(false);
      expect(await sweepJson("--out", "s")).toMatchObject({ runs: 6, reused: 6 });
    },
  );
});
