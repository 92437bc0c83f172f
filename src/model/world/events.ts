/** Decisions and turning points: what can happen, and how a life tells of it. */
export { CAUSES, type CauseInfo, EVENT_CAUSES, EventCause } from "./event-causes.ts";

export interface EventKindInfo<C extends string = string> {
  readonly code: C;
  readonly sentence: string;
  readonly unit: string;
  /** The same in the life of the one it happened to: {amount} and {other} stand for amount and other party. */
  readonly told: string;
  /** The same in the life of the other party, where there is one: {agent} stands for whom it happened to. */
  readonly toldOfOther: string;
  /** Parameters that the decision rested on: paths of levers, by-group ones without the group. */
  readonly levers: readonly string[];
}

interface Telling {
  readonly told: string;
  readonly ofOther?: string;
  readonly levers?: readonly string[];
}

const kind = <const C extends string>(
  code: C,
  sentence: string,
  unit: string,
  { told, ofOther = "", levers = [] }: Telling,
): EventKindInfo<C> => ({ code, sentence, unit, told, toldOfOther: ofOther, levers });

export const EVENT_KINDS = [
  kind("provider.failed", "The provider's cash fell below its overdraft limit; amount is its clients.", "people", {
    told: "Failed, with {amount} on its books.",
  }),
  kind("provider.closed", "The owner closed the provider in good order; amount is its clients.", "people", {
    told: "Closed in good order, with {amount} on its books.",
  }),
  kind(
    "provider.transferred",
    "The provider passed to a new owner with people and staff; amount is its clients.",
    "people",
    { told: "Passed to a new owner, with {amount} on its books and all its staff." },
  ),
  kind("provider.entered", "A new agency opened with the first clients it brought along.", "people", {
    told: "Opened, and brought {amount} along.",
  }),
  kind(
    "provider.commissioned",
    "The council found somebody to open a service; amount is its price.",
    "pence per hour",
    {
      told: "Was opened at the council's asking, at {amount}.",
      levers: ["framework.newServiceShare", "framework.newServiceCash", "framework.openBookSurplus"],
    },
  ),
  kind("provider.microOpened", "Somebody set up a micro-provider; amount is its price.", "pence per hour", {
    told: "Was set up by somebody who had looked for a care job, at {amount}.",
    levers: ["providers.microSupport", "providers.microCost"],
  }),
  kind("provider.microClosed", "A micro-provider stopped; amount is its clients.", "people", {
    told: "Stopped, with {amount} on its books.",
    levers: ["providers.microClosure"],
  }),
  kind("provider.supported", "The council kept the provider from failing; amount is what it paid.", "pence", {
    told: "The council paid {amount} to keep it from failing.",
    levers: ["providers.emergencySupport", "providers.emergencyClients", "providers.emergencyWeeks"],
  }),
  kind(
    "package.handedBack",
    "The provider gave notice on a package; amount is what an hour of it loses, or forgoes where others wait to pay more.",
    "pence per hour",
    {
      told: "The provider, {other}, gave notice: this care costs it, in money or in better work forgone, {amount} more than it is paid.",
      ofOther:
        "Gave notice on the package of {agent}: in money or in better work forgone it costs {amount} more than it is paid.",
      levers: ["providers.handBackLossWeeks", "providers.handBackShare", "providers.noticeWeeks"],
    },
  ),
  kind(
    "package.refused",
    "Every agency asked declined the package; amount is its weekly minutes.",
    "minutes per week",
    {
      told: "Every agency asked declined the package of {amount}.",
      levers: ["framework.spotWeeks", "framework.spotCap", "providers.scarcityWeight"],
    },
  ),
  kind("package.spot", "The package was bought outside the framework; amount is the price.", "pence per hour", {
    told: "The council bought the package from {other} at a spot price of {amount}.",
    ofOther: "Took the package of {agent} at a spot price of {amount}.",
    levers: ["framework.spotWeeks", "framework.spotCap"],
  }),
  kind("person.ineligible", "The person was found not eligible; amount is the need.", "minutes per week", {
    told: "Was found not eligible, with a need of {amount}.",
    levers: ["assessment.threshold", "assessment.eligibleShare"],
  }),
  kind(
    "person.refused",
    "The person was refused care that the opening's eligibility would have given; amount is the need.",
    "minutes per week",
    {
      told: "Was refused care that would have been given at the council's opening, with a need of {amount}.",
      levers: ["assessment.eligibleShare"],
    },
  ),
  kind(
    "person.cameBack",
    "A person refused care came back to the assessment queue; amount is the need.",
    "minutes per week",
    {
      told: "Came back to the council after being refused, with a need of {amount}.",
    },
  ),
  kind("person.crisis", "The person had a crisis; amount is the need after it.", "minutes per week", {
    told: "Had a crisis; the need is now {amount}.",
    levers: ["demand.crisisPerYear", "demand.unmetCrisisEffect", "demand.crisisNeedRatio", "demand.hospitalShare"],
  }),
  kind("person.careHome", "The person moved to a care home; amount is the need.", "minutes per week", {
    told: "Moved to a care home, with a need of {amount}.",
    levers: ["demand.careHomePerYear"],
  }),
  kind("person.route", "The person took a route to care; amount is its code.", "code", {
    told: "Was assessed, and took this route to care: {amount}.",
    levers: ["route.directPaymentShare", "route.directPaymentPush", "route.rateEffect", "route.personalBudgetShare"],
  }),
  kind("person.switched", "The person changed to another route; amount is the new one's code.", "code", {
    told: "Changed to another route to care: {amount}.",
    levers: ["route.switchAtReview", "route.handBackPayment", "route.thirdPartyShare", "route.directPaymentShare"],
  }),
  kind(
    "person.budgetReview",
    "A review of whether a direct payment suffices; amount is what the budget rises by.",
    "pence per week",
    {
      told: "A review of the budget, asked for because it was short, raised it by {amount}.",
      levers: ["directPayment.appealShare", "directPayment.upheldShare"],
    },
  ),
  kind(
    "person.safeguarding",
    "A concern about the person's safety; amount is the care that came in the week before.",
    "minutes per week",
    {
      told: "Was harmed by somebody who gave the care of {amount}.",
      levers: ["safety.agencyRate", "safety.qualityEffect", "safety.assistantRate"],
    },
  ),
  kind(
    "person.toppedUp",
    "The person paid a top-up for the first time; amount is what was paid that week.",
    "pence per week",
    {
      told: "Paid own money for care for the first time: {amount}.",
      levers: ["directPayment.rateRule", "directPayment.rateShare", "directPayment.topUpLimit"],
    },
  ),
  kind("council.gap", "The gap between forecast net cost and revenue at the year's start.", "share of net cost", {
    told: "The gap between forecast net cost and revenue was {amount} of that cost.",
  }),
  kind("council.fee", "The framework fee from this April, before the bids of a tender.", "pence per hour", {
    told: "The council set the framework fee at {amount}.",
    levers: ["framework.feePassThrough", "framework.gapEffect", "framework.efficiency"],
  }),
  kind("council.directPaymentRate", "The direct-payment rate from this April, older people.", "pence per hour", {
    told: "The council set the direct-payment rate for older people at {amount}.",
    levers: ["directPayment.rateRule", "directPayment.rateShare"],
  }),
  kind("council.precept", "The precept raised this April.", "share of council tax", {
    told: "The council raised a precept of {amount} of council tax.",
    levers: ["council.precept", "council.preceptUse", "council.preceptLimit", "council.preceptTotal"],
  }),
  kind("council.measure", "A measure of the savings plan; amount is the saving expected of it.", "pence a year", {
    told: "The council took a measure of its savings plan, expected to save {amount}.",
    levers: ["council.savingsOrder"],
  }),
  kind("council.tender", "The framework was tendered; amount is its members.", "providers", {
    told: "The council tendered its framework; {amount} are on it.",
    levers: ["framework.providers", "framework.tenderYears"],
  }),
  kind("council.contract", "Another form of home-care contract begins; amount is its place among the forms.", "code", {
    told: "The council went over to another form of home-care contract.",
    levers: ["framework.contractForm", "framework.targetSaving", "council.contractSavingCap"],
  }),
  kind("council.lots", "Framework lots were awarded by zone; amount is the lots.", "lots", {
    told: "The council awarded framework lots zone by zone: {amount}.",
    levers: ["framework.lotsPerZone", "framework.providers"],
  }),
  kind(
    "provider.gives",
    "An agency under an outcomes-based contract changed the share of agreed time that it gives.",
    "share",
    {
      told: "Paid a fixed sum for its packages, it now gives {amount} of the time that was agreed.",
      levers: ["framework.contractForm", "framework.targetSaving", "council.contractSavingCap"],
    },
  ),
  kind("person.choseAgency", "The person chose an agency; amount is how many were willing.", "agencies", {
    told: "Chose {other} among {amount} that were willing.",
    ofOther: "Was chosen by {agent} among {amount} that were willing.",
    levers: ["framework.choiceShare"],
  }),
  kind(
    "person.bankFreed",
    "Banked minutes that a person no longer needs go to others; amount is the minutes.",
    "minutes",
    { told: "Banked time that was no longer needed went to others: {amount}.", levers: ["framework.contractForm"] },
  ),
  kind("person.hiredAssistant", "The person engaged an assistant; amount is the pay.", "pence per hour", {
    told: "Found {other} as a personal assistant, at {amount}.",
    ofOther: "Was engaged by {agent} as a personal assistant, at {amount}.",
    levers: ["directPayment.friendsShare", "directPayment.recruitmentWeeks", "directPayment.supportPerHolder"],
  }),
  kind("person.lostAssistant", "An assistant left the person; amount is the time in the job.", "weeks", {
    told: "A personal assistant, {other}, left after {amount}.",
    ofOther: "Left the post with {agent} after {amount}.",
  }),
  kind(
    "person.clawedBack",
    "A week or more of the person's direct payment lay idle and was taken back; amount is how much.",
    "pence",
    {
      told: "The council took back {amount} of the direct payment that lay idle.",
      levers: ["directPayment.clawBackWeeks", "directPayment.monitoring"],
    },
  ),
  kind("person.packageCut", "A review cut the person's package; amount is what was taken off.", "minutes per week", {
    told: "A review cut the agreed care by {amount}.",
    levers: ["assessment.reviewsPerYear", "assessment.reviewFall"],
  }),
  kind(
    "person.reablement",
    "The person began reablement, before any assessment; amount is the help.",
    "minutes per week",
    {
      told: "Began with free help of {amount} to get back on their feet, before any assessment.",
      levers: ["nhs.reablementFirst", "nhs.reablementShare", "demand.shortTermWeeks"],
    },
  ),
  kind("person.lostPlace", "The person lost a place in a community option; amount is its care.", "minutes per week", {
    told: "Lost a place in a community option, of {amount}: grants and volunteers kept up fewer places.",
    levers: ["council.voluntaryGrants", "council.volunteersShare"],
  }),
  kind(
    "person.substituted",
    "A voluntary option took the place of days at a day service; amount is its care.",
    "minutes per week",
    {
      told: "Was found a voluntary option of {amount} in place of days at a day service.",
      levers: ["council.substitutionCap", "council.voluntaryHours", "council.voluntaryGrants"],
    },
  ),
  kind("provider.raisedOffer", "An agency raised its pay offer; amount is the new pay.", "pence per hour", {
    told: "Raised what it pays to {amount}, because posts stayed empty.",
    levers: ["labour.vacancyRise"],
  }),
  kind(
    "council.fundWithheld",
    "Better Care money is withheld for a year; amount is the emergency admissions over what was asked.",
    "admissions",
    {
      told: "Part of the Better Care Fund is withheld for a year: there were {amount} more than were asked for.",
      levers: ["nhs.atRisk", "nhs.admissionsTarget", "nhs.betterCareFund"],
    },
  ),
  kind("council.overspend", "Reserves were empty and the council met an overspend this week.", "pence", {
    told: "The council's reserves were empty, and it overspent by {amount} this week.",
  }),
] as const;

type Code = (typeof EVENT_KINDS)[number]["code"];
export const EventKind = Object.freeze(
  Object.fromEntries(EVENT_KINDS.map((each, index) => [each.code, index])) as Record<Code, number>,
);
