/** Turning points in lives that the log keeps: each comes about when its lever says so, and says how much. */
import { describe, expect, it } from "vitest";
import { EVENT_CAUSES, EVENT_KINDS } from "../../src/model/world/events.ts";
import { simulate, type RunResult } from "../../src/simulation/index.ts";
import { openExplanation } from "../../src/simulation/explain/index.ts";
import { mondayOf, scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const council = (set: Readonly<Record<string, number | string>>) => scenarioFrom(smallCouncil({ weeks: 160, set }));

interface Noted {
  readonly week: number;
  readonly agent: number;
  readonly other: number;
  readonly amount: number;
  readonly cause: string;
}

function noted({ events }: RunResult, code: (typeof EVENT_KINDS)[number]["code"]): readonly Noted[] {
  const place = EVENT_KINDS.findIndex((kind) => kind.code === code);
  return [...events.kind].flatMap((kind, at) =>
    kind === place
      ? [
          {
            week: events.week[at],
            agent: events.agent[at],
            other: events.other[at],
            amount: events.amount[at],
            cause: EVENT_CAUSES[events.cause[at]],
          },
        ]
      : [],
  );
}

const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0);

const USUAL = council({ "nhs.reablementFirst": 0.5 });
const usual = simulate(USUAL, "1");

describe("turning points", () => {
  it("of assistants are one for each who is engaged, with the pay, and one for each who leaves, with the cause", () => {
    const hired = noted(usual, "person.hiredAssistant");
    const left = noted(usual, "person.lostAssistant");
    expect(hired.length).toBe(sum(usual.weekly["workforce.assistantHires"]));
    expect(hired.every(({ amount, other }) => amount > 500 && other > 0)).toBe(true);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ amount, cause }) => amount >= 0 && cause !== "none")).toBe(true);
    const calm = simulate(council({ "directPayment.assistantQuitPerYear": 0 }), "1");
    expect(noted(calm, "person.lostAssistant").filter(({ cause }) => cause === "assistant quit")).toEqual([]);
  });

  it("of idle payments are there while a holder may keep little, and not when all may be kept", () => {
    const taken = noted(simulate(council({ "directPayment.clawBackWeeks": 1 }), "1"), "person.clawedBack");
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.every(({ amount }) => amount > 0)).toBe(true);
    const kept = simulate(council({ "directPayment.clawBackWeeks": 104 }), "1");
    expect(noted(kept, "person.clawedBack").length).toBeLessThan(taken.length);
  });

  it("of packages that a review cuts are not there where reviews recognise no fall of need", () => {
    const cuts = noted(simulate(council({ "assessment.reviewFall": 1 }), "1"), "person.packageCut");
    expect(cuts.length).toBeGreaterThan(0);
    expect(cuts.every(({ amount }) => amount > 0 && amount % 15 === 0)).toBe(true);
    expect(noted(simulate(council({ "assessment.reviewFall": 0 }), "1"), "person.packageCut")).toEqual([]);
  });

  it("of reablement are one for each who begins with it", () => {
    const begun = noted(usual, "person.reablement");
    expect(begun.length).toBeGreaterThan(0);
    expect(begun.length).toBe(sum(usual.weekly["nhs.reablementStarts"]));
  });

  it("of community options come when grants go", () => {
    const set = { "council.voluntaryGrants": 0, "council.volunteersShare": 0 };
    const text = smallCouncil({ weeks: 160, set: {}, changes: [{ from: "2016-01-04", set }] });
    expect(noted(simulate(scenarioFrom(text), "1"), "person.lostPlace").length).toBeGreaterThan(0);
  });

  it("of offers are not there where agencies do not raise them", () => {
    const raised = simulate(council({ "labour.vacancyRise": 0.05, "labour.matching": 0.1 }), "1");
    const agencies = noted(raised, "provider.raisedOffer");
    expect(agencies.every(({ amount }) => amount > 500)).toBe(true);
    const still = simulate(council({ "labour.vacancyRise": 0, "labour.matching": 0.1 }), "1");
    expect(noted(still, "provider.raisedOffer")).toEqual([]);
  });

  it("of the Better Care Fund come in the April after admissions were too many, where money is at risk", () => {
    const set = { "nhs.betterCareFund": 5, "nhs.admissionsTarget": 0.5 };
    const lost = noted(simulate(council({ ...set, "nhs.atRisk": 0.5 }), "1"), "council.fundWithheld");
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ amount }) => amount > 0)).toBe(true);
    expect(noted(simulate(council({ ...set, "nhs.atRisk": 0 }), "1"), "council.fundWithheld")).toEqual([]);
  });

  it("of the Better Care Fund wait for two whole years to compare, where a run begins in January", () => {
    const set = { "nhs.betterCareFund": 5, "nhs.admissionsTarget": 1, "nhs.atRisk": 0.5 };
    const start = "2015-01-05";
    const run = scenarioFrom(smallCouncil({ start, weeks: 130, burnInWeeks: 4, set }));
    const lost = noted(simulate(run, "1"), "council.fundWithheld");
    const aprils = lost.map(({ week }) => mondayOf(run, week).slice(0, 7));
    expect(aprils).toEqual(["2017-04"]);
  });
});

describe("in a life", () => {
  it.each(["person.hiredAssistant", "person.packageCut", "person.reablement"] as const)("%s is told once", (code) => {
    const found = noted(usual, code).find(({ week }) => week > 30);
    if (found === undefined) throw new Error(`no ${code}`);
    const { run, finish } = openExplanation(USUAL, "1", { agent: { kind: "person", key: found.agent }, week: -1 });
    while (!run.done) run.step();
    const told = finish().story.filter((each) => each.code === code);
    expect(told.length).toBe(
      noted(usual, code).filter(({ agent, week }) => agent === found.agent && week >= USUAL.burnInWeeks).length,
    );
    expect(told[0].sentence).toMatch(/^[A-Z].*\.$/);
    expect(told[0].sentence).not.toMatch(/[{}]/);
  });
});
