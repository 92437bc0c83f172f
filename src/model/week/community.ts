/**
 * Community options have so many places as grants and volunteers keep up. When they are full people wait for a place,
 * then look for an agency; when places go, some of those who had one lose it.
 */
import { bernoulli } from "../../kernel/index.ts";
import { Service, Source, Stage } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { communityPlaces } from "../world/voluntary.ts";
import type { World } from "../world/world.ts";

/** Whether there is a place for a person who has one, or for one who comes; whoever has none then waits for one. */
export function keepsPlace(world: World, row: number): boolean {
  const { people, market } = world;
  const { bought, assessed } = people.columns;
  if (bought[row] === 0) {
    if (market.communityMinutes + assessed[row] <= communityPlaces(world)) return true;
  } else if (!losesPlace(world, row)) return true;
  waitForPlace(world, row);
  return false;
}

/** Whether somebody who has a place loses it: as many do as there are too few places. */
export function losesPlace(world: World, row: number): boolean {
  const { people, market } = world;
  const places = communityPlaces(world);
  if (market.communityMinutes <= places) return false;
  const lost = 1 - places / market.communityMinutes;
  if (!bernoulli(world.draws["choice.community"].uniform(people.keys[row]), lost)) return false;
  world.events.add(world.week, EventKind["person.lostPlace"], people.keys[row], people.columns.bought[row]);
  return true;
}

function waitForPlace(world: World, row: number): void {
  const { people, market, week } = world;
  const { bought, delivered, topUp, stage, source, queuedWeek } = people.columns;
  // Whoever had a place waits at home, whatever first brought the person.
  if (bought[row] > 0) source[row] = Source.replacement;
  market.communityMinutes -= bought[row];
  bought[row] = delivered[row] = topUp[row] = 0;
  stage[row] = Stage.seeking;
  queuedWeek[row] = week;
}

/** Whether somebody who waits has a place now; patience runs out, and the person looks for an agency instead. */
export function findsPlace(world: World, row: number): boolean {
  const { people, market, week } = world;
  const { assessed, stage, queuedWeek, service } = people.columns;
  if (market.communityMinutes + assessed[row] <= communityPlaces(world)) {
    stage[row] = Stage.served;
    return true;
  }
  if (week - queuedWeek[row] < world.era.directPayment.patienceWeeks) return false;
  service[row] = Service.homeCare;
  queuedWeek[row] = week;
  return false;
}
