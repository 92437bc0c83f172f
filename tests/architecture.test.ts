/** The house stands as the design drew it: who may import whom, and what the engine may touch. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { checkBorders, checkCycles, type Border } from "./support/architecture-imports.ts";
import * as planted from "./support/architecture-planted.ts";
import { checkPurity } from "./support/architecture-purity.ts";
import { readSources, show, type Finding, type Sources } from "./support/architecture-sources.ts";
import { checkModuleState } from "./support/architecture-state.ts";

const ENGINE = ["kernel", "model", "simulation", "experiment"];
const WORLD_AND_BELOW = ["kernel", "model/levers", "model/rules", "model/world"];

/**
 * Every folder, lowest first, and all it may import. Inside the model: levers know only numbers and dates; a rule
 * answers from an era and the numbers it is given, and knows no world, so that it can be read and tried alone; the world
 * is founded by the same rules that later run it; measures count a world; a week moves it. So a measure can be read
 * without knowing how the week goes, and what a week leaves to be counted stands in the world.
 */
const BORDERS: readonly Border[] = [
  { folder: "kernel", folders: [], packages: ["seedrandom"] },
  { folder: "model/levers", folders: ["kernel"], packages: [] },
  { folder: "model/rules", folders: ["kernel", "model/levers"], packages: [] },
  { folder: "model/world", folders: ["kernel", "model/levers", "model/rules"], packages: [] },
  { folder: "model/measures", folders: WORLD_AND_BELOW, packages: [] },
  { folder: "model/week", folders: [...WORLD_AND_BELOW, "model/measures"], packages: [] },
  { folder: "model", folders: ["kernel", "model"], packages: [] },
  { folder: "simulation", folders: ["kernel", "model"], packages: ["@noble/hashes", "yaml", "zod"] },
  { folder: "experiment", folders: ["kernel", "model", "simulation"], packages: [] },
  { folder: "testing", folders: ENGINE, packages: ["fast-check"] },
  { folder: "report", folders: ENGINE, packages: ["@noble/hashes", "d3", "d3-*"] },
  { folder: "workbench", folders: [...ENGINE, "report"], packages: ["d3", "d3-*", "hyparquet", "yaml"] },
  // The laws are for the document that lists them.
  { folder: "node", folders: [...ENGINE, "report", "testing"], packages: ["*"] },
  { folder: "cli", folders: [...ENGINE, "report", "node"], packages: ["*"] },
];

const TOP_FOLDERS = BORDERS.map(({ folder }) => folder).filter((folder) => !folder.includes("/"));

/**
 * The one place that may write outside a run. JavaScript shows the bits of a double only through memory, so the maths
 * keeps one double seen as two words, unexported, and fills it before each read: nothing is carried between calls.
 */
const BITS_OF_A_DOUBLE = { file: "src/kernel/math.ts", names: ["DOUBLE", "WORDS"] };

const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = readSources(ROOT);

const inFolders = (sources: Sources, folders: readonly string[]): Sources =>
  new Map([...sources].filter(([path]) => folders.some((folder) => path.startsWith(`src/${folder}/`))));

/** What is wrong with a few in-memory files. */
const problems = (check: (sources: Sources) => readonly Finding[], files: Readonly<Record<string, string>>) =>
  show(check(new Map(Object.entries(files))));

describe("borders", () => {
  const borders = (sources: Sources): readonly Finding[] => checkBorders(sources, BORDERS);

  it("are kept by every file, without exception", () => {
    expect(SOURCES.size).toBeGreaterThan(10);
    expect(show(borders(SOURCES))).toEqual([]);
  });

  it.each(BORDERS.filter(({ folder }) => TOP_FOLDERS.includes(folder)))(
    "are those of the compiler's project references: $folder",
    ({ folder, folders }) => {
      const references = readProject(folder).projectReferences ?? [];
      const expected = folders.filter((each) => each !== folder);
      expect(new Set(references.map(({ path }) => relative(join(ROOT, "src"), path)))).toEqual(new Set(expected));
    },
  );

  it.each([
    ["upwards", "src/kernel/a.ts", "src/model/world/b.ts"],
    ["upwards inside the model", "src/model/world/a.ts", "src/model/week/b.ts"],
    ["from a lever into the world", "src/model/levers/a.ts", "src/model/world/b.ts"],
    ["from a rule into the world", "src/model/rules/a.ts", "src/model/world/b.ts"],
    ["from a measure into the week", "src/model/measures/a.ts", "src/model/week/b.ts"],
    ["from a part of the model into its face", "src/model/world/a.ts", "src/model/b.ts"],
    ["from the workbench into node", "src/workbench/a.ts", "src/node/b.ts"],
    ["from node into the workbench", "src/node/a.ts", "src/workbench/b.ts"],
    ["between siblings", "src/report/a.ts", "src/testing/b.ts"],
    ["from anything into the cli", "src/node/a.ts", "src/cli/b.ts"],
  ])("are not crossed %s", (_, from, to) => {
    const specifier = `${"../".repeat(from.split("/").length - 2)}${to.slice("src/".length)}`;
    for (const code of [
      `import { b } from "${specifier}";`,
      `import type { B } from "${specifier}";`,
      `export * from "${specifier}";`,
      `export type A = import("${specifier}").B;`,
      `export const a = (): unknown => import("${specifier}");`,
    ]) {
      expect(problems(borders, { [from]: code, [to]: "export const b = 1;" })).toHaveLength(1);
    }
    expect(problems(borders, { [from]: "export const a = 1;", [to]: "export const b = 1;" })).toEqual([]);
  });

  it.each([
    ["a Node module in the engine", "src/simulation/a.ts", 'import { readFileSync } from "node:fs";'],
    ["a Node module in the browser", "src/workbench/a.ts", 'import { readFileSync } from "node:fs";'],
    ["a package with inexact maths in the engine", "src/experiment/a.ts", 'import { randomNormal } from "d3-random";'],
    ["a package the kernel does not know", "src/kernel/a.ts", 'import { z } from "zod";'],
    ["a file that is not there", "src/kernel/a.ts", 'import { b } from "./b.ts";'],
    ["a folder that is not in the table", "src/utils/a.ts", "export const a = 1;"],
    ["a computed name", "src/kernel/a.ts", 'const name = "zod"; export const a = (): unknown => import(name);'],
  ])("keep out %s", (_, path, code) => {
    expect(problems(borders, { [path]: code })).toHaveLength(1);
  });
});

describe("cycles", () => {
  it("do not exist", () => {
    expect(show(checkCycles(SOURCES))).toEqual([]);
  });

  it("are caught, of two files, of three, of one, and of types", () => {
    const file = (to: string): string => `import { x } from "./${to}.ts"; export const y = x;`;
    expect(problems(checkCycles, { "src/kernel/a.ts": file("b"), "src/kernel/b.ts": file("a") })).toEqual([
      "src/kernel/b.ts:1 closes a cycle: src/kernel/a.ts -> src/kernel/b.ts -> src/kernel/a.ts",
    ]);
    const three = { "src/kernel/a.ts": file("b"), "src/kernel/b.ts": file("c"), "src/kernel/c.ts": file("a") };
    expect(problems(checkCycles, three)).toHaveLength(1);
    expect(problems(checkCycles, { "src/kernel/a.ts": file("a") })).toHaveLength(1);
    const typed = { "src/kernel/a.ts": 'import type { X } from "./b.ts";', "src/kernel/b.ts": file("a") };
    expect(problems(checkCycles, typed)).toHaveLength(1);
    expect(problems(checkCycles, { ...three, "src/kernel/c.ts": "export const x = 1;" })).toEqual([]);
  });
});

describe("the engine's syntax", () => {
  it("is the same in every JavaScript engine", () => {
    const engine = inFolders(SOURCES, ENGINE);
    expect(engine.size).toBeGreaterThan(10);
    expect(show(checkPurity(engine))).toEqual([]);
  });

  it.each(planted.IMPURE)("is refused with $name", ({ code }) => {
    expect(problems(checkPurity, { "src/kernel/a.ts": code })).not.toEqual([]);
  });

  it.each(planted.PURE)("is passed: %s", (code) => {
    expect(problems(checkPurity, { "src/kernel/a.ts": code })).toEqual([]);
  });
});

describe("module-level state", () => {
  const state = (sources: Sources): readonly Finding[] => checkModuleState(sources, BITS_OF_A_DOUBLE);

  it("does not exist in the engine", () => {
    expect(show(state(inFolders(SOURCES, ENGINE)))).toEqual([]);
  });

  it.each(planted.STATEFUL)("is caught: $name", ({ code }) => {
    expect(problems(state, { "src/kernel/a.ts": code })).not.toEqual([]);
  });

  it("is allowed to the bits of a double, there only and not for others to write", () => {
    const code = "const DOUBLE = new Float64Array(1); export function f(): void { DOUBLE[0] = 1; }";
    expect(problems(state, { [BITS_OF_A_DOUBLE.file]: code })).toEqual([]);
    expect(problems(state, { [BITS_OF_A_DOUBLE.file]: `export ${code}` })).not.toEqual([]);
    expect(problems(state, { "src/kernel/a.ts": code })).not.toEqual([]);
  });

  it("is caught when another file writes into it", () => {
    const files = {
      "src/kernel/a.ts": "export const state = { week: 0 };",
      "src/kernel/b.ts": 'import { state as s } from "./a.ts"; export function f(): void { s.week += 1; }',
    };
    expect(problems(state, files)).toHaveLength(1);
  });

  it.each(planted.STATELESS)("is not seen in: %s", (code) => {
    expect(problems(state, { "src/kernel/a.ts": code })).toEqual([]);
  });
});

describe("host objects", () => {
  it.each(ENGINE)("are unknown to the compiler in %s", (folder) => {
    const { options } = readProject(folder);
    expect(options.lib).toEqual(["lib.es2022.d.ts"]);
    expect(options.types).toEqual([]);
    expect(options.strict).toBe(true);
  });

  it("do not compile", () => {
    const text = planted.HOST_NAMES.map((name) => `export const _${name}: unknown = ${name};`).join("\n");
    const lines = compile("kernel", text).map(
      ({ file, start }) => file?.getLineAndCharacterOfPosition(start ?? 0).line,
    );
    expect(lines).toEqual(planted.HOST_NAMES.map((_, line) => line));
  });

  it("do not pass the linter, nor do the clock, the locale, inexact maths and what no folder may do", () => {
    const plots = ENGINE.flatMap((folder) =>
      Object.entries(planted.HOST_USES).flatMap(([rule, uses]) =>
        uses.map((code, index) => {
          const path = `src/${folder}/planted-${rule.replaceAll(/\W+/gu, "-")}${index}.ts`;
          return { path, rule, code };
        }),
      ),
    );
    const others = Object.entries(planted.ELSEWHERE).map(([path, [rule, code]]) => ({ path, rule, code }));
    const innocent = { path: "src/kernel/innocent.ts", code: "export const fine = Math.sqrt(2);\n" };
    const found = lint([...plots, ...others, innocent]);
    const missed = [...plots, ...others].filter(
      ({ path, rule }) => !found.some((each) => each.path === path && each.rule === rule),
    );
    expect(missed).toEqual([]);
    expect(found.filter(({ path }) => path === innocent.path)).toEqual([]);
  });
});

function readProject(folder: string): ts.ParsedCommandLine {
  const path = join(ROOT, "src", folder, "tsconfig.json");
  const read = ts.readConfigFile(path, (name) => ts.sys.readFile(name));
  expect(read.error).toBeUndefined();
  return ts.parseJsonConfigFileContent(read.config, ts.sys, join(path, ".."));
}

/** What the compiler says of one file beside the folder's own, under the folder's options. */
function compile(folder: string, text: string): readonly ts.Diagnostic[] {
  const options: ts.CompilerOptions = { ...readProject(folder).options, composite: false, noEmit: true };
  const path = join(ROOT, "src", folder, "planted.ts");
  const base = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (name) => name === path || base.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : base.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([path], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(path));
}

/** What the linter says of the files, in a copy of the project that holds nothing else. */
function lint(files: readonly { readonly path: string; readonly code: string }[]) {
  const copy = mkdtempSync(join(tmpdir(), "caremarket-lint-"));
  try {
    for (const name of [".oxlintrc.json", "tsconfig.base.json"]) cpSync(join(ROOT, name), join(copy, name));
    for (const folder of ["tests", ...TOP_FOLDERS.map((name) => `src/${name}`)]) {
      mkdirSync(join(copy, folder), { recursive: true });
      cpSync(join(ROOT, folder, "tsconfig.json"), join(copy, folder, "tsconfig.json"));
    }
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    for (const { path, code } of files) writeFileSync(join(copy, path), `${code}\n`);
    const oxlint = join(copy, "node_modules", ".bin", "oxlint");
    const { stdout } = spawnSync(oxlint, ["--format", "json", "src", "tests"], { cwd: copy, encoding: "utf8" });
    const report = JSON.parse(stdout) as { diagnostics: readonly { code: string; filename: string }[] };
    return report.diagnostics.map(({ code, filename }) => ({ path: filename, rule: code }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
