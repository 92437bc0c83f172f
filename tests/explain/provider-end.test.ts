/** How a provider's story ends: one end for summary and chain, nothing said of hours that there are not, and whose money was left. */
import { describe, expect, it } from "vitest";
import { ProviderKind } from "../../src/model/world/codes.ts";
import { EventCause, EventKind } from "../../src/model/world/events.ts";
import { pounds } from "../../src/simulation/explain/amounts.ts";
import { explain, type Explanation } from "../../src/simulation/explain/index.ts";
import { chainOf } from "../../src/simulation/explain/provider-causes.ts";
import { noFlows, type ProviderWeek } from "../../src/simulation/explain/provider-flows.ts";
import { summaryOf } from "../../src/simulation/explain/provider-record.ts";
import type { ProviderState } from "../../src/simulation/explain/provider-state.ts";
import { Teller } from "../../src/simulation/explain/teller.ts";
import { simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { hardCouncil } from "../support/explain-council.ts";
import { smallCouncil } from "../support/laws-council.ts";

const scenario = hardCouncil();
const SEED = "1";
const EXITS: readonly number[] = [EventKind["provider.failed"], EventKind["provider.closed"]];

/** In two runs, those that left for want of cash and those whose owners stopped, the first few of each, with their clients. */
const exits = [SEED, "2"].flatMap((seed) => {
  const { events } = simulate(scenario, seed);
  return [EventCause.insolvency, EventCause["cash gone, wound up"], EventCause["owner's reasons"]].flatMap((cause) =>
    [...events.kind.keys()]
      .filter((at) => EXITS.includes(events.kind[at]) && events.cause[at] === cause)
      .slice(0, 5)
      .map((at) => ({ seed, key: events.agent[at], clients: events.amount[at], week: events.week[at] })),
  );
});
const lives = exits.map(({ seed, key, week }) => explain(scenario, seed, { agent: { kind: "provider", key }, week }));

const chainText = ({ causes }: Explanation): string => causes.flatMap(({ sentences }) => sentences).join(" ");
/** The amount to which something went, or at which it stayed. */
const endOf = (text: string, subject: string, amount: string): string | undefined => {
  const found = new RegExp(`${subject} (?:went from ${amount} to (${amount})|stayed at (${amount}))`).exec(text);
  return found?.[1] ?? found?.[2];
};
const HOURS = "(?:[\\d,]+ h)?(?: ?\\d+ min)?";

describe("the end of a provider", () => {
  it("is the same in the summary, in the chain and in the event", () => {
    for (const [at, life] of lives.entries()) {
      const [summary, chain] = [life.summary.join(" "), chainText(life)];
      expect(endOf(summary, "clients", "\\d+")).toBe(String(exits[at].clients));
      expect(endOf(summary, "agreed care", HOURS)).toBe(endOf(chain, "the care it had agreed", HOURS));
      const cost = "what an hour costs it in full";
      expect(endOf(summary, cost, "£[\\d,]+\\.\\d\\d")).toBe(endOf(chain, cost, "£[\\d,]+\\.\\d\\d"));
    }
    const changed = lives.filter(({ summary }) => /what an hour costs it in full went/.test(summary.join(" ")));
    expect(changed.length).toBeGreaterThan(5);
  });

  it("begins where it stood at the beginning, for one that traded before", () => {
    const before = lives.filter(({ firstWeek, agent }) => firstWeek === 0 && agent.key < 0x80000000);
    expect(before.length).toBeGreaterThan(10);
    for (const { summary, opening } of before) {
      const clients = opening.find(({ name }) => name === "clients")?.value;
      expect(summary.join(" ")).toMatch(
        new RegExp(`Since recording began, clients (went from|stayed at) ${clients}\\b`),
      );
      expect(summary[0]).toMatch(/, \d+ weeks? after recording began\.$/);
    }
  });
});

describe("what the owners got", () => {
  it("while it traded is told apart from what was left when its accounts were settled", () => {
    const tried = { left: 0, nothing: 0, owed: 0 };
    for (const { summary, money, inWeek } of lives) {
      const rows = money.rows.filter(({ purpose }) => purpose === "drawings" || purpose === "payout");
      const all = rows.reduce((sum, { pence }) => sum + pence, 0);
      // Quarterly payouts come earlier in a week than an exit does.
      const payouts = inWeek?.lines.filter(({ purpose }) => purpose === "payout") ?? [];
      const invoices = inWeek?.lines.filter(({ purpose }) => purpose === "receivables") ?? [];
      const left = payouts.at(-1)?.pence ?? 0;
      const owed = invoices.reduce((sum, { pence }) => sum + pence, 0);
      const said = summary.find((sentence) => sentence.startsWith("Its owners took")) ?? "";
      expect(said).toContain(`Its owners took ${pounds(all - left)} out while it traded`);
      if (left > 0) {
        expect(said).toContain(`${pounds(left)} was left for them`);
        if (owed > 0) expect(said).toContain(`the ${pounds(owed)} that the bank gave for the invoices it took over`);
      } else expect(said).toContain("nothing was left for them in the end");
      tried[left > 0 ? "left" : "nothing"] += 1;
      tried.owed += left > 0 && owed > 0 ? 1 : 0;
    }
    expect(Math.min(...Object.values(tried))).toBeGreaterThan(0);
  });
});

describe("a micro-provider that stopped", () => {
  const given = scenarioFrom(
    smallCouncil({
      weeks: 60,
      set: { "size.scale": 0.06, "providers.microSupport": 500_000, "providers.microClosure": 0.1 },
    }),
  );
  const log = simulate(given, SEED).events;

  it("is said to be one, and to have stopped", () => {
    const key = log.agent[log.kind.indexOf(EventKind["provider.microClosed"])];
    const { opening, summary, causes } = explain(given, SEED, { agent: { kind: "provider", key } });
    expect(opening[0].text).toBe("a micro-provider");
    expect(summary[0]).toMatch(/^(Closed for the owner's own reasons|Wound up, its cash gone,) on /);
    expect(causes.length).toBeGreaterThan(0);
    expect(JSON.stringify([summary, causes])).not.toMatch(/NaN|not defined|its fixed costs/);
  });
});

/** A state with so many minutes agreed, and a fixed cost of £360 a week spread over them. */
function stateOf(week: number, booked: number): ProviderState {
  const fixed = (36_000 * 60) / Math.max(booked, 1);
  return {
    week,
    kind: ProviderKind.agency,
    clients: Math.ceil(booked / 600),
    booked,
    individual: 0,
    capacity: booked,
    delivered: booked,
    workers: 4,
    vacancy: 0,
    churn: 0,
    wage: 700,
    floor: 650,
    fee: 1358,
    price: 1700,
    fullCost: 1200 + fixed,
    avoidable: 1100,
    parts: { pay: 900, travel: 100, running: 200, fixed },
    margin: -0.2,
    revenue: 30_000,
    cost: 40_000,
    cash: -100_000,
    limit: -80_000,
    owed: 0,
    drawings: 10_000,
    instalment: 0,
    framework: 1,
  };
}

/** All that is told of an agency that left in its second week, from so many minutes agreed to so many. */
function toldOf(before: number, after: number, cause: number = EventCause["cash gone, wound up"]): string {
  const { burnInWeeks } = scenario;
  const teller = new Teller(scenario);
  const end = stateOf(burnInWeeks + 1, after);
  const weeks: ProviderWeek[] = [
    { state: stateOf(burnInWeeks, before), flows: noFlows(), agreed: before, given: before },
  ];
  const exit = {
    week: burnInWeeks + 1,
    kind: EventKind["provider.closed"],
    agent: 1,
    other: 0,
    amount: end.clients,
    cause,
  };
  const settled = { payout: 0, invoices: 0 };
  const life = { weeks, hasTradedBefore: false, exit, end, settled, notices: 0, spots: 0, lost: [] };
  const links = chainOf(weeks, { state: end, flows: noFlows() }, teller);
  const summary = summaryOf(life, teller, { opening: 0, closing: 0, rows: [] });
  return [...summary, ...links.flatMap(({ sentences }) => sentences)].join(" ");
}

describe("an agency with no hours to speak of", () => {
  it("is said to have none, and no cost is put on an hour", () => {
    const told = toldOf(6000, 0);
    expect(told).toContain("It had no care agreed at the end: nothing to spread its fixed costs over.");
    expect(told).not.toMatch(/An hour|costs it in full|over 0 min|NaN|Infinity/);
  });

  it("is said to have hardly any where it has a few", () => {
    const told = toldOf(6000, 120);
    expect(told).toContain(
      "It had 2 h of care a week agreed at the end: hardly anything to spread its fixed costs over.",
    );
    expect(told).not.toMatch(/An hour|costs it in full/);
  });

  it("at the beginning has no cost to compare with", () => {
    const told = toldOf(0, 6000);
    expect(told).toContain("at the end an hour cost it £15.60 in full");
    expect(told).not.toMatch(/Of that change|more care|NaN|Infinity/);
  });

  it("that everybody had left is said to have closed, not to have been wound up", () => {
    expect(toldOf(6000, 0, EventCause["nobody on its books"])).toMatch(
      /^Closed, with neither people nor staff left, on /,
    );
  });

  it("with hours at both ends is told of as ever", () => {
    expect(toldOf(6000, 6600)).toContain("what an hour costs it in full went from £15.60 to £15.27 (−2.1%)");
  });
});
