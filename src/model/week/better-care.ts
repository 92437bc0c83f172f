/** Joint money of NHS and council: what it must buy, what it pays for, and what is kept back when results do not come. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";

/** How much of the council's people joint teams see: 0 for none, 1 for everybody. */
export function jointTeamCover(world: World): number {
  const { betterCareFund, reablementShare, jointTeams, jointTeamCost } = world.era.nhs;
  return Math.min(1, (betterCareFund * (1 - reablementShare) * jointTeams) / jointTeamCost);
}

/** Referrals from hospital that are given short-term help first: by policy, and as far as the fund's places go. */
export function reablementChance(world: World): number {
  const { era, council } = world;
  const { demand, nhs } = era;
  if (nhs.betterCareFund === 0) return nhs.reablementFirst;
  let fromHospital = 0;
  for (let group = 0; group < 4; group++) fromHospital += demand.assessedPerWeek[group] * demand.dischargeShare[group];
  const cost = demand.shortTermWeeks * demand.shortTermHours * council.fee * fromHospital * WEEKS_PER_YEAR;
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

/**
 * At the year's end: did emergency admissions fall as asked? Money for places that nobody used is gone. A year of which
 * only a part is recorded is none to compare another with.
 */
export function judgeAdmissions(world: World): void {
  const { council, era } = world;
  const whole = world.week - world.timetable.burnInWeeks >= WHOLE_YEAR;
  const most = council.admissionsBefore * (1 - era.nhs.admissionsTarget);
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
