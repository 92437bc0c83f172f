import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/node/failure.ts";
import { WorkerDied, WorkerError } from "../../src/node/pool.ts";
import { runScenario } from "../../src/node/run.ts";
import { markOfFile } from "../../src/node/store/checksum.ts";
import { readManifest } from "../../src/node/store/manifest.ts";
import { placesOf } from "../../src/node/store/places.ts";
import { damageIn } from "../../src/node/store/read.ts";
import { fakeRunner, requestFor } from "../support/cli-runner.ts";
import { described, fakeRun, SCENARIO } from "../support/cli-run-result.ts";
import { fingerprint, namesIn, scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();
const OTHER = described(["1", "2"], { scenarioHash: "cd".repeat(32), scenario: { ...SCENARIO, weeks: 61 } });
const FILES = [
  "dictionary.json",
  "events.parquet",
  "manifest.json",
  "people.parquet",
  "report.html",
  "ro-crate-metadata.json",
  "summary.json",
  "weekly.parquet",
  "yearly.parquet",
];

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("a run", () => {
  it("leaves its folder and nothing else", async () => {
    const parent = scratch();
    const out = join(parent, "results");
    const outcome = await runScenario(requestFor(out, ["1", "2"]));
    expect(outcome).toMatchObject({ folder: out, isReused: false });
    expect(namesIn(parent)).toEqual(["results"]);
    expect(namesIn(out)).toEqual(FILES);
    const manifest = readManifest(out);
    expect(damageIn(out, manifest)).toEqual([]);
    expect(Object.keys(manifest.files).sort()).toEqual(FILES.filter((name) => name !== "manifest.json"));
    expect(manifest).toMatchObject({
      resultsFormat: 1,
      name: "tiny",
      seeds: ["1", "2"],
      weeks: 60,
      scenario: SCENARIO,
    });
  });

  it("writes the same bytes twice, in whatever order the runs finish", async () => {
    const [one, two] = [join(scratch(), "results"), join(scratch(), "elsewhere")];
    await runScenario(requestFor(one, ["1", "2", "x"]));
    const pool = fakeRunner();
    const slowFirst = {
      ...pool,
      run: async (input: unknown) => {
        if ((input as { seed: string }).seed === "1") await new Promise((resolve) => setTimeout(resolve, 30));
        return pool.run(input);
      },
    };
    await runScenario(requestFor(two, ["1", "2", "x"], { pool: slowFirst }));
    expect(fingerprint(two)).toEqual(fingerprint(one));
  });

  it("says nothing of clock, machine or place", async () => {
    const parent = scratch();
    await runScenario(requestFor(join(parent, "results"), ["1"]));
    const manifest = readFileSync(join(parent, "results", "manifest.json"), "utf8");
    expect(manifest).not.toContain(parent);
    expect(manifest).not.toMatch(/"(?:host|pid|time|date|user|platform|since)"/i);
  });

  it("writes nothing without a folder, and has the same summary", async () => {
    const parent = scratch();
    const quiet = await runScenario(requestFor(undefined, ["1", "2"]));
    const written = await runScenario(requestFor(join(parent, "results"), ["1", "2"]));
    expect(quiet).toMatchObject({ folder: undefined, summary: written.summary });
    expect(JSON.parse(readFileSync(join(parent, "results", "summary.json"), "utf8"))).toEqual(written.summary);
  });

  it("is not repeated where the same results are there", async () => {
    const out = join(scratch(), "results");
    const first = await runScenario(requestFor(out, ["1", "2"]));
    const again = requestFor(out, ["1", "2"], {
      pool: fakeRunner(() => {
        throw new Error("it ran");
      }),
    });
    expect(await runScenario(again)).toEqual({ ...first, isReused: true });
    expect(again.said).toEqual([
      "These results are there already, whole and made by this engine: nothing was run. To run again: --force",
    ]);
  });

  it.each([
    ["forced", { force: true }, "Replacing the results that were there."],
    ["fully checked", { options: { checks: "full", timings: false } }, "Replacing the results that were there."],
    ["of more seeds", { described: described(["1", "2", "3"]) }, "Replacing seeds 1,2 by 1-3."],
    ["of other seeds, and forced", { described: described(["3"]), force: true }, "Replacing seeds 1,2 by 3."],
    [
      "of another engine",
      { described: described(["1", "2"], { engineVersion: "0.2.0+1" }) },
      "Replacing engine 0.1.0+00000000 by 0.2.0+1.",
    ],
    ["of another scenario, and forced", { described: OTHER, force: true }, "Replacing scenario abababab by cdcdcdcd."],
  ] as const)("replaces what was there when it is %s", async (_, changes, words) => {
    const parent = scratch();
    const out = join(parent, "results");
    await runScenario(requestFor(out, ["1", "2"]));
    const request = requestFor(out, ["1", "2"], changes);
    expect(await runScenario(request)).toMatchObject({ isReused: false });
    expect(request.said).toEqual([words]);
    expect(namesIn(parent)).toEqual(["results"]);
  });

  it.each([
    ["fewer seeds", described(["2"]), "holds this scenario with seeds 1,2; a run of 2 would lose 1"],
    ["other seeds", described(["2", "3"]), "holds this scenario with seeds 1,2; a run of 2,3 would lose 1"],
    [
      "another scenario",
      OTHER,
      "holds results of another scenario, tiny (abababab) with seeds 1,2; this one is tiny (cdcdcdcd)",
    ],
  ] as const)("never replaces what was there by %s unless told to", async (_, asked, words) => {
    const parent = scratch();
    const out = join(parent, "results");
    await runScenario(requestFor(out, ["1", "2"]));
    const whole = fingerprint(parent);
    const pool = fakeRunner(() => {
      throw new Error("it ran");
    });
    const failed = await failureOf(runScenario(requestFor(out, ["1", "2"], { described: asked, pool })));
    expect(failed.kind).toBe("invalid");
    expect(failed.message).toContain(words);
    expect(failed.lines.join(" ")).toMatch(/Nothing was changed.*--out.*--force/);
    expect(fingerprint(parent)).toEqual(whole);
  });

  it("leaves alone what a newer version has written", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1"]));
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Record<string, unknown>;
    writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...manifest, resultsFormat: 99 }));
    await expect(runScenario(requestFor(out, ["1"]))).rejects.toMatchObject({ kind: "invalid" });
  });

  it("runs again where a file of the results is damaged, and never reuses what unbuilt sources made", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1"]));
    const whole = fingerprint(out);
    writeFileSync(join(out, "weekly.parquet"), "cut");
    expect(await runScenario(requestFor(out, ["1"]))).toMatchObject({ isReused: false });
    expect(fingerprint(out)).toEqual(whole);
    writeFileSync(join(out, "manifest.json"), "{");
    expect(await runScenario(requestFor(out, ["1"]))).toMatchObject({ isReused: false });
    expect(fingerprint(out)).toEqual(whole);
    const source = { described: described(["1"], { engineVersion: "0.1.0+source" }) };
    await runScenario(requestFor(out, ["1"], source));
    expect(await runScenario(requestFor(out, ["1"], source))).toMatchObject({ isReused: false });
  });
});

describe("a folder that holds something else", () => {
  it("is left alone", async () => {
    const parent = scratch();
    for (const [name, content] of [
      ["thesis.docx", "years"],
      ["manifest.json", "{}"],
    ]) {
      const out = join(parent, name);
      mkdirSync(out);
      writeFileSync(join(out, name), content);
      if (name === "manifest.json") writeFileSync(join(out, "notes.txt"), "mine");
      const before = fingerprint(parent);
      const failure = await failureOf(runScenario(requestFor(out, ["1"])));
      expect(failure).toMatchObject({ kind: "invalid" });
      expect(failure.message).toContain("holds files that caremarket did not write");
      expect(fingerprint(parent)).toEqual(before);
    }
  });

  it("may be empty", async () => {
    const out = join(scratch(), "results");
    mkdirSync(out);
    await runScenario(requestFor(out, ["1"]));
    expect(namesIn(out)).toEqual(FILES);
  });

  it("or is a file, or has no parent, is an error in words that changes nothing", async () => {
    const parent = scratch();
    writeFileSync(join(parent, "file"), "text");
    const onFile = await failureOf(runScenario(requestFor(join(parent, "file"), ["1"])));
    expect(onFile).toMatchObject({
      kind: "io",
      message: `cannot write results to ${join(parent, "file")}: it is a file, not a folder`,
    });
    const nowhere = await failureOf(runScenario(requestFor(join(parent, "no", "such"), ["1"])));
    expect(nowhere).toMatchObject({ kind: "io", message: `the folder ${join(parent, "no")} does not exist` });
    expect(namesIn(parent)).toEqual(["file"]);
  });
});

describe("a run that was interrupted", () => {
  it("keeps finished runs and goes on where it stopped, to the same bytes", async () => {
    const [one, two] = [scratch(), scratch()];
    await runScenario(requestFor(join(one, "results"), ["1", "2", "3"]));
    const controller = new AbortController();
    const request = requestFor(join(two, "results"), ["1", "2", "3"], {
      signal: controller.signal,
      progress: ({ done }) => {
        if (done >= 1) controller.abort();
      },
    });
    const failure = await failureOf(runScenario(request));
    expect(failure).toMatchObject({ kind: "interrupted", data: { seeds: 3 } });
    expect(failure.lines[0]).toMatch(
      /^[12] of 3 runs had finished and are kept in .*\.results\.caremarket-runs; no results folder was changed\.$/,
    );
    expect(namesIn(two)).toEqual([".results.caremarket-runs"]);
    const again = requestFor(join(two, "results"), ["1", "2", "3"]);
    await runScenario(again);
    expect(again.said[0]).toMatch(/^[12] of 3 runs had finished before and are not run again\.$/);
    expect(fingerprint(two)).toEqual(fingerprint(one));
  });

  it("before it began has nothing to keep and says so", async () => {
    const failure = await failureOf(runScenario(requestFor(undefined, ["1"], { signal: AbortSignal.abort() })));
    expect(failure.kind).toBe("interrupted");
    expect(failure.lines[0]).toContain("Nothing was kept");
  });

  it("between two renames is put right at the next start", async () => {
    const parent = scratch();
    const out = join(parent, "results");
    await runScenario(requestFor(out, ["1"]));
    const before = fingerprint(out);
    const places = placesOf(out);
    renameSync(out, places.old);
    mkdirSync(places.fresh);
    writeFileSync(join(places.fresh, "weekly.parquet"), "half");
    const request = requestFor(out, ["1"]);
    expect(await runScenario(request)).toMatchObject({ isReused: true });
    expect(request.said.slice(0, 2)).toEqual([
      "Put back results, which an interrupted run had moved aside.",
      "Deleted half-written files of an interrupted run.",
    ]);
    expect(fingerprint(out)).toEqual(before);
    expect(namesIn(parent)).toEqual(["results"]);
  });

  it("after the second rename leaves the new results and drops the old", async () => {
    const parent = scratch();
    const out = join(parent, "results");
    await runScenario(requestFor(out, ["1"]));
    mkdirSync(placesOf(out).old);
    await runScenario(requestFor(out, ["1"]));
    expect(namesIn(parent)).toEqual(["results"]);
  });
});

describe("a run of which some seeds fail", () => {
  const broken = (seed: string) => {
    if (seed === "2") {
      throw new WorkerError("BrokenInvariant", "law E1 broke in week 12", { law: "E1", week: 12, agent: 42 }, "stack");
    }
    return fakeRun(seed);
  };

  it("by a broken law writes a replay bundle and no results, keeps the others, and fails as a law", async () => {
    const parent = scratch();
    const out = join(parent, "results");
    const failure = await failureOf(runScenario(requestFor(out, ["1", "2", "3"], { pool: fakeRunner(broken) })));
    expect(failure).toMatchObject({ kind: "law", message: "law E1 broke in seed 2" });
    expect(failure.data).toMatchObject({ seed: "2", law: "E1", week: 12, agent: 42 });
    const bundle = join(parent, "replay-tiny-abababab-seed-2");
    expect(failure.lines).toEqual([
      "seed 2: law E1 broke in week 12",
      `2 of 3 runs had finished and are kept in ${join(parent, ".results.caremarket-runs")}; no results folder was changed.`,
      "This is a bug of ours, not of your scenario.",
      `Replay bundle: ${bundle}`,
      `To replay it: caremarket run ${bundle}/scenario.yaml --seed 2 --checks full --json`,
    ]);
    expect(namesIn(bundle)).toEqual(["replay.json", "scenario.yaml"]);
    expect(JSON.parse(readFileSync(join(bundle, "replay.json"), "utf8"))).toMatchObject({
      seed: "2",
      law: "E1",
      week: 12,
      agent: 42,
      scenarioHash: "ab".repeat(32),
      engineVersion: "0.1.0+00000000",
    });
    expect(existsSync(out)).toBe(false);
    const again = requestFor(out, ["1", "2", "3"]);
    await runScenario(again);
    expect(again.said).toEqual(["2 of 3 runs had finished before and are not run again."]);
  });

  it("by memory alone is refused; by the death of a worker is a bug of ours", async () => {
    const dead = (isMemory: boolean) =>
      fakeRunner(() => {
        throw new WorkerDied(isMemory ? "it ran out of memory" : "it ended with code 9", isMemory);
      });
    const out = join(scratch(), "results");
    const memory = await failureOf(runScenario(requestFor(out, ["1"], { pool: dead(true) })));
    expect(memory).toMatchObject({ kind: "refused", message: "a worker ran out of memory" });
    expect(memory.lines).toEqual(["seed 1: its worker died: it ran out of memory", "Allow more with --limit-memory."]);
    const other = await failureOf(runScenario(requestFor(out, ["1"], { pool: dead(false) })));
    expect(other).toMatchObject({ kind: "law", message: "the run of seed 1 failed" });
    expect(other.lines[0]).toBe("seed 1: its worker died: it ended with code 9");
  });
});

describe("a manifest", () => {
  it("of a newer format is not read; one that is damaged is named", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1"]));
    const path = join(out, "manifest.json");
    const manifest = readManifest(out);
    const write = (changes: Record<string, unknown>): void =>
      writeFileSync(path, JSON.stringify({ ...manifest, ...changes }));
    write({ resultsFormat: 2 });
    expect(() => readManifest(out)).toThrow("has results format 2; this version reads up to 1");
    for (const changes of [
      { seeds: "1" },
      { digests: {} },
      { files: { "../x": markOfFile(path) } },
      { files: { "report.html": 1 } },
      { resultsFormat: 0 },
    ]) {
      write(changes);
      expect(() => readManifest(out)).toThrow(`${path} is damaged`);
    }
    rmSync(path);
    expect(() => readManifest(out)).toThrow("is not a results folder");
  });
});
