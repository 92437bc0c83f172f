/** Reads a file of comma-separated values back, telling quoted cells from bare ones. */

export interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

export function readCsv(file: string): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = file.startsWith("\uFEFF") ? 1 : 0;
  while (at < file.length) {
    const isQuoted = file[at] === '"';
    let text = "";
    if (isQuoted) {
      at++;
      while (file[at] !== '"' || file[at + 1] === '"') {
        if (at >= file.length) throw new Error("a quoted cell never ends");
        if (file[at] === '"') at++;
        text += file[at];
        at++;
      }
      at++;
    } else {
      while (at < file.length && file[at] !== "," && file[at] !== "\r") {
        text += file[at];
        at++;
      }
    }
    row.push({ text, isQuoted });
    if (file[at] === ",") {
      at++;
      continue;
    }
    if (file.slice(at, at + 2) !== "\r\n") throw new Error(`a line does not end in CR LF at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}
