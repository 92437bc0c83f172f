/**
 * A file is measured before it is parsed: bytes, depth, size and the YAML features that scenarios do without.
 *
 * The lexer and the parser of concrete syntax work on a flat list with their own stack, so a limit met here costs nothing
 * of what a hostile file would have made of it: no recursion has begun and no alias is expanded.
 */
import { CST, Lexer, LineCounter, Parser } from "yaml";
import { codePointName, hiddenAt, quote, utf8Length } from "./characters.ts";
import type { Place, Report } from "./problem.ts";

export const LIMITS = Object.freeze({
  /** Of one file, in UTF-8. */
  bytes: 1_000_000,
  /** Maps and lists inside one another. */
  depth: 32,
  /** Keys and values. */
  nodes: 20_000,
  /** Counted before anything else is, since it costs least. */
  lines: 20_000,
  /** Lexical tokens: white space, marks and comments too. */
  tokens: 60_000,
  /** Characters of one key or value as written. */
  scalar: 20_000,
});

/** What the reader goes on with: tokens of concrete syntax, and where an offset stands. */
export interface Scanned {
  readonly tokens: readonly CST.Token[];
  readonly length: number;
  readonly placeOf: (offset: number) => Place;
}

/** How offsets become places: by line and column in a file, or all at one place for a piece of a command line. */
export type Placing = { readonly file: string } | { readonly at: Place };

/** Tokens of a text within the limits; undefined where it must not be parsed, which the report then says. */
export function scan(written: string, placing: Placing, report: Report): Scanned | undefined {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const placeOf = (offset: number): Place => {
    if ("at" in placing) return placing.at;
    const { line, col } = lines.linePos(offset);
    return { file: placing.file, line, column: col };
  };
  const text = written.startsWith("\uFEFF") ? written.slice(1) : written;
  if (!isReadable(text, placeOf, lines, report)) return undefined;
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const count = { tokens: 0, nodes: 0 };
  let inScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const place = (): Place => placeOf(parser.offset);
    const isScalar = inScalar || lexeme.startsWith('"') || lexeme.startsWith("'");
    inScalar = lexeme === CST.SCALAR;
    if (isScalar) count.nodes++;
    count.tokens++;
    if (!isWithin(count, lexeme, place, report)) return undefined;
    if (!isScalar && !isPlainYaml(lexeme, place, report)) return undefined;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > LIMITS.depth && depthOf(parser.stack) > LIMITS.depth) {
      refuse(
        report,
        place(),
        "lists and maps are nested too deeply",
        `more than ${LIMITS.depth} levels`,
        `${LIMITS.depth} levels`,
      );
      return undefined;
    }
  }
  tokens.push(...parser.end());
  return { tokens, length: text.length, placeOf };
}

/** Maps and lists that are open. */
const depthOf = (stack: readonly CST.Token[]): number => stack.filter((token) => CST.isCollection(token)).length;

function refuse(report: Report, place: Place, message: string, found: string, allowed: string): void {
  report.add(place, "", message, { kind: "refused", found, allowed });
}

/** Says what kind of file this is instead, if it is no text a person could have meant. */
function isReadable(text: string, placeOf: (offset: number) => Place, lines: LineCounter, report: Report): boolean {
  const start = placeOf(0);
  if (utf8Length(text, LIMITS.bytes) > LIMITS.bytes) {
    refuse(report, start, "the file is too large", `more than ${LIMITS.bytes} bytes`, `${LIMITS.bytes} bytes`);
    return false;
  }
  if (linesOf(text) > LIMITS.lines) {
    refuse(report, start, "there are too many lines", `more than ${LIMITS.lines}`, `${LIMITS.lines}`);
    return false;
  }
  if (text.slice(0, 200).includes("\0")) {
    report.add(start, "", "the file looks like UTF-16, or like no text at all", {
      found: "NUL characters",
      suggestion: SAVE_AS_UTF8,
    });
    return false;
  }
  const hidden = hiddenAt(text);
  if (hidden === -1) return true;
  for (let end = text.indexOf("\n"); end !== -1 && end < hidden; end = text.indexOf("\n", end + 1)) {
    lines.addNewLine(end + 1);
  }
  const isReturn = text[hidden] === "\r";
  report.add(placeOf(hidden), "", isReturn ? "lines end in an unknown way" : "there is a hidden character", {
    found: isReturn ? "a carriage return alone" : codePointName(text, hidden),
    suggestion: isReturn ? "end lines with a line feed" : "delete it",
  });
  return false;
}

/** Line ends, counted no further than just past the limit. */
function linesOf(text: string): number {
  let lines = 0;
  for (let end = text.indexOf("\n"); end !== -1 && lines <= LIMITS.lines; end = text.indexOf("\n", end + 1)) lines++;
  return lines;
}

export const SAVE_AS_UTF8 = "save the file as UTF-8";

/** The caps on how much there is; the first that is met ends the reading. */
function isWithin(
  count: { readonly tokens: number; readonly nodes: number },
  lexeme: string,
  place: () => Place,
  report: Report,
): boolean {
  if (count.nodes > LIMITS.nodes) {
    refuse(report, place(), "there are too many keys and values", `more than ${LIMITS.nodes}`, `${LIMITS.nodes}`);
  } else if (count.tokens > LIMITS.tokens) {
    refuse(report, place(), "there are too many marks and comments", `more than ${LIMITS.tokens}`, `${LIMITS.tokens}`);
  } else if (lexeme.length > LIMITS.scalar) {
    const found = `${lexeme.length} characters`;
    refuse(report, place(), "one key, value or comment is too long", found, `${LIMITS.scalar} characters`);
  } else return true;
  return false;
}

/** False where parsing must not begin: anchors, aliases and directives. A tag is said and read past. */
function isPlainYaml(lexeme: string, place: () => Place, report: Report): boolean {
  switch (CST.tokenType(lexeme)) {
    case "anchor":
    case "alias": {
      const suggestion = "write the value out, or put it in a parent file";
      report.add(place(), "", "anchors and aliases are not allowed", {
        kind: "refused",
        found: quote(lexeme),
        suggestion,
      });
      return false;
    }
    case "directive-line":
      report.add(place(), "", "directives are not allowed", { found: quote(lexeme), suggestion: "delete the line" });
      return false;
    case "tag":
      report.add(place(), "", "tags are not allowed", { found: quote(lexeme), suggestion: "write the value alone" });
      return true;
    default:
      return true;
  }
}
