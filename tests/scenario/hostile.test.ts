/** Hostile files, case by case: refused with words, quickly, and without leaving a trace. */
import { describe, expect, it } from "vitest";
import { exitCodeOf, LIMITS } from "../../src/simulation/scenario/index.ts";
import { START } from "../support/scenario-message.ts";
import { resolved, resolveText, said } from "../support/scenario-resolve.ts";
import { millisecondsOf, problemsOf, verdict } from "../support/scenario-verdict.ts";

describe("A1: an alias bomb", () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array.from({ length: 9 }, () => (level === 0 ? '"lol"' : `*a${level - 1}`));
    return `a${level}: &a${level} [${items.join(",")}]\n`;
  });
  const bomb = START + levels.join("");

  it("is refused at its first anchor, before anything is expanded", () => {
    resolveText(START);
    expect(millisecondsOf(() => resolveText(bomb))).toBeLessThan(100);
    expect(verdict(bomb)).toBe("3: anchors and aliases are not allowed");
  });
});

describe("A2: nesting without end", () => {
  const deep: readonly (readonly [string, string])[] = [
    ["flow lists", `set: ${"[".repeat(20_000)}`],
    ["flow maps", `set: ${"{a: ".repeat(20_000)}`],
    ["closed flow lists", `set: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["block lists in one line", `set:\n  ${"- ".repeat(20_000)}`],
    ["explicit keys", `${"? ".repeat(20_000)}a`],
    ["keys in one line", "a: ".repeat(20_000)],
    ["block maps", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
  ];

  it.each(deep)("of %s is refused before parsing, even after fifty other files", (_, text) => {
    for (let file = 0; file < 50; file++) resolveText(START);
    expect(verdict(text)).toBe("3: lists and maps are nested too deeply");
  });

  it("is measured in levels: 32 are read, 33 are not", () => {
    const nested = (levels: number): string => `${START}zzzzzz: ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}\n`;
    expect(verdict(nested(LIMITS.depth))).toBe("2: is not a key of a scenario");
    expect(verdict(nested(LIMITS.depth + 1))).toBe("3: lists and maps are nested too deeply");
  });
});

describe("A3: too much of everything", () => {
  it.each([
    ["a file of 50 MB", "x".repeat(50_000_000), "the file is too large"],
    ["a megabyte of pounds", "£".repeat(500_001), "the file is too large"],
    ["a hundred thousand keys", "a: 1\n".repeat(100_000), "there are too many"],
    ["a long flow list", `seeds: [${"1,".repeat(300_000)}]`, "there are too many"],
    ["a million blank lines", "\n".repeat(999_999), "there are too many"],
    ["a million comments", "#\n".repeat(499_999), "there are too many"],
    ["closing brackets", "}".repeat(999_999), "there are too many"],
    ["quotation marks", '"'.repeat(999_999), "there are too many"],
    ["one long text", `title: ${"x".repeat(900_000)}`, "one key, value or comment is too long"],
    ["one long key", `${"x".repeat(900_000)}: 1`, "one key, value or comment is too long"],
    ["one text of many lines", `title: "${"x\n ".repeat(200_000)}"`, "there are too many lines"],
  ])("%s is refused by a cap", (_, text, message) => {
    expect(verdict(text)).toContain(`3: ${message}`);
    expect(millisecondsOf(() => resolveText(text))).toBeLessThan(1_000);
  });

  it("is still quick at the caps themselves", () => {
    const levers = Array.from({ length: 7_000 }, (_, index) => `  wages.flor${index}: £20\n`);
    const changes = "  - from: 2016-04-01\n    set: { wages.floor: 1 }\n".repeat(2_500);
    const texts = [`set:\n${levers.join("")}`, `changes:\n${changes}`, "}".repeat(59_000), '"'.repeat(19_000)];
    for (const text of texts) {
      expect(
        millisecondsOf(() => resolveText(START + text)),
        text.slice(0, 40),
      ).toBeLessThan(2_000);
    }
  });
});

describe("A4: keys and marks that do harm elsewhere", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();

  it.each(["__proto__", "constructor", "prototype", "<<"])("the key %s is refused and pollutes nothing", (key) => {
    for (const text of [
      `${START}${key}: { polluted: 1 }\n`,
      `${START}"${key}": { polluted: 1 }\n`,
      `${START}set: { ${key}: { polluted: 1 }, wages: { ${key}: 1 } }\n`,
      `${START}changes: [{ from: 2016-04-01, ${key}: 1, set: { ${key}: 1 } }]\n`,
      `{"format": 1, "name": "test", "${key}": {"polluted": 1}}`,
    ]) {
      const problems = problemsOf(text);
      expect(exitCodeOf(problems)).toBe(2);
      expect(problems.some(({ message, found }) => message === "this key is not allowed" && found === `"${key}"`)).toBe(
        true,
      );
    }
    expect(verdict(START, { set: [`${key}=1`, `${key}.polluted=1`] })).toBe("2: is not a lever | is not a lever");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  it.each(["!!js/function 'x'", "!!binary aGk=", "!<tag:yaml.org,2002:set> {a}", "! 5", "!!int 52", "!!str &a x"])(
    "the tag of %s is refused",
    (value) => {
      expect(said(`${START}title: ${value}\n`)).toContain("test.yaml:3:8 error tags are not allowed");
    },
  );
});

describe("A5: numbers that are none", () => {
  it.each([".inf", "-.inf", ".nan", ".NaN", "1e999", "-1e400", "9007199254740993", "-99999999999999999999"])(
    "%s is refused",
    (value) => {
      for (const line of [
        `weeks: ${value}`,
        `set: { wages.floor: ${value} }`,
        `set: { budgets.rate: { older: ${value} } }`,
      ]) {
        const problems = problemsOf(`${START}${line}\n`);
        expect(problems.map(({ found }) => found)).toEqual([value]);
        expect(exitCodeOf(problems)).toBe(2);
      }
    },
  );

  it("minus zero is zero", () => {
    for (const zero of ["-0", "-0.0", "0", "-0e5"]) {
      const result = resolved(`${START}set: { framework.change: ${zero} }\n`);
      expect(Object.is(result.scenario.values["framework.change"][0].value, 0)).toBe(true);
    }
  });

  it.each([
    "0",
    "-3",
    "1.5",
    "12345678901234567890",
    "007",
    "0x7",
    "true",
    "null",
    "{a: 1}",
    "[]",
    "[[1]]",
    '"a b"',
    '""',
  ])("the seed %s is refused", (seed) => expect(verdict(`${START}seeds: ${seed}\n`)).toMatch(/^2: /));
});

describe("A6: values out of range", () => {
  it("are all said in one report, each with its line and what is allowed", () => {
    const problems = problemsOf(`${START}weeks: 0
start: 2012-04-03
set:
  budgets.rate: -9
  framework.change: -2
  framework.feePassThrough: 1.2
changes:
  - { from: 2009-04-06, set: { wages.floor: 8 } }
  - { from: 2052-04-01, set: { wages.floor: 800 } }
`);
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 6, 7, 8, 10, 11, 11]);
    expect(problems.every(({ allowed }) => allowed !== "")).toBe(true);
  });
});
