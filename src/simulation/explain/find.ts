/** Where agents stand in a world, and what they are called. */
import type { Schema, Table } from "../../kernel/index.ts";
import { Employment, ProviderKind } from "../../model/world/codes.ts";
import { PROVIDER_KIND_WORDS } from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import type { AgentKind } from "./explanation.ts";

export const tableOf = (world: World, kind: AgentKind): Table<Schema> => {
  const tables = { person: world.people, worker: world.workers, provider: world.providers };
  return tables[kind];
};

/** Row of somebody alive, -1 where nobody alive has the key. */
export function findLive({ keys, live, liveCount }: Table<Schema>, key: number): number {
  let low = 0;
  let high = liveCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[live[middle]];
    if (found === key) return live[middle];
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Row of anybody since the last compaction, the newest first; -1 where there is none. */
export function findRow({ keys, rows }: Table<Schema>, key: number): number {
  for (let row = rows - 1; row >= 0; row--) if (keys[row] === key) return row;
  return -1;
}

/** "agency 7", by row; what stands at row -1 is nobody. */
export function providerName(world: World, row: number): string {
  if (row < 0) return "nobody";
  const { keys, columns } = world.providers;
  return providerNameOf(columns.kind[row], keys[row]);
}

export const providerNameOf = (kind: number, key: number): string =>
  kind === ProviderKind.inHouse ? "the council's own team" : `${PROVIDER_KIND_WORDS[kind]} ${key}`;

export const personName = (key: number): string => `person ${key}`;
export const workerName = (key: number): string => `worker ${key}`;

/** Whom a worker works for, in words. */
export function employerName(world: World, row: number): string {
  const { employment, provider, person } = world.workers.columns;
  if (employment[row] === Employment.provider) return providerName(world, provider[row]);
  if (employment[row] === Employment.person) return personName(world.people.keys[person[row]]);
  return "nobody";
}
