/** Whom the week is about, listed once for all the phases that follow the phase of needs. */
import { listTurns } from "../../kernel/index.ts";
import { Service, Stage } from "../world/codes.ts";
import type { Muster } from "../world/muster.ts";
import type { World } from "../world/world.ts";

/**
 * This week's lists. What changes later in the week changes no list, so callers look at each row again; whoever begins
 * to wait after the phase of needs is on the next week's list.
 */
export function musterOf(world: World): Muster {
  const { muster, week } = world;
  if (muster.week === week) return muster;
  muster.week = week;
  const { people } = world;
  const { stage, noticeWeek, service, assistants, assistantsWanted, turn } = people.columns;
  const { live, liveCount } = people;
  if (muster.waiting.length < liveCount) {
    muster.waiting = new Int32Array(live.length);
    muster.onTurn = new Int32Array(live.length);
  }
  const { waiting, onTurn } = muster;
  let waits = 0;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const lacksAssistant = service[row] === Service.assistant && assistants[row] < assistantsWanted[row];
    if (stage[row] !== Stage.served || noticeWeek[row] > 0 || lacksAssistant) waiting[waits++] = row;
  }
  muster.waitingCount = waits;
  muster.onTurnCount = listTurns(live, liveCount, turn, week, onTurn);
  return muster;
}
