/** Phase 10. Everybody's quality of life moves part of the way to where the week's circumstances pull it. */
import type { Era } from "../levers/index.ts";
import { emptyCircumstances, qualityOfLifeTarget } from "../rules/quality-of-life.ts";
import { Funding, Service, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";

/** Control that anyone has; what choice among framework agencies adds; and what holding the budget can. */
const LEAST_CONTROL = 0.2;
const CHOICE_CONTROL = 0.2;
const BUDGET_CONTROL = 0.8;
/** Choice no longer grows beyond this many suppliers. */
const ENOUGH_CHOICE = 5;
/** An assistant or a community option counts as this many suppliers besides the agencies (assumption 1–3). */
const OTHER_OPTIONS = 2;
/** Work of managing, over a full employer's: self-funding, agency, community, assistants (assumptions). */
const WORK_SELF_FUNDED = 0.3;
const WORK_AGENCY = 0.6;
const WORK_COMMUNITY = 0.5;
const WORK_EMPLOYER = 1;
/** Minutes a week from which needs are high. */
const HIGH_NEED = 600;
/** How fast continuity builds up, share of the way per week (assumption 0.01–0.04). */
const CONTINUITY_PACE = 0.02;
/** How much a year's turnover of staff breaks continuity (assumption 0.5–1), and the most that it can. */
const CHURN_EFFECT = 0.8;
const MOST_CHURN = 0.9;
/** Assistants and community options change about as often as assistants quit. */
const SOLE_STEADINESS = 0.85;

export function outcomes(world: World): void {
  const { people, era, week } = world;
  const { stage, life, openingLife, funding, service, provider, need, delivered, capacity, crisisWeek } =
    people.columns;
  const { base, needTerm, continuity, carer, sessions, means, topUp, zone, group } = people.columns;
  const { quality } = world.providers.columns;
  const pace = era.outcomes.adjustment;
  const recording = week >= world.timetable.burnInWeeks;
  const choice = choiceByZone(world);
  const steadiness = steadinessByProvider(world);
  const { supportPerHolder } = era.directPayment;
  const now = emptyCircumstances();
  const { live, liveCount } = people;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (stage[row] === Stage.gone) continue;
    const own = provider[row];
    const route = funding[row];
    const served = stage[row] === Stage.served;
    const met = served ? Math.min(1, delivered[row] / need[row]) : 0;
    now.base = base[row];
    now.needTerm = needTerm[row];
    now.highNeed = need[row] >= HIGH_NEED ? 1 : 0;
    now.met = met;
    now.quality = own >= 0 ? quality[own] : 0;
    now.carerStrain = carer[row] * (1 - met);
    const steady = own >= 0 ? steadiness[own] : SOLE_STEADINESS;
    continuity[row] += (steady - continuity[row]) * CONTINUITY_PACE;
    if (served) {
      const able = week - crisisWeek[row] < era.outcomes.crisisWeeks ? capacity[row] / 2 : capacity[row];
      const holder = route === Funding.directPayment;
      const support = holder ? supportPerHolder : 0;
      const managed = !holder && route !== Funding.selfFunded;
      const agencies = managed ? choice.framework[zone[row]] : choice.affordable[zone[row] * 4 + group[row]];
      now.control = managed
        ? LEAST_CONTROL + CHOICE_CONTROL * agencies
        : ownControl(holder, service[row], agencies, able, support);
      now.continuity = continuity[row];
      now.participation = Math.min(1, sessionsOf(era, service[row], delivered[row], met) / sessions[row]);
      now.burden = managed ? 0 : workOf(holder, service[row]) * (1 - able) * (1 - support);
      now.moneyStrain = topUp[row] > 0 ? Math.min(1, topUp[row] / Math.max(means[row], 1)) : 0;
    } else {
      now.control = LEAST_CONTROL;
      now.continuity = now.participation = now.burden = now.moneyStrain = 0;
    }
    life[row] += (qualityOfLifeTarget(era, now) - life[row]) * pace;
    if (recording && openingLife[row] < 0 && served && route !== Funding.shortTerm) openingLife[row] = life[row];
  }
}

/** Control of somebody who holds the money: as far as capacity, support and suppliers go. */
function ownControl(holder: boolean, service: number, agencies: number, able: number, support: number): number {
  const options = service === Service.homeCare ? agencies : Math.min(1, agencies + OTHER_OPTIONS / ENOUGH_CHOICE);
  if (holder) return LEAST_CONTROL + BUDGET_CONTROL * able * support * options;
  return LEAST_CONTROL + CHOICE_CONTROL * options + CHOICE_CONTROL * able;
}

/** Suppliers over enough of them, at most 1: on the framework by zone, and affordable to individuals by zone and group. */
function choiceByZone(world: World): { readonly framework: Float64Array; readonly affordable: Float64Array } {
  const { market, scratch } = world;
  const framework = scratch.floats("frameworkChoice", market.frameworkChoice.length);
  const affordable = scratch.floats("affordableChoice", market.affordableChoice.length);
  market.frameworkChoice.forEach((agencies, zone) => (framework[zone] = Math.min(1, agencies / ENOUGH_CHOICE)));
  market.affordableChoice.forEach((agencies, cell) => (affordable[cell] = Math.min(1, agencies / ENOUGH_CHOICE)));
  return { framework, affordable };
}

/** Where continuity tends with each provider: the less its staff change, the higher. */
function steadinessByProvider(world: World): Float64Array {
  const { providers, scratch } = world;
  const { churn } = providers.columns;
  const steadiness = scratch.floats("steadiness", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    steadiness[row] = 1 - Math.min(MOST_CHURN, CHURN_EFFECT * churn[row]);
  }
  return steadiness;
}

/** Sessions of company and occupation that a week's care gives. */
function sessionsOf(era: Era, service: number, delivered: number, met: number): number {
  if (service === Service.homeCare) return (era.outcomes.sessionsOfVisits * delivered) / 600;
  if (service === Service.dayServices) return era.outcomes.sessionsOfDay * met;
  if (service === Service.supportedLiving) return era.outcomes.sessionsOfSupportedLiving * met;
  return (era.outcomes.sessionsOfFlexibleHours * delivered) / 600;
}

/** Work of managing one's own support, over that of an employer. */
function workOf(holder: boolean, service: number): number {
  if (!holder) return WORK_SELF_FUNDED;
  if (service === Service.assistant) return WORK_EMPLOYER;
  return service === Service.community ? WORK_COMMUNITY : WORK_AGENCY;
}
