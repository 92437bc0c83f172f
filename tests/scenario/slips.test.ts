/** Slips of the keyboard in a scenario, each with what the message tells its author to write. */
import { describe, expect, it } from "vitest";
import { formatProblems, lookupAmong, resolve } from "../../src/simulation/index.ts";
import { isSeed } from "../../src/simulation/scenario/index.ts";

const HEAD = "format: 1\nname: slips\n";

function said(text: string, flags: Record<string, string> = {}, set: readonly string[] = []): string {
  const found = resolve({ entry: { name: "s.yaml", text: HEAD + text }, lookup: lookupAmong({}, {}), flags, set });
  return found.ok ? "" : formatProblems(found.problems);
}

const lever = (value: string): string => said(`set:\n  wages.floor: ${value}\n`);

describe("a lever's value", () => {
  it.each([".nan", ".inf", "1e999", "9007199254740993"])("%s shows the lever's own range", (value) => {
    expect(lever(value)).toMatch(/allowed: [\d.]+ to \d+ GBP per hour, or default/);
    expect(said("", {}, [`wages.floor=${value}`])).toMatch(/allowed: [\d.]+ to \d+ GBP per hour, or default/);
    expect(said(`changes:\n  - { from: 2011-04-04, set: { wages: { floor: ${value} } } }\n`)).toContain("GBP per hour");
  });

  it("has a space in it that nobody sees", () => {
    expect(lever("\u00A07.20")).toContain("write 7.2, without the non-breaking space");
    expect(lever("20\u00A05")).toContain("write one number, without the non-breaking space");
    expect(lever('"7.20"')).toContain("write 7.2, without the quotes");
  });
});

describe("seeds", () => {
  it.each([
    ["1..20", "write 1-20"],
    ["1-20-", "write 1-20"],
    ["1--20", "write 1-20"],
    ["1to20", "write 1-20"],
    ["1-x", "write a range such as 1-20, or a name that begins with a letter"],
    ["5-x", "write a range such as 1-20"],
    ["20-", "write a range such as 1-20"],
    ["..20", "write a range such as 1-20"],
  ])("%s is a broken range", (seeds, words) => {
    expect(said("", { seeds })).toContain(words);
    expect(said(`seeds: "${seeds}"\n`)).toContain(words);
    expect(isSeed(seeds)).toBe(false);
  });

  it.each(["x", "run-a", "run-1-20", "x-20", "7", "7b", "1.2.3", "2_b"])("%s is a name", (seeds) => {
    expect(said(`seeds: "${seeds}"\n`)).toBe("");
    expect(isSeed(seeds)).toBe(true);
  });
});

describe("a name of another file", () => {
  it("that leads elsewhere is told what it may be, not a new name for it", () => {
    const words = said("extends: ../../../etc/passwd\n");
    expect(words).toContain("name a file beside this one or a shipped one, without its folder and ending");
    expect(words).not.toContain("etc-passwd");
    expect(said("extends: Baseline.yaml\n")).toContain("write baseline");
  });
});

describe("a key of the language's machinery", () => {
  it("is to be deleted", () => {
    expect(said("constructor: 1\n")).toContain("delete the line: no scenario needs it");
  });
});

describe("resolve, without a text", () => {
  it.each([[1], [null], [undefined], [{}]])("%s is a TypeError that names the part", (text) => {
    const entry = { name: "s.yaml", text: text as never };
    expect(() => resolve({ entry, lookup: lookupAmong({}, {}) })).toThrow(
      new TypeError(
        `entry.text must be a string (the text of a scenario file), not ${text === null ? "null" : typeof text}`,
      ),
    );
  });
});
