/** What the linter has no rule for: syntax by which the engine could differ between JavaScript engines or runs. */
import ts from "typescript";
import { finding, parse, walk, type Finding, type Sources } from "./architecture-sources.ts";

/**
 * What the language standard defines to the last bit. An allow-list, so that a function we never thought of is out;
 * everything else of the kind is in kernel/math.
 */
const EXACT_MATHS: ReadonlySet<string> = new Set(
  `abs ceil clz32 floor fround imul max min round sign sqrt trunc
  E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2`.split(/\s+/u),
);

const SILENCER = /\b(?:oxlint|eslint)-(?:disable|enable)|@ts-(?:ignore|nocheck|expect-error)/u;

const isExactMaths = (math: ts.Identifier): boolean =>
  ts.isPropertyAccessExpression(math.parent) &&
  math.parent.expression === math &&
  EXACT_MATHS.has(math.parent.name.text);

/** A name that is only a label: a property, a key, a member of a type. */
function isLabel(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === name;
  return ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
}

function problemOf(node: ts.Node): string | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.AsteriskAsteriskToken:
    case ts.SyntaxKind.AsteriskAsteriskEqualsToken:
      return "uses the power operator: engines differ in its last bit, use kernel/math";
    case ts.SyntaxKind.MetaProperty:
      return "reads import.meta: the engine does not know where it stands";
    case ts.SyntaxKind.DebuggerStatement:
      return "stops in a debugger";
    default:
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return "imports while running: what is loaded must not depend on the run";
  }
  if (ts.isIdentifier(node) && node.text === "Math" && !isLabel(node) && !isExactMaths(node)) {
    return `uses ${node.parent.getText().slice(0, 40)}: of Math, only what is exact in every engine, by its full name`;
  }
  return undefined;
}

/** Comments that would silence the linter or the compiler: in the engine there is nothing to silence. */
function silencings(file: ts.SourceFile): readonly Finding[] {
  const findings: Finding[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, file.text);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isComment = token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (!isComment || !SILENCER.test(scanner.getTokenText())) continue;
    const line = file.getLineAndCharacterOfPosition(scanner.getTokenStart()).line + 1;
    findings.push({ file: file.fileName, line, problem: "silences the linter or the compiler" });
  }
  return findings;
}

/** Every use of such syntax, and every attempt to hide one, in the given files. */
export function checkPurity(sources: Sources): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of sources) {
    const file = parse(path, text);
    findings.push(...silencings(file));
    walk(file, (node) => {
      const problem = problemOf(node);
      if (problem !== undefined) findings.push(finding(node, problem));
    });
  }
  return findings;
}
