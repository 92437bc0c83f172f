/** The project's own source files as texts, so that a checker reads a planted file exactly as it reads a real one. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import ts from "typescript";

/** Path from the project's root, with forward slashes ("src/kernel/draws.ts") -> text. */
export type Sources = ReadonlyMap<string, string>;

/** What a checker found: where, and what is wrong there. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** Every TypeScript file under `src`. */
export function readSources(root: string): Sources {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => posix.join("src", path.split(sep).join("/")))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .sort();
  return new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);

export function finding(node: ts.Node, problem: string): Finding {
  const file = node.getSourceFile();
  return { file: file.fileName, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, problem };
}

/** One line a finding, as an editor can follow it. */
export const show = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ file, line, problem }) => `${file}:${line} ${problem}`);

/** Calls `visit` on the node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
