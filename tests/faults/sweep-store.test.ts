/** What a sweep has stored is the same however it was run, and what is not as it was written is found and run again. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellKey, packCell, unpackCell } from "../../src/node/sweep/cell.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { openSweepResults } from "../../src/node/sweep/read.ts";
import { readSweepSummary } from "../../src/node/sweep/summary.ts";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { begin, BUILT, pause, PLANTED, run, shell } from "../support/cli-process.ts";
import { cellPaths, sweep, sweepJson, undisturbedSweep, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const undisturbed = undisturbedSweep();
const LONG = { timeout: 120_000 };

const command = async (...words: string[]): Promise<{ code: number | null; json: Record<string, unknown> }> => {
  const { code, out } = await run(BUILT, [...words, "--json"]);
  return { code, json: JSON.parse(out) as Record<string, unknown> };
};

const STATES = "select status, count(*) as runs from runs group by 1 order by 1";

describe("a sweep's folder", () => {
  it("is the same with 1, 2 and 8 workers, in slices merged, and in two halves of its seeds", LONG, async () => {
    const whole = undisturbed().json;
    undisturbed().copyTo("one");
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(["digest", "runs", "failed", "reused", "seconds"]));
    expect(whole["runs"]).toBe(12);
    for (const workers of ["2", "8"]) {
      expect((await sweepJson("--out", `many-${workers}`, "--workers", workers))["digest"]).toBe(whole["digest"]);
      expect(fingerprint(`many-${workers}`)).toEqual(fingerprint("one"));
    }
    for (const part of ["3/3", "1/3", "2/3"]) {
      expect(await sweepJson("--out", `part-${part[0]}`, "--slice", part)).toMatchObject({ runs: 4, failed: 0 });
    }
    expect((await command("status", "part-2")).json).toMatchObject({ done: 4, missing: 8, slice: "2/3" });
    expect((await command("status", "one")).json).toMatchObject({ done: 12, missing: 0, slice: null });
    const { json } = await command("merge", "merged", "part-1", "part-2", "part-3");
    expect(json).toMatchObject({ digest: whole["digest"], copied: 12, missing: 0 });
    expect(fingerprint("merged")).toEqual(fingerprint("one"));
    await sweepJson("--out", "grown", "--seeds", "2");
    const grown = await command("extend", "grown", "--seeds", "1");
    expect(grown.json).toMatchObject({ digest: whole["digest"], runs: 12, reused: 6 });
    expect(fingerprint("grown")).toEqual(fingerprint("one"));
  });

  it("has more values added to an axis, and only the new ones are run", LONG, async () => {
    undisturbed().copyTo("results");
    writeSmall((text) => text.replace("[0.8, 1]", "[0.8, 0.9, 1]"), "wider.yaml");
    const refused = await run(BUILT, ["sweep", "wider.yaml", "--out", "results"]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("results holds another sweep: A small sweep");
    const wider = await command("extend", "results", "--sweep", "wider.yaml");
    expect(wider.json).toMatchObject({ runs: 18, reused: 12, failed: 0 });
    const lesser = await run(BUILT, ["extend", "results", "--sweep", "small.yaml"]);
    expect(lesser.code).toBe(2);
    expect(lesser.err).toContain("leaves out 3 of the 9 arms");
  });

  it("is found damaged part by part, and exactly those runs are run again", LONG, async () => {
    const whole = undisturbed().json;
    undisturbed().copyTo("results");
    const before = fingerprint("results");
    expect((await command("verify", "results")).json).toMatchObject({ whole: true, checked: 12 });
    const cells = cellPaths("results");
    const flipped = readFileSync(cells[0]);
    flipped[flipped.length - 30] ^= 1;
    writeFileSync(cells[0], flipped);
    truncateSync(cells[1], 900);
    rmSync(cells[2]);
    const third = readFileSync(cells[3]);
    copyFileSync(cells[4], cells[3]);
    writeFileSync(cells[4], third);
    writeFileSync(cells[5], "");
    const found = await command("verify", "results");
    expect(found.code).toBe(5);
    const { problems } = found.json as { problems: string[] };
    expect(problems.filter((line) => line.includes("is damaged or incomplete"))).toHaveLength(5);
    const gone = problems.filter((line) => line.includes("is missing"));
    expect(gone).toEqual([expect.stringMatching(/^cells\/.*\.cell is missing: arm \d, seed [12]$/)]);
    expect((await command("status", "results")).json).toMatchObject({
      done: 6,
      missing: 1,
      damaged: 5,
      finished: false,
    });
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 6, digest: whole["digest"] });
    expect(fingerprint("results")).toEqual(before);
  });

  it("is whole with a hole where a damaged run was made again and failed, and mended by the next", LONG, async () => {
    writeSmall((text) => text.replace("seeds: 1-2", "seeds: [1, law]").replace("[0, 0.5, 1]", "[0]"));
    const { digest } = await sweepJson("--out", "results");
    const store = new CellStore("results", readSweepSummary("results")?.engineVersion ?? "");
    const { scenarioHash } = readDesign("results").arms[1];
    const path = `results/${store.nameOf({ scenarioHash, seed: "law" })}`;
    truncateSync(path, 300);
    expect((await run(PLANTED, ["sweep", "small.yaml", "--out", "results"])).code).toBe(4);
    expect(existsSync(path)).toBe(false);
    const counted = { done: 3, failed: 1, missing: 0, damaged: 0, finished: true };
    expect((await command("status", "results")).json).toMatchObject(counted);
    expect(await command("verify", "results")).toMatchObject({ code: 0, json: { whole: true } });
    expect((await command("query", "results", STATES)).json).toEqual([
      { status: "done", runs: 3 },
      { status: "failed", runs: 1 },
    ]);
    expect(await sweepJson("--out", "results")).toMatchObject({ digest, reused: 3, failed: 0 });
    expect((await command("status", "results")).json).toMatchObject({ done: 4, failed: 0 });
  });

  it("keeps figures whose people could not be added, and counts those runs as failed everywhere", LONG, async () => {
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0]"));
    const { digest } = await sweepJson("--out", "results");
    expect((await run(BUILT, ["extend", "results", "--people", "--limit-run", "0.001s"])).code).toBe(3);
    const counted = { done: 0, failed: 4, missing: 0, damaged: 0, finished: true, digest };
    expect((await command("status", "results")).json).toMatchObject(counted);
    expect(await command("verify", "results")).toMatchObject({ code: 0, json: { whole: true } });
    expect((await command("query", "results", STATES)).json).toEqual([{ status: "failed", runs: 4 }]);
    expect(readSweepSummary("results")).toMatchObject({ failed: 4, digest });
    expect(existsSync("results/report.html")).toBe(true);
    await command("bundle", "results", "--out", "b.json");
    expect((await command("reproduce", "b.json")).json).toMatchObject({ runs: 4, of: 4, failed: 0 });
    await command("merge", "merged", "results");
    expect((await command("status", "merged")).json).toMatchObject(counted);
    expect((await command("extend", "results", "--people")).json).toMatchObject({ digest, reused: 0, failed: 0 });
    expect((await command("status", "results")).json).toMatchObject({ ...counted, done: 4, failed: 0 });
  });

  it("names cells of another engine, and uses none; asking for fewer seeds takes none away", LONG, async () => {
    undisturbed().copyTo("results");
    expect(await sweepJson("--out", "results", "--seeds", "1")).toMatchObject({ runs: 12, reused: 12 });
    expect((await command("verify", "results")).json).toMatchObject({ whole: true, checked: 12 });
    expect((await command("status", "results")).json).toMatchObject({ done: 12, others: 0 });
    const cell = unpackCell(readFileSync(cellPaths("results")[0]), true);
    if (cell === undefined) throw new Error("there is no cell");
    const foreign = packCell({ ...cell, weekDigests: [], mondays: [], people: [] } as never, "0.0.1+other", []);
    const key = cellKey(cell.scenarioHash, cell.seed, "0.0.1+other");
    mkdirSync(`results/cells/${key.slice(0, 2)}`, { recursive: true });
    writeFileSync(`results/cells/${key.slice(0, 2)}/${key}.cell`, foreign.bytes);
    const { code, json } = await command("verify", "results");
    expect(code).toBe(0);
    expect(json).toMatchObject({ whole: true, problems: [] });
    expect(json["notes"]).toEqual([expect.stringContaining("1 cells were made by engine 0.0.1+other; engine ")]);
    const merged = await run(BUILT, ["merge", "merged", "results"]);
    expect(merged.err).toMatch(
      /^results: 1 cells were made by engine 0\.0\.1\+other; engine \S+ does not use them\.\n$/,
    );
  });

  it("holds a page that is drawn again from it, and mended where it is gone", LONG, async () => {
    undisturbed().copyTo("results");
    expect(String(undisturbed().json["report"])).toMatch(/results.report\.html$/);
    const page = readFileSync("results/report.html", "utf8");
    expect(page).toContain("Does it hold?");
    expect((await command("report", "results")).json).toMatchObject({ changed: false });
    writeFileSync("results/report.html", "something else");
    expect((await command("report", "results")).json).toMatchObject({ changed: true });
    expect(readFileSync("results/report.html", "utf8")).toBe(page);
    rmSync("results/report.html");
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 12 });
    expect(readFileSync("results/report.html", "utf8")).toBe(page);
  });

  it("with a damaged table or design is mended without a run", LONG, async () => {
    undisturbed().copyTo("results");
    const before = fingerprint("results");
    truncateSync("results/yearly.parquet", 100);
    expect((await command("verify", "results")).code).toBe(5);
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 12 });
    truncateSync("results/design.json", 100);
    expect((await command("status", "results")).code).toBe(5);
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 12 });
    expect(fingerprint("results")).toEqual(before);
  });

  it("that holds somebody's files is left alone", LONG, async () => {
    writeSmall();
    const { code, err } = await sweep("--out", ".");
    expect(code).toBe(2);
    expect(err).toContain("holds files that no sweep has written");
  });

  it("has one writer: a second one ends with code 6", LONG, async () => {
    writeSmall((text) => text.replace("seeds: 1-2", "seeds: 1-500"));
    const first = begin(BUILT, ["sweep", "small.yaml", "--out", "results", "--workers", "1"]);
    try {
      while (!existsSync("results/design.json")) await pause(5);
      const { code, err } = await sweep("--out", "results");
      expect(code).toBe(6);
      expect(err).toContain(`locked by process ${first.child.pid}`);
    } finally {
      first.child.kill("SIGKILL");
      await first.ended;
    }
  });
});

describe("cells that fail", () => {
  it(
    "are holes with a reason and a line that replays them; the rest go on, and a later start mends them",
    LONG,
    async () => {
      writeSmall((text) => text.replace("seeds: 1-2", "seeds: [1, law, hangs, dies, 2]").replace("[0, 0.5, 1]", "[0]"));
      const words = ["sweep", "small.yaml", "--out", "results", "--limit-run", "8s", "--workers", "2", "--json"];
      const { code, out, err } = await run(PLANTED, words);
      expect(code).toBe(4);
      const found = JSON.parse(out) as { failures: { seed: string; reason: string; replay: string }[] };
      expect(found).toMatchObject({ runs: 10, failed: 6, reused: 0 });
      const reasons = (seed: string): string => found.failures.find((each) => each.seed === seed)?.reason ?? "";
      expect(reasons("law")).toContain("a penny too many");
      expect(reasons("hangs")).toContain("it took longer than the limit of 8 s");
      expect(reasons("dies")).toContain("it ended with code 9");
      expect(err).toContain("6 runs of 10 failed; the others are there");
      const counts = await command("status", "results");
      expect(counts.json).toMatchObject({ done: 4, failed: 6, missing: 0 });
      const line = found.failures.find(({ seed }) => seed === "law")?.replay ?? "";
      expect((await shell(line.replace("caremarket", "$CAREMARKET"), {}, PLANTED)).code).toBe(4);
      const mended = await sweepJson("--out", "results");
      expect(mended).toMatchObject({ runs: 10, failed: 0, reused: 4 });
    },
  );
});

describe("the results of a sweep", () => {
  it("are read as they lie: by arm, seed and measure, with holes where a run is not there", LONG, async () => {
    writeSmall((text) => `${text}measures: [unmet.people]\n`);
    const { digest } = await sweepJson("--out", "results");
    const { engineVersion } = readSweepSummary("results") ?? { engineVersion: "" };
    rmSync(
      `results/${new CellStore("results", engineVersion).nameOf({ scenarioHash: readDesign("results").arms[2].scenarioHash, seed: "2" })}`,
    );
    const found = openSweepResults("results", "0.0.1+other");
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect([found.arms.length, found.seeds, found.years, found.reference]).toEqual([
      6,
      ["1", "2"],
      ["2010-11", "2011-12"],
      0,
    ]);
    expect(found.measures[0]).toBe("unmet.people");
    expect(found.measures.length).toBeGreaterThan(100);
    expect(found.yearly(2, 1, "unmet.people")).toBeUndefined();
    expect(found.yearly(2, 0, "unmet.people")).toHaveLength(2);
    const sql = "select \"people.funded\" as f from yearly where arm = 1 and seed = '2' order by year";
    const { json } = await command("query", "results", sql);
    expect(json).toEqual(Array.from(found.yearly(1, 1, "people.funded") ?? [], (f) => ({ f })));
    expect(found.failures).toEqual([]);
  });
});

describe("questions in SQL", () => {
  it("are answered over runs, years and weeks, of a sweep that is finished or not", LONG, async () => {
    undisturbed().copyTo("results");
    const ask = async (sql: string): Promise<unknown> => (await command("query", "results", sql)).json;
    expect(await ask("select status, count(*) as n from runs group by 1")).toEqual([{ status: "done", n: 12 }]);
    expect(await ask('select distinct rate, "pass-through" as p from yearly where arm = 3')).toEqual([
      { rate: 1, p: 0.5 },
    ]);
    expect(await ask("select count(*) as n, max(week) as last from weekly")).toEqual([{ n: 720, last: 59 }]);
    rmSync(cellPaths("results")[0]);
    expect(await ask("select status, count(*) as n from runs group by 1 order by 1")).toEqual([
      { status: "done", n: 11 },
      { status: "missing", n: 1 },
    ]);
    const wrong = await run(BUILT, ["query", "results", "select foo from runs"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("The views are runs, yearly, weekly");
    const csv = await run(BUILT, [
      "query",
      "results",
      "select arm, label from runs where arm = 0 and seed = '1'",
      "--csv",
    ]);
    expect(csv.out).toMatch(/^\uFEFF"arm","label"\r\n0,"/);
  });
});
