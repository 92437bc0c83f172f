import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leaves, reasonOf } from "../../src/model/levers/index.ts";
import { measures } from "../../src/model/measures/index.ts";
import { scenarioJsonSchema, simulate } from "../../src/simulation/index.ts";
import { fakeRunner } from "../support/cli-runner.ts";
import { call, callJson, inScratchFolder, TINY } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { shell } from "../support/cli-process.ts";

const folder = inScratchFolder();
const NAMES = [
  "run",
  "sweep",
  "worker",
  "status",
  "verify",
  "extend",
  "merge",
  "query",
  "sensitivity",
  "validate",
  "savings",
  "explain",
  "check",
  "compare",
  "seeds",
  "scenarios",
  "levers",
  "measures",
  "report",
  "reproduce",
  "bundle",
  "schema",
];

describe("help", () => {
  it.each(NAMES)("of %s has a description, examples and the exit codes", async (name) => {
    for (const words of [
      [name, "--help"],
      ["help", name],
      [name, "-h"],
    ]) {
      const { code, out, err } = await call(words);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(new RegExp(`^caremarket ${name}`));
      expect(out).toContain(`  caremarket ${name}`);
      expect(out).toContain("Exit codes:\n    0  done");
    }
  });

  it("lists every command, with examples", async () => {
    const { out } = await call(["--help"]);
    for (const name of NAMES) expect(out).toContain(`caremarket ${name}`);
    expect(out).toContain("caremarket run baseline --seeds 1-20");
  });

  it("names the version of the engine", async () => {
    const { out } = await call(["--version"]);
    expect(out).toMatch(/^caremarket \d+\.\d+\.\d+ \(engine \d+\.\d+\.\d+\+\w+\)\n$/);
    expect((await call(["run", "--version"])).out).toBe(out);
  });
});

describe("levers", () => {
  it("lists every leaf with all that a program needs", async () => {
    const { out } = await call(["levers", "--json"]);
    const entries = JSON.parse(out) as Record<string, unknown>[];
    expect(entries.map(({ path }) => path)).toEqual(leaves.map(({ path }) => path));
    for (const entry of entries) {
      const { kind, label, unit, sentence, evidence, choices, min, max, firstOrder } = entry;
      expect(["policy", "world", "behaviour", "size"]).toContain(kind);
      for (const text of [label, unit, sentence, evidence]) expect(text).toMatch(/\S/);
      expect(firstOrder).toBeDefined();
      if (unit === "choice") expect(choices).toBeInstanceOf(Array);
      else expect([typeof min, typeof max]).toEqual(["number", "number"]);
    }
  });

  it("gives dated defaults as lists, others as values", async () => {
    const entries = JSON.parse((await call(["levers", "wages.floor", "--json"])).out) as Record<string, unknown>[];
    expect(entries[0]["default"]).toContainEqual({ from: "2016-04-01", value: 7.2 });
    const scale = JSON.parse((await call(["levers", "size.scale", "--json"])).out) as Record<string, unknown>[];
    expect(scale[0]["default"]).toBe(1);
  });

  it("can be narrowed to a kind and a word, and read by people", async () => {
    const policy = leaves.filter(({ kind }) => kind === "policy").map(({ path }) => path);
    const { out } = await call(["levers", "--kind", "policy"]);
    for (const path of policy) expect(out).toContain(path);
    expect(out).not.toContain("size.scale");
    expect((await call(["levers", "WAGE"])).out).toContain("wages.floor");
  });
});

describe("one lever", () => {
  it("is told whole: meaning, range, evidence, and every dated default", async () => {
    const { out } = await call(["levers", "council.precept"]);
    const leaf = leaves.find(({ path }) => path === "council.precept");
    expect(out.replace(/\s+/g, " ")).toContain(`council.precept: ${leaf?.label} ${leaf?.sentence} Kind policy`);
    expect(out).toContain(`Evidence: ${leaf === undefined ? "" : reasonOf(leaf)}\n`);
    expect(out).toMatch(/Allowed +0 to 0\.2\n/);
    const dates = [
      "0 from the beginning",
      "0.02 from 1 April 2016",
      "0.03 from 1 April 2017",
      "0.01 from 1 April 2019",
    ];
    for (const each of dates) expect(out).toContain(`  ${each}\n`);
    expect((await call(["levers", "directPayment.rateShare"])).out.match(/Evidence: /g)).toHaveLength(4);
  });

  it("shows in the list all that its default has been, not its first and last value", async () => {
    const { out } = await call(["levers", "precept"]);
    expect(out).toMatch(/ {2}council\.precept +0 to 0\.03 by date +\(0 to 0\.2\)/);
  });
});

describe("scenarios", () => {
  it("lists every scenario, sweep and council that is shipped, with where it lies", async () => {
    const all = JSON.parse((await call(["scenarios", "--json"])).out) as Record<string, string>[];
    for (const kind of ["scenario", "sweep", "council"]) {
      expect(all.filter((each) => each["kind"] === kind).length).toBeGreaterThan(4);
    }
    for (const { name, kind, title, source, path } of all) {
      expect(readFileSync(path, "utf8")).toContain("format: 1");
      for (const text of [name, title, source]) expect(`${kind} ${name}: ${text}`).toMatch(/: \S/);
    }
    const shown = (await call(["scenarios"])).out;
    for (const { name } of all) expect(shown).toContain(`  ${name}`);
    const few = await call(["scenarios", "precept", "--kind", "sweep", "--json"]);
    expect((JSON.parse(few.out) as { name: string }[]).map(({ name }) => name)).toContain("precept-point");
    const none = await call(["scenarios", "basline"]);
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain('Did you mean "baseline"?');
  });
});

describe("measures", () => {
  it("lists every measure with all that a program needs", async () => {
    const entries = JSON.parse((await call(["measures", "--json"])).out) as Record<string, unknown>[];
    expect(entries.map(({ key }) => key)).toEqual(measures.map(({ key }) => key));
    for (const { label, unit, sentence } of entries) {
      for (const text of [label, unit, sentence]) expect(text).toMatch(/\S/);
    }
    const headlines = await call(["measures", "--headline"]);
    expect(headlines.out.trim().split("\n")).toHaveLength(measures.filter(({ headline }) => headline).length);
  });

  it("tells of one, named by its key, what is counted and what a year of it is", async () => {
    const { out } = await call(["measures", "providers.entries"]);
    const rows = ["Unit           agencies", "A year is the  sum of the weeks, scaled to 365.25 days"];
    expect(out).toBe(`${["providers.entries: New agencies", "Agencies that opened.", ...rows].join("\n  ")}\n`);
  });
});

describe("run", () => {
  it("prints one object for programs and writes nothing unless told where", async () => {
    const found = await callJson(["run", "tiny.yaml", "--seeds", "1-2"]);
    expect(namesIn(folder())).toEqual(["tiny.yaml"]);
    expect(found).toMatchObject({ scenario: "tiny", seeds: ["1", "2"], weeks: 60 });
    const digests = found["digests"] as Record<string, string>;
    expect(Object.keys(digests)).toEqual(["1", "2"]);
    for (const digest of [...Object.values(digests), found["digest"]]) expect(digest).toMatch(/^[0-9a-f]{32}$/);
    const summary = found["summary"] as Record<string, Record<string, unknown>>;
    expect(Object.keys(summary).sort()).toEqual(measures.map(({ key }) => key).sort());
    for (const { key, label, unit, yearly } of measures) {
      const row = summary[key];
      expect(row).toMatchObject({ label, unit });
      expect(row["basis"]).toBe(yearly === "sum" ? "mean of a year of 365.25 days, 2010-11 to 2011-12" : "in 2011-12");
      const { p5, median, p95 } = row as { p5: number | null; median: number | null; p95: number | null };
      if (median === null || p5 === null || p95 === null) expect([p5, median, p95]).toEqual([null, null, null]);
      else expect(p5 <= median && median <= p95).toBe(true);
    }
  });

  it("takes no results away unasked, also when quiet: exit code 2, and --force does it", async () => {
    expect((await call(["run", "tiny.yaml", "--seeds", "1-2", "--out", "mine"])).code).toBe(0);
    const before = fingerprint("mine");
    for (const words of [
      ["--seed", "1"],
      ["--seeds", "1-2", "--set", "wages.floor=9"],
    ]) {
      const line = ["run", "tiny.yaml", ...words, "--out", "mine"];
      const { code, out, err } = await call([...line, "-q"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^error: .*mine holds (this scenario with seeds 1,2|results of another scenario, tiny)/);
      expect(err).toMatch(/ {2}Choose another folder with --out, or replace what is there with --force\.\n$/);
      expect(fingerprint("mine")).toEqual(before);
    }
    expect((await call(["run", "tiny.yaml", "--seeds", "1-3", "--out", "mine"])).err).toContain(
      "Replacing seeds 1,2 by 1-3.",
    );
    const forced = await call(["run", "tiny.yaml", "--seed", "1", "--out", "mine", "--force"]);
    expect([forced.code, forced.err.split("\n")[0]]).toEqual([0, "Replacing seeds 1-3 by 1."]);
  });

  it("depends on its seeds alone, not on their order or company", async () => {
    const both = (await callJson(["run", "tiny.yaml", "--seeds", "2,1"]))["digests"] as Record<string, string>;
    const one = (await callJson(["run", "tiny.yaml", "--seed", "1"]))["digests"] as Record<string, string>;
    expect(both["1"]).toBe(one["1"]);
    expect(both["2"]).not.toBe(one["1"]);
  });

  it("writes results for people, says where, and reads well", async () => {
    const { code, out, err } = await call(["run", "tiny.yaml"]);
    expect(code).toBe(0);
    const [name] = namesIn(join(folder(), "output"));
    expect(name).toMatch(/^tiny-[0-9a-f]{8}$/);
    expect(out).toMatch(/^tiny: A tiny market\n60 weeks, 2 runs \(seeds 1,2\)\n/);
    for (const title of ["What failed", "What people topped up", "How outcomes drifted"]) {
      expect(out).toContain(`\n${title}\n`);
    }
    expect(out).toContain(
      "Fewer than 20 runs: read the ranges with care.\nRanges show run-to-run variation only. This is not a forecast.\n",
    );
    expect(out).toContain(`\nReport    output/${name}/report.html\nResults   output/${name}\n`);
    expect(out).toContain(" Levels are those of the last financial year, 2011-12.\n");
    expect(out).toMatch(/ {2}Packages handed back .* packages a year, mean of 2010-11 to 2011-12\n/);
    expect(out).toMatch(/ {2}Share topping up .*% .* of holders who buy from agencies /);
    expect(out).toMatch(/ {2}Mean top-up .* a week( |\n)/);
    expect(out).not.toMatch(/NaN|undefined|null|a year a year/);
    expect(err).toBe(`Check that it reproduces: caremarket reproduce output/${name}\n`);
    expect((await call(["run", "tiny.yaml", "--quiet"])).err).toBe("");
  });

  it("says with --json where it wrote", async () => {
    const found = await callJson(["run", "tiny.yaml", "--seed", "1", "--out", "mine"]);
    expect(found["results"]).toBe(join(folder(), "mine"));
    expect(found["reused"]).toBe(false);
    expect(existsSync("mine/report.html")).toBe(true);
  });

  it("notes in the manifest the line that makes it again", async () => {
    await call([
      "run",
      "tiny.yaml",
      "--set",
      "wages.floor@2010-10-04=7",
      "--weeks",
      "40",
      "--seeds",
      "2,1",
      "--out",
      "a",
    ]);
    const manifest = JSON.parse(readFileSync("a/manifest.json", "utf8")) as { command: string; origins: unknown };
    expect(manifest.command).toBe("caremarket run tiny.yaml --set wages.floor@2010-10-04=7 --weeks 40 --seeds 1,2");
    expect(manifest.origins).toMatchObject({
      "size.scale": "tiny.yaml:8",
      "wages.floor": "--set wages.floor@2010-10-04=7",
    });
    const [, ...words] = manifest.command.split(" ");
    await call([...words, "--out", "b"]);
    expect(fingerprint("b")).toEqual(fingerprint("a"));
  });

  it("is refused over its limits, with the numbers and the words that lift them", async () => {
    const memory = await call(["run", "tiny.yaml", "--set", "size.scale=900"]);
    expect(memory.code).toBe(3);
    expect(memory.err).toMatch(
      /^error: each worker would need about \d+\.\d GiB; the limit is 2\.0 GiB\n {2}It would hold about [\d,]+ people over time\.\n {2}To allow it: --limit-memory \d+GiB\n$/,
    );
    const time = await call(["run", "tiny.yaml", "--limit-time", "1s", "--seeds", "1-1000"]);
    expect(time.code).toBe(3);
    expect(time.err).toMatch(/^error: the run would take about .*; the limit is 1 s\n/);
    expect(namesIn(folder())).toEqual(["tiny.yaml"]);
  });

  it("says where the time went when asked", async () => {
    const found = await callJson(["run", "tiny.yaml", "--seed", "1", "--timings"]);
    expect(found["timings"]).toMatchObject({ unit: "milliseconds" });
    expect((await call(["run", "tiny.yaml", "--seed", "1", "--timings"])).err).toMatch(
      /Stages\n {2}start-up +\d+ ms\n/,
    );
  });
});

describe("check", () => {
  it("finds nothing wrong with a good file, and everything wrong with others, at once", async () => {
    writeFileSync("bad.yaml", "format: 1\nset:\n  wages.flor: £8\nweeks: 0\n");
    const good = await call(["check", "tiny.yaml"]);
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toMatch(/^tiny\.yaml: no problems \(scenario [0-9a-f]{8}\)\n$/);
    const both = await call(["check", "tiny.yaml", "bad.yaml", "none.yaml"]);
    expect(both.code).toBe(2);
    expect(both.out).toContain("tiny.yaml: no problems");
    expect(both.err).toBe(
      [
        "error: 3 problems in 2 files",
        '  bad.yaml:3:3 error set.wages.flor: is not a lever; found "wages.flor"; did you mean "wages.floor"?',
        "  bad.yaml:4:8 error weeks: is below 1; found 0; allowed: a whole number from 1 to 2600",
        "  none.yaml error there is no such file",
        "",
      ].join("\n"),
    );
    const json = JSON.parse((await call(["check", "tiny.yaml", "bad.yaml", "--json"])).out) as {
      problems: unknown[];
    }[];
    expect(json.map(({ problems }) => problems.length)).toEqual([0, 2]);
  });

  it("checks sweeps as sweeps, by file and by name", async () => {
    const lever = "  - { name: fee, lever: framework.feePassThrough, values: [0, 1] }\n";
    const text = `format: 1\nname: small\nscenario: tiny\nquestion: Do fees matter?\naxes:\n${lever}seeds: 1-2\n`;
    writeFileSync("good.yaml", text);
    writeFileSync("bad.yaml", text.replace("feePassThrough", "feePasThrough"));
    const good = await call(["check", "good.yaml", "precept-point"]);
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toMatch(
      /^good\.yaml: no problems \(2 arms, sweep [0-9a-f]{8}\)\nprecept-point: no problems \(2 arms, /,
    );
    const bad = await call(["check", "bad.yaml"]);
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('is not a lever; found "framework.feePasThrough"; did you mean');
    expect(bad.err).not.toContain("axes: is not a key");
    const set = await call(["check", "good.yaml", "--set", "wages.floor=7"]);
    expect([set.code, set.err]).toEqual([2, expect.stringContaining("--set goes with a scenario")]);
  });

  it("tells a limit from a mistake", async () => {
    writeFileSync("large.yaml", `format: 1\nnotes: "${"x".repeat(1_100_000)}"\n`);
    expect((await call(["check", "large.yaml"])).code).toBe(3);
  });
});

describe("compare", () => {
  it("finds a scenario identical to itself", async () => {
    const { code, out } = await call(["compare", "tiny.yaml", "tiny.yaml"]);
    expect(code).toBe(0);
    expect(out).toMatch(/No parameter differs\.\n\nThe runs are identical: digest [0-9a-f]{32}\.\n$/);
  });

  it("lists every difference with who set it, and the first Monday on which it shows", async () => {
    writeFileSync(
      "other.yaml",
      "format: 1\nextends: tiny\nchanges:\n  - from: 2010-10-04\n    set: { wages.floor: 9 }\n",
    );
    const { out } = await call(["compare", "tiny.yaml", "other.yaml", "--seed", "7"]);
    expect(out).toContain(
      "seed 7\n\n1 parameter differs, and no others:\n  wages.floor  (Legal wage floor, GBP per hour)\n",
    );
    expect(out).toContain("    from 2010-10-04  5.93 -> 9\n");
    expect(out).toContain("    set by: default -> other.yaml:5\n");
    expect(out).toContain("The runs first differ in week 26, which starts on 2010-10-04.\n");
    expect(out).toMatch(/\n {2}wages\.floor +5\.93 -> 9\n/);
    const found = await callJson(["compare", "tiny.yaml", "other.yaml"]);
    expect(found).toMatchObject({
      identical: false,
      parameters: [{ path: "wages.floor", origins: { a: "default", b: "other.yaml:5" } }],
      firstDifference: { week: 26, monday: "2010-10-04" },
    });
  });
});

describe("report", () => {
  it("draws the same page again from the tables alone", async () => {
    await call(["run", "tiny.yaml", "--out", "results"]);
    const before = fingerprint("results");
    rmSync("results/report.html");
    const pool = fakeRunner(() => {
      throw new Error("it ran the engine");
    });
    expect(await call(["report", "results"], { pool })).toMatchObject({ code: 0, out: "results/report.html\n" });
    expect(fingerprint("results")).toEqual(before);
    expect(await callJson(["report", "results"])).toEqual({
      report: "results/report.html",
      changed: false,
      citation: expect.stringMatching(/^caremarket contributors/),
    });
    await call(["report", "results", "--out", "copy.html"]);
    expect(readFileSync("copy.html", "utf8")).toBe(readFileSync("results/report.html", "utf8"));
  });

  it("is drawn over a page of ours, and over nothing else: no file of somebody's, no results", async () => {
    await call(["run", "tiny.yaml", "--out", "results"]);
    await call(["run", "tiny.yaml", "--out", "others", "--seed", "3"]);
    writeFileSync("notes.html", "<p>mine</p>");
    mkdirSync("folder");
    const before = [fingerprint("results"), fingerprint("others")];
    const places = ["tiny.yaml", "notes.html", "others/report.html", "folder"];
    for (const out of [...places, "results/manifest.json", "results/briefing.html"]) {
      const { code, err } = await call(["report", "results", "--out", out]);
      expect([out, code]).toEqual([out, 2]);
      expect(err).toMatch(/(is there already, and is no page|is a folder|would lie in)[\s\S]*Nothing was changed\./);
    }
    expect(readFileSync("tiny.yaml", "utf8")).toBe(TINY);
    expect([fingerprint("results"), fingerprint("others")]).toEqual(before);
    for (const out of ["copy.html", "copy.html", "results/report.html"]) {
      const { code, err } = await call(["report", "results", "--out", out]);
      expect([code, err.includes("same as before")]).toEqual([0, false]);
    }
    expect(fingerprint("results")).toEqual(before[0]);
  });

  it("of a sweep is drawn over nothing else either", async () => {
    const axis = "axes: [{ name: fee, lever: framework.feePassThrough, values: [1] }]";
    writeFileSync("one.yaml", `format: 1\nname: one\nscenario: tiny\n${axis}\nseeds: 1\n`);
    await call(["sweep", "one.yaml", "--out", "results"]);
    const before = fingerprint("results");
    for (const out of ["tiny.yaml", "results/design.json", "results/summary.json"]) {
      expect([out, (await call(["report", "results", "--out", out])).code]).toEqual([out, 2]);
    }
    expect([readFileSync("tiny.yaml", "utf8"), fingerprint("results")]).toEqual([TINY, before]);
  });

  it("is not drawn from a damaged table", async () => {
    await call(["run", "tiny.yaml", "--out", "results"]);
    writeFileSync("results/yearly.parquet", "cut");
    const { code, err } = await call(["report", "results"]);
    expect(code).toBe(5);
    expect(err).toMatch(/^error: results is damaged\n {2}yearly\.parquet has 3 bytes instead of \d+\n$/);
  });
});

describe("reproduce", () => {
  it("finds results identical, wherever they lie", async () => {
    await call(["run", "tiny.yaml", "--out", "results"]);
    cpSync("results", "elsewhere", { recursive: true });
    rmSync("tiny.yaml");
    const { code, out, err } = await call(["reproduce", "elsewhere"]);
    expect([code, out]).toEqual([0, "identical\n"]);
    expect(err).toMatch(/^2 runs and 7 files, digest [0-9a-f]{32}\.\n$/);
    expect(await callJson(["reproduce", "results/report.html"])).toMatchObject({ identical: true, seeds: 2 });
  });

  it.each(["weekly.parquet", "yearly.parquet", "events.parquet", "people.parquet", "summary.json", "report.html"])(
    "names %s when one of its bytes was changed",
    async (file) => {
      await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
      const bytes = readFileSync(`results/${file}`);
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(`results/${file}`, bytes);
      expect(await call(["reproduce", "results"])).toMatchObject({
        code: 5,
        out: "",
        err: `error: results is damaged\n  ${file} has been changed (checksum)\n`,
      });
    },
  );

  it("names every damaged file", async () => {
    await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    rmSync("results/people.parquet");
    writeFileSync("results/weekly.parquet", "");
    const { err } = await call(["reproduce", "results"]);
    expect(err).toContain("people.parquet is missing\n");
    expect(err).toMatch(/weekly\.parquet has 0 bytes instead of \d+\n/);
  });

  it.each([
    ["a digest", /"1": "[0-9a-f]/, '"1": "g', "its digest is not that of its runs"],
    ["the scenario", /"value": 5.8\b/, '"value": 5.9', "its scenario does not have the hash it names"],
  ])("finds a manifest in which %s was edited", async (_, sought, put, words) => {
    await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    const text = readFileSync("results/manifest.json", "utf8");
    writeFileSync("results/manifest.json", text.replace(sought, put));
    expect(await call(["reproduce", "results"])).toMatchObject({
      code: 5,
      err: `error: results does not reproduce: manifest.json: ${words}\n`,
    });
  });

  it("names both engines where they differ, and compares all the same when told to", async () => {
    await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    const text = readFileSync("results/manifest.json", "utf8");
    writeFileSync("results/manifest.json", text.replace("+source", "+12345678"));
    const refused = await call(["reproduce", "results"]);
    expect(refused.code).toBe(5);
    expect(refused.err).toContain("error: results was made by engine 0.1.0+12345678; this is engine 0.1.0+source\n");
    const compared = await call(["reproduce", "results", "--any-engine"]);
    expect(compared.code).toBe(5);
    expect(compared.err).toContain("ro-crate-metadata.json: comes out with other bytes");
  });

  it("finds the first seed whose run comes out otherwise", async () => {
    await call(["run", "tiny.yaml", "--out", "results"]);
    const other = fakeRunner((seed, { scenario }) => {
      const result = simulate(scenario, seed === "2" ? "3" : seed);
      return { ...result, seed };
    });
    const { code, err } = await call(["reproduce", "results"], { pool: other });
    expect(code).toBe(5);
    expect(err).toMatch(
      /^error: results does not reproduce: manifest\.json: seed 2 has digest [0-9a-f]{32} there and [0-9a-f]{32} here\n$/,
    );
  });
});

describe("schema", () => {
  it("writes what editors check against", async () => {
    mkdirSync("scenarios");
    await call(["schema"]);
    const expected: unknown = JSON.parse(JSON.stringify(scenarioJsonSchema()));
    expect(JSON.parse(readFileSync("scenarios/schema.json", "utf8"))).toEqual(expected);
    expect(JSON.parse((await call(["schema", "--json"])).out)).toEqual(expected);
  });
});

describe("schema with a file", () => {
  it("replaces a schema of ours, and nothing else", async () => {
    await call(["schema", "s.json"]);
    expect((await call(["schema", "s.json", "--sweep"])).code).toBe(0);
    const text = readFileSync("s.json", "utf8");
    expect((await call(["schema", "s.json", "--sweep"])).err).toBe("s.json is up to date.\n");
    writeFileSync("package.json", '{ "name": "mine" }');
    mkdirSync("folder");
    for (const [file, why] of [
      ["tiny.yaml", "is there already, and is no schema"],
      ["package.json", "is there already, and is no schema"],
      ["folder", "is a folder"],
    ]) {
      const { code, err } = await call(["schema", file]);
      expect([code, err]).toEqual([2, expect.stringContaining(`error: ${file} ${why}`)]);
    }
    expect(readFileSync("tiny.yaml", "utf8")).toBe(TINY);
    expect(readFileSync("s.json", "utf8")).toBe(text);
  });

  it.runIf(process.platform !== "win32")("is there whole or not at all", async () => {
    const { code } = await shell("ulimit -f 8; $CAREMARKET schema cut.json");
    expect([code, existsSync("cut.json"), existsSync("cut.json.new")]).toEqual([7, false, false]);
  });
});

describe("the schema that is shipped", () => {
  it("is that of this version: every build writes it", () => {
    const shipped = readFileSync(new URL("../../scenarios/schema.json", import.meta.url), "utf8");
    const current: unknown = JSON.parse(JSON.stringify(scenarioJsonSchema()));
    expect(JSON.parse(shipped), "levers changed since the last build: npm run build").toEqual(current);
  });
});

describe("a tiny scenario", () => {
  it("is what the tests think it is", async () => {
    expect(TINY).toContain("extends: baseline");
    expect((await callJson(["run", "tiny.yaml", "--seed", "1"]))["weeks"]).toBe(60);
  });
});
