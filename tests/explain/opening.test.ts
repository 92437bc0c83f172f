/** What was so before recording began is told as such, and shares are of what was agreed at the time. */
import { describe, expect, it } from "vitest";
import { ProviderKind } from "../../src/model/world/codes.ts";
import { EventKind } from "../../src/model/world/events.ts";
import type { World } from "../../src/model/world/world.ts";
import { marginOf } from "../../src/model/week/labour.ts";
import { explain, type Explanation } from "../../src/simulation/explain/index.ts";
import { simulate } from "../../src/simulation/index.ts";
import { hardCouncil } from "../support/explain-council.ts";

const SEED = "3";
const scenario = hardCouncil(52, 40);

interface Opening {
  readonly key: number;
  readonly loses: boolean;
  readonly isOverdrawn: boolean;
}

/** Agencies old enough to be judged, as they stood when recording began. */
function openingsIn(world: World): Opening[] {
  const { providers, ledger, era, week } = world;
  const { keys, live, liveCount, columns } = providers;
  const { kind, enteredWeek, account } = columns;
  return Array.from(live.subarray(0, liveCount))
    .filter((row) => kind[row] === ProviderKind.agency)
    .filter((row) => enteredWeek[row] === 0 || week - enteredWeek[row] >= era.providers.youngWeeks)
    .map((row) => ({
      key: keys[row],
      loses: marginOf(world, row) < 0,
      isOverdrawn: ledger.balances[account[row]] < 0,
    }));
}

describe("a provider that traded before recording began", () => {
  it("did not begin then what it had begun before", () => {
    const openings: Opening[] = [];
    simulate(scenario, SEED, {
      phases: (all) =>
        all.map((phase, at) => ({
          ...phase,
          run: (world) => {
            if (at === 0 && world.week === scenario.burnInWeeks) openings.push(...openingsIn(world));
            phase.run(world);
          },
        })),
    });
    const [loses, overdrawn] = [openings.filter((each) => each.loses), openings.filter((each) => each.isOverdrawn)];
    expect(Math.min(loses.length, overdrawn.length)).toBeGreaterThan(0);
    for (const { key, ...was } of [...loses.slice(0, 4), ...overdrawn.slice(0, 4)]) {
      const { story } = explain(scenario, SEED, { agent: { kind: "provider", key } });
      const codes = story.filter(({ week }) => week === 0).map(({ code }) => code);
      expect(codes.includes("provider.lossMakingBefore")).toBe(was.loses);
      expect(codes.includes("provider.overdrawnBefore")).toBe(was.isOverdrawn);
      if (was.loses) expect(codes).not.toContain("provider.lossMaking");
      if (was.isOverdrawn) expect(codes).not.toContain("provider.cashGone");
    }
  });
});

const lifeOf = (kind: "person" | "provider", key: number): Explanation => explain(hard, SEED, { agent: { kind, key } });
const hard = hardCouncil();
const { events } = simulate(hard, SEED);
const keysOf = (kind: number, whose: "agent" | "other"): number[] => [
  ...new Set([...events[whose]].filter((key, at) => key > 0 && events.kind[at] === kind)),
];

describe("the care that a provider gave", () => {
  it("is a share of what was agreed when it was given: never more than all, and not nothing in its first week", () => {
    const entered = keysOf(EventKind["provider.entered"], "agent").slice(0, 4);
    const others = keysOf(EventKind["package.handedBack"], "other").slice(0, 4);
    expect(Math.min(entered.length, others.length)).toBeGreaterThan(0);
    for (const key of [...entered, ...others]) {
      const { years, causes, story, firstWeek } = lifeOf("provider", key);
      const given = years.flatMap(({ facts }) => facts.filter(({ name }) => name === "given"));
      for (const { value } of given) expect(value).toBeLessThanOrEqual(1);
      // An agency opens after the week's care was given; its table keeps its order all the same.
      expect(years[0].facts.slice(0, 3).map(({ name }) => name)).toEqual(["clients", "booked", "given"]);
      const said = causes.flatMap(({ sentences }) => sentences).join(" ");
      for (const [, share] of said.matchAll(/It gave ([\d.]+)% of the care agreed/g)) {
        expect(Number(share)).toBeLessThanOrEqual(100);
      }
      const first = story.filter(({ week }) => week === firstWeek && entered.includes(key)).map(({ code }) => code);
      expect(first).not.toContain("provider.short");
    }
  });
});

describe("a new provider that earns too little", () => {
  it("is told of when it is old enough to be judged, and not as if that week had begun it", () => {
    const young = Number(hard.values["providers.youngWeeks"][0].value);
    const stories = keysOf(EventKind["provider.entered"], "agent").map((key) => lifeOf("provider", key));
    const told = stories.flatMap(({ story, firstWeek }) =>
      story.flatMap(({ code, week }) =>
        code.startsWith("provider.lossMaking") ? [{ code, age: week - firstWeek }] : [],
      ),
    );
    const first = told.filter(({ age }) => age === young);
    expect(first.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ code, age }) => [code, age === young].join(" ")))).toEqual(
      new Set(["provider.lossMakingYoung true", ...(told.length > first.length ? ["provider.lossMaking false"] : [])]),
    );
  });
});

describe("what somebody added of their own", () => {
  it("is the same sum in the reasons and in the story, whole minutes and all", () => {
    const holders = keysOf(EventKind["person.route"], "agent")
      .slice(0, 300)
      .map((key) => lifeOf("person", key));
    const pairs = holders.flatMap(({ causes, story }) => {
      const said = causes.flatMap(({ sentences }) => sentences).join(" ");
      const reason = /they added (£[\d.,]+) a week, until/.exec(said)?.[1];
      const paid = story.find(({ sentence }) => sentence.startsWith("Paid for care out of"))?.sentence;
      return reason === undefined || paid === undefined ? [] : [{ reason, paid }];
    });
    expect(pairs.length).toBeGreaterThan(0);
    for (const { reason, paid } of pairs) expect(paid).toContain(reason);
  });
});
