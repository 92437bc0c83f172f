/** `savings`: one object for programs, three tables for people, the same whichever way the runs are spread. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { savingsOf, SAVINGS_TABLES } from "../../src/experiment/index.ts";
import { perform, type SavingsJob } from "../../src/node/jobs.ts";
import { resolveOrThrow } from "../../src/simulation/index.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { BUILT, run } from "../support/cli-process.ts";
import { answering } from "../support/cli-runner.ts";

inScratchFolder();

/** A council that has to save from its first April on, small enough to run in no time. */
const POOR = [
  "format: 1",
  "title: A council that has to save",
  "start: 2014-01-06",
  "weeks: 90",
  "burnInWeeks: 2",
  "set: { size.scale: 0.05, council.grantChange: 0.9 }",
  "",
].join("\n");
beforeEach(() => writeFileSync("poor.yaml", POOR));

interface Figure {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly each: readonly number[];
}
interface Data {
  readonly found: string;
  readonly seeds: readonly string[];
  readonly columns: readonly Readonly<Record<"table" | "key" | "label" | "unit" | "sentence", string>>[];
  readonly measures: readonly {
    readonly measure: string;
    readonly sentence: string;
    readonly seeds: readonly string[];
    readonly figures: Readonly<Record<string, Figure>>;
  }[];
}
const dataOf = async (words: readonly string[]): Promise<Data> =>
  (await callJson(["savings", ...words])) as unknown as Data;

const BORNE = SAVINGS_TABLES[1].columns.map(({ key }) => key);

describe("for programs", () => {
  it("is one object: each measure with every column, and what it was over each seed", async () => {
    const { measures, columns, seeds, found } = await dataOf(["poor.yaml", "--seeds", "1-2"]);
    expect(found).toMatch(/^Each measure alone is switched off and the rest of the plan held/);
    expect(measures.map(({ measure }) => measure)).toContain("fee restraint");
    expect(measures.at(-1)?.measure).toBe("the whole plan");
    expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(["kept.reserves", "beside.nhs", "borne.nhs"]));
    for (const column of columns) for (const text of Object.values(column)) expect(text).toMatch(/\S/);
    for (const { sentence, figures, seeds: own } of measures) {
      expect(sentence).toMatch(/\.$/);
      expect(seeds).toEqual(expect.arrayContaining([...own]));
      expect(new Set(Object.keys(figures))).toEqual(new Set(columns.map(({ key }) => key)));
      for (const { mean, low, high, each } of Object.values(figures)) {
        expect(each).toHaveLength(own.length);
        if (own.length === 1) expect([low, high]).toEqual([null, null]);
        else expect(Number(low) <= mean && mean <= Number(high)).toBe(true);
      }
    }
  });

  it("has columns of bearers, and of keepers, that sum to what was realised in each seed", async () => {
    const { measures } = await dataOf(["poor.yaml", "--seeds", "1-2"]);
    const sum = (figures: Readonly<Record<string, Figure>>, keys: readonly string[], seed: number): number =>
      keys.reduce((all, key) => all + figures[key].each[seed], 0);
    for (const { figures, seeds } of measures) {
      for (const seed of seeds.keys()) {
        const realised = figures["realised"].each[seed];
        expect(sum(figures, BORNE, seed)).toBeCloseTo(realised, 8);
        expect(sum(figures, ["kept.reserves", "kept.taxpayers"], seed)).toBeCloseTo(realised, 8);
      }
    }
  });

  it("is what the same runs give one after the other", async () => {
    const { scenario } = resolveOrThrow({
      entry: { name: "poor.yaml", text: POOR },
      lookup: () => ({ ok: false, message: "" }),
    });
    const [account] = savingsOf(scenario, ["2"], { causes: ["fee restraint"] });
    const { measures } = await dataOf(["poor.yaml", "--seeds", "2"]);
    expect(measures[0].figures["realised"].each).toEqual([account.realised / 1e8]);
  });

  it("takes a council in place of the scenario's own", async () => {
    const [own, other] = await Promise.all([
      dataOf(["poor.yaml", "--seeds", "1"]),
      dataOf(["poor.yaml", "--seeds", "1", "--council", "inner-city"]),
    ]);
    expect(other).toMatchObject({ council: "inner-city" });
    expect(other.measures[0].figures["expected"]).not.toEqual(own.measures[0].figures["expected"]);
  });

  it("is the same with one worker or two, from the built command", async () => {
    const words = ["savings", "poor.yaml", "--seeds", "1-2", "--json"];
    const [one, two] = await Promise.all(["1", "2"].map((workers) => run(BUILT, [...words, "--workers", workers])));
    expect(one).toMatchObject({ code: 0, err: "" });
    expect(two.out).toBe(one.out);
  });
});

describe("for people", () => {
  it("is three tables with a range under each figure, and a sentence of how it is found", async () => {
    const { code, out, err } = await call(["savings", "poor.yaml", "--seeds", "1-3"]);
    expect([code, err]).toEqual([0, ""]);
    const text = out.replaceAll(/\s+/g, " ");
    expect(text).toContain("Each measure alone is switched off and the rest of the plan held as it was");
    for (const { title } of SAVINGS_TABLES) expect(text).toContain(title);
    expect(out).toMatch(/\n {2}fee restraint +[\d.,−]+.*\n +± [\d.]+/);
    expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(125);
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it("says of one seed that there is no range", async () => {
    const { out } = await call(["savings", "poor.yaml", "--seeds", "1"]);
    expect(out).toContain("One seed: no range can be given.");
    expect(out).not.toMatch(/NaN|±/);
  });

  it("says of a council without a gap that it took no measure", async () => {
    const words = ["savings", "poor.yaml", "--seeds", "1", "--set", "council.grantChange=3"];
    const { code, out } = await call([...words, "--set", "framework.gapEffect=0"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/The council took no measure/)]);
  });
});

describe("what makes no sense", () => {
  it.each([
    [["none.yaml"], 2, "error: scenario none.yaml has a problem\n"],
    [[], 2, "error: a word is missing: caremarket savings <scenario>\n"],
    [["poor.yaml", "--council", "nowhere"], 2, "error: option --council has a problem\n"],
    [["poor.yaml", "--rest", "some"], 2, 'error: --rest "some" is not one of: held, answers\n'],
    [["poor.yaml", "--set", "size.scale=900"], 3, "error: each worker would need about "],
  ])("is refused: %j", async (words, code, message) => {
    const found = await call(["savings", ...words]);
    expect([found.code, found.out]).toEqual([code, ""]);
    expect(found.err.startsWith(message)).toBe(true);
  });

  it("ends the command when a run fails, with its seed", async () => {
    const pool = answering(async (job) => {
      if (job.seed === "2" && (job as SavingsJob).plan !== undefined) throw new TypeError("planted");
      return (await perform(job)).value;
    });
    const { code, out, err } = await call(["savings", "poor.yaml", "--seeds", "1-2"], { pool });
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain("error: the run of seed 2 failed\n");
  });
});
