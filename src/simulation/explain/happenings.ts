/**
 * Turns in a life that no event is logged for: they show in an agent's columns from one phase to the next. Each has a
 * sentence in which names in braces stand for facts, and the parameters that it rests on.
 */

export interface HappeningInfo {
  readonly told: string;
  readonly levers: readonly string[];
}

const turn = (told: string, ...levers: string[]): HappeningInfo => ({ told, levers });

export const HAPPENINGS = Object.freeze({
  "person.referred": turn("Was referred to the council, {source}."),
  "person.cameForHelp": turn("Was offered free short-term help, {source}.", "demand.shortTermWeeks"),
  "person.cameToBuy": turn("Began to look for an agency, to be paid with their own money."),
  "person.placed": turn(
    "The council placed the care with {provider}, {how}: {hours}.",
    "framework.openShare",
    "framework.inHouseStartShare",
  ),
  "person.chose": turn("Chose {provider} at {price} and bought {hours}.", "directPayment.knownShare"),
  "person.lookedOn": turn("Left {before} to look for another.", "directPayment.switchPerYear"),
  "person.followed": turn("Followed somebody they knew from {before} to {provider}, a new agency."),
  "person.noticeEnded": turn("The notice ran out: {before} left, and nobody had taken over.", "providers.noticeWeeks"),
  "person.providerLeft": turn("Lost {before}, which {ending}."),
  "person.newTerms": turn("New terms: {terms}.", "directPayment.rateRule", "assessment.chargeShare"),
  "person.newCharge": turn("A new charge: {terms}.", "assessment.chargeShare"),
  "person.paidTopUp": turn(
    "Paid for care out of their own pocket{when}: {pence}.",
    "directPayment.taste",
    "directPayment.familyIncome",
    "directPayment.topUpLimit",
  ),
  "person.boughtLess": turn(
    "Buys less than was agreed: {hours} of {assessed}.",
    "directPayment.taste",
    "directPayment.topUpLimit",
    "assessment.indicativeBudgetWeight",
  ),
  "person.boughtAll": turn("Buys all of the agreed care again: {hours}."),
  "person.reviewed": turn(
    "A review changed the agreed care from {before} to {hours}.",
    "assessment.reviewsPerYear",
    "assessment.reviewTightness",
  ),
  "person.gotBudget": turn("A review gave the care a personal budget.", "route.personalBudgetShare"),
  "person.helpEnded": turn("Short-term help ended after its weeks.", "demand.shortTermWeeks"),
  "person.supportEnded": turn("The council's support ended, as the review had decided."),
  "person.left": turn("Left: found not eligible, and no longer looked for care from the council."),
  "person.died": turn("Died.", "demand.deathPerYear"),
  "person.leftOtherwise": turn("Left care for another reason: moved away, recovered, or made other arrangements."),
  "person.leftRefused": turn(
    "No longer needed care from the council: moved away, recovered, or made other arrangements.",
  ),
  "person.stoppedBuying": turn(
    "No longer bought care: died, moved to a care home, or made other arrangements.",
    "demand.selfFundedExitPerYear",
  ),
  "person.leftQueue": turn("Died, or gave up, while waiting for an assessment.", "demand.deathPerYear"),

  "worker.cameToLook": turn("Came from outside care to look for a care job.", "labour.seekersFromOutside"),
  "worker.engaged": turn("Was engaged by {employer} as a personal assistant, {wage}."),
  "worker.drawnAway": turn(
    "Left {before} for {employer}, as a personal assistant for better pay, {wage}.",
    "labour.assistantPull",
  ),
  "worker.hired": turn("Was hired by {employer}, {wage}.", "labour.matching"),
  "worker.openedWith": turn("Joined {employer}, a new agency, {wage}."),
  "worker.quitToMove": turn(
    "Quit at {before} to look for another care job.",
    "labour.movePerWeek",
    "labour.moveElasticity",
    "labour.overtimeEffect",
  ),
  "worker.quitCare": turn(
    "Quit at {before} and left care work.",
    "labour.leavePerWeek",
    "labour.leaveElasticity",
    "labour.outsideWage",
  ),
  "worker.gaveUp": turn("Gave up looking for a care job.", "labour.dropOut"),
  "worker.employerLeft": turn("Lost the job: {before} {ending}.", "providers.workersMove"),
  "worker.takenOn": turn(
    "{before} {ending}; {employer}, which serves the same streets, took the worker on at once, {wage}.",
    "providers.workersMove",
  ),
  "worker.personLeft": turn("Lost the post: {before} no longer has care."),
  "worker.sentAway": turn("Lost the post with {before}: harm to them had come to light.", "safety.assistantRate"),
  "worker.notNeeded": turn(
    "Lost the post: {before} went over to another route to care.",
    "route.switchAtReview",
    "route.handBackPayment",
  ),
  "worker.payRose": turn(
    "Pay rose from {before} to {wage}; the legal floor stood at {floor}.",
    "wages.floor",
    "labour.floorPassOn",
    "labour.yearlyRise",
  ),

  "provider.joinedFramework": turn(
    "Was put on the council's framework.",
    "framework.providers",
    "framework.tenderYears",
  ),
  "provider.leftFramework": turn("Lost its place on the council's framework.", "framework.providers"),
  "provider.newTerms": turn(
    "New terms for the year: what the council pays {fee} an hour, the legal wage floor {floor}, its own pay {wage}.",
    "framework.feePassThrough",
    "framework.gapEffect",
    "framework.efficiency",
    "labour.floorPassOn",
  ),
  "provider.cashGone": turn(
    "Cash fell below zero: from now on it lived on its overdraft, of at most {limit}.",
    "providers.overdraftWeeks",
  ),
  "provider.overdrawnBefore": turn(
    "Cash was below zero, as it had been before recording began: it lived on its overdraft, of at most {limit}.",
    "providers.overdraftWeeks",
  ),
  "provider.cashBack": turn("Cash rose above zero again."),
  "provider.lossMaking": turn(
    "Began to earn less, over half a year, than its cost with the owner's full drawings: {margin} of revenue.",
  ),
  "provider.lossMakingYoung": turn(
    "Was no longer new, and earned less, over half a year, than its cost with the owner's full drawings, as it had while new: {margin} of revenue.",
  ),
  "provider.lossMakingBefore": turn(
    "Earned less, over half a year, than its cost with the owner's full drawings, as it had before recording began: {margin} of revenue.",
  ),
  "provider.profitable": turn(
    "Earned its cost with the owner's full drawings again, over half a year: {margin} of revenue over.",
  ),
  "provider.short": turn("Could give only {given} of the care agreed this week, for want of staff."),
  "provider.handedBack": turn(
    "Gave notice on {packages} at once: they cost it {lost} more than the council's fee, on average.",
    "providers.handBackLossWeeks",
    "providers.handBackShare",
    "providers.noticeWeeks",
  ),
});

export type HappeningCode = keyof typeof HAPPENINGS;
