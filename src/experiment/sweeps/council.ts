/** A council that is asked for is that of all arms. */
import type { Report } from "../../simulation/scenario/problem.ts";
import type { SweepFile } from "./file.ts";

/** Of a sweep over councils nobody can ask that it happen in one. */
export function sayCouncils({ axes, placeOf }: SweepFile, report: Report): void {
  const axis = axes.find(({ values }) => values.some(({ council }) => council !== undefined));
  if (axis === undefined) return;
  const suggestion = "leave --council out, or the axis";
  report.add(placeOf("axes"), axis.name, "decides the council, and so does --council", { suggestion });
}
