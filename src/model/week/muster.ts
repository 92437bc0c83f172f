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
  const { muster, people, week } = world;
  if (muster.week === week) return muster;
  listOnTurn(world);
  callRoll(world, world.scratch.bytes("gone", people.rows));
  return muster;
}

/** Lists whose turn it is, before it is known who of them leaves. */
export function listOnTurn({ muster, people, week }: World): Muster {
  if (muster.waiting.length < people.liveCount) {
    muster.waiting = new Int32Array(people.live.length);
    muster.onTurn = new Int32Array(people.live.length);
  }
  muster.onTurnCount = listTurns(people.live, people.liveCount, people.columns.turn, week, muster.onTurn);
  return muster;
}

/** One walk over everybody: those for whom `gone` is 1 are struck off, and whoever waits for something is listed. */
export function callRoll({ muster, people, week }: World, gone: Uint8Array): void {
  const { stage, noticeWeek, service, assistants, assistantsWanted } = people.columns;
  const { live, liveCount } = people;
  const { waiting } = muster;
  let stay = 0;
  let waits = 0;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (gone[row] === 1) continue;
    live[stay++] = row;
    const lacksAssistant = service[row] === Service.assistant && assistants[row] < assistantsWanted[row];
    const where = stage[row];
    const waitsForCare = where !== Stage.served && where !== Stage.refused;
    if (waitsForCare || noticeWeek[row] > 0 || lacksAssistant) waiting[waits++] = row;
  }
  people.liveCount = stay;
  muster.waitingCount = waits;
  const { onTurn, onTurnCount } = muster;
  let turns = 0;
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    onTurn[turns] = row;
    turns += 1 - gone[row];
  }
  muster.onTurnCount = turns;
  muster.week = week;
}
