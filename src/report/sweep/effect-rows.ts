/** Differences from the reference with their intervals: of one measure over the arms, or of every measure in one arm. */
import { drawLines, type Line } from "../charts/line-path.ts";
import { PALETTE } from "../charts/palette.ts";
import { element, type Part } from "../markup.ts";
import { figure, signedFigure } from "../units.ts";
import { counted, fitting } from "../wording.ts";
import { differenceAxis, endTexts, placeOn, reachOf } from "./axis.ts";
import { numberCell, textCell, type MissingPicture, type Picture, type TableCell, type Twin } from "./picture.ts";
import { drawDifferenceRows, drawRows, endsInWords, FROM_REFERENCE, type Row, type Strip } from "./rows.ts";
import { type Effect, intervalUnit, type Outcome, type Study } from "./study.ts";
import { measuresInFile } from "./tables.ts";
import * as say from "./words.ts";

/** A line over the interval and a dot at the mean: filled where the interval lies on one side of zero. */
export function drawEffect({ paired, verdict }: Effect, at: (value: number) => number, { y }: Strip): readonly Part[] {
  const isClear = verdict === "higher" || verdict === "lower";
  const [low, high] = [at(paired.low), at(paired.high)];
  const cap = (x: number): Line => [x, y - 5, x, y + 5];
  const interval = paired.seeds > 1 && drawLines([[low, y, high, y], cap(low), cap(high)]);
  const dot = element("circle", { cx: at(paired.mean), cy: y, r: 5, fill: isClear ? PALETTE[0] : "#FFFFFF" });
  return [element("g", { stroke: PALETTE[0], "stroke-width": 2 }, interval, dot)];
}

export const reachesOf = ({ paired }: Effect): readonly number[] => [paired.mean, paired.low, paired.high];

export const EFFECT_HEADER: readonly string[] = [
  "Mean difference",
  "95% interval: from",
  "95% interval: to",
  "Median difference",
  "Seeds higher",
  "Seeds lower",
  "Seeds compared",
  "Variance-reduction factor",
];

/** The paired statistics of one measure in one arm, as cells of a table. */
export function effectCells({ paired }: Effect, outcome: Pick<Outcome, "fine">): readonly TableCell[] {
  const fine = intervalUnit(paired, outcome.fine);
  const show = (value: number): string => signedFigure(value, { ...fine, differenceSuffix: "" });
  const percent = (share: number): TableCell => numberCell(100 * share, { decimals: 0 }, () => say.shareText(share));
  const { seeds, varianceReduction } = paired;
  const bound = (value: number): TableCell => (seeds < 2 ? textCell("needs two seeds") : numberCell(value, fine, show));
  const reduction = say.reductionText(paired);
  return [
    numberCell(paired.mean, fine, show),
    bound(paired.low),
    bound(paired.high),
    numberCell(paired.median, fine, show),
    percent(paired.higher),
    percent(paired.lower),
    { text: String(seeds), number: String(seeds) },
    Number.isFinite(varianceReduction)
      ? { text: reduction, number: String(Number(varianceReduction.toPrecision(4))) }
      : textCell(reduction),
  ];
}

export const READING =
  "Dot: mean of the differences, seed by seed; line: 95% interval of that mean. Filled dot: the interval lies on one side of zero; open dot: it does not, has no width in fewer than six seeds, or the difference is too small to matter.";

/** Arms that cannot all be shown. */
const MOST_ROWS = 16;

interface ArmEffect {
  readonly arm: number;
  readonly effect: Effect;
}

const isClear = ({ effect: { verdict } }: ArmEffect): boolean => verdict === "higher" || verdict === "lower";

/** Those that clearly differ first, the furthest from zero on either side; then the next largest. The highest stands first. */
function shownOf(effects: readonly ArmEffect[]): readonly ArmEffect[] {
  const byMean = [...effects].sort((a, b) => b.effect.paired.mean - a.effect.paired.mean || b.arm - a.arm);
  if (byMean.length <= MOST_ROWS) return byMean;
  const clear = byMean.filter(isClear);
  const higher = clear.filter(({ effect }) => effect.verdict === "higher");
  const lower = clear.filter(({ effect }) => effect.verdict === "lower").reverse();
  const half = MOST_ROWS / 2;
  const rest = byMean
    .filter((each) => !isClear(each))
    .sort((a, b) => Math.abs(b.effect.paired.mean) - Math.abs(a.effect.paired.mean));
  const chosen = new Set(
    [
      ...higher.slice(0, Math.max(half, MOST_ROWS - lower.length)),
      ...lower.slice(0, Math.max(half, MOST_ROWS - higher.length)),
      ...rest,
    ].slice(0, MOST_ROWS),
  );
  return byMean.filter((each) => chosen.has(each));
}

/** Which of them are shown, where not all are. */
function shownText(effects: readonly ArmEffect[], shown: readonly ArmEffect[]): string {
  const [clear, drawn] = [effects.filter(isClear).length, shown.filter(isClear).length];
  const start = `Of ${effects.length} arms`;
  if (clear === 0) return `${start}, the ${shown.length} with the largest differences`;
  if (drawn < clear) {
    return `${start}, ${drawn} of the ${clear} that clearly differ, the furthest from zero on either side`;
  }
  const next = shown.length - drawn;
  const which = drawn === 1 ? "the one that clearly differs" : `all ${drawn} that clearly differ`;
  return next === 0 ? `${start}, ${which}` : `${start}, ${which}, and the ${next} with the next largest differences`;
}

const armEffects = ({ effects }: Outcome): readonly ArmEffect[] =>
  effects.flatMap((effect, arm) => (effect === undefined ? [] : [{ arm, effect }]));

function armsTitle({ measure }: Outcome, effects: readonly ArmEffect[], of: string): string {
  const higher = effects.filter(({ effect }) => effect.verdict === "higher").length;
  const lower = effects.filter(({ effect }) => effect.verdict === "lower").length;
  const { label } = measure;
  const total = counted(effects.length, "arm");
  if (effects.every(({ effect }) => effect.verdict === "same")) {
    return fitting([`${label}: exactly the same in all arms`]);
  }
  if (effects.some(({ effect }) => effect.verdict === "one seed")) {
    return fitting([`${label}: differences in one seed, without any range`]);
  }
  const slight = effects.filter(({ effect }) => effect.verdict === "slight").length;
  if (slight > 0 && higher + lower === 0) {
    const which = slight === effects.length ? "hardly any difference" : "hardly any difference, or no clear one,";
    return fitting([`${label}: ${which} in any of ${total}`]);
  }
  if (higher + lower === 0) return fitting([`${label}: no clear difference in any of ${total}`]);
  if (higher === effects.length) return fitting([`${label}: higher than ${of} in all ${total}`]);
  if (lower === effects.length) return fitting([`${label}: lower than ${of} in all ${total}`]);
  const parts = [higher > 0 && `higher in ${higher}`, lower > 0 && `lower in ${lower}`].filter(Boolean).join(", ");
  return fitting([`${label}: ${parts} of ${total} than ${of}`, `${label}: ${parts} of ${total}`]);
}

/** One measure in every arm, on one scale. */
export function armsPicture(study: Study, outcome: Outcome, slug: string): Picture | MissingPicture {
  const { measure, fine, unit, levels, basis } = outcome;
  const effects = armEffects(outcome);
  const name = `picture of ${say.inSentence(measure.label)} over the arms`;
  if (effects.length === 0) return { slug, name, reason: "no arm has a figure in the same seed as the reference" };
  const shown = shownOf(effects);
  const reference = levels[study.input.results.reference];
  const level =
    Number.isFinite(reference) && !say.hasManyReferences(study) ? `, where it is ${figure(reference, unit)}` : "";
  const [from, by] = say.fromReference(study);
  const left = study.arms.length - effects.length - new Set(study.counterparts).size;
  const rows = shown.map(({ arm, effect }): Row => ({
    label: say.valueLabel(study, arm),
    value: [say.effectText(effect, fine), say.judgementOf(outcome, effect)].filter(Boolean).join(" "),
    mark: (strip) => drawEffect(effect, placeOn(axis.domain, strip.from, strip.to), strip),
  }));
  const axis = differenceAxis(
    shown.flatMap(({ effect }) => reachesOf(effect)),
    fine,
    5,
  );
  return {
    slug,
    title: armsTitle(outcome, effects, "the reference"),
    subtitle: `${measure.label} (${say.unitText(outcome)}): difference from ${from}${level}${by}. ${say.placeAndRuns(study, basis)}`,
    description: `Dots with intervals, one row for each arm, the highest first. ${endsInWords(rows)} ${measure.sentence} ${say.referenceSentence(study)}`,
    notes: [
      READING,
      ...(shown.length < effects.length
        ? [
            `${shownText(effects, shown)}${measuresInFile(study) === undefined ? "." : `; the file of ${measuresInFile(study)} has all.`}`,
          ]
        : []),
      ...(left > 0 ? [`${counted(left, "arm")} without a figure in any seed of the reference: not drawn.`] : []),
      ...(say.hasManyReferences(study) ? [`${say.OWN_REFERENCE}.`] : []),
    ],
    twin: {
      header: ["Arm", "Level", ...EFFECT_HEADER],
      rows: shown.map(({ arm, effect }) => [
        textCell(say.labelOf(study.arms[arm])),
        numberCell(levels[arm], fine, (value) => figure(value, fine)),
        ...effectCells(effect, outcome),
      ]),
    },
    draw: (size) => drawDifferenceRows(rows, axis, size, FROM_REFERENCE),
  };
}

/** Measures of one subject in one arm, each row on a scale of its own. */
export function measuresPicture(
  study: Study,
  outcomes: readonly Outcome[],
  arm: number,
  slug: string,
  subject: string,
): Picture | MissingPicture {
  const found = outcomes.flatMap((outcome) => {
    const effect = outcome.effects[arm];
    return effect === undefined ? [] : [{ outcome, effect }];
  });
  if (found.length === 0) {
    return { slug, name: `picture of ${subject}`, reason: "no measure has a figure in the same seed in both arms" };
  }
  const rows = found.map(({ outcome, effect }): Row => {
    const reach = reachOf(reachesOf(effect));
    const { fine } = outcome;
    return {
      label: `${outcome.measure.label} (${outcome.unit.label})`,
      value: [say.effectText(effect, fine), say.judgementOf(outcome, effect)].filter(Boolean).join(" "),
      mark: (strip) => drawEffect(effect, placeOn([-reach, reach], strip.from, strip.to), strip),
      ...(effect.verdict === "same" ? {} : { ends: endTexts(reach, fine) }),
    };
  });
  return {
    slug,
    title: measuresTitle(subject, found),
    subtitle: `${subject} (${unitsOf(found)}): differences of ${say.labelInSentence(study, arm)} from ${say.labelInSentence(study, study.input.results.reference)}. ${say.placeAndRuns(study, basisOf(found))}`,
    description: `Dots with intervals, one row for each measure, zero in the middle of every row. Each row has a scale of its own, so that lengths cannot be compared between rows. ${endsInWords(rows)}`,
    notes: [READING, "Each row has its own scale, written at its ends: compare a row with zero, not with another row."],
    twin: twinOfMeasures(found, arm, study),
    draw: (size) => drawRows({ rows, zero: ({ from, to }) => (from + to) / 2, sides: ["lower", "higher"] }, size),
  };
}

const unitsOf = (found: Found): string => [...new Set(found.map(({ outcome }) => say.unitText(outcome)))].join("; ");

type Found = readonly { readonly outcome: Outcome; readonly effect: Effect }[];

const basisOf = (found: Found): string => [...new Set(found.map(({ outcome }) => outcome.basis))].join(" or ");

function measuresTitle(subject: string, found: Found): string {
  const clear = found.filter(({ effect }) => effect.verdict === "higher" || effect.verdict === "lower");
  if (found.every(({ effect }) => effect.verdict === "same")) {
    return fitting([`${subject}: exactly the same in every seed`]);
  }
  if (found.some(({ effect }) => effect.verdict === "one seed")) {
    return fitting([`${subject}: differences in one seed only`]);
  }
  if (clear.length === 0) {
    const isSlight = found.some(({ effect }) => effect.verdict === "slight");
    return fitting([
      `${subject}: ${isSlight ? "hardly any difference, or no clear one," : "no clear difference"} in any measure`,
    ]);
  }
  const [first] = [...clear].sort((a, b) => b.outcome.weight - a.outcome.weight);
  const { label } = first.outcome.measure;
  const difference = say.verdictText(first.outcome, first.effect);
  // A measure that begins as its subject does names it: "Quality of life of like people: 0.06 points higher".
  const lead = label.startsWith(subject)
    ? `${label}: ${difference}`
    : `${subject}: ${say.inSentence(label)} ${difference}`;
  const rest = clear.length > 1 ? `; ${clear.length - 1} more differ${clear.length === 2 ? "s" : ""}` : "";
  return fitting([`${lead}${rest}`, lead, `${subject}: ${clear.length} of ${found.length} measures differ`]);
}

function twinOfMeasures(found: Found, arm: number, study: Study): Twin {
  return {
    header: ["Measure", "Unit", "Reference", "Compared", ...EFFECT_HEADER],
    rows: found.map(({ outcome, effect }) => {
      const { fine, levels, measure } = outcome;
      const level = (value: number): TableCell => numberCell(value, fine, (each) => figure(each, fine));
      return [
        textCell(measure.label),
        textCell(say.unitText(outcome)),
        level(levels[study.counterparts[arm]]),
        level(levels[arm]),
        ...effectCells(effect, outcome),
      ];
    }),
  };
}
