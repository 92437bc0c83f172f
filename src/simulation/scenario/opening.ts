/** Levers that say how a council opens, changed from a later day on: nothing reads them then. */
import { daysFromIso } from "../../kernel/calendar.ts";
import type { Leaf } from "../../model/levers/index.ts";
import { type Horizon, isInside } from "./path.ts";
import type { Report } from "./problem.ts";
import type { Variation } from "./vary.ts";

/** Some levers of a council's size act on, and say how a dated change of them is tried. */
const isOfOpening = ({ kind, firstOrder }: Leaf): boolean => kind === "size" && firstOrder?.trial === undefined;

/**
 * How a council opens is read when it is founded: a later value would change nothing of what stands, so that whoever
 * writes one expects what the run does not do. Each lever and date is warned of once.
 */
export function sayOfOpening(changes: readonly Variation[], horizon: Horizon, report: Report): void {
  const said = new Set<string>();
  for (const { from, settings } of changes) {
    if (from === "") continue;
    const day = daysFromIso(from);
    if (day <= horizon.first || !isInside(day, horizon)) continue;
    for (const { leaf, at } of settings) {
      if (!isOfOpening(leaf) || said.has(`${from} ${leaf.path}`)) continue;
      said.add(`${from} ${leaf.path}`);
      report.add(at, leaf.path, "says how the council opens, which no later value changes", {
        kind: "warning",
        found: `from ${from}`,
        suggestion: "under set, write how the council opens",
      });
    }
  }
}
