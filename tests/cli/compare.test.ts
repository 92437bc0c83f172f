import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pairedOf } from "../../src/experiment/paired.ts";
import { call, callJson, engineRunner, inScratchFolder } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { answering } from "../support/cli-runner.ts";

inScratchFolder();

const HELD = [
  "format: 1",
  "name: held",
  "question: Where does the strain go when fees do not follow?",
  "extends: tiny",
  "changes:",
  "  - from: 2010-10-04",
  "    set: { framework.feePassThrough: 0, wages.floor: 9 }",
  "",
].join("\n");

interface Measure {
  readonly a: number | null;
  readonly b: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly higher: number | null;
  readonly lower: number | null;
  readonly seeds: number;
  readonly verdict: string;
}

const measuresOf = (found: Record<string, unknown>): Record<string, Measure> =>
  found["measures"] as Record<string, Measure>;

const noEngine = () =>
  answering(() => {
    throw new Error("it ran the engine");
  });

describe("compare over several seeds", () => {
  it("gives exactly zero everywhere where the policies are the same", async () => {
    const found = await callJson(["compare", "tiny.yaml", "tiny.yaml", "--seeds", "1-3"]);
    expect(found).toMatchObject({ identical: true, parameters: [], run: [], firstDifference: null });
    const measures = Object.values(measuresOf(found)).filter(({ seeds }) => seeds > 1);
    expect(measures.length).toBeGreaterThan(100);
    for (const { mean, low, high, higher, lower, verdict } of measures) {
      expect([mean, low, high, higher, lower]).toEqual([0, 0, 0, 0, 0]);
      expect(verdict).toBe("same");
    }
    const { out } = await call(["compare", "tiny.yaml", "tiny.yaml", "--seeds", "1-3"]);
    expect(out).toMatch(/All \d+ headline measures are exactly the same in every seed\.\n$/);
  });

  it("takes a part year where no whole one holds the difference, and never calls the year before it the same", async () => {
    writeFileSync("late.yaml", HELD.replace("2010-10-04", "2011-04-04"));
    const words = ["compare", "tiny.yaml", "late.yaml", "--seeds", "1-2", "--weeks", "60"];
    const found = measuresOf(await callJson(words))["providers.marginPercent"];
    expect(found).toMatchObject({ basis: "in a part of 2011-12", verdict: "lower" });
    const { out } = await call(words);
    expect(out).not.toContain("exactly the same in every seed.");
  });

  it("lists every parameter that differs, and pairs runs of one seed", async () => {
    writeFileSync("held.yaml", HELD);
    const found = await callJson(["compare", "tiny.yaml", "held.yaml", "--seeds", "1-3", "--weeks", "52"]);
    expect(found["parameters"]).toMatchObject([
      { path: "wages.floor", origins: { a: "default", b: "held.yaml:7" } },
      { path: "framework.feePassThrough", origins: { a: "default", b: "held.yaml:7" } },
    ]);
    const runs = await Promise.all(
      ["tiny.yaml", "held.yaml"].map(async (name) =>
        Promise.all(["1", "2", "3"].map((seed) => callJson(["run", name, "--seed", seed, "--weeks", "52"]))),
      ),
    );
    const key = "providers.marginPercent";
    const [first, second] = runs.map((side) =>
      side.map((run) => (run["summary"] as Record<string, { median: number }>)[key].median),
    );
    const paired = pairedOf(first, second);
    expect(measuresOf(found)[key].mean).toBeCloseTo(paired?.mean ?? Number.NaN, 9);
    expect(measuresOf(found)[key].high).toBeCloseTo(paired?.high ?? Number.NaN, 9);
    expect(measuresOf(found)[key].verdict).toBe("lower");
  });

  it("writes a page, a table and data, the same twice, and nothing beside them", async () => {
    writeFileSync("held.yaml", HELD);
    const words = ["compare", "tiny.yaml", "held.yaml", "--seeds", "1-3", "--out", "held"];
    const { code, out } = await call(words);
    expect(code).toBe(0);
    expect(out).toContain("\nPage      held/comparison.html\n");
    expect(out).toMatch(/\n {2}Agency margin +[\d.]+% +−[\d.]+ points \(−[\d.]+ to −[\d.]+\) +0% +100% +[\d.]+\n/);
    expect(namesIn("held")).toEqual(["comparison.csv", "comparison.html", "comparison.json"]);
    const before = fingerprint("held");
    const again = await callJson(words);
    expect(fingerprint("held")).toEqual(before);
    expect(namesIn(".").filter((name) => name.startsWith("."))).toEqual([]);
    const data = JSON.parse(readFileSync("held/comparison.json", "utf8")) as Record<string, unknown>;
    expect(data["digest"]).toBe(again["digest"]);
    const page = readFileSync("held/comparison.html", "utf8");
    expect(page).toContain("held compared with “A tiny market”");
    expect(page).toContain("Where does the strain go when fees do not follow?");
  });

  it("calls a side by its title where that is short enough and its own, in quotation marks inside a sentence", async () => {
    const titled = (title: string): void =>
      writeFileSync("held.yaml", HELD.replace("name: held", `name: held\n${title}`));
    const words = ["compare", "tiny.yaml", "held.yaml", "--seeds", "1-2", "--out", "titled"];
    const labelsOf = async (): Promise<string> => {
      await call(words);
      return (
        /with ([^<]{1,80}) than with the reference/.exec(readFileSync("titled/comparison.html", "utf8"))?.[1] ?? ""
      );
    };
    titled("title: Fees frozen for two years");
    expect(await labelsOf()).toBe("“Fees frozen for two years”");
    titled(`title: ${"Fees frozen for two years ".repeat(3)}`);
    expect(await labelsOf()).toBe("held");
    titled("title: A tiny market");
    expect(await labelsOf()).toBe("held");
  });

  it("compares results folders over the seeds both have, without the engine, as the scenarios themselves", async () => {
    writeFileSync("held.yaml", HELD);
    await call(["run", "tiny.yaml", "--seeds", "1-3", "--out", "a"]);
    await call(["run", "held.yaml", "--seeds", "2-4", "--out", "b"]);
    const folders = await callJson(["compare", "a", "b"], { pool: noEngine() });
    expect(folders["seeds"]).toEqual(["2", "3"]);
    const scenarios = await callJson(["compare", "tiny.yaml", "held.yaml", "--seeds", "2-3"]);
    expect(folders["measures"]).toEqual(scenarios["measures"]);
    expect(folders["runs"]).toEqual(scenarios["runs"]);
    const mixed = await callJson(["compare", "a", "held.yaml", "--seeds", "2-3"]);
    expect(mixed["measures"]).toEqual(scenarios["measures"]);
    expect(mixed["firstDifference"]).toMatchObject({ monday: "2010-10-04" });
  });
});

describe("compare over different weeks", () => {
  const stretch = (name: string, more: string): void =>
    writeFileSync(`${name}.yaml`, `format: 1\nextends: tiny\n${more}\n`);
  const PARTED = "Who gains and who loses is left out: one run covers ";

  it("of one policy finds no difference, and holds nobody against himself or herself at another time", async () => {
    stretch("short", "weeks: 60");
    stretch("long", "weeks: 104");
    const { code, out } = await call(["compare", "short.yaml", "long.yaml", "--seeds", "1-2", "--out", "apart"]);
    expect(code).toBe(0);
    expect(out).toContain("Every week they share is identical.");
    expect(out).toMatch(/All \d+ headline measures are exactly the same in every seed, in the years compared\./);
    expect(out).toMatch(/is left out: one run covers 60 weeks from (\S+), the other 104 weeks from \1\. /);
    expect(out).not.toContain("Everybody");
    const page = readFileSync("apart/comparison.html", "utf8");
    expect(page.replaceAll(/\s+/g, " ")).toContain(PARTED);
    const data = JSON.parse(readFileSync("apart/comparison.json", "utf8")) as Record<string, unknown>;
    expect(data).toMatchObject({ gains: null, otherGains: [], peopleApart: expect.stringContaining(PARTED) });
    expect(data["firstDifference"]).toBeNull();
    const without = await call(["compare", "short.yaml", "long.yaml", "--seeds", "1-2", "--no-people"]);
    expect(without.out).not.toContain(PARTED);
    const usual = await callJson(["compare", "short.yaml", "short.yaml", "--seeds", "1-2"]);
    expect(usual["peopleApart"]).toBeNull();
    expect(usual["gains"]).not.toBeNull();
  });

  it("from different starts holds nobody against himself or herself either", async () => {
    stretch("early", "start: 2010-04-05\nweeks: 104");
    stretch("late", "start: 2011-04-04\nweeks: 104");
    const { code, out } = await call(["compare", "early.yaml", "late.yaml", "--seeds", "1-2"]);
    expect(code).toBe(0);
    expect(out).toContain(`${PARTED}104 weeks from 2010-04-05, the other 104 weeks from 2011-04-04.`);
    expect(out).not.toContain("Everybody");
  });

  it("says so where they have no year with as many weeks of it, instead of comparing unlike years", async () => {
    stretch("short", "weeks: 8");
    stretch("long", "weeks: 30");
    const message = "have no financial year in common, with as many weeks of it";
    const { code, err, out } = await call(["compare", "short.yaml", "long.yaml", "--seeds", "1-2"]);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(`short.yaml and long.yaml ${message}`)]);
    const seeds = ["seeds", "long.yaml", "--against", "short.yaml", "--measure", "topUps.meanWeekly"];
    const enough = await call([...seeds, "--half-width", "1"]);
    expect([enough.code, enough.err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("compare refuses", () => {
  it("seeds that a folder has not, and folders without a common one", async () => {
    await call(["run", "tiny.yaml", "--seeds", "1-2", "--out", "a"]);
    await call(["run", "tiny.yaml", "--seeds", "5-6", "--out", "b"]);
    const lacking = await call(["compare", "a", "a", "--seeds", "1-3"]);
    expect(lacking).toMatchObject({ code: 2, out: "" });
    expect(lacking.err).toContain("a has no run of seed 3");
    const apart = await call(["compare", "a", "b"]);
    expect(apart.code).toBe(2);
    expect(apart.err).toContain("They hold 1,2 (a) and 5,6 (b).");
    expect((await call(["compare", "a", "a", "--seeds", "1-x"])).code).toBe(2);
  });

  it("a change to a results folder, and results of another engine", async () => {
    await call(["run", "tiny.yaml", "--seeds", "1-2", "--out", "a"]);
    const changed = await call(["compare", "tiny.yaml", "a", "--set", "wages.floor=9"]);
    expect(changed.code).toBe(2);
    expect(changed.err).toContain("--set changes a scenario, and a is a results folder");
    const manifest = JSON.parse(readFileSync("a/manifest.json", "utf8")) as Record<string, unknown>;
    writeFileSync("a/manifest.json", JSON.stringify({ ...manifest, engineVersion: "0.0.1+old" }));
    const other = await call(["compare", "a", "tiny.yaml"]);
    expect(other.code).toBe(2);
    expect(other.err).toContain("a was made by engine 0.0.1+old and tiny.yaml by");
  });

  it("a damaged folder, and results of one scenario and seed that are not the same", async () => {
    await call(["run", "tiny.yaml", "--seeds", "1-2", "--out", "a"]);
    const manifest = JSON.parse(readFileSync("a/manifest.json", "utf8")) as { digests: Record<string, string> };
    const digests = { ...manifest.digests, 2: "0".repeat(32) };
    writeFileSync("a/manifest.json", JSON.stringify({ ...manifest, digests }));
    const other = await call(["compare", "a", "tiny.yaml"]);
    expect(other.code).toBe(4);
    expect(other.err).toContain("two runs of one scenario and one seed are not the same");
    writeFileSync("a/yearly.parquet", "cut");
    expect((await call(["compare", "a", "tiny.yaml"])).code).toBe(5);
  });

  it("to write where somebody else's files are, before it runs anything", async () => {
    mkdirSync("mine");
    writeFileSync("mine/notes.txt", "keep me");
    const found = await call(["compare", "tiny.yaml", "tiny.yaml", "--seeds", "1-2", "--out", "mine"], {
      pool: noEngine(),
    });
    expect(found.code).toBe(2);
    expect(found.err).toContain("holds files that are not of a comparison: notes.txt");
    expect((await call(["compare", "tiny.yaml", "tiny.yaml", "--out", "no/such"], { pool: noEngine() })).code).toBe(7);
    expect(namesIn("mine")).toEqual(["notes.txt"]);
  });

  it("two ways of naming seeds, and leaves nothing of an interrupted one", async () => {
    expect((await call(["compare", "tiny.yaml", "tiny.yaml", "--seed", "1", "--seeds", "1-2"])).code).toBe(2);
    const stopped = new AbortController();
    stopped.abort();
    const found = await call(["compare", "tiny.yaml", "tiny.yaml", "--seeds", "1-2", "--out", "cut"], {
      signal: stopped.signal,
      pool: engineRunner(),
    });
    expect(found.code).toBe(130);
    expect(namesIn(".")).toEqual(["tiny.yaml"]);
  });
});

describe("a parameter that differs for a time", { timeout: 60_000 }, () => {
  it("is told of until when, and to the end without a date", async () => {
    writeFileSync(
      "push.yaml",
      "format: 1\nname: push\nextends: tiny\nchanges:\n" +
        ["2010-06-01, set: { framework.feePassThrough: 0 }", "2010-10-01, set: { framework.feePassThrough: default }"]
          .concat("2011-01-01, set: { framework.feePassThrough: 1 }")
          .map((change) => `  - { from: ${change} }\n`)
          .join(""),
    );
    const { out } = await call(["compare", "tiny.yaml", "push.yaml"]);
    expect(out).toContain(
      "    from 2010-06-01 until 2010-10-01  -1 -> 0\n    from 2011-01-01                   -1 -> 1\n",
    );
  });
});
