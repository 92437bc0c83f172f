/** How many more people come as years go by, and how many more the council expects to fund for their number alone. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { isFunded, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";

/** How many times as many people of a group come as when recording began; nothing grows in the burn-in. */
export function growthOf({ era, week, timetable }: World, group: number): number {
  const years = Math.max(0, week - timetable.burnInWeeks) / WEEKS_PER_YEAR;
  return Math.max(0, 1 + era.demand.growthPerYear[group] * years);
}

/** The same for those who come without a group, by the groups of all who are assessed; none where nobody is. */
export function growthOfComers(world: World): number {
  const { assessedPerWeek } = world.era.demand;
  let before = 0;
  let now = 0;
  for (let group = 0; group < assessedPerWeek.length; group++) {
    before += assessedPerWeek[group];
    now += assessedPerWeek[group] * growthOf(world, group);
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
