/** Among how many suppliers people can choose: counted every week, and over enough of them part of the control they have. */
import { Funding, ProviderKind, Service } from "../world/codes.ts";
import { freeMinutes } from "./stock.ts";
import type { World } from "../world/world.ts";

/** How many agencies have room in a zone: on the framework, at all, and whom holders can afford, by group; and services of each kind. */
export function countChoice(world: World): void {
  const { providers, market, council, era } = world;
  const { kind, zones, framework, lots, price } = providers.columns;
  const { affordableUpTo, affordableInPart } = era.directPayment;
  market.frameworkChoice.fill(0);
  market.affordableChoice.fill(0);
  market.openChoice.fill(0);
  market.servicesOfKind.fill(0);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    market.servicesOfKind[kind[row]] += 1;
    if (kind[row] !== ProviderKind.agency && kind[row] !== ProviderKind.micro) continue;
    if (freeMinutes(world, row) < 60) continue;
    for (let zone = 0; zone < era.size.zones; zone++) {
      if ((zones[row] & (1 << zone)) === 0) continue;
      market.frameworkChoice[zone] += framework[row] & (lots[row] >> zone);
      market.openChoice[zone] += 1;
      for (let group = 0; group < 4; group++) {
        const affordable = price[row] <= council.directPaymentRate[group] * affordableUpTo;
        market.affordableChoice[zone * 4 + group] += affordable ? 1 : affordableInPart;
      }
    }
  }
}

/** Suppliers over enough of them, at most 1. */
interface Choice {
  /** On the framework, by zone. */
  readonly framework: Float64Array;
  /** Whom holders can afford, by zone and group. */
  readonly affordable: Float64Array;
  /** All with room, by zone. */
  readonly open: Float64Array;
}

export interface Options {
  readonly informed: Choice;
  readonly uninformed: Choice;
  /** By service that the council arranges otherwise than from its framework. */
  readonly arranged: Float64Array;
}

/** What choice there is this week, for people who find out easily and for others. */
export const optionsOf = (world: World): Options => ({
  informed: choiceOf(world, "choiceOfInformed", 1),
  uninformed: choiceOf(world, "choiceOfUninformed", world.era.information.knownWhenHard),
  arranged: arrangedChoice(world),
});

/** The choice that somebody in care has, by whose money it is and what it buys. */
export function optionsFor({ people }: World, options: Options, row: number, hard: boolean): number {
  const { funding, service, zone, group } = people.columns;
  const route = funding[row];
  const choice = hard ? options.uninformed : options.informed;
  if (route === Funding.selfFunded) return choice.open[zone[row]];
  if (route === Funding.directPayment || route === Funding.thirdParty) {
    return choice.affordable[zone[row] * 4 + group[row]];
  }
  return service[row] === Service.homeCare ? choice.framework[zone[row]] : options.arranged[service[row]];
}

/**
 * The choice of people who know of so many of those suppliers that others know of: brokers know the whole framework,
 * buyers as many as directories cover.
 */
function choiceOf({ market, scratch, era }: World, name: string, known: number): Choice {
  const enough = (agencies: number): number => Math.min(1, (agencies * known) / era.outcomes.enoughChoice);
  const listed = era.directPayment.knownShare;
  const framework = scratch.floats(`${name}.framework`, market.frameworkChoice.length);
  const affordable = scratch.floats(`${name}.affordable`, market.affordableChoice.length);
  const open = scratch.floats(`${name}.open`, market.openChoice.length);
  market.frameworkChoice.forEach((agencies, zone) => (framework[zone] = enough(agencies)));
  market.affordableChoice.forEach((agencies, cell) => (affordable[cell] = enough(listed * agencies)));
  market.openChoice.forEach((agencies, zone) => (open[zone] = enough(listed * agencies)));
  return { framework, affordable, open };
}

/** How many services of its kind there are to choose among; a voluntary option counts as others do. */
function arrangedChoice({ market, scratch, era }: World): Float64Array {
  const { enoughChoice, otherOptions } = era.outcomes;
  const { servicesOfKind } = market;
  const choice = scratch.floats("arrangedChoice", Object.keys(Service).length);
  choice[Service.supportedLiving] = Math.min(1, servicesOfKind[ProviderKind.supportedLiving] / enoughChoice);
  choice[Service.dayServices] = Math.min(1, servicesOfKind[ProviderKind.dayService] / enoughChoice);
  choice[Service.community] = Math.min(1, otherOptions / enoughChoice);
  return choice;
}
