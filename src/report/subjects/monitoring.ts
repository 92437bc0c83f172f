/** What the Department sees in the council's returns, beside what is true of all served people. */
import type { ChartPlan } from "../charts/build.ts";
import { movementOf, titleOf } from "../clauses.ts";

const seen: ChartPlan = {
  slug: "seen-and-true",
  name: "What the council’s returns show beside what is true",
  panels: [
    {
      title: "Quality of life",
      series: [
        ["outcomes.qualityOfLife", "True"],
        ["monitoring.qualityOfLife", "Seen: the yearly survey"],
      ],
    },
    {
      title: "Take-up of direct payments",
      series: [
        ["people.directPaymentSharePercent", "True"],
        ["monitoring.directPaymentSharePercent", "Seen: the council’s return"],
      ],
    },
    { title: "Seen: share with a personal budget", series: [["monitoring.personalBudgetSharePercent"]] },
    {
      title: "Seen: answers to the survey",
      series: [
        ["monitoring.satisfiedPercent", "Satisfied"],
        ["monitoring.controlPercent", "In control"],
        ["monitoring.informationHardPercent", "Information hard to find"],
      ],
    },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("monitoring.personalBudgetSharePercent"), "personal budgets"),
        movementOf(series("outcomes.qualityOfLife"), "true quality of life of those served"),
      ],
      "What the council’s returns show beside what is true",
      results.runs,
    ),
};

export const monitoring: readonly ChartPlan[] = [seen];
