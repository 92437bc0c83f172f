import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { founderKey, laterKey, MAX_CAUSE, MAX_ORDINAL, MAX_WEEK } from "../../src/kernel/keys.ts";
import { orderQueue } from "../../src/kernel/ordering.ts";

const later = fc.record({
  week: fc.integer({ min: 0, max: MAX_WEEK }),
  cause: fc.integer({ min: 0, max: MAX_CAUSE }),
  ordinal: fc.integer({ min: 0, max: MAX_ORDINAL }),
});

describe("keys", () => {
  test("founders are numbered from one: nobody has key 0", () => {
    expect([founderKey(0), founderKey(1), founderKey(2_147_483_646)]).toEqual([1, 2, 0x7fffffff]);
  });

  test("whoever comes later has a greater key: by week, then cause, then ordinal", () => {
    fc.assert(
      fc.property(later, later, (left, right) => {
        const keyOf = ({ week, cause, ordinal }: typeof left): number => laterKey(week, cause, ordinal);
        const order = left.week - right.week || left.cause - right.cause || left.ordinal - right.ordinal;
        expect(Math.sign(keyOf(left) - keyOf(right))).toBe(Math.sign(order));
        expect(keyOf(left)).toBeGreaterThan(founderKey(2_147_483_646));
      }),
    );
  });

  test("are whole numbers of 32 bits", () => {
    expect(laterKey(0, 0, 0)).toBe(2 ** 31);
    expect(laterKey(MAX_WEEK, MAX_CAUSE, MAX_ORDINAL)).toBe(2 ** 32 - 1);
    expect(laterKey(1, 2, 3)).toBe(2 ** 31 + 2 ** 19 + 2 * 2 ** 16 + 3);
  });

  test.each([
    [MAX_WEEK + 1, 0, 0],
    [0, MAX_CAUSE + 1, 0],
    [0, 0, MAX_ORDINAL + 1],
  ])("week %i, cause %i, ordinal %i are more than a key can say", (week, cause, ordinal) => {
    expect(() => laterKey(week, cause, ordinal)).toThrow(
      new RangeError(`no agent key for week ${week}, cause ${cause}, ordinal ${ordinal}`),
    );
  });

  test("the longest run a scenario can ask for fits: 520 weeks before and 2,600 recorded", () => {
    expect(MAX_WEEK).toBeGreaterThanOrEqual(520 + 2600 - 1);
  });
});

describe("queues", () => {
  const agent = fc.record({ urgency: fc.nat(3), lot: fc.nat(2) });

  test("are ordered by urgency, ties by lot, ties of the lot by key, wherever rows are stored", () => {
    fc.assert(
      fc.property(fc.array(agent, { maxLength: 30 }), fc.func(fc.nat()), (agents, shuffle) => {
        const primary = Float64Array.from(agents, ({ urgency }) => urgency);
        const lot = Float64Array.from(agents, (each) => each.lot);
        const keys = Uint32Array.from(agents, (_, row) => 1000 - row);
        const rows = agents.map((_, row) => row);
        const sorted = (queue: Int32Array): readonly number[] => {
          orderQueue(queue, rows.length, primary, lot, keys);
          return Array.from(queue.subarray(0, rows.length));
        };
        const order = sorted(Int32Array.from(rows));
        expect(sorted(Int32Array.from(rows.sort((left, right) => shuffle(left) - shuffle(right))))).toEqual(order);
        expect(new Set(order).size).toBe(agents.length);
        order.slice(1).forEach((row, index) => {
          const before = order[index];
          const by = primary[row] - primary[before] || lot[row] - lot[before] || keys[row] - keys[before];
          expect(by).toBeGreaterThan(0);
        });
      }),
    );
  });

  test("what stands behind the count stays as it is", () => {
    const queue = Int32Array.of(2, 1, 0, 77);
    orderQueue(queue, 3, Float64Array.of(0, 1, 2), new Float64Array(3), Uint32Array.of(1, 2, 3));
    expect(Array.from(queue)).toEqual([0, 1, 2, 77]);
  });
});
