/** How many more people come as years go by, and how many more the council expects to fund for their number alone. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { isFunded, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";

/**
 * How many times as many people of each group come as when recording began grows by a week, at the rate of its day:
 * a change of the rate acts from its date on. Nothing grows in the burn-in.
 */
export function growComers({ market, era, week, timetable }: World): void {
  if (week <= timetable.burnInWeeks) return;
  const { growthPerYear } = era.demand;
  const { comersRatio } = market;
  for (let group = 0; group < comersRatio.length; group++) {
    comersRatio[group] = Math.max(0, comersRatio[group] + growthPerYear[group] / WEEKS_PER_YEAR);
  }
}

/** The same of those who come without a group, by the groups of all who are assessed; 1 where nobody is. */
export function growthOfComers({ market, era }: World): number {
  const { assessedPerWeek } = era.demand;
  let before = 0;
  let now = 0;
  for (let group = 0; group < assessedPerWeek.length; group++) {
    before += assessedPerWeek[group];
    now += assessedPerWeek[group] * market.comersRatio[group];
  }
  return before > 0 ? now / before : 1;
}

/** Growth of the groups, each counted by the people of it whom the council funds now; none where it funds nobody. */
export function growthOfFunded({ people, era, scratch }: World): number {
  const { growthPerYear } = era.demand;
  const { funding, group, stage } = people.columns;
  const funded = scratch.floats("fundedByGroup", growthPerYear.length);
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.gone && isFunded(funding[row])) funded[group[row]] += 1;
  }
  let all = 0;
  let growth = 0;
  for (let each = 0; each < growthPerYear.length; each++) {
    all += funded[each];
    growth += funded[each] * growthPerYear[each];
  }
  return all > 0 ? growth / all : 0;
}
