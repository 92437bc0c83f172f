/** Workers appear, take jobs and leave them: the same few steps wherever they happen. */
import { uniformBetween } from "../../kernel/distributions.ts";
import { finalise32, laterKey, MAX_ORDINAL, placeInRound, roundHalfUp, type Draws } from "../../kernel/index.ts";
import { Employment, Holder, WorkerCause } from "./codes.ts";
import { EventKind } from "./events.ts";
import type { World } from "./world.ts";

/** A worker who looks for a care job: zone and usual hours from the worker's own draws. */
export function addWorker(world: World, key: number, draws: Draws): number {
  const { workers, era } = world;
  const row = workers.add(key);
  const columns = workers.columns;
  const { usualHours, usualHoursSpread: spread } = era.labour;
  columns.zone[row] = Math.floor(draws.uniform(key, 0) * era.size.zones);
  columns.turn[row] = placeInRound(key);
  columns.account[row] = world.ledger.open(Holder.worker);
  columns.employment[row] = Employment.seeking;
  columns.startedWeek[row] = world.week;
  columns.usual[row] = roundHalfUp(usualHours * 60 * uniformBetween(draws.uniform(key, 1), 1 - spread, 1 + spread));
  return row;
}

/** Key of a friend or relative whom a person engages: the same in every arm, because it comes from the person's own. */
export function friendKey(world: World, person: number): number {
  let ordinal = finalise32(world.people.keys[person]) & MAX_ORDINAL;
  let key = laterKey(world.week, WorkerCause.friend, ordinal);
  while (world.workers.hasLive(key)) {
    ordinal = (ordinal + 1) & MAX_ORDINAL;
    key = laterKey(world.week, WorkerCause.friend, ordinal);
  }
  return key;
}

export function joinProvider(world: World, worker: number, provider: number): void {
  const columns = world.workers.columns;
  columns.employment[worker] = Employment.provider;
  columns.checked[worker] = 1;
  columns.provider[worker] = provider;
  columns.person[worker] = -1;
  columns.startedWeek[worker] = world.week;
  enlist(world, worker, 1);
}

/** A job goes on with another provider, so tenure goes on too. */
export function changeEmployer(world: World, worker: number, provider: number): void {
  enlist(world, worker, -1);
  world.workers.columns.provider[worker] = provider;
  enlist(world, worker, 1);
}

/** Counts a worker in or out with the provider that employs the worker. */
function enlist(world: World, worker: number, sign: number): void {
  const { provider, usual } = world.workers.columns;
  const { workers, usualMinutes } = world.providers.columns;
  workers[provider[worker]] += sign;
  usualMinutes[provider[worker]] += sign * usual[worker];
}

/** An employer has somebody checked before engaging them, a friend less often; true where a check is paid for. */
export function checkAssistant(world: World, worker: number, friend: boolean): boolean {
  const { checked } = world.workers.columns;
  if (checked[worker] === 1) return false;
  const { workerChecks, friendChecks } = world.era.directPayment;
  const chance = workerChecks * (friend ? friendChecks : 1);
  if (world.draws["choice.check"].uniform(world.workers.keys[worker]) >= chance) return false;
  checked[worker] = 1;
  return true;
}

export function joinPerson(world: World, worker: number, person: number, wage: number): void {
  const columns = world.workers.columns;
  columns.employment[worker] = Employment.person;
  columns.provider[worker] = -1;
  columns.person[worker] = person;
  columns.wage[worker] = wage;
  columns.startedWeek[worker] = world.week;
  const { assistants, firstAssistant, secondAssistant } = world.people.columns;
  assistants[person] += 1;
  if (firstAssistant[person] < 0) firstAssistant[person] = worker;
  else secondAssistant[person] = worker;
}

/** Ends a job; the worker then seeks another in care, or is gone from it. */
export function leaveJob(world: World, worker: number, next: 0 | 3): void {
  const columns = world.workers.columns;
  if (columns.provider[worker] >= 0) enlist(world, worker, -1);
  if (columns.person[worker] >= 0) leavePost(world, worker, columns.person[worker]);
  columns.provider[worker] = -1;
  columns.person[worker] = -1;
  columns.employment[worker] = next;
  columns.fromCare[worker] = 1;
  columns.startedWeek[worker] = world.week;
  columns.contact[worker] = 0;
  columns.paid[worker] = 0;
  columns.relief[worker] = 0;
}

/** An assistant leaves a person who stays: noted before the job ends. */
export function noteAssistantLeaves({ people, workers, events, week }: World, worker: number, cause: number): void {
  const { person, startedWeek } = workers.columns;
  const tenure = week - startedWeek[worker];
  const kind = EventKind["person.lostAssistant"];
  events.add(week, kind, people.keys[person[worker]], tenure, cause, workers.keys[worker]);
}

function leavePost(world: World, worker: number, person: number): void {
  const { assistants, firstAssistant, secondAssistant } = world.people.columns;
  assistants[person] -= 1;
  if (firstAssistant[person] === worker) firstAssistant[person] = -1;
  else secondAssistant[person] = -1;
}
