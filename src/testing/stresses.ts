/** Settings under which rare things happen often: without them a small council is a quiet place. */

type Setting = Readonly<Record<string, number | string>>;

const NAMED = {
  "fees far below cost": { "framework.openingFee": 8.5 },
  "cash for a fortnight": { "providers.cashKeptWeeks": 2, "providers.overdraftWeeks": 0 },
  "owners who stop or sell": { "providers.closureBase": 0.1, "providers.transferRate": 0.1 },
  "a market easy to enter": { "providers.entryRate": 0.5, "providers.entryMarginEffect": 10 },
  "a council that keeps providers up": {
    "providers.emergencySupport": 50_000_000,
    "providers.emergencyClients": 0,
    "providers.overdraftWeeks": 0,
    "providers.cashKeptWeeks": 1,
  },
  "micro-providers everywhere": {
    "providers.microSupport": 3_000_000,
    "providers.microClosure": 0.1,
    "labour.seekersFromOutside": 30,
  },
  "community options that are full": { "council.voluntaryRoom": 0.7, "directPayment.communityShare": 0.4 },
  "tenders every year": { "framework.tenderYears": 1 },
  "nothing off the framework": { "framework.openShare": 0, "framework.spotCap": 3, "framework.spotWeeks": 0 },
  "no reserves": { "council.openingReserves": 0, "council.grantChange": 0.6, "council.precept": 0.05 },
  "overspends, and years that make them good": {
    "council.openingReserves": 0,
    "council.grantChange": 0.6,
    "council.gapFunded": 1,
    "council.overspendMadeGood": 1,
  },
  "a plan of every measure": {
    "council.precept": 0.05,
    "framework.tenderYears": 1,
    "council.grantChange": 0.8,
    "council.rateCutCap": 0.2,
    "council.consolidationCap": 0.5,
    "council.clawBackCap": 3,
    "council.contractSavingCap": 0.1,
    "council.substitutionCap": 1,
    "council.voluntaryRoom": 50,
  },
  "eligibility tightened": {
    "council.grantChange": 0.6,
    "council.eligibilityCutCap": 0.6,
    "council.eligibilityFloor": 0.2,
    "demand.refusedAskPerYear": 4,
  },
  "direct payments for most": { "route.directPaymentShare": 0.7, "directPayment.rateShare": 0.8 },
  "budgets held by third parties": { "route.thirdPartyShare": 1, "route.thirdPartyFee": 0.2 },
  "routes that change": {
    "route.switchAtReview": 0.8,
    "route.handBackPayment": 4,
    "directPayment.supportPerHolder": 0,
  },
  "money with conditions": { "nhs.betterCareFund": 8, "nhs.reablementFirst": 0.9, "nhs.atRisk": 0.5 },
  "everybody frailer": { "demand.crisisPerYear": 1.5, "demand.deathPerYear": 0.5 },
  "workers who leave": { "labour.leavePerWeek": 0.03, "labour.movePerWeek": 0.03 },
  "many job-seekers": { "labour.seekersFromOutside": 40, "labour.matching": 0.6 },
  "time banked": {
    "framework.contractForm": "user-directed",
    "framework.electronicMonitoring": 0.9,
    "framework.spareShare": 0.15,
    "framework.unrecordedShare": 0.1,
  },
  "fixed sums for outcomes": {
    "framework.contractForm": "outcomes-based",
    "framework.targetSaving": 0.15,
    "framework.electronicMonitoring": 0.5,
  },
  "people who choose, and few lots": { "framework.choiceShare": 0.8, "framework.lotsPerZone": 2 },
  "assistants often away, and relief": { "directPayment.assistantAbsence": 0.3, "directPayment.absenceCover": 0.6 },
  "families that add hours": {
    "framework.managedTopUpShare": 1,
    "directPayment.taste": 2,
    "demand.driftPerYear": 0.5,
    "assessment.reviewsPerYear": 0.2,
  },
  "holders who insist": { "directPayment.appealShare": 0.7, "directPayment.rateShare": 0.8, "assessment.staff": 80 },
  "care that is not safe": { "safety.agencyRate": 1, "safety.assistantRate": 2 },
  "people of means": { "assessment.excessIncome": 60, "directPayment.familyIncome": 200 },
} satisfies Readonly<Record<string, Setting>>;

export type StressName = keyof typeof NAMED;

export const STRESSES: Readonly<Record<StressName, Setting>> = NAMED;

export const STRESS_NAMES = Object.keys(NAMED) as readonly StressName[];
