import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draws, finalise32, nameWord, openDraws, runKey, threefry2x32 } from "../../src/kernel/draws.ts";
import { LASTING_STREAMS, STREAMS } from "../../src/model/world/streams.ts";

const seedText = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
const word = fc.integer({ min: 0, max: 0xffffffff });

describe("threefry2x32", () => {
  // Random123's known answers for twenty rounds: key, counter, result.
  test.each([
    [0x00000000, 0x00000000, 0x00000000, 0x00000000, "6b200159 99ba4efe"],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, "1cb996fc bb002be7"],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, "c4923a9c 483df7a0"],
  ])("key %i %i, counter %i %i", (key0, key1, counter0, counter1, expected) => {
    const out = new Int32Array(2);
    threefry2x32(key0 | 0, key1 | 0, counter0 | 0, counter1 | 0, out);
    expect(Array.from(out, (each) => (each >>> 0).toString(16).padStart(8, "0")).join(" ")).toBe(expected);
  });
});

describe("finalise32", () => {
  // From an independent implementation of MurmurHash3's finaliser.
  test.each([
    [0, 0],
    [1, 0x514e28b7],
    [2, 0x30f4c306],
    [0x12345678, 0xe37cd1bc],
    [0xdeadbeef, 0x0de5c6a9],
    [0xffffffff, 0x81f16f39],
  ])("of %i is %i", (from, to) => {
    expect(finalise32(from) >>> 0).toBe(to);
  });

  test("takes signed and unsigned words alike", () => {
    fc.assert(fc.property(word, (each) => finalise32(each) === finalise32(each | 0)));
  });

  test("can be undone: no two words give one", () => {
    /** Each step of the finaliser backwards: odd multipliers have inverses, and a shift of 16 or 13 undoes itself. */
    const undo = (mixed: number): number => {
      let back = mixed ^ (mixed >>> 16);
      back = Math.imul(back, 0x7ed1b41d);
      back = back ^ (back >>> 13) ^ (back >>> 26);
      back = Math.imul(back, 0xa5cb9243);
      return (back ^ (back >>> 16)) >>> 0;
    };
    fc.assert(fc.property(word, (each) => undo(finalise32(each)) === each));
  });
});

describe("seeds", () => {
  test("a number and its text are one seed, and a seed is the same each time", () => {
    expect(runKey(String(7))).toEqual(runKey("7"));
    fc.assert(fc.property(seedText, (seed) => runKey(seed).join() === runKey(seed).join()));
  });

  test.each(["", " ", "7 ", "seven seven", "a".repeat(65), "é", "1\n", "\0", "a/b", "🌧", "$1"])(
    "%j is refused",
    (seed) => {
      expect(() => runKey(seed)).toThrow(RangeError);
      expect(() => runKey(seed)).toThrow(
        `seed ${JSON.stringify(seed)}: a seed is 1 to 64 letters, digits, dots, dashes or underscores`,
      );
    },
  );

  test("texts that one stream of seedrandom would share have keys of their own", () => {
    expect(runKey("1")).not.toEqual(runKey("11"));
    expect(runKey("ab")).not.toEqual(runKey("abab"));
    expect(runKey("a")).not.toEqual(runKey("A"));
  });

  test("100,000 seeds have 100,000 keys, even by the half that makes the counter's key", () => {
    const whole = new Set<string>();
    const half = new Set<string>();
    for (let seed = 0; seed < 100_000; seed++) {
      const key = runKey(String(seed));
      whole.add(key.join());
      half.add(`${key[0]},${key[1]}`);
    }
    expect([whole.size, half.size]).toEqual([100_000, 100_000]);
  });
});

describe("processes", () => {
  test("have names of the form phase.decision, each once, and 32-bit words that differ", () => {
    expect(STREAMS.filter((name) => !/^[a-z]+\.[a-zA-Z]+$/.test(name))).toEqual([]);
    expect(new Set(STREAMS).size).toBe(STREAMS.length);
    expect(new Set(STREAMS.map(nameWord)).size).toBe(STREAMS.length);
    expect(LASTING_STREAMS.filter((name) => !STREAMS.includes(name))).toEqual([]);
  });

  test("nameWord is FNV-1a", () => {
    // The empty text, "a" and "foobar" as published with the function.
    expect(["", "a", "foobar"].map((text) => nameWord(text) >>> 0)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  test("one process more, and another order, change nobody's luck", () => {
    const few = openDraws("1", ["needs.exit", "labour.quit"]);
    const many = openDraws("1", ["labour.quit", "a.new", "needs.exit"]);
    const samples = (draws: Draws): number[] => [1, 2, 3].map((agent) => draws.at(40).bits(agent));
    expect(samples(few["needs.exit"])).toEqual(samples(many["needs.exit"]));
    expect(samples(few["labour.quit"])).toEqual(samples(many["labour.quit"]));
  });
});

describe("draws", () => {
  test("are a function: what was asked before, of whom and in which week, does not matter", () => {
    const asked = openDraws("1", ["needs.exit", "labour.quit"]);
    const fresh = (week: number, agent: number, n: number): number =>
      openDraws("1", ["needs.exit"])["needs.exit"].at(week).uniform(agent, n);
    const question = fc.tuple(fc.integer({ min: 0, max: 4095 }), word, fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 20 }), (questions) => {
        for (const [week, agent, n] of questions) {
          asked["labour.quit"].at(week).uniform(agent, n);
          expect(asked["needs.exit"].at(week).uniform(agent, n)).toBe(fresh(week, agent, n));
        }
      }),
    );
  });

  test("uniforms lie inside (0, 1) and are the bits on a grid", () => {
    const draws = openDraws("1", ["needs.exit"])["needs.exit"].at(3);
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 1000 }), (agent, n) => {
        const u = draws.uniform(agent, n);
        expect(u).toBe((draws.bits(agent, n) + 0.5) / 4294967296);
        expect(u > 0 && u < 1).toBe(true);
        expect(draws.uniform(agent | 0, n)).toBe(u);
      }),
    );
  });

  test("for one process, week and draw number no two agents draw the same", () => {
    const draws = openDraws("1", ["needs.exit"])["needs.exit"].at(3);
    const seen = new Set(Array.from({ length: 100_000 }, (_, agent) => draws.bits(agent)));
    expect(seen.size).toBe(100_000);
  });

  // Whoever changes a number here changes everybody's luck: a decision, with a line in the changelog.
  test.each([
    ["needs.exit", 0, 1, 0, 2936127414],
    ["needs.exit", 0, 1, 1, 2051487617],
    ["needs.exit", 0, 2, 0, 1465465657],
    ["needs.exit", 1, 1, 0, 2173873637],
    ["needs.exit", 521, 0x80000000, 0, 250145705],
    ["needs.exit", 521, 0xffffffff, 17, 2397144040],
    ["founding.person", 0, 1, 0, 891735975],
    ["founding.person", 0, 1, 1, 3095224525],
    ["founding.person", 521, 0xffffffff, 17, 3780022448],
    ["labour.quit", 0, 1, 0, 505692817],
    ["labour.quit", 1, 1, 0, 953440089],
  ] as const)("seed 1, %s, week %i, agent %i, draw %i: %i", (name, week, agent, n, bits) => {
    expect(openDraws("1", [name])[name].at(week).bits(agent, n)).toBe(bits);
  });

  test("the keys of three runs", () => {
    const shown = (seed: string): string => Array.from(runKey(seed), (each) => (each >>> 0).toString(16)).join(" ");
    expect(shown("1")).toBe("4636fbb9 aa47fe5 eb06e56e 2548324");
    expect(shown("11")).toBe("689741e1 3a15e69b fd08a282 d23a6f1a");
    expect(shown("lucky-7")).toBe("90465a45 fe0c63d3 19f7dc94 5549861");
  });
});
