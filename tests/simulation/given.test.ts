/** A run says at once what is wrong with what it is given, to those whose compiler does not. */
import { describe, expect, it } from "vitest";
import { always, cases, scenarioFrom, valueIn, withChange } from "../../src/testing/index.ts";
import { sharedWeeks, simulate, start, type ResolvedScenario } from "../../src/simulation/index.ts";
import fc from "fast-check";

const scenario = scenarioFrom(
  JSON.stringify({ format: 1, name: "given", weeks: 3, burnInWeeks: 1, set: { "size.scale": 0.01 } }),
);
const LEVER = "framework.feePassThrough";
const withValues = (values: Readonly<Record<string, unknown>>): unknown => ({
  ...scenario,
  values: { ...scenario.values, ...values },
});
const stepped = (...steps: readonly (readonly [string, unknown])[]): unknown =>
  withValues({ [LEVER]: steps.map(([from, value]) => ({ from, value })) });

const NO_SCENARIOS: readonly (readonly [string, unknown, string])[] = [
  ["nothing", undefined, "takes a resolved scenario, as resolve or resolveOrThrow gives it, not undefined"],
  ["a text", "format: 1", 'not "format: 1"'],
  ["what resolve answers", { ok: true, scenario }, "give its `scenario`, once `ok` is true"],
  [
    "weeks that are no number",
    { ...scenario, weeks: "3" },
    'weeks of the scenario must be a whole number from 1, not "3"',
  ],
  ["no weeks", { ...scenario, weeks: 0 }, "weeks of the scenario must be a whole number from 1, not 0"],
  [
    "less than no burn-in",
    { ...scenario, burnInWeeks: -1 },
    "burnInWeeks of the scenario must be a whole number from 0",
  ],
  ["a start that is no date", { ...scenario, start: "soon" }, 'must be a date such as "2010-04-05", not "soon"'],
  ["a lever that is not there", withValues({ "framework.feePassThru": [] }), `did you mean ${LEVER}?`],
  ["no value of a lever", withValues({ [LEVER]: [] }), `says nothing about ${LEVER}`],
  ["a number as a text", stepped(["", "1"]), `${LEVER} must be a number, not "1"`],
  ["a number that is none", stepped(["", Number.NaN]), `${LEVER} must be a number, not NaN`],
  [
    "a fraction of what is whole",
    withValues({ "framework.paymentWeeks": [{ from: "", value: 2.5 }] }),
    "framework.paymentWeeks must be a whole number, not 2.5",
  ],
  ["a date that is none", stepped(["", 1], ["2016", 0]), '"2016" is not a date such as 2016-04-01'],
  ["dates that go back", stepped(["", 1], ["2012-04-02", 0], ["2011-04-04", 1]), "dates must ascend"],
  [
    "a choice that is none",
    withValues({ "framework.contractForm": [{ from: "", value: "none" }] }),
    'one of "time and task"',
  ],
];

describe("a run", () => {
  it("goes on from a snapshot of its own seed alone", () => {
    const other = start(scenario, "2");
    other.step();
    const state = other.snapshot();
    const wrong = 'the snapshot is of a run under another seed than "1"';
    expect(() => start(scenario, "1", { from: state })).toThrow(wrong);
    expect(() => start(scenario, "1").restore(state)).toThrow(wrong);
    expect(() => start(scenario, "1", { from: {} })).toThrow("goes on from what `snapshot` of a run gave");
    expect(start(scenario, "2", { from: state }).finish().digest).toBe(other.finish().digest);
  });

  it("goes through where care is free and nobody gives it yet", () => {
    const set = { "size.scale": 0.02, "size.zones": 1, "size.agencies": 0, "framework.openingFee": 0 };
    const free = { format: 1, name: "free", start: "2011-04-04", weeks: 26, burnInWeeks: 0, set };
    const served = ["1", "2", "3", "4", "5"].map((seed) => {
      const { weekly } = simulate(scenarioFrom(JSON.stringify(free)), seed);
      return Math.max(...weekly["providers.entries"]);
    });
    expect(Math.max(...served)).toBeGreaterThan(0);
  });

  it.each(NO_SCENARIOS)("is refused with %s", (_, given, message) => {
    expect(() => start(given as ResolvedScenario, "1")).toThrow(message);
  });

  it.each([
    [undefined, 'the seed must be a text such as "1", not undefined'],
    [1, 'the seed must be a text such as "1", not 1'],
    ["", 'seed "": a seed is 1 to 64 letters'],
    ["-1", 'seed "-1": a seed is 1 to 64 letters'],
    ["1-20", "one run has one seed"],
  ])("is refused with %s for a seed", (seed, message) => {
    expect(() => simulate(scenario, seed as string)).toThrow(message);
  });

  it("is not refused where a generator made scenario and seed", () => {
    fc.assert(fc.property(cases({ mostWeeks: 8 }), (given) => start(given.scenario, given.seed).recorded <= 0));
  });
});

describe("a change of a scenario", () => {
  it("says which lever was meant", () => {
    const message = `framework.feePassThru is not a lever: write ${LEVER}`;
    expect(() => withChange(scenario, 1, { "framework.feePassThru": 1 })).toThrow(message);
    expect(() => always(scenario, { "framework.feePassThru": 1 })).toThrow(message);
    expect(() => always(scenario, { framework: 1 })).toThrow("framework is not a lever");
    expect(() => valueIn(scenario, "framework.feePassThru", 1)).toThrow(`with one value: write ${LEVER}`);
    expect(() => valueIn(scenario, "directPayment.rateShare", 1)).toThrow("write directPayment.rateShare.older or ");
  });

  it("says which weeks there are, and where a number must be whole", () => {
    for (const week of [-1, 1.5, 4, Number.NaN]) {
      expect(() => withChange(scenario, week, { [LEVER]: 1 })).toThrow(
        `a change in week ${week}: write a whole number from 0 to 2`,
      );
    }
    const half = "framework.paymentWeeks must be a whole number of weeks, not 2.5";
    expect(() => withChange(scenario, 1, { "framework.paymentWeeks": 2.5 })).toThrow(half);
    expect(() => always(scenario, { "framework.paymentWeeks": 2.5 })).toThrow(half);
  });

  it("holds from its week on, for all four groups where their path is given, and always from the founding on", () => {
    const changed = withChange(scenario, 1, { "directPayment.rateShare": 0.5 });
    for (const group of ["older", "physical", "learning", "mental"]) {
      const values = [-1, 0, 1, 2].map((week) => valueIn(changed, `directPayment.rateShare.${group}`, week));
      expect(values).toEqual([1, 1, 0.5, 0.5]);
    }
    expect(sharedWeeks([scenario, changed])).toBe(2);
    expect(always(changed, { "directPayment.rateShare": 0.7 }).values["directPayment.rateShare.mental"]).toEqual([
      { from: "", value: 0.7 },
    ]);
  });

  it("of the first week is one of the founding; of the week after the last it is none", () => {
    expect(sharedWeeks([scenario, withChange(scenario, 0, { [LEVER]: 1 })])).toBe(0);
    const after = withChange(scenario, 3, { [LEVER]: 1 });
    expect(sharedWeeks([scenario, after])).toBe(4);
    expect(simulate(after, "1").digest).toBe(simulate(scenario, "1").digest);
  });
});
