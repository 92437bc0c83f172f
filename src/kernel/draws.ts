/**
 * Chance is a function, not a stream: u = f(run key, process, week, agent key, draw number).
 *
 * No policy can shift the luck of anyone it does not touch, because nothing is ever "used up". The run key is 128 bits
 * from the seed text; a 64-bit key for each process and week comes out of Threefry-2x32-20 (Salmon et al., "Parallel
 * random numbers: as easy as 1, 2, 3", 2011); each draw then takes two rounds of MurmurHash3's 32-bit finaliser
 * (Appleby) over agent key and draw number. See docs/decisions/0001-random-draws.md.
 */
import seedrandom from "seedrandom";

const THREEFRY_PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** Threefry-2x32 with 20 rounds: writes two 32-bit words to `out`. */
export function threefry2x32(key0: number, key1: number, word0: number, word1: number, out: Int32Array): void {
  const keys = [key0, key1, THREEFRY_PARITY ^ key0 ^ key1];
  let x0 = (word0 + key0) | 0;
  let x1 = (word1 + key1) | 0;
  for (let round = 0; round < 20; round++) {
    const rotation = ROTATIONS[round % 8];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << rotation) | (x1 >>> (32 - rotation))) ^ x0;
    if (round % 4 !== 3) continue;
    const injection = (round + 1) / 4;
    x0 = (x0 + keys[injection % 3]) | 0;
    x1 = (x1 + keys[(injection + 1) % 3] + injection) | 0;
  }
  out[0] = x0;
  out[1] = x1;
}

/** MurmurHash3's 32-bit finaliser: a bijection of 32-bit words in which every bit avalanches. */
export function finalise32(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A 32-bit name of a text (FNV-1a): where a process lives in the counter space. */
export function nameWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

export const SEED_TEXT = /^[A-Za-z0-9._-]{1,64}$/;

/** The 128-bit key of a run. The wrapping matters: seedrandom's plain texts "1" and "11" give one stream. */
export function runKey(seed: string): Int32Array {
  if (!SEED_TEXT.test(seed)) {
    throw new RangeError(
      `seed ${JSON.stringify(seed)}: a seed is 1 to 64 letters, digits, dots, dashes or underscores`,
    );
  }
  const generator = seedrandom(`caremarket\0${seed}\0`);
  return Int32Array.from({ length: 4 }, () => generator.int32());
}

const TWO_TO_MINUS_32 = 1 / 4294967296;
const GOLDEN_RATIO_32 = 0x9e3779b9;

/** The draws of one process in one week. Uniforms lie in the open interval (0, 1), on a grid of 2^-32. */
export class Draws {
  private key0 = 0;
  private key1 = 0;

  constructor(
    private readonly key: Int32Array,
    private readonly process: number,
    private readonly words: Int32Array,
  ) {}

  /** Turns to a week. */
  at(week: number): this {
    threefry2x32(this.key[0], this.key[1], this.process, week, this.words);
    this.key0 = this.words[0] ^ this.key[2];
    this.key1 = this.words[1] ^ this.key[3];
    return this;
  }

  /** The `n`-th uniform of an agent: the same whoever else draws, and in whatever order. */
  uniform(agent: number, n = 0): number {
    const first = finalise32(agent ^ this.key0);
    const second = finalise32((first + this.key1 + Math.imul(n, GOLDEN_RATIO_32)) | 0);
    return ((second >>> 0) + 0.5) * TWO_TO_MINUS_32;
  }

  /** The 32 bits themselves, for tie-breaks. */
  bits(agent: number, n = 0): number {
    const first = finalise32(agent ^ this.key0);
    return finalise32((first + this.key1 + Math.imul(n, GOLDEN_RATIO_32)) | 0) >>> 0;
  }
}

/** One `Draws` for every registered process, under one run key. */
export type DrawTable<Name extends string> = Readonly<Record<Name, Draws>>;

/** Names are `phase.decision`; a name's place depends on its text alone, so a new process shifts nobody's luck. All stand at week 0. */
export function openDraws<Name extends string>(seed: string, names: readonly Name[]): DrawTable<Name> {
  const key = runKey(seed);
  const words = new Int32Array(2);
  const entries = names.map((name) => [name, new Draws(key, nameWord(name), words).at(0)] as const);
  return Object.fromEntries(entries) as Record<Name, Draws>;
}
