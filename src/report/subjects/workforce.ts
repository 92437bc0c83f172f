/** Who does the work, and how many posts stand empty. */
import type { ChartPlan } from "../charts/build.ts";
import { movementOf, titleOf } from "../clauses.ts";

const posts: ChartPlan = {
  slug: "workforce",
  name: "Vacancies, turnover and the people who do the work",
  panels: [
    { series: [["workforce.vacancyPercent"]] },
    { series: [["workforce.turnoverPercent"]] },
    { series: [["workforce.careWorkers"]] },
    { series: [["workforce.personalAssistants"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("workforce.vacancyPercent"), "vacancies"),
        movementOf(series("workforce.turnoverPercent"), "turnover"),
      ],
      "Vacancies, turnover and the people who do the work",
      results.runs,
    ),
};

export const workforce: readonly ChartPlan[] = [posts];
