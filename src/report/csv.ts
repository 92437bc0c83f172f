/**
 * Tables as files: UTF-8 with a byte-order mark (spreadsheets need it to read "£"), CR LF line ends, RFC 4180 quotes.
 *
 * Numbers stand unquoted. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
import { visible } from "./markup.ts";
import { UNPARTED } from "./wording.ts";

const MARK = "\uFEFF";
const END = "\r\n";

export type Cell = string | { readonly number: string } | undefined;

/** Quoted always, so that a text never becomes a number, a date or a formula. */
function textCell(text: string): string {
  const shown = visible(text.replace(/[\r\n\t]+/g, " ").replaceAll(UNPARTED, " "));
  const safe = /^\s*[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return "";
  return typeof cell === "string" ? textCell(cell) : cell.number;
}

type Metadata = readonly (readonly [string, string])[];

const linesOf = (lines: readonly string[]): string => lines.map((line) => line + END).join("");

/** Lines of `# name, text` that say what the file is; an empty line ends them. */
export const csvLines = (metadata: Metadata): string =>
  linesOf(metadata.map(([name, text]) => `${textCell(`# ${name}`)},${textCell(text)}`));

/** The same at the beginning of a file. */
export const csvStart = (metadata: Metadata): string => MARK + csvLines(metadata);

/** Such lines, an empty one, the header and the rows. */
export const csvOf = (metadata: Metadata, header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvStart(metadata) + linesOf(["", header.map(textCell).join(","), ...rows.map((row) => row.map(cellOf).join(","))]);

/** The header and the rows alone, for programs and spreadsheets. */
export const csvTable = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  MARK + [header, ...rows].map((row) => row.map(cellOf).join(",") + END).join("");
