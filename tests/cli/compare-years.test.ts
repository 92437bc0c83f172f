/** Which years a comparison is of: those that are asked for, and a word where the policy was over by then. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

/** A freeze of a year, in a run of three. */
const FREEZE = [
  "format: 1",
  "name: freeze",
  "extends: tiny",
  "weeks: 156",
  "changes:",
  "  - from: 2010-10-04",
  "    set: { framework.feePassThrough: 0 }",
  "  - from: 2011-10-03",
  "    set: { framework.feePassThrough: -1 }",
  "",
].join("\n");

const WORDS = ["compare", "tiny.yaml", "freeze.yaml", "--seeds", "1-2", "--weeks", "156", "--no-people"];

/** The same up to the freeze and from its end on. */
const files = (): void => {
  writeFileSync("freeze.yaml", FREEZE);
};

interface Measure {
  readonly basis: string;
  readonly mean: number | null;
}

const measuresOf = (found: Record<string, unknown>): Record<string, Measure> =>
  found["measures"] as Record<string, Measure>;

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);

describe("compare --year", () => {
  it("takes every figure from the year or the span that is asked for, in text, data, table and page", async () => {
    files();
    const one = await callJson([...WORDS, "--year", "2011-12", "--out", "one"]);
    expect(one).toMatchObject({ years: { from: "2011-12", to: "2011-12", asked: true }, ended: null });
    expect(new Set(Object.values(measuresOf(one)).map(({ basis }) => basis))).toEqual(new Set(["in 2011-12"]));
    expect(one["command"]).toContain(" --year 2011-12 ");
    const span = await callJson([...WORDS, "--year", "2010-11..2011-12"]);
    expect(span["years"]).toEqual({ from: "2010-11", to: "2011-12", asked: true });
    const bases = new Set(Object.values(measuresOf(span)).map(({ basis }) => basis));
    expect(bases).toEqual(new Set(["mean of 2010-11 to 2011-12", "in 2011-12"]));
    const { out } = await call([...WORDS, "--year", "2011-12"]);
    expect(out).toContain("What adds up, a year: in 2011-12. Levels: in 2011-12.");
    const page = readFileSync("one/comparison.html", "utf8");
    expect(page).toContain("over the years that were asked for, 2011-12; a level is that of this year");
  });

  it("answers one seed with figures too", async () => {
    files();
    const { out } = await call(["compare", "tiny.yaml", "freeze.yaml", "--weeks", "156", "--year", "2011-12"]);
    expect(out).toContain("Levels: in 2011-12.");
  });

  it("gives every year in the table, beside what stood there", async () => {
    files();
    const found = await callJson([...WORDS, "--out", "table"]);
    const one = await callJson([...WORDS, "--year", "2011-12"]);
    const [, table] = readFileSync("table/comparison.csv", "utf8").split("\r\n\r\n");
    const [names, ...rows] = table.split("\r\n").map(cellsOf);
    expect(names.slice(0, 4)).toEqual(["measure", "label", "unit", "basis"]);
    expect(names.indexOf("variance_reduction")).toBe(names.indexOf("mean_2010-11") - 1);
    const key = "providers.marginPercent";
    const [row] = rows.filter((cells) => cells[0] === key && cells[4] === "1");
    const cell = (name: string): number => Number(row[names.indexOf(name)]);
    expect(cell("difference_mean")).toBeCloseTo(measuresOf(found)[key].mean ?? Number.NaN, 6);
    expect(cell("difference_mean_2012-13")).toBeCloseTo(cell("difference_mean"), 6);
    expect(cell("difference_mean_2011-12")).toBeCloseTo(measuresOf(one)[key].mean ?? Number.NaN, 6);
    expect(cell("difference_mean_2011-12")).not.toBeCloseTo(cell("difference_mean"), 2);
  });

  it.each(["2013-14", "1999-00", "2011-12..2010-11", "2010-11..", "2010-11..2011-12..2012-13", "2011"])(
    "refuses %s before anything is run",
    async (year) => {
      files();
      const { code, err } = await call([...WORDS, "--year", year]);
      expect(code).toBe(2);
      expect(err).toContain(`--year "${year}" is no financial year that both have, nor a span of them`);
      expect(err).toContain("Allowed: 2010-11, 2011-12, 2012-13.");
    },
  );
});

describe("a policy that is over", () => {
  const SAID = "What differs ended on 2 October 2011: levels are of 2012-13, a year later, and what adds up";

  it("is said to be, in text, data and page, with how to ask about its last year", async () => {
    files();
    const { out } = await call([...WORDS, "--out", "over"]);
    expect(out).toContain(`\n${SAID} is a mean that takes in the years since. `);
    expect(out).toContain("To ask about its last year: --year 2011-12\n");
    const data = JSON.parse(readFileSync("over/comparison.json", "utf8")) as Record<string, unknown>;
    expect(data["ended"]).toEqual({ on: "2011-10-02", year: "2011-12", levels: "2012-13", later: 1 });
    expect(data["years"]).toEqual({ from: "2011-12", to: "2012-13", asked: false });
    expect(readFileSync("over/comparison.html", "utf8").replaceAll(/\s+/g, " ")).toContain(SAID);
  });

  it("is not where something differs to the end", async () => {
    files();
    writeFileSync("freeze.yaml", FREEZE.replace("framework.feePassThrough: -1", "framework.feePassThrough: 1"));
    const found = await callJson(WORDS);
    expect(found["ended"]).toBeNull();
    expect((await call(WORDS)).out).not.toContain("What differs ended");
  });
});
