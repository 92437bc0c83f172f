/** Joint money of NHS and council: what it must buy, what it pays for, and what is kept back when results do not come. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { Purpose } from "../world/accounts.ts";
import { meanNeedOnArrival } from "../world/arrival-need.ts";
import { EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";

/** How much of the council's people joint teams see: 0 for none, 1 for everybody. */
export function jointTeamCover(world: World): number {
  const { betterCareFund, reablementShare, jointTeams, jointTeamCost } = world.era.nhs;
  const paid = betterCareFund * (1 - reablementShare) * jointTeams;
  return Math.min(1, paid / (jointTeamCost * world.market.priceIndex));
}

/** Referrals from hospital that are given short-term help first, for what they need: by policy, and as far as the fund goes. */
export function reablementChance(world: World): number {
  const { era, council } = world;
  const { demand, nhs } = era;
  if (nhs.betterCareFund === 0) return nhs.reablementFirst;
  let hours = 0;
  for (let group = 0; group < 4; group++) {
    const fromHospital = demand.assessedPerWeek[group] * demand.dischargeShare[group] * world.market.comersRatio[group];
    hours += (fromHospital * meanNeedOnArrival(era, group)) / 60;
  }
  const cost = demand.shortTermWeeks * hours * council.fee * WEEKS_PER_YEAR;
  const places = (nhs.betterCareFund * nhs.reablementShare) / Math.max(cost, 1);
  return Math.min(1, nhs.reablementFirst + places);
}

/** The fund pays for each reablement place that was begun while its money lasts, and the rest less what is kept back. */
export function receiveBetterCare(world: World): void {
  const { council, era, ledger, accounts, tally } = world;
  if (council.weeklyBetterCare === 0) return;
  const rest = ledger.round(council.weeklyBetterCare * (1 - era.nhs.reablementShare));
  council.reablementLeft += council.weeklyBetterCare - rest;
  const places = Math.min(tally.reablementPence, council.reablementLeft);
  council.reablementLeft -= places;
  ledger.transfer(accounts.nhs, accounts.council, places, Purpose.betterCareFund);
  const paid = ledger.round(rest * (1 - council.betterCareWithheld * era.nhs.atRisk));
  ledger.transfer(accounts.nhs, accounts.council, paid, Purpose.betterCareFund);
}

/** Joint teams cost what the fund sets aside for them. */
export function payJointTeams(world: World): void {
  const { council, era, ledger, accounts } = world;
  const { reablementShare, jointTeams } = era.nhs;
  const cost = ledger.round(council.weeklyBetterCare * (1 - reablementShare) * jointTeams);
  ledger.transfer(accounts.council, accounts.economy, cost, Purpose.jointTeams);
}

/** First week of the financial year whose last week is before `end`, as far as it is recorded. */
function yearBefore({ timetable }: World, end: number): number {
  let first = end - 1;
  while (first > timetable.burnInWeeks && timetable.aprilWeek[first] !== 1) first--;
  return first;
}

/** Pence a week that the fund paid for places in the year that ends. */
function placesUsed(world: World): number {
  const { council, timetable, week } = world;
  const first = yearBefore(world, week);
  let setAside = 0;
  for (let each = first; each < week; each++) {
    setAside += weeklyOf(world, timetable.eras[timetable.eraOfWeek[each]]).places;
  }
  return Math.max(0, setAside - council.reablementLeft) / (week - first);
}

/** The fund under these parameters, pence a week: for places, for joint teams, and what is paid whatever is used. */
function weeklyOf({ ledger }: World, { nhs, size }: Era): { places: number; teams: number; rest: number } {
  const all = ledger.round((nhs.betterCareFund * size.scale) / WEEKS_PER_YEAR);
  const rest = ledger.round(all * (1 - nhs.reablementShare));
  return { places: all - rest, teams: ledger.round(all * (1 - nhs.reablementShare) * nhs.jointTeams), rest };
}

/**
 * At the year's end: did emergency admissions fall as asked? Money for places that nobody used is gone. Returns what the
 * council can count on in the new year, pence a week: places as they were used, the rest less what is kept back, less
 * what joint teams will cost more than they did.
 */
export function settleFund(world: World): number {
  const { era, timetable, council, week } = world;
  const used = placesUsed(world);
  judgeAdmissions(world);
  const { places, teams, rest } = weeklyOf(world, era);
  const paid = rest * (1 - council.betterCareWithheld * era.nhs.atRisk);
  const before = weeklyOf(world, timetable.eras[timetable.eraOfWeek[week - 1]]);
  return Math.min(places, used) + paid - (teams - before.teams);
}

/** Admissions by the week, for one year may be longer than another; a year of which only a part is recorded is none to compare with. */
function judgeAdmissions(world: World): void {
  const { council, era } = world;
  const whole = world.week - world.timetable.burnInWeeks >= WHOLE_YEAR;
  const began = yearBefore(world, world.week);
  const longer = (world.week - began) / (began - yearBefore(world, began));
  const most = council.admissionsBefore * longer * (1 - era.nhs.admissionsTarget);
  council.betterCareWithheld = council.admissionsBefore >= 0 && council.admissions > most ? 1 : 0;
  if (council.betterCareWithheld > 0 && era.nhs.betterCareFund > 0 && era.nhs.atRisk > 0) {
    world.events.add(world.week, EventKind["council.fundWithheld"], 0, council.admissions - most);
  }
  council.reablementLeft = 0;
  council.admissionsBefore = whole ? council.admissions : -1;
  council.admissions = 0;
}
/** Weeks of the shorter financial years. */
const WHOLE_YEAR = 52;
