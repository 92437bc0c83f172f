/** Crises: needs jump at once, and part of the jump fades. */
import { paceOfTurn } from "../../kernel/index.ts";
import { Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { MOST_MINUTES } from "../world/founding-people.ts";
import { inQuarterHours, setNeed } from "../world/traits.ts";
import type { World } from "../world/world.ts";
import { endPackage } from "./leaving.ts";
import { comeBack } from "./refused.ts";
import { rebook } from "./stock.ts";
import { fitOption } from "./substitution.ts";

/**
 * Needs jump; the council looks at them at once; a stay in hospital ends with a package to restart. Whoever was refused
 * care comes back to be assessed, and whoever waits for that becomes urgent.
 */
export function crisis(world: World, row: number): void {
  const { people, era, week } = world;
  const columns = people.columns;
  const hospital = befall(world, row);
  if (columns.stage[row] === Stage.refused) return comeBack(world, row, hospital ? Source.discharge : Source.crisis);
  if (columns.stage[row] === Stage.assessment) return makeUrgent(world, row, hospital);
  // Somebody from the council comes at once: hours that assessments and reviews then lack.
  world.council.hoursLeft -= era.assessment.crisisReviewHours;
  columns.assessed[row] = inQuarterHours(columns.need[row]);
  fitOption(world, row);
  const movable = columns.service[row] === Service.homeCare && columns.provider[row] >= 0;
  if (!hospital || !movable) {
    // Whoever was still looking for care looks for it from hospital now.
    if (hospital && columns.stage[row] === Stage.seeking) columns.source[row] = Source.discharge;
    if (columns.provider[row] >= 0) rebook(world, row, columns.assessed[row]);
    return;
  }
  endPackage(world, row);
  columns.stage[row] = Stage.seeking;
  columns.source[row] = Source.discharge;
  columns.queuedWeek[row] = week;
  columns.continuity[row] *= era.outcomes.continuityAfterHospital;
}

/** The queue for an assessment takes whoever is in hospital first, then whoever is in a crisis at home. */
function makeUrgent({ people }: World, row: number, hospital: boolean): void {
  const { source } = people.columns;
  source[row] = Math.min(source[row], hospital ? Source.discharge : Source.crisis);
}

/** A crisis by itself: needs jump. Returns whether it leads to hospital. */
function befall(world: World, row: number): boolean {
  const { people, era, events, tally, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  columns.crisisWeek[row] = week;
  const before = columns.need[row];
  setNeed(world, row, Math.min(MOST_MINUTES, before * era.demand.crisisNeedRatio));
  columns.recovering[row] += (columns.need[row] - before) * era.demand.crisisRecovery;
  const hospital = world.draws["needs.hospital"].uniform(key) < era.demand.hospitalShare;
  tally.crises += 1;
  if (hospital) tally.emergencyAdmissions += 1;
  const cause = hospital ? EventCause.hospital : EventCause["at home"];
  events.add(week, EventKind["person.crisis"], key, columns.need[row], cause);
  return hospital;
}

/** Part of what a crisis added to a need fades with the weeks since. */
export function recover(world: World, row: number): void {
  const { need, recovering } = world.people.columns;
  const faded = recovering[row] * paceOfTurn(1 / world.era.demand.crisisRecoveryWeeks);
  // The last minute is not worth a calculation.
  recovering[row] = recovering[row] - faded < 1 ? 0 : recovering[row] - faded;
  setNeed(world, row, Math.max(need[row] - faded, 1));
}
