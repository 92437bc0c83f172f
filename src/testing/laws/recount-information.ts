/** A second reckoning of who learns what support there is: three ways to it, and those whom none of them reaches. */
import { pow, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { World } from "../../model/world/world.ts";

/** What voluntary bodies do over the opening: volunteers' part, and of the rest what grants of the week leave. */
export function voluntaryWork({ era, council }: World): number {
  const { volunteersShare, voluntaryGrants } = era.council;
  const opening = council.openingVoluntary;
  const kept = opening > 0 ? (council.otherRatio * voluntaryGrants) / opening : 1;
  return volunteersShare + kept - kept * volunteersShare;
}

/** How far somebody can manage now; a crisis of the last weeks leaves half of it. */
export function managesNow({ people, era, week }: World, row: number): number {
  const { capacity, crisisWeek } = people.columns;
  const shaken = crisisWeek[row] > week - era.outcomes.crisisWeeks;
  return shaken ? 0.5 * capacity[row] : capacity[row];
}

/** Whether neither voluntary bodies, nor staff seen within the year, nor the directory would tell somebody. */
export function findsHard(world: World, row: number): boolean {
  const { people, era, week } = world;
  const { reviewWeek, finding } = people.columns;
  const told = [
    Math.min(1, era.information.voluntaryAdvice * voluntaryWork(world)),
    reviewWeek[row] > week - WEEKS_PER_YEAR ? era.information.staffAdvice : 0,
    era.directPayment.knownShare * managesNow(world, row),
  ];
  return finding[row] < told.reduce((missed, way) => missed * (1 - way), 1);
}

/** Part of the agencies that somebody who looks has heard of. */
export function heardOf(world: World, row: number): number {
  const { era, people, week } = world;
  const { knownShare } = era.directPayment;
  const early = people.columns.queuedWeek[row] > week - era.information.toldWeeks;
  return early && findsHard(world, row) ? knownShare * era.information.knownWhenHard : knownShare;
}

/** Help with managing for each holder of a direct payment, over what is needed: it thins as holders grow in number. */
export function supportOfHolders({ era, council }: World): number {
  const { supportPerHolder, supportFollows } = era.directPayment;
  const grown = council.openingHolders > 0 && council.holders > 0 ? council.holders / council.openingHolders : 1;
  return Math.min(1, supportPerHolder * pow(grown, supportFollows - 1));
}
