/** Who works for a provider that opens: those who look for a job, by lot. */
import { drawLots } from "../../kernel/index.ts";
import { Employment } from "../world/codes.ts";
import { joinProvider } from "../world/hiring.ts";
import type { World } from "../world/world.ts";

/** Part of a worker's usual time that the first packages take up. */
const FIRST_USE = 0.8;

/** As many as so many minutes a week need, or as there are. */
export function bringWorkers(world: World, row: number, minutes: number): void {
  const { workers, era, tally } = world;
  const { employment } = workers.columns;
  const wanted = Math.ceil(minutes / (era.labour.usualHours * 60 * era.labour.attendance * FIRST_USE));
  const draws = world.draws["providers.workers"];
  const candidates = world.scratch.looseInts("entrantWorkers", workers.liveCount);
  const lot = world.scratch.looseFloats("entrantWorkerLot", workers.rows);
  let count = 0;
  for (let index = 0; index < workers.liveCount; index++) {
    const worker = workers.live[index];
    if (employment[worker] !== Employment.seeking) continue;
    candidates[count++] = worker;
    lot[worker] = draws.bits(workers.keys[worker], 2);
  }
  const chosen = drawLots(candidates, count, wanted, lot, workers.keys);
  for (let index = 0; index < chosen; index++) {
    tally.hires += 1;
    tally.hiresFromCare += workers.columns.fromCare[candidates[index]];
    joinProvider(world, candidates[index], row);
  }
}
