/** Plain text for terminals of any width: columns that line up, lists that can be searched. */

/** Rows of cells as lines; every column but the last is padded to its widest cell. */
export function aligned(rows: readonly (readonly string[])[], indent = "", gap = "  "): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index])));
      return `${indent}${cells.join(gap)}`.trimEnd();
    })
    .join("\n");
}

/** Narrower cells than this are not broken: a table with such cells is easier to read beyond the edge. */
const NARROWEST = 14;

/** As `aligned`, with cells of words broken over lines where the table is wider than the terminal. */
export function fitted(rows: readonly (readonly string[])[], columns: number, indent = "", gap = "  "): string {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = fittedWidths(rows, columns - indent.length - gap.length * (count - 1));
  const broken = rows.flatMap((row) => {
    const cells = row.map((text, index) =>
      text.length <= widths[index] ? [text] : wrapped(text.trimStart(), widths[index], indentOf(text)).split("\n"),
    );
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ""));
  });
  return aligned(broken, indent, gap);
}

/** Widths of columns that come to `room`, the widest narrowed first and none below its longest word. */
function fittedWidths(rows: readonly (readonly string[])[], room: number): readonly number[] {
  const widths: number[] = [];
  const least: number[] = [];
  for (const [index, text] of rows.flatMap((row) => [...row.entries()])) {
    const words = text.trimStart().split(" ");
    const longest = Math.max(...words.map(({ length }) => length));
    widths[index] = Math.max(widths[index] ?? 0, text.length);
    least[index] = Math.max(least[index] ?? NARROWEST, indentOf(text).length + longest);
  }
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width, -room);
    const spare = widths.map((width, index) => (width > least[index] ? width : 0));
    const widest = spare.indexOf(Math.max(...spare, 0));
    if (!(over > 0) || !(spare[widest] > 0)) return widths;
    const next = Math.max(0, ...spare.filter((width) => width < spare[widest]));
    widths[widest] = Math.max(least[widest], widths[widest] - over, Math.min(next, widths[widest] - 1));
  }
}

const indentOf = (text: string): string => " ".repeat(text.length - text.trimStart().length);

/** Text in lines of at most so many characters, each after the indent; a longer word stands alone. */
export function wrapped(text: string, columns: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && indent.length + longer.length > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => indent + each).join("\n");
}

/** Columns that a paragraph of words takes at most: longer lines are hard to follow. */
export const COLUMNS = 100;

/** "1 run", "20 runs". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
