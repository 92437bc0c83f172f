/** The citation line of a results folder, of a run or of a sweep, finished or not. */
import { engineVersion } from "../../simulation/engine-version.ts";
import { kindOfResults } from "../results-kind.ts";
import { readManifest } from "../store/manifest.ts";
import { citedRun } from "../store/write.ts";
import { CellStore } from "../sweep/cell-store.ts";
import { cellsOf, digestOf } from "../sweep/cells-of.ts";
import { readDesign } from "../sweep/design.ts";
import { citedSweep } from "../sweep/finish.ts";
import { engineOfSweep } from "../sweep/summary.ts";
import { citationOf } from "./citation.ts";

export function citationOfResults(named: string): string {
  const { kind, path } = kindOfResults(named);
  if (kind !== "sweep") return citationOf(citedRun(readManifest(path)));
  const design = readDesign(path);
  const engine = engineOfSweep(path, engineVersion);
  return citationOf(citedSweep(design, engine, digestOf(cellsOf(design), new CellStore(path, engine))));
}
