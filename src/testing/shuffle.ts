/** The same world in other rows: nothing that anybody can observe depends on where in memory an agent is kept. */
import { finalise32, type Table, type Schema } from "../kernel/index.ts";
import type { World } from "../model/world/world.ts";

/** By old row the new one, in an order that depends on the salt alone. */
export function permutation(rows: number, salt: number): Int32Array {
  const order = Array.from({ length: rows }, (_, row) => row);
  const lot = (row: number): number => finalise32(finalise32(row + 1) ^ salt) >>> 0;
  order.sort((left, right) => lot(left) - lot(right));
  const moved = new Int32Array(rows);
  for (const [place, row] of order.entries()) moved[row] = place;
  return moved;
}

/** Keeps people, workers and providers in other rows, and everything that refers to them with them. */
export function shuffleRows(world: World, salt: number): void {
  const { people, workers, providers, market } = world;
  const moved = {
    people: permutation(people.rows, salt),
    workers: permutation(workers.rows, salt + 1),
    providers: permutation(providers.rows, salt + 2),
  };
  const before = providers.rows;
  for (const table of [people, workers, providers]) {
    moveRows(table, moved[table.name as keyof typeof moved], moved);
  }
  for (const [name, values] of Object.entries(market)) {
    if (!BY_PROVIDER.has(name) || !(values instanceof Float64Array)) continue;
    moveBlocks(values, moved.providers, BY_PROVIDER.get(name) ?? 1, before);
  }
}

/** Market arrays that go by provider row, and how many numbers each provider has in them: weeks or zones. */
const BY_PROVIDER: ReadonlyMap<string, number> = new Map([
  ["due", 8],
  ["zoneMinutes", 8],
]);

function moveRows(table: Table<Schema>, moved: Int32Array, all: Readonly<Record<string, Int32Array>>): void {
  for (const [name, spec] of Object.entries(table.schema)) {
    const values = table.columns[name];
    const old = values.slice();
    const references = spec.refersTo === undefined ? undefined : all[spec.refersTo];
    for (let row = 0; row < table.rows; row++) {
      const value = old[row];
      values[moved[row]] = references !== undefined && value >= 0 ? references[value] : value;
    }
  }
  const keys = table.keys.slice();
  for (let row = 0; row < table.rows; row++) table.keys[moved[row]] = keys[row];
  for (let index = 0; index < table.liveCount; index++) table.live[index] = moved[table.live[index]];
}

function moveBlocks(values: Float64Array, moved: Int32Array, width: number, rows: number): void {
  const old = values.slice();
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) values[moved[row] * width + at] = old[row * width + at];
  }
}
