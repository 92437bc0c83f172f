/** Who imports whom: the borders between folders, and cycles between files. */
import { posix } from "node:path";
import ts from "typescript";
import { finding, parse, walk, type Finding, type Sources } from "./architecture-sources.ts";

/** A folder of `src`, and everything it may import. A folder is named with all folders inside it. */
export interface Border {
  readonly folder: string;
  readonly folders: readonly string[];
  /** npm packages, a trailing `*` standing for any ending; "node:*" for Node's own modules. */
  readonly packages: readonly string[];
}

interface Import {
  readonly from: string;
  /** A path of `Sources` for a relative specifier, otherwise the specifier. */
  readonly to: string;
  readonly relative: boolean;
  readonly node: ts.Node;
}

const isImportCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;

/** The module a node names: static and dynamic imports, re-exports, and types written `import("...")`. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (isImportCall(node)) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isExternalModuleReference(node)) return node.expression;
  return undefined;
}

/** Every import of every file, types included: a border holds for what is read as well as for what runs. */
export function importsOf(sources: Sources): readonly Import[] {
  const imports: Import[] = [];
  for (const [from, text] of sources) {
    walk(parse(from, text), (node) => {
      const specifier = specifierOf(node);
      if (specifier === undefined) return;
      const name = ts.isStringLiteralLike(specifier) ? specifier.text : "a computed name";
      const relative = name.startsWith(".");
      imports.push({ from, to: relative ? posix.join(posix.dirname(from), name) : name, relative, node });
    });
  }
  return imports;
}

const isInside = (path: string, folder: string): boolean => path.startsWith(`src/${folder}/`);

/** The innermost folder of the table that holds the file. */
const borderOf = (path: string, borders: readonly Border[]): Border | undefined =>
  borders.filter((border) => isInside(path, border.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

const isAllowedPackage = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`),
  );

/** Every file that stands in no folder of the table, and every import that crosses a border. */
export function checkBorders(sources: Sources, borders: readonly Border[]): readonly Finding[] {
  const lost = [...sources.keys()]
    .filter((path) => borderOf(path, borders) === undefined)
    .map((file) => ({ file, line: 1, problem: "stands in no folder of the table" }));
  const crossings = importsOf(sources).flatMap(({ from, to, relative, node }): Finding[] => {
    const border = borderOf(from, borders);
    if (border === undefined) return [];
    if (!relative) {
      const allowed = isAllowedPackage(to, border.packages);
      return allowed ? [] : [finding(node, `${border.folder} may not import the package ${to}`)];
    }
    if (!sources.has(to)) return [finding(node, `imports ${to}, which does not exist`)];
    const target = borderOf(to, borders);
    if (target === undefined || target.folder === border.folder) return [];
    const allowed = border.folders.some((folder) => isInside(to, folder));
    return allowed ? [] : [finding(node, `${border.folder} may not import ${target.folder}`)];
  });
  return [...lost, ...crossings];
}

/** Every cycle of imports between files, once, as the path round it. */
export function checkCycles(sources: Sources): readonly Finding[] {
  const imports = importsOf(sources).filter(({ to }) => sources.has(to));
  const next = new Map([...sources.keys()].map((path) => [path, imports.filter(({ from }) => from === path)]));
  const finished = new Set<string>();
  const findings: Finding[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    for (const { to, node } of next.get(path) ?? []) {
      const start = trail.indexOf(to);
      if (start >= 0) findings.push(finding(node, `closes a cycle: ${[...trail.slice(start), to].join(" -> ")}`));
      else if (!finished.has(to)) follow(to, [...trail, to]);
    }
    finished.add(path);
  };
  for (const path of sources.keys()) if (!finished.has(path)) follow(path, [path]);
  return findings;
}
