/**
 * Agents worth explaining, found without knowing a key: by what befell them, in the order in which it did; where that is
 * often over in a week, those with more of a story first.
 */
import { Employment, Stage } from "../../model/world/codes.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../../model/world/events.ts";
import type { Phase } from "../../model/week/index.ts";
import type { World } from "../../model/world/world.ts";
import { type Run, type RunOptions, start } from "../run.ts";
import type { RunResult } from "../result.ts";
import type { ResolvedScenario } from "../scenario/resolved.ts";
import { didYouMean } from "../scenario/nearest.ts";
import { AGENT_KINDS, type AgentKind, type AgentName, CannotExplain } from "./explanation.ts";
import { type Selector, SELECTORS } from "./selectors.ts";

export interface Candidate {
  readonly key: number;
  /** When it befell them first. */
  readonly week: number;
  readonly monday: string;
}

export interface CandidateGroup {
  readonly kind: AgentKind;
  readonly name: string;
  readonly sentence: string;
  readonly agents: readonly Candidate[];
}

/** What `--agent` may name: one agent, a group to take the first of, or a kind to list. */
export type Asked =
  | { readonly form: "agent"; readonly agent: AgentName }
  | { readonly form: "group"; readonly kind: AgentKind; readonly name: string }
  | { readonly form: "kind"; readonly kind: AgentKind };

/** Reads "provider:17", "provider:failed" or "provider". @throws CannotExplain */
export function askedAgent(text: string): Asked {
  const [word, ...rest] = text.split(":");
  const kind = AGENT_KINDS.find((each) => each === word);
  if (kind === undefined) {
    const keys = AGENT_KINDS.map((each) => `${each}:<key>`).join(", ");
    const lines = [
      agentMeant(text) ?? didYouMean(word, AGENT_KINDS),
      `Allowed: ${keys}, or a group such as provider:failed.`,
    ];
    throw new CannotExplain(`"${word}" is not a kind of agent`, lines.filter((line) => line !== "").map(capitalised));
  }
  if (rest.length === 0) return { form: "kind", kind };
  const name = rest.join(":");
  if (/^\d{1,10}$/.test(name) && Number(name) > 0 && Number(name) <= 0xffffffff) {
    return { form: "agent", agent: { kind, key: Number(name) } };
  }
  const names = SELECTORS.filter((each) => each.kind === kind).map((each) => each.name);
  if (names.includes(name)) return { form: "group", kind, name };
  const lines = [didYouMean(name, names), `Allowed: a key, or one of: ${names.join(", ")}.`];
  throw new CannotExplain(
    `"${name}" is neither the key of a ${kind} nor a group of them`,
    lines.filter((line) => line !== "").map(capitalised),
  );
}

/** A group without its kind, or a kind and a key without the colon; undefined for anything else. */
function agentMeant(text: string): string | undefined {
  const group = SELECTORS.filter(({ name }) => name === text.trim().toLowerCase());
  const pair = /^\s*([a-z]+)[\s#-]+(\d{1,10})\s*$/i.exec(text);
  const word = pair?.[1].toLowerCase();
  // A story says "agency 7".
  const kind = AGENT_KINDS.find((each) => each === (word === "agency" ? "provider" : word));
  const meant = [
    ...group.map((each) => `${each.kind}:${each.name}`),
    ...(pair === null || kind === undefined ? [] : [`${kind}:${pair[2]}`]),
  ];
  return meant.length === 0 ? undefined : `did you mean ${meant.map((each) => `"${each}"`).join(" or ")}?`;
}

const capitalised = (line: string): string => line.slice(0, 1).toUpperCase() + line.slice(1);

export interface Finding {
  readonly run: Run;
  readonly finish: () => { readonly digest: string; readonly groups: readonly CandidateGroup[] };
}

/** Runs a scenario to see whom there is to explain; `kind` leaves out the others. */
export function openFinding(
  scenario: ResolvedScenario,
  seed: string,
  kind: AgentKind | undefined,
  options: RunOptions = {},
): Finding {
  const seen = new Seen(scenario.burnInWeeks, kind);
  const phases = (all: readonly Phase[]): readonly Phase[] => {
    const chosen = options.phases?.(all) ?? all;
    return chosen.map((phase) => seen.watching(phase));
  };
  const run = start(scenario, seed, { ...options, phases });
  const meant = SELECTORS.filter((each) => kind === undefined || each.kind === kind);
  return {
    run,
    finish: () => {
      const result = run.finish();
      return { digest: result.digest, groups: meant.map((selector) => groupOf(selector, result, seen)) };
    },
  };
}

function groupOf(selector: Selector, result: RunResult, seen: Seen): CandidateGroup {
  const { kind, name, sentence } = selector;
  const first = selector.event === undefined ? seen.first(name) : firstByEvent(selector, result);
  const better = selector.isBetterAgain === true ? befellAgain(selector, result) : seen.better(name);
  const ordered = [...first].sort(([a], [b]) => Number(better.has(b)) - Number(better.has(a)));
  const agents = ordered.map(([key, week]) => ({ key, week, monday: result.mondays[week] }));
  return { kind, name, sentence, agents };
}

/** Key to week, in the order in which the event first befell each. */
function firstByEvent({ event, cause, isOther }: Selector, { events }: RunResult): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (let at = 0; at < events.week.length; at++) {
    if (EVENT_KINDS[events.kind[at]].code !== event) continue;
    if (cause !== undefined && EVENT_CAUSES[events.cause[at]] !== cause) continue;
    const key = isOther === true ? events.other[at] : events.agent[at];
    if (key !== 0 && !first.has(key)) first.set(key, events.week[at]);
  }
  return first;
}

/** Those whom an event befell in more than one week. */
function befellAgain({ event }: Selector, { events }: RunResult): ReadonlySet<number> {
  const first = new Map<number, number>();
  const again = new Set<number>();
  for (let at = 0; at < events.week.length; at++) {
    if (EVENT_KINDS[events.kind[at]].code !== event) continue;
    const key = events.agent[at];
    if (!first.has(key)) first.set(key, events.week[at]);
    else if (first.get(key) !== events.week[at]) again.add(key);
  }
  return again;
}

/** Looks at what no event tells of, after each phase that can change it: workers' jobs, and own money paid. */
class Seen {
  private readonly found = new Map<string, Map<number, number>>();
  /** By key: row of the provider, or -1 for no provider; and the week in which the job began. */
  private before = new Map<number, { readonly provider: number; readonly since: number }>();
  private readonly afterYear = new Set<number>();
  /** By key: the longest that the person has waited, weeks, and since when. */
  private readonly waited = new Map<number, { readonly weeks: number; readonly since: number }>();
  /** Pence by key. */
  private readonly paid = new Map<number, number>();
  private readonly burnInWeeks: number;
  private readonly kind: AgentKind | undefined;

  constructor(burnInWeeks: number, kind: AgentKind | undefined) {
    this.burnInWeeks = burnInWeeks;
    this.kind = kind;
  }

  first(name: string): ReadonlyMap<number, number> {
    if (name === "paid-most") return this.most();
    if (name === "waited-longest") return this.longest();
    return this.found.get(name) ?? new Map();
  }

  better(name: string): ReadonlySet<number> {
    return name === "left-care" ? this.afterYear : new Set();
  }

  watching(phase: Phase): Phase {
    const { kind } = this;
    const isOfPeople = kind !== "worker" && kind !== "provider";
    if (phase.name === "delivery" && isOfPeople) return after(phase, (world) => this.lookAtWaits(world));
    if (phase.name === "money" && isOfPeople) {
      return after(phase, (world) => this.lookAtPurses(world));
    }
    if (kind === "person" || kind === "provider" || !JOBS_CHANGE.includes(phase.name)) return phase;
    return after(phase, (world) => this.look(world, phase.name));
  }

  private lookAtPurses(world: World): void {
    const { keys, live, liveCount, columns } = world.people;
    const { topUp } = columns;
    const week = world.week - this.burnInWeeks;
    for (let index = 0; index < liveCount; index++) {
      const pence = topUp[live[index]];
      if (pence === 0) continue;
      const key = keys[live[index]];
      this.note("topped-up", key, week);
      if (week >= 0) this.paid.set(key, (this.paid.get(key) ?? 0) + pence);
    }
  }

  private lookAtWaits(world: World): void {
    const { keys, live, liveCount, columns } = world.people;
    if (world.week < this.burnInWeeks) return;
    for (let index = 0; index < liveCount; index++) {
      const row = live[index];
      if (columns.stage[row] !== Stage.seeking) continue;
      const since = columns.queuedWeek[row];
      const weeks = world.week - since;
      if (weeks > (this.waited.get(keys[row])?.weeks ?? 0)) this.waited.set(keys[row], { weeks, since });
    }
  }

  /** Those who waited longest in one stretch, with the week in which it began. */
  private longest(): ReadonlyMap<number, number> {
    const most = [...this.waited].sort(([a, one], [b, other]) => other.weeks - one.weeks || a - b).slice(0, MOST);
    return new Map(most.map(([key, { since }]) => [key, Math.max(0, since - this.burnInWeeks)]));
  }

  /** Those who paid most, the most first, with the week of their first payment. */
  private most(): ReadonlyMap<number, number> {
    const first = this.found.get("topped-up") ?? new Map<number, number>();
    const most = [...this.paid].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
    return new Map(most.map(([key]) => [key, first.get(key) ?? 0]));
  }

  private look(world: World, phase: string): void {
    const { keys, live, liveCount, columns } = world.workers;
    const now = new Map<number, { readonly provider: number; readonly since: number }>();
    const week = world.week - this.burnInWeeks;
    for (let index = 0; index < liveCount; index++) {
      const row = live[index];
      const key = keys[row];
      const provider = columns.provider[row];
      now.set(key, { provider, since: columns.startedWeek[row] });
      const former = this.before.get(key)?.provider ?? -1;
      if (columns.employment[row] === Employment.person) this.note("assistant", key, week);
      if (provider === former) continue;
      if (phase === "providers" && former >= 0) this.note(provider >= 0 ? "moved" : "lost-job", key, week);
      else if (provider >= 0) this.note("hired", key, week);
    }
    if (phase === "labour") {
      for (const [key, { provider, since }] of this.before) {
        if (provider < 0 || now.has(key)) continue;
        this.note("left-care", key, week);
        if (world.week - since >= YEAR && week >= YEAR) this.afterYear.add(key);
      }
    }
    this.before = now;
  }

  private note(name: string, key: number, week: number): void {
    const group = this.found.get(name) ?? new Map<number, number>();
    this.found.set(name, group);
    if (week >= 0 && !group.has(key)) group.set(key, week);
  }
}

/** As many of those who paid most, or waited longest, as are worth a look. */
const MOST = 20;
const YEAR = 52;
const JOBS_CHANGE: readonly string[] = ["choice", "labour", "providers"];

const after = (phase: Phase, look: (world: World) => void): Phase => ({
  ...phase,
  run: (world) => {
    phase.run(world);
    look(world);
  },
});
