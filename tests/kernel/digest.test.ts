import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Digest } from "../../src/kernel/digest.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });

function digestOf(feed: (digest: Digest) => void, seed = 0): string {
  const digest = new Digest(seed);
  feed(digest);
  return digest.hex();
}
const ofWords = (words: readonly number[], seed = 0): string =>
  digestOf((digest) => words.forEach((each) => digest.word(each)), seed);
const ofNumbers = (numbers: readonly number[]): string =>
  digestOf((digest) => numbers.forEach((each) => digest.number(each)));

describe("known answers", () => {
  // MurmurHash3_x86_128 by a separate Python implementation that gives SMHasher's verification value, 0xB3ECE62A.
  // Input: as many words as the row says, the first 0x9e3779b9, each the one before plus 0x9e3779b9.
  test.each([
    [0, "00000000000000000000000000000000", "af6d2cb695c80cba95c80cba95c80cba"],
    [1, "a6f7d9474ad6bbda4ad6bbda4ad6bbda", "f4d691204284f2584284f2584284f258"],
    [2, "cef6857d777182e492f2288692f22886", "333ff1aed88c68e788135fb388135fb3"],
    [3, "3a6ccc3159d15b15f87b68955b19cc8d", "346f7651c11f68c7c7adcbecca44e4c5"],
    [4, "46a477970ec6d72ab95a4663413d1e51", "a03d48274a84e0da76d1c79d630adce3"],
    [5, "eaaa9983bb4d8c9c4c21411acbe17e0c", "6f436df05589cd9b8495156a61eec0be"],
    [8, "c0e596ccf729eced0c720908054c224b", "0f65f60d652fca838f34a1162e68d7e2"],
    [16, "ac30059013ba0f23ee7a9cfd49485c91", "0b7d9aff2f74fc341d313b455b81ecb0"],
  ])("of %i words under seeds 0 and 42", (count, under0, under42) => {
    const words = Array.from({ length: count }, (_, index) => Math.imul(0x9e3779b9, index + 1));
    expect(ofWords(words)).toBe(under0);
    expect(ofWords(words, 42)).toBe(under42);
  });
});

describe("what goes in", () => {
  test("reading the state does not end it, and reading it twice gives it twice", () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (first, second) => {
        const digest = new Digest();
        first.forEach((each) => digest.word(each));
        expect(digest.hex()).toBe(ofWords(first));
        expect(digest.hex()).toBe(ofWords(first));
        second.forEach((each) => digest.word(each));
        expect(digest.hex()).toBe(ofWords([...first, ...second]));
      }),
    );
  });

  test("signed and unsigned words are one", () => {
    fc.assert(fc.property(word, (each) => ofWords([each]) === ofWords([each | 0])));
  });

  test("order, length and every bit matter", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), fc.nat(31), fc.nat(), (words, bit, place) => {
        const at = place % words.length;
        const flipped = words.map((each, index) => (index === at ? (each ^ (1 << bit)) >>> 0 : each));
        expect(ofWords(flipped)).not.toBe(ofWords(words));
        expect(ofWords([...words, 0])).not.toBe(ofWords(words));
        const turned = [...words].reverse();
        expect(ofWords(turned) === ofWords(words)).toBe(turned.join() === words.join());
      }),
    );
  });

  test("100,000 states of two small numbers have 100,000 digests", () => {
    const seen = new Set<string>();
    for (let left = 0; left < 1000; left++) {
      for (let right = 0; right < 100; right++) seen.add(ofWords([left, right]));
    }
    expect(seen.size).toBe(100_000);
  });
});

describe("numbers", () => {
  test("go in by their bits, low word first", () => {
    expect(ofNumbers([1])).toBe(ofWords([0, 0x3ff00000]));
    expect(ofNumbers([0.1])).toBe(ofWords([0x9999999a, 0x3fb99999]));
    expect(ofNumbers([-2])).toBe(ofWords([0, 0xc0000000]));
  });

  test("-0 is 0, and all that is not a number is one", () => {
    expect(ofNumbers([-0])).toBe(ofNumbers([0]));
    const odd = new Float64Array(new Uint32Array([1, 0xfff80000]).buffer);
    expect(ofNumbers([odd[0]])).toBe(ofNumbers([Number.NaN]));
    expect(ofNumbers([Number.NaN])).not.toBe(ofNumbers([Infinity]));
  });

  test("numbers that differ in the last bit have digests that differ", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (left, right) => {
        // Strict equality counts -0 and 0 as one, and so does the digest.
        expect(ofNumbers([left]) === ofNumbers([right])).toBe(left === right);
      }),
    );
    expect(ofNumbers([0.1 + 0.2])).not.toBe(ofNumbers([0.3]));
  });
});

describe("texts and columns", () => {
  const ofTexts = (...texts: string[]): string => digestOf((digest) => texts.forEach((each) => digest.text(each)));

  test("texts that run together differently are different", () => {
    expect(ofTexts("ab", "c")).not.toBe(ofTexts("a", "bc"));
    expect(ofTexts("")).not.toBe(ofTexts());
    expect(ofTexts("é")).toBe(ofWords([1, 0xe9]));
  });

  test("a column goes in row by row in the order given, whatever its type", () => {
    const rows = Int32Array.of(2, 0);
    const ofColumn = (values: Parameters<Digest["column"]>[0]): string =>
      digestOf((digest) => digest.column(values, rows, 2));
    expect(ofColumn(Int32Array.of(5, 6, -7))).toBe(ofWords([-7, 5]));
    expect(ofColumn(Uint8Array.of(5, 6, 7))).toBe(ofWords([7, 5]));
    expect(ofColumn(Float64Array.of(0.5, 6, 7.25))).toBe(ofNumbers([7.25, 0.5]));
    expect(digestOf((digest) => digest.column(Int32Array.of(1, 2, 3), rows, 1))).toBe(ofWords([3]));
  });
});
