/** Who is watched lives as if nobody watched, and every penny shown was really moved. */
import { describe, expect, it } from "vitest";
import { EventCause, EventKind } from "../../src/model/world/events.ts";
import { BrokenInvariant, type Phase, simulate } from "../../src/simulation/index.ts";
import {
  type AgentKind,
  type Candidate,
  explain,
  type Explanation,
  faultIn,
  openFinding,
} from "../../src/simulation/explain/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { countLines, hardCouncil } from "../support/explain-council.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEED = "2";
const scenario = hardCouncil(130);
const plain = simulate(scenario, SEED);
const { digest, groups } = openFinding(scenario, SEED, undefined).finish();

const candidate = (kind: AgentKind, name: string, key: number): Candidate => {
  const found = groups.find((group) => group.kind === kind && group.name === name)?.agents;
  return found?.find((each) => each.key === key) ?? { key, week: -1, monday: "" };
};
const keysOf = (kind: AgentKind, name: string): readonly number[] =>
  groups.find((group) => group.kind === kind && group.name === name)?.agents.map(({ key }) => key) ?? [];
const first = (kind: AgentKind, name: string): Explanation =>
  explain(scenario, SEED, { agent: { kind, key: keysOf(kind, name)[0] } });

const FOUNDER = 0x80000000;
const founder = (kind: AgentKind, name: string): number => {
  const key = keysOf(kind, name).find((each) => each < FOUNDER);
  if (key === undefined) throw new Error(`no founder is a ${kind}:${name}`);
  return key;
};

/** The other end of a line: one agent, or an institution. */
const PARTY =
  /^((agency|supported living provider|day service|person|worker|direct payment of person) \d+|(the|HM|pension|care) .*)$/;

/** What an explanation adds up to over the years, as the recount names it. */
function rowsOf({ money }: Explanation): Record<string, { pence: number; transfers: number }> {
  const rows: Record<string, { pence: number; transfers: number }> = {};
  for (const { direction, purpose, pence, transfers } of money.rows) {
    const row = (rows[`${direction} ${purpose}`] ??= { pence: 0, transfers: 0 });
    row.pence += pence;
    row.transfers += transfers;
  }
  return rows;
}

describe("what is told of a life", () => {
  // People who hold their budget change agencies often here, so that every way of losing one is told.
  const restless = scenarioFrom(
    smallCouncil({ weeks: 60, set: { "size.scale": 0.06, "directPayment.switchPerYear": 5 } }),
  );

  it("leaves no gap in a sentence", () => {
    const told = new Set<string>();
    const { groups: found } = openFinding(restless, SEED, undefined).finish();
    for (const { kind, agents } of found) {
      for (const { key } of agents.slice(0, 3)) {
        const explanation = explain(restless, SEED, { agent: { kind, key } });
        expect(JSON.stringify(explanation)).not.toMatch(/\{\w+\}/);
        for (const { code } of explanation.story) told.add(code);
      }
    }
    expect(told).toContain("person.lookedOn");
  });
});

describe("a review that ends a package", () => {
  /** Codes of the story in the week of its first `code`, of the first person to whom that befell. */
  function toldWith(code: "person.substituted" | "person.switched", set: Readonly<Record<string, number>>): string[] {
    const given = scenarioFrom(smallCouncil({ weeks: 80, set: { "size.scale": 0.06, ...set } }));
    const { kind, agent } = simulate(given, SEED).events;
    const key = agent[kind.indexOf(EventKind[code])];
    const { story } = explain(given, SEED, { agent: { kind: "person", key } });
    const week = story.find((each) => each.code === code)?.week;
    return story.filter((each) => each.week === week).map((each) => each.code);
  }

  it("is told once, and no notice is said to have run out", () => {
    const passedOn = { "council.grantChange": 0.8, "council.substitutionCap": 1, "council.voluntaryRoom": 50 };
    const told = toldWith("person.substituted", passedOn);
    expect(told).toContain("person.substituted");
    expect(told).not.toContain("person.noticeEnded");
    const switched = toldWith("person.switched", {
      "route.switchAtReview": 1,
      "directPayment.communityShare.older": 0,
    });
    expect(switched).toContain("person.switched");
    expect(switched).not.toContain("person.noticeEnded");
  });
});

describe("an assistant who loses the post", () => {
  /** What befell, in the week of it, the first assistant whom somebody lost for this reason. */
  function toldOf(cause: keyof typeof EventCause, set: Readonly<Record<string, number>>): string[] {
    const given = scenarioFrom(smallCouncil({ weeks: 80, set: { "size.scale": 0.06, ...set } }));
    const { events } = simulate(given, SEED);
    const at = events.cause.findIndex((each, row) => {
      return each === EventCause[cause] && events.kind[row] === EventKind["person.lostAssistant"];
    });
    const { story } = explain(given, SEED, { agent: { kind: "worker", key: events.other[at] } });
    return story.filter(({ week }) => week === events.week[at]).map(({ code }) => code);
  }

  it("is told why", () => {
    expect(toldOf("assistant quit", {})[0]).toMatch(/^worker\.quit/);
    expect(toldOf("harm by the assistant", { "safety.assistantRate": 5 })[0]).toBe("worker.sentAway");
    expect(toldOf("another route", { "route.handBackPayment": 10 })[0]).toBe("worker.notNeeded");
  });
});

describe("the council of these tests", () => {
  it("has somebody in every group that they ask for", () => {
    expect(digest).toBe(plain.digest);
    const empty = groups.filter(({ agents }) => agents.length === 0).map(({ kind, name }) => `${kind}:${name}`);
    expect(empty).toEqual([]);
    const falls = groups.map(({ name, agents }) => {
      const weeks = agents.map(({ week }) => week);
      return { name, falls: weeks.filter((week, at) => at > 0 && week < weeks[at - 1]).length };
    });
    const byMost = ["paid-most", "waited-longest"];
    // Two groups have those with more of a story first, and then the others.
    const inTwo = ["refused", "left-care"];
    const wrong = falls.filter(
      ({ name, falls: count }) => !byMost.includes(name) && count > Number(inTwo.includes(name)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("watching", () => {
  it.each([
    ["person", "topped-up"],
    ["person", "handed-back"],
    ["worker", "hired"],
    ["provider", "failed"],
    ["provider", "entered"],
  ] as const)("a %s:%s changes no digest", (kind, name) => {
    const found = first(kind, name);
    expect(found.digest).toBe(plain.digest);
    expect(found.story.length).toBeGreaterThan(0);
    for (const { sentence } of found.story) expect(sentence).not.toMatch(/[{}]|NaN|undefined|not defined/);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("changes none where every week's state counts", () => {
    const short = hardCouncil(20);
    const options = { digest: "full", checks: "full" } as const;
    const found = explain(short, SEED, { agent: { kind: "provider", key: 2 }, week: 10 }, options);
    expect(found.digest).toBe(simulate(short, SEED, options).digest);
  });
});

describe("the lines of an account", () => {
  it.each([
    ["person", "topped-up"],
    ["person", "crisis"],
    ["person", "care-home"],
    ["worker", "left-care"],
    ["worker", "moved"],
    ["provider", "failed"],
    ["provider", "transferred"],
  ] as const)("of a %s:%s are those that the journal names", (kind, name) => {
    const key = founder(kind, name);
    const counted = countLines(scenario, SEED, { kind, key });
    const told = explain(scenario, SEED, { agent: { kind, key } });
    expect(counted.digest).toBe(plain.digest);
    expect(rowsOf(told)).toEqual(counted.rows);
    expect(faultIn(told.money)).toBe("");
  });

  it("of somebody who comes in the middle of a week begin with nothing", () => {
    const { money } = first("provider", "entered");
    expect(money.opening).toBe(0);
    expect(money.rows.find(({ purpose }) => purpose === "ownerCapital")).toMatchObject({
      direction: "in",
      transfers: 1,
    });
    expect(faultIn(money)).toBe("");
  });

  it.each([
    ["person", "topped-up"],
    ["worker", "moved"],
    ["provider", "transferred"],
  ] as const)("of a %s:%s in one week are those that the journal names in it, one by one", (kind, name) => {
    const key = founder(kind, name);
    const { week } = candidate(kind, name, key);
    const { rows } = countLines(scenario, SEED, { kind, key }, (each) => each === week);
    const { inWeek } = explain(scenario, SEED, { agent: { kind, key }, week });
    const lines = inWeek?.lines ?? [];
    for (const [what, { pence, transfers }] of Object.entries(rows)) {
      const meant = lines.filter(({ direction, purpose }) => `${direction} ${purpose}` === what);
      expect(meant).toHaveLength(transfers);
      expect(meant.reduce((sum, each) => sum + each.pence, 0)).toBe(pence);
    }
    expect(lines).toHaveLength(Object.values(rows).reduce((sum, { transfers }) => sum + transfers, 0));
    for (const { party } of lines) expect(party).toMatch(PARTY);
  });

  it("are missed when one is dropped from the story", () => {
    const { money } = first("provider", "failed");
    expect(faultIn(money)).toBe("");
    expect(faultIn({ ...money, rows: money.rows.slice(1) })).toMatch(/^the lines lead from \d+ to -?\d+ pence/);
  });

  it("are missed when one is dropped from the journal: the run stops", () => {
    const agent = { kind: "provider", key: 2 } as const;
    const lie = (all: readonly Phase[]): readonly Phase[] =>
      all.map((phase) => (phase.name === "money" ? { ...phase, run: (world) => unseen(phase, world) } : phase));
    expect(() => explain(hardCouncil(10), SEED, { agent }, { phases: lie })).toThrow(BrokenInvariant);
    expect(() => explain(hardCouncil(10), SEED, { agent }, { phases: lie })).toThrow(
      /law E1 broke in week 0 for agent 2: the lines of its journal leave -?\d+ pence, its account holds -?\d+/,
    );
  });
});

/** Moves a pound that no journal hears of. */
const unseen: (phase: Phase, world: Parameters<Phase["run"]>[0]) => void = (phase, world) => {
  phase.run(world);
  const till = world.providers.columns.account[world.providers.live[1]];
  world.ledger.balances[till] -= 100;
  world.ledger.balances[world.accounts.economy] += 100;
};

describe("a week in full", () => {
  it("shows draws with their streams, and every column", () => {
    const key = founder("person", "refused");
    const { week } = candidate("person", "refused", key);
    const { inWeek } = explain(scenario, SEED, { agent: { kind: "person", key }, week });
    expect(inWeek?.state.map(({ name }) => name)).toContain("needTerm");
    expect(inWeek?.happenings.map(({ code }) => code)).toContain("package.refused");
    expect(inWeek?.draws.map(({ stream }) => stream)).toContain("brokerage.pick");
    for (const { stream, value, form, sentence } of inWeek?.draws ?? []) {
      expect(stream).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      expect(sentence).toMatch(/\.$/);
      if (form === "uniform") expect(value > 0 && value < 1).toBe(true);
    }
  });

  it("shows the draw by which a worker quit", () => {
    const [key] = keysOf("worker", "left-care");
    const { week } = candidate("worker", "left-care", key);
    const gone = explain(scenario, SEED, { agent: { kind: "worker", key }, week });
    expect(gone.lastWeek).toBe(week);
    expect(gone.inWeek?.draws).toContainEqual(
      expect.objectContaining({ stream: "labour.quit", form: "uniform", number: 0 }),
    );
  });
});

describe("the chain behind an exit", () => {
  const failed = first("provider", "failed");

  it("names prices, clients, staff, margin and cash, in that order", () => {
    const titles = failed.causes.map(({ title }) => title);
    expect(titles.slice(0, 5)).toEqual(["Fees and wages", "Clients and hours", "Staff", "Margin", "Cash"]);
    const end = failed.story.at(-1);
    expect(end?.code).toBe("provider.failed");
    const pence = (name: string): number => Number(end?.facts.find((each) => each.name === name)?.value);
    expect(pence("cash")).toBeLessThan(pence("limit"));
  });

  it("counts everybody who was hit", () => {
    const amount = plain.events.amount.find(
      (_, at) => plain.events.agent[at] === failed.agent.key && plain.events.kind[at] === 0,
    );
    const since = failed.hit?.people.filter((each) => each.since === failed.lastWeek + scenario.burnInWeeks) ?? [];
    expect(since.length).toBe(amount);
    expect(failed.hit?.workers.length).toBeGreaterThan(0);
    expect(failed.hit?.sentences.join(" ")).toContain("lost their provider when it left");
  });
});
