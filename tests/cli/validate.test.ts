/** `validate`: sixteen rows for programs, a table for people, and verdicts that follow from the figures. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { FACTS, type Figures, type JudgedFact } from "../../src/experiment/facts/index.ts";
import type { Job } from "../../src/node/jobs.ts";
import { call, inScratchFolder, type Circumstances } from "../support/cli-call.ts";
import { BUILT, run } from "../support/cli-process.ts";
import { answering } from "../support/cli-runner.ts";
import { onTarget } from "../support/facts-series.ts";

inScratchFolder();

/** The whole decade of a council so small that it runs in no time. */
const SMALL = "format: 1\ntitle: A small council\nextends: baseline\nburnInWeeks: 2\nset: { size.scale: 0.1 }\n";
beforeEach(() => writeFileSync("small.yaml", SMALL));

/** A pool whose runs give these figures, whatever the scenario. */
const giving = (figures: (job: Job) => Figures): Circumstances => ({
  pool: answering((job) => ({ figures: figures(job) })),
});

async function rowsOf(words: readonly string[], circumstances?: Circumstances): Promise<readonly JudgedFact[]> {
  const { code, out } = await call(["validate", ...words, "--json"], circumstances);
  expect(code).toBe(0);
  return JSON.parse(out) as JudgedFact[];
}

describe("for programs", () => {
  it("is one array of sixteen rows, each with its figures as numbers and its parts alike", async () => {
    const rows = await rowsOf(["small.yaml", "--seeds", "1-2"]);
    expect(rows.map(({ id }) => id)).toEqual(
      Array.from({ length: 16 }, (_, index) => `C${`${index + 1}`.padStart(2, "0")}`),
    );
    for (const row of rows) {
      expect(row.parts.length).toBeGreaterThan(0);
      for (const each of [row, ...row.parts]) {
        for (const text of [each.fact, each.label, each.source, each.unit]) expect(text).toMatch(/\S/);
        expect([typeof each.target, typeof each.tolerance, typeof each.pass]).toEqual(["number", "number", "boolean"]);
        for (const basis of [each.usedInFitting, each.input]) expect(basis === false || /\w/.test(basis)).toBe(true);
        const { median, p5, p95, mean, runs } = each.simulated;
        for (const value of [median, p5, p95, mean]) expect(typeof value).toBe("number");
        expect(runs).toBe(2);
        expect(Number(p5) <= Number(median) && Number(median) <= Number(p95)).toBe(true);
      }
      const headline = row.parts.find(({ pass }) => !pass) ?? row.parts[0];
      expect([row.target, row.tolerance, row.simulated]).toEqual([
        headline.target,
        headline.tolerance,
        headline.simulated,
      ]);
      expect(row.pass).toBe(row.parts.every(({ pass }) => pass));
      expect(row.why === null).toBe(row.pass);
    }
  });

  it("is nothing but that array on stdout, and says on stderr that runs are few", async () => {
    const { out, err } = await call(["validate", "small.yaml", "--seeds", "1", "--json"]);
    expect(Array.isArray(JSON.parse(out))).toBe(true);
    expect(err).toBe("Fewer than 20 runs: read it with care.\n");
  });

  it("has null where the run does not reach the fact's years", async () => {
    const rows = await rowsOf(["tiny.yaml", "--seeds", "1"]);
    expect(rows.map(({ simulated, pass }) => [simulated.median, pass])).toEqual(FACTS.map(() => [null, false]));
  });

  it("is the same with one worker or two, from the built command", async () => {
    const words = ["validate", "small.yaml", "--seeds", "1-2", "--json"];
    const [one, two] = await Promise.all(["1", "2"].map((workers) => run(BUILT, [...words, "--workers", workers])));
    expect(one).toMatchObject({ code: 0 });
    expect(two.out).toBe(one.out);
    expect(JSON.parse(one.out)).toHaveLength(16);
  });
});

describe("for people", () => {
  it("is a table of a hundred columns at most, with every fact and its verdict, and a closing line", async () => {
    const { code, out, err } = await call(
      ["validate", "small.yaml", "--seeds", "1-20"],
      giving(() => onTarget()),
    );
    expect([code, err]).toEqual([0, ""]);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).toMatch(/^small: A small council\n20 runs \(seeds 1-20\) {2}scenario [0-9a-f]{8} {2}engine /);
    const table = out.replaceAll(/\n {2,}/g, " ");
    for (const { id, fact, source } of FACTS) expect(table).toContain(`\n${id}  pass  ${fact} (${source})`);
    expect(out).toMatch(/people with home care, 2014-15 +1,613 ± 161 +1,613 \(1,613 to 1,613\)\n/);
    expect(out).toMatch(/\n16 of 16 facts inside tolerance\n$/);
    expect(out).not.toMatch(/NaN|undefined|null|outside/);
  });

  it("shows what fails and why, and still ends with 0", async () => {
    const figures = onTarget({ C01: 40, C05b: 1000 });
    const { code, out } = await call(
      ["validate"],
      giving(() => figures),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/\nC01 {2}FAIL {2}/);
    expect(out).toMatch(
      /\nC05 {2}FAIL {2}.*; decided\n +by: people with a direct payment, 2014-15\n.*1,613 \(1,613 to 1,613\)\n.*1,000 \(1,000 to 1,000\) +outside\n/,
    );
    expect(out).toMatch(/\nOutside tolerance\nC01 {2}share with a direct payment, 2014-15: .+\n(.+\n)*C05 {2}.+/);
    expect(out).toMatch(/\n14 of 16 facts inside tolerance\n$/);
  });

  it("says of what is not defined that it is not", async () => {
    const { out } = await call(["validate", "tiny.yaml", "--seeds", "1"]);
    expect(out).toMatch(/25\.0 ± 3\.0% +not defined  outside\n/);
    expect(out).toMatch(/\n0 of 16 facts inside tolerance\n$/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe("a verdict", () => {
  it("turns when the figure crosses the tolerance, and with nothing else", async () => {
    const passes = async (value: number): Promise<boolean[]> =>
      (
        await rowsOf(
          ["--seeds", "1-3"],
          giving(() => onTarget({ C03: value })),
        )
      ).map(({ pass }) => pass);
    const all = FACTS.map(() => true);
    expect(await passes(14.29)).toEqual(all);
    expect(await passes(14.31)).toEqual(FACTS.map(({ id }) => id !== "C03"));
    expect(await passes(13.09)).toEqual(FACTS.map(({ id }) => id !== "C03"));
  });

  it("is that of the seeds together, in whatever order they come in", async () => {
    const pool = giving(({ seed }) => onTarget({ C08: 90 + Number(seed) }));
    const rows = await rowsOf(["--seeds", "5,1-3"], pool);
    expect(rows[7].simulated).toMatchObject({ median: 92.5, mean: 92.75, runs: 4 });
  });
});

describe("its scenario", () => {
  it("is the baseline with twenty seeds unless another is named", async () => {
    const jobs: Job[] = [];
    await rowsOf(
      [],
      giving((job) => (jobs.push(job), onTarget())),
    );
    expect(jobs.map(({ kind }) => kind)).toEqual(jobs.map(() => "facts"));
    expect(jobs.map(({ seed }) => seed)).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}`));
    expect(jobs[0].scenario.name).toBe("baseline");
    const { scenario } = jobs[0];
    jobs.splice(0);
    await rowsOf(
      ["--set", "wages.floor=9", "--seeds", "7"],
      giving((job) => (jobs.push(job), onTarget())),
    );
    expect(jobs[0].scenario.values["wages.floor"]).not.toEqual(scenario.values["wages.floor"]);
  });

  it.each([
    [["none.yaml"], 2, "error: scenario none.yaml has a problem\n"],
    [["--seeds", "0-3"], 2, "error: option --seeds has a problem\n"],
    [["small.yaml", "--set", "wages.flor=9"], 2, "error: option --set has a problem\n"],
    [["--workers", "many"], 2, 'error: --workers "many" is not a number of workers\n'],
    [["a", "b"], 2, 'error: "b" is one word too many\n'],
    [["small.yaml", "--set", "size.scale=900"], 3, "error: each worker would need about "],
  ])("is refused where it makes no sense: %j", async (words, code, message) => {
    const found = await call(
      ["validate", ...words],
      giving(() => onTarget()),
    );
    expect([found.code, found.out]).toEqual([code, ""]);
    expect(found.err.startsWith(message)).toBe(true);
  });
});

describe("runs that come to grief", () => {
  it("end the command with a message and no table", async () => {
    const pool = answering(({ seed }) => {
      if (seed === "2") throw new TypeError("cannot read properties of undefined");
      return { figures: onTarget() };
    });
    const { code, out, err } = await call(["validate", "small.yaml", "--seeds", "1-3"], { pool });
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain("error: the run of seed 2 failed\n");
  });

  it("end it when they are interrupted", async () => {
    const controller = new AbortController();
    controller.abort();
    const found = await call(["validate", "small.yaml"], { signal: controller.signal });
    expect(found).toMatchObject({ code: 130, out: "", err: "Interrupted.\n  Nothing was written.\n" });
  });
});
