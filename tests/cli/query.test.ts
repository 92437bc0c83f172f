/** `query`: what may be asked in SQL, and that a question reaches nothing but the results it is asked of. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { BUILT, pause, shell } from "../support/cli-process.ts";

const folder = inScratchFolder();

const ask = (sql: string, ...more: string[]) => call(["query", "results", sql, ...more]);

describe("query", { timeout: 60_000 }, () => {
  it("answers questions, statements of its own among them, as a table, CSV or JSON", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    const sql = "select seed, count(*) as n from yearly group by 1 order by 1";
    expect((await ask(sql)).out).toBe("seed  n\n1     2\n2     2\n");
    expect((await ask("select scenario, seed, length(digest) as n, weeks from runs")).out).toMatch(
      /^scenario +seed +n +weeks\ntiny +1 +\d+ +\d+\ntiny +2 /,
    );
    expect((await ask(sql, "--csv", "--json")).code).toBe(2);
    expect((await ask(sql, "--csv")).out).toContain('"1",2\r\n');
    expect(
      (await ask(`create temp table t as ${sql}; select sum(n) as n from t`, "--json")).out.replace(/\s/g, ""),
    ).toBe('[{"n":4}]');
    for (const each of [
      "describe yearly",
      "summarize select seed from yearly",
      "explain select 1",
      "with a as (select 1) from a",
    ]) {
      expect([each, (await ask(each)).code]).toEqual([each, 0]);
    }
  });

  it("keeps columns of the same name apart", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    const sql = "select 1 as x, 2 as x, 3 as y, 4 as x";
    expect(JSON.parse((await ask(sql, "--json")).out)).toEqual([{ x: 1, "x:1": 2, y: 3, "x:2": 4 }]);
    expect((await ask(sql, "--csv")).out).toContain('"x","x:1","y","x:2"\r\n1,2,3,4\r\n');
  });

  it("gives no number where there is none: null in JSON, an empty cell in CSV, the word to a reader", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    const sql =
      "select 'NaN'::double as a, 'infinity'::float as b, '-infinity'::double as c, 1.5::double as d, 'NaN' as e";
    expect(JSON.parse((await ask(sql, "--json")).out)).toEqual([{ a: null, b: null, c: null, d: 1.5, e: "NaN" }]);
    const nested = "select ['NaN'::double, 1.5] as list, {'a': 'infinity'::double, 'b': [2.5]} as both";
    expect(JSON.parse((await ask(nested, "--json")).out)).toEqual([{ list: [null, 1.5], both: { a: null, b: [2.5] } }]);
    expect((await ask(sql, "--csv")).out).toContain('\r\n,,,1.5,"NaN"\r\n');
    expect((await ask(sql)).out).toMatch(/\nNaN +Infinity +-Infinity +1\.5 +NaN\n$/);
  });

  it("neither reads nor writes any other file, changes no setting, and leaves the results as they are", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    writeFileSync("secret.csv", "a,b\n1,2\n");
    const before = fingerprint(folder());
    const own = join(folder(), "results", "yearly.parquet");
    for (const sql of [
      "select * from read_csv('secret.csv')",
      "select * from 'secret.csv'",
      "select * from read_text('results/summary.json')",
      "select * from glob('*')",
      "copy (select 1) to 'out.csv'",
      `copy (select 1 as a) to '${own}'`,
      `explain analyze copy (select 1 as a) to '${own}'`,
      `prepare p as copy (select 1 as a) to '${own}'; execute p`,
      "export database 'out'",
      "attach 'out.db'",
      "set enable_external_access = true",
      "select 1; set allowed_directories = ['/']",
      "install httpfs",
      "load httpfs",
      "select * from read_csv('https://example.org/a.csv')",
      "drop view yearly",
    ]) {
      const { code, out, err } = await ask(sql);
      expect([sql, code, out]).toEqual([sql, 2, ""]);
      expect(err).toMatch(
        /^error: (the question reaches for something that is not in these results|a question may only ask|the question cannot be answered)/,
      );
    }
    expect(existsSync("out.csv")).toBe(false);
    expect(fingerprint(folder())).toEqual(before);
    expect((await ask("copy (select 1) to 'out.csv'")).err).toContain("To keep an answer: --out answer.csv");
    expect((await ask("select * from read_csv('secret.csv')")).err).toContain("no other file, address or setting");
    expect((await ask(" ; ")).err).toContain("the question is empty");
  });
});

describe("query --file", { timeout: 60_000 }, () => {
  const SQL = `select 'x' as "prices.frameworkFee" -- a £ too\n`;

  it("asks what the file says, whatever an editor of Windows put in front of it and between its lines", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    for (const text of [SQL, `\uFEFF${SQL.replaceAll(" as ", " as\r\n")}\r\n`]) {
      writeFileSync("my question.sql", text);
      const { code, out } = await call(["query", "results", "--file", "my question.sql", "--json"]);
      expect([code, out]).toEqual([0, '[\n  {\n    "prices.frameworkFee": "x"\n  }\n]\n']);
    }
    const piped = await shell(`printf '%s' '${SQL.replaceAll("'", `'\\''`)}' | $CAREMARKET query results --file -`);
    expect([piped.code, piped.out]).toEqual([0, "prices.frameworkFee\nx\n"]);
  });

  it("says what is wrong with a file that holds no question, or with two questions", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    mkdirSync("folder");
    writeFileSync("empty.sql", "\uFEFF \r\n");
    writeFileSync("redirected.sql", Buffer.from(`\uFEFF${SQL}`, "utf16le"));
    writeFileSync("years.sql.txt", SQL);
    for (const [words, said] of [
      [["--file", "folder"], "the file folder is a folder\n  Name a file in it."],
      [["--file", "empty.sql"], "the file empty.sql is empty\n  Write a question, such as: "],
      [["--file", "redirected.sql"], "the file redirected.sql is UTF-16\n  Save the file as UTF-8."],
      [["--file", "years.sql"], "there is no file years.sql\n  years.sql.txt is there: name that, or rename it."],
      [["--file", "none.sql"], "there is no file none.sql\n  A question is given as a word too"],
      [["--file", ""], "there is no file"],
      [["select 1", "--file", "years.sql.txt"], "a question and --file are both given\n  Keep one of them."],
      [[], "the question is missing: caremarket query <results> <sql>\n"],
      [["--file"], "--file needs a value"],
    ] as const) {
      const { code, out, err } = await call(["query", "results", ...words]);
      expect([words, code, out]).toEqual([words, 2, ""]);
      expect(err).toContain(said);
    }
  });

  it("is named where a shell has spoilt the quotes", async () => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    expect((await ask("'select", "1'")).err).toContain("--file question.sql");
    const { err } = await ask("select avg(outcomes.qualityOfLife) from yearly");
    expect(err).toContain("Where a shell takes such quotes away, write the question into a file: --file question.sql");
  });

  it.each([
    ["waits for standard input", ["--file", "-"]],
    ["has an answer that takes for ever", ["select sum(a.range * b.range) from range(9000000) a, range(9000000) b"]],
  ])("is ended by one Ctrl-C where it %s", async (_, words) => {
    await call(["run", "tiny.yaml", "--out", "results", "-q"]);
    const asking = spawn(process.execPath, [BUILT, "query", "results", ...words]);
    await pause(3000);
    asking.kill("SIGINT");
    expect(await new Promise((resolve) => asking.on("close", (code, signal) => resolve([code, signal])))).toEqual([
      null,
      "SIGINT",
    ]);
  });
});
