/** Quality of life: levels, drift at fixed composition, by group; and what the monitoring sees of it. */
import { GROUPS, GROUP_LABELS } from "../levers/parameter.ts";
import { AT, CELLS, lifeAt, ratioOf } from "./lives.ts";
import { mean, percent, row, type Measure } from "./measure.ts";

const POINTS = "points, 0 to 24";

export const outcomes: readonly Measure[] = [
  row(
    "outcomes.qualityOfLife",
    "Quality of life",
    POINTS,
    "Mean social-care-related quality of life of served funded people, over four weeks of turns.",
    "mean",
    (v) => lifeAt(v.counts.lives, AT.SERVED_BY_CELL, CELLS),
    true,
  ),
  ...GROUPS.map((group, index) =>
    row(
      `outcomes.qualityOfLife.${group}`,
      `Quality of life: ${GROUP_LABELS[group]}`,
      POINTS,
      `Mean quality of life of served funded people: ${GROUP_LABELS[group]}.`,
      "mean",
      (v) => lifeAt(v.counts.lives, AT.SERVED_BY_CELL + index * 2, 2),
    ),
  ),
  row(
    "outcomes.qualityOfLife.holders",
    "Quality of life of direct-payment holders",
    POINTS,
    "Mean quality of life of holders of a direct payment.",
    "mean",
    (v) => ratioOf(v.counts.lives, "holdersLife", "holders"),
  ),
  row(
    "outcomes.continuity",
    "Continuity of care",
    "share",
    "How far the same workers keep coming, mean of served funded people; 1 where nobody changes.",
    "mean",
    (v) => ratioOf(v.counts.lives, "steady", "served"),
  ),
  row(
    "outcomes.drift",
    "Quality of life of like people",
    POINTS,
    "Quality of life against the start, of like people: the same mix of groups and needs as at the start.",
    "mean",
    (v) => v.driftOfAll,
    true,
  ),
  ...GROUPS.map((group, index) =>
    row(
      `outcomes.drift.${group}`,
      `Quality of life of like people: ${GROUP_LABELS[group]}`,
      POINTS,
      `Quality of life against the start, the same mix of needs as at the start: ${GROUP_LABELS[group]}.`,
      "mean",
      (v) => v.drift[index],
      true,
    ),
  ),
  row(
    "monitoring.personalBudgetSharePercent",
    "Personal budgets, as returned",
    "% of funded people",
    "Funded people with a personal budget, direct payments included, as the Department sees them.",
    "mean",
    (v) => percent(v.counts.budgeted + v.counts.thirdParty, v.counts.funded),
    true,
  ),
  row(
    "monitoring.directPaymentSharePercent",
    "Direct payments, as returned",
    "% of funded people",
    "Funded people with a direct payment, as the Department sees them.",
    "mean",
    (v) => percent(v.counts.directPayment, v.counts.funded),
  ),
  row(
    "monitoring.answers",
    "Replies to the survey",
    "people",
    "People who replied to the yearly survey.",
    "sum",
    (v) => v.world.tally.surveyed,
  ),
  row(
    "monitoring.qualityOfLife",
    "Quality of life, as surveyed",
    POINTS,
    "Mean answer of those who replied to the yearly survey.",
    "mean",
    (v) => mean(v.world.tally.surveyLife, v.world.tally.surveyed),
    true,
  ),
  row(
    "monitoring.controlPercent",
    "Enough control, as surveyed",
    "% of answers",
    "Replies that say there is as much control over daily life as wanted, or enough.",
    "mean",
    (v) => percent(v.world.tally.surveyControl, v.world.tally.surveyed),
  ),
  row(
    "monitoring.satisfiedPercent",
    "Satisfied, as surveyed",
    "% of answers",
    "Replies that are extremely or very satisfied with care and support.",
    "mean",
    (v) => percent(v.world.tally.surveySatisfied, v.world.tally.surveyed),
  ),
  row(
    "monitoring.informationHardPercent",
    "Information hard to find, as surveyed",
    "% of answers",
    "Replies that say it was hard to find information about support.",
    "mean",
    (v) => percent(v.world.tally.surveyInformationHard, v.world.tally.surveyed),
  ),
];
