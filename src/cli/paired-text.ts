/** A paired comparison as a person reads it: the headline measures with their differences, seed by seed. */
import type { PairedStudy } from "../node/paired-data.ts";
import { endedText, receiptsOf, type Outcome, type Study } from "../report/index.ts";
import { effectText, judgementOf, reductionText, shareText } from "../report/sweep/words.ts";
import { figure } from "../report/units.ts";
import { COLUMNS, counted, fitted, wrapped } from "./text.ts";

/** @param isIdentical every run of one side is that of the other to the last bit */
export function pairedText({ study, ended }: PairedStudy, isIdentical: boolean, columns: number): string {
  const { seeds } = study.input.results;
  const rows = study.outcomes.filter(({ measure }) => measure.headline).flatMap((outcome) => rowsOf(outcome));
  const changed = rows.filter(({ isSame }) => !isSame);
  const same = rows.length - changed.length;
  if (rows.length === 0) return "No headline measure has a figure in the same seed on both sides.";
  if (changed.length === 0) {
    const all = `All ${rows.length} headline measures are exactly the same in every seed`;
    // Runs may differ in weeks, events and balances that no figure of these years shows.
    return isIdentical ? `${all}.` : `${all}, in the years compared.\n${basesText(study.outcomes)}`;
  }
  const header = ["measure", "reference", "difference (95% interval)", "", "higher", "lower", "variance reduction"];
  return [
    ...(ended === null ? [] : [endedText(study, ended), ""]),
    `Differences over ${counted(seeds.length, "seed")}, the second less the first, seed by seed:`,
    fitted([header, ...changed.map(({ cells }) => cells)], columns, "  "),
    ...(same === 0
      ? []
      : [
          `  ${counted(same, "more headline measure is", "more headline measures are")} exactly the same in every seed, in the years compared.`,
        ]),
    "",
    ...receiptsText(study, columns),
    basesText(study.outcomes),
    "higher, lower: shares of the seeds. variance reduction: how many times as many independent seeds the same interval",
    "would have taken. Intervals show run-to-run variation only. This is not a forecast.",
    ...(seeds.length === 1 ? ["One seed: no interval can be given."] : []),
    ...(seeds.length > 1 && seeds.length < 10 ? ["Fewer than 10 seeds: read the intervals with care."] : []),
  ].join("\n");
}

/** Whose money moves, in £ million a year; nothing where the results do not tell. */
function receiptsText(study: Study, columns: number): readonly string[] {
  const receipts = receiptsOf(study);
  if (receipts === undefined) return [];
  const { moved, untouched, unit } = receipts;
  const rows = moved.map(({ label, effect }) => [
    label,
    effectText(effect, unit),
    effect.verdict === "unclear" ? "not clear" : "",
  ]);
  const same = `Exactly the same in every seed: ${untouched.join("; ")}.`;
  return [
    `Whose money moves, ${unit.label}: what one has more another has less.`,
    fitted([["", "difference (95% interval)", ""], ...rows], columns, "  "),
    ...(untouched.length === 0 ? [] : [wrapped(same, Math.min(columns, COLUMNS), "  ")]),
    "",
  ];
}

/** What each figure is, once for all rows. */
function basesText(outcomes: readonly Outcome[]): string {
  const of = (isSum: boolean): string | undefined =>
    outcomes.find(({ measure }) => (measure.yearly === "sum") === isSum)?.basis;
  const [sums, levels] = [of(true), of(false)];
  const parts = [
    sums === undefined ? "" : `What adds up, a year: ${sums}.`,
    levels === undefined ? "" : `Levels: ${levels}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

interface Row {
  readonly isSame: boolean;
  readonly cells: readonly string[];
}

function rowsOf(outcome: Outcome): readonly Row[] {
  const { measure, unit, fine, levels, effects } = outcome;
  const effect = effects[1];
  if (effect === undefined) return [];
  const { paired, verdict } = effect;
  const level = Number.isFinite(levels[0]) ? figure(levels[0], unit) : "not defined";
  const isInFigure = unit.prefix !== "" || unit.suffix !== "";
  const cells = [
    isInFigure ? measure.label : `${measure.label}, ${unit.label}`,
    level,
    effectText(effect, fine),
    judgementOf(outcome, effect) ?? (verdict === "unclear" ? "not clear" : verdict === "slight" ? "hardly any" : ""),
    shareText(paired.higher),
    shareText(paired.lower),
    reductionText(paired),
  ];
  return [{ isSame: verdict === "same", cells }];
}
