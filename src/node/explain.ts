/**
 * One life told from a run that was made before, or that a scenario makes now. A run whose results are kept must come
 * out as it did then: another digest is another history, and is not told.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type AgentKind,
  askedAgent,
  type Asked,
  CannotExplain,
  type CandidateGroup,
  type Explanation,
  weekNamed,
} from "../simulation/explain/index.ts";
import { eachSeed, type Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import type { ExplainReply, FindReply, Job } from "./jobs.ts";
import type { Runner } from "./pool.ts";
import { checkEngine, checkItself, inDeclaredOrder, otherDigest } from "./reproduce.ts";
import { failedFailure } from "./run-failures.ts";
import { seedsText } from "./seeds.ts";
import { cellsInMemory } from "./store/cells.ts";
import { MANIFEST, resultsFolder } from "./store/manifest.ts";
import { openResults } from "./store/read.ts";
import type { Described } from "./store/write.ts";

/** A run to tell from. */
export interface Source {
  readonly described: Described;
  readonly seed: string;
  /** Results folder, and the digest that it keeps of the run; undefined for a run of a scenario. */
  readonly kept: { readonly folder: string; readonly digest: string } | undefined;
}

export interface ExplainRequest {
  readonly source: Source;
  /** As typed: "provider:17", "provider:failed", "provider". */
  readonly agent: string | undefined;
  /** As typed: a recorded week from 0, or a date in it. */
  readonly week: string | undefined;
  /** Whom there is, instead of a life. */
  readonly isList: boolean;
  /** Another run of the same seed: only those are meant whom it has not in the same group. */
  readonly against?: Source | undefined;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface Explained {
  readonly explanation: Explanation | undefined;
  /** Whom there is to explain; empty where one agent was named by key. */
  readonly groups: readonly CandidateGroup[];
  readonly digest: string;
}

/** Whether somebody names results rather than a scenario. */
export function isResults(named: string): boolean {
  if (existsSync(join(resultsFolder(named), MANIFEST))) return true;
  return /[\\/]/.test(named) && existsSync(named) && statSync(named).isDirectory();
}

/** A run of a results folder: whole, made by this engine unless told otherwise, and not at odds with itself. */
export function keptSource(named: string, seed: string | undefined, anyEngine: boolean): Source {
  const folder = resultsFolder(named);
  const { manifest } = openResults(folder);
  checkItself(folder, manifest);
  checkEngine(folder, manifest, anyEngine);
  const { scenario, scenarioHash, origins, command, seeds, engineVersion, digests } = manifest;
  const meant = seed ?? seeds[0];
  if (!seeds.includes(meant)) {
    throw new Failure("invalid", `${folder} has no run of seed ${meant}`, [`Allowed: ${seedsText(seeds)}.`]);
  }
  const ordered = inDeclaredOrder(scenario);
  const described = { scenario: ordered, scenarioHash, origins, command, seeds: [meant], engineVersion };
  return { described, seed: meant, kept: { folder, digest: digests[meant] } };
}

/** Tells what was asked for. */
export async function explainAgent(request: ExplainRequest): Promise<Explained> {
  const { source, isList } = request;
  const { scenario } = source.described;
  const asked = request.agent === undefined ? undefined : saying(() => askedAgent(request.agent ?? ""));
  const week = request.week === undefined ? -1 : saying(() => weekNamed(request.week ?? "", scenario));
  if (asked === undefined && !isList) throw notAsked();
  if (asked?.form === "agent" && request.against !== undefined) throw notOfGroup();
  if (asked?.form === "agent" && !isList) {
    const explanation = await tell(request, asked.agent.kind, asked.agent.key, week);
    return { explanation, groups: [], digest: explanation.digest };
  }
  const found = await findHere(request, asked);
  if (isList || asked === undefined || asked.form !== "group") return { explanation: undefined, ...found };
  const [group] = found.groups.filter(({ name }) => name === asked.name);
  const first = group.agents.at(0);
  if (first === undefined) throw nobody(group, found.groups, request);
  const explanation = await tell(request, asked.kind, first.key, week);
  if (explanation.digest !== found.digest) throw new Error("watching an agent changed the run");
  return { explanation, groups: [group], digest: found.digest };
}

/** Whom there is; with another run to hold it against, without those whom that has in the same group. */
async function findHere(request: ExplainRequest, asked: Asked | undefined): Promise<FindReply> {
  const found = await find(request, asked);
  if (request.against === undefined) return found;
  const other = await find({ ...request, source: request.against }, asked);
  const groups = found.groups.map((group) => {
    const { kind, name } = group;
    const there = other.groups.find((each) => each.kind === kind && each.name === name)?.agents ?? [];
    const keys = new Set(there.map(({ key }) => key));
    return { ...group, agents: group.agents.filter(({ key }) => !keys.has(key)) };
  });
  return { ...found, groups };
}

async function tell(request: ExplainRequest, kind: AgentKind, key: number, week: number): Promise<Explanation> {
  const { scenario } = request.source.described;
  const { seed } = request.source;
  const reply = await runJob<ExplainReply>(request, { kind: "explain", scenario, seed, agent: { kind, key }, week });
  if ("problem" in reply) throw new Failure("invalid", reply.problem.message, reply.problem.lines);
  verify(request.source, reply.explanation.digest);
  return reply.explanation;
}

async function find(request: ExplainRequest, asked: Asked | undefined): Promise<FindReply> {
  const { scenario } = request.source.described;
  const { seed } = request.source;
  const kind = asked?.form === "agent" ? asked.agent.kind : asked?.kind;
  const agents = kind === undefined ? {} : { agents: kind };
  const found = await runJob<FindReply>(request, { kind: "find", scenario, seed, ...agents });
  verify(request.source, found.digest);
  return found;
}

/** The one run, with what stops it in words. */
async function runJob<R>({ source, pool, signal, progress }: ExplainRequest, job: Job): Promise<R> {
  const { described, seed } = source;
  const { scenario } = described;
  const replies: R[] = [];
  const failures = await eachSeed<R>({
    seeds: [seed],
    jobOf: () => job,
    weeks: scenario.burnInWeeks + scenario.weeks,
    pool,
    signal,
    progress,
    take: (_, reply) => void replies.push(reply),
  });
  if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
  if (failures.length > 0) throw failedFailure({ described, cells: cellsInMemory(), places: undefined }, failures);
  return replies[0];
}

function verify({ kept, seed }: Source, digest: string): void {
  if (kept !== undefined && kept.digest !== digest) throw otherDigest(kept.folder, seed, kept.digest, digest);
}

/** What cannot be explained, as a failure of whoever asked. */
function saying<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof CannotExplain) throw new Failure("invalid", error.message, error.lines);
    throw error;
  }
}

const notAsked = (): Failure =>
  new Failure("invalid", "whom to explain is not said", [
    "Name one with --agent person:<key>, worker:<key> or provider:<key>,",
    "or a group to take the first of, such as --agent provider:failed.",
    "To see whom there is: --list",
  ]);

const notOfGroup = (): Failure =>
  new Failure("invalid", "--against picks from a group, and --agent names one by its key", [
    "Name a group, such as --agent provider:failed, or leave --against out.",
  ]);

function nobody(
  { kind, name }: CandidateGroup,
  groups: readonly CandidateGroup[],
  { source: { seed }, against }: ExplainRequest,
): Failure {
  const others = groups.filter(({ agents }) => agents.length > 0).map((each) => each.name);
  const lines = others.length === 0 ? [] : [`In this run there are: ${others.join(", ")}.`];
  return new Failure(
    "invalid",
    `the run of seed ${seed} has no ${kind}:${name}${against === undefined ? "" : ` whom that of ${against.described.scenario.name} has not too`}`,
    [...lines, "Try another seed."],
  );
}
