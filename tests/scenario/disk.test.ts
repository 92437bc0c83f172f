/** Scenario files on disk: found by name, read with care, and never a way out of the folder. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScenario, shippedScenarios } from "../../src/node/scenario-files.ts";
import { exitCodeOf, formatProblems, type Resolved, resolve } from "../../src/simulation/scenario/index.ts";
import { testRegistry } from "../support/scenario-registry.ts";
import { pathOf } from "../support/scenario-resolve.ts";

let root = "";
let folder = "";
let shipped = "";

const put = (file: string, content: string | Uint8Array): string => {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "scenario-"));
  folder = join(root, "mine");
  shipped = join(root, "shipped");
  put("shipped/baseline.yaml", "format: 1\nname: baseline\nset: { wages.floor: 1 }\n");
  put("shipped/fees.yaml", "format: 1\nextends: baseline\nset: { framework.providers: 2 }\n");
  put("shipped/councils/town.yaml", "format: 1\nset: { budgets.population: 3 }\n");
  put("secret.yaml", "format: 1\nset: { wages.floor: 99 }\n");
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Exit code and words, or 0 and the resolved scenario. */
function open(name: string): { readonly code: number; readonly words: string; readonly resolved?: Resolved } {
  const opened = openScenario(name, { folder, shipped });
  const result = opened.ok ? resolve({ ...opened, registry: testRegistry }) : opened;
  return "scenario" in result
    ? { code: 0, words: "", resolved: result }
    : { code: exitCodeOf(result.problems), words: formatProblems(result.problems).replaceAll(root, "") };
}

const floorOf = (name: string): string => {
  const { resolved, words } = open(name);
  if (resolved === undefined) throw new Error(words);
  return pathOf(resolved, "wages.floor");
};

describe("a scenario", () => {
  it("is found by path, by bare name in the folder, and by bare name among the shipped ones", () => {
    put("mine/own.yaml", "format: 1\nset: { wages.floor: 5 }\n");
    put("mine/deep/er.json", '{"format": 1, "set": {"wages.floor": 6}}');
    expect(floorOf("own")).toBe("5");
    expect(floorOf("own.yaml")).toBe("5");
    expect(floorOf("./deep/er.json")).toBe("6");
    expect(floorOf(join(folder, "deep", "er.json"))).toBe("6");
    expect(floorOf("../secret.yaml")).toBe("99");
    expect(floorOf("fees")).toBe("1");
  });

  it("takes its name from its file where it says none", () => {
    put("mine/a-name.yml", "format: 1\n");
    expect(open("a-name").resolved?.scenario.name).toBe("a-name");
    put("mine/A Name.yaml", "format: 1\n");
    expect(open("./A Name.yaml").words).toBe(
      'A Name.yaml:1:1 error name: is missing, and the file\'s own name cannot stand for it; found "A Name"; allowed: a-z, 0-9 and -, at most 64 characters, such as living-wage; write name: a-name',
    );
  });

  it("finds parents and councils beside it, then among the shipped ones", () => {
    put("mine/child.yaml", "format: 1\nextends: parent\ncouncil: town\n");
    put("mine/parent.yaml", "format: 1\nextends: fees\nset: { wages.floor: 7 }\n");
    expect(floorOf("child")).toBe("7");
    const { resolved } = open("child");
    expect(resolved && pathOf(resolved, "framework.providers")).toBe("2");
    expect(resolved && pathOf(resolved, "budgets.population")).toBe("3");
    put("mine/councils/town.yaml", "format: 1\nset: { budgets.population: 4 }\n");
    const again = open("child").resolved;
    expect(again && pathOf(again, "budgets.population")).toBe("4");
  });

  it("takes a council that is asked for from beside it, from the shipped ones, or from the folder one stands in", () => {
    put("mine/councils/village.yaml", "format: 1\nset: { budgets.population: 5 }\n");
    const inCouncil = (name: string, council: string): string | undefined => {
      const opened = openScenario(name, { folder, shipped });
      const result = opened.ok ? resolve({ ...opened, council, registry: testRegistry }) : opened;
      return "scenario" in result ? pathOf(result, "budgets.population") : formatProblems(result.problems);
    };
    expect(inCouncil("fees", "village")).toBe("5");
    expect(inCouncil("fees", "town")).toBe("3");
    // What the files name themselves is looked for beside them alone.
    put("shipped/of-village.yaml", "format: 1\ncouncil: village\n");
    expect(open("of-village").words).toContain("there is no council of this name");
    expect(inCouncil("fees", "vilage")).toMatch(/allowed: town, .*village; did you mean "village"\?/);
  });

  it("that comes with the package resolves with the model's own registry", () => {
    const opened = openScenario("baseline");
    const result = opened.ok ? resolve(opened) : opened;
    expect("scenario" in result ? result.scenario.name : formatProblems(result.problems)).toBe("baseline");
    expect(shippedScenarios().endsWith("scenarios")).toBe(true);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    [
      "basline",
      2,
      'basline error there is no scenario of this name, neither here nor among the shipped ones; did you mean "baseline"?',
    ],
    ["nowhere.yaml", 2, "nowhere.yaml error there is no such file"],
    ["own.yaml/x.yaml", 2, "own.yaml/x.yaml error there is no such file"],
    ["deep/", 2, "deep/ error is a folder; name a file in it"],
    ["/dev/zero", 2, "/dev/zero error is not a regular file; save it as a file, and name that"],
    ["/dev/stdin.yaml", 2, "/dev/stdin.yaml error there is no such file"],
    ["a\0b.yaml", 2, "a\\u{0}b.yaml error there is no such file"],
    [`${"x".repeat(300)}.yaml`, 2, `${"x".repeat(200)}… error has a name that is too long`],
  ])("%j is answered with words", (name, code, words) => {
    put("mine/own.yaml", "format: 1\n");
    put("mine/deep/er.json", "{}");
    expect(open(name)).toEqual({ code, words });
  });

  it("is not waited for, where it is a pipe", () => {
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    put("mine/of-pipe.yaml", "format: 1\nextends: pipe\n");
    expect(open("./pipe.yaml")).toEqual({
      code: 2,
      words: "./pipe.yaml error is not a regular file; save it as a file, and name that",
    });
    expect(open("of-pipe").words).toContain("extends: the file pipe.yaml is not a regular file");
  });

  it("is refused by its size before it is read", () => {
    const huge = put("mine/huge.yaml", "");
    truncateSync(huge, 200_000_000_000);
    expect(open("huge.yaml")).toEqual({
      code: 3,
      words: "huge.yaml error is too large: 200000000000 bytes, and 1000000 are allowed",
    });
    put("mine/of-huge.yaml", "format: 1\nextends: huge\n");
    expect(open("of-huge")).toMatchObject({ code: 3 });
  });

  it("is named for what it is", () => {
    put("mine/utf16le.yaml", Buffer.from("\uFEFFformat: 1\n", "utf16le"));
    put("mine/utf16be.yaml", Buffer.from("\uFEFFformat: 1\n", "utf16le").swap16());
    put("mine/utf16.yaml", Buffer.from("format: 1\nname: test\n", "utf16le"));
    put("mine/latin1.yaml", Buffer.from("format: 1\ntitle: £20\n", "latin1"));
    put("mine/bom.yaml", "\uFEFFformat: 1\r\nset: { wages.floor: 2 }\r\n");
    expect(open("utf16le").words).toContain("is UTF-16");
    expect(open("utf16be.yaml").words).toBe("utf16be.yaml error is UTF-16; save the file as UTF-8");
    expect(open("utf16.yaml").words).toContain("looks like UTF-16");
    expect(open("latin1.yaml").words).toBe("latin1.yaml error is not UTF-8 in line 2; save the file as UTF-8");
    expect(floorOf("bom")).toBe("2");
  });
});

describe("the folder", () => {
  it("is not left by a link, as file or as folder of councils", () => {
    symlinkSync(join(root, "secret.yaml"), join(folder, "link.yaml"));
    put("mine/of-link.yaml", "format: 1\nextends: link\n");
    expect(open("of-link").words).toBe(
      'of-link.yaml:2:10 error extends: the file link.yaml is a link that leads out of the scenario folder; found "link"',
    );
    put("elsewhere/village.yaml", "format: 1\n");
    mkdirSync(join(root, "linked"));
    symlinkSync(join(root, "elsewhere"), join(root, "linked", "councils"));
    put("linked/of-council.yaml", "format: 1\ncouncil: village\n");
    expect(open("../linked/of-council.yaml").words).toContain("is a link that leads out of the scenario folder");
  });

  it("may hold links to its own files, but not in a circle", () => {
    put("mine/target.yaml", "format: 1\nset: { wages.floor: 4 }\n");
    symlinkSync(join(folder, "target.yaml"), join(folder, "alias.yaml"));
    put("mine/of-alias.yaml", "format: 1\nextends: alias\n");
    expect(floorOf("of-alias")).toBe("4");
    symlinkSync(join(folder, "loop.yaml"), join(folder, "loop.yaml"));
    put("mine/of-loop.yaml", "format: 1\nextends: loop\n");
    expect(open("of-loop").words).toContain("the file loop.yaml is a link that leads to itself");
  });

  it("sees a circle of files", () => {
    put("mine/one.yaml", "format: 1\nextends: two\n");
    put("mine/two.yaml", "format: 1\nextends: one\n");
    expect(open("one").words).toBe(
      "two.yaml:2:10 error extends: goes round in a circle; found one → two → one; let one of them extend nothing",
    );
    expect(open(join(folder, "one.yaml")).words).toBe(open("one").words);
  });

  it("suggests the names it holds", () => {
    put("mine/of-nothing.yaml", "format: 1\nextends: paret\ncouncil: twon\n");
    put("mine/parent.yaml", "format: 1\n");
    const { words } = open("of-nothing");
    expect(words).toContain('did you mean "parent"?');
    expect(words).toContain('did you mean "town"?');
  });
});
