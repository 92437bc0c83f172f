/** Why things happen: each cause with its sentence and the parameters it rests on. */

export interface CauseInfo {
  /** Why it happened, as a life tells it. */
  readonly sentence: string;
  /** Parameters that this cause rests on, besides those of the kind. */
  readonly levers: readonly string[];
}

const why = (sentence: string, ...levers: string[]): CauseInfo => ({ sentence, levers });

/** Why: the cause column of events is a place in this list. */
export const CAUSES = Object.freeze({
  none: why("No reason is noted: the numbers beside it say why."),
  insolvency: why(
    "Its cash had fallen below its overdraft limit.",
    "providers.overdraftWeeks",
    "providers.loanShare",
    "framework.paymentWeeks",
  ),
  "owner's reasons": why(
    "The owner stopped for reasons of their own; small agencies with thin margins do so more often.",
    "providers.closureBase",
    "providers.closureMarginEffect",
    "providers.closureSizeEffect",
  ),
  "nobody on its books": why("It had neither people nor staff left."),
  "cash gone, wound up": why(
    "Its cash had fallen below its overdraft limit, and it was small enough to wind up in good order.",
    "providers.overdraftWeeks",
    "providers.orderlyClients",
    "framework.paymentWeeks",
  ),
  sale: why(
    "The owner sold, or registered anew.",
    "providers.transferRate",
    "providers.loanShare",
    "providers.loanMultiple",
  ),
  margins: why(
    "New agencies come the more often, the better the margins in the market.",
    "providers.entryRate",
    "providers.entryMarginEffect",
    "providers.startUpCash",
  ),
  "people waited for a place": why(
    "People waited for a place in supported living or day services.",
    "framework.newServiceShare",
  ),
  "council's support": why("The council helped people set up on their own.", "providers.microSupport"),
  "price below avoidable cost": why("Half a year of the package would lose more than the provider bears."),
  "no capacity or price too low": why("Each lacked staff time for it, or wanted a higher price."),
  "no framework place": why("No agency of the framework serves the zone."),
  "need below the threshold": why("Others were found to need care more: the need lies below the council's threshold."),
  hospital: why("It led to hospital."),
  "at home": why("It passed at home."),
  "fee restraint": why("The council passed on the growth of costs only as far as its gap allowed."),
  "other spending": why("It cut other adult social care spending.", "council.otherCutCap"),
  "assessment posts": why("It cut assessment posts.", "council.assessmentCutCap"),
  "review tightness": why("Reviews were to recognise less of what need has grown by.", "council.reviewCutCap"),
  eligibility: why("Fewer people were to be found eligible.", "council.eligibilityCutCap"),
  "direct-payment push": why("More people were to be moved to direct payments.", "council.pushSteps"),
  "direct-payment rate": why("Direct payments were to give less for an hour.", "council.rateCutCap"),
  "framework consolidation": why("The framework was to have fewer places.", "council.consolidationCap"),
  "faster claw-back": why("Unspent direct payments were to be taken back sooner.", "council.clawBackCap"),
  "outcomes-based contracts": why(
    "Agencies were to get a fixed sum a package, below the fee for the agreed time.",
    "council.contractSavingCap",
  ),
  "voluntary substitution": why(
    "Voluntary options were to be looked for in place of days at a day service.",
    "council.substitutionCap",
  ),
  reserves: why("It drew on reserves.", "council.minimumReserves", "council.reservesPolicy"),
  "direct payment": why("The draw fell on it; the odds go by group, capacity, need and what the rate can buy."),
  "managed budget": why("The draw fell on care that the council arranges, with a personal budget."),
  "managed without a budget": why("The draw fell on care that the council arranges, and budgets were not yet for all."),
  "third-party budget": why("A third party was offered, to hold the budget and commission, and was accepted."),
  "at review": why("The review looked at the route again, by the same odds as at the start."),
  "burden of managing": why("Managing the payment had become too much.", "directPayment.supportPerHolder"),
  "after a crisis": why("After a crisis, managing the payment was too much.", "outcomes.crisisWeeks"),
  "self-funded": why("Savings stood above the upper capital limit.", "assessment.upperCapitalLimit"),
  "budget too small": why("The budget could not buy the assessed hours at the price paid: the review was upheld."),
  "budget found sufficient": why("The review found that the budget suffices, and it stayed."),
  "unchecked assistant": why("It was an assistant whom nobody had checked.", "directPayment.workerChecks"),
  "checked assistant": why("It was an assistant who had been checked.", "safety.checkEffect"),
  "worker of a provider": why("It was a worker of the provider: less often where its quality is better."),
  "others wait to pay more": why(
    "It had no time to spare, and people in the zone were waiting who would pay more for the hour.",
    "providers.scarcityWeight",
  ),
  "assistant quit": why("The assistant quit.", "directPayment.assistantQuitPerYear"),
  "harm by the assistant": why("Harm by the assistant had come to light.", "safety.assistantRate"),
  "another route": why("The person went over to another route to care.", "route.switchAtReview"),
  "eligibility tightened": why(
    "The council now draws the line of need higher than it did at its opening.",
    "assessment.threshold",
    "council.eligibilityCutCap",
    "council.eligibilityFloor",
  ),
  "asked again": why("Care was still needed, and the person asked once more.", "demand.refusedAskPerYear"),
  crisis: why("A crisis brought the person back.", "demand.crisisPerYear", "demand.unmetCrisisEffect"),
  "no agency was left": why("People looked for an agency, and there was none."),
});

type Cause = keyof typeof CAUSES;
export const EVENT_CAUSES: readonly Cause[] = Object.keys(CAUSES) as Cause[];
export const EventCause = Object.freeze(
  Object.fromEntries(EVENT_CAUSES.map((each, index) => [each, index])) as Record<Cause, number>,
);
