/** What the council's home-care contracts buy: price of what came, time paid for and not given, time banked, real choice. */
import { ProviderKind } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { mean, percent, row, type Measure, type WeekView } from "./measure.ts";

/** Banked minutes still to come to people, or to others of the same agency. */
function bankedMinutes({ people, providers, council }: World): number {
  if (council.specialTerms === 0) return 0;
  let minutes = 0;
  for (let index = 0; index < people.liveCount; index++) minutes += people.columns.banked[people.live[index]];
  for (let index = 0; index < providers.liveCount; index++) minutes += providers.columns.pooled[providers.live[index]];
  return minutes;
}

/** Share of council hours with agencies that is with agencies off the framework, per cent. */
function offFramework({ world: { providers } }: WeekView): number {
  const { kind, framework, booked, privateBooked } = providers.columns;
  let off = 0;
  let all = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const agency = providers.live[index];
    if (kind[agency] !== ProviderKind.agency) continue;
    const minutes = booked[agency] - privateBooked[agency];
    all += minutes;
    if (framework[agency] === 0) off += minutes;
  }
  return percent(off, all);
}

/** Framework agencies with room, in the zone of the mean person. */
function choicePerZone({ world: { market } }: WeekView): number {
  let sum = 0;
  for (let zone = 0; zone < market.zoneShares.length; zone++) {
    sum += market.zoneShares[zone] * market.frameworkChoice[zone];
  }
  return sum;
}

const perHour = (pence: number, minutes: number): number => mean((pence / 100) * 60, minutes);

export const contracts: readonly Measure[] = [
  row(
    "framework.choice",
    "Framework agencies with room",
    "agencies",
    "Members with a lot and room for another package in the zone where the mean person lives.",
    "mean",
    choicePerZone,
  ),
  row(
    "framework.offPercent",
    "Council hours off the framework",
    "% of council hours with agencies",
    "Home care that the council has agreed with agencies which the framework does not list.",
    "mean",
    offFramework,
  ),
  row(
    "framework.chosenPercent",
    "Packages with a real choice",
    "% of packages placed",
    "Home-care packages placed in the week for which the person chose among willing agencies.",
    "mean",
    (v) => percent(v.world.tally.chosen, v.world.tally.placed),
  ),
  row(
    "framework.paidNotGivenHours",
    "Hours paid for and not given",
    "hours a week",
    "Under contract with agencies: time that is paid, or that a fixed sum was agreed for, and that neither came nor is banked.",
    "mean",
    (v) => v.world.tally.paidNotGiven / 60,
  ),
  row(
    "framework.bankedHours",
    "Hours in the time bank",
    "hours",
    "Time that visits left over, paid for and still to come, to its owners or to others of the same agency.",
    "mean",
    (v) => bankedMinutes(v.world) / 60,
  ),
  row(
    "framework.bankUsedHours",
    "Banked hours that came",
    "hours a week",
    "Banked time given in the week, to its owners or to others of the same agency.",
    "mean",
    (v) => (v.world.tally.fromBank + v.world.tally.fromPool) / 60,
  ),
  row(
    "prices.careHour",
    "Cost of an hour of home care that came",
    "GBP per hour",
    "What the council is invoiced by agencies in the week, and licences for monitoring, over the hours that came.",
    "mean",
    ({ world: { tally } }) =>
      perHour(tally.contractPence + tally.spotPence + tally.licencePence, tally.contractMinutes + tally.spotMinutes),
  ),
  row(
    "prices.contractHour",
    "Price of an hour under contract",
    "GBP per hour",
    "Invoices of agencies under the council's contract, over the hours that came under it.",
    "mean",
    ({ world: { tally } }) => perHour(tally.contractPence, tally.contractMinutes),
  ),
  row(
    "prices.spotHour",
    "Price of a spot hour",
    "GBP per hour",
    "Invoices for packages bought outside the framework, over the hours that came.",
    "mean",
    ({ world: { tally } }) => perHour(tally.spotPence, tally.spotMinutes),
  ),
];
