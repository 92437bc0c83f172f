/** `seeds` on a sweep: every arm to the same width, each with no more seeds than it needs. */
import { readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalQuantile, openDraws } from "../../src/kernel/index.ts";
import type { CellJob } from "../../src/node/jobs.ts";
import { packCell } from "../../src/node/sweep/cell.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { answering, type FakeRunner } from "../support/cli-runner.ts";
import { fakeRun } from "../support/cli-run-result.ts";
import { BUILT, run } from "../support/cli-process.ts";
import { cellPaths, SMALL, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();

const MEASURE = "outcomes.qualityOfLife";
const words = (named: string, ...more: string[]): string[] => ["seeds", named, "--measure", MEASURE, ...more];

const FEES = SMALL.replace(/  - \{ name: rate.*\n/, "");

/** A cell whose figure has luck that all arms share, and luck of its own that grows with the fee's pass-through. */
function noisyCell({ scenario, seed }: CellJob) {
  const draws = openDraws("arms", ["test.noise"])["test.noise"];
  const share = Number(scenario.values["framework.feePassThrough"].at(-1)?.value);
  const own = normalQuantile(draws.uniform(Number(seed))) + share * normalQuantile(draws.uniform(Number(seed), 1));
  const made = fakeRun(seed);
  const values = Float64Array.from(made.years, () => 15 + share + own);
  return packCell({ ...made, yearly: { [MEASURE]: values } }, "0.1.0+00000000", []);
}

const noisyPool = (): FakeRunner => answering((job) => noisyCell(job as CellJob));

interface ArmRow {
  readonly arm: number;
  readonly seeds: number;
  readonly mean: number;
  readonly halfWidth: number;
}

describe("seeds of a sweep", { timeout: 60_000 }, () => {
  it("runs each arm until its difference is narrow, and no further", async () => {
    writeFileSync("fees.yaml", FEES);
    const pool = noisyPool();
    const found = await callJson(words("fees.yaml", "--half-width", "0.2"), { pool });
    const rows = found["arms"] as ArmRow[];
    expect(found).toMatchObject({ sweep: "small", reference: 0, state: "reached", neededMost: 2, reused: 0 });
    expect(rows.map(({ arm }) => arm)).toEqual([1, 2]);
    for (const { halfWidth } of rows) expect(halfWidth).toBeLessThanOrEqual(0.2);
    // (1.96 · 0.5 / 0.2)² = 24, and (1.96 / 0.2)² = 96.
    expect(rows[0].seeds).toBeLessThan(45);
    expect(rows[1].seeds).toBeGreaterThan(60);
    expect(found["seeds"]).toBe(rows[1].seeds);
    expect(found["seedsLine"]).toBe(`1-${rows[1].seeds}`);
    // The reference goes along with the arm that needs most.
    expect(pool.asked).toHaveLength(rows[0].seeds + 2 * rows[1].seeds);
    expect(found["runs"]).toBe(pool.asked.length);
  });

  it("holds each arm against the reference's policy in its own circumstances", async () => {
    const worlds = "axes:\n  - { name: world, kind: uncertainty, lever: providers.priceElasticity, values: [4, 8] }\n";
    writeFileSync("worlds.yaml", FEES.replace("axes:\n", worlds).replace("[0, 0.5, 1]", "[0, 0.5]"));
    // A world's own luck goes into all of its arms.
    const cellOf = (job: unknown) => {
      const { scenario, seed } = job as CellJob;
      const made = fakeRun(seed);
      const world = Number(scenario.values["providers.priceElasticity"].at(-1)?.value);
      const share = Number(scenario.values["framework.feePassThrough"].at(-1)?.value);
      const luck = (10 * world * ((Number(seed) * 7) % 11)) / 11;
      const values = Float64Array.from(made.years, () => luck + share + (Number(seed) % 2) * 0.01);
      return packCell({ ...made, yearly: { [MEASURE]: values } }, "0.1.0+00000000", []);
    };
    const asked = words("worlds.yaml", "--half-width", "0.01");
    const found = await callJson(asked, { pool: answering(cellOf) });
    const rows = found["arms"] as (ArmRow & { against: number })[];
    expect(rows.map(({ arm, against, seeds }) => [arm, against, seeds])).toEqual([
      [1, 0, 20],
      [3, 2, 20],
    ]);
    for (const { mean } of rows) expect(mean).toBeCloseTo(0.5, 9);
    expect(found).toMatchObject({ reference: 0, runs: 80 });
    const { out } = await call(asked, { pool: answering(cellOf) });
    expect(out).toContain("each arm less the one with the reference's policy in the same circumstances\n");
    expect(out).toMatch(/\n  arm 3 less arm 2  20 seeds  /);
  });

  it("takes the years since a policy differs within its circumstances, not since these do", async () => {
    const worlds = "axes:\n  - { name: world, kind: uncertainty, lever: providers.priceElasticity, values: [4, 8] }\n";
    writeFileSync("worlds.yaml", FEES.replace("axes:\n", worlds).replace("[0, 0.5, 1]", "[0, 0.5]"));
    const failures = "providers.failures";
    const { years } = fakeRun("1");
    const cellOf = (job: unknown) => {
      const { scenario, seed } = job as CellJob;
      const world = Number(scenario.values["providers.priceElasticity"].at(-1)?.value);
      const share = Number(scenario.values["framework.feePassThrough"].at(-1)?.value);
      const own = share * (1 + (Number(seed) % 2) * 0.01);
      const values = Float64Array.from(years, (_, year) => world + (year === 0 ? 0 : own));
      return packCell({ ...fakeRun(seed), yearly: { [failures]: values } }, "0.1.0+00000000", []);
    };
    const asked = ["seeds", "worlds.yaml", "--measure", failures, "--half-width", "0.01"];
    const found = await callJson(asked, { pool: answering(cellOf) });
    for (const { mean } of found["arms"] as ArmRow[]) expect(mean).toBeCloseTo(0.5025, 9);
    expect(found["basis"]).not.toContain(years[0]);
  });

  it("says it to people: which arm needed most, and the line for the file", async () => {
    writeFileSync("fees.yaml", FEES);
    const { code, out, err } = await call(words("fees.yaml", "--half-width", "0.2"), { pool: noisyPool() });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Quality of life .*each arm less arm 0, the reference \(.*\)\n  arm 2  \d\d+ seeds  \+[01]\.\d\d/,
    );
    expect(out).toMatch(/\d+ seeds are enough for ± 0\.20; arm 2 needed most/);
    expect(out).toMatch(
      /For the sweep file: seeds: 1-\d+\nTo keep the runs: caremarket sweep fees\.yaml --seeds 1-\d+\n/,
    );
    expect(err).toMatch(/^20 seeds: \d of 2 arms narrow enough, the widest ± 0\.\d+; on to \d+\n/);
    expect(readdirSync(".").sort()).toEqual(["fees.yaml", "tiny.yaml"]);
  });

  it("gives what asking about two scenarios gives, with histories that arms share", async () => {
    writeSmall((text) => text.replace("from: 2010-10-01", "from: 2011-03-07"));
    const first = [
      "set: { framework.feePassThrough: 0 }",
      "changes: [{ from: 2011-03-07, set: { directPayment.rateShare: 0.8 } }]",
    ];
    writeFileSync("first.yaml", ["format: 1", "extends: tiny", ...first, ""].join("\n"));
    const goal = ["--half-width", "100", "--minimum", "3"];
    const set = ["--set", "framework.feePassThrough=0.5", "--set", "directPayment.rateShare@2011-03-07=1"];
    const two = await callJson(words("first.yaml", "--against", "first.yaml", ...set, ...goal));
    const found = await callJson(words("small.yaml", ...goal));
    const row = (found["arms"] as Record<string, unknown>[]).find(({ arm }) => arm === 3);
    for (const key of ["mean", "low", "high", "halfWidth", "seeds", "expected"]) {
      expect([key, row?.[key]]).toEqual([key, two[key]]);
    }
    expect(two["mean"]).not.toBe(0);
    expect(found["basis"]).toBe(two["basis"]);
  });

  it("takes the runs that lie in a sweep's folder, and changes nothing there", async () => {
    writeSmall();
    await run(BUILT, ["sweep", "small.yaml", "--out", "kept"]);
    const before = JSON.stringify(cellPaths("kept"));
    const asked = words("kept", "--half-width", "100", "--minimum", "3", "--json");
    const { out, code } = await run(BUILT, asked);
    expect(code).toBe(0);
    const found = JSON.parse(out) as Record<string, unknown>;
    expect(found).toMatchObject({ sweep: "small", seeds: 3, runs: 6, reused: 12 });
    const fromFile = await run(BUILT, words("small.yaml", ...asked.slice(4)));
    const { arms, runs } = JSON.parse(fromFile.out) as Record<string, unknown>;
    expect({ arms, runs }).toEqual({ arms: found["arms"], runs: 18 });
    expect(JSON.stringify(cellPaths("kept"))).toBe(before);
    const told = await run(BUILT, asked.slice(0, -1));
    expect(told.out).toContain("6 runs now, 12 were in the folder");
    expect(told.out).toContain("caremarket extend kept --seeds 1-3");
  });

  it("counts arms that are the same scenario once, and takes the level of one that is alone", async () => {
    writeFileSync("alone.yaml", FEES.replace("[0, 0.5, 1]", "[1]"));
    const alone = await callJson(words("alone.yaml", "--half-width", "0.5"), { pool: noisyPool() });
    expect(alone).toMatchObject({ reference: null, state: "reached" });
    expect((alone["arms"] as ArmRow[])[0].mean).toBeGreaterThan(15);
    const twice = FEES.replace(
      /lever: .*\n/,
      "alternatives: [{ name: now }, { name: also now }, { name: all, set: { framework.feePassThrough: 1 } }] }\n",
    );
    writeFileSync("twice.yaml", twice);
    const { out } = await call(words("twice.yaml", "--half-width", "2"), { pool: noisyPool() });
    expect(out).toContain("1 arm of the sweep is the same as another and counted once");
    expect(out).not.toContain("arm 1 ");
  });

  it("gives up at the maximum, naming the arms that are too wide, with all figures as data", async () => {
    writeFileSync("fees.yaml", FEES);
    const more = words("fees.yaml", "--half-width", "0.2", "--maximum", "40");
    const { code, out, err } = await call(more, { pool: noisyPool() });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(
      /1 of 2 arms is not known to ± 0\.2 after 40 seeds\n.*arm 2 \(.*\): ± 0\.\d+; about \d+ seeds would do/,
    );
    const data = JSON.stringify(await callJson(more, { pool: noisyPool() }));
    expect(data).toContain('"state":"limit"');
    expect(data).toContain('"neededMost":2');
  });

  it.each([
    [["--half-width", "1", "--against", "tiny.yaml"], "--against goes with a scenario, and fees.yaml is a sweep"],
    [["--half-width", "1", "--set", "wages.floor=9"], "--set goes with a scenario"],
    [["--half-width", "1", "--weeks", "9"], "--weeks goes with a scenario"],
    [["--half-width", "1", "--year", "1999-00"], '--year "1999-00" is no financial year of the run'],
    [["--half-width", "1", "--limit-time", "1s"], "--limit-time"],
    [["--half-width", "1", "--limit-memory", "1MB"], "--limit-memory"],
  ])("refuses %j and says why, before or at the first look", async (more, message) => {
    writeFileSync("fees.yaml", FEES);
    const pool = noisyPool();
    const { code, out, err } = await call(words("fees.yaml", ...more), { pool });
    expect([2, 3]).toContain(code);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(pool.asked.length === 0 || more.includes("--year")).toBe(true);
  });

  it("says what is wrong with a sweep file, and that a name is a scenario's as well as a sweep's", async () => {
    writeFileSync("bad.yaml", FEES.replace("axes:", "points: many\naxes:"));
    const bad = await call(words("bad.yaml", "--half-width", "1"));
    expect(bad.code).toBe(2);
    expect(bad.err).toContain("sweep bad.yaml has a problem");
    expect(bad.err).toContain("bad.yaml:6:9 error points");
    const both = await call(words("tiny", "--half-width", "100", "--minimum", "3", "--weeks", "2"));
    expect(both.code).toBe(0);
    expect(both.err).toContain("to ask about that, write sweeps/tiny");
    const neither = await call(words("nowhere", "--half-width", "1"));
    expect(neither.code).toBe(2);
    expect(neither.err).toContain("there is no scenario of this name");
  });

  it("stops when it is told to, and where a run fails", async () => {
    writeFileSync("fees.yaml", FEES);
    const controller = new AbortController();
    const stopping = answering((job) => {
      if (job.seed === "7") controller.abort();
      return noisyCell(job as CellJob);
    });
    const stopped = await call(words("fees.yaml", "--half-width", "0.2"), {
      pool: stopping,
      signal: controller.signal,
    });
    expect(stopped).toMatchObject({ code: 130, out: "" });
    expect(stopped.err).toContain("nothing was written");
    const failing = answering((job) => {
      if (job.seed === "9") throw new Error("planted");
      return noisyCell(job as CellJob);
    });
    const failed = await call(words("fees.yaml", "--half-width", "0.2"), { pool: failing });
    expect(failed).toMatchObject({ code: 4, out: "" });
    expect(failed.err).toContain("seed 9: planted");
    expect(failed.err).toContain("To replay it");
  });
});
