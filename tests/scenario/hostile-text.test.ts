/** Texts from people, other programs and attackers: understood, answered, or kept to the letter. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { START } from "../support/scenario-message.ts";
import { resolved, resolveText, said } from "../support/scenario-resolve.ts";
import { millisecondsOf, problemsOf, verdict } from "../support/scenario-verdict.ts";

describe("A7: numbers as people write them", () => {
  it.each([
    ["1,000", "1000"],
    ["1,234,567", "1234567"],
    ["£20", "20"],
    ["£1,234.50", "1234.5"],
    ["- £20", "-20"],
    ["20.5 per hour", "20.5"],
    ["£20.50/hour", "20.5"],
    ["12 weeks", "12"],
    ["\u22125", "-5"],
    ["\u20135", "-5"],
    ["7,5", "7.5"],
    ["1.234,5", "1234.5"],
    ["10\u00a0000", "10000"],
    ["10\u202f000", "10000"],
    ["1_000", "1000"],
    ["1'000", "1000"],
    ["£2.5m", "2500000"],
    ["3k", "3000"],
    ["+5%", "5"],
    ["12 per cent", "12"],
  ])("%s means %s", (written, meant) => {
    const [problem] = problemsOf(`${START}set: { budgets.population: ${JSON.stringify(written)} }\n`);
    expect(problem.suggestion).toMatch(new RegExp(`^(write ${meant},|${meant} would not be allowed either$)`));
  });

  it.each(["twenty", "£", "1,00,0", "5 6", "1..2", "--5", "abc123", "1 2 3", "NaN%"])("%s means nothing", (written) => {
    const [problem] = problemsOf(`${START}set: { budgets.population: "${written}" }\n`);
    expect(problem.suggestion).toBe("");
  });
});

describe("A8: files from other programs", () => {
  it("are read with a byte order mark and with carriage returns", () => {
    const plain = `${START}weeks: 52\nset:\n  wages.floor: 8\n`;
    for (const text of [`\uFEFF${plain}`, plain.replaceAll("\n", "\r\n"), `\uFEFF${plain.replaceAll("\n", "\r\n")}`]) {
      expect(resolved(text).hash).toBe(resolved(plain).hash);
    }
  });

  it("keep their lines and columns with either", () => {
    const broken = `${START}weeks: 52\nset:\n  wages.flor: 8\n`;
    for (const text of [`\uFEFF${broken}`, broken.replaceAll("\n", "\r\n")]) {
      expect(problemsOf(text)).toEqual(problemsOf(broken));
    }
  });

  it("are read as JSON, indented with tabs or not", () => {
    const json = { format: 1, name: "test", weeks: 52, set: { wages: { floor: 8 } }, seeds: ["a", 2] };
    const expected = resolved(`${START}weeks: 52\nset: { wages.floor: 8 }\nseeds: [a, 2]\n`);
    expect(resolved(JSON.stringify(json))).toMatchObject({ hash: expected.hash, scenario: expected.scenario });
    expect(resolved(JSON.stringify(json, null, "\t")).hash).toBe(expected.hash);
  });

  it("never lose a key in silence, wherever it stands", () => {
    const keys = [
      "zzz: 1",
      "set: { zzz: 1 }",
      "set: { wages: { zzz: 1 } }",
      "changes: [{ zzz: 1, from: 2016-04-01, set: {} }]",
    ];
    for (const line of keys) expect(verdict(`${START}${line}\n`)).toMatch(/^2: .*is not a (lever|key)/);
  });
});

describe("A9: inheritance in memory", () => {
  const chain = (length: number): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `p${index}`,
        `format: 1\n${index + 1 < length ? `extends: p${index + 1}\n` : ""}`,
      ]),
    );

  it("of ten parents is read, of forty refused", () => {
    expect(verdict(`${START}extends: p0\n`, { scenarios: chain(10) })).toBe("0: ");
    expect(verdict(`${START}extends: p0\n`, { scenarios: chain(11) })).toBe("3: has too many parents");
    expect(verdict(`${START}extends: p0\n`, { scenarios: chain(40) })).toBe("3: has too many parents");
  });

  it("in a circle is refused, however long", () => {
    const scenarios = { ...chain(5), p4: "format: 1\nextends: p2\n", self: "format: 1\nextends: self\n" };
    expect(said(`${START}extends: p0\n`, { scenarios })).toContain("p2 → p3 → p4 → p2");
    expect(said(`${START}extends: self\n`, { scenarios })).toContain("self → self");
  });

  it.each([
    "../baseline",
    "/etc/passwd",
    "C:\\secret",
    "a/b",
    ".",
    "..",
    "a.yaml",
    "Baseline",
    "con",
    "",
    "-a",
    "a\u0000",
  ])("by the path %s asks no host for anything", (name) => {
    let asked = 0;
    const lookup = (): never => {
      asked++;
      throw new Error("asked");
    };
    for (const key of ["extends", "council"]) {
      expect(verdict(`${START}${key}: ${JSON.stringify(name)}\n`, { lookup })).toMatch(/^2: /);
    }
    expect(asked).toBe(0);
  });
});

describe("A10: a newer format", () => {
  it("is said to be newer, and nothing else of the file is judged", () => {
    expect(verdict("format: 2\nfuture: [of, things]\n")).toBe("2: is newer than this version of caremarket reads");
    expect(verdict(`${START}extends: new\n`, { scenarios: { new: "format: 3\nx: 1\n" } })).toBe(
      "2: is newer than this version of caremarket reads",
    );
  });
});

describe("A11: hostile names and texts", () => {
  const harmless = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "${7*7}",
    "`id`",
    "=cmd|' /C calc'!A0",
    "👩‍👩‍👧 emoji",
    "..",
    "CON",
    "trailing.",
  ];

  it.each(harmless)("%s is kept to the letter as a title", (title) => {
    expect(resolved(`${START}title: ${JSON.stringify(title)}\n`).scenario.title).toBe(title);
  });

  it.each([...harmless, "", " ", "a b", "x".repeat(65), "nul", "com1", "-x"])("%s is no name", (name) => {
    expect(verdict(`format: 1\nname: ${JSON.stringify(name)}\n`)).toMatch(/^2: /);
  });

  it.each([
    "\u202e",
    "\u2066",
    "\u200f",
    "\u061c",
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ud800",
    "\uffff",
  ])("a hidden character is refused, written or escaped (%j)", (character) => {
    expect(verdict(`${START}title: "a${character}b"\n`)).toMatch(/^2: /);
    const escaped = character
      .split("")
      .map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("");
    expect(verdict(`${START}title: "a${escaped}b"\n`)).toBe("2: holds a hidden character");
    expect(verdict(`${START}"a${escaped}b": 1\n`)).toBe("2: a key holds a hidden character");
    expect(verdict(`${START}notes: "a${escaped}b"\n`)).toBe("2: holds a hidden character");
  });

  it("of ten kilobytes are refused, and shown short", () => {
    for (const key of ["name", "title", "question", "source", "notes", "extends"]) {
      const lines = said(`format: 1\n${key}: ${"x".repeat(10_001)}\n`).split("\n");
      expect(lines).toHaveLength(1);
      expect(lines[0].length).toBeLessThan(300);
    }
  });
});

describe("any text", () => {
  const pieces = [
    "format: 1",
    "name: test",
    "set:",
    "changes:",
    "  - from: 2016-04-01",
    "wages.floor",
    ": ",
    "\n",
    "  ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "£20",
    "5%",
    ".inf",
    "&a",
    "*a",
    "!!x",
    "<<",
    "?",
    "|",
    ">",
    "'",
    '"',
    "#",
    "---",
    "...",
    "%YAML",
    "\t",
    "\r",
    "__proto__",
    "\u202e",
    ",",
    "1-20",
    "seeds",
    "default",
    "extends: base",
  ];
  const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 60,
  });

  it("gives an answer, never an exception, within 100 milliseconds", () => {
    const given = { scenarios: { base: "format: 1\n" } };
    let slowest = 0;
    const check = (text: string): void => {
      slowest = Math.max(
        slowest,
        millisecondsOf(() => resolveText(text, given)),
      );
      slowest = Math.max(
        slowest,
        millisecondsOf(() => resolveText(`${START}${text}`, { set: [text] })),
      );
    };
    check(START);
    slowest = 0;
    fc.assert(
      fc.property(soup, (parts) => check(parts.join(""))),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => check(Buffer.from(bytes).toString("latin1"))),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => check(Buffer.from(bytes).toString("utf8"))));
    expect(slowest).toBeLessThan(100);
  });

  it("stays what it was: a prototype, a registry and an input are not written to", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const given = Object.freeze({ set: Object.freeze(["wages.floor=8"]), flags: Object.freeze({ weeks: 52 }) });
    expect(resolved(START, given)).toEqual(resolved(START, given));
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });
});
