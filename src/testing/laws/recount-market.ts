/** Second counts of how packages are placed, paid and given, of who comes, and of the workforce. */
import { exp } from "../../kernel/index.ts";
import { Employment, Funding, ProviderKind, Service } from "../../model/world/codes.ts";
import type { Range } from "./recount-delays.ts";
import { agencies, type Count, micros, percent, type Sources } from "./recount-sources.ts";
import { employed } from "./recount-workers.ts";

/** Agencies with room where the mean person lives: towns hold most people, and each zone farther out fewer. */
function choice({ world: { era }, placing }: Sources): number {
  const crowd = placing.members.map((_, zone) => exp(-zone * era.size.zoneThinning));
  const all = crowd.reduce((sum, each) => sum + each, 0);
  return placing.members.reduce((sum, members, zone) => sum + (members * crowd[zone]) / all, 0);
}

function declined({ placing: { refusals, placed } }: Sources): Count {
  const [least, most] = refusals;
  if (most === 0 && placed === 0) return Number.NaN;
  // Where nobody was placed, one refusal more or less decides between all and nothing.
  return least + placed > 0 ? [percent(least, least + placed), percent(most, most + placed)] : undefined;
}

const BROKERAGE: Readonly<Record<string, (sources: Sources) => Count>> = {
  "providers.refusals": ({ placing }) => placing.refusals,
  "providers.declinedPercent": declined,
  "framework.choice": choice,
  "framework.chosenPercent": (s) => percent(s.events("person.choseAgency"), s.placing.placed),
  "people.fewOptionsPercent": ({ placing: { lookers, lost } }) =>
    lookers > 0 ? [percent(lost, lookers), 100] : Number.NaN,
};

/** What was invoiced under contract comes to so many minutes; each invoice is rounded to a penny. */
function paidNotGiven({ world, midweek, contracts }: Sources): Count {
  const { spotPence, spotPackages, packages, known, hour } = contracts;
  if (hour <= 0) return undefined;
  const off = (world.ledger.unit / 2) * (packages + spotPackages);
  const hours = (pence: number): number => pence / hour - known / 60;
  const pence = midweek.invoiced - spotPence;
  return [hours(pence - off), hours(pence + off)];
}

function spotHour({ world, contracts: { spotMinutes, spotPence, spotPackages } }: Sources): Count {
  if (spotMinutes === 0) return Number.NaN;
  const off = (world.ledger.unit / 2) * spotPackages;
  const hour = (pence: number): number => ((pence / 100) * 60) / spotMinutes;
  const range: Range = [hour(spotPence - off), hour(spotPence + off)];
  return range;
}

/** Each agency's part of the market when prices were last set, weighted by what individuals buy of it, person by person. */
function concentration({ world: { people, providers } }: Sources): number {
  const { provider, bought, funding, service } = people.columns;
  const { kind, buyerShare } = providers.columns;
  const routes: readonly number[] = [Funding.directPayment, Funding.selfFunded, Funding.thirdParty];
  let [shares, minutes] = [0, 0];
  for (const row of people.live.subarray(0, people.liveCount)) {
    const own = provider[row];
    if (own < 0 || kind[own] !== ProviderKind.agency || service[row] !== Service.homeCare) continue;
    if (!routes.includes(funding[row])) continue;
    shares += bought[row] * buyerShare[own];
    minutes += bought[row];
  }
  return minutes > 0 ? shares / minutes : Number.NaN;
}

const CONTRACTS: Readonly<Record<string, (sources: Sources) => Count>> = {
  "framework.bankUsedHours": ({ contracts }) => contracts.bankUsed / 60,
  "framework.paidNotGivenHours": paidNotGiven,
  "prices.spotHour": spotHour,
  "prices.buyerConcentration": concentration,
  "prices.microPrice": (s) => {
    const own = micros(s).map((row) => s.world.providers.columns.price[row]);
    return own.length > 0 ? own.reduce((sum, price) => sum + price, 0) / 100 / own.length : Number.NaN;
  },
};

/**
 * Residents by what care homes were paid for them, to half a penny: at the price of the scenario until the first April,
 * at the one that is reported after it.
 */
function residents(s: Sources): Count {
  const { era, council, accounts, ledger, timetable, week } = s.world;
  const moved = timetable.aprilWeek.subarray(0, week + 1).includes(1);
  const price = era.careHomes.price * (moved ? council.careHomeIndex : 1);
  if (price <= 0) return undefined;
  const paid = s.paid("careHomeFee", accounts.council);
  return [(paid - ledger.unit / 2) / price, (paid + ledger.unit / 2) / price];
}

const COMERS: Readonly<Record<string, (sources: Sources) => Count>> = {
  "people.referrals": ({ comers }) => comers.referrals,
  "nhs.reabledPercent": ({ comers: { helped, enough } }) =>
    helped > 0 ? [percent(enough[0], helped), percent(enough[1], helped)] : Number.NaN,
  "people.careHomeResidents": residents,
};

/** Rows of agencies' workers. */
const careWorkers = ({ world }: Sources): readonly number[] =>
  employed(world, Employment.provider).filter(
    (row) => world.providers.columns.kind[world.workers.columns.provider[row]] === ProviderKind.agency,
  );

/** What was attended, of the usual hours of those who work for agencies now. */
function attendance(s: Sources): Count {
  const { keys } = s.world.providers;
  const usual = careWorkers(s).reduce((sum, row) => sum + s.world.workers.columns.usual[row], 0);
  const there = (at: 0 | 1): number =>
    agencies(s).reduce((sum, row) => sum + Math.max(0, s.staff.attended.get(keys[row])?.[at] ?? 0), 0);
  return usual > 0 ? [percent(there(0), usual), percent(there(1), usual)] : Number.NaN;
}

/** Paid travel over all travel, by the time that workers one by one had with people and the terms at the week's end. */
function travelPaid(s: Sources): number {
  const { keys, columns } = s.world.providers;
  let [paid, all] = [0, 0];
  for (const row of agencies(s)) {
    const travelled = (s.staff.contact.get(keys[row]) ?? 0) * columns.travel[row];
    all += travelled;
    paid += travelled * (1 - columns.withheld[row]) * s.world.era.wages.paidTravelShare;
  }
  return percent(paid, all);
}

const STAFF: Readonly<Record<string, (sources: Sources) => Count>> = {
  "workforce.hires": ({ staff }) => staff.hires,
  "workforce.hiresFromCarePercent": ({ staff: { hires, hiresFromCare } }) =>
    hires === undefined || hiresFromCare === undefined ? undefined : percent(hiresFromCare, hires),
  "workforce.movesWithinCare": ({ staff }) => staff.moves,
  "workforce.leaversFromCare": ({ staff }) => staff.leavers,
  "workforce.intoAssistantWork": ({ staff }) => staff.intoAssistantWork,
  "workforce.zeroHoursPercent": (s) => {
    const own = careWorkers(s);
    const { provider } = s.world.workers.columns;
    const unsure = own.reduce((sum, row) => sum + s.world.providers.columns.zeroHours[provider[row]], 0);
    return percent(unsure, own.length);
  },
  "workforce.attendancePercent": attendance,
  "providers.travelPaidPercent": travelPaid,
};

export const MARKET: Readonly<Record<string, (sources: Sources) => Count>> = {
  ...BROKERAGE,
  ...CONTRACTS,
  ...COMERS,
  ...STAFF,
};
