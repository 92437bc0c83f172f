/** Phase 10. In turns, quality of life moves part of the way to where circumstances pull it. */
import { paceOfTurn } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { isPlain } from "../rules/contract.ts";
import { HIGH_NEED, qualityOfLifeTarget } from "../rules/quality-of-life.ts";
import { monitoringEffort } from "../rules/safety.ts";
import { Funding, isFunded, Service, Stage } from "../world/codes.ts";
import { musterOf } from "./muster.ts";
import { optionsFor, optionsOf } from "./options.ts";
import { ableNow, findsItHard, unadvised } from "../world/information.ts";
import { supportNow } from "../world/support.ts";
import { meansOf } from "../world/traits.ts";
import { countedMinutes, directs, minutesOfVisits, minutesToSpare } from "../world/use-of-time.ts";
import type { World } from "../world/world.ts";

/** Harm is forgotten below this, which is too little to matter: it spares a calculation. */
const LEAST_HARM = 0.01;

export function outcomes(world: World): void {
  const { people, providers, era, tally, week } = world;
  const { stage, life, openingLife, funding, service, provider, need, delivered } = people.columns;
  const { base, needTerm, continuity, carer, sessions, topUp, harm } = people.columns;
  const plain = isPlain(world.terms);
  const statements = era.directPayment.statementWork * monitoringEffort(era);
  const options = optionsOf(world);
  const recording = week >= world.timetable.burnInWeeks;
  const steadiness = steadinessByProvider(world);
  const supports = supportByRoute(world);
  const pace = paceOfTurn(era.outcomes.adjustment);
  const continuityPace = paceOfTurn(era.outcomes.continuityPace);
  const harmLeft = 1 - paceOfTurn(era.safety.harmPace);
  const parts = world.scratch.floats("partsOfLife", 5);
  const { onTurn, onTurnCount } = musterOf(world);
  const findsHard = whoFindsItHard(world, onTurn, onTurnCount);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    const where = stage[row];
    if (where === Stage.gone) continue;
    const own = provider[row];
    const needed = need[row];
    const served = where === Stage.served;
    const came = plain ? delivered[row] : countedMinutes(world, row);
    const met = served ? Math.min(1, came / needed) : 0;
    const steady = own >= 0 ? steadiness[own] : era.outcomes.soleSteadiness;
    if (served && delivered[row] > 0) continuity[row] += (steady - continuity[row]) * continuityPace;
    let control = era.outcomes.leastControl;
    let participation = 0;
    let burden = 0;
    let moneyStrain = 0;
    if (served) {
      const route = funding[row];
      const kind = service[row];
      const holder = route === Funding.directPayment;
      const choice = optionsFor(world, options, row, findsHard[row] === 1);
      participation = Math.min(1, companyOf(world, row, plain, met) / sessions[row]);
      if (holder || route === Funding.thirdParty || route === Funding.selfFunded) {
        const able = ableNow(world, row);
        control = ownControl(era, kind, choice, able, supports[route]);
        burden = (workOf(era, kind) + (holder ? statements : 0)) * (1 - able) * (1 - supports[route]);
      } else control += arrangedControl(world, row, plain, choice);
      if (topUp[row] > 0) moneyStrain = Math.min(1, topUp[row] / Math.max(meansOf(world, row), 1));
      if (recording && openingLife[row] < 0 && route !== Funding.shortTerm) openingLife[row] = life[row];
    }
    const target = qualityOfLifeTarget(
      era.outcomes,
      base[row],
      needTerm[row],
      needed >= HIGH_NEED,
      met,
      control,
      served ? continuity[row] : 0,
      participation,
      own >= 0 ? providers.columns.quality[own] : 0,
      burden,
      moneyStrain,
      carer[row] * (1 - met),
      harm[row],
    );
    if (harm[row] > 0) harm[row] = harm[row] > LEAST_HARM ? harm[row] * harmLeft : 0;
    life[row] += (target - life[row]) * pace;
    if (!served || !isFunded(funding[row])) continue;
    addParts(parts, participation, burden, moneyStrain, carer[row] * (1 - met), findsHard[row]);
  }
  noteParts(tally, parts);
}

/** Adds one life's parts to the sums of the week. */
function addParts(
  sums: Float64Array,
  participation: number,
  burden: number,
  money: number,
  carers: number,
  hard: number,
): void {
  sums[0] += participation;
  sums[1] += burden;
  sums[2] += money;
  sums[3] += carers;
  sums[4] += hard;
}

/** What the week adds up to, for those who count it. */
function noteParts(tally: World["tally"], sums: Float64Array): void {
  tally.participation = sums[0];
  tally.burden = sums[1];
  tally.moneyStrain = sums[2];
  tally.carerStrain = sums[3];
  tally.informationHard = sums[4];
}

/** Help with managing over what is needed, by route: from the council, from the third party whose work it is, or found oneself. */
function supportByRoute(world: World): Float64Array {
  const { route } = world.era;
  const support = world.scratch.floats("supportByRoute", Object.keys(Funding).length);
  support[Funding.directPayment] = supportNow(world);
  support[Funding.thirdParty] = route.thirdPartySupport;
  support[Funding.selfFunded] = route.selfFundedSupport;
  return support;
}

/** What choice adds to control over care that the council arranges, and directing one's visits where one can. */
function arrangedControl(world: World, row: number, plain: boolean, choice: number): number {
  const { offered, capacity } = world.people.columns;
  const { choiceControl, chosenControl, directingControl, enoughChoice } = world.era.outcomes;
  const chose = offered[row] > 0 ? chosenControl * Math.min(1, offered[row] / enoughChoice) : 0;
  const directed = !plain && directs(world, row) ? directingControl * capacity[row] : 0;
  return choiceControl * choice + chose + directed;
}

/** Control of somebody whose money is spent as they say, whosever it was: as far as capacity, support and suppliers go. */
function ownControl(
  { outcomes: judged }: Era,
  service: number,
  agencies: number,
  able: number,
  support: number,
): number {
  const { leastControl, budgetControl, otherOptions, enoughChoice } = judged;
  const options = service === Service.homeCare ? agencies : Math.min(1, agencies + otherOptions / enoughChoice);
  return leastControl + budgetControl * able * support * options;
}

/** By row: 1 for those of the listed with care who find it hard to learn what support there is. */
function whoFindsItHard(world: World, rows: Int32Array, count: number): Uint8Array {
  const { stage } = world.people.columns;
  const unadvisedShare = unadvised(world);
  const hard = world.scratch.bytes("findsItHard", world.people.rows);
  for (let index = 0; index < count; index++) {
    const row = rows[index];
    if (stage[row] === Stage.served && findsItHard(world, row, unadvisedShare)) hard[row] = 1;
  }
  return hard;
}

/** Where continuity tends with each provider: the less its staff change, the higher. */
function steadinessByProvider(world: World): Float64Array {
  const { providers, scratch, era } = world;
  const { churn } = providers.columns;
  const { churnEffect, mostChurn } = era.outcomes;
  const steadiness = scratch.floats("steadiness", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    steadiness[row] = 1 - Math.min(mostChurn, churnEffect * churn[row]);
  }
  return steadiness;
}

/** Sessions of company and occupation of the week: from care, and from time in the bank beyond the need. */
function companyOf(world: World, row: number, plain: boolean, met: number): number {
  const { service, delivered, need } = world.people.columns;
  const { era } = world;
  if (plain) return sessionsOf(era, service[row], delivered[row], met);
  const spared = (era.outcomes.sessionsOfFlexibleHours * minutesToSpare(world, row, need[row])) / 600;
  return sessionsOf(era, service[row], minutesOfVisits(world.people, row), met) + spared;
}

/** Sessions of company and occupation that a week's care gives. */
function sessionsOf(era: Era, service: number, delivered: number, met: number): number {
  if (service === Service.homeCare) return (era.outcomes.sessionsOfVisits * delivered) / 600;
  if (service === Service.dayServices) return era.outcomes.sessionsOfDay * met;
  if (service === Service.supportedLiving) return era.outcomes.sessionsOfSupportedLiving * met;
  return (era.outcomes.sessionsOfFlexibleHours * delivered) / 600;
}

/** Work of managing what one buys but for statements of a direct payment, over all the work of an employer. */
export function workOf({ outcomes: judged }: Era, service: number): number {
  if (service === Service.assistant) return judged.workEmployer;
  return service === Service.community ? judged.workCommunity : judged.workAgency;
}
