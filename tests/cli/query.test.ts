/** `query`: what may be asked in SQL, and that a question reaches nothing but the results it is asked of. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";

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
    expect((await ask("copy (select 1) to 'out.csv'")).err).toContain("To keep an answer: --csv > answer.csv");
    expect((await ask("select * from read_csv('secret.csv')")).err).toContain("no other file, address or setting");
    expect((await ask(" ; ")).err).toContain("the question is empty");
  });
});
