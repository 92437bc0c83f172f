import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderedSeeds, seedsText } from "../../src/node/seeds.ts";

describe("seeds", () => {
  it("stand in numeric order, then names by code unit, each once", () => {
    expect(orderedSeeds(["b", "10", "9", "a", "1", "B", "9", "07"])).toEqual(["1", "9", "10", "07", "B", "a", "b"]);
  });

  it.each([
    [["1", "2", "3", "4"], "1-4"],
    [["1", "2"], "1,2"],
    [["7"], "7"],
    [["3", "1", "2", "7", "pilot-3"], "1-3,7,pilot-3"],
    [["9007199254740990", "9007199254740991"], "9007199254740990,9007199254740991"],
  ])("%j is written %s", (seeds, text) => {
    expect(seedsText(seeds)).toBe(text);
  });

  it("are written so that every whole number reads back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
        const seeds = orderedSeeds(numbers.map(String));
        const back = seedsText(seeds)
          .split(",")
          .flatMap((part) => {
            const [first, last = first] = part.split("-").map(Number);
            return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
          });
        expect(back).toEqual(seeds);
      }),
    );
  });
});
