/** A run's state where every thread can read it without a copy of its own. */
import type { State } from "../kernel/index.ts";

/** The same state with all its arrays in shared memory. Nobody may write to it: `restore` only reads. */
export function inSharedMemory(state: State): State {
  if (ArrayBuffer.isView(state)) return sharedArray(state as Numbers);
  if (Array.isArray(state)) return state.map(inSharedMemory);
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([name, each]) => [name, inSharedMemory(each)]));
}

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

function sharedArray(values: Numbers): Numbers {
  const make = values.constructor as new (buffer: SharedArrayBuffer) => Numbers;
  const shared = new make(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
