/** The council as it stands before the first week: who is there, who serves whom, and what everybody owns. */
import { exponential, founderKey, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { eligibleShare } from "../rules/eligibility.ts";
import { fullCost } from "./agency-costs.ts";
import { foundPeople } from "./founding-people.ts";
import { foundProviders, meanTravel, membersOf, priceProviders } from "./founding-providers.ts";
import { foundWorkers } from "./founding-workers.ts";
import { Purpose } from "./accounts.ts";
import { ProviderKind, Service } from "./codes.ts";
import { LOTS_FOR_ALL } from "./council.ts";
import { setWeeklyRevenue, weeklyRevenue } from "./revenue.ts";
import { takeLoan } from "./loans.ts";
import { DECISION_WEEKS, DUE_WEEKS } from "./providers.ts";
import { setZoneShares } from "./traits.ts";
import { World, type WorldOptions } from "./world.ts";

/** Builds the opening council from the size parameters of the first era. */
export function found(options: WorldOptions): World {
  const world = new World(options);
  openMarket(world);
  openCouncil(world);
  foundProviders(world, founderKey);
  world.market.openingMembers = membersOf(world);
  foundPeople(world, founderKey);
  openCommunity(world);
  meanTravel(world);
  foundWorkers(world, founderKey);
  priceProviders(world);
  endowProviders(world);
  return world;
}

function openMarket(world: World): void {
  const { market, era } = world;
  setZoneShares(world);
  market.priceIndex = 1;
  market.travelNorm = 1;
  market.meanMargin = 0;
  market.floor = era.wages.floor;
  market.outsideWage = era.wages.floor * era.labour.outsideWage;
  market.meanWage = Math.max(era.labour.openingWage, era.wages.floor);
  market.openingWageRatio = Math.max(market.meanWage, 1) / Math.max(market.outsideWage, 1);
}

function openCouncil(world: World): void {
  const { council, era, ledger, accounts } = world;
  const { scale } = era.size;
  const yearly = era.council;
  council.ruleFee = era.framework.openingFee;
  world.market.openingFee = era.framework.openingFee;
  council.fee = Math.max(era.framework.openingFee * era.framework.feeChange, era.framework.feeFloor * era.wages.floor);
  council.assistantRate = era.directPayment.assistantRate * era.wages.floor;
  council.holders = 0;
  council.floorAtApril = era.wages.floor;
  council.careHomeResidents = Math.floor(era.careHomes.residents * scale + 0.5);
  council.careHomeIndex = council.otherRatio = council.staffRatio = 1;
  council.hoursLeft = 0;
  council.eligibility = council.recognition = 1;
  for (let group = 0; group < 4; group++) council.openingEligible[group] = eligibleShare(era, group, 1);
  council.push = council.clawBackCut = 0;
  council.rateRatio = council.placesRatio = council.sumRatio = council.daysRatio = 1;
  council.bandDCore = yearly.bandD;
  council.bandDPrecept = 0;
  council.preceptInTotal = 0;
  council.preceptTotal = yearly.preceptTotal;
  council.openingGrant = yearly.grant * yearly.grantChange;
  council.taxBaseIndex = 1;
  council.openingVoluntary = yearly.voluntaryGrants;
  council.feeGap = 0;
  council.passThrough = 1;
  council.grossMean = council.chargesMean = council.communityMean = 0;
  council.yearsSinceTender = council.supportGiven = 0;
  council.lotsPerZone = LOTS_FOR_ALL;
  council.specialTerms = 0;
  council.gapGrant = 0;
  setWeeklyRevenue(world);
  council.netBudget = weeklyRevenue(council);
  ledger.transfer(accounts.exchequer, accounts.reserves, ledger.round(yearly.openingReserves * scale), Purpose.opening);
}

/** Community options have room for those who use them at the start, and for some more. */
function openCommunity({ people, market, era }: World): void {
  const { service, bought } = people.columns;
  market.communityMinutes = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (service[row] === Service.community) market.communityMinutes += bought[row];
  }
  market.communityRoom = market.communityMinutes * era.council.voluntaryRoom;
}

/** Cash and unpaid invoices, so that no firm starts short: the council always owes its weeks in arrears. */
function endowProviders(world: World): void {
  const { providers, ledger, accounts, market, era, council } = world;
  const columns = providers.columns;
  const delay = era.framework.paymentWeeks;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const hours = columns.booked[row] / 60;
    const publicHours = hours - columns.privateBooked[row] / 60;
    const kind = columns.kind[row];
    const fee = kind === ProviderKind.agency ? council.fee : columns.price[row];
    if (kind === ProviderKind.inHouse) continue;
    for (let week = 1; week <= delay; week++) {
      market.due[row * DUE_WEEKS + ((DUE_WEEKS - week) % DUE_WEEKS)] = ledger.round(publicHours * fee);
    }
    const weeklyCost = openingCost(world, row);
    columns.costMean[row] = weeklyCost;
    columns.revenueMean[row] = publicHours * fee + (columns.privateBooked[row] / 60) * columns.price[row];
    if (kind === ProviderKind.agency) inheritLoan(world, row);
    const cash = ledger.round((weeklyCost * era.providers.cashKeptWeeks) / 2);
    ledger.transfer(accounts.owners, columns.account[row], cash, Purpose.ownerCapital);
  }
}

/** Some agencies changed hands before, and the loan is not paid off yet: as many as sales at the usual rate leave. */
function inheritLoan(world: World, row: number): void {
  const { transferRate, loanYears } = world.era.providers;
  const perYear = transferRate * (WEEKS_PER_YEAR / DECISION_WEEKS);
  const sold = exponential(world.draws["founding.loan"].uniform(world.providers.keys[row]), 1);
  const yearsAgo = perYear > 0 ? sold / perYear : Infinity;
  if (yearsAgo < loanYears) takeLoan(world, row, yearsAgo);
}

/** What a provider's week costs at the founding, pence. */
function openingCost(world: World, row: number): number {
  const { era, market } = world;
  const columns = world.providers.columns;
  const hours = columns.booked[row] / 60;
  const { wage, kind } = columns;
  if (kind[row] === ProviderKind.agency) {
    return hours * fullCost(world, row);
  }
  const overhead =
    kind[row] === ProviderKind.supportedLiving
      ? era.prices.supportedLivingOverheadPerHour
      : era.prices.dayOverheadPerHour;
  return hours * (wage[row] * (1 + era.wages.leaveShare) + overhead * market.priceIndex);
}
