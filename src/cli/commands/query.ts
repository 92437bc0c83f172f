/** `query`: a question in SQL over the tables of a sweep or a run. */
import { resolve } from "node:path";
import { Failure } from "../../node/failure.ts";
import { command } from "../command.ts";
import { aligned, counted } from "../text.ts";

export const query = command({
  usage: "query <results> [sql]",
  describe: "Ask a sweep or a run in SQL: views runs, yearly, weekly, people; a run has events too",
  words: {
    results: { type: "string", describe: "The folder of a sweep, or of a run" },
    sql: { type: "string", describe: "The question; names with a dot stand in double quotes" },
  },
  options: {
    file: {
      type: "string",
      requiresArg: true,
      describe: "Read the question from this file, where no shell takes its quotes away; - for standard input",
    },
    csv: { type: "boolean", default: false, describe: "Print CSV that a spreadsheet opens" },
    out: { type: "string", requiresArg: true, describe: "Write the CSV to this file, which no shell can spoil" },
    json: { type: "boolean", default: false, describe: "Print one JSON value on stdout" },
  },
  examples: [
    ['query output/tiny-1a2b3c4d "select status, count(*) from runs group by 1"', "How many runs are done"],
    [
      `query output/tiny-1a2b3c4d 'select arm, avg("outcomes.qualityOfLife") from yearly group by 1 order by 1'`,
      "The mean of a measure by arm",
    ],
    ["query output/tiny-1a2b3c4d --file question.sql", "The same from a file: in every shell, of Windows too"],
    ['query output/tiny-1a2b3c4d "select * from yearly" --out yearly.csv', "A table for a spreadsheet"],
    ['query output/tiny-1a2b3c4d "describe yearly"', "The columns of a view"],
  ],
  handle: async (given, { printer }) => {
    if (given.csv && given.json) {
      throw new Failure("invalid", "--csv and --json are both given", ["Keep one of them."]);
    }
    if (given.out !== undefined && given.json) {
      throw new Failure("invalid", "--out and --json are both given", ["--out writes CSV. Keep one of them."]);
    }
    const { folderMeant } = await import("../../node/results-kind.ts");
    const folder = folderMeant(given.results ?? "");
    if (given.out !== undefined) await refuseOtherTable(given.out, folder);
    const { questionOf } = await import("../question.ts");
    const sql = await questionOf(given, printer);
    const { query: ask } = await import("../../node/sweep/query.ts");
    const { engineVersion } = await import("../../simulation/engine-version.ts");
    const { columns, rows } = await ask({
      folder,
      sql,
      engineVersion,
      say: (line) => printer.say(line),
      warn: (line) => printer.warn(line),
    });
    if (given.json) {
      return printer.json(
        rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, plain(row[index])]))),
      );
    }
    if (given.csv || given.out !== undefined) {
      const { csvTable } = await import("../../report/csv.ts");
      const table = csvTable(
        columns,
        rows.map((row) => row.map(cell)),
      );
      if (given.out === undefined) return printer.data(table);
      const { placeWhole } = await import("../../node/store/place.ts");
      await placeWhole(resolve(given.out), new TextEncoder().encode(table));
      printer.data(given.out);
      printer.say(counted(rows.length, "row"));
      return;
    }
    printer.data(aligned([columns, ...rows.map((row) => row.map(shown))]));
    printer.say(counted(rows.length, "row"));
  },
});

/** Fails where the file would lie in the results, or is there and is no such table. */
async function refuseOtherTable(out: string, results: string): Promise<void> {
  const { refuseOther } = await import("../../node/own-file.ts");
  const { pathWithin } = await import("../../node/near-path.ts");
  if (results !== "" && pathWithin(results, out) !== undefined) {
    throw new Failure("invalid", `${out} would lie in the results that are asked`, ["Choose a place outside them."]);
  }
  const isOurs = (text: string): boolean => text.startsWith('\uFEFF"');
  refuseOther(out, { what: "table of ours", isOurs, otherwise: "Give another name." });
}

/** JSON has no word for NaN and infinity, not in lists and structures either. */
function plain(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plain);
  if (!isStructure(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

const isStructure = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A number stands unquoted in CSV, and nothing where there is no value, or none that a spreadsheet knows. */
function cell(value: unknown): string | { readonly number: string } | undefined {
  const known = plain(value);
  if (known === null || known === undefined) return undefined;
  return typeof known === "number" ? { number: String(known) } : shown(known);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
