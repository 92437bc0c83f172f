/** What people tell the yearly survey. */
import { meanOf, part, type Fact } from "./fact.ts";
import { financialYear } from "./window.ts";

const YEAR = financialYear(2014);

export const survey: readonly Fact[] = [
  {
    id: "C15",
    fact: "Quality of life, control and satisfaction, of those who answer the survey",
    source: "E5-034, E5-038, E5-042",
    input: {
      how: "level of the first, fitted to 18.7 in 2010-11",
      parameters: ["outcomes.base", "outcomes.controlOdds"],
    },
    fitting: {
      how: "the other two items were set to 75 % and 62 % in 2010-11 (constants of the survey), and so was the weight of control",
      parameters: ["outcomes.base", "outcomes.control", "outcomes.controlOdds", "outcomes.satisfiedOdds"],
    },
    parts: [
      part({
        label: "quality of life, 0 to 24, 2014-15",
        unit: "points",
        target: 19.1,
        tolerance: 0.4,
        decimals: 2,
        figure: meanOf("monitoring.qualityOfLife", YEAR),
      }),
      part({
        label: "control as wanted or adequate, 2014-15",
        unit: "%",
        target: 77,
        tolerance: 4,
        figure: meanOf("monitoring.controlPercent", YEAR),
      }),
      part({
        label: "extremely or very satisfied, 2014-15",
        unit: "%",
        target: 65,
        tolerance: 4,
        figure: meanOf("monitoring.satisfiedPercent", YEAR),
      }),
    ],
  },
];
