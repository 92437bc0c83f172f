/** Small councils as texts, with a few settings on top. */
export interface CouncilText {
  readonly start?: string;
  readonly weeks?: number;
  readonly burnInWeeks?: number;
  readonly set?: Readonly<Record<string, number | string>>;
  readonly changes?: readonly {
    readonly from: string;
    readonly set: Readonly<Record<string, number | string>>;
  }[];
}

/** About a hundred and twenty people and five agencies, unless told otherwise. */
export function smallCouncil({ start = "2015-01-05", weeks = 40, burnInWeeks = 4, set, changes }: CouncilText): string {
  const settings = { "size.scale": 0.03, "size.zones": 2, "size.agencies": 160, "framework.providers": 100, ...set };
  return JSON.stringify({ format: 1, name: "small", start, weeks, burnInWeeks, set: settings, changes: changes ?? [] });
}

/** Levers that bring people, at nothing. */
export const NO_PEOPLE: Readonly<Record<string, number>> = {
  "size.homeCare": 0,
  "size.directPayments": 0,
  "size.supportedLiving": 0,
  "size.dayServices": 0,
  "size.selfFunders": 0,
  "demand.assessedPerWeek": 0,
  "demand.shortTermPerWeek": 0,
  "demand.selfFundersPerWeek": 0,
};

/** Levers that bring providers, at nothing; the council keeps its own team. */
export const NO_PROVIDERS: Readonly<Record<string, number>> = {
  "size.agencies": 0,
  "size.supportedLivingProviders": 0,
  "size.dayProviders": 0,
  "providers.entryRate": 0,
};

/** Levers that bring workers, at nothing. */
export const NO_WORKERS: Readonly<Record<string, number>> = {
  "labour.openingSlack": 0.1,
  "size.jobSeekers": 0,
  "labour.seekersFromOutside": 0,
  "labour.leavePerWeek": 1,
};

/** A council whose fees follow costs and that takes no measure of a savings plan. */
export const NO_SAVINGS = {
  "council.otherCutCap": 0,
  "council.pushSteps": 0,
  "council.reviewCutCap": 0,
  "council.eligibilityCutCap": 0,
  "council.assessmentCutCap": 0,
  "framework.feePassThrough": 1,
} as const;
