/** How differences between arms are put into words: always as sure, and as unsure, as their interval. */
import type { SweepArm, SweepAxis } from "../../experiment/sweep-results.ts";
import { digits, figure, pricedLabel, signedFigure, type Unit } from "../units.ts";
import { counted, quoted, unparted } from "../wording.ts";
import { axisUnit, LONGEST_LABEL, settingText } from "./arms.ts";
import { intervalUnit, isAYear, isPoints, isWithoutSpread, type Effect, type Outcome, type Study } from "./study.ts";

/** The unit of the end of a range, without the word that the middle has just said. */
export const bare = (unit: Unit): Unit => ({
  ...unit,
  differenceSuffix: unit.differenceSuffix === " points" ? "" : unit.differenceSuffix,
});

/** "+£0.42 (+£0.31 to +£0.53)": mean difference and its interval; of one seed the difference alone. */
export function effectText(effect: Effect, unit: Unit): string {
  const { paired, verdict } = effect;
  if (verdict === "same") return "exactly the same";
  const mean = signedFigure(paired.mean, intervalUnit(paired, unit));
  return paired.seeds < 2 ? mean : `${mean} (${intervalText(effect, unit)})`;
}

/** "+£0.31 to +£0.53"; where nothing can be told of an interval without width, what was found in each seed. */
export function intervalText({ paired, verdict }: Effect, own: Unit, word = ""): string {
  const unit = bare(intervalUnit(paired, own));
  const low = signedFigure(paired.low, unit);
  if (verdict === "unclear" && isWithoutSpread(paired)) return `${low}${word} in each of ${paired.seeds} seeds`;
  return `${low} to ${signedFigure(paired.high, unit)}${word}`;
}

/** What is counted, for a size whose unit carries no sign of it: "agencies". Nothing for a scale or for money. */
function thing({ fine, measure }: Outcome): string {
  if (fine.prefix !== "" || fine.differenceSuffix !== "") return "";
  const [word] = measure.unit.split(/[,(]/);
  return /^(points?|share|ratio|index)\b/.test(word) ? "" : word.trim();
}

/** "person" for "people", "agency" for "agencies", "hour per week" for "hours per week". */
function one(things: string): string {
  const [word, ...rest] = things.split(" ");
  const single = word === "people" ? "person" : word.replace(/ies$/, "y").replace(/s$/, "");
  return [single, ...rest].join(" ");
}

/** " a year" after what adds up over time, " an hour" after a price. */
const perYear = ({ measure, fine }: Outcome): string => {
  if (isAYear(measure)) return " a year";
  const [rate] = /(?<=^£) an? (hour|week)\b/.exec(fine.label) ?? [""];
  return rate;
};

/** "£0.42", "1.3 points", "19 packages", "£0.75m a year": how large, without which way. */
export function sizeText(outcome: Outcome, effect: Effect): string {
  const year = thing(outcome) === "" ? perYear(outcome) : "";
  return bareSize(outcome, effect) + year;
}

function bareSize(outcome: Outcome, effect: Effect): string {
  const { fine, measure } = outcome;
  const what = thing(outcome);
  const points = isPoints(measure) ? " points" : "";
  const amount = figure(Math.abs(effect.paired.mean), {
    ...intervalUnit(effect.paired, fine),
    suffix: fine.differenceSuffix,
  });
  return amount + (what === "" ? points : ` ${amount === "1" ? one(what) : what}`);
}

/** "£0.42 higher", "1.3 points lower", "19 packages more a year", "no clear difference", "exactly the same". */
export function verdictText(outcome: Outcome, effect: Effect): string {
  const what = thing(outcome);
  const size = sizeText(outcome, effect);
  const way = (isMore: boolean): string => {
    if (what === "") return isMore ? "higher" : "lower";
    return (isMore ? "more" : "fewer") + perYear(outcome);
  };
  switch (effect.verdict) {
    case "higher":
    case "lower":
      return `${size} ${way(effect.verdict === "higher")}`;
    case "same":
      return "exactly the same";
    case "one seed":
      return `${size} ${way(effect.paired.mean > 0)} in the one seed`;
    case "slight":
      return "hardly any difference";
    case "unclear":
      return "no clear difference";
  }
}

/** Behind an interval that follows no size: " points", " people"; nothing where its ends carry their unit. */
export function unitWord(outcome: Outcome): string {
  if (outcome.fine.differenceSuffix === " points" || isPoints(outcome.measure)) return " points";
  const what = thing(outcome);
  return what === "" ? "" : ` ${what}`;
}

/** The same with its interval, for a sentence. */
export function verdictSentence(outcome: Outcome, effect: Effect): string {
  const text = verdictText(outcome, effect);
  if (effect.verdict === "same" || effect.paired.seeds < 2) return text;
  return `${text} (95% interval ${intervalText(effect, outcome.fine)})`;
}

/** Whether the difference is for the better; nothing where it is not clear, too small to matter, or a matter of standpoint. */
export function judgementOf({ better }: Outcome, { verdict }: Effect): "better" | "worse" | undefined {
  if (better === undefined || (verdict !== "higher" && verdict !== "lower")) return undefined;
  return verdict === better ? "better" : "worse";
}

/** "12.3", and where nothing differs or varies, the reason. */
export function reductionText({ varianceReduction, seeds }: Effect["paired"]): string {
  if (Number.isFinite(varianceReduction)) {
    return digits(varianceReduction, varianceReduction < 10 ? 1 : 0);
  }
  return seeds < 2 ? "needs two seeds" : "nothing varies";
}

/** In which parameters of size and make-up the two councils of a comparison differ; arms of a sweep are compared within theirs. */
export const otherSizeOf = ({ input }: Study): readonly string[] =>
  input.kind === "comparison" ? (input.otherSize ?? []) : [];

/** Whether there is one council, with a policy and without. */
export const isOneCouncil = (study: Study): boolean => otherSizeOf(study).length === 0;

export const shareText = (share: number): string => `${digits(100 * share, 0)}%`;

/** Whether arms are compared each in its own world, so that no one arm is the reference of all. */
export const hasManyReferences = ({ counterparts }: Study): boolean => new Set(counterparts).size > 1;

/** What arms are compared with where there are many references. */
export const OWN_REFERENCE = "Each arm is compared with the reference’s policy under the arm’s own uncertainties";

/** "The reference is fees held.": for the description of a picture. */
export const referenceSentence = (study: Study): string =>
  hasManyReferences(study) ? `${OWN_REFERENCE}.` : `The reference is ${referenceLabel(study)}.`;

/** The reference in words; its label where there is one. */
export const referenceLabel = ({ arms, input }: Study): string => labelOf(arms[input.results.reference]);

/** As shown: no line ends between a figure and its sign. Files and data have the label as it is. */
export const labelOf = (arm: SweepArm): string => (arm.label === "" ? `arm ${arm.index + 1}` : unparted(arm.label));

/** In a sentence: “Fees frozen for two years”, "arm 17 (fee follows costs by 0%, elasticity that an agency sees 8)". */
export function labelInSentence({ arms, input: { kind, results } }: Study, arm: number): string {
  if (kind === "comparison") return quoted(labelOf(arms[arm]));
  const numbered = labelOf(arms[arm]).replace(/^arm (\d+): (.*)$/, "arm $1 ($2)");
  return results.axes.reduce(
    (text, { label }) =>
      text
        .split(label)
        .map((part, place, all) => {
          if (place === all.length - 1) return part;
          return `${part}${part === "" || /(, |\()$/.test(part) ? inSentence(label) : label}`;
        })
        .join(""),
    numbered,
  );
}

/** The one axis on which the arms lie, each at a value of its own: its name can stand once, over them all. */
function onlyAxis({ arms, input: { results } }: Study): SweepAxis | undefined {
  const [axis, other] = results.axes.filter(({ values }) => values.length > 1);
  if (axis === undefined || other !== undefined) return undefined;
  const texts = new Set(arms.map(({ settings }) => settingText(settings[axis.name] ?? "", axis)));
  return texts.size === arms.length && !texts.has("") ? axis : undefined;
}

/** An arm where the words over it name the one axis: by its value; elsewhere by its label. Tables and files have the label. */
export function valueLabel(study: Study, arm: number): string {
  const axis = onlyAxis(study);
  const text = axis && settingText(study.arms[arm].settings[axis.name], axis);
  return text === undefined || text.length > LONGEST_LABEL ? labelOf(study.arms[arm]) : text;
}

/** "from the reference (80%), by “pass-through of cost growth”": what goes with values that stand alone. */
export function fromReference(study: Study): readonly [reference: string, by: string] {
  const axis = onlyAxis(study);
  if (axis === undefined) return ["the reference", ""];
  const unit = axisUnit(axis) === "" ? "" : ` (${axisUnit(axis)})`;
  const by = `, by “${unparted(inSentence(axis.label))}”${unit}`;
  return [`the reference (${valueLabel(study, study.input.results.reference)})`, by];
}

/** Where and over what: ends every subtitle. */
export function placeAndRuns({ input }: Study, basis: string): string {
  const place = input.place ?? "one simulated council area";
  const start = place.slice(0, 1).toUpperCase() + place.slice(1);
  return `${start}, ${basis}; ${counted(input.results.seeds.length, "seed")}.`;
}

/** "£ an hour", and of money at which prices. */
export const unitText = ({ fine, measure }: Outcome): string => pricedLabel(fine, measure);

/** A label inside a sentence: its first letter small, unless the word is an abbreviation. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
