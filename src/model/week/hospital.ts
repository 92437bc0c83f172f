/** People are taken to hospital unplanned, and some come back by way of short-term help. */
import { pow, ROUND_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Funding, Service, Source, Stage } from "../world/codes.ts";
import { MOST_NEED_FACTOR } from "../rules/usual-need.ts";
import { comesAndGoes } from "../world/eligible.ts";
import { EventKind } from "../world/events.ts";
import { inQuarterHours } from "../world/traits.ts";
import { minutesForNeed } from "../world/use-of-time.ts";
import type { World } from "../world/world.ts";
import { endPackage } from "./leaving.ts";
import { musterOf } from "./muster.ts";

const ROUND_YEARS = ROUND_WEEKS / WEEKS_PER_YEAR;

/**
 * People whom the council supports, has refused, or is to assess and would have supported at the opening, once in a round of twelve weeks: by need, by what is
 * missing and by how safe the care is; never by route or by how well somebody fares. Most stays are short and the package goes on, so an admission is counted and changes nothing else.
 */
export function emergencyAdmissions(world: World): void {
  const { people, era, tally } = world;
  const { emergencyPerYear, needEffect, unmetEffect, unsafeEffect, leastCareFactor, mostCareFactor } = era.nhs;
  const { group, need, stage, funding, service, provider, turn, harm } = people.columns;
  const { quality } = world.providers.columns;
  const draws = world.draws["needs.admission"];
  const most = MOST_NEED_FACTOR * mostCareFactor * (1 + unmetEffect) * ROUND_YEARS;
  const place = world.week % ROUND_WEEKS;
  const { onTurn, onTurnCount } = musterOf(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (turn[row] !== place) continue;
    const own = group[row];
    const u = draws.uniform(people.keys[row]);
    if (u >= emergencyPerYear[own] * most || stage[row] === Stage.gone) continue;
    if (funding[row] === Funding.selfFunded || comesAndGoes(world, row)) continue;
    const met = stage[row] === Stage.served ? Math.min(1, minutesForNeed(people, row) / need[row]) : 0;
    const trust = provider[row] >= 0 ? quality[provider[row]] : 0;
    const safety = Math.min(mostCareFactor, Math.max(leastCareFactor, 1 - unsafeEffect * (trust - harm[row])));
    const usual = emergencyPerYear[own] * safety * (1 + unmetEffect * (1 - met)) * ROUND_YEARS;
    if (u >= usual * MOST_NEED_FACTOR) continue;
    const living = service[row] === Service.supportedLiving;
    const mean = living ? era.demand.supportedLivingHours * 60 : era.demand.homeCareHours[own] * 60;
    const frailty = Math.min(MOST_NEED_FACTOR, pow(need[row] / mean, needEffect));
    if (u < usual * frailty) tally.emergencyAdmissions += 1;
  }
  if (world.week >= world.timetable.burnInWeeks) world.council.admissions += tally.emergencyAdmissions;
}

/** Somebody referred on leaving hospital may be given short-term help first; true where that is so. */
export function beginsReablement(world: World, row: number, chance: number): boolean {
  const { people, era, council, ledger, tally, events, week } = world;
  const columns = people.columns;
  if (columns.source[row] !== Source.discharge) return false;
  if (world.draws["needs.reablement"].uniform(people.keys[row]) >= chance) return false;
  columns.stage[row] = Stage.seeking;
  columns.funding[row] = Funding.shortTerm;
  columns.service[row] = Service.homeCare;
  columns.assessed[row] = inQuarterHours(columns.need[row]);
  columns.reviewWeek[row] = week;
  tally.reablementStarts += 1;
  events.add(week, EventKind["person.reablement"], people.keys[row], columns.assessed[row]);
  tally.reablementPence += ledger.round((columns.assessed[row] / 60) * council.fee * era.demand.shortTermWeeks);
  return true;
}

/** Short-term help before an assessment ends: some need no more, and leave; the others are now assessed. True for the first. */
export function endsReablement(world: World, row: number): boolean {
  const { people, era, tally, week } = world;
  const columns = people.columns;
  tally.reablementEnds += 1;
  if (world.draws["needs.reablement"].uniform(people.keys[row], 1) < era.nhs.reablementEffect) {
    tally.reabled += 1;
    return true;
  }
  endPackage(world, row);
  columns.stage[row] = Stage.assessment;
  columns.funding[row] = columns.savings[row] > era.assessment.upperCapitalLimit ? Funding.selfFunded : Funding.none;
  columns.service[row] = Service.none;
  columns.source[row] = Source.community;
  columns.queuedWeek[row] = week;
  columns.endWeek[row] = 0;
  columns.assessed[row] = 0;
  tally.referrals += 1;
  return false;
}
