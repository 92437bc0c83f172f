/**
 * Whom brokers and buyers ask: agencies of a zone, drawn by density and quality. Nobody looks at all of them, so a
 * search costs the same in a council of any size.
 */
import { hoursWeight, qualityWeight } from "../rules/matching.ts";
import { ProviderKind } from "../world/codes.ts";
import { MAX_ZONES } from "../world/market.ts";
import type { World } from "../world/world.ts";

/** Which agencies of a zone are meant. */
export const ON_FRAMEWORK = 0;
export const OFF_FRAMEWORK = 1;
export const ALL = 2;
const PRIVATE = 3;
const LISTS = 4;

/** This week's agencies by zone and list, with their weights added up; good until the next `listAgencies`. */
export interface Asking {
  readonly rows: Int32Array;
  readonly reached: Float64Array;
  readonly counts: Int32Array;
  /** The list that people who pay directly choose from: all agencies, and micro-providers where there are any. */
  readonly forBuyers: number;
  /** Places that each list has. */
  readonly stride: number;
  /** The council's own team, supported living and day services, whatever their zones. */
  readonly others: Int32Array;
  readonly otherCount: number;
}

/** Writes down who can be asked in each zone this week, in key order. */
export function listAgencies(world: World): Asking {
  const { providers, market, era } = world;
  const { kind, zones, framework, lots, quality } = providers.columns;
  const stride = providers.liveCount;
  const rows = world.scratch.looseInts("askingRows", MAX_ZONES * LISTS * stride);
  const reached = world.scratch.looseFloats("askingReached", MAX_ZONES * LISTS * stride);
  const counts = world.scratch.ints("askingCounts", MAX_ZONES * LISTS);
  const others = world.scratch.looseInts("askingOthers", stride);
  let otherCount = 0;
  const note = (list: number, row: number, weight: number): void => {
    const at = list * stride + counts[list];
    rows[at] = row;
    reached[at] = (counts[list] > 0 ? reached[at - 1] : 0) + weight;
    counts[list] += 1;
  };
  const micros = hasMicros(world);
  for (let index = 0; index < stride; index++) {
    const row = providers.live[index];
    const micro = kind[row] === ProviderKind.micro;
    if (kind[row] !== ProviderKind.agency && !micro) {
      others[otherCount++] = row;
      continue;
    }
    const trust = qualityWeight(era, quality[row]);
    for (let zone = 0; zone < era.size.zones; zone++) {
      const here = 1 << zone;
      if ((zones[row] & here) === 0) continue;
      const weight = trust * hoursWeight(era, market.zoneMinutes[row * MAX_ZONES + zone] / 60);
      if (micros) note(zone * LISTS + PRIVATE, row, weight);
      if (micro) continue;
      note(zone * LISTS + ALL, row, weight);
      if (framework[row] === 0) note(zone * LISTS + OFF_FRAMEWORK, row, weight);
      else if ((lots[row] & here) !== 0) note(zone * LISTS + ON_FRAMEWORK, row, weight);
    }
  }
  return { rows, reached, counts, stride, others, otherCount, forBuyers: micros ? PRIVATE : ALL };
}

function hasMicros({ providers }: World): boolean {
  const { kind } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    if (kind[providers.live[index]] === ProviderKind.micro) return true;
  }
  return false;
}

/** All agencies of a zone's list, in key order. */
export function askAll(asking: Asking, zone: number, which: number): Int32Array {
  const list = zone * LISTS + which;
  return asking.rows.subarray(list * asking.stride, list * asking.stride + asking.counts[list]);
}

/** An agency of a zone's list by its weight, for a uniform; -1 where the list is empty. */
export function askOne(asking: Asking, zone: number, which: number, u: number): number {
  const list = zone * LISTS + which;
  const count = asking.counts[list];
  if (count === 0) return -1;
  const first = list * asking.stride;
  const target = u * asking.reached[first + count - 1];
  let low = first;
  let high = first + count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (asking.reached[middle] > target) high = middle;
    else low = middle + 1;
  }
  return asking.rows[low];
}
