import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Draws } from "../../src/kernel/draws.ts";
import { Ledger } from "../../src/kernel/ledger.ts";
import { Scratch } from "../../src/kernel/scratch.ts";
import { capture, restore } from "../../src/kernel/state.ts";
import { f64, Table } from "../../src/kernel/table.ts";

/** Plain data as a world holds it: numbers, texts, typed arrays, lists and nestings of them. */
const leaf = fc.oneof(
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.double(), { maxLength: 5 }).map((values) => Float64Array.from(values)),
  fc.array(fc.integer(), { maxLength: 5 }).map((values) => Int32Array.from(values)),
  fc.array(fc.nat(255), { maxLength: 5 }).map((values) => Uint8Array.from(values)),
);
const name = fc.stringMatching(/^[a-z]{1,6}$/);
const bag = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(name, leaf)));

describe("capture and restore", () => {
  test("what is put back equals what was taken out", () => {
    fc.assert(
      fc.property(bag, (data) => {
        const state = capture(data);
        expect(state).toEqual(data);
        const target: Record<string, unknown> = {};
        restore(target, state);
        expect(target).toEqual({ ...data });
      }),
    );
  });

  test("a capture is a copy: what happens later on either side does not reach the other", () => {
    const data = { numbers: Float64Array.of(1, 2), list: [1, { deep: 3 }], inner: { count: 4 } };
    const state = capture(data);
    data.numbers[0] = 9;
    data.list[0] = 9;
    data.inner.count = 9;
    expect(state).toEqual({ numbers: Float64Array.of(1, 2), list: [1, { deep: 3 }], inner: { count: 4 } });
    restore(data, state);
    data.numbers[1] = 8;
    expect(capture(state)).toEqual({ numbers: Float64Array.of(1, 2), list: [1, { deep: 3 }], inner: { count: 4 } });
  });

  test("types of arrays and odd numbers survive", () => {
    const data = { odd: Float64Array.of(Number.NaN, -0, Infinity), keys: Uint32Array.of(0xffffffff) };
    const copy = capture(data) as typeof data;
    expect(Object.is(copy.odd[1], -0)).toBe(true);
    expect(copy.keys).toBeInstanceOf(Uint32Array);
  });

  test("a table and a ledger go on from where they were put back, and keep their methods", () => {
    const schema = { amount: f64("pence", "An amount.") } as const;
    const world = { table: new Table("agents", schema, 0), ledger: new Ledger(["fee"], 1, undefined, 0), week: 3 };
    const act = (): void => {
      for (let index = 0; index < 100; index++) {
        const row = world.table.add(world.table.rows + 1);
        world.table.columns.amount[row] = index / 8;
        world.ledger.transfer(world.ledger.open(1), 0, index, 0);
      }
      world.week += 1;
    };
    world.ledger.open(0);
    act();
    const state = capture(world);
    act();
    const once = capture(world);
    restore(world, state);
    expect([world.table.rows, world.ledger.accounts, world.week]).toEqual([100, 101, 4]);
    act();
    expect(capture(world)).toEqual(once);
    world.ledger.check();
  });

  test("draws are put aside with their week", () => {
    const draws = new Draws(Int32Array.of(1, 2, 3, 4), 5, new Int32Array(2)).at(7);
    const before = draws.bits(77);
    const state = capture(draws);
    expect(draws.at(8).bits(77)).not.toBe(before);
    restore(draws, state);
    expect(draws.bits(77)).toBe(before);
  });
});

describe("scratch", () => {
  test("gives at least as many zeros as asked for, whatever was left in them", () => {
    const scratch = new Scratch();
    fc.assert(
      fc.property(fc.constantFrom("a", "b"), fc.nat(500), (label, length) => {
        const arrays = [scratch.floats(label, length), scratch.ints(label, length), scratch.bytes(label, length)];
        for (const array of arrays) {
          expect(array.length).toBeGreaterThanOrEqual(length);
          expect(array.subarray(0, length).every((each) => each === 0)).toBe(true);
          array.fill(7);
        }
      }),
    );
  });

  test("one name is one array while it is long enough, and names and types do not share", () => {
    const scratch = new Scratch();
    const first = scratch.floats("queue", 100);
    expect(scratch.floats("queue", 100)).toBe(first);
    expect(scratch.floats("queue", 20)).toBe(first);
    expect(scratch.floats("other", 20)).not.toBe(first);
    expect(scratch.ints("queue", 20)).toBeInstanceOf(Int32Array);
    expect(scratch.bytes("queue", 20)).toBeInstanceOf(Uint8Array);
    expect(scratch.floats("queue", 1000)).not.toBe(first);
  });
});
