/** Who gives what individuals buy: an agency that is one of few can ask for more. */
import { Funding, isBuyer, Stage } from "./codes.ts";
import { MAX_ZONES } from "./market.ts";
import type { World } from "./world.ts";

/**
 * Sets each provider's part of all the care that individuals buy where it works: its part of each zone, weighted by its
 * own hours there. What assistants and community options give counts too: who has one does without an agency.
 */
export function setBuyerShares(world: World): void {
  const { people, providers, scratch } = world;
  const { stage, funding, service, provider, zone, bought } = people.columns;
  const own = scratch.floats("boughtFromProvider", providers.rows * MAX_ZONES);
  const all = scratch.floats("boughtInZone", MAX_ZONES);
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.served) continue;
    if (isBuyer(funding[row], service[row])) own[provider[row] * MAX_ZONES + zone[row]] += bought[row];
    else if (funding[row] !== Funding.directPayment) continue;
    all[zone[row]] += bought[row];
  }
  const { buyerShare } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    buyerShare[row] = shareOf(own.subarray(row * MAX_ZONES, (row + 1) * MAX_ZONES), all);
  }
}

/** Parts of the whole by zone, weighted by the parts themselves; nothing where there are none. */
function shareOf(parts: Float64Array, wholes: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (let zone = 0; zone < parts.length; zone++) {
    if (parts[zone] === 0) continue;
    sum += parts[zone];
    squares += (parts[zone] * parts[zone]) / wholes[zone];
  }
  return sum > 0 ? Math.min(1, squares / sum) : 0;
}
