/** Sums by group over people whose long-term care the council funds. */

export const GROUPS = 4;
/** What is added up: people; minutes needed, come for the need and no more than it, all that came, and agreed. */
export const BY_GROUP = Object.freeze({ people: 0, needed: 1, came: 2, given: 3, assessed: 4 });
export const GROUP_SUMS = 5;

export const emptyGroups = (): Float64Array => new Float64Array(GROUPS * GROUP_SUMS);

/** A sum over the people of a group. */
export const ofGroup = (groups: Float64Array, group: number, what: keyof typeof BY_GROUP): number =>
  groups[group * GROUP_SUMS + BY_GROUP[what]];

/** A sum over all of them. */
export function overGroups(groups: Float64Array, what: keyof typeof BY_GROUP): number {
  let sum = 0;
  for (let group = 0; group < GROUPS; group++) sum += ofGroup(groups, group, what);
  return sum;
}
