/** Dates of a sweep file at which nothing, or not what was meant, would happen. */
import { daysFromIso } from "../../kernel/calendar.ts";
import { sayOfOpening } from "../../simulation/scenario/opening.ts";
import { isInside } from "../../simulation/scenario/path.ts";
import type { Report } from "../../simulation/scenario/problem.ts";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import type { SweepFile } from "./file.ts";

/** A date outside the run never acts, or acts from the beginning; how a council opens is not read again. */
export function sayOfDates(file: SweepFile, { start, weeks }: ResolvedScenario, report: Report): void {
  const first = daysFromIso(start);
  const horizon = { first, end: first + 7 * weeks };
  for (const { from, at, path } of file.dates) {
    if (isInside(daysFromIso(from), horizon)) continue;
    report.add(at, path, "is outside the run", { found: from, allowed: `${weeks} weeks from ${start}` });
  }
  const ofAxes = file.axes.flatMap(({ values }) => values.flatMap(({ variations }) => variations));
  sayOfOpening([...file.variations, ...ofAxes], horizon, report);
}
