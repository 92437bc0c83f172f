/** Who waits for an assessment lives on; who would be found ineligible is in no count, however long the queue. */
import { describe, expect, test } from "vitest";
import { PURPOSES } from "../../src/model/world/accounts.ts";
import { Funding, isFunded, Service, Source, Stage } from "../../src/model/world/codes.ts";
import { comesAndGoes } from "../../src/model/world/eligible.ts";
import { EventCause, EventKind } from "../../src/model/world/events.ts";
import { simulate, start, type Phase, type RunOptions } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { NO_SAVINGS, smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number | string>>;

/** A council in which nobody is assessed until the end. */
const queueing = (set: Settings = {}, weeks = 60) =>
  scenarioFrom(smallCouncil({ weeks, set: { "assessment.staff": 0, ...set } }));

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, each) => sum + each, 0) / values.length;

/** The run's options with a look before or after a phase of every week. */
const looking = (place: number, name: string, run: Phase["run"]): RunOptions => ({
  phases: (phases: readonly Phase[]) =>
    phases.flatMap((phase) => {
      const look = { name: "looking", sentence: "The test looks.", moves: "", run };
      if (phase.name !== name) return [phase];
      return place === 0 ? [look, phase] : [phase, look];
    }),
});
const before = (name: string, run: Phase["run"]): RunOptions => looking(0, name, run);
const after = (name: string, run: Phase["run"]): RunOptions => looking(1, name, run);

describe("whoever waits for an assessment", () => {
  test("has crises and moves to care homes, but for those who will be found ineligible", () => {
    const scenario = queueing({ "demand.crisisPerYear": 5, "demand.hospitalShare": 0.5 });
    let waiting = new Map<number, boolean>();
    const { events } = simulate(
      scenario,
      "1",
      before("needs", (world) => {
        const { people } = world;
        const rows = Array.from(people.live.subarray(0, people.liveCount));
        const own = rows.filter((row) => people.columns.stage[row] === Stage.assessment);
        waiting = new Map([...waiting, ...own.map((row) => [people.keys[row], comesAndGoes(world, row)] as const)]);
      }),
    );
    const struck = Array.from(events.agent).filter((_, at) => events.kind[at] === EventKind["person.crisis"]);
    const ofQueue = struck.flatMap((key) => waiting.get(key) ?? []);
    expect(ofQueue.length).toBeGreaterThan(5);
    expect(ofQueue).not.toContain(true);
    expect([...waiting.values()].filter(Boolean).length).toBeGreaterThan(20);
  });

  test("is assessed before others once a crisis is over, first of all from hospital", () => {
    const scenario = queueing({ "demand.crisisPerYear": 5, "demand.hospitalShare": 0.5 });
    const run = start(scenario, "1");
    while (!run.done) run.step();
    const { people, events } = run.world;
    const hospital = new Map<number, boolean>();
    for (let at = 0; at < events.count; at++) {
      const { kind, cause, agent } = events.columns;
      if (kind[at] !== EventKind["person.crisis"]) continue;
      hospital.set(agent[at], hospital.get(agent[at]) === true || cause[at] === EventCause.hospital);
    }
    const rows = Array.from(people.live.subarray(0, people.liveCount)).filter(
      (row) => people.columns.stage[row] === Stage.assessment && hospital.has(people.keys[row]),
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const lay = hospital.get(people.keys[row]) === true;
      expect(people.columns.source[row]).toBeLessThanOrEqual(lay ? Source.discharge : Source.crisis);
    }
  });

  test("is in nobody's way: however many will be found ineligible, everybody's life and admissions stay", () => {
    // The same people come; a share of them is found eligible at once, or stands in a queue that never moves.
    const never = { "assessment.eligibleShare": 0, "size.selfFunders": 0, "demand.selfFundersPerWeek": 0 };
    const [queue, none] = [{}, { "demand.assessedPerWeek": 0 }].map((set) =>
      simulate(queueing({ ...never, ...set }), "1"),
    );
    expect(meanOf(queue.weekly["people.awaitingAssessment"])).toBeGreaterThan(20);
    expect(meanOf(none.weekly["people.awaitingAssessment"])).toBe(0);
    for (const key of ["outcomes.everybody", "nhs.emergencyAdmissions"]) {
      expect(Array.from(queue.weekly[key]), key).toEqual(Array.from(none.weekly[key]));
    }
  });

  test("is delayed in hospital once an assessment could have been done, and for as long as staff are short", () => {
    const delays = [1, 0].map((staff) => {
      const set = { "demand.dischargeShare": 1, "demand.crisisShare": 0, "assessment.urgentElapsedWeeks": 2 };
      return simulate(queueing({ ...set, "assessment.staff": 100 * staff }), "1").weekly;
    });
    const [some, many] = delays.map((weekly) => meanOf(weekly["waits.delayedDays"]));
    expect(many).toBeGreaterThan(3 * some);
    // Nobody is, in the time that an assessment takes.
    expect(meanOf(delays[1]["waits.delayedDays"])).toBeLessThan(7 * meanOf(delays[1]["people.awaitingAssessment"]));
  });
});

describe("a direct payment", () => {
  test("keeps nobody alive: whoever is pushed to one stays as long as they would have stayed", () => {
    // Places in day services and supported living come with hours of their own, and with them a need.
    const still = {
      "demand.crisisPerYear": 0,
      "demand.careHomePerYear": 0,
      "route.dayShare": 0,
      "route.supportedLivingShare": 0,
    };
    const set = { ...NO_SAVINGS, ...still, "demand.holderExits": 0, "demand.deathPerYear": 1 };
    const [few, many] = [-5, 5].map((push) => {
      const run = start(
        scenarioFrom(smallCouncil({ weeks: 60, set: { ...set, "route.directPaymentPush": push } })),
        "1",
      );
      while (!run.done) run.step();
      const { people } = run.world;
      const { funding, stage } = people.columns;
      const own = Array.from(people.live.subarray(0, people.liveCount)).filter(
        (row) => isFunded(funding[row]) && stage[row] !== Stage.assessment,
      );
      const paid = own.filter((row) => funding[row] === Funding.directPayment).length;
      return { paid, stay: own.map((row) => people.keys[row]).sort((one, other) => one - other) };
    });
    expect(many.paid).toBeGreaterThan(few.paid + 10);
    expect(many.stay).toEqual(few.stay);
  });

  test("is not charged for while nobody works for its holder", () => {
    const set = {
      "directPayment.assistantShare": 1,
      "directPayment.assistantRate": 0.5,
      "labour.seekersFromOutside": 0,
    };
    const charged = new Set<number>();
    let [alone, helped] = [0, 0];
    simulate(scenarioFrom(smallCouncil({ weeks: 80, set })), "1", {
      journal: {
        transfer: (_week, _from, to, _pence, purpose) => {
          if (PURPOSES[purpose] === "directPaymentCharge") charged.add(to);
        },
      },
      ...after("money", ({ people }) => {
        const { funding, service, stage, assistants, charge, budgetAccount } = people.columns;
        for (const row of people.live.subarray(0, people.liveCount)) {
          const pays = funding[row] === Funding.directPayment && stage[row] === Stage.served && charge[row] > 0;
          if (!pays || service[row] !== Service.assistant) continue;
          if (assistants[row] > 0) helped += charged.has(budgetAccount[row]) ? 1 : 0;
          else {
            alone += 1;
            expect(charged.has(budgetAccount[row])).toBe(false);
          }
        }
        charged.clear();
      }),
    });
    expect(alone).toBeGreaterThan(20);
    expect(helped).toBeGreaterThan(20);
  });

  test("lies idle where staff are too few to read its statements, and is seen on a card", () => {
    const backOf = (set: Settings): number => {
      const { weekly } = simulate(
        scenarioFrom(smallCouncil({ weeks: 60, set: { "directPayment.clawBackWeeks": 1, ...set } })),
        "1",
      );
      return meanOf(weekly["directPayments.clawedBack"]);
    };
    const [read, unread] = [100, 0].map((staff) => backOf({ "assessment.staff": staff }));
    expect(read).toBeGreaterThan(0);
    // What is left over when a payment ends is found all the same.
    expect(unread).toBeLessThan(read / 4);
    expect(backOf({ "assessment.staff": 0, "directPayment.monitoring": "prepaid cards" })).toBeGreaterThan(0);
  });
});

test("whoever pays for their own care wants what they need, however long ago they came", () => {
  const set = { "demand.driftPerYear.older": 0.3, "demand.selfFundedExitPerYear": 0.01 };
  const run = start(scenarioFrom(smallCouncil({ weeks: 104, set })), "1");
  while (!run.done) run.step();
  const { people } = run.world;
  const { funding, service, need, assessed } = people.columns;
  const own = Array.from(people.live.subarray(0, people.liveCount)).filter(
    (row) => funding[row] === Funding.selfFunded && service[row] === Service.homeCare,
  );
  expect(own.length).toBeGreaterThan(10);
  // Wants are whole quarters of an hour, as of the last of the rounds in which needs drift.
  for (const row of own) expect(Math.abs(assessed[row] - need[row])).toBeLessThanOrEqual(15);
});
