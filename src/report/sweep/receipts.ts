/** Whose money moves between two arms: what each party has more or less of, which sums to nothing. */
import { PARTY_WORDS } from "../../model/measures/receipts.ts";
import { PARTIES } from "../../model/measures/standing.ts";
import { figure, type Unit } from "../units.ts";
import { fitting } from "../wording.ts";
import { differenceAxis, placeOn } from "./axis.ts";
import { drawEffect, EFFECT_HEADER, effectCells, READING, reachesOf } from "./effect-rows.ts";
import { textCell, type Picture } from "./picture.ts";
import { drawDifferenceRows, endsInWords, type Row } from "./rows.ts";
import { comparedArm, type Effect, type Outcome, type Study } from "./study.ts";
import * as say from "./words.ts";

export interface Receipt {
  readonly label: string;
  readonly outcome: Outcome;
  readonly effect: Effect;
}

export interface Receipts {
  /** Those whom anything reaches in any seed, who get most first. */
  readonly moved: readonly Receipt[];
  readonly untouched: readonly string[];
  /** One for all, so that lines can be added up by eye. */
  readonly unit: Unit;
  readonly basis: string;
}

/** Of a comparison; undefined where the results do not tell of everybody, or nothing moves. */
export function receiptsOf(study: Study): Receipts | undefined {
  const { outcomes } = study;
  const arm = comparedArm(study);
  const found = PARTIES.flatMap((party): Receipt[] => {
    const outcome = outcomes.find(({ measure }) => measure.key === `receipts.${party}`);
    const effect = outcome?.effects[arm];
    return outcome === undefined || effect === undefined ? [] : [{ label: PARTY_WORDS[party][0], outcome, effect }];
  });
  const moved = found
    .filter(({ effect }) => effect.verdict !== "same")
    .sort((a, b) => b.effect.paired.mean - a.effect.paired.mean);
  if (found.length < PARTIES.length || moved.length === 0) return undefined;
  const decimals = Math.max(...moved.map(({ outcome }) => outcome.fine.decimals));
  const [{ outcome }] = moved;
  return {
    moved,
    untouched: found.filter(({ effect }) => effect.verdict === "same").map(({ label }) => label),
    unit: { ...outcome.fine, decimals: Math.min(2, decimals) },
    basis: outcome.basis,
  };
}

const isClear = ({ effect: { verdict } }: Receipt): boolean => verdict === "higher" || verdict === "lower";

/** Who clearly gets most more, and who clearly most less. */
export function endsOf({ moved }: Receipts): readonly Receipt[] {
  const clear = moved.filter(isClear);
  const gains = clear.filter(({ effect }) => effect.verdict === "higher").slice(0, 1);
  return [...gains, ...clear.filter(({ effect }) => effect.verdict === "lower").slice(-1)];
}

/** "care workers £1.2m a year more". */
function receiptText({ label, outcome, effect }: Receipt): string {
  return `${say.inSentence(label)} ${say.sizeText(outcome, effect)} ${effect.paired.mean > 0 ? "more" : "less"}`;
}

function titleOf(receipts: Receipts): string {
  if (receipts.moved.some(({ effect }) => effect.verdict === "one seed")) {
    return "Whose money moves: differences in one seed, without any range";
  }
  const ends = endsOf(receipts).map(receiptText);
  if (ends.length === 0) return "Whose money moves: no clear difference for anybody";
  return fitting([`Whose money moves: ${ends.join(", ")}`, ends.join(", "), ends[0]]);
}

/** What stands over the two sides of zero. */
const SIDES = ["less for them than in the reference", "more for them"] as const;

export function receiptsPicture(study: Study): readonly Picture[] {
  const receipts = receiptsOf(study);
  if (receipts === undefined) return [];
  const { moved, untouched, unit, basis } = receipts;
  const axis = differenceAxis(
    moved.flatMap(({ effect }) => reachesOf(effect)),
    unit,
    5,
  );
  const rows = moved.map(({ label, effect }): Row => ({
    label,
    value: say.effectText(effect, unit),
    mark: (strip) => drawEffect(effect, placeOn(axis.domain, strip.from, strip.to), strip),
  }));
  const sum = moved.reduce((total, { effect }) => total + effect.paired.mean, 0);
  const [own, reference] = [comparedArm(study), study.input.results.reference].map((each) =>
    say.labelInSentence(study, each),
  );
  return [
    {
      slug: "receipts",
      title: titleOf(receipts),
      subtitle: `Net receipts, what is got less what is paid (${unit.label}, cash prices): difference of ${own} from ${reference}. ${say.placeAndRuns(study, basis)}`,
      description: `Dots with intervals on one scale, one row for each party, who gets most more first. ${endsInWords(rows)} All rows together come to ${figure(Math.abs(sum) < 1e-6 ? 0 : sum, unit)}.`,
      notes: [
        READING,
        "Every penny that one has more another has less: in each seed all rows sum to nothing. What goes to suppliers, taxes and reserves is followed no further, and costs of hospitals and hours of unpaid care are in no account.",
        ...(untouched.length === 0
          ? []
          : [`Exactly the same in every seed: ${untouched.map(say.inSentence).join(", ")}.`]),
      ],
      twin: {
        header: ["Party", "What it is", ...EFFECT_HEADER],
        rows: moved.map(({ label, outcome, effect }) => [
          textCell(label),
          textCell(outcome.measure.sentence),
          ...effectCells(effect, { ...outcome, fine: unit }),
        ]),
      },
      draw: (size) => drawDifferenceRows(rows, axis, size, SIDES),
    },
  ];
}
