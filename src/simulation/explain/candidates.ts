/** Agents worth explaining, found without knowing a key: by what befell them, in the order in which it did. */
import { Employment } from "../../model/world/codes.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../../model/world/events.ts";
import type { Phase } from "../../model/week/index.ts";
import type { World } from "../../model/world/world.ts";
import { type Run, type RunOptions, start } from "../run.ts";
import type { RunResult } from "../result.ts";
import type { ResolvedScenario } from "../scenario/resolved.ts";
import { didYouMean } from "../scenario/nearest.ts";
import { AGENT_KINDS, type AgentKind, type AgentName, CannotExplain } from "./explanation.ts";

type KindCode = (typeof EVENT_KINDS)[number]["code"];

/** How agents are found: by an event, in which they may be the other party, or by what their columns show. */
interface Selector {
  readonly kind: AgentKind;
  readonly name: string;
  /** Whom it finds. */
  readonly sentence: string;
  readonly event?: KindCode;
  readonly cause?: string;
  readonly isOther?: boolean;
}

const of = (kind: AgentKind, name: string, sentence: string, event?: KindCode, cause?: string): Selector => ({
  kind,
  name,
  sentence,
  ...(event === undefined ? {} : { event }),
  ...(cause === undefined ? {} : { cause }),
});

export const SELECTORS: readonly Selector[] = [
  of("provider", "failed", "failed: cash below the overdraft limit", "provider.failed"),
  of(
    "provider",
    "wound-up",
    "cash gone, small enough to wind up in good order",
    "provider.closed",
    "cash gone, wound up",
  ),
  of("provider", "closed", "closed for the owner's own reasons", "provider.closed", "owner's reasons"),
  { ...of("provider", "handed-back", "gave notice on a package", "package.handedBack"), isOther: true },
  { ...of("provider", "sold-spot", "took a package at a spot price", "package.spot"), isOther: true },
  of("provider", "transferred", "passed to a new owner", "provider.transferred"),
  of("provider", "entered", "opened during the run", "provider.entered"),
  of("person", "topped-up", "paid for care out of their own pocket, beyond budget and charge"),
  of("person", "paid-most", "paid most out of their own pocket, the most first"),
  of("person", "handed-back", "was given notice by a provider", "package.handedBack"),
  of("person", "refused", "had a package that every agency asked declined", "package.refused"),
  of("person", "spot", "had a package bought at a spot price", "package.spot"),
  of("person", "crisis", "had a crisis", "person.crisis"),
  of("person", "care-home", "moved to a care home", "person.careHome"),
  of("person", "ineligible", "was found not eligible", "person.ineligible"),
  of("person", "refused-care", "was refused care that the opening's eligibility would have given", "person.refused"),
  of("person", "came-back", "came back to the council after being refused care", "person.cameBack"),
  of("person", "direct-payment", "took a direct payment", "person.route", "direct payment"),
  of("person", "self-funded", "was assessed and pays for care themselves", "person.route", "self-funded"),
  of("worker", "assistant", "became a personal assistant"),
  of("worker", "hired", "was hired by a provider"),
  of("worker", "moved", "went where the clients of a closing provider went"),
  of("worker", "lost-job", "lost the job when a provider left"),
  of("worker", "left-care", "quit and left care work"),
];

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
    const lines = [didYouMean(word, AGENT_KINDS), `Allowed: ${AGENT_KINDS.map((each) => `${each}:<key>`).join(", ")}.`];
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
  const agents = [...first].map(([key, week]) => ({ key, week, monday: result.mondays[week] }));
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

/** Looks at what no event tells of, after each phase that can change it: workers' jobs, and own money paid. */
class Seen {
  private readonly found = new Map<string, Map<number, number>>();
  /** By key: row of the provider, or -1 for no provider. */
  private before = new Map<number, number>();
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
    return this.found.get(name) ?? new Map();
  }

  watching(phase: Phase): Phase {
    const { kind } = this;
    if (phase.name === "money" && kind !== "worker" && kind !== "provider") {
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

  /** Those who paid most, the most first, with the week of their first payment. */
  private most(): ReadonlyMap<number, number> {
    const first = this.found.get("topped-up") ?? new Map<number, number>();
    const most = [...this.paid].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
    return new Map(most.map(([key]) => [key, first.get(key) ?? 0]));
  }

  private look(world: World, phase: string): void {
    const { keys, live, liveCount, columns } = world.workers;
    const now = new Map<number, number>();
    const week = world.week - this.burnInWeeks;
    for (let index = 0; index < liveCount; index++) {
      const row = live[index];
      const key = keys[row];
      const provider = columns.provider[row];
      now.set(key, provider);
      const former = this.before.get(key) ?? -1;
      if (columns.employment[row] === Employment.person) this.note("assistant", key, week);
      if (provider === former) continue;
      if (phase === "providers" && former >= 0) this.note(provider >= 0 ? "moved" : "lost-job", key, week);
      else if (provider >= 0) this.note("hired", key, week);
    }
    if (phase === "labour") {
      for (const [key, provider] of this.before) if (provider >= 0 && !now.has(key)) this.note("left-care", key, week);
    }
    this.before = now;
  }

  private note(name: string, key: number, week: number): void {
    const group = this.found.get(name) ?? new Map<number, number>();
    this.found.set(name, group);
    if (week >= 0 && !group.has(key)) group.set(key, week);
  }
}

/** As many of those who paid most as are worth a look. */
const MOST = 20;
const JOBS_CHANGE: readonly string[] = ["choice", "labour", "providers"];

const after = (phase: Phase, look: (world: World) => void): Phase => ({
  ...phase,
  run: (world) => {
    phase.run(world);
    look(world);
  },
});
