/** Writes into what lives as long as its module, wherever in the given files they stand. */
import ts from "typescript";
import { finding, parse, walk, type Finding, type Sources } from "./architecture-sources.ts";

const MUTATORS: ReadonlySet<string> = new Set(
  "push pop shift unshift splice fill copyWithin set add delete clear".split(" "),
);

/** A program of the given files alone: enough to say what a name means, without types of anything else. */
function programOf(sources: Sources): ts.Program {
  const parsed = new Map([...sources].map(([path, text]) => [`/${path}`, parse(`/${path}`, text)]));
  const host: ts.CompilerHost = {
    fileExists: (path) => parsed.has(path),
    readFile: (path) => parsed.get(path)?.text,
    getSourceFile: (path) => parsed.get(path),
    getDefaultLibFileName: () => "/none.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  return ts.createProgram({ rootNames: [...parsed.keys()], options, host });
}

/** The name at the root of `name.a[b].c`. */
function rootOf(target: ts.Expression): ts.Identifier | undefined {
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    return ts.isIdentifier(target.expression) ? target.expression : rootOf(target.expression);
  }
  return undefined;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What a node writes into, if it writes: `x.a = 1`, `x[i]++`, `delete x.a`, `x.push(1)`, `Object.assign(x, ...)`. */
function writtenBy(node: ts.Node): ts.Identifier | undefined {
  if (ts.isBinaryExpression(node)) return isAssignment(node.operatorToken.kind) ? rootOf(node.left) : undefined;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const steps = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return steps ? rootOf(node.operand) : undefined;
  }
  if (ts.isDeleteExpression(node)) return rootOf(node.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (node.expression.getText() === "Object.assign") {
    const target = node.arguments[0];
    return target !== undefined && ts.isIdentifier(target) ? target : undefined;
  }
  return MUTATORS.has(node.expression.name.text) ? rootOf(node.expression) : undefined;
}

/** Names of one file that its own functions may write into, so long as it does not export them. */
export interface Scratch {
  readonly file: string;
  readonly names: readonly string[];
}

export function isScratch(declaration: ts.VariableDeclaration, scratch: Scratch): boolean {
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || (statement.modifiers?.length ?? 0) > 0) return false;
  const file = declaration.getSourceFile().fileName.replace(/^\//u, "");
  return file === scratch.file && scratch.names.includes(declaration.name.getText());
}

/** The declaration at the top of a file that a name means, if it means one. */
function moduleLevelDeclaration(name: ts.Identifier, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const origin = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declaration = origin.valueDeclaration;
  if (declaration === undefined) return undefined;
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return statement.parent !== undefined && ts.isSourceFile(statement.parent) ? declaration : undefined;
}

/** Every write into something declared at the top of one of the files. */
export function checkWrites(sources: Sources, scratch: Scratch): readonly Finding[] {
  const program = programOf(sources);
  const checker = program.getTypeChecker();
  const findings: Finding[] = [];
  for (const file of program.getSourceFiles()) {
    walk(file, (node) => {
      const name = writtenBy(node);
      if (name === undefined) return;
      const declaration = moduleLevelDeclaration(name, checker);
      if (declaration === undefined) return;
      if (ts.isVariableDeclaration(declaration) && isScratch(declaration, scratch)) return;
      const found = finding(node, `writes into ${name.text}, which lives as long as its module`);
      findings.push({ ...found, file: found.file.slice(1) });
    });
  }
  return findings;
}
