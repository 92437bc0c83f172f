/** Tables and marked places of the documents that are written from the code. */

/** A cell shows what it holds: bars and line ends would part it. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/gu, " ").trim();

/** A Markdown table; columns whose head ends in "#" are set to the right, without the mark. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = heads.map((head) => (head.endsWith("#") ? "---:" : "---"));
  return [line(heads.map((head) => head.replace(/#$/u, ""))), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

/** What stands between `<!-- name -->` and `<!-- /name -->`, both of which stay. */
const placeOf = (name: string): RegExp => new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`, "u");

/** Puts a text in its marked place. Throws a RangeError where the document has no such place. */
export function filled(document: string, name: string, text: string): string {
  if (!placeOf(name).test(document)) throw new RangeError(`the document has no place for ${name}`);
  return document.replace(placeOf(name), (_, before: string, after: string) => `${before}\n\n${text}\n\n${after}`);
}
