/** What a story counts is what happened in the recorded weeks: it adds up, once each, whatever the burn-in held. */
import { describe, expect, it } from "vitest";
import { Employment } from "../../src/model/world/codes.ts";
import { EventKind } from "../../src/model/world/events.ts";
import type { World } from "../../src/model/world/world.ts";
import { explain, type Explanation } from "../../src/simulation/explain/index.ts";
import { type ResolvedScenario, type RunResult, simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { dateText } from "../../src/simulation/explain/amounts.ts";
import { hardCouncil } from "../support/explain-council.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** Runs a scenario with a look at the world before and after every phase. */
function looking(
  scenario: ResolvedScenario,
  seed: string,
  look: (phase: string, world: World, isAfter: boolean) => void,
): RunResult {
  return simulate(scenario, seed, {
    phases: (all) =>
      all.map((phase) => ({
        ...phase,
        run: (world) => {
          look(phase.name, world, false);
          phase.run(world);
          look(phase.name, world, true);
        },
      })),
  });
}

interface Move {
  readonly key: number;
  readonly week: number;
}

/** Workers who in one phase of a recorded week came from one employer to another. */
function movesWithin(meant: string, scenario: ResolvedScenario, seed: string): Move[] {
  const moves: Move[] = [];
  let before = new Map<number, string>();
  looking(scenario, seed, (phase, world, isAfter) => {
    if (phase !== meant) return;
    const now = employers(world);
    const week = world.week - scenario.burnInWeeks;
    if (isAfter && week >= 0) {
      for (const [key, employer] of now) if ((before.get(key) ?? employer) !== employer) moves.push({ key, week });
    }
    before = now;
  });
  return moves;
}

function employers({ workers }: World): Map<number, string> {
  const { keys, live, liveCount, columns } = workers;
  const { employment, provider, person } = columns;
  const rows = Array.from(live.subarray(0, liveCount)).filter((row) => employment[row] !== Employment.seeking);
  return new Map(rows.map((row) => [keys[row], `${provider[row]} ${person[row]}`]));
}

/** Codes of one week of a worker's story. */
const codesOf = (scenario: ResolvedScenario, seed: string, { key, week }: Move): string[] =>
  explain(scenario, seed, { agent: { kind: "worker", key } })
    .story.filter((each) => each.week === week && each.code !== "worker.payRose")
    .map(({ code }) => code);

describe("a worker who goes straight from one job to another", () => {
  it("quits once, and is hired once", () => {
    const scenario = hardCouncil();
    const moves = movesWithin("labour", scenario, "1");
    expect(moves.length).toBeGreaterThan(3);
    for (const move of moves) expect(codesOf(scenario, "1", move)).toEqual(["worker.quitToMove", "worker.hired"]);
  });

  it("drawn away to an assistant's post, left for it and did not look for a job", () => {
    const scenario = scenarioFrom(smallCouncil({ set: { "size.scale": 0.1, "labour.assistantPull": 5 } }));
    const moves = movesWithin("choice", scenario, "1");
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves) expect(codesOf(scenario, "1", move)).toEqual(["worker.drawnAway"]);
  });
});

describe("notices of a provider", () => {
  const scenario = hardCouncil(104, 52);

  /** Packages that each provider gave notice on in recorded weeks, with the first of those weeks. */
  function noticesOf({ events, mondays }: RunResult): Map<number, { count: number; monday: string }> {
    const found = new Map<number, { count: number; monday: string }>();
    events.kind.forEach((kind, at) => {
      if (kind !== EventKind["package.handedBack"]) return;
      const { count, monday } = found.get(events.other[at]) ?? { count: 0, monday: mondays[events.week[at]] };
      found.set(events.other[at], { count: count + 1, monday });
    });
    return found;
  }

  /** Keys of providers that gave notice in the burn-in, and of those that were still there when recording began. */
  function earlyNotices(seed: string): [RunResult, Set<number>, Set<number>] {
    const early = new Set<number>();
    const stayed = new Set<number>();
    const result = looking(scenario, seed, (phase, { events, providers, week }, isAfter) => {
      if (!isAfter || phase !== "providers") return;
      if (week === scenario.burnInWeeks) for (const key of early) if (providers.hasLive(key)) stayed.add(key);
      if (week >= scenario.burnInWeeks) return;
      for (let at = 0; at < events.count; at++) {
        if (events.columns.kind[at] === EventKind["package.handedBack"]) early.add(events.columns.other[at]);
      }
    });
    return [result, early, stayed];
  }

  const noticeWords = ({ summary, causes, hit }: Explanation): string =>
    [...summary, ...causes.flatMap(({ sentences }) => sentences), ...(hit?.sentences ?? [])]
      .filter((sentence) => /gave notice|given notice/.test(sentence))
      .join(" ");

  it("are those of recorded weeks, and so is the first of them", () => {
    const tried = { both: 0, late: 0, early: 0 };
    for (const seed of ["1", "2", "3", "4"]) {
      const [result, early, stayed] = earlyNotices(seed);
      const notices = noticesOf(result);
      for (const [key, { count, monday }] of notices) {
        const told = explain(scenario, seed, { agent: { kind: "provider", key } });
        const said = noticeWords(told);
        expect(said).toContain(`It gave notice on ${count} package`);
        const which = early.has(key) ? "first gave notice in the record" : "first gave notice";
        expect(said).toContain(`When it ${which}, on ${dateText(monday)}, the council paid`);
        const given = Number(/(\d+) (?:people were|person was) given notice/.exec(said)?.[1]);
        expect(given).toBeLessThanOrEqual(count);
        tried[early.has(key) ? "both" : "late"] += 1;
      }
      for (const key of stayed) {
        if (notices.has(key)) continue;
        expect(noticeWords(explain(scenario, seed, { agent: { kind: "provider", key } }))).toBe("");
        tried.early += 1;
      }
    }
    expect(Math.min(...Object.values(tried))).toBeGreaterThan(0);
  });
});

describe("the first of a person's own money", () => {
  it("is not the first where they had paid before recording began", () => {
    const scenario = hardCouncil(30, 60);
    const early = new Set<number>();
    const result = looking(scenario, "1", (phase, { people, week }, isAfter) => {
      if (!isAfter || phase !== "money" || week !== scenario.burnInWeeks - 1) return;
      const { keys, live, liveCount, columns } = people;
      for (const row of live.subarray(0, liveCount)) if (columns.toppedUp[row] === 1) early.add(keys[row]);
    });
    const { kind, agent } = result.events;
    const late = Array.from(agent).filter((_, at) => kind[at] === EventKind["person.toppedUp"]);
    const sentencesOf = (key: number): string[] =>
      explain(scenario, "1", { agent: { kind: "person", key } })
        .story.filter(({ code }) => code === "person.paidTopUp")
        .map(({ sentence }) => sentence);
    const again = [...early].flatMap(sentencesOf);
    const first = late.flatMap(sentencesOf);
    expect([again.length > 0, first.length > 0]).toEqual([true, true]);
    for (const said of again) expect(said).toMatch(/own pocket, as they had before recording began: £[\d.]+\.$/);
    for (const said of first) expect(said).toMatch(/own pocket for the first time: £[\d.]+\.$/);
    expect(first.length).toBe(late.length);
    const { story } = explain(scenario, "1", { agent: { kind: "person", key: late[0] } });
    expect(story.filter(({ sentence }) => sentence.includes("for the first time"))).toHaveLength(1);
  });
});

describe("the numbers behind an exit", () => {
  const EXITS: readonly number[] = [EventKind["provider.failed"], EventKind["provider.closed"]];
  const CAME = /(\d+) (?:placed|chose it|came along|hired|came from)/g;
  const WENT = /(\d+) (?:left care|went into|re-placed|changed route|chose to leave|followed|lost when|quit)/g;

  const added = (text: string, pattern: RegExp): number =>
    [...text.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);

  /** What a link says there was at the start and at the end, and the same end by who came and went. */
  function sumOf({ causes }: Explanation, title: string): { readonly end: number; readonly sum: number } | undefined {
    const text = causes.find((link) => link.title === title)?.sentences.join(" ");
    if (text === undefined) return undefined;
    const [, from, to, same] = /(?:clients|care workers) (?:went from (\d+) to (\d+)|stayed at (\d+))/.exec(text) ?? [];
    return { end: Number(to ?? same), sum: Number(from ?? same) + added(text, CAME) - added(text, WENT) };
  }

  it("add up: who was there, less who went, with who came", () => {
    const scenario = hardCouncil();
    let [tried, takenOn, ranOut] = [0, 0, 0];
    // In exits of the last two a notice runs out in the very week.
    for (const seed of ["1", "2", "65", "67"]) {
      const { events } = simulate(scenario, seed);
      for (let at = 0; at < events.kind.length; at++) {
        if (!EXITS.includes(events.kind[at])) continue;
        const told = explain(scenario, seed, { agent: { kind: "provider", key: events.agent[at] } });
        const [clients, staff] = [sumOf(told, "Clients and hours"), sumOf(told, "Staff")];
        if (clients === undefined || staff === undefined) continue;
        expect(clients).toEqual({ end: events.amount[at], sum: events.amount[at] });
        expect(staff.sum).toBe(staff.end);
        const said = told.causes.flatMap(({ sentences }) => sentences).join(" ");
        takenOn += said.includes("came from closing providers") ? 1 : 0;
        ranOut += said.includes("lost when a notice ran out") ? 1 : 0;
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(20);
    expect(Math.min(takenOn, ranOut)).toBeGreaterThan(0);
  });
});
