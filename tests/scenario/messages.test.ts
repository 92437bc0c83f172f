/** Messages are public interface: each is held here to the letter. Changing one is a decision; say it in the commit. */
import { describe, expect, it } from "vitest";
import { KEY_MESSAGES } from "../support/scenario-messages-keys.ts";
import { LEVER_MESSAGES } from "../support/scenario-messages-levers.ts";
import { OTHER_MESSAGES } from "../support/scenario-messages-rest.ts";
import { resolveText, said } from "../support/scenario-resolve.ts";
import { START } from "../support/scenario-message.ts";
import { exitCodeOf, formatProblem } from "../../src/simulation/scenario/index.ts";

describe.each([
  ["keys, texts, run and seeds", KEY_MESSAGES],
  ["levers and their values", LEVER_MESSAGES],
  ["changes, YAML and the command line", OTHER_MESSAGES],
])("what is said about %s", (_, messages) => {
  it.each(messages)("$what", ({ text, given, says }) => {
    expect(said(text, given).split("\n")).toEqual(says);
  });
});

describe("problems", () => {
  const ALL_WRONG = `${START}weeks: 0
burnInWeeks: 521
start: 2010-04-06
set: { framework.feePassThrough: 1.2, budgets.rate: -2 }
changes:
  - { from: 2031-04-07, set: { wages.flor: 9 } }
`;

  it("are all said at once, in the order of the lines", () => {
    const result = resolveText(ALL_WRONG);
    const places = result.ok ? [] : result.problems.map(({ line, column, path }) => `${line}:${column} ${path}`);
    expect(places).toEqual([
      "3:8 weeks",
      "4:14 burnInWeeks",
      "5:8 start",
      "6:34 set.framework.feePassThrough",
      "6:53 set.budgets.rate",
      "8:13 changes.0.from",
      "8:32 changes.0.set.wages.flor",
    ]);
  });

  it("say where, what was found, what is allowed and what to write, each by itself", () => {
    const result = resolveText(`${START}set: { framework.feePassThrough: 5% }\n`);
    expect(result.ok ? [] : result.problems).toEqual([
      {
        kind: "invalid",
        file: "test.yaml",
        line: 3,
        column: 34,
        path: "set.framework.feePassThrough",
        message: "must be a number",
        found: '"5%"',
        allowed: "0 to 1 share, or default",
        suggestion: "write 0.05, without the percent sign",
      },
    ]);
  });

  it("past a hundred are counted", () => {
    const levers = Array.from({ length: 250 }, (_, index) => `  unknown.lever${index}: 1\n`);
    const lines = said(`${START}set:\n${levers.join("")}`).split("\n");
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("test.yaml:103:3 error and 150 more problems after this one");
  });

  it("make exit code 2, and 3 where only a limit was met", () => {
    const codeOf = (text: string): number => {
      const result = resolveText(text);
      return result.ok ? 0 : exitCodeOf(result.problems);
    };
    expect(codeOf(START)).toBe(0);
    expect(codeOf(`${START}weeks: 0\n`)).toBe(2);
    expect(codeOf(`${START}seeds: 1-99999\n`)).toBe(3);
    expect(codeOf(`${START}seeds: 1-99999\nweeks: 0\n`)).toBe(2);
  });

  it("show a hostile file name as text", () => {
    const problem = { file: "a\u202Eb\n.yaml", line: 1, column: 2, path: "", kind: "invalid" } as const;
    const line = formatProblem({ ...problem, message: "is wrong", found: "", allowed: "", suggestion: "" });
    expect(line).toBe("a\\u{202E}b\\n.yaml:1:2 error is wrong");
  });
});
