/** Phase 1. The week begins: its parameters come into force, and in April the council sets its year. */
import { financialYearOf } from "../../kernel/index.ts";
import { clearTally } from "../world/tally.ts";
import { LASTING_STREAMS, STREAMS } from "../world/streams.ts";
import { setWeeklyRevenue } from "../world/revenue.ts";
import { assistantWage } from "../world/founding-workers.ts";
import { subjects } from "../levers/index.ts";
import { pressureOf } from "../rules/pressure.ts";
import { Employment, ProviderKind } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { setTerms, type World } from "../world/world.ts";
import { setTheYear } from "./april.ts";
import { assessCharges } from "./charges.ts";
import { setRates } from "./fees.ts";
import { honestMargin } from "./giving-way.ts";

export function calendar(world: World): void {
  const { timetable, draws, ledger, tally } = world;
  const { era: before, terms: contract } = world;
  world.era = timetable.eras[timetable.eraOfWeek[world.week]];
  setTerms(world);
  ledger.week = world.week;
  clearTally(tally);
  for (const name of STREAMS) draws[name].at(world.week);
  for (const name of LASTING_STREAMS) draws[name].at(0);
  const april = timetable.aprilWeek[world.week] === 1;
  const rise = april && !world.frozen.prices ? 1 + world.era.labour.yearlyRise : 1;
  const moved = world.era.wages.floor !== world.market.floor;
  if (moved) moveFloor(world, rise);
  else if (rise !== 1) raisePay(world, rise);
  world.market.outsideWage = world.era.wages.floor * world.era.labour.outsideWage;
  setWeeklyRevenue(world);
  openYear(world);
  if (april) setTheYear(world);
  else if (!world.frozen.prices) setRates(world);
  if (april || moved) raiseAssistants(world);
  if (april || world.era !== before) assessCharges(world);
  if (world.terms.contractForm !== contract.contractForm) noteContract(world);
}

/**
 * What is let off or given out by the year is counted anew in each financial year, those of the burn-in and the one that
 * the recording begins with included. What was left for places in short-term help lapses; each April settles that itself.
 */
function openYear({ council, providers, timetable, week }: World): void {
  const monday = timetable.startDay + 7 * (week - timetable.burnInWeeks);
  if (financialYearOf(monday) === financialYearOf(monday - 7)) return;
  providers.columns.insurance.fill(0);
  council.supportGiven = 0;
  if (timetable.aprilWeek[week] === 0) council.reablementLeft = 0;
}

function noteContract({ events, terms, week }: World): void {
  const { choices } = subjects.framework.contractForm;
  events.add(week, EventKind["council.contract"], 0, choices.indexOf(terms.contractForm));
}

/** A new legal floor lifts whoever stands under it, and part of its rise reaches those above. */
function moveFloor(world: World, rise: number): void {
  const { market, era } = world;
  const growth = market.floor > 0 ? era.wages.floor / market.floor - 1 : 0;
  market.floor = era.wages.floor;
  raisePay(world, rise * (1 + era.labour.floorPassOn * Math.max(0, growth)));
}

/** Pay rises by the ratio, less where a pressed agency lets it come nearer to the floor. */
function raisePay(world: World, ratio: number): void {
  const { providers, era } = world;
  const { wage, premium, kind } = providers.columns;
  const { squeezePremium } = era.providers;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const pressed = kind[row] === ProviderKind.agency ? pressureOf(era, honestMargin(world, row)) : 0;
    const kept = 1 - squeezePremium * pressed;
    wage[row] = Math.max(wage[row] * (1 + (ratio - 1) * kept), era.wages.floor * (1 + premium[row] * kept));
  }
}

/** Assistants in post get what newcomers get, and never less than the law allows. */
function raiseAssistants(world: World): void {
  const { workers } = world;
  const { employment, wage } = workers.columns;
  const least = assistantWage(world);
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] === Employment.person && wage[row] < least) wage[row] = least;
  }
}
