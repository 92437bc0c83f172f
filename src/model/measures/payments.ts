/** Direct payments: what they cost and save, what lies idle or stays unpaid, who tops up, who is not safe. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { FIFTHS, overFifths } from "./holders.ts";
import { mean, percent, row, type Measure, type WeekView } from "./measure.ts";

const yearlyMillions = (pencePerWeek: number): number => (pencePerWeek * WEEKS_PER_YEAR) / 1e8;
const perHolder = (v: WeekView, pence: number): number => mean(pence / 100, v.world.tally.holders);

/** Staff time that direct payments take beyond managed packages, pence this week. */
function staffTime(v: WeekView): number {
  const { tally, era, market } = v.world;
  const hours = tally.extraPlanHours + tally.statementHours + tally.appealHours;
  return (hours * era.council.staffCost * market.priceIndex) / (era.assessment.caseHoursPerPost * WEEKS_PER_YEAR);
}

const bought = ({ flow }: WeekView): number =>
  flow[Purpose.paymentSupport] + flow[Purpose.paymentCard] + flow[Purpose.assistantCheck];
const extraCost = (v: WeekView): number => bought(v) + staffTime(v);
const priceSaving = ({ world: { tally } }: WeekView): number => tally.commissionedPence - tally.budgetPence;

const tradeOff: readonly Measure[] = [
  row(
    "tradeOff.hours",
    "Hours in direct payments",
    "hours per week",
    "Assessed hours of all holders: clients times the hours of a package.",
    "mean",
    (v) => v.world.tally.holderMinutes / 60,
  ),
  row(
    "tradeOff.ratePercent",
    "Direct payment against the commissioned price",
    "% of the framework fee",
    "Budgets of all holders over what the same hours would cost at the framework fee.",
    "mean",
    (v) => percent(v.world.tally.budgetPence, v.world.tally.commissionedPence),
  ),
  row(
    "tradeOff.priceSaving",
    "Saved by the rate",
    "GBP million a year",
    "What holders' hours would cost at the framework fee, less their budgets, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(priceSaving(v)),
  ),
  row(
    "tradeOff.extraCost",
    "Extra cost of providing direct payments",
    "GBP million a year",
    "Support, cards, checks, and staff time for planning, statements and reviews of budgets, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(extraCost(v)),
  ),
  row(
    "tradeOff.extraCostPerHolder",
    "Extra cost a holder",
    "GBP per week",
    "The extra cost of providing direct payments, a head.",
    "mean",
    (v) => perHolder(v, extraCost(v)),
  ),
  row(
    "tradeOff.net",
    "Net saving of direct payments",
    "GBP million a year",
    "What the rate saves and what is taken back, less the extra cost of providing direct payments; below 0 they cost.",
    "mean",
    (v) => yearlyMillions(priceSaving(v) + v.flow[Purpose.clawBack] - extraCost(v)),
    true,
  ),
];

const sufficiency: readonly Measure[] = [
  row(
    "sufficiency.reviews",
    "Reviews of budgets",
    "reviews",
    "Reviews of whether a direct payment suffices, asked for by holders and heard.",
    "sum",
    (v) => v.world.tally.appeals,
  ),
  row(
    "sufficiency.upheld",
    "Budgets raised on review",
    "reviews",
    "Reviews that raised a budget to what the assessed hours cost.",
    "sum",
    (v) => v.world.tally.appealsUpheld,
  ),
  row(
    "sufficiency.raised",
    "Saving lost to reviews of budgets",
    "GBP million a year",
    "What budgets hold because of upheld reviews, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.world.tally.raisedPence),
  ),
  row(
    "sufficiency.raisedPerHolder",
    "Budget raised on review, a head",
    "GBP per week",
    "The same over all holders.",
    "mean",
    (v) => perHolder(v, v.world.tally.raisedPence),
  ),
];

const accounts: readonly Measure[] = [
  row(
    "directPayments.unspent",
    "Unspent direct payments",
    "GBP million",
    "What lies at the week's end in the direct-payment accounts of holders who are served.",
    "last",
    (v) => v.counts.paid.unspent / 1e8,
  ),
  row(
    "directPayments.badDebt",
    "Bad debts of those who sell to holders",
    "GBP per holder and year",
    "Care that stays unpaid because a charge was not paid in, or a third party's fund ran short, at a yearly rate, a head of holders.",
    "mean",
    (v) => perHolder(v, v.world.tally.badDebtPence) * WEEKS_PER_YEAR,
  ),
  row(
    "directPayments.charge",
    "Charge paid in by holders",
    "GBP per holder a week",
    "What holders pay in as their means test asks: the planned part of what they spend.",
    "mean",
    (v) => perHolder(v, v.flow[Purpose.directPaymentCharge]),
  ),
  row(
    "directPayments.buyingLessPercent",
    "Holders who buy less than assessed",
    "% of holders who buy from agencies",
    "Among holders with an agency, those who buy fewer hours than were assessed.",
    "mean",
    (v) => percent(v.counts.paid.buyersShort, v.counts.paid.buyers),
  ),
];

const topUps: readonly Measure[] = [
  row(
    "topUps.perHolder",
    "Top-up over all holders",
    "GBP per holder a week",
    "What holders add beyond budget and charge: the unplanned part of what they spend.",
    "mean",
    (v) => perHolder(v, v.world.tally.topUpPence),
  ),
  row(
    "topUps.ofMeansPercent",
    "Top-up against means",
    "% of what the family could spend",
    "Top-ups of holders who top up, over what they and their families could spend on more care.",
    "mean",
    (v) => percent(overFifths(v.counts.paid.topUp), v.counts.paid.meansOfToppingUp),
  ),
  ...FIFTHS.flatMap((fifth, index) => [
    row(
      `topUps.peoplePercent.${fifth}`,
      `Holders who top up: ${fifth} fifth by income`,
      "% of holders",
      `Holders who top up, in the ${fifth} fifth of incomes within their group.`,
      "mean",
      (v) => percent(v.counts.paid.toppingUp[index], v.counts.paid.people[index]),
    ),
    row(
      `topUps.ofMeansPercent.${fifth}`,
      `Top-up against means: ${fifth} fifth by income`,
      "% of what all holders could spend",
      `Top-ups of the ${fifth} fifth of incomes, over what these holders and their families could spend on more care.`,
      "mean",
      (v) => percent(v.counts.paid.topUp[index], v.counts.paid.means[index]),
    ),
  ]),
  row(
    "topUps.managedPeople",
    "Managed people whose families top up",
    "people",
    "People with home care that the council arranges whose families bought more hours of the same agency in the week.",
    "mean",
    (v) => v.world.tally.managedToppingUp,
  ),
  row(
    "topUps.managedMeanWeekly",
    "Mean top-up of a managed package",
    "GBP per week",
    "Weekly top-up of those families.",
    "mean",
    (v) => mean(v.world.tally.managedTopUpPence / 100, v.world.tally.managedToppingUp),
  ),
];

const safety: readonly Measure[] = [
  row(
    "safety.concerns",
    "Safeguarding concerns",
    "concerns",
    "Concerns about the safety of people whom providers or assistants look after.",
    "sum",
    (v) => v.world.tally.concerns,
  ),
  row(
    "safety.concernsWithAssistants",
    "Safeguarding concerns with assistants",
    "concerns",
    "The same, about personal assistants.",
    "sum",
    (v) => v.world.tally.assistantConcerns,
  ),
  row(
    "safety.assistantsCheckedPercent",
    "Assistants who have been checked",
    "% of assistants",
    "Personal assistants whose record somebody has checked.",
    "mean",
    (v) => percent(v.counts.checkedAssistants, v.counts.assistants),
  ),
];

export const payments: readonly Measure[] = [...accounts, ...topUps, ...tradeOff, ...sufficiency, ...safety];
