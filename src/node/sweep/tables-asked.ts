/**
 * The tables that a question about a sweep is asked of. A question changes nothing that was finished: where the folder's
 * own tables are not those of its cells, others are made from the cells in a folder of their own, and taken away again.
 */
import { join } from "node:path";
import { Failure } from "../failure.ts";
import { shellWord } from "../shell.ts";
import { scratchFolder } from "../store/scratch.ts";
import { discard } from "../store/folder.ts";
import { takeLock } from "../store/lock.ts";
import { placesOf } from "../store/places.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf, digestOf, type PlannedCell } from "./cells-of.ts";
import { DESIGN, readDesign, type SweepDesign } from "./design.ts";
import { addWeekly } from "./finish.ts";
import { strangersIn } from "./inspect.ts";
import { engineOfSweep, isAsMarked, readSweepSummary, type SweepSummary } from "./summary.ts";
import { type SweepTable, writeSweepTable } from "./tables.ts";

export interface Asked {
  readonly folder: string;
  readonly sql: string;
  /** The engine that is here. */
  readonly engineVersion: string;
  readonly say: (line: string) => void;
  /** Something to act on. */
  readonly warn: (line: string) => void;
}

export interface AskedTables {
  /** View -> file. */
  readonly files: Readonly<Record<string, string>>;
  /** Takes away what was made for this question. */
  readonly release: () => void;
}

/** The table of weeks is by far the largest: it is made when it is first asked for. */
const WEEKLY = /\bweekly\b/i;

export async function tablesOfSweep(asked: Asked): Promise<AskedTables> {
  const { folder, sql, engineVersion, say } = asked;
  const design = readDesign(folder);
  if (design.weekly === "none") refuseWeekly(design, folder, sql);
  const engine = engineOfSweep(folder, engineVersion);
  if (engine !== engineVersion) say(`These runs were made by engine ${engine}; this is engine ${engineVersion}.`);
  const store = new CellStore(folder, engine);
  const wanted: readonly SweepTable[] = ["runs", "yearly", ...(WEEKLY.test(sql) ? ["weekly" as const] : [])];
  const holes = holesIn(design, store, wanted.includes("weekly"));
  const summary = tellOfHoles(asked, design, store, holes);
  if (summary !== undefined && holes.length === 0 && wanted.includes("weekly")) {
    await keepWeekly(folder, design, store, summary);
  }
  return ownOrMade(asked, design, store, wanted, summary !== undefined && holes.length === 0);
}

/** Cells that are neither whole nor noted as failed. */
function holesIn(design: SweepDesign, store: CellStore, withWeekly: boolean): readonly PlannedCell[] {
  const isHole = (cell: PlannedCell): boolean =>
    store.read(cell, withWeekly) === undefined && store.failure(cell) === undefined;
  return cellsOf(design).filter(isHole);
}

const MOST_NAMED = 10;

/** Says what the answer leaves out. Gives the summary where it still speaks of these cells. */
function tellOfHoles(
  { folder, engineVersion, say, warn }: Asked,
  design: SweepDesign,
  store: CellStore,
  holes: readonly PlannedCell[],
): SweepSummary | undefined {
  const cells = cellsOf(design);
  const summary = readSweepSummary(folder);
  if (summary === undefined) {
    if (holes.length === cells.length) {
      const { notes } = strangersIn(store, cells);
      throw new Failure("invalid", `${folder} holds no finished run of engine ${engineVersion}`, [...notes]);
    }
    const missing = holes.length === 0 ? "its tables are not written yet" : `${holes.length} runs are missing`;
    const there = cells.length - holes.length;
    say(`The sweep is not finished: ${missing}; ${there} of ${cells.length} runs are in the answer.`);
    return undefined;
  }
  if (!isAsMarked(folder, DESIGN, summary.files)) warn(`${DESIGN} is not the file that was written.`);
  if (holes.length === 0 && summary.digest === digestOf(cells, store)) return summary;
  const named = holes.slice(0, MOST_NAMED).map(({ arm, seed }) => `arm ${arm.index}, seed ${seed}`);
  const more = holes.length > named.length ? `; and ${holes.length - named.length} more` : "";
  warn(
    holes.length === 0
      ? `${folder} was finished with digest ${summary.digest}, and its runs are others now.`
      : `${folder} was finished, and ${holes.length} of its ${cells.length} runs are missing or damaged: ${named.join("; ")}${more}.`,
  );
  warn("The answer is of what is there; nothing was changed. Give the sweep again to mend it.");
  return undefined;
}

/** Writes the table of weeks into the folder of a finished sweep, where it is not there or not whole. */
async function keepWeekly(folder: string, design: SweepDesign, store: CellStore, summary: SweepSummary): Promise<void> {
  if (isAsMarked(folder, "weekly.parquet", summary.files)) return;
  try {
    const lock = takeLock(placesOf(folder).lock);
    try {
      if (readSweepSummary(folder)?.digest === summary.digest) await addWeekly(folder, design, store);
    } finally {
      lock.release();
    }
  } catch (error) {
    // Somebody is writing there, or nobody may: the table is then made for this question only.
    if (!(error instanceof Failure) || !["locked", "io"].includes(error.kind)) throw error;
  }
}

/** The folder's own tables where they are those that were written, and others made from the cells where not. */
function ownOrMade(
  { folder, warn }: Asked,
  design: SweepDesign,
  store: CellStore,
  wanted: readonly SweepTable[],
  isWhole: boolean,
): AskedTables {
  const marks = readSweepSummary(folder)?.files ?? {};
  const files: Record<string, string> = {};
  let scratch: string | undefined;
  const release = (): void => {
    if (scratch !== undefined) discard(scratch);
  };
  try {
    for (const table of wanted) {
      const name = `${table}.parquet`;
      files[table] = join(folder, name);
      if (isWhole && isAsMarked(folder, name, marks)) continue;
      if (isWhole && table !== "weekly") {
        warn(
          `${name} is not the file that was written; the answer is from the cells. Give the sweep again to mend it.`,
        );
      }
      scratch ??= scratchFolder("query");
      files[table] = join(scratch, name);
      writeSweepTable(files[table], design, store, table);
    }
    return { files, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Fails in words where a question is asked of weeks that the sweep did not keep. */
function refuseWeekly({ name }: SweepDesign, folder: string, sql: string): void {
  if (!/\b(from|join)\s+"?weekly"?\b|\b(describe|summarize)\s+"?weekly"?\b/i.test(sql)) return;
  throw new Failure("invalid", `${folder} keeps no weeks of its runs: it was made with --weekly none`, [
    "The view yearly has every measure by financial year.",
    `To keep weeks, its runs are made once more: give ${shellWord(name)} again with --weekly headline and --out ${shellWord(folder)}`,
  ]);
}
