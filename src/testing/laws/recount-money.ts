/** Second counts of what direct payments save and cost, of prices and costs, and of the council's plan. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Funding, isManaged, Service } from "../../model/world/codes.ts";
import { PARTIES } from "../../model/measures/index.ts";
import type { EventCause } from "../../model/world/events.ts";
import { valueIn } from "../variants.ts";
import { HEADLINES, toppedUp } from "./recount-headlines.ts";
import type { Range } from "./recount-delays.ts";
import type { PaidHolder } from "./recount-midweek.ts";
import { agencies, type Count, once, percent, rows, type Sources, yearly } from "./recount-sources.ts";

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
const mean = (sum: number, count: number): number => (count > 0 ? sum / count : Number.NaN);
/** The range of something that rises with what is in a range. */
const ranged = ([least, most]: Range, of: (value: number) => number): Range => [of(least), of(most)];
const perHolder = (s: Sources, pence: number): number => mean(pence / 100, s.midweek.holders.length);

/** Holders' budgets, pence. */
const budgets = once((s: Sources): Range => [
  total(s.midweek.holders.map(({ budget }) => budget[0])),
  total(s.midweek.holders.map(({ budget }) => budget[1])),
]);

/** What holders' hours would cost at the framework fee, pence. */
const commissioned = (s: Sources): number =>
  total(s.midweek.holders.map(({ assessed }) => (assessed * s.midweek.fee) / 60));

/** Saved by the rate, pence: the larger the budgets, the less. */
const saved = (s: Sources): Range => [commissioned(s) - budgets(s)[1], commissioned(s) - budgets(s)[0]];

/**
 * Hours of staff that direct payments take. Statements are read once nobody waits to be assessed, and before anybody is
 * reviewed: all of them where there were reviews or hours are left over, none where hours ran short before.
 */
function staffHours(s: Sources): Range {
  const { directPayment, assessment } = s.world.era;
  const begun = s.told("person.route").concat(s.told("person.switched"));
  const planned = begun.filter((route) => route === Funding.directPayment).length;
  const appeals = s.events("person.budgetReview");
  const known = planned * assessment.directPaymentExtraHours + appeals * assessment.reviewHours;
  const effort = directPayment.monitoring === "prepaid cards" ? directPayment.cardEffort : 1;
  const due = (s.midweek.holdersBefore * directPayment.statementHours * effort) / WEEKS_PER_YEAR;
  const { hoursLeft } = s.midweek;
  // Reviews that take no time tell nothing.
  const tells = assessment.reviewHours > 0;
  const all = hoursLeft > 0 || (tells && reviews(s) + appeals > 0);
  const none = !all && tells && hoursLeft < 0;
  return [known + (all ? due : 0), known + (none ? 0 : due)];
}

/** People reviewed as planned. */
const reviews = (s: Sources): number => s.midweek.reviewed;

/** Support, cards, checks and staff, pence. */
function extraCost(s: Sources): Range {
  const { era, market } = s.world;
  const hour = (era.council.staffCost * market.priceIndex) / WEEKS_PER_YEAR / era.assessment.caseHoursPerPost;
  const { council } = s.world.accounts;
  const paid = s.paid("paymentSupport", council) + s.paid("paymentCard", council) + s.paid("assistantCheck", council);
  return ranged(staffHours(s), (hours) => paid + hours * hour);
}

function net(s: Sources): Range {
  const [least, most] = saved(s);
  const [cheap, dear] = extraCost(s);
  const back = s.money("clawBack");
  return [yearly(least + back - dear), yearly(most + back - cheap)];
}

/** What budgets hold because reviews raised them, pence. */
const raised = (s: Sources): Range => {
  const part = (at: 0 | 1) => (holder: PaidHolder) => holder.budget[at] * (holder.raised / holder.budgetRatio);
  return [total(s.midweek.holders.map(part(0))), total(s.midweek.holders.map(part(1)))];
};

/** The rate at which every older holder's budget comes to the penny that was paid; assistants have another. */
function rate(s: Sources): Count {
  const half = s.world.ledger.unit / 2;
  let [least, most] = [0, Infinity];
  for (const { group, service, assessed, budgetRatio, budget } of s.midweek.holders) {
    const hours = (assessed / 60) * budgetRatio;
    if (group !== 0 || service === Service.assistant || budget[0] !== budget[1] || hours <= 0) continue;
    least = Math.max(least, (budget[0] - half) / hours / 100);
    most = Math.min(most, (budget[1] + half) / hours / 100);
  }
  return most === Infinity ? undefined : [least, most];
}

/** What the council is invoiced for an hour that came; of contracts alone where no spot package was given. */
const invoicedHour = (s: Sources, more: number): number =>
  mean(((s.midweek.invoiced + more) * 60) / 100, s.contracts.minutes);

/**
 * What an hour costs an agency, pence, step by step: pay of the hour and of travel that is paid, on top leave and training,
 * then insurance and pension of a usual week, less what is let off, mileage and running costs, and its share of what is fixed.
 */
function hourOf({ world: { era, market, providers } }: Sources, row: number, hours: number): number {
  const { wage, travel, workers, overheadRatio, withheld } = providers.columns;
  const { wages, prices, labour } = era;
  const given = 1 - withheld[row];
  const travelled = wage[row] * (1 + travel[row] * wages.paidTravelShare * given);
  const leave = wages.leaveShare - wages.leaveShare * wages.trainingShare * withheld[row];
  const visits = (labour.usualHours * labour.attendance) / (1 + travel[row]);
  const week = travelled * (1 + leave) * visits;
  const allowance = wages.employmentAllowance / WEEKS_PER_YEAR / Math.max(1, workers[row]);
  const due = wages.employerInsuranceRate * Math.max(0, week - wages.employerInsuranceThreshold);
  const insurance = due > allowance ? due - allowance : 0;
  const enrols = workers[row] >= wages.pensionSmallEmployerFrom;
  const pension = enrols ? wages.pensionEmployerRate * Math.max(0, week - wages.pensionThreshold) : 0;
  const pay = week > 0 ? travelled * (1 + leave) * ((week + insurance + pension) / week) : 0;
  const running = (prices.mileagePerHour + prices.overheadPerHour) * overheadRatio[row];
  const fixed = (prices.fixedPerWeek + prices.drawingsPerWeek) / Math.max(hours, 1);
  return pay + (running + fixed) * market.priceIndex;
}

/** The same over agencies, weighted by the hours agreed with their clients one by one. */
function unitCost(s: Sources): number {
  const { provider, bought } = s.world.people.columns;
  const hours = new Map(agencies(s).map((row) => [row, 0]));
  for (const row of rows(s)) {
    const own = hours.get(provider[row]);
    if (own !== undefined) hours.set(provider[row], own + bought[row] / 60);
  }
  const busy = [...hours].filter(([, own]) => own > 0);
  const cost = total(busy.map(([row, own]) => own * hourOf(s, row, own)));
  return mean(cost / 100, total(busy.map(([, own]) => own)));
}

/** Of what the council has agreed with agencies, client by client, the part with those that its framework does not list. */
function offFramework(s: Sources): number {
  const { provider, bought, funding } = s.world.people.columns;
  const { framework } = s.world.providers.columns;
  const own = new Set(agencies(s));
  const arranged = rows(s).filter((row) => own.has(provider[row]) && isManaged(funding[row]));
  const off = arranged.filter((row) => framework[provider[row]] === 0);
  return percent(total(off.map((row) => bought[row])), total(arranged.map((row) => bought[row])));
}

/** What a place costs by what care homes were paid, to half a penny of the week's sum. */
function careHomePlace(s: Sources): Count {
  const { council, accounts, ledger } = s.world;
  if (council.careHomeResidents === 0) return undefined;
  const paid = s.paid("careHomeFee", accounts.council);
  const half = ledger.unit / 2;
  return ranged([paid - half, paid + half], (pence) => pence / 100 / council.careHomeResidents);
}

/** The legal floor of the week, as the scenario says it. */
const floor = (s: Sources): number => Number(valueIn(s.scenario, "wages.floor", s.world.week - s.scenario.burnInWeeks));

const PLAN: readonly (readonly [string, keyof typeof EventCause])[] = [
  ["fees", "fee restraint"],
  ["reserves", "reserves"],
  ["other", "other spending"],
  ["push", "direct-payment push"],
  ["rates", "direct-payment rate"],
  ["consolidation", "framework consolidation"],
  ["contracts", "outcomes-based contracts"],
  ["clawBack", "faster claw-back"],
  ["reviews", "review tightness"],
  ["eligibility", "eligibility"],
  ["substitution", "voluntary substitution"],
  ["posts", "assessment posts"],
];

export const MONEY: Readonly<Record<string, (sources: Sources) => Count>> = {
  "tradeOff.hours": (s) => total(s.midweek.holders.map(({ assessed }) => assessed / 60)),
  "tradeOff.ratePercent": (s) => ranged(budgets(s), (budget) => percent(budget, commissioned(s))),
  "tradeOff.priceSaving": (s) => ranged(saved(s), yearly),
  "tradeOff.extraCost": (s) => ranged(extraCost(s), yearly),
  "tradeOff.extraCostPerHolder": (s) => ranged(extraCost(s), (pence) => perHolder(s, pence)),
  "tradeOff.net": net,
  "sufficiency.upheld": (s) => s.events("person.budgetReview", "budget too small"),
  "sufficiency.raised": (s) => ranged(raised(s), yearly),
  "sufficiency.raisedPerHolder": (s) => ranged(raised(s), (pence) => perHolder(s, pence)),
  "directPayments.charge": (s) => perHolder(s, s.money("directPaymentCharge")),
  "directPayments.badDebt": (s) => {
    const unpaid = total(s.midweek.holders.map((holder) => holder.unpaid)) + s.midweek.unpaidByThirdParties;
    return perHolder(s, unpaid) * WEEKS_PER_YEAR;
  },
  "topUps.perHolder": (s) => perHolder(s, total(s.midweek.holders.map(({ row }) => toppedUp(s, row)))),
  "prices.directPaymentRate": rate,
  "prices.careHour": (s) => invoicedHour(s, s.money("monitoringLicence")),
  "prices.contractHour": (s) => (s.contracts.spotMinutes > 0 ? undefined : invoicedHour(s, 0)),
  "prices.unitCost": unitCost,
  "framework.offPercent": offFramework,
  "prices.careHomePlace": careHomePlace,
  "wages.floor": floor,
  "wages.outside": (s) => {
    const { week, timetable } = s.world;
    return floor(s) * Number(valueIn(s.scenario, "labour.outsideWage", week - timetable.burnInWeeks));
  },
  "wages.premiumPercent": (s) => percent(Number(HEADLINES["wages.careWorker"](s)) - floor(s), floor(s)),
  "providers.loanPercent": (s) => {
    const { keys } = s.world.providers;
    const revenue = total(agencies(s).map((row) => s.memory.earned.get(keys[row])?.revenue ?? Number.NaN));
    return percent(s.money("loanService"), revenue);
  },
  "providers.drawingsPercent": (s) => {
    const { era, market } = s.world;
    return percent(s.money("drawings"), s.memory.drawers * era.prices.drawingsPerWeek * market.priceIndex);
  },
  "council.gapPercent": (s) => 100 * s.midweek.gap,
  "council.reviews": reviews,
  "workforce.turnoverPercent": (s) =>
    s.midweek.leavers === undefined
      ? undefined
      : percent(s.midweek.leavers * WEEKS_PER_YEAR, Number(HEADLINES["workforce.careWorkers"](s))),
  ...Object.fromEntries(
    PARTIES.map((party) => [`receipts.${party}`, (s: Sources): Count => s.receipts.of(party, s.world)]),
  ),
  ...Object.fromEntries(
    PLAN.map(([name, cause]) => [`savings.expected.${name}`, (s: Sources): Count => s.midweek.planned(s.world, cause)]),
  ),
};
