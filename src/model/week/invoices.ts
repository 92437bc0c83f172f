/** What agencies and services invoice the council, and when the council pays. */
import { isPlain, priceShare } from "../rules/contract.ts";
import { Purpose } from "../world/accounts.ts";
import { ProviderKind } from "../world/codes.ts";
import { underContract } from "../world/contract.ts";
import { DUE_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";

/** This week's invoices by provider row: pence in all, pence of them for monitored visits, and monitored minutes. */
export interface Invoices {
  readonly all: Float64Array;
  readonly monitored: Float64Array;
  readonly monitoredMinutes: Float64Array;
  /** Whether any package is paid otherwise than by the minute that came. */
  readonly special: boolean;
}

export const openInvoices = ({ scratch, providers, terms }: World): Invoices => ({
  all: scratch.floats("invoices", providers.rows),
  monitored: scratch.floats("monitoredInvoices", providers.rows),
  monitoredMinutes: scratch.floats("monitoredMinutes", providers.rows),
  special: !isPlain(terms),
});

/**
 * What one person's care of this week costs the council at `hourly` pence, noted with its provider; pence. `family` are
 * the minutes that came and the family pays for.
 */
export function invoice(world: World, row: number, family: number, hourly: number, invoices: Invoices): number {
  const { people, providers, ledger, tally } = world;
  const { provider, delivered, rate, spot } = people.columns;
  const own = provider[row];
  const came = delivered[row] - family;
  const fee =
    invoices.special && underContract(world, row)
      ? contractFee(world, row, family, hourly, invoices)
      : ledger.round((came * hourly * (rate[row] > 0 ? rate[row] : 1)) / 60);
  invoices.all[own] += fee;
  if (providers.columns.kind[own] !== ProviderKind.agency) return fee;
  if (spot[row] === 1) {
    tally.spotMinutes += came;
    tally.spotPence += fee;
  } else {
    tally.contractMinutes += came;
    tally.contractPence += fee;
  }
  return fee;
}

/** The fee of a package under contract: a fixed sum, or the minutes that came, were banked, or are paid for all the same. */
function contractFee(world: World, row: number, family: number, hourly: number, invoices: Invoices): number {
  const { people, ledger, terms, tally } = world;
  const { provider, bought, delivered, unrecorded, spare, fromBank, fromPool, monitored, extra } = people.columns;
  const agreed = bought[row] - extra[row];
  const known = delivered[row] - family - fromBank[row] - fromPool[row] + spare[row];
  const fixed = terms.contractForm === "outcomes-based";
  const onSheet = known + unrecorded[row];
  // A logged cut is seen; of other agreed minutes that did not come, the contract may pay a part.
  const missed = monitored[row] === 1 ? 0 : Math.max(0, agreed - onSheet);
  const paid = fixed
    ? paidOfFixedSum(agreed, known, terms.outcomesFloor)
    : onSheet + Math.floor((1 - terms.paidForDelivered) * missed + 0.5);
  const fee = ledger.round((paid * hourly * priceShare(terms)) / 60);
  tally.paidNotGiven += paid - known;
  if (monitored[row] === 1) {
    invoices.monitored[provider[row]] += fee;
    invoices.monitoredMinutes[provider[row]] += delivered[row] - family;
  }
  return fee;
}

/**
 * Minutes of an agreed package that a fixed sum pays for: all of them, unless less came than no agency may go below, for
 * want of staff. A minute that is lost in rounding is not held against it.
 */
function paidOfFixedSum(agreed: number, came: number, floor: number): number {
  return came + 1 >= floor * agreed ? agreed : Math.floor(came / floor + 0.5);
}

/** The system that logs visits is paid for by the hour logged. */
export function payLicence(world: World, { monitoredMinutes, special }: Invoices): void {
  if (!special) return;
  const { providers, ledger, accounts, era, market } = world;
  let minutes = 0;
  for (let index = 0; index < providers.liveCount; index++) minutes += monitoredMinutes[providers.live[index]];
  const licence = ledger.round((minutes / 60) * era.framework.monitoringLicence * market.priceIndex);
  ledger.transfer(accounts.council, accounts.economy, licence, Purpose.monitoringLicence);
  world.tally.licencePence += licence;
}

/** The council pays weeks in arrears; its own team it pays at once, and what pay leaves of that is overhead. */
export function payInvoices(world: World, { all, monitored }: Invoices): void {
  const { providers, market, era, ledger, accounts, week } = world;
  const books = providers.columns;
  const { paymentWeeks, monitoredPaymentWeeks } = era.framework;
  // A monitored invoice is filed as if it were so many weeks older, and is due so much sooner.
  const sooner = paymentWeeks - Math.min(paymentWeeks, monitoredPaymentWeeks);
  for (let age = paymentWeeks; age < DUE_WEEKS; age++) {
    const slot = (week - age + DUE_WEEKS) % DUE_WEEKS;
    ledger.transfer(accounts.council, accounts.banks, market.dueToBanks[slot], Purpose.homeCareFee);
    market.dueToBanks[slot] = 0;
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (books.kind[row] === ProviderKind.inHouse) {
      ledger.transfer(accounts.council, books.account[row], all[row], Purpose.inHouseFee);
      const rest = ledger.balances[books.account[row]];
      if (rest > 0) ledger.transfer(books.account[row], accounts.economy, rest, Purpose.overhead);
      else ledger.transfer(accounts.council, books.account[row], -rest, Purpose.inHouseFee);
      books.revenue[row] = all[row];
      books.cost[row] = all[row];
      continue;
    }
    const purpose = feePurpose(books.kind[row]);
    const first = row * DUE_WEEKS;
    for (let age = paymentWeeks; age < DUE_WEEKS; age++) {
      const slot = first + ((week - age + DUE_WEEKS) % DUE_WEEKS);
      ledger.transfer(accounts.council, books.account[row], market.due[slot], purpose);
      market.due[slot] = 0;
    }
    market.due[first + (week % DUE_WEEKS)] += all[row] - monitored[row];
    market.due[first + ((week - sooner + DUE_WEEKS) % DUE_WEEKS)] += monitored[row];
  }
}

function feePurpose(kind: number): number {
  if (kind === ProviderKind.supportedLiving) return Purpose.supportedLivingFee;
  return kind === ProviderKind.dayService ? Purpose.dayFee : Purpose.homeCareFee;
}
