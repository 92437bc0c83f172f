/** How many seeds it took, as a person reads it. */
import type { Precision, PrecisionGoal } from "../experiment/seeds-needed.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { Enough } from "../node/seeds-enough.ts";
import { shellWord } from "../node/shell.ts";
import type { Described } from "../node/store/write.ts";
import { digits, figure, signedFigure, type Unit, unitOf } from "../report/units.ts";
import { counted } from "./text.ts";

export interface Told {
  readonly described: Described;
  readonly against: Described | undefined;
  readonly measure: MeasureInfo;
  readonly goal: PrecisionGoal;
  readonly found: Enough;
  /** As they were asked for. */
  readonly asked: Asked;
}

/** The words that name what was asked about. */
interface Asked {
  readonly scenario?: string | undefined;
  readonly against?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly "set-both"?: readonly string[] | undefined;
  readonly council?: string | undefined;
  readonly weeks?: string | undefined;
}

/** One look at what has been run so far. */
export function lookText({ runs, halfWidth, next }: Precision): string {
  const width = Number.isNaN(halfWidth) ? "no interval yet" : `± ${halfWidth.toPrecision(3)}`;
  return `${counted(runs, "seed")}: ${width}; on to ${next}`;
}

/** The minimum from which the loss by looking again and again is about one in a hundred. */
export const ENOUGH = 20;

export function enoughText({ described, against, measure, goal, found, asked }: Told): string {
  const { precision, basis } = found;
  const { mean, low, high, runs, seeds: defined } = precision;
  const unit = fineUnit(measure.unit, Math.max(Math.abs(low), Math.abs(high)), goal.halfWidth);
  const show = (value: number): string => (against === undefined ? figure : signedFigure)(value * unit.scale, unit);
  const what = against === undefined ? "" : `, ${described.scenario.name} less ${against.scenario.name}`;
  const range = `95% interval ${show(low)} to ${show(high)}`;
  const lines = [
    `${measure.label} (${measure.unit}), ${basis}${what}`,
    `  mean ${show(mean)}, ${range}`,
    `  ${counted(runs, "seed")} are enough for ± ${digits(goal.halfWidth * unit.scale, unit.decimals)}: 1-${runs}`,
  ];
  if (defined < runs) lines.push(`  The measure has no value in ${counted(runs - defined, "seed")}.`);
  if (precision.isConstant) lines.push("  It was the same in every seed, so the width of 0 says little.");
  const often = (goal.minimum ?? ENOUGH) >= ENOUGH ? "about 94" : "90 to 94";
  return [
    ...lines,
    "",
    `Whoever stops as soon as it is narrow stops a little early: such an interval holds the mean ${often} times in`,
    "100, less often where the figure is very skewed. It shows run-to-run variation only.",
    `To keep them: ${keepingText(asked, `1-${runs}`)}`,
  ].join("\n");
}

/** The command that makes the same runs and keeps what they come to. */
function keepingText(
  { scenario = "", against, set = [], "set-both": both = [], council, weeks }: Asked,
  seeds: string,
): string {
  const named = against === undefined ? ["run", scenario] : ["compare", against, scenario];
  const changes = [...both.flatMap((each) => ["--set-both", each]), ...set.flatMap((each) => ["--set", each])];
  const shared = [
    ...(council === undefined ? [] : ["--council", council]),
    ...(weeks === undefined ? [] : ["--weeks", weeks]),
    "--seeds",
    seeds,
  ];
  const out = against === undefined ? [] : ["--out", "difference"];
  return ["caremarket", ...named, ...changes, ...shared, ...out].map(shellWord).join(" ");
}

/** The measure's unit, with so many decimals that the width asked for can be seen. */
export function fineUnit(text: string, largest: number, width: number): Unit {
  const unit = unitOf(text, largest);
  let decimals = unit.decimals;
  while (
    decimals < 6 &&
    Number((width * unit.scale).toFixed(decimals)) !== Number((width * unit.scale).toPrecision(2))
  ) {
    decimals++;
  }
  return { ...unit, decimals };
}
