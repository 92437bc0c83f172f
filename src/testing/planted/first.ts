/** Somebody to plant a fault on: the first of their kind in key order. */
import { Employment, ProviderStatus, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { rowsOf } from "./plant.ts";

/** The first person served by a provider; -1 for none. */
export const firstServed = ({ people }: World): number =>
  rowsOf(people).find((row) => people.columns.stage[row] === Stage.served && people.columns.provider[row] >= 0) ?? -1;

/** The first worker with a provider; -1 for none. */
export const firstEmployed = ({ workers }: World): number =>
  rowsOf(workers).find((row) => workers.columns.employment[row] === Employment.provider) ?? -1;

/** The first provider that has left; -1 for none. */
export function firstLeft({ providers }: World): number {
  const { status } = providers.columns;
  return status.subarray(0, providers.rows).findIndex((each) => each !== ProviderStatus.trading);
}
