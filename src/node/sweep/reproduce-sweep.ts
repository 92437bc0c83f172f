/** A sweep reproduces if every cell gives its figures again, and the cells give the tables their bytes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engineVersion } from "../../simulation/engine-version.ts";
import { CRATE } from "../crate/crate.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { checkEngine, differs } from "../reproduce.ts";
import { firstOtherwise, keyedSample, type Made, refuseNothing, type Rerun, type RerunRequest } from "../rerun.ts";
import { scratchFolder } from "../store/scratch.ts";
import { discard } from "../store/folder.ts";
import { markOf, markOfFile, sameMark } from "../store/checksum.ts";
import type { Cell } from "./cell.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf, keptOf, type PlannedCell } from "./cells-of.ts";
import { armScenario } from "./design.ts";
import { sweepCrate } from "./finish.ts";
import { inspectSweep, type Inspection } from "./inspect.ts";
import { engineOfSweep, readSweepSummary, SWEEP_PAGE } from "./summary.ts";
import { SWEEP_TABLES, writeSweepTable } from "./tables.ts";

export interface ReproduceSweepRequest extends Omit<RerunRequest, "runs"> {
  readonly folder: string;
  /** Compare even if another engine version wrote the folder. */
  readonly anyEngine: boolean;
  /** Run so many cells only, chosen by a hash. */
  readonly sample: number | undefined;
}

export interface ReproducedRuns {
  readonly folder: string;
  readonly engineVersion: string;
  /** Runs made again, of how many there are. */
  readonly runs: number;
  readonly of: number;
  /** Runs that had failed and left no figures; none of them is made again. */
  readonly failed: number;
  readonly digest: string;
  /** Tables, and the page, whose bytes came out the same. */
  readonly files: readonly string[];
}

/** Returns only if everything is identical; otherwise fails with kind "damaged" and the first cell that differs. */
export async function reproduceSweep(request: ReproduceSweepRequest): Promise<ReproducedRuns> {
  const { folder, anyEngine, sample } = request;
  checkEngine(folder, { engineVersion: engineOfSweep(folder, engineVersion) }, anyEngine);
  const { inspection, store, cells } = openWhole(folder);
  refuseNothing(folder, cells);
  const chosen =
    sample === undefined
      ? cells
      : keyedSample(cells, sample, inspection.digest, ({ scenarioHash, seed }) => `${scenarioHash} ${seed}`);
  const kept = keptOf(inspection.design);
  const runs = chosen.map((cell): Rerun => {
    const scenario = armScenario(inspection.design, cell.arm);
    return { scenario, seed: cell.seed, kept, differs: (made) => differenceIn(cell, store, made) };
  });
  const otherwise = await firstOtherwise({ ...request, runs });
  if (otherwise !== undefined) {
    const { arm, seed } = chosen[otherwise.place];
    const cell = { arm: arm.index, seed, label: arm.label };
    throw differs(folder, `arm ${arm.index}, seed ${seed}`, otherwise.how, [`That arm is: ${arm.label}`], cell);
  }
  const files = sample === undefined ? compareTables(folder, inspection, store) : [];
  const page = sample === undefined ? await comparePage(folder, store) : [];
  const all = cellsOf(inspection.design).length;
  return {
    folder,
    engineVersion,
    runs: chosen.length,
    of: cells.length,
    failed: all - cells.length,
    digest: inspection.digest,
    files: [...files, ...page],
  };
}

/** A finished sweep's cells that are done; fails with the first thing that is damaged or missing. */
export function openWhole(folder: string): {
  readonly inspection: Inspection;
  readonly store: CellStore;
  readonly cells: readonly PlannedCell[];
} {
  const madeBy = engineOfSweep(folder, engineVersion);
  const inspection = inspectSweep(folder, madeBy);
  const { problems, counts } = inspection;
  if (problems.length > 0) {
    throw new Failure("damaged", `${folder} is damaged: ${problems[0]}`, problems.slice(1, 10), { folder, problems });
  }
  const store = new CellStore(folder, madeBy);
  const all = cellsOf(inspection.design);
  if (counts.missing > 0) {
    const first = all.find((cell) => store.state(cell, keptOf(inspection.design)) === "missing");
    throw new Failure(
      "damaged",
      `${folder} is incomplete: arm ${first?.arm.index}, seed ${first?.seed} has not been run`,
      [`${counts.missing} runs are missing in all. Give the sweep again: only those are run.`],
      { folder, missing: counts.missing },
    );
  }
  if (!inspection.isFinished) {
    throw new Failure("damaged", `${folder} is incomplete: its tables and summary are not written yet`, [
      "Give the sweep again: no run is made twice.",
    ]);
  }
  return { inspection, store, cells: all.filter((cell) => store.read(cell, false) !== undefined) };
}

function differenceIn(cell: PlannedCell, store: CellStore, made: Made): string | undefined {
  const stored = store.read(cell, true);
  if (stored === undefined) return "its cell is gone";
  // The content names the engine: another one that gives the same figures has the same digest.
  const isSame = stored.engineVersion === made.engineVersion ? stored.content === made.content : true;
  if (isSame && stored.digest === made.digest) {
    const hasPeople = stored.peopleMark !== undefined && made.peopleMark !== undefined;
    return hasPeople && stored.peopleMark !== made.peopleMark ? "its table of people is another one" : undefined;
  }
  const figure = firstFigure(stored, made);
  if (figure !== undefined) return figure;
  return stored.digest === made.digest
    ? `its figures have checksum ${stored.content} there and ${made.content} here`
    : `it has digest ${stored.digest} there and ${made.digest} here`;
}

/** The first yearly figure that is not the same. */
function firstFigure(there: Cell, here: Cell): string | undefined {
  for (const [year, label] of there.years.entries()) {
    for (const [key, values] of Object.entries(there.yearly)) {
      const [one, other] = [values[year], here.yearly[key]?.[year]];
      if (!Object.is(one, other)) return `${key} of ${label} is ${one} there and ${other} here`;
    }
  }
  return undefined;
}

/** The page drawn again must be the one that is there. Another engine may draw otherwise, and is asked for no page. */
async function comparePage(folder: string, store: CellStore): Promise<readonly string[]> {
  const path = join(folder, SWEEP_PAGE);
  if (store.engineVersion !== engineVersion || !existsSync(path)) return [];
  const { drawSweep } = await import("./page.ts");
  const drawn = markOf(new TextEncoder().encode(await drawSweep(folder)));
  const there = attempt("read", path, () => markOfFile(path));
  if (!sameMark(drawn, there)) {
    throw differs(folder, SWEEP_PAGE, "comes out with other bytes", [
      "It was changed, or drawn by another version. To draw it again: caremarket report",
    ]);
  }
  return [SWEEP_PAGE];
}

/** The tables made from the cells again must be those that were written. */
function compareTables(folder: string, { design, digest }: Inspection, store: CellStore): readonly string[] {
  const written = readSweepSummary(folder)?.files ?? {};
  const scratch = scratchFolder("reproduce");
  try {
    const names = SWEEP_TABLES.map((table) => ({ table, name: `${table}.parquet` }));
    const compared = names.filter(({ name }) => Object.hasOwn(written, name));
    for (const { table, name } of compared) {
      const path = join(scratch, name);
      writeSweepTable(path, design, store, table);
      const there = attempt("read", join(folder, name), () => markOfFile(join(folder, name)));
      if (!sameMark(markOfFile(path), there)) throw differs(folder, name, "comes out with other bytes");
    }
    // Another engine may describe its results in other words.
    if (store.engineVersion === engineVersion) {
      const path = join(folder, CRATE);
      const there = attempt("read", path, () => readFileSync(path, "utf8"));
      if (there !== sweepCrate(design, store, digest)) throw differs(folder, CRATE, "comes out with other bytes");
    }
    return compared.map(({ name }) => name);
  } finally {
    discard(scratch);
  }
}
