/** The workforce, and the council's money. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { mean, percent, row, type Measure, type WeekView } from "./measure.ts";

const yearlyMillions = (pencePerWeek: number): number => (pencePerWeek * WEEKS_PER_YEAR) / 1e8;

/** Before charges, whichever way they are collected: a direct payment with what its holder pays in. */
export function community(v: WeekView): number {
  const { flow } = v;
  return (
    flow[Purpose.homeCareFee] +
    flow[Purpose.inHouseFee] +
    flow[Purpose.supportedLivingFee] +
    flow[Purpose.dayFee] +
    flow[Purpose.directPayment] +
    flow[Purpose.directPaymentCharge] +
    flow[Purpose.serviceFund] -
    flow[Purpose.clawBack]
  );
}

const gross = (v: WeekView): number =>
  community(v) +
  v.flow[Purpose.careHomeFee] +
  v.flow[Purpose.assessmentStaff] +
  v.flow[Purpose.otherSpend] +
  v.flow[Purpose.monitoringLicence] +
  v.flow[Purpose.paymentSupport] +
  v.flow[Purpose.paymentCard] +
  v.flow[Purpose.assistantCheck] +
  v.flow[Purpose.voluntaryGrant] +
  v.flow[Purpose.providerSupport] +
  v.flow[Purpose.marketShaping] +
  v.flow[Purpose.jointTeams];

export const workforce: readonly Measure[] = [
  row(
    "workforce.careWorkers",
    "Agency care workers",
    "workers",
    "Workers employed by home-care agencies.",
    "mean",
    (v) => v.counts.careWorkers,
    true,
  ),
  row(
    "workforce.personalAssistants",
    "Personal assistants",
    "workers",
    "Workers employed by holders of a direct payment.",
    "mean",
    (v) => v.counts.assistants,
    true,
  ),
  row(
    "workforce.assistantEmployers",
    "Employers of personal assistants",
    "people",
    "Holders of a direct payment who employ somebody.",
    "mean",
    (v) => v.counts.employers,
  ),
  row("workforce.seekers", "Job-seekers", "people", "People looking for a care job.", "mean", (v) => v.counts.seekers),
  row(
    "workforce.vacancyPercent",
    "Vacancies",
    "% of posts",
    "Posts that agencies want filled and cannot.",
    "mean",
    (v) => percent(v.counts.openPosts, v.counts.posts),
    true,
  ),
  row(
    "workforce.turnoverPercent",
    "Turnover",
    "% a year",
    "Agency care workers who left their employer, at a yearly rate.",
    "mean",
    (v) => percent(v.world.tally.careWorkerLeavers * WEEKS_PER_YEAR, v.counts.careWorkers),
    true,
  ),
  row(
    "workforce.zeroHoursPercent",
    "Workers without guaranteed hours",
    "% of agency care workers",
    "Agency care workers on zero-hours contracts.",
    "mean",
    (v) => percent(v.counts.zeroHoursWorkers, v.counts.careWorkers),
  ),
  row(
    "workforce.attendancePercent",
    "Attendance of agency care workers",
    "% of usual hours",
    "What is left of agency workers' usual hours after leave, sickness and strain.",
    "mean",
    (v) => percent(v.counts.attendedMinutes, v.counts.usualMinutes),
  ),
  row("workforce.hires", "Hires", "workers", "Job-seekers whom providers hired.", "sum", (v) => v.world.tally.hires),
  row(
    "workforce.hiresFromCarePercent",
    "Recruits from within care",
    "% of hires",
    "Hires whose last job was in care.",
    "mean",
    (v) => percent(v.world.tally.hiresFromCare, v.world.tally.hires),
  ),
  row(
    "workforce.movesWithinCare",
    "Moves within care",
    "workers",
    "Workers of providers who left their employer to look for another job in care.",
    "sum",
    (v) => v.world.tally.movesWithinCare,
  ),
  row(
    "workforce.leaversFromCare",
    "Leavers from care",
    "workers",
    "Workers who left care work altogether, from a provider or while they looked for their next job in care.",
    "sum",
    (v) => v.world.tally.leaversFromCare,
  ),
  row(
    "workforce.assistantHires",
    "Personal assistants engaged",
    "workers",
    "Personal assistants whom employers engaged, friends and relatives among them.",
    "sum",
    (v) => v.world.tally.assistantHires,
  ),
  row(
    "workforce.intoAssistantWork",
    "Workers who went into personal-assistant work",
    "workers",
    "Personal assistants engaged whose last job was in care, with a provider or with another employer.",
    "sum",
    (v) => v.world.tally.assistantsFromCare,
  ),
  row(
    "workforce.tenureYears",
    "Time in the job",
    "years",
    "Mean time that workers of providers have been with their employer; those of the founding count from then, so that it rises through the first years of any run.",
    "mean",
    (v) => mean(v.counts.tenureWeeks / WEEKS_PER_YEAR, v.counts.employed),
  ),
];

export const council: readonly Measure[] = [
  row(
    "council.grossSpend",
    "Gross spending",
    "GBP million a year",
    "All adult social care spending before charges, what holders pay into their direct payments included, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(gross(v)),
    true,
  ),
  row(
    "council.communitySpend",
    "Community care spending",
    "GBP million a year",
    "Home care with short-term help, supported living, day services, budgets of third parties, and direct payments less what is taken back; before charges, what holders pay in included, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(community(v)),
    true,
  ),
  row(
    "council.monitoringSpend",
    "Spending on electronic monitoring",
    "GBP million a year",
    "Licences for logging home-care visits, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.monitoringLicence]),
  ),
  row(
    "council.netBudget",
    "Budget",
    "GBP million a year",
    "Grant, council tax, precept and NHS money, at a yearly rate.",
    "mean",
    (v) =>
      yearlyMillions(
        v.flow[Purpose.grant] +
          v.flow[Purpose.councilTax] +
          v.flow[Purpose.precept] +
          v.flow[Purpose.nhsTransfer] +
          v.flow[Purpose.betterCareFund],
      ),
    true,
  ),
  row(
    "council.preceptIncome",
    "Precept income",
    "GBP million a year",
    "What the social care precept brings, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.precept]),
    true,
  ),
  row(
    "council.charges",
    "Charges for community care",
    "GBP million a year",
    "What people pay towards managed packages, to the council, and towards direct payments, into their accounts, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.charge] + v.flow[Purpose.directPaymentCharge]),
  ),
  row(
    "council.reserves",
    "Reserves",
    "GBP million",
    "Reserves of adult social care at the week's end.",
    "last",
    (v) => v.world.ledger.balances[v.world.accounts.reserves] / 1e8,
    true,
  ),
  row(
    "council.overspend",
    "Overspend",
    "GBP million a year",
    "Spending beyond empty reserves, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.overspend]),
  ),
  row(
    "council.overspendMadeGood",
    "Overspends made good",
    "GBP million a year",
    "What the council gives back of earlier years' overspends, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.overspendMadeGood]),
  ),
  row(
    "council.voluntaryGrants",
    "Grants to voluntary bodies",
    "GBP million a year",
    "What the council gives to voluntary bodies that run community options, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.voluntaryGrant]),
  ),
  row(
    "council.providerSupport",
    "Emergency support for providers",
    "GBP million a year",
    "What the council pays to keep large providers from failing, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.providerSupport]),
  ),
  row(
    "council.marketShaping",
    "Support for micro-providers",
    "GBP million a year",
    "What the council spends on helping micro-providers open, at a yearly rate.",
    "mean",
    (v) => yearlyMillions(v.flow[Purpose.marketShaping]),
  ),
  row(
    "council.gapPercent",
    "Budget gap before savings",
    "% of net cost",
    "Forecast cost less revenue at the last April, over forecast net cost; earlier overspends to be made good count. " +
      "Undefined before the first April.",
    "mean",
    (v) => 100 * v.world.council.gap,
    true,
  ),
  row(
    "council.reviews",
    "Reviews done",
    "reviews",
    "Planned reviews that staff had time for.",
    "sum",
    (v) => v.world.tally.reviews,
  ),
];
