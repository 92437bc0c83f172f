/**
 * Voluntary options in place of days at a day service: the savings plan has staff look for them. They cost the council
 * nothing beyond its grants and give fewer hours; they share their places with holders of direct payments, and when
 * grants are cut some are lost again.
 */
import { isManaged, Service, Stage } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { communityPlaces } from "../world/voluntary.ts";
import type { World } from "../world/world.ts";
import { losesPlace } from "./community.ts";
import { endPackage, loseProvider } from "./leaving.ts";

/** Whether somebody's support is a day service, or a voluntary option that the council found in its place. */
export function hasDays({ people }: World, row: number): boolean {
  const { service, funding } = people.columns;
  return service[row] === Service.dayServices || (service[row] === Service.community && isManaged(funding[row]));
}

/**
 * Staff look whether a voluntary option would do, at the start of support and at reviews. Where the plan has gone back, or
 * a crisis has made the need more than the option has room for, they look for days again.
 */
export function reviewDays(world: World, row: number): void {
  const { people, council, draws, era, market, events, week } = world;
  const { service, stage, assessed, bought, continuity } = people.columns;
  const key = people.keys[row];
  // The same people come first, however far the plan goes.
  const meant = draws["assessment.substitution"].uniform(key) >= council.daysRatio;
  const has = service[row] === Service.community;
  const minutes = Math.floor(assessed[row] * era.council.voluntaryHours);
  const more = has ? minutes - bought[row] : minutes;
  if (!meant || minutes === 0 || market.communityMinutes + more > communityPlaces(world)) {
    if (has) returnToDays(world, row);
    return;
  }
  market.communityMinutes += more;
  if (has) {
    bought[row] = minutes;
    return;
  }
  if (stage[row] === Stage.served) continuity[row] *= era.outcomes.continuityAfterChange;
  endPackage(world, row);
  service[row] = Service.community;
  stage[row] = Stage.served;
  bought[row] = minutes;
  events.add(week, EventKind["person.substituted"], key, minutes);
}

/** Somebody with a voluntary option keeps it, or has lost it and waits for a day service. */
export function reconsiderDays(world: World, row: number): void {
  if (losesPlace(world, row)) returnToDays(world, row);
}

/** A crisis has somebody looked at anew: an option never gives more than is then agreed. */
export function fitOption({ people, market }: World, row: number): void {
  const { service, funding, assessed, bought } = people.columns;
  if (service[row] !== Service.community || !isManaged(funding[row])) return;
  const over = Math.max(0, bought[row] - assessed[row]);
  bought[row] -= over;
  market.communityMinutes -= over;
}

function returnToDays(world: World, row: number): void {
  const { service, bought } = world.people.columns;
  world.market.communityMinutes -= bought[row];
  service[row] = Service.dayServices;
  loseProvider(world, row);
}
