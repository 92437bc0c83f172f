/** Fees, prices, rates, wages. */
import { Purpose } from "../world/accounts.ts";
import { fullCost } from "../world/agency-costs.ts";
import { ProviderKind } from "../world/codes.ts";
import { mean, percent, row, type Measure, type WeekView } from "./measure.ts";

/** Mean full cost of an agency hour, weighted by hours, GBP. */
function meanUnitCost(view: WeekView): number {
  const { providers } = view.world;
  const { kind, booked } = providers.columns;
  let cost = 0;
  let hours = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const agency = providers.live[index];
    if (kind[agency] !== ProviderKind.agency || booked[agency] <= 0) continue;
    const own = booked[agency] / 60;
    cost += own * fullCost(view.world, agency);
    hours += own;
  }
  return mean(cost / 100, hours);
}

/** What reaches workers over that with what the state and pensions take, of workers and employers. */
function takeHome({ flow }: WeekView): number {
  const kept = flow[Purpose.pay] + flow[Purpose.assistantPay];
  return percent(kept, kept + flow[Purpose.payrollTax] + flow[Purpose.pension]);
}

const careWage = (v: WeekView): number => mean(v.counts.wagePounds, v.counts.careWorkers);

/** What individuals pay; nobody can pay it where no agency trades, though buyers still remember the last price. */
function privatePrice({ world: { providers, market } }: WeekView): number {
  const { kind } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    if (kind[providers.live[index]] === ProviderKind.agency) return market.meanPrice / 100;
  }
  return Number.NaN;
}

/** What agencies had of the market when they last set their prices, weighted by what individuals buy of them now. */
function buyerConcentration({ world: { providers } }: WeekView): number {
  const { kind, privateBooked, buyerShare } = providers.columns;
  let shares = 0;
  let minutes = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const agency = providers.live[index];
    if (kind[agency] !== ProviderKind.agency) continue;
    shares += buyerShare[agency] * privateBooked[agency];
    minutes += privateBooked[agency];
  }
  return mean(shares, minutes);
}

export const prices: readonly Measure[] = [
  row(
    "prices.frameworkFee",
    "Framework fee",
    "GBP per hour",
    "What the council pays framework agencies for an hour.",
    "mean",
    (v) => v.world.council.fee / 100,
    true,
  ),
  row(
    "prices.privatePrice",
    "Private price",
    "GBP per hour",
    "Mean price of an agency hour to individuals, by private hours; undefined while no agency trades.",
    "mean",
    privatePrice,
    true,
  ),
  row(
    "prices.buyerConcentration",
    "Concentration of private care",
    "share",
    "Mean part that an agency has of all the care that individuals buy where it works, by private hours (the Herfindahl-Hirschman index).",
    "mean",
    buyerConcentration,
  ),
  row(
    "prices.microPrice",
    "Price of micro-providers",
    "GBP per hour",
    "Mean price of an hour with a micro-provider.",
    "mean",
    (v) => mean(v.counts.microPounds, v.counts.micros),
  ),
  row(
    "prices.directPaymentRate",
    "Direct-payment rate",
    "GBP per hour",
    "What a direct payment gives an older person for an agency hour.",
    "mean",
    (v) => v.world.council.directPaymentRate[0] / 100,
    true,
  ),
  row(
    "prices.unitCost",
    "Cost of an agency hour",
    "GBP per hour",
    "Mean full cost of a contact hour, drawings included.",
    "mean",
    meanUnitCost,
    true,
  ),
  row(
    "prices.careHomePlace",
    "Price of a care-home place",
    "GBP per week",
    "What the council pays for a place in a care home, what residents are charged included.",
    "mean",
    (v) => (v.world.era.careHomes.price * v.world.council.careHomeIndex) / 100,
  ),
  row(
    "prices.consumerIndex",
    "Consumer prices",
    "index",
    "Level of consumer prices, 100 until the first April that the council sets: what money must be divided by to compare years in real terms.",
    "mean",
    (v) => 100 * v.world.market.priceIndex,
  ),
  row(
    "wages.floor",
    "Legal wage floor",
    "GBP per hour",
    "The lowest wage the law allows.",
    "mean",
    (v) => v.world.era.wages.floor / 100,
  ),
  row(
    "wages.careWorker",
    "Care-worker pay",
    "GBP per hour",
    "Mean pay of agency care workers.",
    "mean",
    careWage,
    true,
  ),
  row(
    "wages.premiumPercent",
    "Care pay over the floor",
    "%",
    "How far mean care-worker pay stands above the legal floor.",
    "mean",
    (v) => percent(careWage(v) - v.world.era.wages.floor / 100, v.world.era.wages.floor / 100),
  ),
  row(
    "wages.takeHomePercent",
    "Take-home pay",
    "% of what employers pay",
    "Of what employers of care workers and personal assistants pay for them, what these take home after tax, National Insurance and pensions.",
    "mean",
    takeHome,
  ),
  row(
    "wages.outside",
    "Pay outside care",
    "GBP per hour",
    "What shops and warehouses pay.",
    "mean",
    (v) => v.world.market.outsideWage / 100,
  ),
];
