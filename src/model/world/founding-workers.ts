/** The opening workforce: enough for the hours agreed, assistants for those who employ them, and people looking. */
import { roundStochastic } from "../../kernel/distributions.ts";
import { ProviderKind, Service } from "./codes.ts";
import { addWorker, checkAssistant, joinPerson, joinProvider } from "./hiring.ts";
import type { World } from "./world.ts";

const DRAW = { rounding: 8 } as const;

/** Adds all workers, in key order: by provider, then assistants by employer, then seekers. */
export function foundWorkers(world: World, keyOf: (ordinal: number) => number): void {
  let ordinal = 0;
  ordinal = staffProviders(world, keyOf, ordinal);
  ordinal = staffPeople(world, keyOf, ordinal);
  const seekers = Math.floor(world.era.size.jobSeekers * world.era.size.scale + 0.5);
  for (let index = 0; index < seekers; index++) addWorker(world, keyOf(ordinal++), world.draws["founding.worker"]);
}

function staffProviders(world: World, keyOf: (ordinal: number) => number, from: number): number {
  const { providers, era } = world;
  const draws = world.draws["founding.worker"];
  let ordinal = from;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const { booked, travel, kind } = providers.columns;
    const contact = (era.labour.usualHours * 60 * era.labour.attendance) / (1 + travel[row]);
    const slack = kind[row] === ProviderKind.inHouse ? inHouseSlack(world) : era.labour.openingSlack;
    const wanted = (booked[row] * slack) / contact;
    const count = roundStochastic(draws.uniform(providers.keys[row], DRAW.rounding), wanted);
    for (let worker = 0; worker < count; worker++) {
      joinProvider(world, addWorker(world, keyOf(ordinal++), draws), row);
    }
    providers.columns.posts[row] = wanted;
  }
  return ordinal;
}

/** The council's own team also gives part of the short-term help, which is not booked at the founding. */
function inHouseSlack(world: World): number {
  const { demand, framework, labour, size } = world.era;
  const shortTerm =
    demand.shortTermPerWeek * size.scale * demand.shortTermWeeks * demand.shortTermHours * framework.inHouseStartShare;
  const { booked, kind } = world.providers.columns;
  const team = world.providers.live
    .subarray(0, world.providers.liveCount)
    .find((row) => kind[row] === ProviderKind.inHouse);
  const hours = team === undefined ? 0 : booked[team] / 60;
  return hours > 0 ? labour.openingSlack * (1 + shortTerm / hours) : labour.openingSlack;
}

function staffPeople(world: World, keyOf: (ordinal: number) => number, from: number): number {
  const { people } = world;
  const { service, assistantsWanted } = people.columns;
  const wage = assistantWage(world);
  const { friendsShare } = world.era.directPayment;
  const checks = world.draws["choice.check"];
  let ordinal = from;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (service[row] !== Service.assistant) continue;
    for (let count = 0; count < assistantsWanted[row]; count++) {
      const worker = addWorker(world, keyOf(ordinal++), world.draws["founding.worker"]);
      checkAssistant(world, worker, checks.uniform(world.workers.keys[worker], 1) < friendsShare);
      joinPerson(world, worker, row, wage);
    }
  }
  return ordinal;
}

/** What assistants are paid an hour, pence: a share of the rate, never under the legal floor. */
export const assistantWage = (world: World): number =>
  Math.max(world.council.assistantRate * world.era.directPayment.assistantWage, world.era.wages.floor);
