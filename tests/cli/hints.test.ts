/** Slips of people who know spreadsheets: each is told what to write, beyond what the reader of scenarios says. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

const HEAD = "format: 1\nname: slip\nextends: baseline\n";

/** What `check` says of a file of this text, on stderr. */
async function said(text: string): Promise<string> {
  writeFileSync("slip.yaml", text);
  return (await call(["check", "slip.yaml"])).err;
}

describe("a slip in a scenario file", () => {
  it.each([
    ["per cent of a ratio", "set:\n  size.scale: 120%\n", "write 1.2 for 120%"],
    ["a colon in a title", "title: Ours: what if\n", "a text with a colon and a space in it stands in quotes"],
    ["an equals sign", "set:\n  size.scale=1.2\n", "write size.scale: 1.2, with a colon and a space"],
    ["no space after the colon", "set:\n  size.scale:1.2\n", "write size.scale: 1.2, with a colon and a space"],
    ["curly quotes", "set:\n  size.scale: “1.2”\n", "take the curly quotes away"],
    ["non-breaking spaces", "set:\n\u00A0\u00A0size.scale: 1.2\n", "indent with spaces of the space bar"],
    ["a lever like no other", "set:\n  population: 1\n", "`caremarket levers` lists them"],
  ])("%s", async (_, text, hint) => {
    expect(await said(HEAD + text)).toContain(`; ${hint}`.replace("; indent", ": indent"));
  });

  it("a change with an end is told how changes end", async () => {
    const text = `${HEAD}changes:\n  - { from: 2014-04-01, to: 2015-04-01, set: { council.precept: 0.01 } }\n`;
    expect(await said(text)).toContain("; a change lasts until the next: add one with the later date");
  });
});

describe("a date as a council writes it", () => {
  it.each([
    ["2014", "write 2014-04-01 for the first day of that financial year"],
    ["2014/15", "write 2014-04-01 for the first day of that financial year"],
    ["2014-15", "write 2014-04-01 for the first day of that financial year"],
    ["2011-12", "write 2011-04-01 for the first day of that financial year, or 2011-12-01 for that month"],
    ["April 2014", "write 2014-04-01"],
    ["2014–04–01", "write 2014-04-01, with plain hyphens"],
  ])("%s", async (date, hint) => {
    expect(await said(`${HEAD}changes:\n  - { from: ${date}, set: { council.precept: 0.01 } }\n`)).toContain(
      `; ${hint}`,
    );
  });
});

describe("a file that is no text, or has another name", () => {
  it("a workbook is called one", async () => {
    writeFileSync("book.yaml", Buffer.from("PK\u0003\u0004\u0014\u0000\u00FF", "latin1"));
    const { code, err } = await call(["check", "book.yaml"]);
    expect(code).toBe(2);
    expect(err).toContain("is a workbook, a document or an archive, and no text; save it as plain text in UTF-8");
  });

  it("the .txt that an editor added is found, and a near name", async () => {
    writeFileSync("county.yaml.txt", HEAD);
    writeFileSync("shire.yaml", HEAD);
    expect((await call(["check", "county.yaml"])).err).toContain("; county.yaml.txt is there: name that, or rename it");
    expect((await call(["check", "shyre.yaml"])).err).toContain('there is no such file; did you mean "shire.yaml"?');
  });
});

describe("how the council opens, changed from a date on", () => {
  const LATE = "size.agencies: says how the council opens, which no later value changes; found from 2014-04-07";

  it("is warned of in a scenario and in the axis of a sweep, and not under set", async () => {
    expect(await said(`${HEAD}set: { size.agencies: 40 }\n`)).not.toContain("warning");
    expect(await said(`${HEAD}changes: [{ from: 2014-04-07, set: { size.agencies: 40 } }]\n`)).toContain(LATE);
    const axis = "{ name: agencies, lever: size.agencies, from: 2014-04-07, values: [40, 50] }";
    expect(await said(`format: 1\nname: slip\nscenario: baseline\naxes: [${axis}]\n`)).toContain(LATE);
  });
});
