/** Second counts of what makes up lives with care, and of what a survey without error would hear. */
import { exp } from "../../kernel/index.ts";
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { type Part, PARTS } from "./recount-parts.ts";
import type { Range } from "./recount-delays.ts";
import { type Count, isFunded, overQuarters, type Sources } from "./recount-sources.ts";

/** A choice is real where there are so many suppliers. */
const ENOUGH_TO_CHOOSE = 2;

/** Whether somebody's budget buys assistants, a community option, or home care from one of several suppliers. */
function hasChoice(s: Sources, row: number): boolean {
  const { funding, service } = s.world.people.columns;
  const holder = funding[row] === Funding.directPayment;
  if (service[row] === Service.assistant || service[row] === Service.community) return holder;
  if (service[row] !== Service.homeCare || funding[row] === Funding.managedWithoutBudget) return false;
  return s.placing.options(s.world, row, funding[row] === Funding.managedBudget) >= ENOUGH_TO_CHOOSE;
}

const isServed = ({ world: { people } }: Sources, row: number): boolean =>
  people.columns.stage[row] === Stage.served && isFunded(people, row);

function realBudgets(s: Sources): number {
  const [choosing, all] = overQuarters(s, "real budgets", (turn) => {
    const own = turn.filter((row) => isFunded(s.world.people, row));
    return [own.filter((row) => hasChoice(s, row)).length, own.length];
  });
  return all > 0 ? (100 * choosing) / all : Number.NaN;
}

/** Points of quality of life between which an answer's chance may be read off a straight line. */
const STEP = 0.25;
/** The most that the second derivative of 1 / (1 + e^-x) comes to: a sixth of the root of a third. */
const BEND = 1 / (6 * Math.sqrt(3));
/** Quality of life at which the usual share says yes. */
const USUAL = 18.7;

/** Chance to say yes at a quality of life, by the log-odds at the usual one and their slope a point. */
export const sayYes = (odds: number, slope: number, life: number): number =>
  1 / (1 + exp(-(odds + slope * (life - USUAL))));

/** Whoever would say yes if all were asked, exactly; a straight line between two steps is off by what the curve bends. */
function wouldSay(
  s: Sources,
  name: string,
  item: (outcomes: World["era"]["outcomes"]) => readonly [number, number],
): Count {
  const [odds, slope] = item(s.world.era.outcomes);
  const chance = (row: number): number =>
    sayYes(odds, slope, Math.max(0, Math.min(24, s.world.people.columns.life[row])));
  const yes = overQuarters(s, name, (turn) => {
    const own = turn.filter((row) => isServed(s, row));
    return [own.reduce((sum, row) => sum + chance(row), 0), own.length];
  });
  const off = overQuarters(s, `${name}, off`, (turn) => {
    const own = turn.filter((row) => isServed(s, row)).length;
    return [own * ((slope * STEP) ** 2 / 8) * BEND, own];
  });
  if (yes[1] === 0) return Number.NaN;
  const range: Range = [yes[0] - off[0], yes[0] + off[0]];
  return [(100 * range[0]) / yes[1], (100 * range[1]) / yes[1]];
}

const part =
  (name: Part) =>
  ({ parts }: Sources): Count =>
    parts.percent(name);

export const PARTS_OF_LIFE: Readonly<Record<string, (sources: Sources) => Count>> = {
  ...Object.fromEntries(PARTS.slice(0, 4).map((name) => [`outcomes.${name}Percent`, part(name)])),
  "people.informationHardPercent": part("informationHard"),
  "truth.personalBudgetSharePercent": realBudgets,
  "truth.qualityOfLife": (s) => {
    const { life } = s.world.people.columns;
    const [sum, count] = overQuarters(s, "life of those surveyed", (turn) => {
      const own = turn.filter((row) => isServed(s, row));
      return [own.reduce((all, row) => all + life[row], 0), own.length];
    });
    return count > 0 ? sum / count : Number.NaN;
  },
  "truth.controlPercent": (s) => wouldSay(s, "control", ({ controlOdds, controlSlope }) => [controlOdds, controlSlope]),
  "truth.satisfiedPercent": (s) =>
    wouldSay(s, "satisfied", ({ satisfiedOdds, satisfiedSlope }) => [satisfiedOdds, satisfiedSlope]),
};
