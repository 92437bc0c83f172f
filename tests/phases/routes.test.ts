/** Routes, crises, reablement and what is counted of lives: small worlds, one mechanism at a time. */
import { describe, expect, it } from "vitest";
import { simulate, start, type Phase, type RunOptions } from "../../src/simulation/index.ts";
import { buyWithinBudget } from "../../src/model/rules/purchase.ts";
import { controlChance } from "../../src/model/rules/survey.ts";
import { outcomes } from "../../src/model/week/outcomes.ts";
import { Funding, Service, Stage } from "../../src/model/world/codes.ts";
import { PURPOSES } from "../../src/model/world/accounts.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../../src/model/world/events.ts";
import type { World } from "../../src/model/world/world.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { expectLaws } from "../support/laws-extremes.ts";

type Settings = Readonly<Record<string, number | string>>;

const councilWith = (set: Settings, weeks = 40) => scenarioFrom(smallCouncil({ weeks, set }));
const rowsOf = ({ people }: World): number[] => Array.from(people.live.subarray(0, people.liveCount));

/** Whether somebody holds a direct payment. */
const holds =
  ({ people }: World) =>
  (row: number): boolean =>
    people.columns.funding[row] === Funding.directPayment;

/** The run's options with something looked at after each week. */
const watching = (look: (world: World) => void): RunOptions => ({
  phases: (phases: readonly Phase[]) => [
    ...phases,
    { name: "looking", sentence: "The test looks.", moves: "", run: look },
  ],
});

describe("a budget that a third party holds", () => {
  it("buys what it pays for, and no more than was assessed", () => {
    // £100 at £16 an hour is 6¼ hours; ten assessed hours are the most that £200 buys.
    expect(buyWithinBudget(600, 10_000, 1600)).toBe(375);
    expect(buyWithinBudget(600, 20_000, 1600)).toBe(600);
    expect(buyWithinBudget(600, -5, 1600)).toBe(0);
    expect(buyWithinBudget(600, 100, 0)).toBe(600);
  });

  it("is held for many where it is always offered, and every law holds", () => {
    const scenario = councilWith({ "route.thirdPartyShare": 1, "route.thirdPartyFee": 0.2 });
    expectLaws(scenario, "1");
    const { weekly } = simulate(scenario, "1");
    expect(weekly["people.thirdParty"].at(-1)).toBeGreaterThan(5);
    expect(weekly["outcomes.route.thirdParty"].at(-1)).toBeGreaterThan(10);
  });

  it("costs the fee in care: a larger fee leaves people shorter of hours", () => {
    const shorts = [0, 0.5].map((fee) => {
      const { weekly } = simulate(councilWith({ "route.thirdPartyShare": 1, "route.thirdPartyFee": fee }), "2");
      return weekly["unmet.hoursPercent"].at(-1) ?? Number.NaN;
    });
    expect(shorts[1]).toBeGreaterThan(shorts[0] + 1);
  });

  it("moves money by the council, to the fund, the fee and the agency", () => {
    const seen = new Set<string>();
    const journal = {
      transfer: (_week: number, _from: number, _to: number, _pence: number, purpose: number): void =>
        void seen.add(PURPOSES[purpose]),
    };
    simulate(councilWith({ "route.thirdPartyShare": 1 }), "1", { journal });
    for (const purpose of ["serviceFund", "managementFee", "serviceFundPurchase"]) expect(seen).toContain(purpose);
  });
});

describe("changes of route", () => {
  const causesOf = (set: Settings): readonly string[] => {
    const { events } = simulate(councilWith(set), "1");
    const kind = EVENT_KINDS.findIndex(({ code }) => code === "person.switched");
    return Array.from(events.cause).flatMap((cause, at) => (events.kind[at] === kind ? [EVENT_CAUSES[cause]] : []));
  };

  it("do not happen unless policy or people make them", () => {
    expect(causesOf({})).toEqual([]);
  });

  it("happen at reviews, both ways, with every law holding", () => {
    const set = { "route.switchAtReview": 1 };
    expect(new Set(causesOf(set))).toEqual(new Set(["at review"]));
    expectLaws(councilWith(set), "1");
    const { events } = simulate(councilWith(set), "1");
    const kind = EVENT_KINDS.findIndex(({ code }) => code === "person.switched");
    const routes = new Set(Array.from(events.amount).filter((_, at) => events.kind[at] === kind));
    expect(routes).toContain(Funding.directPayment);
    expect(routes.size).toBeGreaterThan(1);
  });

  it("lead to community options as far as directories list them", () => {
    const switchers = (knownShare: number): number => {
      const set = {
        "route.switchAtReview": 1,
        "route.directPaymentPush": 5,
        "directPayment.communityShare": 1,
        "directPayment.assistantShare": 0,
        "directPayment.knownShare": knownShare,
        "council.voluntaryRoom": 50,
      };
      const run = start(councilWith(set), "1");
      const before = new Set(
        rowsOf(run.world)
          .filter(holds(run.world))
          .map((row) => run.world.people.keys[row]),
      );
      while (!run.done) run.step();
      const { service, cause } = run.world.people.columns;
      const isNew = (row: number): boolean => cause[row] === 0 && !before.has(run.world.people.keys[row]);
      return rowsOf(run.world).filter(
        (row) => holds(run.world)(row) && isNew(row) && service[row] === Service.community,
      ).length;
    };
    expect(switchers(0)).toBe(0);
    expect(switchers(0.7)).toBeGreaterThan(5);
  });

  it("end direct payments that nobody supports, by burden and after crises, and leave nothing behind", () => {
    const set = {
      "route.handBackPayment": 10,
      "directPayment.supportPerHolder": 0,
      "demand.crisisPerYear": 1,
      "outcomes.crisisWeeks": 26,
    };
    expect(new Set(causesOf(set))).toEqual(new Set(["burden of managing", "after a crisis"]));
    expectLaws(councilWith(set), "1");
    const run = start(councilWith(set), "1");
    while (!run.done) run.step();
    const { funding, assistants, budgetAccount } = run.world.people.columns;
    for (const row of rowsOf(run.world)) {
      if (funding[row] === Funding.directPayment) continue;
      expect([assistants[row], run.world.ledger.balances[budgetAccount[row]]]).toEqual([0, 0]);
    }
  });

  it("never come from full support: nobody who is helped hands a payment back", () => {
    const full = { "directPayment.supportPerHolder": 1, "directPayment.supportFollows": 1 };
    expect(causesOf({ "route.handBackPayment": 10, ...full })).toEqual([]);
  });
});

describe("crises", () => {
  it("take hours from the staff, who then do fewer reviews", () => {
    const reviews = [0, 60].map((hours) => {
      const { weekly } = simulate(
        councilWith({ "assessment.crisisReviewHours": hours, "demand.crisisPerYear": 1 }),
        "1",
      );
      return weekly["council.reviews"].reduce((sum, value) => sum + value, 0);
    });
    expect(reviews[1]).toBeLessThan(reviews[0] / 2);
  });

  it("add needs that fade as far as recovery goes, and no further", () => {
    const fades = (share: number): { first: number; last: number; before: number } => {
      const found = { first: 0, last: 0, before: 0 };
      const set = {
        "demand.crisisPerYear": 0,
        "demand.driftPerYear": 0,
        "demand.deathPerYear": 0,
        "demand.careHomePerYear": 0,
        "demand.otherExitPerYear": 0,
        "demand.crisisRecoveryWeeks": 4,
      };
      const run = start(councilWith({ ...set, "demand.crisisRecovery": share }, 60), "1");
      const { people } = run.world;
      const row = rowsOf(run.world).find((each) => people.columns.service[each] === Service.homeCare) ?? 0;
      found.before = people.columns.need[row];
      // A crisis by hand: a quarter more, of which a share will fade.
      people.columns.need[row] *= 1.25;
      people.columns.recovering[row] = found.before * 0.25 * share;
      found.first = people.columns.need[row];
      while (run.recorded < 50) run.step();
      found.last = people.columns.need[row];
      return found;
    };
    const none = fades(0);
    expect(none.last).toBe(none.first);
    const half = fades(0.5);
    expect(half.last).toBeCloseTo(half.before * 1.125, -1);
    const all = fades(1);
    expect(all.last).toBeCloseTo(all.before, -1);
  });
});

describe("the NHS", () => {
  it("admits by need and by what is missing, whoever pays: routes and wellbeing do not enter", () => {
    const quiet = { "nhs.emergencyPerYear": 0, "demand.crisisPerYear": 0 };
    const sum = (set: Settings): number =>
      simulate(councilWith(set), "1").weekly["nhs.emergencyAdmissions"].reduce((total, value) => total + value, 0);
    expect(sum(quiet)).toBe(0);
    expect(sum({ "demand.crisisPerYear": 0 })).toBeGreaterThan(10);
    // Lives that are bent after each week change no admission.
    const bent = simulate(
      councilWith({}),
      "1",
      watching(({ people }) => people.columns.life.fill(3)),
    );
    expect(bent.weekly["nhs.emergencyAdmissions"]).toEqual(
      simulate(councilWith({}), "1").weekly["nhs.emergencyAdmissions"],
    );
  });

  it("finds each share of reablement that was set, and sends the others on to an assessment", () => {
    const set = { "nhs.reablementFirst": 1, "nhs.reablementEffect": 0.5, "demand.assessedPerWeek": 60 };
    const scenario = councilWith(set, 60);
    expectLaws(scenario, "1");
    const { weekly } = simulate(scenario, "1");
    // Some fifty people a run: three runs, so that luck leaves the mean near enough to a half.
    const shares = [weekly, simulate(scenario, "2").weekly, simulate(scenario, "3").weekly].flatMap((run) =>
      Array.from(run["nhs.reabledPercent"]).filter((value) => !Number.isNaN(value)),
    );
    const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
    expect(shares.length).toBeGreaterThan(60);
    expect(mean).toBeGreaterThan(35);
    expect(mean).toBeLessThan(65);
    const usual = simulate(councilWith({ "demand.assessedPerWeek": 60 }, 60), "1").weekly["people.referrals"];
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    expect(total(weekly["people.referrals"])).toBeLessThan(total(usual));
  });

  it("pays the fund under its conditions: places that were used, and by results where they are asked for", () => {
    const paid = (set: Settings): Float64Array =>
      simulate(councilWith({ "nhs.betterCareFund": 10, ...set }, 150), "1").weekly["nhs.betterCareFund"];
    const last = (values: Float64Array): number => values.at(-1) ?? Number.NaN;
    // £10m at 0.03 of the mean council is £0.3m; all that buys no reablement comes every week.
    expect(last(paid({ "nhs.reablementShare": 0 }))).toBeCloseTo(0.3, 3);
    // A fall by everybody is not to be had, so in the third year, the first with a year to compare, half is kept back.
    const kept = paid({ "nhs.reablementShare": 0, "nhs.atRisk": 0.5, "nhs.admissionsTarget": 1 });
    expect(kept[20]).toBeCloseTo(0.3, 3);
    expect(last(kept)).toBeCloseTo(0.15, 3);
    // Nobody leaves hospital: no place is used, and the share for places stays away.
    const unused = paid({ "nhs.reablementShare": 0.4, "demand.dischargeShare": 0 });
    expect(last(unused)).toBeCloseTo(0.18, 3);
  });
});

describe("the work of managing, and control", () => {
  it("are the same for a self-funder as for a holder with the same support and no statements to write", () => {
    const routeOf = (funding: number): readonly number[] => {
      const set = {
        "directPayment.statementWork": 0,
        "route.selfFundedSupport": 0.7,
        "directPayment.supportPerHolder": 0.7,
      };
      const run = start(councilWith(set), "1");
      const { columns } = run.world.people;
      const buyers = rowsOf(run.world).filter(
        (row) => columns.service[row] === Service.homeCare && columns.funding[row] === Funding.selfFunded,
      );
      for (const row of buyers) columns.funding[row] = funding;
      outcomes(run.world);
      return buyers.map((row) => columns.life[row]);
    };
    const own = routeOf(Funding.selfFunded);
    expect(own.length).toBeGreaterThan(3);
    expect(routeOf(Funding.directPayment)).toEqual(own);
  });

  it("are lighter and fuller for self-funders the more support they have", () => {
    const fare = (support: number): number =>
      simulate(councilWith({ "route.selfFundedSupport": support }), "1").weekly["outcomes.route.selfFunded"].at(-1) ??
      0;
    expect(fare(1)).toBeGreaterThan(fare(0.1) + 0.3);
  });
});

describe("how people fare", () => {
  it("is what a second count over four weeks of turns says", () => {
    const turns: { week: number; lives: { life: number; group: number; served: boolean; funded: boolean }[] }[] = [];
    const look = ({ people, week }: World): void => {
      const { stage, funding, life, turn, group } = people.columns;
      const here = [...new Set(people.live.subarray(0, people.liveCount))].filter(
        (row) => stage[row] !== Stage.gone && turn[row] % 4 === week % 4,
      );
      const lives = here.map((row) => ({
        life: life[row],
        group: group[row],
        served: stage[row] === Stage.served,
        funded: funding[row] >= Funding.managedWithoutBudget && funding[row] <= Funding.directPayment,
      }));
      turns.push({ week, lives });
    };
    const scenario = councilWith({}, 30);
    const { weekly } = simulate(scenario, "3", watching(look));
    const { era } = start(scenario, "3").world;
    const recent = turns.slice(-4).flatMap(({ lives }) => lives);
    const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const inCare = recent.filter(({ served, funded }) => served && funded);
    expect(weekly["outcomes.everybody"].at(-1)).toBeCloseTo(meanOf(recent.map(({ life }) => life)), 9);
    expect(weekly["truth.qualityOfLife"].at(-1)).toBeCloseTo(meanOf(inCare.map(({ life }) => life)), 9);
    const older = recent.filter(({ group }) => group === 0);
    expect(weekly["outcomes.everybody.older"].at(-1)).toBeCloseTo(meanOf(older.map(({ life }) => life)), 9);
    // The answer is tabled by quarter points, which costs less than a hundredth of a per cent.
    const control = 100 * meanOf(inCare.map(({ life }) => controlChance(era, Math.min(24, Math.max(0, life)))));
    expect(weekly["truth.controlPercent"].at(-1)).toBeCloseTo(control, 1);
  });

  it("is told to the survey by some, with error, and truly by all", () => {
    const set = { "monitoring.responseRate": 0.999, "monitoring.responseBias": 0, "monitoring.answerError": 0 };
    const { weekly } = simulate(councilWith(set, 60), "1");
    const week = weekly["monitoring.qualityOfLife"].findIndex((value) => !Number.isNaN(value));
    expect(week).toBeGreaterThan(0);
    expect(weekly["monitoring.qualityOfLife"][week]).toBeCloseTo(weekly["truth.qualityOfLife"][week], 0);
  });
});
