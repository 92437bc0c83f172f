/** What is said of who gains and who loses: shares, which way the mean goes, and the title over a picture. */
import { signedFigure, unitOf, type Unit } from "../units.ts";
import { capitalised, fitting } from "../wording.ts";
import type { GainRow, Gains, GainWords } from "./input.ts";
import { intervalUnit } from "./study.ts";

export const gainUnit = ({ unit }: Pick<Gains, "unit">): Unit => ({ ...unitOf(unit, 10), decimals: 2 });

/** For a mean and its interval: as many digits more as tell its ends apart, from each other and from zero. */
export const meanUnit = (unit: Unit, { spread }: { readonly spread?: GainRow["spread"] | undefined }): Unit =>
  spread !== undefined && Number.isFinite(spread.low) ? intervalUnit(spread, unit) : unit;

/** Shares as written: in whole per cent, what is left of the two unchanged, so that the three add up to 100 everywhere. */
export function sharesText({ better, worse }: Pick<GainRow, "better" | "worse">) {
  const [won, lost] = [better, worse].map((share) => Math.round(100 * share));
  return { better: `${won}%`, worse: `${lost}%`, unchanged: `${Math.max(0, 100 - won - lost)}%` };
}

/** The share of those who are neither better nor worse off. */
export const unchangedOf = ({ better, worse }: Pick<GainRow, "better" | "worse">): number =>
  Math.max(0, 1 - better - worse);

/** "worse off" -> "worse", "pays more" -> "pay more": after a share of people. */
export const afterShare = (words: string): string => words.replace(/ off$/, "").replace(/^pays /, "pay ");

export const USUAL: GainWords = { worse: "worse off", better: "better off", lose: "lose", gain: "gain" };

/** What the two sides are called. */
export const wordsOf = ({ words = USUAL }: Gains): GainWords => words;

/**
 * What can be said of the mean. clear: where there is an interval, that lies on one side of zero as printed, by the rule
 * for every difference of the page; of one seed, that the mean is not printed as zero. slight: the interval does, but the
 * mean is printed as zero.
 */
export function meanVerdict(gains: Gains, row: GainRow): "clear" | "slight" | "unclear" {
  const { meanDifference, spread } = row;
  const shows = (value: number, unit: Unit): boolean => /[1-9]/.test(signedFigure(value, unit));
  const isShown = shows(meanDifference, gainUnit(gains));
  if (spread === undefined || !Number.isFinite(spread.low)) return isShown ? "clear" : "unclear";
  const nearer = meanDifference > 0 ? spread.low : spread.high;
  const isBeside = meanDifference !== 0 && nearer > 0 === meanDifference > 0;
  if (!isBeside || !shows(nearer, meanUnit(gainUnit(gains), row))) return "unclear";
  return isShown ? "clear" : "slight";
}

export const isMeanClear = (gains: Gains, row: GainRow): boolean => meanVerdict(gains, row) === "clear";

/** 1 where the mean clearly goes to the better side, -1 where to the worse, else 0. */
function turnOf(gains: Gains, row: GainRow): number {
  if (!isMeanClear(gains, row)) return 0;
  const { meanDifference } = row;
  const isUpBetter = wordsOf(gains).worse === USUAL.worse;
  return meanDifference > 0 === isUpBetter ? 1 : -1;
}

/** Whether most who differ go one way and the mean of all goes the other. */
export const isAtOdds = (gains: Gains, row: GainRow): boolean =>
  Math.sign(row.better - row.worse) * turnOf(gains, row) < 0;

/** ", yet every mean is lower" where all are and the shares of some group alone would tell the opposite. */
function yetText(gains: Gains, own: readonly GainRow[]): readonly [long: string, short: string] {
  const turns = new Set(own.map((row) => turnOf(gains, row)));
  const [turn] = turns;
  if (!own.some((row) => isAtOdds(gains, row))) return ["", ""];
  if (turns.size > 1 || turn === undefined) return ["", ""];
  const way = own[0].meanDifference > 0 ? "higher" : "lower";
  return [`, yet every mean is ${way}`, `, means ${way}`];
}

export function titleOf(gains: Gains, grouping: string, rows: readonly GainRow[]): string {
  const own = rows.filter(({ warning }) => warning === undefined);
  const thing = grouping === "arm" ? "arm" : "group";
  const what = capitalised(gains.measure);
  const { lose, gain } = wordsOf(gains);
  const [long, short] = yetText(gains, own);
  // The first that is short enough: the mean is left out last of all.
  const said = (...words: readonly string[]): string =>
    fitting([
      ...[long, short].flatMap((yet) => words.map((each) => `${what} by ${grouping}: ${each}${yet}`)),
      `${what}: ${words[words.length - 1]}${short}`,
    ]);
  if (own.length === 0) return said("too few people to tell");
  if (own.every(({ better, worse }) => better === 0 && worse === 0)) {
    const isSame = own.every(
      ({ meanDifference, spread: { same } = { same: 1 } }) => meanDifference === 0 && same === 1,
    );
    return said(isSame ? "the same for everybody" : "hardly different for anybody");
  }
  const losing = own.filter(({ better, worse }) => worse > better).length;
  const lead = `more ${lose} than ${gain} in`;
  if (losing === 0) {
    const isPlain = gain === USUAL.gain && own.every(({ better, worse }) => better > worse);
    return said(`in no ${thing} do more ${lose} than ${gain}`, isPlain ? `more gain than ${lose}` : `${lead} none`);
  }
  if (losing === own.length) return said(`${lead} every ${thing}`, `${lead} all`);
  const some = `${losing} of ${own.length}`;
  return said(`${lead} ${some} ${thing}s`, `${lead} ${some}`, `more ${lose} in ${some}`);
}
