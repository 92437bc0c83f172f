import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fakeRunner } from "../support/cli-runner.ts";
import { call, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

const COMMANDS =
  "Commands: run, compare, opening, explain, scenarios, levers, measures, check, savings, validate, seeds, sweep, extend, " +
  "status, query, sensitivity, merge, worker, report, reproduce, bundle, verify, schema, completion.";
const SEEDS_ALLOWED = "1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20";

/** Words, exit code, and everything that is said on stderr. */
const SAID: readonly (readonly [words: string, code: number, said: readonly string[]])[] = [
  ["", 2, ["error: name a command; `caremarket --help` lists them.", "  See: caremarket --help"]],
  ["rnu", 2, ['error: there is no command "rnu"', '  Did you mean "run"?', `  ${COMMANDS}`]],
  ["frobnicate --json", 2, ['error: there is no command "frobnicate"', `  ${COMMANDS}`]],
  ["run", 2, ["error: a word is missing: caremarket run <scenario>", "  See: caremarket run --help"]],
  ["run tiny.yaml more", 2, ['error: "more" is one word too many', "  See: caremarket run --help"]],
  [
    "run tiny.yaml --seds 1",
    2,
    ["error: there is no option --seds", "  Did you mean --seeds?", "  See: caremarket run --help"],
  ],
  ["run tiny.yaml -x", 2, ["error: there is no option -x", "  See: caremarket run --help"]],
  ["run tiny.yaml --seeds", 2, ["error: --seeds needs a value", "  See: caremarket run --help"]],
  [
    "levers --kind polcy",
    2,
    [
      'error: --kind "polcy" is not one of: policy, world, behaviour, size',
      '  Did you mean "policy"?',
      "  See: caremarket levers --help",
    ],
  ],
  ["run tiny.yaml --seed 1 --seed 2", 2, ["error: --seed is given more than once"]],
  ["run tiny.yaml --seed 1 --seeds 2", 2, ["error: --seed and --seeds are both given", "  Keep one of them."]],
  [
    "run tiny.yaml --seed 1-20",
    2,
    ['error: --seed takes one seed, and "1-20" is several', "  For all of them: --seeds 1-20"],
  ],
  [
    "compare tiny.yaml tiny.yaml --seed 1,2",
    2,
    ['error: --seed takes one seed, and "1,2" is several', "  For all of them: --seeds 1,2"],
  ],
  [
    "run tiny.yaml --workers none",
    2,
    ['error: --workers "none" is not a number of workers', "  Allowed: a whole number from 1 to 256."],
  ],
  [
    "run tiny.yaml --workers 0",
    2,
    ['error: --workers "0" is not a number of workers', "  Allowed: a whole number from 1 to 256."],
  ],
  [
    "run tiny.yaml --limit-memory lots",
    2,
    ['error: --limit-memory "lots" is not a limit', "  Write a number with its unit, such as 500MB or 2GiB."],
  ],
  [
    "run tiny.yaml --limit-time 5",
    2,
    ['error: --limit-time "5" is not a limit', "  Write a number with its unit, such as 90s, 10m or 12h."],
  ],
  [
    "run tiny.yaml --seed -1",
    2,
    [
      "error: option --seeds has a problem",
      "  --seeds error seeds: is not a seed; found -1; allowed: a whole number from 1 to 9007199254740991",
    ],
  ],
  [
    "run tiny.yaml --seeds 5-1",
    2,
    [
      "error: option --seeds has a problem",
      '  --seeds error seeds: is a range that ends before it begins; found "5-1"; allowed: a range such as 1-20; write 1-5',
    ],
  ],
  [
    "run tiny.yaml --seed a/b",
    2,
    [
      "error: option --seeds has a problem",
      `  --seeds error seeds: is not a seed; found "a/b"; allowed: ${SEEDS_ALLOWED}; write a-b`,
    ],
  ],
  [
    "run tiny.yaml --weeks 0",
    2,
    [
      "error: option --weeks has a problem",
      "  --weeks error weeks: is below 1; found 0; allowed: a whole number from 1 to 2600",
    ],
  ],
  [
    "run tiny.yaml --set wages.flor=8",
    2,
    [
      "error: option --set has a problem",
      '  --set wages.flor=8 error wages.flor: is not a lever; found "wages.flor"; did you mean "wages.floor"?',
    ],
  ],
  ["run nowhere.yaml", 2, ["error: scenario nowhere.yaml has a problem", "  nowhere.yaml error there is no such file"]],
  [
    "run basline",
    2,
    [
      "error: scenario basline has a problem",
      '  basline error there is no scenario of this name, neither here nor among the shipped ones; did you mean "baseline"?',
    ],
  ],
  [
    "run tiny.yaml --seeds 1-20000",
    3,
    [
      "error: option --seeds has a problem",
      "  --seeds error seeds: asks for too many seeds; found 20000 seeds; allowed: 10000 seeds",
    ],
  ],
  [
    "run zzzzzzz",
    2,
    [
      "error: scenario zzzzzzz has a problem",
      "  zzzzzzz error there is no scenario of this name, neither here nor among the shipped ones; `caremarket scenarios` lists what is shipped",
    ],
  ],
  ["run sweeps/tiny", 2, ["error: sweeps/tiny is a sweep, not a scenario", "  Use: caremarket sweep tiny"]],
  [
    "run precept-point",
    2,
    ["error: precept-point is a sweep, not a scenario", "  Use: caremarket sweep precept-point"],
  ],
  [
    "sweep baseline",
    2,
    ["error: baseline is a scenario, not a sweep: it has no axes", "  Use: caremarket run baseline"],
  ],
  [
    "run tiny.yaml --set weeks=10",
    2,
    [
      "error: option --set has a problem",
      "  --set weeks=10 error weeks: is no lever but a setting of the run; write --weeks 10",
    ],
  ],
  [
    "compare tiny.yaml",
    2,
    [
      "error: a word is missing: caremarket compare <a> <b>",
      "  Of a sweep, two arms are compared: caremarket compare <a> --arms 0,1",
      "  See: caremarket compare --help",
    ],
  ],
  [
    "completion fish",
    2,
    [
      "error: there is no completion script for fish",
      "  It prints the script for the shell that $SHELL names, bash or zsh: caremarket completion",
    ],
  ],
  ["levers zzz", 2, ['error: no lever mentions "zzz"', "  List them all: caremarket levers"]],
  [
    "levers precpt --quiet",
    2,
    ['error: no lever mentions "precpt"', '  Did you mean "council.precept"?', "  List them all: caremarket levers"],
  ],
  [
    "levers prices.fee",
    2,
    [
      'error: no lever mentions "prices.fee"',
      '  Did you mean "framework.openingFee"?',
      "  List them all: caremarket levers",
    ],
  ],
  ["measures zzz", 2, ['error: no measure mentions "zzz"', "  List them all: caremarket measures"]],
  [
    "measures framwork.Fee",
    2,
    [
      'error: no measure mentions "framwork.Fee"',
      '  Did you mean "prices.frameworkFee"?',
      "  List them all: caremarket measures",
    ],
  ],
  [
    "report nowhere",
    2,
    [
      "error: there is no folder nowhere",
      "  `caremarket run` and `caremarket sweep` write such folders, and name them as they end; the eight digits differ with what was asked.",
    ],
  ],
  [
    "reproduce .",
    2,
    [
      "error: . is not a results folder: it has no manifest.json",
      "  Name a folder that `caremarket run` or `caremarket sweep` has written.",
    ],
  ],
  [
    "schema no/such/folder.json",
    7,
    [
      "error: there is no folder no/such to write the schema into",
      "  Name a file of your own: caremarket schema scenarios.schema.json",
    ],
  ],
  ["seeds tiny.yaml", 2, ["error: --measure and --half-width must be given", "  See: caremarket seeds --help"]],
];

describe("what is said of wrong words", () => {
  it.each(SAID)("caremarket %s -> %i", async (line, code, said) => {
    const words = line.split(" ").filter((word) => word !== "");
    const found = await call(words);
    expect(found.err.split("\n").filter((each) => each !== "")).toEqual(said);
    expect(found.code).toBe(code);
    if (!words.includes("--json")) expect(found.out).toBe("");
  });

  it("comes as one JSON value too, where JSON is asked for", async () => {
    const { out, err, code } = await call(["run", "tiny.yaml", "--set", "wages.flor=8", "--json"]);
    expect(code).toBe(2);
    expect(err).toContain("error: option --set has a problem");
    const { error } = JSON.parse(out) as { error: Record<string, unknown> };
    expect(error).toMatchObject({ kind: "invalid", exitCode: 2, message: "option --set has a problem" });
    expect(error["problems"]).toMatchObject([{ path: "wages.flor", suggestion: 'did you mean "wages.floor"?' }]);
  });

  it("that nobody foresaw is a bug of ours: words first, then a few lines to report", async () => {
    const warm = (): never => {
      throw new TypeError("a planted bug");
    };
    const pool = { ...fakeRunner(), warm };
    const { code, out, err } = await call(["run", "tiny.yaml"], { pool });
    expect([code, out]).toEqual([4, ""]);
    const lines = err.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^error: caremarket met a bug of its own: TypeError: a planted bug$/);
    expect(lines[1]).toBe("  Please report it with the lines below and the command you gave.");
    expect(lines.slice(2).every((line) => line.startsWith("  at "))).toBe(true);
  });

  it("is coloured on a terminal only, and never where NO_COLOR is set", async () => {
    const escape = String.fromCodePoint(27);
    const coloured = await call(["rnu"], { isTerminal: true, environment: { TERM: "xterm" } });
    expect(coloured.err).toContain(`${escape}[31merror:`);
    for (const environment of [{ NO_COLOR: "1", TERM: "xterm" }, { TERM: "dumb" }]) {
      expect((await call(["rnu"], { isTerminal: true, environment })).err).not.toContain(escape);
    }
    expect((await call(["rnu"], { environment: { TERM: "xterm" } })).err).not.toContain(escape);
    expect((await call(["rnu"], { environment: { FORCE_COLOR: "1" } })).err).toContain(escape);
  });

  it("of a place to write names it", async () => {
    writeFileSync("file", "text");
    mkdirSync("folder");
    writeFileSync("folder/mine.txt", "text");
    const at = async (out: string): Promise<string> =>
      (await call(["run", "tiny.yaml", "--seed", "1", "--out", out])).err;
    const here = process.cwd();
    expect(await at("file")).toBe(`error: cannot write results to ${here}/file: it is a file, not a folder\n`);
    expect(await at("missing/results")).toBe(
      `error: the folder ${here}/missing does not exist\n  Create it first, or choose another place with --out.\n`,
    );
    expect(await at("folder")).toBe(
      `error: ${here}/folder holds files that caremarket did not write: mine.txt\n  Nothing was changed. Choose another folder with --out, or move those files away.\n`,
    );
    expect(await at("x".repeat(300))).toMatch(
      /^error: cannot .*: the name is too long for this system \(ENAMETOOLONG\)\n$/,
    );
  });
});
