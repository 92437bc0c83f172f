/** Phase 2. People come, grow frailer, fall into crises, die, leave, or move to a care home. */
import { laterKey, lognormal, poisson, pow, ROUND_WEEKS, TURN_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { GROUPS } from "../levers/index.ts";
import { MOST_NEED_FACTOR } from "../rules/usual-need.ts";
import { Funding, isFunded, PersonCause, Service, Source, Stage } from "../world/codes.ts";
import { needOnArrival } from "../world/arrival-need.ts";
import { comesAndGoes, wasEligible } from "../world/eligible.ts";
import { EventKind } from "../world/events.ts";
import { MOST_MINUTES } from "../world/founding-people.ts";
import {
  FIRST_FREE_DRAW,
  giveCapacity,
  giveTraits,
  inQuarterHours,
  medianOfMean,
  setNeed,
  settle,
} from "../world/traits.ts";
import { minutesForNeed } from "../world/use-of-time.ts";
import { warn, type World } from "../world/world.ts";
import { jointTeamCover, reablementChance } from "./better-care.ts";
import { crisis, recover } from "./crisis.ts";
import { growComers, growthOfComers } from "./demography.ts";
import { beginsReablement, emergencyAdmissions, endsReablement } from "./hospital.ts";
import { leavePerson } from "./leaving.ts";
import { callRoll, listOnTurn } from "./muster.ts";
import { comeBack, endSupport } from "./refused.ts";
import { safeguard } from "./safeguarding.ts";

const DRAW = { rank: FIRST_FREE_DRAW, source: FIRST_FREE_DRAW + 1, need: FIRST_FREE_DRAW + 2 } as const;
/** Ordinals of one group's referrals in a week start here, so that one group's number shifts no other's keys. */
const ORDINALS_PER_GROUP = 16_384;
/** Groups of those who come for short-term help; whoever pays for care without asking the council is older. */
const OLDER = GROUPS.indexOf("older");
const PHYSICAL = GROUPS.indexOf("physical");

export function needs(world: World): void {
  if (!world.frozen.matching) {
    growComers(world);
    referrals(world);
    shortTermStarts(world);
    selfFunderArrivals(world);
    liveOn(world);
    careHomeStays(world);
    safeguard(world);
  }
  emergencyAdmissions(world);
}

function referrals(world: World): void {
  const { era, tally } = world;
  const { demand, size } = era;
  const draws = world.draws["needs.arrivals"];
  const reablement = reablementChance(world);
  tally.requests += poisson(draws.uniform(GROUPS.length), demand.requestsPerWeek * size.scale * growthOfComers(world));
  for (let group = 0; group < GROUPS.length; group++) {
    const count = comers(world, draws.uniform(group), demand.assessedPerWeek[group] * world.market.comersRatio[group]);
    for (let index = 0; index < count; index++) {
      const key = laterKey(world.week, PersonCause.referral, group * ORDINALS_PER_GROUP + index);
      const row = addReferral(world, key, group);
      if (reablement === 0 || !beginsReablement(world, row, reablement)) tally.referrals += 1;
    }
  }
}

/** How many people come this week for a usual number in a council of size 1: no more than a week has keys for. */
function comers(world: World, u: number, usual: number): number {
  const mean = usual * world.era.size.scale;
  if (mean > ORDINALS_PER_GROUP) warn(world, `New people were held at ${ORDINALS_PER_GROUP} a week and kind`);
  return Math.min(ORDINALS_PER_GROUP, poisson(u, Math.min(mean, ORDINALS_PER_GROUP)));
}

function addReferral(world: World, key: number, group: number): number {
  const { people, era } = world;
  const draws = world.draws["needs.person"];
  const row = people.add(key);
  const savings = giveTraits(world, row, group, draws);
  const columns = people.columns;
  columns.cause[row] = PersonCause.referral;
  columns.rank[row] = draws.uniform(key, DRAW.rank);
  columns.stage[row] = Stage.assessment;
  const u = draws.uniform(key, DRAW.source);
  const inCrisis = era.demand.crisisShare[group];
  columns.source[row] =
    u < inCrisis
      ? Source.crisis
      : u < inCrisis + era.demand.dischargeShare[group]
        ? Source.discharge
        : Source.community;
  if (columns.source[row] === Source.crisis) columns.crisisWeek[row] = world.week;
  columns.queuedWeek[row] = world.week;
  if (savings > era.assessment.upperCapitalLimit) columns.funding[row] = Funding.selfFunded;
  setNeed(world, row, needOnArrival(world.era, group, columns.rank[row]));
  giveCapacity(world, row, draws);
  return row;
}

/** Free short-term help, mostly for older people on leaving hospital. */
function shortTermStarts(world: World): void {
  const { era, people } = world;
  const { demand } = era;
  const weekly = world.draws["needs.shortTerm"];
  const older = demand.shortTermOlderShare * world.market.comersRatio[OLDER];
  const all = older + (1 - demand.shortTermOlderShare) * world.market.comersRatio[PHYSICAL];
  const count = comers(world, weekly.uniform(0), demand.shortTermPerWeek * all);
  const draws = world.draws["needs.person"];
  for (let index = 0; index < count; index++) {
    const key = laterKey(world.week, PersonCause.shortTerm, index);
    const row = people.add(key);
    settle(world, row, draws.uniform(key, DRAW.rank) * all < older ? OLDER : PHYSICAL, draws);
    const columns = people.columns;
    columns.cause[row] = PersonCause.shortTerm;
    columns.stage[row] = Stage.seeking;
    columns.funding[row] = Funding.shortTerm;
    columns.service[row] = Service.homeCare;
    columns.source[row] =
      draws.uniform(key, DRAW.source) < demand.shortTermDischargeShare ? Source.discharge : Source.community;
    columns.queuedWeek[row] = world.week;
    const median = medianOfMean(demand.shortTermHours * 60, demand.shortTermSpread);
    setNeed(world, row, lognormal(draws.uniform(key, DRAW.need), median, demand.shortTermSpread));
    columns.assessed[row] = inQuarterHours(columns.need[row]);
    columns.reviewWeek[row] = world.week;
  }
}

function selfFunderArrivals(world: World): void {
  const { era, people } = world;
  const usual = era.demand.selfFundersPerWeek * world.market.comersRatio[OLDER];
  const count = comers(world, world.draws["needs.shortTerm"].uniform(1), usual);
  const draws = world.draws["needs.person"];
  const spread = era.demand.hoursSpread[0];
  const median = medianOfMean(era.demand.selfFundedHours * 60, spread);
  for (let index = 0; index < count; index++) {
    const key = laterKey(world.week, PersonCause.selfFunder, index);
    const row = people.add(key);
    giveTraits(world, row, 0, draws);
    const columns = people.columns;
    columns.cause[row] = PersonCause.selfFunder;
    columns.funding[row] = Funding.selfFunded;
    columns.service[row] = Service.homeCare;
    columns.stage[row] = Stage.seeking;
    columns.source[row] = Source.community;
    columns.queuedWeek[row] = world.week;
    setNeed(world, row, Math.min(MOST_MINUTES, lognormal(draws.uniform(key, DRAW.need), median, spread)));
    giveCapacity(world, row, draws);
    columns.assessed[row] = inQuarterHours(columns.need[row]);
  }
}

/** Who was found ineligible, or whose help has ended, leaves, but for the refused; to the others life happens in turns. */
function liveOn(world: World): void {
  const { people, week } = world;
  const gone = world.scratch.bytes("gone", people.rows);
  const { stage, endWeek, funding, cause } = people.columns;
  const { live, liveCount } = people;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (stage[row] !== Stage.gone && (endWeek[row] === 0 || week < endWeek[row])) continue;
    const reablement = funding[row] === Funding.shortTerm && cause[row] === PersonCause.referral;
    if (reablement && stage[row] !== Stage.gone && !endsReablement(world, row)) continue;
    if (stage[row] !== Stage.gone && isFunded(funding[row]) && wasEligible(world, row)) {
      endSupport(world, row);
      continue;
    }
    leavePerson(world, row);
    gone[row] = 1;
  }
  takeTurns(world, gone);
  callRoll(world, gone);
}

/** Needs drift; one draw settles which of the rival events of four weeks befalls a person: mostly, none. */
function takeTurns(world: World, gone: Uint8Array): void {
  const { people, era, week } = world;
  const { group, need, funding, service, assessed, turn, recovering } = people.columns;
  const { keys } = people;
  const { driftPerYear } = era.demand;
  const bounds = eventBounds(world);
  const draws = world.draws["needs.exit"];
  const { onTurn, onTurnCount } = listOnTurn(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (gone[row] === 1) continue;
    const own = group[row];
    if (turn[row] === week % ROUND_WEEKS && driftPerYear[own] !== 0 && funding[row] !== Funding.shortTerm) {
      const grown = need[row] * (1 + (driftPerYear[own] * ROUND_WEEKS) / WEEKS_PER_YEAR);
      setNeed(world, row, Math.min(MOST_MINUTES, grown));
      // Nobody reviews whoever pays for themselves: they want what they need.
      const pays = funding[row] === Funding.selfFunded && service[row] !== Service.none;
      if (pays) assessed[row] = inQuarterHours(need[row]);
    }
    if (recovering[row] > 0) recover(world, row);
    const u = draws.uniform(keys[row]);
    if (u >= bounds[own] || !befalls(world, row, u)) continue;
    leavePerson(world, row);
    gone[row] = 1;
  }
}

/** No sum of the hazards of four weeks can exceed this, by group. */
function eventBounds(world: World): Float64Array {
  const { demand } = world.era;
  const bounds = world.scratch.floats("exitBounds", 4);
  for (let group = 0; group < 4; group++) {
    const exits =
      demand.deathPerYear[group] * demand.earlyDeaths +
      demand.careHomePerYear[group] * 2 +
      demand.otherExitPerYear[group];
    const others = demand.crisisPerYear[group] * (1 + demand.unmetCrisisEffect) + demand.refusedAskPerYear;
    bounds[group] = (Math.max(exits, demand.selfFundedExitPerYear) * MOST_NEED_FACTOR + others) * TURN_YEARS;
  }
  return bounds;
}

const TURN_YEARS = TURN_WEEKS / WEEKS_PER_YEAR;

/** Settles the rival events of the weeks since the last turn for one person; true where the person leaves. */
function befalls(world: World, row: number, u: number): boolean {
  const { people, era, tally, week } = world;
  const { group, funding, byChoice, service, stage, need, enteredWeek } = people.columns;
  const { demand } = era;
  const own = group[row];
  const served = stage[row] === Stage.served;
  const met = served ? Math.min(1, minutesForNeed(people, row) / need[row]) : 0;
  const mean = service[row] === Service.supportedLiving ? need[row] : demand.homeCareHours[own] * 60;
  // Who came since the last turn has not lived through four weeks of it.
  const years = Math.min(TURN_WEEKS, week - enteredWeek[row]) / WEEKS_PER_YEAR;
  const exposed = Math.min(MOST_NEED_FACTOR, pow(need[row] / mean, demand.needExits)) * years;
  if (funding[row] === Funding.selfFunded) return u < demand.selfFundedExitPerYear * exposed;
  if (funding[row] === Funding.shortTerm) return false;
  if (comesAndGoes(world, row)) return u < (demand.deathPerYear[own] + demand.otherExitPerYear[own]) * exposed;
  const waits = stage[row] === Stage.assessment;
  const early = week - enteredWeek[row] < demand.earlyWeeks;
  // Who holds the money makes nobody live longer: whoever would have taken it anyway is in better health.
  const holder = byChoice[row] === 1 ? demand.holderExits : 1;
  let reached = demand.deathPerYear[own] * (early ? demand.earlyDeaths : 1) * holder * exposed;
  if (u < reached) {
    tally.deaths += 1;
    return true;
  }
  const unmet = 1 + Math.max(0, demand.careHomeUnmet - met);
  const averted = era.nhs.betterCareFund > 0 ? era.nhs.jointTeamEffect * jointTeamCover(world) : 0;
  reached += demand.careHomePerYear[own] * unmet * holder * exposed * (1 - averted);
  if (u < reached) {
    world.council.careHomeResidents += 1;
    tally.careHomeAdmissions += 1;
    world.events.add(world.week, EventKind["person.careHome"], people.keys[row], people.columns.need[row]);
    return true;
  }
  reached += demand.otherExitPerYear[own] * holder * exposed;
  if (u < reached) return true;
  reached += demand.crisisPerYear[own] * (1 + demand.unmetCrisisEffect * (1 - met)) * years;
  const refused = stage[row] === Stage.refused;
  if (u < reached) {
    if (refused || waits || service[row] !== Service.none) crisis(world, row);
    return false;
  }
  reached += demand.refusedAskPerYear * years;
  if (refused && u < reached) comeBack(world, row, Source.community);
  return false;
}

/** Residents leave care homes, and people come to them from elsewhere. */
function careHomeStays(world: World): void {
  const { council, era } = world;
  const draws = world.draws["needs.careHome"];
  const leaving = poisson(draws.uniform(0), council.careHomeResidents / (era.careHomes.stayYears * WEEKS_PER_YEAR));
  const averted = era.nhs.jointTeamEffect * jointTeamCover(world);
  const usual = era.careHomes.directPerWeek * era.size.scale * growthOfComers(world);
  const coming = poisson(draws.uniform(1), usual * (1 - averted));
  council.careHomeResidents = Math.max(0, council.careHomeResidents - leaving) + coming;
}
