/** Everything about every agent, by key: what two worlds are compared by, whatever rows and accounts they keep. */
import { Digest, type Schema, type Table } from "../kernel/index.ts";
import type { World } from "../model/world/world.ts";

/** A digest of all living agents but those left out; references count by key, accounts by what is in them. */
export function portraitOf(world: World, leftOut: ReadonlySet<number> = new Set()): string {
  const digest = new Digest();
  const keysOf: Readonly<Record<string, Uint32Array>> = {
    people: world.people.keys,
    workers: world.workers.keys,
    providers: world.providers.keys,
  };
  for (const table of [world.people, world.workers, world.providers]) {
    const { columns, schema, keys, live, liveCount } = table as unknown as Table<Schema>;
    for (let index = 0; index < liveCount; index++) {
      const row = live[index];
      if (leftOut.has(keys[row])) continue;
      digest.word(keys[row]);
      for (const [name, spec] of Object.entries(schema)) {
        const value = columns[name][row];
        if (spec.unit === "account") digest.number(world.ledger.balances[value]);
        else if (spec.refersTo !== undefined && value >= 0) digest.word(keysOf[spec.refersTo][value]);
        else digest.number(value);
      }
    }
  }
  return digest.hex();
}
