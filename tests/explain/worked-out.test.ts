/** What no column and no event holds is worked out beside the engine; here it is held against what came of it. */
import { describe, expect, it } from "vitest";
import { EVENT_KINDS, EventKind } from "../../src/model/world/events.ts";
import type { World } from "../../src/model/world/world.ts";
import { listenToDraws } from "../../src/simulation/explain/draw-watch.ts";
import { findLive, findRow, tableOf } from "../../src/simulation/explain/find.ts";
import { type Offer, OfferWatch } from "../../src/simulation/explain/offers.ts";
import { PersonEnd } from "../../src/simulation/explain/person-end.ts";
import { personState, type PersonState } from "../../src/simulation/explain/person-state.ts";
import { simulate } from "../../src/simulation/index.ts";
import { hardCouncil } from "../support/explain-council.ts";

const SEED = "1";

/** Events of a kind since a place in the log. */
const eventsSince = (world: World, from: number, kind: number): { agent: number; other: number }[] => {
  const { columns, count } = world.events;
  const places = Array.from({ length: count - from }, (_, at) => from + at).filter((at) => columns.kind[at] === kind);
  return places.map((at) => ({ agent: columns.agent[at], other: columns.other[at] }));
};

describe("what agencies said to a broker", () => {
  it("agrees with what came of it, for every package of the run", () => {
    const counts = { refused: 0, placed: 0, spot: 0 };
    let watches = new Map<number, OfferWatch>();
    const check = (world: World, from: number): void => {
      const refused = new Set(eventsSince(world, from, EventKind["package.refused"]).map(({ agent }) => agent));
      const spots = new Map(
        eventsSince(world, from, EventKind["package.spot"]).map((each) => [each.agent, each.other]),
      );
      for (const [key, { offers }] of watches) {
        const row = findLive(tableOf(world, "person"), key);
        const asked = offers.filter(({ isSpot }) => !isSpot);
        const able = offers.filter(({ isSpot, freeMinutes, neededMinutes }) => isSpot && freeMinutes >= neededMinutes);
        if (refused.has(key)) {
          counts.refused += 1;
          expect(asked.filter(({ accepts }) => accepts)).toEqual([]);
          expect(able.filter(({ reserve, offered }) => reserve <= offered)).toEqual([]);
        } else if (spots.has(key)) {
          counts.spot += 1;
          expect(asked.filter(({ accepts }) => accepts)).toEqual([]);
          expect(cheapest(able)).toBe(spots.get(key));
        } else if (asked.length > 0) {
          counts.placed += 1;
          const last = asked.pop();
          expect(asked.filter(({ accepts }) => accepts)).toEqual([]);
          expect(last?.accepts).toBe(true);
          expect(last?.agency).toBe(world.providers.keys[world.people.columns.provider[row]]);
        }
      }
    };
    simulate(hardCouncil(60), SEED, {
      founded: (world) => {
        const distance = world.draws["providers.distance"];
        listenToDraws(world, "person", (heard) => {
          const watch = watches.get(heard.key);
          if (watch !== undefined) watch.hear(world, findLive(tableOf(world, "person"), heard.key), distance, heard);
        });
      },
      phases: (all) =>
        all.map((phase) =>
          phase.name !== "brokerage"
            ? phase
            : {
                ...phase,
                run: (world) => {
                  const { count } = world.events;
                  watches = openWatches(world);
                  phase.run(world);
                  check(world, count);
                  watches = new Map();
                },
              },
        ),
    });
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
  });
});

function openWatches(world: World): Map<number, OfferWatch> {
  const { keys, live, liveCount } = world.people;
  const watches = new Map<number, OfferWatch>();
  for (let index = 0; index < liveCount; index++) {
    const watch = new OfferWatch();
    watch.begin(world);
    watches.set(keys[live[index]], watch);
  }
  return watches;
}

/** Agencies that ask less than the fee get the fee, so the first of the cheapest is taken. */
function cheapest(able: readonly Offer[]): number {
  const asks = able.map(({ reserve, fee }) => Math.max(reserve, fee));
  return able[asks.indexOf(Math.min(...asks))]?.agency ?? 0;
}

describe("how people left", () => {
  it("counts as many deaths as the week does", () => {
    let died = 0;
    let counted = 0;
    const others = new Map<string, number>();
    let ends = new Map<number, PersonEnd>();
    simulate(hardCouncil(60), SEED, {
      founded: (world) => {
        listenToDraws(world, "person", (heard) => {
          for (const [key, end] of ends) end.hear(world, heard, key);
        });
      },
      phases: (all) =>
        all.map((phase) =>
          phase.name !== "needs"
            ? phase
            : {
                ...phase,
                run: (world) => {
                  const before = statesOf(world);
                  const from = world.events.count;
                  ends = new Map([...before.keys()].map((key) => [key, begun()]));
                  phase.run(world);
                  const moved = new Set(
                    eventsSince(world, from, EventKind["person.careHome"]).map(({ agent }) => agent),
                  );
                  for (const [key, end] of ends) {
                    if (findLive(tableOf(world, "person"), key) >= 0) continue;
                    expect(findRow(tableOf(world, "person"), key)).toBeGreaterThanOrEqual(0);
                    const code = end.codeOf(world, before.get(key) as PersonState, moved.has(key));
                    if (code === "person.died") died += 1;
                    else others.set(code ?? "moved", (others.get(code ?? "moved") ?? 0) + 1);
                  }
                  counted += world.tally.deaths;
                  ends = new Map();
                },
              },
        ),
    });
    expect(died).toBe(counted);
    expect(died).toBeGreaterThan(10);
    const usual = ["moved", "person.helpEnded", "person.left", "person.leftOtherwise", "person.stoppedBuying"];
    expect([...others.keys()]).toEqual(expect.arrayContaining(usual));
  });
});

function begun(): PersonEnd {
  const end = new PersonEnd();
  end.begin();
  return end;
}

function statesOf(world: World): Map<number, PersonState> {
  const { keys, live, liveCount } = world.people;
  const states = new Map<number, PersonState>();
  for (let index = 0; index < liveCount; index++) states.set(keys[live[index]], personState(world, live[index]));
  return states;
}

describe("events", () => {
  it("of one kind of agent are told by their codes", () => {
    for (const { code } of EVENT_KINDS) expect(code).toMatch(/^(provider|package|person|council)\./);
  });
});
