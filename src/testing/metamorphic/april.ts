/** The law of the council's year: what is settled in April goes by April's parameters. */
import { simulate, type ResolvedScenario } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";
import { movable, otherValues } from "../settings.ts";
import { chosen, mondayOf, valueIn } from "../variants.ts";
import { aprils } from "./policies.ts";

/** Levers of the budget, the precept, the savings plan, the fee and the tender: the council reads them once a year. */
const NAMES: ReadonlySet<string> = new Set([
  "council.gapFunded",
  "council.taxBaseGrowth",
  "council.coreRise",
  "council.precept",
  "council.preceptUse",
  "council.preceptLimit",
  "council.preceptTotal",
  "council.reservesPolicy",
  "council.reserveYears",
  "council.savingsOrder",
  "council.otherCutCap",
  "council.assessmentCutCap",
  "council.reviewCutCap",
  "council.eligibilityCutCap",
  "council.eligibilityFloor",
  "council.pushSteps",
  "council.rateCutCap",
  "council.consolidationCap",
  "council.clawBackCap",
  "council.contractSavingCap",
  "council.substitutionCap",
  "council.careShareOfSpend",
  "council.expectedOfPush",
  "council.expectedOfRecognition",
  "council.expectedOfEligibility",
  "council.expectedOfPlaces",
  "framework.feePassThrough",
  "framework.leastWagePassThrough",
  "framework.mostPassThrough",
  "framework.gapEffect",
  "framework.efficiency",
  "framework.providers",
  "framework.tenderYears",
  "framework.tenderFloor",
  "framework.tenderCeiling",
  "prices.inflation",
  "labour.yearlyRise",
]);
const READ_IN_APRIL = movable.filter(({ path }) => NAMES.has(path));

/** The scenario with other values of these levers from one week to another, and what it says itself before and after. */
function meanwhile(scenario: ResolvedScenario, from: number, to: number, settings: Settings): ResolvedScenario {
  const [begins, ends] = [mondayOf(scenario, from), mondayOf(scenario, to)];
  const values = Object.entries(settings).map(([path, value]) => {
    const steps = scenario.values[path];
    const before = steps.filter(({ from: date }) => date < begins);
    const later = steps.filter(({ from: date }) => date > ends);
    const back = { from: ends, value: valueIn(scenario, path, to) };
    return [path, [...before, { from: begins, value }, back, ...later]] as const;
  });
  return { ...scenario, values: { ...scenario.values, ...Object.fromEntries(values) } };
}
type Settings = Readonly<Record<string, number | string>>;

export const M21: Law = lawOf(
  "M21",
  "What the council settles in April it settles by that week's parameters: whatever the levers of budget, precept, savings " +
    "plan, fee and tender are between two Aprils is felt by nobody.",
  ["weeks of other levers between Aprils", "Aprils that follow"],
  ({ scenario, seed }, notes, options) => {
    const recorded = aprils(scenario).slice(scenario.burnInWeeks);
    // Before an April where the run has one, so that what was meanwhile could still be felt then.
    const last = recorded.lastIndexOf("A");
    const once = simulate(scenario, seed, options);
    for (const lot of [seed, `${seed} again`]) {
      const from = 1 + chosen(lot, Math.max(1, (last > 1 ? last : scenario.weeks) - 1));
      if (from >= scenario.weeks || recorded[from] === "A") continue;
      const april = recorded.indexOf("A", from);
      const to = april < 0 ? scenario.weeks : april;
      const settings = otherValues({ scenario, seed: lot }, READ_IN_APRIL, from);
      notes.seen("weeks of other levers between Aprils", to - from);
      if (april >= 0) notes.seen("Aprils that follow");
      mustBeSame(notes, once, simulate(meanwhile(scenario, from, to, settings), seed, options));
    }
  },
);
