/**
 * Working arrays that live as long as the run: no allocation in the loop. `floats`, `ints` and `bytes` are empty again
 * at each use; `looseFloats` and `looseInts` hold whatever was there, for callers that write before they read.
 */
export class Scratch {
  private readonly floatArrays = new Map<string, Float64Array>();
  private readonly intArrays = new Map<string, Int32Array>();
  private readonly byteArrays = new Map<string, Uint8Array>();

  /** At least `length` zeros. */
  floats(name: string, length: number): Float64Array {
    const array = fit(this.floatArrays, name, length, Float64Array);
    array.fill(0, 0, length);
    return array;
  }

  /** At least `length` places with anything in them. */
  looseFloats(name: string, length: number): Float64Array {
    return fit(this.floatArrays, name, length, Float64Array);
  }

  /** At least `length` places with anything in them. */
  looseInts(name: string, length: number): Int32Array {
    return fit(this.intArrays, name, length, Int32Array);
  }

  /** At least `length` zeros. */
  ints(name: string, length: number): Int32Array {
    const array = fit(this.intArrays, name, length, Int32Array);
    array.fill(0, 0, length);
    return array;
  }

  /** At least `length` zeros. */
  bytes(name: string, length: number): Uint8Array {
    const array = fit(this.byteArrays, name, length, Uint8Array);
    array.fill(0, 0, length);
    return array;
  }
}

function fit<A extends { length: number }>(
  arrays: Map<string, A>,
  name: string,
  length: number,
  make: new (length: number) => A,
): A {
  const found = arrays.get(name);
  if (found !== undefined && found.length >= length) return found;
  const made = new make(Math.ceil(length * 1.5) + 16);
  arrays.set(name, made);
  return made;
}
