/** Who finds out what support there is. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { voluntaryWork } from "./voluntary.ts";
import type { World } from "./world.ts";

/** Share of people whom no voluntary body tells what there is. */
export function unadvised(world: World): number {
  const { voluntaryAdvice } = world.era.information;
  return voluntaryAdvice === 0 ? 1 : 1 - Math.min(1, voluntaryAdvice * voluntaryWork(world));
}

/** How far somebody can manage: half as far in the weeks after a crisis. */
export function ableNow({ people, era, week }: World, row: number): number {
  const { capacity, crisisWeek } = people.columns;
  return week - crisisWeek[row] < era.outcomes.crisisWeeks ? capacity[row] / 2 : capacity[row];
}

/**
 * Whether somebody finds it hard to get information about support. There are three ways to it: the directory, as far as
 * it goes and somebody can use it; voluntary bodies; and the council's staff, if they were there within the year. Where
 * none of them helps it is hard. Of those in the same position the same people are left, so that less help on any way
 * adds to them and takes nobody away.
 *
 * @param unadvisedShare what `unadvised` gives, which is the same for everybody in a week
 */
export function findsItHard(world: World, row: number, unadvisedShare: number): boolean {
  const { era, people, week } = world;
  const { finding, reviewWeek } = people.columns;
  const seen = week - reviewWeek[row] < WEEKS_PER_YEAR;
  const untold = seen ? 1 - era.information.staffAdvice : 1;
  return finding[row] < unadvisedShare * untold * (1 - era.directPayment.knownShare * ableNow(world, row));
}

/** Whether somebody who looks for care finds it hard to learn where, and has not looked long enough to be told. */
export function isYetToFindOut(world: World, row: number): boolean {
  const looked = world.week - world.people.columns.queuedWeek[row];
  return looked < world.era.information.toldWeeks && findsItHard(world, row, unadvised(world));
}

/** Share of the agencies that somebody has heard of, once looking. */
export function knownShareOf(world: World, row: number): number {
  const { directPayment, information } = world.era;
  return directPayment.knownShare * (isYetToFindOut(world, row) ? information.knownWhenHard : 1);
}
