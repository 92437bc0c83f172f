/** Who is at a queue: sweeps and workers say so every few seconds, and whoever falls silent is gone. */
import type { Redis } from "ioredis";
import { KEYS } from "./parcels.ts";

export interface Present {
  readonly engineVersion: string;
  readonly host: string;
  /** What it is, for a reader: the name of a sweep, or threads. */
  readonly about: string;
}

export type Party = "sweep" | "worker";

const SILENT_SECONDS = 15;

/** Says that it is here; to be said again before it counts as gone. */
export async function announce(client: Redis, party: Party, id: string, present: Present): Promise<void> {
  await client
    .pipeline()
    .set(KEYS.present(party, id), JSON.stringify(present), "EX", SILENT_SECONDS)
    .sadd(KEYS.parties(party), id)
    .exec();
}

export async function leave(client: Redis, party: Party, id: string): Promise<void> {
  await client.pipeline().del(KEYS.present(party, id)).srem(KEYS.parties(party), id).exec();
}

/** All who are here; those that fell silent are struck off. */
export async function whoIsHere(client: Redis, party: Party): Promise<readonly Present[]> {
  const ids = await client.smembers(KEYS.parties(party));
  if (ids.length === 0) return [];
  const found = await client.mget(ids.map((id) => KEYS.present(party, id)));
  const gone = ids.filter((_, place) => found[place] === null);
  if (gone.length > 0) await client.srem(KEYS.parties(party), ...gone);
  return found.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Present]));
}

/** Engine versions of others than this, each once, in order. */
export const otherEngines = (here: readonly Present[], engineVersion: string): readonly string[] =>
  [...new Set(here.map((each) => each.engineVersion))].filter((each) => each !== engineVersion).sort();
