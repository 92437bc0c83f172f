/** The page of a sweep, drawn from its folder alone: the design and the cells that are there. */
import { join } from "node:path";
import { wholeYears } from "../../experiment/arm-figures.ts";
import { variedParameters } from "../../experiment/variants.ts";
import { leaves } from "../../model/levers/index.ts";
import { assumedOf, renderArms } from "../../report/index.ts";
import { engineVersion } from "../../simulation/engine-version.ts";
import { datesOf } from "../../simulation/timetable.ts";
import { Failure } from "../failure.ts";
import { legend } from "../legend.ts";
import { placeElsewhere, type Redrawn } from "../redraw.ts";
import { markOf, markOfFile, sameMark } from "../store/checksum.ts";
import { takeLock } from "../store/lock.ts";
import { placeWhole } from "../store/place.ts";
import { placesOf } from "../store/places.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf, digestOf } from "./cells-of.ts";
import { armScenario, designHash, readDesign } from "./design.ts";
import { gainsOfSweep } from "./gains.ts";
import { originsOfArm } from "./origins.ts";
import { openSweepResults } from "./read.ts";
import { engineOfSweep, isAsMarked, readSweepSummary, saidOf, SWEEP_PAGE, vouchFor } from "./summary.ts";
import { sweepLine } from "./sweep-line.ts";

/** Writes the page into the folder, or to another file, whole. Says whether it differs from the one in the folder. */
export async function redrawSweep(folder: string, elsewhere: string | undefined): Promise<Redrawn> {
  const out = placeElsewhere(folder, elsewhere);
  if (out === undefined) refuseHoles(folder);
  const before = saidOf(folder);
  const page = new TextEncoder().encode(await drawSweep(folder));
  const path = join(folder, SWEEP_PAGE);
  const isChanged = !isThere(path, page);
  if (out !== undefined) {
    await placeWhole(out, page);
    return { path: out, isChanged };
  }
  const files = readSweepSummary(folder)?.files;
  const isVouched = files === undefined || isAsMarked(folder, SWEEP_PAGE, files);
  if (!isChanged && isVouched) return { path, isChanged };
  const lock = takeLock(placesOf(folder).lock);
  try {
    // Somebody may have finished another sweep there meanwhile, of which this would be no page.
    const isOther = saidOf(folder) !== before;
    const placed = isOther ? new TextEncoder().encode(await drawSweep(folder)) : page;
    await placeWhole(path, placed);
    await vouchFor(folder, SWEEP_PAGE, markOf(placed));
  } finally {
    lock.release();
  }
  return { path, isChanged };
}

/** A finished sweep of which something is gone keeps its page: the new one would be of less, and look as whole. */
function refuseHoles(folder: string): void {
  const summary = readSweepSummary(folder);
  if (summary === undefined) return;
  const cells = cellsOf(readDesign(folder));
  if (summary.digest === digestOf(cells, new CellStore(folder, summary.engineVersion))) return;
  throw new Failure(
    "damaged",
    `${folder} is not as it was written: its runs are not the ones of its summary`,
    [
      "Nothing was changed. Give the sweep again to mend it; `caremarket verify` names what is wrong.",
      "To draw what is there all the same, elsewhere: --out.",
    ],
    { folder },
  );
}

function isThere(path: string, page: Uint8Array): boolean {
  try {
    return sameMark(markOfFile(path), markOf(page));
  } catch {
    return false;
  }
}

/** The page as text, of the runs of one engine. Fails where no run is there yet. */
export async function drawSweep(folder: string, engine = engineOfSweep(folder, engineVersion)): Promise<string> {
  const design = readDesign(folder);
  const store = new CellStore(folder, engine);
  const cells = cellsOf(design);
  const results = openSweepResults(folder, engine);
  const { years, yearOfWeek } = datesOf(design.scenario);
  if (!cells.some((cell) => store.read(cell, false) !== undefined)) {
    throw new Failure("invalid", `${folder} holds no finished run of this engine`, [
      "Run the sweep first: `caremarket sweep`.",
    ]);
  }
  const gains = await gainsOfSweep(design, store);
  return renderArms({
    kind: "sweep",
    results,
    measures: legend.measures,
    engineVersion: engine,
    digest: digestOf(cells, store),
    reproduce: sweepLine(design),
    hash: designHash(design),
    ...(design.council === undefined ? {} : { place: `one simulated council area (${design.council})` }),
    wholeYears: wholeYears(years, yearOfWeek),
    differences: variedParameters(
      design.arms.map((arm) => ({ scenario: armScenario(design, arm), origins: originsOfArm(design, arm) })),
    ),
    ...(gains === undefined ? {} : { gains }),
    warnings: [],
    assumed: assumedOf(leaves),
  });
}
