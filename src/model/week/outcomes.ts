/** Phase 10. Everybody's quality of life moves part of the way to where the week's circumstances pull it. */
import type { Era } from "../levers/index.ts";
import { emptyCircumstances, qualityOfLifeTarget, type Circumstances } from "../rules/quality-of-life.ts";
import { Funding, Service, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { isManaged } from "./leaving.ts";

/** Control that anyone has; what choice among framework agencies adds; and what holding the budget can (FORMS 8). */
const LEAST_CONTROL = 0.2;
const CHOICE_CONTROL = 0.2;
const BUDGET_CONTROL = 0.8;
/** Choice no longer grows beyond this many suppliers (FORMS 8). */
const ENOUGH_CHOICE = 5;
/** Work of managing, over a full employer's: self-funding, agency, community, assistants (assumptions). */
const WORK_SELF_FUNDED = 0.3;
const WORK_AGENCY = 0.6;
const WORK_COMMUNITY = 0.5;
const WORK_EMPLOYER = 1;
/** Minutes a week from which needs are high. */
const HIGH_NEED = 600;
/** How fast continuity builds up, share of the way per week (assumption 0.01–0.04). */
const CONTINUITY_PACE = 0.02;
/** How much a year's turnover of staff breaks continuity (assumption 0.5–1). */
const CHURN_EFFECT = 0.8;

export function outcomes(world: World): void {
  const { people, era } = world;
  const columns = people.columns;
  const { stage, life, openingLife } = columns;
  const pace = era.outcomes.adjustment;
  const recording = world.week >= world.timetable.burnInWeeks;
  const now = emptyCircumstances();
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] === Stage.gone) continue;
    look(world, row, now);
    life[row] += (qualityOfLifeTarget(era, now) - life[row]) * pace;
    if (recording && openingLife[row] < 0 && stage[row] === Stage.served) openingLife[row] = life[row];
  }
}

/** Reads one person's circumstances. */
function look(world: World, row: number, now: Circumstances): void {
  const { people, providers, era, week } = world;
  const columns = people.columns;
  const { need, delivered, funding, service, provider, capacity, crisisWeek } = columns;
  const own = provider[row];
  const route = funding[row];
  const kind = service[row];
  const needed = need[row];
  const served = columns.stage[row] === Stage.served;
  const met = served && needed > 0 ? Math.min(1, delivered[row] / needed) : 0;
  const able = week - crisisWeek[row] < era.outcomes.crisisWeeks ? capacity[row] / 2 : capacity[row];
  const support = route === Funding.directPayment ? era.directPayment.supportPerHolder : 0;
  now.base = columns.base[row];
  now.needTerm = columns.needTerm[row];
  now.highNeed = needed >= HIGH_NEED ? 1 : 0;
  now.met = met;
  now.control = served ? controlOf(world, row, able, support) : LEAST_CONTROL;
  const churn = own >= 0 ? Math.min(0.9, CHURN_EFFECT * providers.columns.churn[own]) : SOLE_CHURN;
  columns.continuity[row] += (1 - churn - columns.continuity[row]) * CONTINUITY_PACE;
  now.continuity = served ? columns.continuity[row] : 0;
  now.participation = served ? Math.min(1, sessionsOf(era, kind, delivered[row], met) / columns.sessions[row]) : 0;
  now.quality = own >= 0 ? providers.columns.quality[own] : 0;
  now.burden = served ? workOf(route, kind) * (1 - able) * (1 - support) : 0;
  const means = Math.max(columns.means[row], 1);
  now.moneyStrain = Math.min(1, columns.topUp[row] / means);
  now.carerStrain = columns.carer[row] * (1 - met);
}
/** Assistants and community options change about as often as assistants quit. */
const SOLE_CHURN = 0.15;

/** Holding the budget gives control as far as capacity, support and suppliers go; else choice on the framework does. */
function controlOf(world: World, row: number, able: number, support: number): number {
  const { funding, zone, group, service } = world.people.columns;
  const { market } = world;
  if (isManaged(funding[row])) {
    const choice = Math.min(1, market.frameworkChoice[zone[row]] / ENOUGH_CHOICE);
    return LEAST_CONTROL + CHOICE_CONTROL * choice;
  }
  const agencies = market.affordableChoice[zone[row] * 4 + group[row]];
  const options = service[row] === Service.homeCare ? agencies : agencies + OTHER_OPTIONS;
  const choice = Math.min(1, options / ENOUGH_CHOICE);
  if (funding[row] === Funding.selfFunded) return LEAST_CONTROL + CHOICE_CONTROL * choice + CHOICE_CONTROL * able;
  return LEAST_CONTROL + BUDGET_CONTROL * able * support * choice;
}
/** An assistant or a community option counts as this many suppliers besides the agencies. */
const OTHER_OPTIONS = 2;

/** Sessions of company and occupation that a week's care gives. */
function sessionsOf(era: Era, service: number, delivered: number, met: number): number {
  const tens = delivered / 600;
  if (service === Service.dayServices) return era.outcomes.sessionsOfDay * met;
  if (service === Service.supportedLiving) return era.outcomes.sessionsOfSupportedLiving * met;
  if (service === Service.homeCare) return era.outcomes.sessionsOfVisits * tens;
  return era.outcomes.sessionsOfFlexibleHours * tens;
}

/** Work of managing one's support, over that of an employer; nobody who leaves it to the council has any. */
function workOf(funding: number, service: number): number {
  if (funding === Funding.selfFunded) return WORK_SELF_FUNDED;
  if (funding !== Funding.directPayment) return 0;
  if (service === Service.assistant) return WORK_EMPLOYER;
  return service === Service.community ? WORK_COMMUNITY : WORK_AGENCY;
}
