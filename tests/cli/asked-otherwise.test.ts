/** A person asks for something in other words than the command's own, or compares what is not alike. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

describe("explain", { timeout: 60_000 }, () => {
  it.each([
    ["topped-up", 'Did you mean "person:topped-up"?'],
    ["handed-back", 'Did you mean "provider:handed-back" or "person:handed-back"?'],
    ["person 5", 'Did you mean "person:5"?'],
    ["agency 7", 'Did you mean "provider:7"?'],
  ])("of %s", async (agent, meant) => {
    expect((await call(["explain", "tiny.yaml", "--agent", agent])).err).toContain(meant);
  });

  it("in a week that is written as a day is in England", async () => {
    const { err } = await call(["explain", "tiny.yaml", "--agent", "provider", "--week", "1/4/2010"]);
    expect(err).toContain("\n  Write 2010-04-01.");
  });
});

describe("compare", { timeout: 60_000 }, () => {
  const WARNING = "the two are not one council: they differ in size.scale.";

  it("warns where the second council has another size, and says what --set does", async () => {
    const words = ["compare", "tiny.yaml", "tiny.yaml", "--seed", "1"];
    expect((await call(words)).err).not.toContain(WARNING);
    const { err } = await call([...words, "--set", "size.scale=0.05"]);
    expect(err).toContain(WARNING);
    expect(err).toContain("--set changes the second scenario alone, --set-both changes both.");
    writeFileSync("larger.yaml", "format: 1\nname: larger\nextends: tiny\nset: { size.scale: 0.05 }\n");
    const files = (await call(["compare", "tiny.yaml", "larger.yaml", "--seed", "1"])).err;
    expect(files).toContain(WARNING);
    expect(files).not.toContain("--set");
  });

  it("changes both with --set-both, says so wherever the two are named, and refuses it of what was run already", async () => {
    writeFileSync("held.yaml", "format: 1\nname: held\nextends: tiny\nset: { framework.feePassThrough: 0 }\n");
    const words = ["compare", "tiny.yaml", "held.yaml", "--set-both", "size.scale=0.03", "--set", "wages.floor=9"];
    const brief = await call(words);
    expect(brief.err).not.toContain("not one council");
    expect(brief.out).toContain("\nIn both: size.scale=0.03\n\n2 parameters differ, and no others:\n");
    const both = await callJson([...words, "--seeds", "1,2", "--out", "apart"]);
    expect(both["command"]).toBe(`caremarket ${words.join(" ")} --seeds 1,2 --out apart`);
    expect(readFileSync("apart/comparison.html", "utf8")).toContain(
      "held with size.scale=0.03, wages.floor=9 compared with “A tiny market with size.scale=0.03”",
    );
    const [a, b] = ["tiny", "held"].map((name) => [
      "run",
      `${name}.yaml`,
      "--seeds",
      "1-2",
      "--set",
      "size.scale=0.03",
    ]);
    await call([...a, "--out", "a"]);
    await call([...b, "--set", "wages.floor=9", "--out", "b"]);
    expect((await callJson(["compare", "a", "b"]))["digest"]).toBe(both["digest"]);
    const refused = await call(["compare", "a", "held.yaml", "--set-both", "size.scale=0.03"]);
    expect(refused.err).toContain("error: --set-both changes a scenario, and a is a results folder");
  });

  it("says so on the page too, before any figure, and that runs differ from the first week", async () => {
    writeFileSync("larger.yaml", "format: 1\nname: larger\nextends: tiny\nset: { size.scale: 0.05 }\n");
    await call(["compare", "tiny.yaml", "larger.yaml", "--seeds", "1-2", "--out", "compared"]);
    const page = readFileSync("compared/comparison.html", "utf8");
    expect(page.indexOf("Two councils, not one.")).toBeGreaterThan(0);
    expect(page.indexOf("Two councils, not one.")).toBeLessThan(page.indexOf('class="lede"'));
    expect(page).toContain("The first seed’s runs differ from their first week on.");
  });
});

describe("query --out", { timeout: 60_000 }, () => {
  it("writes the CSV for a spreadsheet, and over nothing but such a table", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    const ask = (...more: string[]) => call(["query", "results", "select seed, year from yearly", ...more]);
    const printed = (await ask("--csv")).out;
    expect((await ask("--out", "years.csv")).out).toBe("years.csv\n");
    expect(readFileSync("years.csv", "utf8")).toBe(printed);
    expect((await ask("--out", "years.csv")).code).toBe(0);
    expect((await ask("--out", "tiny.yaml")).err).toContain("tiny.yaml is there already, and is no table of ours");
    expect((await ask("--out", "results/years.csv")).err).toContain("would lie in the results that are asked");
    expect((await ask("--out", "years.csv", "--json")).code).toBe(2);
    expect(existsSync("results/years.csv")).toBe(false);
  });
});

describe("a dated change that drops the later steps of its lever", { timeout: 60_000 }, () => {
  const WARNING = "council.grant: stays £50m from 2010-10-01 to the end: the step that was to come on 2011-04-01 (";
  const change = "changes: [{ from: 2010-10-01, set: { council.grant: 50 } }]\n";

  it.each([
    [["check", "grant.yaml"]],
    [["run", "grant.yaml", "--seed", "1", "--json"]],
    [["compare", "tiny.yaml", "grant.yaml"]],
    [["compare", "grant.yaml", "grant.yaml", "--set", "framework.feePassThrough=1"]],
    [["explain", "grant.yaml", "--list"]],
    [["check", "grants.yaml"]],
    [["sweep", "grants.yaml"]],
  ])("is told of by %j", async (words) => {
    writeFileSync("grant.yaml", `format: 1\nname: grant\nextends: tiny\n${change}`);
    const axis = "name: fee, lever: framework.feePassThrough, values: [0, 1]";
    writeFileSync("grants.yaml", `format: 1\nname: grants\nscenario: tiny\n${change}axes: [{ ${axis} }]\nseeds: [1]\n`);
    const { code, err } = await call(words);
    expect(code).toBe(0);
    expect(err.split(WARNING)).toHaveLength(2);
  });
});
