/** Whose money moves, year by year: on whom it falls first, and on whom at last. */
import { pairedOf } from "../../experiment/paired.ts";
import { signedFigure, type Unit } from "../units.ts";
import { fitting } from "../wording.ts";
import type { Picture } from "./picture.ts";
import { type Receipt, receiptsOf } from "./receipts.ts";
import { comparedArm, type Study } from "./study.ts";
import * as say from "./words.ts";
import { drawYears, partingOf } from "./years.ts";

/** More parties than this are in the table of net receipts alone. */
const MOST_PANELS = 6;

/** What a party has more in a year: the mean over the seeds, and whether its interval lies on one side of zero as printed. */
interface Moved {
  readonly label: string;
  readonly mean: number;
  readonly isClear: boolean;
}

function movedIn(study: Study, { label, outcome }: Receipt, year: number, unit: Unit): Moved {
  const { seeds, yearly } = study.input.results;
  const arm = comparedArm(study);
  const [base, own] = [study.counterparts[arm], arm].map((each) =>
    seeds.map((_, seed) => (yearly(each, seed, outcome.measure.key)?.[year] ?? Number.NaN) * unit.scale),
  );
  const paired = pairedOf(base, own);
  if (paired === undefined) return { label, mean: 0, isClear: false };
  const { low, high, mean } = paired;
  const shows = [low, high].every((end) => /[1-9]/.test(signedFigure(end, unit)));
  return { label, mean, isClear: shows && Math.sign(low) === Math.sign(high) };
}

/** Who clearly has most less, in a sentence; undefined where nobody clearly has less. */
function hardest(moved: readonly Moved[]): string | undefined {
  const [most] = moved.filter(({ isClear, mean }) => isClear && mean < 0).sort((one, other) => one.mean - other.mean);
  return most === undefined ? undefined : say.inSentence(most.label);
}

function titleOf(study: Study, moved: readonly Receipt[], unit: Unit): string {
  const { years, seeds } = study.input.results;
  if (seeds.length < 2) return "Whose money moves, year by year, in one seed";
  const { from, to } = partingOf(study);
  const [first, last] = [from, to].map((year) => hardest(moved.map((each) => movedIn(study, each, year, unit))));
  const [start, end] = [years[from], years[to]];
  if (first === undefined && last === undefined) return "Whose money moves, year by year: nobody’s clearly";
  if (first === last) return fitting([`It falls most on ${first}, in ${start} and in ${end}`]);
  if (first === undefined) return fitting([`It falls on nobody clearly in ${start}, most on ${last} in ${end}`]);
  if (last === undefined) return fitting([`It falls most on ${first} in ${start}, on nobody clearly in ${end}`]);
  return fitting([`It falls most on ${first} in ${start}, on ${last} in ${end}`]);
}

/** Of a comparison over several years: the parties whom it moves most in any of them, on one scale. */
export function receiptsYearsPicture(study: Study): readonly Picture[] {
  const receipts = receiptsOf(study);
  const { from, to } = partingOf(study);
  if (receipts === undefined || to === from) return [];
  const { moved, unit } = receipts;
  const since = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const largest = (receipt: Receipt): number =>
    Math.max(...since.map((year) => Math.abs(movedIn(study, receipt, year, unit).mean)));
  const most = [...moved].sort((one, other) => largest(other) - largest(one)).slice(0, MOST_PANELS);
  const lines = moved
    .filter((each) => most.includes(each))
    .map(({ label, outcome }) => ({ outcome, name: label, unit }));
  const title = titleOf(study, moved, unit);
  const what = "net receipts of those whose money moves most";
  return [drawYears(study, comparedArm(study), { slug: "receipts-years", title, what, lines, sharedScale: true })];
}
