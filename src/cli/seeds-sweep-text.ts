/** How many seeds a sweep needs, as a person reads it. */
import { areLevels, type ArmsLook, byNeed, mostSeeds } from "../experiment/arms-seeds.ts";
import type { Precision, PrecisionGoal } from "../experiment/seeds-needed.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import { shellWord } from "../node/shell.ts";
import type { SweepDesign } from "../node/sweep/design.ts";
import type { ArmsEnough } from "../node/sweep/seeds-enough.ts";
import type { NamedStudy } from "../node/sweep-files.ts";
import { digits, figure, signedFigure } from "../report/units.ts";
import { seedsText } from "../node/seeds.ts";
import { ENOUGH, fineUnit } from "./seeds-text.ts";
import { aligned, counted } from "./text.ts";

/** What is told of a sweep. */
export interface SweepTold {
  readonly study: NamedStudy;
  readonly measure: MeasureInfo;
  readonly goal: PrecisionGoal;
  readonly design: SweepDesign;
  readonly found: ArmsEnough;
}

const SPARED = "; arms that were known well enough were run no further.";

/** More arms than this are not listed. */
const MOST_LISTED = 12;

/** One look at what has been run so far. */
export function lookAtArms(look: ArmsLook): string {
  const places = byNeed(look);
  const open = places.filter((place) => look.arms[place]?.state === "more");
  const widest = Math.max(...open.map((place) => look.arms[place]?.halfWidth ?? Number.NaN));
  const width = Number.isNaN(widest) ? "no interval yet" : `the widest ± ${widest.toPrecision(3)}`;
  const done = `${places.length - open.length} of ${counted(places.length, "arm")}`;
  return `${counted(mostSeeds(look), "seed")}: ${done} narrow enough, ${width}; on to ${Math.max(...look.next)}`;
}

export function armsText(told: SweepTold): string {
  const { measure, goal, design, found } = told;
  const { look, arms, counterparts, reference, basis, runs, reused } = found;
  const isAlone = arms.length === 1;
  const isOfLevels = areLevels(counterparts);
  const places = byNeed(look);
  const most = mostSeeds(look);
  const known = places.map((place) => look.arms[place] as Precision);
  const largest = Math.max(...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const unit = fineUnit(measure.unit, largest, goal.halfWidth);
  const show = (value: number): string => (isOfLevels ? figure : signedFigure)(value * unit.scale, unit);
  const isWithin = !isOfLevels && places.some((place) => counterparts[place] !== reference);
  const rows = places.slice(0, MOST_LISTED).map((place) => {
    const { mean, low, high, runs: seeds, isConstant } = look.arms[place] as Precision;
    const range = isConstant ? "the same in every seed" : `${show(low)} to ${show(high)}`;
    const other = arms[counterparts[place]].index;
    const name = `arm ${arms[place].index}`;
    return [
      isWithin ? `${name} less arm ${other}` : name,
      counted(seeds, "seed"),
      show(mean),
      range,
      arms[place].label,
    ];
  });
  const more = places.length - rows.length;
  const width = digits(goal.halfWidth * unit.scale, unit.decimals);
  const against = isWithin
    ? "the one with the reference's policy in the same circumstances"
    : `arm ${arms[reference].index}, the reference (${arms[reference].label})`;
  const what = isOfLevels ? "" : `, each arm less ${against}`;
  const [first] = places;
  const isEven = places.length > 1 && known.every(({ runs: made }) => made === most);
  const { index, label } = arms[first];
  const who = isAlone ? "." : isEven ? ", for every arm." : `; arm ${index} needed most (${label}).`;
  const missing = known.filter(({ seeds, runs: made }) => seeds < made).length;
  const same = design.arms.length - arms.length;
  return [
    `${measure.label} (${measure.unit}), ${basis}${what}`,
    aligned(rows, "  "),
    ...(more > 0 ? [`  and ${counted(more, "more arm")}, none of which needed more; --json lists all`] : []),
    ...(missing > 0 ? [`In ${counted(missing, "arm")} the measure has no value in some of the seeds.`] : []),
    ...(same > 0
      ? [`${counted(same, "arm")} of the sweep ${same === 1 ? "is" : "are"} the same as another and counted once.`]
      : []),
    "",
    `${counted(most, "seed")} are enough for ± ${width}${who}`,
    `${counted(runs, "run")} now${reused > 0 ? `, ${reused} were in the folder` : ""}${isEven || isAlone ? "." : SPARED}`,
    "",
    ...honesty(goal.minimum ?? ENOUGH, known.length),
    ...keep(told),
  ].join("\n");
}

function honesty(minimum: number, arms: number): readonly string[] {
  const often = minimum >= ENOUGH ? "about 94" : "90 to 94";
  const each = `Whoever stops as soon as it is narrow stops a little early: each interval holds its mean ${often} times`;
  const lines = [each, "in 100, less often where the figure is very skewed. It shows run-to-run variation only."];
  return arms < 2 ? lines : [...lines, `That all ${arms} hold theirs at once is less likely.`];
}

function keep({ study, design, found }: SweepTold): readonly string[] {
  const text = seedsText(found.seeds);
  const inFile = /^\d+-\d+$/.test(text) ? text : `[${text.replaceAll(",", ", ")}]`;
  const line = `To keep the runs: caremarket`;
  if (study.kind === "sweep") {
    const council = design.council === undefined ? "" : ` --council ${shellWord(design.council)}`;
    return [
      `For the sweep file: seeds: ${inFile}`,
      `${line} sweep ${shellWord(study.named)}${council} --seeds ${text}`,
    ];
  }
  const all = design.seeds.length;
  const isThere = found.seeds.every((seed) => design.seeds.includes(seed));
  if (isThere) return [`The folder has as many: ${counted(all, "seed")}.`];
  return [`For the sweep file: seeds: ${inFile}`, `${line} extend ${shellWord(study.named)} --seeds ${text}`];
}
