/** What each April's savings plan expects to save, measure by measure: the finance estimate, not what comes of it. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { placeOf, type SavingsCause } from "../rules/savings.ts";
import { row, type Measure } from "./measure.ts";

const expected = (key: string, label: string, cause: SavingsCause, what: string): Measure => {
  const place = placeOf(cause);
  return row(
    `savings.expected.${key}`,
    `Expected of ${label}`,
    "GBP million a year",
    `What the last April's plan expects ${what}; less than nothing where the measure was undone.`,
    "mean",
    ({ world }) => (world.council.expected[place] * WEEKS_PER_YEAR) / 1e8,
  );
};

export const savings: readonly Measure[] = [
  expected("fees", "fee restraint", "fee restraint", "to spare by fees and prices that do not follow costs"),
  expected("reserves", "reserves", "reserves", "reserves to carry, which saves nothing"),
  expected("other", "cuts of other spending", "other spending", "of cuts of other spending"),
  expected("push", "pressing direct payments", "direct-payment push", "of more people with a direct payment"),
  expected("rates", "lower direct-payment rates", "direct-payment rate", "of direct payments that give less an hour"),
  expected("consolidation", "fewer places on the framework", "framework consolidation", "of lower bids for more hours"),
  expected(
    "contracts",
    "outcomes-based contracts",
    "outcomes-based contracts",
    "of fixed sums below the fee for the agreed time",
  ),
  expected("clawBack", "faster claw-back", "faster claw-back", "to take back earlier of unspent direct payments"),
  expected("reviews", "tighter reviews", "review tightness", "of reviews that recognise less"),
  expected("eligibility", "tighter eligibility", "eligibility", "of fewer people found eligible"),
  expected(
    "substitution",
    "voluntary options for day services",
    "voluntary substitution",
    "of voluntary options in place of days at a day service",
  ),
  expected("posts", "vacant assessment posts", "assessment posts", "of assessment posts left vacant"),
];
