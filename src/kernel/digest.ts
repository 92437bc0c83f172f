/**
 * A run is known by 128 bits: MurmurHash3_x86_128 (Appleby, public domain) over 32-bit words, fed as the run goes.
 *
 * It guards against differences, not against forgery; files and scenarios are named by SHA-256 elsewhere.
 */
import { finalise32 } from "./draws.ts";

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

/** Words go in with `word`, `number` or `text`; `hex` reads the state without ending it. */
export class Digest {
  private h1: number;
  private h2: number;
  private h3: number;
  private h4: number;
  private k1 = 0;
  private k2 = 0;
  private k3 = 0;
  private words = 0;
  private readonly float = new Float64Array(1);
  private readonly halves = new Int32Array(this.float.buffer);
  /** Room for a column on its way in. */
  private reel = new Float64Array(0);

  constructor(seed = 0) {
    this.h1 = this.h2 = this.h3 = this.h4 = seed | 0;
  }

  /** Takes one 32-bit word. */
  word(value: number): void {
    switch (this.words++ & 3) {
      case 0:
        this.k1 = value | 0;
        return;
      case 1:
        this.k2 = value | 0;
        return;
      case 2:
        this.k3 = value | 0;
        return;
      default:
        this.block(value | 0);
    }
  }

  /** Takes a double by its bits; -0 counts as 0, and all NaN as one. */
  number(value: number): void {
    if (Number.isNaN(value)) {
      this.word(0);
      this.word(0x7ff80000);
      return;
    }
    this.float[0] = value + 0;
    this.word(this.halves[0]);
    this.word(this.halves[1]);
  }

  /** Takes a text by its UTF-16 units, length first. */
  text(value: string): void {
    this.word(value.length);
    for (let index = 0; index < value.length; index++) this.word(value.charCodeAt(index));
  }

  /** Takes the listed rows of a column in the order given: reals as `number` does, all else as words. */
  column(values: ArrayLike<number>, rows: Int32Array, count: number): void {
    if (values instanceof Float64Array) this.reals(values, rows, count);
    else this.whole(values, rows, count);
  }

  private reals(values: Float64Array, rows: Int32Array, count: number): void {
    if (this.reel.length < count) this.reel = new Float64Array(count);
    const { reel } = this;
    const words = new Int32Array(reel.buffer);
    for (let index = 0; index < count; index++) {
      const value = values[rows[index]];
      reel[index] = value + 0;
      if (value === value) continue;
      words[index * 2] = 0;
      words[index * 2 + 1] = 0x7ff80000;
    }
    this.take(words, count * 2);
  }

  private whole(values: ArrayLike<number>, rows: Int32Array, count: number): void {
    if (this.reel.length < count) this.reel = new Float64Array(count);
    const words = new Int32Array(this.reel.buffer);
    for (let index = 0; index < count; index++) words[index] = values[rows[index]];
    this.take(words, count);
  }

  /** Takes many words, whole blocks at a time. */
  private take(words: Int32Array, count: number): void {
    let index = 0;
    for (; index < count && (this.words & 3) !== 0; index++) this.word(words[index]);
    for (; index + 3 < count; index += 4) {
      this.k1 = words[index];
      this.k2 = words[index + 1];
      this.k3 = words[index + 2];
      this.words += 4;
      this.block(words[index + 3]);
    }
    for (; index < count; index++) this.word(words[index]);
  }

  private block(k4: number): void {
    let { h1, h2, h3, h4 } = this;
    h1 ^= Math.imul(rotateLeft(Math.imul(this.k1, C1), 15), C2);
    h1 = (rotateLeft(h1, 19) + h2) | 0;
    h1 = (Math.imul(h1, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotateLeft(Math.imul(this.k2, C2), 16), C3);
    h2 = (rotateLeft(h2, 17) + h3) | 0;
    h2 = (Math.imul(h2, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotateLeft(Math.imul(this.k3, C3), 17), C4);
    h3 = (rotateLeft(h3, 15) + h4) | 0;
    h3 = (Math.imul(h3, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotateLeft(Math.imul(k4, C4), 18), C1);
    h4 = (rotateLeft(h4, 13) + h1) | 0;
    h4 = (Math.imul(h4, 5) + 0x32ac3b17) | 0;
    this.h1 = h1;
    this.h2 = h2;
    this.h3 = h3;
    this.h4 = h4;
  }

  /** The state as 32 hexadecimal digits; more words may follow. */
  hex(): string {
    let { h1, h2, h3, h4 } = this;
    const left = this.words & 3;
    if (left > 2) h3 ^= Math.imul(rotateLeft(Math.imul(this.k3, C3), 17), C4);
    if (left > 1) h2 ^= Math.imul(rotateLeft(Math.imul(this.k2, C2), 16), C3);
    if (left > 0) h1 ^= Math.imul(rotateLeft(Math.imul(this.k1, C1), 15), C2);
    const bytes = this.words * 4;
    h1 ^= bytes;
    h2 ^= bytes;
    h3 ^= bytes;
    h4 ^= bytes;
    h1 = (h1 + h2 + h3 + h4) | 0;
    h2 = (h2 + h1) | 0;
    h3 = (h3 + h1) | 0;
    h4 = (h4 + h1) | 0;
    h1 = finalise32(h1);
    h2 = finalise32(h2);
    h3 = finalise32(h3);
    h4 = finalise32(h4);
    h1 = (h1 + h2 + h3 + h4) | 0;
    return hex(h1) + hex(h2 + h1) + hex(h3 + h1) + hex(h4 + h1);
  }
}
