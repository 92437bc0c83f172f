/** What a measure hangs on, as a person reads it: a table with intervals, or the box in which a policy fails, in words. */
import type { BoxCheck, Column, FoundBox, Interval, Limit, Study, SweepAxis } from "../experiment/index.ts";
import { aligned, COLUMNS, counted, wrapped } from "./text.ts";

export interface StudyWords {
  readonly study: Study;
  readonly axes: readonly SweepAxis[];
  /** Unit of the measure. */
  readonly unit: string;
  /** What the figures are, such as "mean over 4 seeds". */
  readonly basis: string;
}

export function studyText({ study, axes, unit, basis }: StudyWords): string {
  const { measure, known, arms, output } = study;
  const head = [
    `${measure} (${unit}), ${basis}`,
    `${known === arms ? counted(arms, "arm") : `${known} of ${counted(arms, "arm")}`}: ${rangeText(output)}`,
  ];
  return [...head, "", ...findingText(study, axes)].join("\n");
}

function findingText({ finding, columns, known }: Study, axes: readonly SweepAxis[]): readonly string[] {
  if (finding.method === "prim") return primText(finding, columns, axes);
  if (finding.method === "morris") {
    const rows = finding.axes.map(({ name, muStar, muStarInterval, mu, muInterval, sigma, sigmaInterval }) => [
      name,
      ...estimate(muStar, muStarInterval),
      ...estimate(mu, muInterval),
      ...estimate(sigma, sigmaInterval),
    ]);
    return [
      `Morris's screening, ${counted(finding.trajectories, "trajectory", "trajectories")}: what the whole length of an axis moves.`,
      table(["axis", "size (mu*)", RANGE, "which way (mu)", RANGE, "unevenness (sigma)", RANGE], rows),
      "An uneven axis hangs on where the others stand, or works along a curve.",
    ];
  }
  if (finding.method === "sobol") {
    const rows = finding.axes.map(({ name, first, firstInterval, total, totalInterval }) => [
      name,
      ...estimate(total, totalInterval),
      ...estimate(first, firstInterval),
    ]);
    return [
      `Sobol indices, ${counted(finding.base, "base point")}: shares of the variance (${short(finding.variance)}).`,
      table(["axis", "with others (total)", RANGE, "alone (first order)", RANGE], rows),
      "Estimates: a little below 0 or above 1 is noise.",
    ];
  }
  return regressionText(finding, known);
}

type Regressed = Extract<Study["finding"], { method: "regression" }>;

/** Luck that moves a share by more than this leaves nothing to be read off it. */
const MOST_LUCK = 0.25;
/** With fewer arms for each axis, an interval drawn from the arms themselves is too narrow. */
const ENOUGH_ARMS = 10;

function regressionText({ axes, rankR2, r2 }: Regressed, known: number): readonly string[] {
  const isLuck = ({ shareLuck }: Regressed["axes"][number]): boolean => shareLuck > MOST_LUCK;
  const rows = axes.map((axis) => [
    axis.name,
    ...estimate(axis.ranked, axis.rankedInterval),
    short(axis.standardised, 3),
    short(axis.spearman, 3),
    isLuck(axis) ? `(${short(axis.share, 2)})` : short(axis.share, 3),
  ]);
  const most = Math.max(0, ...axes.filter(isLuck).map(({ shareLuck }) => shareLuck));
  const notes = [
    "Coefficient: how the measure's rank among the arms goes with the axis's, the others held, from −1 to 1. On values: the same, in standard deviations. Correlation: of ranks, the others not held. Share of variance: how much of what differs between arms lies between the axis's values; a little below 0 is none.",
    ...(most > 0
      ? [
          `A share in brackets cannot be estimated from so few arms: an axis that does nothing would have up to ± ${short(most, 2)}.`,
        ]
      : []),
    ...(known < ENOUGH_ARMS * axes.length
      ? [
          `${counted(known, "arm")} for ${counted(axes.length, "axis", "axes")} are few: the intervals are rough, and can pass 1. ${ENOUGH_ARMS * axes.length} or more would do.`,
        ]
      : []),
    ...(rankR2 < 0.5 ? ["Less than half of it goes along straight lines: believe the share of variance more."] : []),
  ];
  return [
    `Regression on ranks, ${counted(known, "arm")}: R² ${short(rankR2, 3)} on ranks, ${short(r2, 3)} on values.`,
    table(["axis", "coefficient", RANGE, "on values", "correlation", "share of variance"], rows),
    ...notes.map((note) => wrapped(note, COLUMNS)),
  ];
}

/** "18.46 in the lowest, 18.51 in the middle (median), 18.58 in the highest", with digits enough to tell them apart. */
function rangeText({ least, median, most }: Study["output"]): string {
  if (Number.isNaN(least)) return "no value";
  const apart = most - least;
  const decimals = apart > 0 ? Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(apart)))) : 0;
  const [low, middle, high] = [least, median, most].map((value) =>
    apart > 0 ? String(Number(value.toFixed(decimals))) : short(value, 6),
  );
  return apart > 0
    ? `${low} in the lowest, ${middle} in the middle (median), ${high} in the highest`
    : `${low} in every one`;
}

const RANGE = "95% interval";

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => aligned([heads, ...rows]);

const estimate = (value: number, { low, high }: Interval): readonly [string, string] => [
  short(value),
  Number.isNaN(low) || Number.isNaN(high) ? "none" : `${short(low)} to ${short(high)}`,
];

/** So many digits are enough to see by; --json has them all. */
const short = (value: number, digits = 3): string =>
  Number.isNaN(value) ? "not defined" : String(Number(value.toPrecision(digits)));

const percent = (share: number): string => `${Math.round(100 * share)}%`;

export const conditionText = ({
  measure,
  operator,
  bound,
}: {
  measure: string;
  operator: string;
  bound: number;
}): string => `${measure} ${operator} ${bound}`;

type Prim = Extract<Study["finding"], { method: "prim" }>;

function primText({ discovery, condition, check }: Prim, columns: readonly Column[], axes: readonly SweepAxis[]) {
  const { rows, interesting, boxes } = discovery;
  const share = percent(interesting / rows);
  const head = `It fails (${conditionText(condition)}) in ${interesting} of ${counted(rows, "arm")}, ${share}.`;
  const lines = boxes.flatMap((box) => boxText(box, columns, axes, { overall: interesting / rows, check }));
  return [head, ...lines];
}

function boxText(
  box: FoundBox,
  columns: readonly Column[],
  axes: readonly SweepAxis[],
  { overall, check }: { readonly overall: number; readonly check: BoxCheck | undefined },
): readonly string[] {
  const { restrictions, rows, interesting, coverage, density, isDense } = box;
  if (restrictions.length === 0) return ["No range of any axis sets the failures apart from the rest."];
  const clauses = restrictions.map(({ limit }) => limitText(limit, columns, axes));
  const rests = restrictions.map(({ limit, densityWithout, quasiP }) => {
    const heldOut = check?.axes.find(({ name }) => name === limit.name);
    const seen = [limit.name, limitText(limit, columns, axes, ""), percent(densityWithout), chance(quasiP)];
    return heldOut === undefined ? seen : [...seen, chance(heldOut.chance), percent(heldOut.again)];
  });
  const heads = ["axis", "where it fails", "density without this", "chance by luck (quasi-p)"];
  return [
    "",
    wrapped(`It fails when ${clauses.join(", and ")}.`, COLUMNS),
    "",
    `${counted(rows, "arm")} in this box: ${interesting} fail (density ${percent(density)}, against ${percent(overall)} overall), which are ${percent(coverage)} of all that fail (coverage).`,
    ...(isDense ? [] : ["It is no denser than that: other things than these axes decide, or luck does."]),
    "",
    table(check === undefined ? heads : [...heads, "on arms held out", "found again"], rests),
    "",
    wrapped(checkText(check), COLUMNS),
  ];
}

const chance = (p: number): string => (p < 0.001 ? "under 0.001" : short(p, 2));

/** What becomes of the box on arms that the search has not seen. */
function checkText(check: BoxCheck | undefined): string {
  if (check === undefined) {
    return "The box was found on the arms on which it is judged, and too few fail, or too few do not, to hold some back.";
  }
  const { boxes, density, densityInterval, coverage, coverageInterval, densityFound, overall, holds, axes } = check;
  const range = (share: number, { low, high }: Interval): string => {
    const ends = Number.isNaN(low) ? "no interval" : `${percent(low)} to ${percent(high)}`;
    return Number.isNaN(share) ? "not defined" : `${percent(share)} (${ends})`;
  };
  const words = holds
    ? "It holds on arms that the search has not seen."
    : "It does not hold on arms that the search has not seen: do not build on it.";
  const figures = `Of ${boxes} boxes, each found on four fifths of the arms and tried on the rest, the density is ${range(density, densityInterval)}, against ${percent(densityFound)} where they were found and ${percent(overall)} overall; coverage ${range(coverage, coverageInterval)}.`;
  const doubtful = axes.filter((axis) => axis.again >= 0.5 && axis.chance > 0.05).map(({ name }) => name);
  const doubt = holds && doubtful.length > 0 ? ` Held out, these may be luck: ${doubtful.join(", ")}.` : "";
  return `${words} ${figures} So dense by luck: ${chance(check.chance)}.${doubt}`;
}

/** "fee follows costs by at most 0.4", "direct-payment rate from 0.8 to 0.9", "rate is one of fixed, share". */
function limitText(limit: Limit, columns: readonly Column[], axes: readonly SweepAxis[], label?: string): string {
  const axis = axes.find(({ name }) => name === limit.name);
  const subject = label ?? axis?.label ?? limit.name;
  const said = (words: string): string => `${subject} ${words}`.trim();
  if ("kept" in limit) {
    const [only] = limit.kept;
    return limit.kept.length === 1 ? said(`is ${only}`) : said(`is one of ${limit.kept.join(", ")}`);
  }
  const values = columns.find(({ name }) => name === limit.name)?.values.map(Number) ?? [];
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  if (limit.from === limit.to) return said(`is ${short(limit.from)}`);
  if (limit.from === least) return said(`is at most ${short(limit.to)}`);
  if (limit.to === most) return said(`is at least ${short(limit.from)}`);
  return said(`is from ${short(limit.from)} to ${short(limit.to)}`);
}
