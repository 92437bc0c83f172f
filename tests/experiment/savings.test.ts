/** What savings come to, and who bears them: to the penny, on small councils. */
import { describe, expect, it } from "vitest";
import { bearers, councilsOf, keepers } from "../../src/experiment/bearers.ts";
import { standingOf } from "../../src/model/measures/index.ts";
import {
  accountOf,
  armsWithout,
  meanAccounts,
  NHS_COSTS,
  openArm,
  savingsOf,
  type SavingsArm,
  type SavingsArmJob,
} from "../../src/experiment/savings.ts";
import { SAVINGS_MEASURES } from "../../src/model/rules/savings.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { EVENT_CAUSES } from "../../src/model/world/events.ts";
import type { PlannedYear } from "../../src/model/world/world.ts";
import { EVENT_KINDS, simulate, start, type Phase } from "../../src/simulation/index.ts";
import { differenceOf, scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const council = (set: Readonly<Record<string, number | string>>, weeks = 120) =>
  scenarioFrom(smallCouncil({ weeks, start: "2014-01-06", set: { "council.grantChange": 0.9, ...set } }));

/**
 * Every measure that a plan can take, taken; fees answer to the gap alone, low reserves hold back no package, and
 * voluntary bodies, whose grants are other spending, tell nobody where care is: so a cut of it touches nobody's care.
 */
const ALL = {
  "information.voluntaryAdvice": 0,
  "council.emergencyRounds": 0,
  "council.rateCutCap": 0.05,
  "council.consolidationCap": 0.4,
  "council.clawBackCap": 2,
  "framework.tenderYears": 1,
  "framework.leastWagePassThrough": 0,
};

describe("accounts of savings", () => {
  const scenario = council(ALL);
  const accounts = savingsOf(scenario, ["1", "2"]);

  it("are there for each measure that was taken, and for the whole plan", () => {
    const causes = new Set(accounts.map(({ cause }) => cause));
    for (const cause of ["fee restraint", "other spending", "direct-payment rate", "eligibility", "the whole plan"]) {
      expect(causes).toContain(cause);
    }
    expect(causes).not.toContain("reserves");
  });

  it("sum to the penny: what the council spends less, somebody has less", () => {
    for (const { realised, borne, kept } of accounts) {
      expect(Number.isSafeInteger(realised)).toBe(true);
      expect(keepers.reduce((sum, keeper) => sum + kept[keeper], 0)).toBe(realised);
      expect(bearers.reduce((sum, bearer) => sum + borne[bearer], 0)).toBe(realised);
    }
    expect(accounts.filter(({ realised }) => realised !== 0).length).toBeGreaterThan(accounts.length / 2);
  });

  it("say of cuts of other spending what a pencil would: the rest of the service bears all of it", () => {
    for (const account of accounts.filter(({ cause }) => cause === "other spending")) {
      const { realised, borne, beside } = account;
      expect(realised).toBeGreaterThan(0);
      expect(borne.otherServices).toBe(realised);
      expect(beside).toMatchObject({ delayedDays: 0, admissions: 0 });
      // With more in reserve a start or two is not held back.
      expect(beside.unmetHours).toBeLessThanOrEqual(0);
      expect(beside.unmetHours).toBeGreaterThan(-1);
    }
  });

  it("put NHS days and admissions beside the sum, at what each costs", () => {
    for (const { beside } of accounts) {
      const { delayedDays, admissions, nhsPence } = beside;
      expect(nhsPence).toBeCloseTo(delayedDays * NHS_COSTS.delayedDay + admissions * NHS_COSTS.admission, 3);
    }
  });

  it("have means over seeds that sum as they do", () => {
    for (const { realised, borne } of meanAccounts(accounts)) {
      expect(bearers.reduce((sum, bearer) => sum + borne[bearer], 0)).toBeCloseTo(realised, 3);
    }
  });

  it("say of measures that are passed on that people go short by them", () => {
    const passedOn = {
      "council.emergencyRounds": 0,
      "framework.leastWagePassThrough": 0,
      "council.otherCutCap": 0,
      "council.pushSteps": 0,
      "council.contractSavingCap": 0.03,
      "council.substitutionCap": 0.5,
      "council.voluntaryRoom": 20,
    };
    const causes = ["outcomes-based contracts", "voluntary substitution"] as const;
    const found = new Map(
      meanAccounts(savingsOf(council(passedOn), ["1", "2", "3", "4"], { causes })).map((each) => [each.cause, each]),
    );
    const [sums, options] = [found.get("outcomes-based contracts"), found.get("voluntary substitution")];
    expect(sums?.realised).toBeGreaterThan(0);
    // Agencies give less time for the sum, and what they do not save by that is theirs to bear.
    expect(sums?.beside.unmetHours).toBeGreaterThan(0);
    expect(options?.realised).toBeGreaterThan(0);
    expect(options?.realised).toBeLessThan(options?.expected ?? 0);
    expect(options?.beside.unmetHours).toBeGreaterThan(0);
  });

  it("are none where there is nothing to save", () => {
    expect(savingsOf(council({ "council.grantChange": 3, "framework.gapEffect": 0 }, 20), ["1"])).toEqual([]);
  });

  it("can let the rest of the plan answer: then others take the measure's place", () => {
    const roomy = council({ "council.otherCutCap": 1, "council.reviewCutCap": 0 });
    const [unused] = savingsOf(roomy, ["1"], { causes: ["eligibility"] });
    expect(unused).toBeUndefined();
    const [answered] = savingsOf(council({}), ["1"], { causes: ["other spending"], rest: "answers" });
    expect(bearers.reduce((sum, bearer) => sum + answered.borne[bearer], 0)).toBe(answered.realised);
    const arm = (job: SavingsArmJob): SavingsArm => {
      const { run, finish } = openArm(job);
      while (!run.done) run.step();
      return finish();
    };
    const base = arm({ scenario: council({}), seed: "1" });
    const [{ job }] = armsWithout({ scenario: council({}), seed: "1" }, base, {
      causes: ["other spending"],
      rest: "answers",
    });
    const place = SAVINGS_MEASURES.findIndex(({ cause }) => cause === "other spending");
    const fromOthers = ({ plan }: SavingsArm): number =>
      plan.reduce(
        (sum, { expected }) => sum + expected.reduce((all, each, at) => (at === place ? all : all + each), 0),
        0,
      );
    expect(fromOthers(arm(job))).toBeGreaterThan(fromOthers(base));
  });
});

describe("what was expected of a plan", () => {
  /** The plan of two Aprils in a run of 120 weeks, pence a week; nothing else happened. */
  const expecting = (week: number, told: Readonly<Record<string, number>>): SavingsArm["plan"][number] => {
    const nothing = SAVINGS_MEASURES.map(() => 0);
    return { week, feeGap: 0, steps: nothing, expected: nothing.map((_, at) => told[SAVINGS_MEASURES[at].cause] ?? 0) };
  };
  const outcome = { unmetHours: 0, unmetPence: 0, supportYears: 0, delayedDays: 0, admissions: 0, life: 0 };
  const nobody = standingOf(start(council({}, 2), "1").world);
  const plan = [
    expecting(10, { "other spending": 1000, reserves: 700, "faster claw-back": 100 }),
    expecting(62, { "other spending": -200, "faster claw-back": 10 }),
  ];
  const base: SavingsArm = { seed: "1", plan, standing: nobody, outcome, weeks: 120 };
  const expected = (cause: Parameters<typeof accountOf>[0]): number => accountOf(cause, base, base).expected;

  it("is each April's estimate for the weeks that are left; what is undone counts less", () => {
    // £10 a week for 110 weeks, less £2 a week for the last 58.
    expect(expected("other spending")).toBeCloseTo(110 * 1000 - 58 * 200, 9);
  });

  it("counts a year at most of what saves but once, and nothing of what reserves only carry", () => {
    expect(expected("faster claw-back")).toBeCloseTo((100 + 10) * (365.25 / 7), 9);
    expect(expected("reserves")).toBe(0);
    expect(expected("eligibility")).toBe(0);
  });

  it("is for the whole plan the sum over its measures", () => {
    expect(expected("the whole plan")).toBeCloseTo(expected("other spending") + expected("faster claw-back"), 9);
  });
});

describe("what came of a run", () => {
  it("counts crises that ended in hospital, by the run's own events, and hours that were lacking", () => {
    const scenario = council({}, 60);
    const { run, finish } = openArm({ scenario, seed: "1" });
    while (!run.done) run.step();
    const { outcome } = finish();
    const { events, weekly } = simulate(scenario, "1");
    const code = (index: number): string => EVENT_KINDS[events.kind[index]].code;
    const stays = Array.from(events.kind, (_, index) => index).filter(
      (index) => code(index) === "person.crisis" && EVENT_CAUSES[events.cause[index]] === "hospital",
    );
    expect(stays.length).toBeGreaterThan(3);
    expect(outcome.admissions).toBe(stays.length);
    const lacking = weekly["unmet.hours"].reduce((sum, each) => sum + each, 0);
    expect(lacking).toBeGreaterThan(0);
    expect(outcome.unmetHours).toBeCloseTo(lacking, 6);
  });
});

describe("a plan held as it was", () => {
  it("gives the same run, to the last digest", () => {
    const scenario = council({ ...ALL, "council.openingReserves": 0 });
    const plan: PlannedYear[] = [];
    const reader: Phase = {
      name: "reader",
      sentence: "",
      moves: "",
      run: ({ week, timetable, council: { feeGap, steps } }) => {
        if (timetable.aprilWeek[week] === 1) plan.push({ week, feeGap, steps: [...steps] });
      },
    };
    const left = simulate(scenario, "1", { phases: (phases) => [...phases, reader] });
    expect(plan.some(({ steps }) => Array.from(steps).some((units) => units > 0))).toBe(true);
    expect(differenceOf(left, simulate(scenario, "1", { frozen: { plan } }))).toBeUndefined();
  });
});

describe("standings", () => {
  /** What went out of the council's accounts and into them but for reserves, by a journal. */
  function spent(set: Readonly<Record<string, number | string>>) {
    const flows = { out: 0, in: 0 };
    const accounts = { council: -1 };
    const income = [Purpose.grant, Purpose.councilTax, Purpose.precept, Purpose.nhsTransfer, Purpose.overspend];
    const reserves = [Purpose.reserveDraw, Purpose.reserveAddition, Purpose.overspendMadeGood];
    const run = start(council(set), "3", {
      founded: (world) => {
        accounts.council = world.accounts.council;
      },
      journal: {
        transfer: (_week, from, to, pence, purpose) => {
          if (income.includes(purpose) || reserves.includes(purpose)) return;
          if (from === accounts.council) flows.out += pence;
          if (to === accounts.council) flows.in += pence;
        },
      },
    });
    run.finish();
    return { net: flows.out - flows.in, standing: standingOf(run.world), world: run.world };
  }

  it("sum to nothing, and differ by what the council spends less", () => {
    const [left, right] = [spent({}), spent({ "council.otherCutCap": 0.5, "council.eligibilityCutCap": 0.3 })];
    for (const { standing } of [left, right]) {
      expect(Object.values(standing).reduce((sum, pence) => sum + pence, 0)).toBe(0);
    }
    expect(right.net).toBeLessThan(left.net);
    expect(councilsOf(right.standing) - councilsOf(left.standing)).toBe(left.net - right.net);
  });

  it("count pensions among what workers have", () => {
    const enrolled = { "wages.pensionSmallEmployerFrom": 1, "wages.pensionEmployerRate": 0.03 };
    const { standing, world } = spent(enrolled);
    expect(world.ledger.balances[world.accounts.pensions]).toBeGreaterThan(0);
    expect(Object.values(standing).reduce((sum, pence) => sum + pence, 0)).toBe(0);
  });

  it("show a penny that is lost", () => {
    const { world } = spent({});
    world.ledger.balances[world.accounts.economy] -= 1;
    expect(Object.values(standingOf(world)).reduce((sum, pence) => sum + pence, 0)).toBe(-1);
  });
});
