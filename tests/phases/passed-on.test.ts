/** Savings that are passed on: fixed sums for agencies, and voluntary options in place of day services. */
import { describe, expect, it } from "vitest";
import { termsInForce } from "../../src/model/rules/contract.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { EventKind } from "../../src/model/world/events.ts";
import { isManaged, Service, Stage } from "../../src/model/world/codes.ts";
import { communityPlaces } from "../../src/model/world/voluntary.ts";
import type { World } from "../../src/model/world/world.ts";
import { simulate, start, type Run, type RunOptions } from "../../src/simulation/index.ts";
import { differenceOf, scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil, type CouncilText } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number | string>>;

/** A council with a gap in April 2015 that no other measure closes. */
const council = (set: Settings, more: Partial<CouncilText> = {}) =>
  scenarioFrom(
    smallCouncil({
      weeks: 80,
      set: {
        "council.grantChange": 0.8,
        "council.otherCutCap": 0,
        "council.pushSteps": 0,
        "council.reviewCutCap": 0,
        "council.eligibilityCutCap": 0,
        "council.assessmentCutCap": 0,
        "council.voluntaryRoom": 50,
        ...set,
      },
      ...more,
    }),
  );

const runOf = (set: Settings, more: Partial<CouncilText> = {}, options: RunOptions = {}): Run =>
  start(council(set, more), "1", options);

const stepped = (run: Run, weeks: number): Run => {
  for (let week = 0; week < weeks; week++) run.step();
  return run;
};

/** Keys of people with a voluntary option that the council found, and of people in a day service. */
function peopleOf({ people }: World): { readonly voluntary: ReadonlySet<number>; readonly days: ReadonlySet<number> } {
  const { service, funding, stage } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)].filter((row) => stage[row] === Stage.served);
  const keysOf = (kind: number): ReadonlySet<number> =>
    new Set(rows.filter((row) => service[row] === kind && isManaged(funding[row])).map((row) => people.keys[row]));
  return { voluntary: keysOf(Service.community), days: keysOf(Service.dayServices) };
}

describe("voluntary options in place of days at a day service", () => {
  it("are found for nobody unless the plan says so, and then for those who are reviewed", () => {
    expect(peopleOf(stepped(runOf({}), 84).world).voluntary.size).toBe(0);
    const run = stepped(runOf({ "council.substitutionCap": 1 }), 84);
    const { voluntary } = peopleOf(run.world);
    expect(voluntary.size).toBeGreaterThan(5);
    expect(run.finish().weekly["people.voluntaryOptions"].at(-1)).toBe(voluntary.size);
  });

  it("cost the council nothing for the person, charge nobody, and give so many of the hours", () => {
    const paid = new Map<number, number>();
    const run = runOf(
      { "council.substitutionCap": 1, "council.voluntaryHours": 0.5 },
      {},
      {
        journal: {
          transfer: (week, from, _to, pence, purpose) => {
            if (week === 83 && purpose === Purpose.charge) paid.set(from, pence);
          },
        },
      },
    );
    const { people } = stepped(run, 84).world;
    const { service, funding, assessed, bought, delivered, account, provider, crisisWeek } = people.columns;
    const theirs = [...people.live.subarray(0, people.liveCount)].filter(
      // A crisis makes the need more than the option gives, until the next review.
      (row) => service[row] === Service.community && isManaged(funding[row]) && crisisWeek[row] < 0,
    );
    expect(theirs.length).toBeGreaterThan(5);
    for (const row of theirs) {
      expect(provider[row]).toBe(-1);
      expect(bought[row]).toBe(Math.floor(assessed[row] / 2));
      expect(delivered[row]).toBe(bought[row]);
      expect(paid.get(account[row])).toBeUndefined();
    }
    expect(paid.size).toBeGreaterThan(0);
  });

  it("never fill more places than there are, and none where there are none", () => {
    expect(
      peopleOf(stepped(runOf({ "council.substitutionCap": 1, "council.voluntaryRoom": 0 }), 84).world).voluntary.size,
    ).toBe(0);
    const run = runOf({ "council.substitutionCap": 1, "council.voluntaryRoom": 1.5 });
    let most = 0;
    for (let week = 0; week < 84; week++) {
      run.step();
      most = Math.max(most, run.world.market.communityMinutes / communityPlaces(run.world));
    }
    expect(most).toBeGreaterThan(0.8);
    expect(most).toBeLessThanOrEqual(1);
  });

  it("are found for the same people first, however far the plan goes", () => {
    const few = peopleOf(stepped(runOf({ "council.substitutionCap": 0.3 }), 84).world).voluntary;
    const many = peopleOf(stepped(runOf({ "council.substitutionCap": 0.7 }), 84).world).voluntary;
    expect(few.size).toBeGreaterThan(0);
    expect(many.size).toBeGreaterThan(few.size);
    // Luck apart: who leaves, comes or is reviewed when may differ by what else the money did.
    expect([...few].filter((key) => !many.has(key)).length).toBeLessThanOrEqual(few.size / 10);
  });

  it("are lost again when grants end, and the person waits for a day service", () => {
    const cut = { from: "2015-12-07", set: { "council.voluntaryGrants": 0, "council.volunteersShare": 0 } };
    const set = { "council.substitutionCap": 1, "council.voluntaryRoom": 3 };
    const before = peopleOf(stepped(runOf(set, { changes: [cut] }), 50).world).voluntary;
    const run = stepped(runOf(set, { changes: [cut] }), 84);
    const after = peopleOf(run.world);
    expect(before.size).toBeGreaterThan(3);
    expect(after.voluntary.size).toBe(0);
    expect([...before].filter((key) => after.days.has(key)).length).toBeGreaterThan(0);
  });
});

describe("fixed sums of the savings plan", () => {
  const { framework } = stepped(runOf({}), 1).world.era;

  it("leave the contract alone where nothing is asked, or where people direct it", () => {
    expect(termsInForce(framework, 1)).toBe(framework);
    const directed = { ...framework, contractForm: "user-directed" as const };
    expect(termsInForce(directed, 0.9)).toBe(directed);
  });

  it("come on top of what the scenario's own contract asks", () => {
    expect(termsInForce(framework, 0.9)).toMatchObject({ contractForm: "outcomes-based" });
    expect(termsInForce(framework, 0.9).targetSaving).toBeCloseTo(0.1, 12);
    const asked = { ...framework, contractForm: "outcomes-based" as const, targetSaving: 0.2 };
    expect(termsInForce(asked, 0.9).targetSaving).toBeCloseTo(0.28, 12);
  });

  it("save by as much less an hour as the plan takes, from the April in which it takes it", () => {
    const perHour = (run: Run): number => {
      const { contractPence, contractMinutes } = stepped(run, 20).world.tally;
      return (60 * contractPence) / contractMinutes;
    };
    // A floor of 1: agencies give all of the agreed time for the sum.
    const set = { "framework.outcomesFloor": 1, "framework.feePassThrough": 1, "framework.gapEffect": 0 };
    const ratio = perHour(runOf({ ...set, "council.contractSavingCap": 0.04 })) / perHour(runOf(set));
    expect(ratio).toBeCloseTo(0.96, 3);
  });

  it("note the form of contract once, and a run that goes on from a snapshot is the same", () => {
    const scenario = council({ "council.contractSavingCap": 0.05 });
    const whole = simulate(scenario, "1");
    const changes = whole.events.kind.filter((kind) => kind === EventKind["council.contract"]);
    expect(changes).toHaveLength(1);
    const first = stepped(start(scenario, "1"), 40);
    const second = start(scenario, "1", { from: first.snapshot() });
    expect(differenceOf(whole, second.finish())).toBeUndefined();
  });
});
