/** How many more people the council expects to fund a year on, for their number alone. */
import { isFunded, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";

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
