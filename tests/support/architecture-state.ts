/** Module-level mutable state: whatever one run could leave behind for the next, or for the one beside it. */
import ts from "typescript";
import { finding, parse, type Finding, type Sources } from "./architecture-sources.ts";
import { checkWrites, isScratch, type Scratch } from "./architecture-writes.ts";

const READONLY_TYPES = /^(Readonly\w*|ArrayLike)$/u;

const isReadonlyType = (type: ts.TypeNode | undefined): boolean =>
  type !== undefined &&
  ((ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword) ||
    (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && READONLY_TYPES.test(type.typeName.text)));

/** `as const`, or a literal in Object.freeze: freezing a Map or a typed array would not keep it from changing. */
function isFrozen(value: ts.Expression): boolean {
  if (ts.isAsExpression(value)) return ts.isConstTypeReference(value.type);
  if (!ts.isCallExpression(value) || value.expression.getText() !== "Object.freeze") return false;
  const [frozen] = value.arguments;
  return frozen !== undefined && (ts.isObjectLiteralExpression(frozen) || ts.isArrayLiteralExpression(frozen));
}

/** The value itself, without parentheses and `satisfies`. */
function unwrap(value: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value) ? unwrap(value.expression) : value;
}

/** Why a value that lives as long as its module could change, if it could. */
function mutabilityOf(initialiser: ts.Expression): string | undefined {
  const value = unwrap(initialiser);
  if (isFrozen(value)) return undefined;
  if (
    ts.isCallExpression(value) &&
    value.expression.getText() === "Object.freeze" &&
    value.arguments[0] !== undefined
  ) {
    return mutabilityOf(value.arguments[0]);
  }
  if (ts.isNewExpression(value)) return `a new ${value.expression.getText()}`;
  if (ts.isArrayLiteralExpression(value)) return "an array";
  if (ts.isObjectLiteralExpression(value) && value.properties.length === 0) return "an empty object";
  if (ts.isCallExpression(value) && /^(Array|\w+Array)\.(from|of)$/u.test(value.expression.getText())) {
    return "an array";
  }
  const flags = value.kind === ts.SyntaxKind.RegularExpressionLiteral ? value.getText().split("/").at(-1) : "";
  return /[gy]/u.test(flags ?? "") ? "a pattern that remembers where it stopped" : undefined;
}

function declarationProblem(declaration: ts.VariableDeclaration | ts.PropertyDeclaration): string | undefined {
  if (declaration.initializer === undefined || isReadonlyType(declaration.type)) return undefined;
  const why = mutabilityOf(declaration.initializer);
  const name = declaration.name.getText();
  return why === undefined
    ? undefined
    : `${name} is ${why} at module level: type it readonly, freeze it, or let a run own it`;
}

/** zod must be told before the first schema not to probe `new Function`, which strict pages forbid. */
const isZodSwitch = (statement: ts.ExpressionStatement): boolean =>
  statement.expression.getText() === "z.config({ jitless: true })";

function statementFindings(statement: ts.Statement, scratch: Scratch): readonly Finding[] {
  if (ts.isVariableStatement(statement)) {
    const list = statement.declarationList;
    if ((list.flags & ts.NodeFlags.Const) === 0) return [finding(statement, "declares a variable at module level")];
    return list.declarations.flatMap((each) => {
      const problem = isScratch(each, scratch) ? undefined : declarationProblem(each);
      return problem === undefined ? [] : [finding(each, problem)];
    });
  }
  if (ts.isClassDeclaration(statement)) return statement.members.flatMap(staticFindings);
  const declares =
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    (ts.isExpressionStatement(statement) && isZodSwitch(statement));
  return declares ? [] : [finding(statement, "runs when it is imported: only declarations stand at module level")];
}

function staticFindings(member: ts.ClassElement): readonly Finding[] {
  if (ts.isClassStaticBlockDeclaration(member)) return [finding(member, "runs when it is imported")];
  if (!ts.isPropertyDeclaration(member)) return [];
  const has = (kind: ts.SyntaxKind): boolean => member.modifiers?.some((each) => each.kind === kind) ?? false;
  if (!has(ts.SyntaxKind.StaticKeyword)) return [];
  if (!has(ts.SyntaxKind.ReadonlyKeyword)) return [finding(member, "is a static field that can change")];
  const problem = declarationProblem(member);
  return problem === undefined ? [] : [finding(member, problem)];
}

/** Every piece of module-level mutable state, every write into one, and everything that runs at import. */
export function checkModuleState(sources: Sources, scratch: Scratch): readonly Finding[] {
  const declared = [...sources].flatMap(([path, text]) =>
    [...parse(path, text).statements].flatMap((statement) => statementFindings(statement, scratch)),
  );
  return [...declared, ...checkWrites(sources, scratch)];
}
