/** A folder of results that somebody else changes while it is looked at, or while its page is drawn. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { redrawReport } from "../../src/node/redraw.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { inspectSweep } from "../../src/node/sweep/inspect.ts";
import { redrawSweep } from "../../src/node/sweep/page.ts";
import { takeLock } from "../../src/node/store/lock.ts";
import { placesOf } from "../../src/node/store/places.ts";
import { engineVersion } from "../../src/simulation/engine-version.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 120_000 };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Puts what lies in one folder in place of what lies in another. */
function replace(folder: string, other: string): void {
  rmSync(folder, { recursive: true });
  cpSync(other, folder, { recursive: true });
}

/** Two sweeps of the same arms; the second has more seeds. */
async function twoSweeps(): Promise<void> {
  writeSmall();
  await callJson(["sweep", "small.yaml", "--out", "few"]);
  cpSync("few", "more", { recursive: true });
  await callJson(["extend", "more", "--seeds", "1-3"]);
}

describe("the page of a sweep", () => {
  it("that was extended while it was drawn is drawn again, and never vouched for as it was before", LONG, async () => {
    await twoSweeps();
    const wanted = readFileSync("more/report.html", "utf8");
    writeFileSync("few/report.html", "something else");
    const drawing = redrawSweep("few", undefined);
    replace("few", "more");
    await drawing;
    expect(readFileSync("few/report.html", "utf8") === wanted).toBe(true);
    expect((await call(["verify", "few"])).code).toBe(0);
  });

  it("is drawn elsewhere while somebody writes there, as nothing of theirs is touched", LONG, async () => {
    await twoSweeps();
    const lock = takeLock(placesOf("few").lock);
    try {
      expect((await call(["report", "few", "--out", "page.html"])).code).toBe(0);
      expect(readFileSync("page.html", "utf8") === readFileSync("few/report.html", "utf8")).toBe(true);
      writeFileSync("few/report.html", "something else");
      expect((await call(["report", "few"])).code).toBe(6);
    } finally {
      lock.release();
    }
  });
});

describe("the page of a run", () => {
  it("whose results were replaced while it was drawn is that of the new ones", LONG, async () => {
    writeSmall();
    for (const [folder, seeds] of [
      ["few", "1-2"],
      ["more", "1-3"],
    ] as const) {
      expect((await call(["run", "tiny", "--weeks", "8", "--seeds", seeds, "--out", folder])).code).toBe(0);
    }
    const wanted = readFileSync("more/report.html", "utf8");
    writeFileSync("few/report.html", "something else");
    const drawing = redrawReport("few", undefined);
    const moved = new Promise<void>((resolve) => {
      // Once its tables are read.
      vi.spyOn(TextEncoder.prototype, "encode").mockImplementationOnce((text = "") => {
        replace("few", "more");
        resolve();
        return Buffer.from(text);
      });
    });
    await Promise.all([drawing, moved]);
    expect((await call(["verify", "few"])).err).not.toContain("error");
    expect(readFileSync("few/report.html", "utf8") === wanted).toBe(true);
  });
});

describe("a sweep that is looked at", () => {
  it("while it is finished is whole or unfinished, and not damaged", LONG, async () => {
    await twoSweeps();
    renameSync("few/summary.json", "summary.json");
    vi.spyOn(CellStore.prototype, "state").mockImplementationOnce(() => {
      renameSync("summary.json", "few/summary.json");
      return "done";
    });
    const { problems, isFinished } = inspectSweep("few", engineVersion);
    expect({ problems, isFinished }).toEqual({ problems: [], isFinished: true });
  });

  it("while it is extended is unfinished, and none of its files is damaged", LONG, async () => {
    await twoSweeps();
    for (const name of ["summary.json", "report.html", "ro-crate-metadata.json"]) rmSync(`more/${name}`);
    vi.spyOn(CellStore.prototype, "state").mockImplementationOnce(() => {
      replace("few", "more");
      return "done";
    });
    const { problems, hasSummary, design } = inspectSweep("few", engineVersion);
    expect([problems, hasSummary, design.seeds.length]).toEqual([[], false, 3]);
    writeFileSync("few/yearly.parquet.new", "half of it");
    expect(inspectSweep("few", engineVersion).notes).toEqual([]);
  });
});

describe("the note of a run that failed", () => {
  it("names a replay among the replays of its folder, or is no note: merging copies it", LONG, async () => {
    writeSmall();
    await callJson(["sweep", "small.yaml", "--out", "whole"]);
    cpSync("whole", "deep/part", { recursive: true });
    const { scenarioHash } = readDesign("deep/part").arms[0];
    const id = { scenarioHash, seed: "1" };
    const store = new CellStore("deep/part", engineVersion);
    store.remove(id);
    writeFileSync("deep/mine.yaml", "theirs");
    writeFileSync("mine.yaml", "mine");
    const note = { ...id, reason: "none", isBug: false, replay: "../mine.yaml" };
    writeFileSync(`deep/part/${store.nameOf(id, ".failed")}`, JSON.stringify(note));
    const merged = await callJson(["merge", "merged", "deep/part"]);
    expect(merged).toMatchObject({ failed: 0, missing: 1 });
    expect(readFileSync("mine.yaml", "utf8")).toBe("mine");
  });
});
