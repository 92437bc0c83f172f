/** A finished sweep stays as it was finished: questions change nothing, and whatever was changed is named. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packCell, unpackCell } from "../../src/node/sweep/cell.ts";
import { cellKey } from "../../src/node/sweep/cell.ts";
import { canonicalJson } from "../../src/node/store/canonical-json.ts";
import { WorkerDied } from "../../src/node/pool.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { answering } from "../support/cli-runner.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { BUILT, run } from "../support/cli-process.ts";
import { cellPaths, sweep, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 60_000 };

/** Two arms over two seeds. */
async function finished(...words: string[]): Promise<void> {
  writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]"));
  await call(["sweep", "small.yaml", "--out", "s", ...words]);
}

const ask = (sql: string) => call(["query", "s", sql, "--json"]);
const STATES = "select status, count(*) as n from runs group by 1 order by 1";

/** Somebody writes there, as far as can be seen; or nobody may. */
const lockedByAnother = (): void =>
  writeFileSync(".s.caremarket-lock", JSON.stringify({ pid: 1, host: "elsewhere", since: "", birth: "" }));

describe("a question about a finished sweep", LONG, () => {
  it("of which a cell is gone or damaged is answered with a warning, and changes nothing", async () => {
    await finished();
    rmSync(cellPaths("s")[0]);
    truncateSync(cellPaths("s")[0], 400);
    const before = fingerprint("s");
    const { code, out, err } = await ask(STATES);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { status: "done", n: 2 },
      { status: "missing", n: 2 },
    ]);
    expect(err).toMatch(
      /warning: s was finished, and 2 of its 4 runs are missing or damaged: arm \d, seed [12]; arm \d, seed [12]\./,
    );
    await ask("select count(*) from weekly");
    expect(fingerprint("s")).toEqual(before);
    expect((await call(["report", "s"])).code).toBe(5);
    expect(fingerprint("s")).toEqual(before);
    const { problems } = (await callJson(["verify", "s"])) as { problems: string[] };
    expect(problems.filter((line) => /arm \d, seed [12]$/.test(line))).toHaveLength(2);
  });

  it("takes no lock, finished or not, and writes the table of weeks only where nobody else writes", async () => {
    // The built engine: one that is run from its sources runs everything again.
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]"));
    await sweep("--out", "s");
    const before = fingerprint("s");
    lockedByAnother();
    expect(JSON.parse((await ask(STATES)).out)).toEqual([{ status: "done", n: 4 }]);
    expect(JSON.parse((await ask("select count(*) as n from weekly")).out)).toEqual([{ n: 240 }]);
    expect((await sweep("--out", "s")).out).toContain("4 there before");
    expect(fingerprint("s")).toEqual(before);
    rmSync("s/summary.json");
    const { out } = await run(BUILT, ["query", "s", STATES, "--json"]);
    expect(JSON.parse(out)).toEqual([{ status: "done", n: 4 }]);
  });

  it("makes a damaged table of weeks anew from the cells, and verify looks at it", async () => {
    await finished();
    await ask("select count(*) from weekly");
    const before = fingerprint("s");
    expect(Object.keys(before)).toContain("weekly.parquet");
    expect((await call(["verify", "s"])).code).toBe(0);
    truncateSync("s/weekly.parquet", 200);
    expect((await call(["verify", "s"])).err).toContain("weekly.parquet is not the file that was written");
    expect(JSON.parse((await ask("select count(*) as n from weekly")).out)).toEqual([{ n: 240 }]);
    expect(fingerprint("s")).toEqual(before);
  });

  it("says that weeks were not kept", async () => {
    await finished("--weekly", "none");
    const { code, err } = await ask("select * from weekly");
    expect([code, err.split("\n")[0]]).toEqual([
      2,
      "error: s keeps no weeks of its runs: it was made with --weekly none",
    ]);
  });
});

describe("verify and reproduce of a sweep", LONG, () => {
  it("name an edited page, label, title or summary", async () => {
    await finished();
    const edit = (file: string, from: string, to: string): void => {
      const text = readFileSync(file, "utf8");
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
    };
    for (const [file, from, to] of [
      ["report.html", "Does it hold?", "Does it fail?"],
      ["design.json", "Does it hold?", "Does it fail?"],
      ["design.json", '"title": "A small sweep"', '"title": "A great sweep"'],
      ["design.json", '"label": "', '"label": "not '],
      ["summary.json", '"runs": 4', '"runs": 5'],
    ] as const) {
      copyFileSync(`s/${file}`, "kept");
      edit(`s/${file}`, from, to);
      const { code, err } = await call(["verify", "s"]);
      expect([file, code]).toEqual([file, 5]);
      expect(err).toContain(file);
      expect((await call(["reproduce", "s"])).code).toBe(5);
      copyFileSync("kept", `s/${file}`);
    }
    const summary = JSON.parse(readFileSync("s/summary.json", "utf8")) as { files: Record<string, unknown> };
    delete summary.files["report.html"];
    writeFileSync("s/summary.json", canonicalJson(summary));
    expect((await call(["verify", "s"])).err).toContain("summary.json does not list report.html");
  });

  it("draw the page again: one that is vouched for and is not of these runs does not reproduce", async () => {
    await finished();
    const { sha256 } = await import("../../src/node/store/checksum.ts");
    const page = readFileSync("s/report.html", "utf8");
    const edited = page.replace("Does it hold?", "Does it fail?");
    writeFileSync("s/report.html", edited);
    const text = readFileSync("s/summary.json", "utf8");
    writeFileSync("s/summary.json", text.replace(sha256(page), sha256(edited)));
    expect((await call(["verify", "s"])).code).toBe(0);
    const { code, err } = await call(["reproduce", "s"]);
    expect(code).toBe(5);
    expect(err).toContain("report.html: comes out with other bytes");
    await call(["report", "s"]);
    expect((await callJson(["reproduce", "s"]))["files"]).toContain("report.html");
  });
});

/** The same runs as another engine would have finished them, as far as can be seen. */
function asOfAnotherEngine(): void {
  const other = "0.0.1+other";
  for (const path of cellPaths("s")) {
    const cell = unpackCell(readFileSync(path), true);
    if (cell === undefined) throw new Error("there is no cell");
    const key = cellKey(cell.scenarioHash, cell.seed, other);
    const { bytes } = packCell({ ...cell, weekDigests: [], mondays: [], people: [] } as never, other, []);
    mkdirSync(`s/cells/${key.slice(0, 2)}`, { recursive: true });
    writeFileSync(`s/cells/${key.slice(0, 2)}/${key}.cell`, bytes);
    rmSync(path);
  }
}

describe("a sweep of another engine", LONG, () => {
  it("that was finished is not replaced unasked; one that was not is told of", async () => {
    await finished();
    asOfAnotherEngine();
    const text = readFileSync("s/summary.json", "utf8");
    writeFileSync("s/summary.json", text.replace(/"engineVersion": "[^"]*"/, '"engineVersion": "0.0.1+other"'));
    const before = fingerprint("s");
    for (const words of [
      ["sweep", "small.yaml", "--out", "s"],
      ["extend", "s", "--seeds", "1-3"],
    ]) {
      const { code, err } = await call(words);
      expect(code).toBe(2);
      expect(err).toContain("s was finished by engine 0.0.1+other; this is engine ");
      expect(err).toContain("--force");
    }
    expect(fingerprint("s")).toEqual(before);
    expect((await call(["status", "s"])).err).toContain("These runs were made by engine 0.0.1+other");
    const forced = await call(["sweep", "small.yaml", "--out", "s", "--force"]);
    expect([forced.code, forced.err.includes("The runs of engine 0.0.1+other, digest")]).toEqual([0, true]);
    expect((await callJson(["verify", "s"]))["whole"]).toBe(true);
    rmSync("s/summary.json");
    expect((await call(["sweep", "small.yaml", "--out", "s"])).err).toContain(
      "4 cells were made by engine 0.0.1+other",
    );
  });
});

describe("a sweep in which every run failed", LONG, () => {
  it("still answers why, and names the arms", async () => {
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]").replace("1-2", "1"));
    const { WorkerError } = await import("../../src/node/pool.ts");
    const pool = answering(() => Promise.reject(new WorkerError("BrokenInvariant", "a penny too many", {}, "at a")));
    const { code, err } = await call(["sweep", "small.yaml", "--out", "s"], { pool });
    expect(code).toBe(4);
    expect(err).toMatch(/arm 0 \(.*\), seed 1: .*a penny too many/);
    expect((await call(["status", "s"])).out).toMatch(/arm 1, seed 1: .*a penny too many/);
    const rows = JSON.parse((await ask("select status, reason from runs")).out) as { status: string; reason: string }[];
    expect(rows.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(rows[0].reason).toContain("a penny too many");
    expect((await call(["verify", "s"])).code).toBe(0);
  });
});

describe("a page that left its folder", LONG, () => {
  it("of a run is made again where its scenario is here, and one that was changed is found", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "--set", "size.scale=0.03", "-q"]);
    copyFileSync("results/report.html", "pub.html");
    rmSync("results", { recursive: true });
    expect(await call(["reproduce", "pub.html"])).toMatchObject({ code: 0, out: "identical\n" });
    const page = readFileSync("pub.html", "utf8");
    writeFileSync("report.html", page.replace("A tiny market", "A great market"));
    const edited = await call(["reproduce", "report.html"]);
    expect([edited.code, edited.err.includes("the page with other bytes")]).toEqual([5, true]);
    writeFileSync("pub.html", page.replace(/"Run digest":"./, '"Run digest":"x'));
    expect((await call(["reproduce", "pub.html"])).code).toBe(5);
    writeFileSync("pub.html", page);
    rmSync("tiny.yaml");
    const alone = await call(["reproduce", "pub.html"]);
    expect(alone.code).toBe(2);
    expect(alone.err).toContain("pub.html is a page of the run tiny, and cannot be made again alone");
    expect(alone.err).toContain("caremarket bundle");
    expect(namesIn(".")).toEqual(["pub.html", "report.html"]);
  });

  it("of a sweep says which folder is needed", async () => {
    await finished();
    const { digest } = JSON.parse(readFileSync("s/summary.json", "utf8")) as { digest: string };
    copyFileSync("s/report.html", "pub.html");
    const { code, err } = await call(["reproduce", "pub.html"]);
    expect(code).toBe(2);
    expect(err).toContain("pub.html is a page of the sweep small");
    expect(err).toContain(`Needed is the results folder with digest ${digest}, or a replay bundle of it.`);
  });
});

describe("a trial of how long a sweep takes", LONG, () => {
  it.each([
    ["it took longer than the limit of 1 s", false, "Allow more with --limit-run."],
    ["it ran out of memory", true, "Allow more with --limit-memory."],
  ])("whose run ends because %s says so", async (reason, isOutOfMemory, mend) => {
    writeSmall();
    const pool = answering(() => {
      throw new WorkerDied(reason, isOutOfMemory);
    });
    const { code, err } = await call(["sweep", "small.yaml", "--dry-run"], { pool });
    expect(code).toBe(3);
    expect(err).toBe(
      `error: a run that was made to find out ended: ${reason}\n  In the sweep it would count as failed. ${mend}\n`,
    );
  });
});
