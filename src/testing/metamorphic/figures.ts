/** The law of thermometers: what only describes people, pay and the NHS heats nothing. */
import { leaves, measures, simulate } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";
import { otherValues } from "../settings.ts";
import { always, chosen } from "../variants.ts";

/** Levers that move figures and nothing that anybody does, and the figures. */
const FIGURES_ALONE = [
  {
    figures: "answers to the survey",
    levers: /^monitoring\.|^outcomes\.(control|satisfied)(Odds|Slope)$/u,
    measures: /^(monitoring|truth)\./u,
  },
  {
    figures: "lives",
    // Capacity and the work of managing are left out: they decide who holds the money, and who hands it back.
    levers: /^outcomes\.(?!capacity|crisisWeeks|work)/u,
    measures: /^(outcomes|monitoring|truth)\./u,
  },
  { figures: "costs of the NHS", levers: /^nhs\.(admission|delayedDay)Cost$/u, measures: /^nhs\.cost$/u },
  {
    figures: "take-home pay",
    // People weigh pay before what is deducted from it.
    levers: /^wages\.(incomeTax|employeeInsurance|pensionEmployee)/u,
    measures: /^(wages\.takeHomePercent|receipts\.(workers|state))$/u,
  },
] as const;

export const M17: Law = lawOf(
  "M17",
  "What only describes moves nothing but its own figures: the survey, what makes up a life and how much of it, what an " +
    "admission costs the NHS, what is deducted from pay.",
  FIGURES_ALONE.map(({ figures }) => `weeks of other ${figures}` as const),
  (given, notes, options) => {
    const { scenario, seed } = given;
    const { figures, levers, measures: own } = FIGURES_ALONE[chosen(seed, FIGURES_ALONE.length)];
    const moved = leaves.filter(({ path }) => levers.test(path));
    const left = simulate(scenario, seed, options);
    const right = simulate(always(scenario, otherValues(given, moved, 0)), seed, options);
    const measuresApart = measures.map(({ key }) => key).filter((key) => own.test(key));
    for (let week = 0; week < left.weeks; week++) {
      const differ = measuresApart.some((key) => !Object.is(left.weekly[key][week], right.weekly[key][week]));
      if (differ) notes.seen(`weeks of other ${figures}`);
    }
    mustBeSame(notes, left, right, { digests: false, people: false, measuresApart });
  },
);
