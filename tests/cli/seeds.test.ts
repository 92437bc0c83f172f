/** `seeds`: runs until the interval is narrow enough, says so, and says what cannot be. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RunJob } from "../../src/node/jobs.ts";
import type { RunResult } from "../../src/simulation/result.ts";
import { normalQuantile, openDraws } from "../../src/kernel/index.ts";
import { call, callJson, inScratchFolder, TINY } from "../support/cli-call.ts";
import { fakeRunner } from "../support/cli-runner.ts";
import { fakeRun } from "../support/cli-run-result.ts";

inScratchFolder();

const MEASURE = "outcomes.qualityOfLife";
const words = (...more: string[]): string[] => ["seeds", "tiny.yaml", "--measure", MEASURE, ...more];

/** Every seed has normal noise of its own in each year, the other scenario the same and a quarter of its own. */
function noisy(seed: string, { scenario }: RunJob): RunResult {
  const draws = openDraws("seeds", ["test.noise"])["test.noise"];
  const own = normalQuantile(draws.uniform(Number(seed)));
  const run = fakeRun(seed);
  const other = scenario.name === "other" ? 1 + 0.25 * normalQuantile(draws.uniform(Number(seed), 1)) : 0;
  const values = Float64Array.from(run.years, (_, year) => 15 + year + own + other);
  return { ...run, yearly: { ...run.yearly, [MEASURE]: values, "never.defined": values.map(() => Number.NaN) } };
}

describe("seeds", () => {
  it("runs as many as it takes, each once, and reports an interval as narrow as was asked", async () => {
    const pool = fakeRunner(noisy);
    const found = await callJson(words("--half-width", "0.25"), { pool });
    expect(found).toMatchObject({ scenario: "tiny", measure: MEASURE, state: "reached", wanted: 0.25 });
    expect(Number(found["halfWidth"])).toBeLessThanOrEqual(0.25);
    // (1.96 / 0.25)² = 61 where the deviation is 1.
    expect(Number(found["seeds"])).toBeGreaterThan(40);
    expect(Number(found["seeds"])).toBeLessThan(90);
    expect(pool.asked).toHaveLength(Number(found["seeds"]));
    expect(new Set(pool.asked).size).toBe(pool.asked.length);
    expect(Number(found["high"]) - Number(found["low"])).toBeCloseTo(2 * Number(found["halfWidth"]), 9);
  });

  it("says it to people, with the looks on the way and how to keep the runs", async () => {
    const { code, out, err } = await call(words("--half-width", "0.25"), { pool: fakeRunner(noisy) });
    expect(code).toBe(0);
    expect(out).toMatch(/^Quality of life .*\n  mean 1\d\.\d\d, 95% interval/);
    expect(out).toMatch(/\d\d seeds are enough for ± 0\.25: 1-\d\d\n/);
    expect(out).toContain("about 94 times in\n100");
    expect(err).toMatch(/^20 seeds: ± 0\.\d+; on to \d+\n/);
  });

  it("says how to keep what was run, with every word that was given", async () => {
    writeFileSync("other.yaml", TINY);
    const kept = async (...more: readonly string[]): Promise<string | undefined> => {
      const asked = ["--measure", MEASURE, "--half-width", "2", ...more];
      const { out } = await call(["seeds", "other.yaml", ...asked], { pool: fakeRunner(noisy) });
      return /To keep them: (.*)/.exec(out)?.[1];
    };
    expect(await kept()).toBe("caremarket run other.yaml --seeds 1-20");
    expect(await kept("--set", "wages.floor=7", "--weeks", "30")).toBe(
      "caremarket run other.yaml --set wages.floor=7 --weeks 30 --seeds 1-20",
    );
    expect(await kept("--against", "tiny.yaml")).toBe(
      "caremarket compare tiny.yaml other.yaml --seeds 1-20 --out difference",
    );
    const more = ["--set-both", "size.scale=0.03", "--set", "wages.floor=7", "--weeks", "55"];
    const line = await kept("--against", "tiny.yaml", ...more);
    expect(line).toBe(`caremarket compare tiny.yaml other.yaml ${more.join(" ")} --seeds 1-20 --out difference`);
    const { code, err } = await call((line ?? "").split(" ").slice(1));
    expect([code, err]).toEqual([0, ""]);
    const alone = await call([...words("--half-width", "2"), "--set-both", "size.scale=0.03"]);
    expect(alone.err).toBe("error: --set-both goes with --against\n  For one scenario: --set\n");
  });

  it("takes fewer for a difference on the same seeds, and gives it the right way round", async () => {
    writeFileSync("other.yaml", TINY);
    const pool = fakeRunner(noisy);
    const single = words("--half-width", "0.2", "--minimum", "5");
    const one = await callJson(single, { pool });
    const two = await callJson(["seeds", "other.yaml", ...single.slice(2), "--against", "tiny.yaml"], {
      pool: fakeRunner(noisy),
    });
    expect(two).toMatchObject({ scenario: "other", against: "tiny", state: "reached" });
    expect(Number(two["seeds"])).toBeLessThan(Number(one["seeds"]) / 3);
    expect(Math.abs(Number(two["mean"]) - 1)).toBeLessThan(0.3);
  });

  it("a scenario against itself differs by exactly nothing, on the real engine", async () => {
    const more = ["--half-width", "0.01", "--against", "tiny.yaml", "--minimum", "3", "--weeks", "8"];
    const found = await callJson(words(...more));
    expect(found).toMatchObject({ seeds: 3, mean: 0, low: 0, high: 0, halfWidth: 0, isConstant: true });
    expect((await call(words(...more))).out).toContain("the same in every seed");
  });

  it("agrees with the runs themselves: the mean of the last year over the first seeds", async () => {
    const more = ["--half-width", "100", "--minimum", "3"];
    const found = await callJson(words(...more));
    const summary = await callJson(["run", "tiny.yaml", "--seeds", "1-3"]);
    const row = (summary["summary"] as Record<string, { p5: number; p95: number; basis: string }>)[MEASURE];
    expect(found["basis"]).toBe(row.basis);
    expect(Number(found["mean"])).toBeGreaterThanOrEqual(row.p5);
    expect(Number(found["mean"])).toBeLessThanOrEqual(row.p95);
  });

  it("has run's mean of a year for what adds up, also where the runs hold a part of a year", async () => {
    const asked = ["--weeks", "78"];
    const { summary } = (await callJson(["run", "tiny.yaml", "--seeds", "1-3", ...asked])) as {
      summary: Record<string, { p5: number; p95: number; basis: string }>;
    };
    const row = summary["people.requests"];
    const more = ["--measure", "people.requests", "--half-width", "1e6", "--minimum", "3", ...asked];
    const found = await callJson(["seeds", "tiny.yaml", ...more]);
    expect(found["basis"]).toBe(row.basis);
    expect(Number(found["mean"])).toBeGreaterThanOrEqual(row.p5);
    expect(Number(found["mean"])).toBeLessThanOrEqual(row.p95);
  });

  it("gives the difference that compare gives, over the years since there is one", { timeout: 120_000 }, async () => {
    const long = TINY.replace("weeks: 60", "weeks: 157");
    writeFileSync("long.yaml", long);
    writeFileSync(
      "held.yaml",
      `${long}  directPayment.rateShare: 1\nchanges: [{ from: 2011-04-04, set: { directPayment.rateShare: 0.6 } }]\n`,
    );
    const compared = await callJson(["compare", "long.yaml", "held.yaml", "--seeds", "1-3", "--out", "page"]);
    const rows = compared["measures"] as Record<string, { basis: string; mean: number; low: number }>;
    for (const key of ["council.grossSpend", "unmet.hours", MEASURE]) {
      const asked = ["seeds", "held.yaml", "--against", "long.yaml", "--half-width", "1e6", "--minimum", "3"];
      const { basis, mean, low } = await callJson([...asked, "--measure", key]);
      expect([key, basis]).toEqual([key, rows[key].basis]);
      expect(mean).toBeCloseTo(rows[key].mean, 12);
      expect(low).toBeCloseTo(rows[key].low, 12);
      expect([key, mean]).not.toEqual([key, 0]);
    }
    expect(rows["council.reviews"].basis).toBe("mean of 2011-12 to 2012-13");
  });

  it("gives up at the maximum with the numbers, and where the measure has no value", async () => {
    const limited = await call(words("--half-width", "0.01", "--maximum", "30"), { pool: fakeRunner(noisy) });
    expect(limited).toMatchObject({ code: 3, out: "" });
    expect(limited.err).toMatch(/the interval is still ± 0\.\d+ after 30 seeds; ± 0\.01 was asked for/);
    expect(limited.err).toMatch(/About \d{5} seeds would do/);
    const data = await callJson(words("--half-width", "0.01", "--maximum", "30"), { pool: fakeRunner(noisy) });
    expect(JSON.stringify(data)).toContain('"state":"limit"');
    const never = await call(words("--half-width", "1", "--maximum", "20"), {
      pool: fakeRunner((seed, job) => {
        const run = noisy(seed, job);
        return { ...run, yearly: { ...run.yearly, [MEASURE]: run.yearly["never.defined"] } };
      }),
    });
    expect(never.code).toBe(3);
    expect(never.err).toContain("the measure has a value in 0 of 20 seeds");
  });

  it.each([
    [["--half-width", "0"], '--half-width "0" is not a width'],
    [["--half-width", "narrow"], '--half-width "narrow" is not a width'],
    [["--half-width", "1", "--minimum", "2"], '--minimum "2" is not a number of seeds'],
    [["--half-width", "1", "--maximum", "10"], "--maximum 10 is below --minimum 20"],
    [["--half-width", "1", "--year", "1999-00"], '--year "1999-00" is no financial year of the run'],
    [["--half-width", "1", "--limit-time", "1s"], "--limit-time"],
  ])("refuses %j before or after the first look, and says why", async (more, message) => {
    const { code, out, err } = await call(words(...more), { pool: fakeRunner(noisy) });
    expect([2, 3]).toContain(code);
    expect(out).toBe("");
    expect(err).toContain(message);
  });

  it("refuses a measure that is not there with the nearest name, and a missing option", async () => {
    const wrong = await call(["seeds", "tiny.yaml", "--measure", "outcomes.qualityOfLive", "--half-width", "1"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('there is no measure "outcomes.qualityOfLive"');
    expect(wrong.err).toContain(MEASURE);
    const missing = await call(["seeds", "tiny.yaml", "--half-width", "1"]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("measure");
  });

  it("stops when it is told to, and where a run fails", async () => {
    const controller = new AbortController();
    const pool = fakeRunner((seed, job) => {
      if (seed === "7") controller.abort();
      return noisy(seed, job);
    });
    const stopped = await call(words("--half-width", "0.1"), { pool, signal: controller.signal });
    expect(stopped).toMatchObject({ code: 130, out: "" });
    expect(stopped.err).toContain("nothing was written");
    const failing = fakeRunner((seed, job) => {
      if (seed === "9") throw new Error("planted");
      return noisy(seed, job);
    });
    const failed = await call(words("--half-width", "0.1"), { pool: failing });
    expect(failed).toMatchObject({ code: 4, out: "" });
    expect(failed.err).toContain("seed 9: planted");
  });
});
