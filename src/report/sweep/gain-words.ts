/** What is said of who gains and who loses: shares, which way the mean goes, and the title over a picture. */
import { digits, signedFigure } from "../units.ts";
import { capitalised, fitting } from "../wording.ts";
import { gainUnit } from "./gains-spread.ts";
import type { GainRow, Gains, GainWords } from "./input.ts";

export const percent = (share: number): string => `${digits(100 * share, 0)}%`;

/** The share of those who are neither better nor worse off. */
export const unchangedOf = ({ better, worse }: Pick<GainRow, "better" | "worse">): number =>
  Math.max(0, 1 - better - worse);

/** "worse off" -> "worse", "pays more" -> "pay more": after a share of people. */
export const afterShare = (words: string): string => words.replace(/ off$/, "").replace(/^pays /, "pay ");

export const USUAL: GainWords = { worse: "worse off", better: "better off", lose: "lose", gain: "gain" };

/** What the two sides are called. */
export const wordsOf = ({ words = USUAL }: Gains): GainWords => words;

/**
 * Whether the mean shows which way it goes: where there is an interval, that lies on one side of zero as printed, by the
 * rule for every difference of the page; of one seed, that it is not printed as zero.
 */
export function isMeanClear(gains: Gains, { meanDifference, spread }: GainRow): boolean {
  const shows = (value: number): boolean => /[1-9]/.test(signedFigure(value, gainUnit(gains)));
  if (!shows(meanDifference)) return false;
  if (spread === undefined || !Number.isFinite(spread.low)) return true;
  const nearer = meanDifference > 0 ? spread.low : spread.high;
  return nearer > 0 === meanDifference > 0 && shows(nearer);
}

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
