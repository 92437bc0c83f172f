/** Part of phase 2. Now and then somebody is worried about a person whom a paid worker looks after, with reason. */
import { ROUND_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { concernsWithAssistant, concernsWithProvider } from "../rules/safety.ts";
import { Employment, Service, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { leaveJob, noteAssistantLeaves } from "../world/hiring.ts";
import { musterOf } from "./muster.ts";
import type { World } from "../world/world.ts";

const ROUND_YEARS = ROUND_WEEKS / WEEKS_PER_YEAR;

/**
 * Once in each round of twelve weeks, the hazard of a whole round, of however short a stay; one draw settles whether and
 * with whom. Whoever stays for less has a turn in it as much less often.
 */
export function safeguard(world: World): void {
  const { people, providers, era, week } = world;
  if (era.safety.agencyRate === 0 && era.safety.assistantRate === 0) return;
  const yearly = world.scratch.floats("concernsByProvider", providers.rows);
  const unchecked = concernsWithAssistant(era, false);
  const checked = concernsWithAssistant(era, true);
  let most = unchecked;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    yearly[row] = concernsWithProvider(era, providers.columns.quality[row]);
    most = Math.max(most, yearly[row]);
  }
  const bound = most * ROUND_YEARS;
  const { stage, turn, provider, service } = people.columns;
  const draws = world.draws["needs.safeguarding"];
  const place = week % ROUND_WEEKS;
  const { onTurn, onTurnCount } = musterOf(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (turn[row] !== place || stage[row] !== Stage.served) continue;
    const u = draws.uniform(people.keys[row]);
    if (u >= bound) continue;
    if (provider[row] >= 0) {
      if (u < yearly[provider[row]] * ROUND_YEARS) harm(world, row, -1, EventCause["worker of a provider"]);
    } else if (service[row] === Service.assistant) {
      harmByAssistant(world, row, u, unchecked * ROUND_YEARS, checked * ROUND_YEARS);
    }
  }
}

/** Each of two assistants carries half of what a sole one would. */
function harmByAssistant(world: World, row: number, u: number, unchecked: number, checked: number): void {
  const { assistants, firstAssistant, secondAssistant } = world.people.columns;
  const flags = world.workers.columns.checked;
  const count = assistants[row];
  let reached = 0;
  for (const worker of [firstAssistant[row], secondAssistant[row]]) {
    if (worker < 0) continue;
    reached += (flags[worker] === 1 ? checked : unchecked) / count;
    if (u >= reached) continue;
    harm(world, row, worker, EventCause[flags[worker] === 1 ? "checked assistant" : "unchecked assistant"]);
    return;
  }
}

/** The person manages less for a while, as after a crisis; an assistant concerned leaves, and leaves care. */
function harm(world: World, row: number, worker: number, cause: number): void {
  const { people, tally, events, week } = world;
  const { harm: fresh, continuity, crisisWeek, delivered } = people.columns;
  fresh[row] = 1;
  continuity[row] *= world.era.outcomes.continuityAfterHarm;
  crisisWeek[row] = week;
  tally.concerns += 1;
  events.add(week, EventKind["person.safeguarding"], people.keys[row], delivered[row], cause);
  if (worker < 0) return;
  tally.assistantConcerns += 1;
  tally.assistantLeavers += 1;
  noteAssistantLeaves(world, worker, EventCause["harm by the assistant"]);
  leaveJob(world, worker, Employment.gone);
}
