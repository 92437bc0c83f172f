/** Somebody adds own money to what the council pays for. */
import { EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";

/** Notes what a household has paid this week beyond budget and charge, pence; the first time is an event. */
export function noteTopUp({ people, events, week }: World, row: number, pence: number): void {
  const { toppedUp } = people.columns;
  if (pence <= 0 || toppedUp[row] === 1) return;
  toppedUp[row] = 1;
  events.add(week, EventKind["person.toppedUp"], people.keys[row], pence);
}
