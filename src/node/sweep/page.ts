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
import { engineOfSweep, SWEEP_PAGE } from "./summary.ts";
import { sweepLine } from "./sweep-line.ts";

/** Writes the page into the folder, or to another file, whole. Says whether it differs from the one that was there. */
export async function redrawSweep(
  folder: string,
  out: string | undefined,
): Promise<{ path: string; isChanged: boolean }> {
  const page = new TextEncoder().encode(await drawSweep(folder));
  const path = out ?? join(folder, SWEEP_PAGE);
  const isChanged = !isThere(join(folder, SWEEP_PAGE), page);
  if (out === undefined && !isChanged) return { path, isChanged };
  const lock = takeLock(placesOf(folder).lock);
  try {
    await placeWhole(path, page);
  } finally {
    lock.release();
  }
  return { path, isChanged };
}

function isThere(path: string, page: Uint8Array): boolean {
  try {
    return sameMark(markOfFile(path), markOf(page));
  } catch {
    return false;
  }
}

/** The page as text. Fails where no run is there yet. */
export async function drawSweep(folder: string): Promise<string> {
  const design = readDesign(folder);
  const engine = engineOfSweep(folder, engineVersion);
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
    file: `${design.name}.yaml`,
    hash: designHash(design),
    wholeYears: wholeYears(years, yearOfWeek),
    differences: variedParameters(
      design.arms.map((arm) => ({ scenario: armScenario(design, arm), origins: originsOfArm(design, arm) })),
    ),
    ...(gains === undefined ? {} : { gains }),
    warnings: [],
    assumed: assumedOf(leaves),
  });
}
