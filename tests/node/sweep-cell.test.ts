/** A cell holds what was put into it, the same bytes each time, and nothing that was changed afterwards. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../src/node/sweep/cells-of.ts";
import { packCell, unpackCell } from "../../src/node/sweep/cell.ts";
import { isInSlice, sliceOf, sliceThere } from "../../src/node/sweep/slice.ts";
import type { RunResult } from "../../src/simulation/result.ts";

const series = (length: number) =>
  fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,8}$/),
    fc
      .array(fc.double({ noDefaultInfinity: true }), { minLength: length, maxLength: length })
      .map((values) => Float64Array.from(values)),
    { maxKeys: 6 },
  );

const runs = fc.record({ weekly: series(7), yearly: series(2), digest: fc.stringMatching(/^[0-9a-f]{32}$/) });

const runOf = (parts: Pick<RunResult, "weekly" | "yearly" | "digest">): RunResult =>
  ({
    ...parts,
    scenarioHash: "ab".repeat(32),
    seed: "7",
    weeks: 7,
    years: ["2010-11", "2011-12"],
    warnings: ["£"],
  }) as never;

const plain = (values: Readonly<Record<string, Float64Array>>): Record<string, number[]> =>
  Object.fromEntries(Object.entries(values).map(([key, each]) => [key, Array.from(each, (value) => value + 0)]));

describe("a cell", () => {
  it("gives back every figure, NaN too, and says no minus zero", () => {
    fc.assert(
      fc.property(runs, (parts) => {
        const keys = Object.keys(parts.weekly);
        const packed = packCell(runOf(parts), "1+a", keys);
        const cell = unpackCell(Buffer.from(packed.bytes), true);
        expect(cell).toMatchObject({ seed: "7", engineVersion: "1+a", digest: parts.digest, content: packed.content });
        expect(plain(cell?.weekly ?? {})).toEqual(plain(parts.weekly));
        expect(plain(cell?.yearly ?? {})).toEqual(plain(parts.yearly));
        expect(unpackCell(Buffer.from(packed.bytes), false)?.yearly).toEqual(cell?.yearly);
        expect(packCell(runOf(parts), "1+a", keys).bytes).toEqual(packed.bytes);
      }),
    );
  });

  it("is nothing once any byte of it is changed or cut off", () => {
    const weekly = { "a.b": Float64Array.of(1, 2, 3, 4, 5, 6, Number.NaN) };
    const run = runOf({ weekly, yearly: { "a.b": Float64Array.of(10.5, -1) }, digest: "0" });
    const bytes = Buffer.from(packCell(run, "1+a", ["a.b"]).bytes);
    const whole = unpackCell(bytes, true);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] ^= change;
        const found = unpackCell(changed, true);
        // A few bits of packed data mean the same either way; a cell that is read must say the same.
        if (found !== undefined) expect(found).toEqual(whole);
        expect(unpackCell(bytes.subarray(0, at), true)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe("slices", () => {
  const plan = (arms: number, seeds: number) => ({
    arms: Array.from({ length: arms }, (_, index) => ({
      index,
      label: "",
      settings: {},
      changes: {},
      scenarioHash: `hash ${index % 5}`,
    })),
    seeds: Array.from({ length: seeds }, (_, index) => String(index + 1)),
  });

  it("hold every cell exactly once between them, and each is balanced to one run", () => {
    const sizes = [
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 9 }),
    ] as const;
    fc.assert(
      fc.property(...sizes, (arms, seeds, parts) => {
        const names = (text: string): string[] =>
          cellsOf(plan(arms, seeds), sliceOf(text)).map(({ scenarioHash, seed }) => `${scenarioHash} ${seed}`);
        const all = names("1/1");
        expect(all).toHaveLength(Math.min(5, arms) * seeds);
        const slices = Array.from({ length: parts }, (_, part) => names(`${part + 1}/${parts}`));
        expect(slices.flat().sort()).toEqual([...all].sort());
        const lengths = slices.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("are known again by the runs that are there, if two or more are", () => {
    const cells = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 9 }), fc.nat(), fc.nat(), (many, parts, which, other) => {
        const slice = { part: (which % parts) + 1, parts };
        const there = Array.from({ length: many }, (_, place) => isInSlice(place, slice));
        const count = there.filter(Boolean).length;
        expect(sliceThere(there)).toEqual(count < 2 ? undefined : slice);
        // A run more or less, and it is the slice no longer; of three or more, for fewer may be another.
        const changed = there.map((is, place) => (place === other % many ? !is : is));
        if (count > 3) expect(sliceThere(changed)).not.toEqual(slice);
      }),
    );
    expect(sliceThere([true, true, true])).toBeUndefined();
    expect(sliceThere([])).toBeUndefined();
  });

  it("run every arm of one seed before the next seed", () => {
    const seeds = cellsOf(plan(3, 2)).map(({ seed }) => seed);
    expect(seeds).toEqual(["1", "1", "1", "2", "2", "2"]);
  });

  it.each(["0/3", "4/3", "3", "a/b", "1/0", "1.5/2"])("are not %s", (text) => {
    expect(() => sliceOf(text)).toThrow(/is not a slice/);
  });
});
