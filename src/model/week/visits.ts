/**
 * What a contract makes of the week's visits, where it is more than so many minutes for so much money: time cut short,
 * time trimmed for want of margin, and time that is banked and comes later.
 */
import { shareOfSlice, TURN_WEEKS } from "../../kernel/index.ts";
import { cutOfMonitored, isPlain } from "../rules/contract.ts";
import { closeBanks } from "../world/bank.ts";
import { underContract } from "../world/contract.ts";
import type { World } from "../world/world.ts";
import { musterOf } from "./muster.ts";

/** What visits are to give this week: by person, and in all by provider. */
export interface Plan {
  readonly minutes: Int32Array;
  readonly load: Float64Array;
}

/** This week's visits; undefined where they are simply what was agreed. */
export function planVisits(world: World): Plan | undefined {
  const { people, providers, terms, council } = world;
  if (isPlain(terms)) {
    if (council.specialTerms === 1) clearTerms(world);
    return undefined;
  }
  council.specialTerms = 1;
  const directed = terms.contractForm === "user-directed";
  if (!directed) closeBanks(world);
  const { booked, spared } = providers.columns;
  const { bought, bankedAtTurn } = people.columns;
  const load = world.scratch.looseFloats("minutesToGive", providers.rows);
  const minutes = world.scratch.looseInts("visitsToGive", people.rows);
  load.set(booked.subarray(0, providers.rows));
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    minutes[row] = bought[row];
    clearWeek(world, row);
    if (!underContract(world, row)) {
      bankedAtTurn[row] = 0;
      continue;
    }
    const cut = cutShort(world, row, directed);
    minutes[row] -= cut;
    load[people.columns.provider[row]] -= cut;
  }
  if (directed) useBanks(world, { minutes, load });
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    spared[row] = booked[row] - load[row];
  }
  return { minutes, load };
}

function clearWeek({ people }: World, row: number): void {
  const { monitored, unrecorded, spare, fromBank, fromPool } = people.columns;
  monitored[row] = 0;
  unrecorded[row] = 0;
  spare[row] = 0;
  fromBank[row] = 0;
  fromPool[row] = 0;
}

/** The contract is plain again: nothing of the old terms stays behind. */
function clearTerms(world: World): void {
  const { people, providers, council } = world;
  closeBanks(world);
  for (let index = 0; index < people.liveCount; index++) clearWeek(world, people.live[index]);
  for (let index = 0; index < providers.liveCount; index++) {
    providers.columns.spared[providers.live[index]] = 0;
    providers.columns.giveShare[providers.live[index]] = 1;
  }
  council.specialTerms = 0;
}

/** Minutes of the agreed that visits leave out, by the form of contract; notes what is on the time sheet or left over. */
function cutShort(world: World, row: number, directed: boolean): number {
  const { people, providers, terms } = world;
  const { bought, provider, monitored, unrecorded, spare } = people.columns;
  const { contractForm, electronicMonitoring: seen, unrecordedShare, spareShare } = terms;
  // Which packages are logged is settled by person for good; more of them, and the same ones stay in.
  monitored[row] = seen > 0 && world.draws["delivery.monitored"].uniform(people.keys[row]) < seen ? 1 : 0;
  const agreed = bought[row];
  if (contractForm === "outcomes-based") {
    return agreed - Math.floor(agreed * providers.columns.giveShare[provider[row]] + 0.5);
  }
  if (monitored[row] === 0) {
    unrecorded[row] = Math.floor(agreed * unrecordedShare + 0.5);
    return unrecorded[row];
  }
  if (!directed) return Math.floor(agreed * cutOfMonitored(terms) + 0.5);
  spare[row] = Math.floor(agreed * spareShare + 0.5);
  return spare[row];
}

/**
 * People whose turn it is may use what they have banked, the likelier the better they can manage support; what others no
 * longer need goes to clients who get less than they need. Both as far as the agency has time beyond its visits.
 */
function useBanks(world: World, plan: Plan): void {
  const { people, providers, era } = world;
  const { provider, banked, capacity, monitored, need, bought, fromBank, fromPool, bankedAtTurn } = people.columns;
  const { pooled, capacity: usual } = providers.columns;
  const { minutes, load } = plan;
  const { onTurn, onTurnCount } = musterOf(world);
  const asked = world.scratch.floats("bankAsked", providers.rows);
  const lacking = world.scratch.floats("bankLacking", providers.rows);
  const uses = world.scratch.looseInts("bankUses", people.rows);
  const draws = world.draws["delivery.bank"];
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    uses[row] = 0;
    bankedAtTurn[row] = 0;
    if (monitored[row] === 0) continue;
    uses[row] = banked[row] > 0 && draws.uniform(people.keys[row]) < capacity[row] ? banked[row] : 0;
    asked[provider[row]] += uses[row];
    lacking[provider[row]] += lackingUntilNext(need[row], bought[row]);
  }
  const own = world.scratch.floats("bankRoom", providers.rows);
  const others = world.scratch.floats("bankPool", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const able = Math.floor(usual[row] * (1 + era.labour.flexibleHours) - load[row]);
    own[row] = Math.max(0, Math.min(asked[row], able));
    others[row] = Math.max(0, Math.min(lacking[row], pooled[row], able - own[row]));
    load[row] += own[row] + others[row];
  }
  const askedBefore = world.scratch.floats("bankAskedBefore", providers.rows);
  const lackingBefore = world.scratch.floats("bankLackingBefore", providers.rows);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (monitored[row] === 0) continue;
    const by = provider[row];
    const lacks = lackingUntilNext(need[row], bought[row]);
    if (asked[by] > 0) fromBank[row] = shareOfSlice(own[by], askedBefore[by], uses[row], asked[by]);
    if (lacking[by] > 0) fromPool[row] = shareOfSlice(others[by], lackingBefore[by], lacks, lacking[by]);
    askedBefore[by] += uses[row];
    lackingBefore[by] += lacks;
    minutes[row] += fromBank[row] + fromPool[row];
  }
}

/** Minutes that the agreed care falls short of the need until the next turn. */
const lackingUntilNext = (need: number, bought: number): number => TURN_WEEKS * Math.max(0, Math.floor(need) - bought);

/** After the visits: of those that were missed nothing is on a time sheet or left over, and the banks are brought up to date. */
export function settleVisits(world: World, { minutes }: Plan): void {
  const { people, providers, tally } = world;
  const { provider, delivered, unrecorded, spare, fromBank, fromPool, banked, bankedAtTurn } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (unrecorded[row] + spare[row] + fromBank[row] + fromPool[row] === 0) continue;
    const agreed = minutes[row] - fromBank[row] - fromPool[row];
    const came = Math.min(delivered[row], agreed);
    const extra = delivered[row] - came;
    if (came < agreed) {
      unrecorded[row] = Math.floor((unrecorded[row] * came) / agreed);
      spare[row] = Math.floor((spare[row] * came) / agreed);
    }
    fromBank[row] = Math.min(fromBank[row], extra);
    fromPool[row] = extra - fromBank[row];
    banked[row] += spare[row] - fromBank[row];
    // Nobody has any of it but at the turn.
    if (extra > 0) bankedAtTurn[row] = extra;
    providers.columns.pooled[provider[row]] -= fromPool[row];
    tally.fromBank += fromBank[row];
    tally.fromPool += fromPool[row];
  }
}
