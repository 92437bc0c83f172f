/** State can be taken out of a run and put back: typed arrays, numbers, texts and plain nestings of them. */

export type State = unknown;

type Bag = Record<string, unknown>;
type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

const isNumbers = (value: unknown): value is Numbers => ArrayBuffer.isView(value);

/** A deep copy of an object's own data; functions are left out. */
export function capture(value: unknown): State {
  if (isNumbers(value)) return value.slice();
  if (Array.isArray(value)) return value.map(capture);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => typeof each !== "function");
  return Object.fromEntries(entries.map(([name, each]) => [name, capture(each)]));
}

/** Puts captured data back into an object of the same shape; the object keeps its class. */
export function restore(target: object, state: State): void {
  const bag = target as Bag;
  for (const [name, each] of Object.entries(state as Bag)) {
    const old = bag[name];
    if (isNumbers(each) && isNumbers(old) && old.length === each.length) {
      // In place, so that views which share a buffer go on sharing it.
      old.set(each);
      continue;
    }
    const plain = typeof each !== "object" || each === null || isNumbers(each) || Array.isArray(each);
    if (plain || typeof old !== "object" || old === null) bag[name] = capture(each);
    else restore(old, each);
  }
}
