/** Better pay draws care workers out of agencies into assistants' posts. */
import { bernoulli, log } from "../../kernel/index.ts";
import { Employment, ProviderKind } from "../world/codes.ts";
import { leaveJob } from "../world/hiring.ts";
import type { World } from "../world/world.ts";
import { noteLeaver } from "./labour.ts";

/**
 * A worker of an agency in the employer's zone who is paid less there, and who then has no job; -1 for nobody. Whether
 * the post goes to such a worker hangs on how much better it pays; each pair of worker and employer has a lot of its own.
 */
export function drawAway(world: World, employer: number, wage: number): number {
  const { people, workers, providers, era, market, tally } = world;
  const gain = market.meanWage > 0 ? log(wage / market.meanWage) : 0;
  const key = people.keys[employer];
  const draws = world.draws["choice.drawnAway"];
  if (gain <= 0 || !bernoulli(draws.uniform(key), Math.min(1, era.labour.assistantPull * gain))) return -1;
  const { employment, provider, zone } = workers.columns;
  const { kind, wage: paid } = providers.columns;
  const home = people.columns.zone[employer];
  let best = -1;
  let bestLot = Infinity;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] !== Employment.provider || zone[row] !== home) continue;
    if (kind[provider[row]] !== ProviderKind.agency || paid[provider[row]] >= wage) continue;
    const lot = draws.bits(key, workers.keys[row]);
    if (lot >= bestLot) continue;
    best = row;
    bestLot = lot;
  }
  if (best < 0) return -1;
  tally.movesWithinCare += 1;
  noteLeaver(world, provider[best]);
  leaveJob(world, best, Employment.seeking);
  return best;
}
