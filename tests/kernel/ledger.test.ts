import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant, invariant } from "../../src/kernel/invariant.ts";
import { Ledger } from "../../src/kernel/ledger.ts";

const PURPOSES = ["fee", "pay", "tax"] as const;
const open = (unit = 1): Ledger => new Ledger(PURPOSES, unit, undefined, 4);
const broken = (run: () => void): BrokenInvariant => {
  try {
    run();
  } catch (error) {
    if (error instanceof BrokenInvariant) return error;
  }
  throw new Error("no law broke");
};
const sumOf = (ledger: Ledger): number =>
  ledger.balances.subarray(0, ledger.accounts).reduce((sum, each) => sum + each, 0);

describe("transfers", () => {
  const transfer = fc.record({
    from: fc.nat(9),
    to: fc.nat(9),
    pence: fc.integer({ min: 0, max: 100_000_000 }),
    purpose: fc.nat(PURPOSES.length - 1),
  });

  test("what one account loses another gains: the sum stays nothing, totals and journal agree", () => {
    fc.assert(
      fc.property(fc.array(transfer, { maxLength: 60 }), (transfers) => {
        const heard: number[][] = [];
        const journal = { transfer: (...each: number[]) => void heard.push(each) };
        const ledger = new Ledger(PURPOSES, 1, journal, 0);
        for (let account = 0; account < 10; account++) ledger.open(account % 3);
        const expected = new Float64Array(10);
        const byPurpose = new Float64Array(PURPOSES.length);
        transfers.forEach(({ from, to, pence, purpose }, week) => {
          ledger.week = week;
          ledger.transfer(from, to, pence, purpose);
          expected[from] -= pence;
          expected[to] += pence;
          byPurpose[purpose] += pence;
          ledger.check();
        });
        expect(Array.from(ledger.balances.subarray(0, 10))).toEqual(Array.from(expected));
        expect(ledger.moved).toEqual(byPurpose);
        const moving = transfers.map((each, week) => ({ ...each, week })).filter(({ pence }) => pence > 0);
        expect(heard).toEqual(moving.map(({ week, from, to, pence, purpose }) => [week, from, to, pence, purpose]));
      }),
    );
  });

  test("money that passes through an account is two transfers, and nothing stays", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (pence) => {
        const [passed, moved] = [[] as number[][], [] as number[][]];
        const one = new Ledger(PURPOSES, 1, { transfer: (...each) => void passed.push(each) }, 0);
        const two = new Ledger(PURPOSES, 1, { transfer: (...each) => void moved.push(each) }, 0);
        for (const ledger of [one, two]) for (let account = 0; account < 3; account++) ledger.open(0);
        one.pass(0, 1, 2, pence, 0, 1);
        two.transfer(0, 1, pence, 0);
        two.transfer(1, 2, pence, 1);
        expect(passed).toEqual(moved);
        expect([one.balances, one.moved]).toEqual([two.balances, two.moved]);
      }),
    );
    const ledger = open();
    for (const bad of [-1, 0.5, Number.NaN]) {
      expect(broken(() => ledger.pass(0, 1, 2, bad, 1, 0)).message).toContain(`a transfer of ${bad} pence for pay`);
    }
  });

  test.each([-1, 0.5, 1e-9, -0.1, Number.NaN, -Infinity])("of %f pence stops the run", (pence) => {
    const ledger = open();
    const [from, to] = [ledger.open(0), ledger.open(0)];
    ledger.week = 12;
    const found = broken(() => ledger.transfer(from, to, pence, 1));
    expect([found.law, found.week]).toEqual(["E1", 12]);
    expect(found.message).toContain(`a transfer of ${pence} pence for pay`);
    expect(Array.from(ledger.balances.subarray(0, 2))).toEqual([0, 0]);
  });

  test("of an endless sum stops the run no later than the week's check", () => {
    const ledger = open();
    const [from, to] = [ledger.open(0), ledger.open(0)];
    const found = broken(() => {
      ledger.transfer(from, to, Infinity, 0);
      ledger.check();
    });
    expect(found.law).toBe("E1");
  });

  test("of nothing leaves no trace, -0 included", () => {
    const ledger = open();
    const [from, to] = [ledger.open(0), ledger.open(0)];
    ledger.transfer(from, to, -0, 0);
    expect([Object.is(ledger.balances[from], 0), Object.is(ledger.balances[to], 0)]).toEqual([true, true]);
  });

  test("are rounded by the one rule, to the ledger's unit", () => {
    expect([0.5, 1.49, 2.5].map((pence) => open().round(pence))).toEqual([1, 1, 3]);
    expect([2, 5.9, 6].map((pence) => open(4).round(pence))).toEqual([4, 4, 8]);
  });
});

describe("accounts", () => {
  test("open with nothing and their holder, more than there was room for", () => {
    const ledger = open();
    const accounts = Array.from({ length: 1000 }, (_, index) => ledger.open(index % 5));
    expect(accounts).toEqual(accounts.map((_, index) => index));
    ledger.transfer(999, 3, 70, 0);
    accounts.push(ledger.open(4));
    expect([ledger.accounts, ledger.balances[3], ledger.balances[999], ledger.balances[1000]]).toEqual([
      1001, 70, -70, 0,
    ]);
    expect(Array.from(ledger.holders.subarray(0, 7))).toEqual([0, 1, 2, 3, 4, 0, 1]);
  });

  test("close when nothing is left in them, and their numbers serve again, empty", () => {
    const ledger = open();
    const [keeper, first, second] = [ledger.open(1), ledger.open(2), ledger.open(3)];
    ledger.transfer(keeper, first, 5, 0);
    expect(broken(() => ledger.close(first)).message).toContain("an account closes with 5 pence in it");
    expect(broken(() => ledger.close(keeper)).message).toContain("an account closes with -5 pence in it");
    ledger.transfer(first, keeper, 5, 0);
    ledger.close(first);
    ledger.close(second);
    const again = [ledger.open(4), ledger.open(0)];
    expect(new Set(again)).toEqual(new Set([first, second]));
    expect(again.map((account) => ledger.balances[account])).toEqual([0, 0]);
    expect(again.map((account) => ledger.holders[account])).toEqual([4, 0]);
    expect(ledger.open(1)).toBe(3);
  });

  test("closed by the thousand, they all serve again once", () => {
    const ledger = open();
    for (let index = 0; index < 1500; index++) ledger.open(0);
    for (let account = 0; account < 1500; account++) ledger.close(account);
    const again = new Set(Array.from({ length: 1500 }, () => ledger.open(0)));
    expect([again.size, ledger.accounts, ledger.open(0)]).toEqual([1500, 1500, 1500]);
  });
});

describe("the weekly check", () => {
  test("finds a penny that was made from nothing, and one that vanished", () => {
    for (const penny of [1, -1]) {
      const ledger = open();
      ledger.open(0);
      ledger.week = 9;
      ledger.balances[0] += penny;
      const found = broken(() => ledger.check());
      expect([found.law, found.week, found.found]).toEqual(["E1", 9, `all accounts sum to ${penny} pence, not 0`]);
    }
  });

  test("stops before a balance is too large to be exact", () => {
    const ledger = open();
    const [from, to] = [ledger.open(0), ledger.open(0)];
    const quarter = Math.floor(Number.MAX_SAFE_INTEGER / 4);
    ledger.transfer(from, to, quarter, 0);
    ledger.check();
    ledger.transfer(from, to, 1, 0);
    expect(sumOf(ledger)).toBe(0);
    expect(broken(() => ledger.check()).law).toBe("A17");
  });
});

describe("a broken law", () => {
  test("names law, week and agent, and the agent only where there is one", () => {
    expect(new BrokenInvariant("E6", 31, 77, "too much came").message).toBe(
      "law E6 broke in week 31 for agent 77: too much came",
    );
    expect(new BrokenInvariant("E1", 31, 0, "a penny").message).toBe("law E1 broke in week 31: a penny");
    expect(broken(() => invariant(false, "E2", 3, 4, () => "found")).found).toBe("found");
  });

  test("costs nothing while it holds: the message is not made", () => {
    expect(() =>
      invariant(true, "E2", 3, 4, () => {
        throw new Error("made");
      }),
    ).not.toThrow();
  });
});
