/** Hours agreed and given, what they cost, and the same questions by group of people. */
import { GROUP_LABELS, GROUPS } from "../levers/index.ts";
import { ASSESSED_OF, WAITED_OF } from "../world/tally.ts";
import { ofGroup, overGroups } from "./by-group.ts";
import { community } from "./labour-and-council.ts";
import { mean, percent, row, type Measure } from "./measure.ts";

const totals: readonly Measure[] = [
  row(
    "hours.assessed",
    "Hours agreed",
    "hours per week",
    "Hours a week that funded people were assessed to need, those still waiting for care included.",
    "mean",
    (v) => overGroups(v.counts.groups, "assessed") / 60,
  ),
  row(
    "hours.delivered",
    "Hours given",
    "hours per week",
    "Hours that funded people got in the week, whoever gave them.",
    "mean",
    (v) => overGroups(v.counts.groups, "given") / 60,
  ),
  row(
    "hours.perHundredPounds",
    "Hours for the council's money",
    "hours per GBP 100",
    "Hours that funded people and people in short-term help got, those that families added included, over what was spent on community care in the week, before charges.",
    "mean",
    (v) => mean(((overGroups(v.counts.groups, "given") + v.counts.shortTermMinutes) / 60) * 10_000, community(v)),
  ),
];

const byGroup: readonly Measure[] = GROUPS.flatMap((group, index) => {
  const people = GROUP_LABELS[group];
  return [
    row(
      `people.directPaymentSharePercent.${group}`,
      `Share with a direct payment: ${people}`,
      "% of funded people of the group",
      "Holders of a direct payment among funded people of the group.",
      "mean",
      (v) => percent(v.counts.holders[index], ofGroup(v.counts.groups, index, "people")),
    ),
    row(
      `unmet.hoursPercent.${group}`,
      `Unmet need: ${people}`,
      "% of needed hours",
      "Needed hours of funded people of the group that did not come; banked time counts over its four weeks.",
      "mean",
      ({ counts: { groups } }) => {
        const needed = ofGroup(groups, index, "needed");
        return percent(needed - ofGroup(groups, index, "came"), needed);
      },
    ),
    row(
      `waits.assessmentWeeks.${group}`,
      `Wait for an assessment: ${people}`,
      "weeks",
      "Mean wait of people of the group who were assessed in the week.",
      "mean",
      (v) => mean(v.world.tally[WAITED_OF[index]], v.world.tally[ASSESSED_OF[index]]),
    ),
  ];
});

export const hours: readonly Measure[] = [...totals, ...byGroup];
