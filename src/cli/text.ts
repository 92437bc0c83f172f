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

/** "1 run", "20 runs". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
