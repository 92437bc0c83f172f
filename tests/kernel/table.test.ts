import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Log } from "../../src/kernel/log.ts";
import { f64, follow, i32, rowOf, Table, u32, u8 } from "../../src/kernel/table.ts";

const schema = {
  age: i32("weeks", "A number that belongs to the agent."),
  weight: f64("share", "A fraction that belongs to the agent."),
  flag: u8("flag", "A byte that belongs to the agent."),
  twin: u32("key", "The agent's own key again."),
  friend: rowOf("agents", "Another agent."),
} as const;
type Agents = Table<typeof schema>;

const key = fc.integer({ min: 1, max: 0xffffffff });
const keys = fc.uniqueArray(key, { maxLength: 60 });

/** An agent whose columns tell which it is. */
function add(agents: Agents, own: number): number {
  const row = agents.add(own);
  agents.columns.age[row] = own | 0;
  agents.columns.weight[row] = own / 3;
  agents.columns.flag[row] = own & 255;
  agents.columns.twin[row] = own;
  return row;
}
const filled = (all: readonly number[]): Agents => {
  const agents = new Table("agents", schema, 0);
  for (const own of all) add(agents, own);
  return agents;
};
const rowsOf = (agents: Agents): readonly number[] => Array.from(agents.live.subarray(0, agents.liveCount));
const ascending = (all: readonly number[]): readonly number[] => [...all].sort((left, right) => left - right);

/** All that a phase can see of the living: in order, key, columns, and the friend's key. */
const observed = (agents: Agents): readonly unknown[] =>
  rowsOf(agents).map((row) => {
    const { age, weight, flag, twin, friend } = agents.columns;
    const other = friend[row] < 0 ? "nobody" : agents.keys[friend[row]];
    return [agents.keys[row], age[row], weight[row], flag[row], twin[row], other];
  });

describe("add", () => {
  test("in whatever order agents come, they are walked by ascending key, each with its own values", () => {
    fc.assert(
      fc.property(keys, (all) => {
        const expected = ascending(all).map((own) => [own, own | 0, own / 3, own & 255, own, "nobody"]);
        expect(observed(filled(all))).toEqual(expected);
      }),
    );
  });

  test("storage is by arrival, and rows do not move when a smaller key comes later", () => {
    const agents = filled([30, 10, 20]);
    expect([agents.add(5), agents.add(40)]).toEqual([3, 4]);
    expect(Array.from(agents.keys.subarray(0, 5))).toEqual([30, 10, 20, 5, 40]);
    expect(rowsOf(agents)).toEqual([3, 1, 2, 0, 4]);
  });

  test("a key that stands already is refused, first, last or between", () => {
    for (const own of [10, 20, 30]) {
      const agents = filled([30, 10, 20]);
      expect(() => agents.add(own)).toThrow(new RangeError(`agents: key ${own} stands twice`));
    }
  });

  test("a new row is nothing and refers to nobody, also where somebody stood before", () => {
    const agents = filled([1, 2, 3]);
    agents.columns.friend.fill(1, 0, 3);
    agents.sweep(Uint8Array.of(1, 1, 1));
    agents.compact();
    const row = agents.add(9);
    const { age, weight, flag, twin, friend } = agents.columns;
    expect([row, age[row], weight[row], flag[row], twin[row], friend[row]]).toEqual([0, 0, 0, 0, 0, -1]);
  });

  test("grows as it must and keeps everything", () => {
    const all = Array.from({ length: 5000 }, (_, index) => index + 1);
    const agents = filled(all);
    expect([agents.rows, agents.liveCount]).toEqual([5000, 5000]);
    expect(observed(agents)[4321]).toEqual([4322, 4322, 4322 / 3, 4322 & 255, 4322, "nobody"]);
    expect(agents.columns.friend[agents.columns.friend.length - 1]).toBe(-1);
  });

  test("hasLive knows the living and nobody else", () => {
    fc.assert(
      fc.property(keys, key, fc.func(fc.boolean()), (all, asked, goes) => {
        const agents = filled(all);
        agents.sweep(Uint8Array.from(all, (own) => (goes(own) ? 1 : 0)));
        const left = all.filter((own) => !goes(own));
        for (const own of [...all, asked]) expect(agents.hasLive(own)).toBe(left.includes(own));
      }),
    );
  });
});

describe("sweep and compact", () => {
  test("sweep drops whom it is told, keeps the order of the rest, and rows stay where they are", () => {
    fc.assert(
      fc.property(keys, fc.func(fc.boolean()), (all, goes) => {
        const agents = filled(all);
        agents.sweep(Uint8Array.from(all, (own) => (goes(own) ? 1 : 0)));
        expect(rowsOf(agents).map((row) => agents.keys[row])).toEqual(ascending(all.filter((own) => !goes(own))));
        expect(rowsOf(agents).every((row) => all[row] === agents.keys[row])).toBe(true);
        expect(agents.rows).toBe(all.length);
      }),
    );
  });

  test("compact and follow change nothing that anybody can observe", () => {
    const choices = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(keys, fc.func(fc.boolean()), choices, keys, (all, goes, picks, newcomers) => {
        const agents = filled(all);
        agents.sweep(Uint8Array.from(all, (own) => (goes(own) ? 1 : 0)));
        const rows = rowsOf(agents);
        // Friends among the living, or nobody; the last column of somebody else's table refers here too.
        rows.forEach((row, index) => {
          agents.columns.friend[row] = picks[index] % 3 === 0 ? -1 : rows[picks[index] % rows.length];
        });
        const elsewhere = Int32Array.from(rows, (_, index) => rows[picks[index] % rows.length]);
        const seen = observed(agents);
        const pointed = Array.from(elsewhere, (row) => agents.keys[row]);

        const moved = agents.compact();
        follow(agents.columns.friend, agents.rows, moved);
        follow(elsewhere, elsewhere.length, moved);
        expect(observed(agents)).toEqual(seen);
        expect(Array.from(elsewhere, (row) => agents.keys[row])).toEqual(pointed);
        expect(rowsOf(agents)).toEqual(rows.map((_, index) => index));
        expect(agents.rows).toBe(rows.length);
        for (const [before, after] of moved.entries()) {
          expect(after >= 0 ? agents.keys[after] : "gone").toBe(rows.includes(before) ? all[before] : "gone");
        }

        const fresh = newcomers.filter((own) => !agents.hasLive(own));
        for (const own of fresh) add(agents, own);
        const known = new Set(fresh);
        expect(observed(agents).filter((each) => !known.has((each as number[])[0]))).toEqual(seen);
      }),
    );
  });

  test("a reference to one who has gone becomes one to nobody", () => {
    const references = Int32Array.of(0, 1, -1, 2);
    follow(references, 4, Int32Array.of(-1, 0, 1));
    expect(Array.from(references)).toEqual([-1, 0, -1, 1]);
  });
});

describe("a log", () => {
  test("keeps every record in the order in which it came, past any capacity", () => {
    const log = new Log({ what: u8("code", "A code."), amount: f64("pence", "An amount.") } as const);
    for (let index = 0; index < 3000; index++) {
      const at = log.append();
      expect(at).toBe(index);
      log.columns.what[at] = index % 7;
      log.columns.amount[at] = index / 4;
    }
    expect(log.count).toBe(3000);
    for (const index of [0, 1023, 1024, 2047, 2048, 2999]) {
      expect([log.columns.what[index], log.columns.amount[index]]).toEqual([index % 7, index / 4]);
    }
    const at = log.append();
    expect([log.columns.what[at], log.columns.amount[at]]).toEqual([0, 0]);
  });
});
