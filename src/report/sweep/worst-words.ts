/** Where a policy does worst, in sentences: what counts as worst, which ranges, how telling they are, whether they hold. */
import type { BoxCheck, Interval, Limit } from "../../experiment/index.ts";
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { figure, signedFigure } from "../units.ts";
import { capitalised, listed } from "../wording.ts";
import { settingText } from "./arms.ts";
import { ENOUGH_WORLDS, WANTED_DENSITY, type Worst, type WorstBox } from "./worst.ts";
import { inSentence, shareText } from "./words.ts";
import { subjectOf } from "./worlds.ts";

/** The whole range of an axis among these worlds. */
export function wholeRange(values: readonly (number | string)[]): readonly [number, number] {
  const numbers = values.map(Number);
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

export const columnOf = ({ columns }: WorstBox, name: string): readonly (number | string)[] =>
  columns.find((column) => column.name === name)?.values ?? [];

export const axisOf = ({ axes }: WorstBox, name: string): SweepAxis => {
  const axis = axes.find((each) => each.name === name);
  if (axis === undefined) throw new RangeError(`no axis ${name}`);
  return axis;
};

/** A value of an axis; so many digits of a drawn one are enough to see by. */
export const valueText = (value: number | string, axis: SweepAxis): string =>
  settingText(typeof value === "number" ? Number(value.toPrecision(3)) : value, axis);

/** "at most 6.1", "from £8 to £9", "one of fixed and share". */
export function limitText(found: WorstBox, limit: Limit): string {
  const axis = axisOf(found, limit.name);
  if ("kept" in limit) {
    const kept = limit.kept.map((value) => settingText(value, axis));
    return kept.length === 1 ? kept[0] : `one of ${listed(kept)}`;
  }
  const [least, most] = wholeRange(columnOf(found, limit.name));
  const { from, to } = limit;
  if (from === to) return valueText(from, axis);
  if (from === least) return `at most ${valueText(to, axis)}`;
  if (to === most) return `at least ${valueText(from, axis)}`;
  return `from ${valueText(from, axis)} to ${valueText(to, axis)}`;
}

/** "price elasticity is at most 6.1, and entry rate is at least 0.01". */
export const boxText = (found: WorstBox): string =>
  listed(
    found.box.restrictions.map(
      ({ limit }) => `${inSentence(axisOf(found, limit.name).label)} is ${limitText(found, limit)}`,
    ),
  );

/** "above +1.3 points", "below 12.3%": what makes a world one of the worst. */
export function boundText({ worlds, isAbove, bound, unit }: Worst): string {
  if (Number.isNaN(bound)) return "no bound leaves a quarter";
  const text = worlds.against === "nothing" ? figure(bound, unit) : signedFigure(bound, unit);
  return `${isAbove ? "above" : "below"} ${text}`;
}

const AGAINST = {
  "the same world": "difference from the reference’s policy in the same world",
  "the reference": "difference from the reference",
  nothing: "level",
} as const;

/** What the figures are: "difference from the reference". */
export const figureName = ({ worlds }: Worst): string => AGAINST[worlds.against];

/** "above 12.3%: 40 of 160": for a table. */
export const splitText = (found: Worst): string =>
  `${boundText(found)}${Number.isNaN(found.bound) ? "" : `: ${found.count} of ${found.arms.length}`}`;

/** "With fees held, unmet need: among the worst are 32 of 128 worlds, with a difference ... above +1.3 points." */
export const worstSentence = (found: Worst): string =>
  Number.isNaN(found.bound)
    ? `${capitalised(subjectOf(found.worlds, found.outcome))}: no bound leaves about a quarter of the ${found.arms.length} worlds.`
    : `${capitalised(subjectOf(found.worlds, found.outcome))}: among the worst are ${found.count} of ${found.arms.length} worlds, with a ${figureName(found)} ${boundText(found)}.`;

export function boxSentence(found: WorstBox): string {
  const { box, count, arms } = found;
  const dense =
    box.density >= WANTED_DENSITY ? "" : " Something else than these decides too, or luck does: the box is not dense.";
  return `They lie where ${boxText(found)}: of ${box.rows} worlds there ${box.interesting} are among the worst (${shareText(box.density)}, against ${shareText(count / arms.length)} of all), which are ${shareText(box.coverage)} of all the worst.${dense}`;
}

export const chanceText = (chance: number): string =>
  chance < 0.001 ? "under 0.001" : String(Number(chance.toPrecision(2)));

const range = (share: number, { low, high }: Interval): string => {
  if (Number.isNaN(share)) return "not defined";
  return Number.isNaN(low) || Number.isNaN(high)
    ? shareText(share)
    : `${shareText(share)} (95% interval ${shareText(low)} to ${shareText(high)})`;
};

/** In a word or two, for a table. */
export function verdictOf({ check }: WorstBox): "holds" | "does not hold" | "not checked" {
  if (check === undefined) return "not checked";
  return check.holds ? "holds" : "does not hold";
}

/** Whether the ranges are more than what any search finds in its own worlds. */
export function checkSentence(found: WorstBox): string {
  const { check } = found;
  if (check === undefined) {
    return "Not checked: too few worlds, or too few of one kind, to hold some back. Do not build on it.";
  }
  const lead = check.holds
    ? "It holds on worlds that the search has not seen."
    : "It does not hold on worlds that the search has not seen: do not build on it.";
  return `${lead} ${triedSentence(check)}${doubtText(found, check)}`;
}

const triedSentence = ({ density, densityInterval, coverage, coverageInterval, densityFound, chance }: BoxCheck) =>
  `Ranges found on four fifths of the worlds and tried on the rest held ${range(density, densityInterval)} of the worst kind, against ${shareText(densityFound)} where they were found, and ${range(coverage, coverageInterval)} of all the worst; by luck alone as much has a chance of ${chanceText(chance)}.`;

function doubtText(found: WorstBox, check: BoxCheck): string {
  if (!check.holds) return "";
  const restricted = new Set(found.box.restrictions.map(({ limit }) => limit.name));
  const doubtful = check.axes.filter(({ name, chance }) => restricted.has(name) && chance > 0.05);
  if (doubtful.length === 0) return "";
  if (doubtful.length === restricted.size) {
    return " No single range of it can be told from luck: believe that they lie together, not where each range ends.";
  }
  return ` Held out, these may be luck: ${listed(doubtful.map(({ name }) => inSentence(axisOf(found, name).label)))}.`;
}

/** What to beware of, by the number of worlds and the design that drew them; nothing where there is nothing. */
export function worldsCaution({ arms }: Worst, design: string | undefined): string {
  const few =
    arms.length < ENOUGH_WORLDS
      ? `Only ${arms.length} worlds: ranges that are there are often missed, or not confirmed. ${ENOUGH_WORLDS} or more are better. `
      : "";
  const chained =
    design === "morris" || design === "radial"
      ? "Worlds of this design differ from one another on one axis at a time: they hang together, which flatters the check. "
      : "";
  return `${few}${chained}`.trim();
}
