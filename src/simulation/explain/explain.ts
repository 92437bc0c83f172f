/** One life told from a run: the run goes as it would have gone, with somebody watching. */
import { isoFromDays, daysFromIso } from "../../kernel/index.ts";
import { type Run, type RunOptions, start } from "../run.ts";
import type { RunResult } from "../result.ts";
import type { ResolvedScenario } from "../scenario/resolved.ts";
import { rewriteDate } from "../scenario/rewrite.ts";
import { counted, dateText } from "./amounts.ts";
import { type AgentName, CannotExplain, type Explanation, type InWeek } from "./explanation.ts";
import { personName, workerName } from "./find.ts";
import { faultIn } from "./lines.ts";
import { Watch } from "./watch.ts";

export interface ExplainRequest {
  readonly agent: AgentName;
  /** Recorded week to tell in full, from 0. */
  readonly week?: number;
}

/** An explanation under way: step the run, then finish. */
export interface Explaining {
  readonly run: Run;
  /** Runs what is left. @throws CannotExplain where the agent never was, or was not there in the week. */
  readonly finish: () => Explanation;
}

/** Founds the run of a scenario under a seed and stands ready to watch one agent in it. */
export function openExplanation(
  scenario: ResolvedScenario,
  seed: string,
  { agent, week = -1 }: ExplainRequest,
  options: RunOptions = {},
): Explaining {
  const watch = new Watch(scenario, agent, week);
  const run = start(scenario, seed, watch.options(options));
  if (agent.key < FIRST_LATER_KEY && !watch.keys.has(agent.key)) throw unknownAgent(agent, watch);
  return { run, finish: () => tell(run.finish(), scenario, agent, week, watch) };
}

/** Founders have smaller keys than anybody who comes later. */
const FIRST_LATER_KEY = 0x80000000;

/** The whole of it at once. */
export const explain = (
  scenario: ResolvedScenario,
  seed: string,
  request: ExplainRequest,
  options?: RunOptions,
): Explanation => openExplanation(scenario, seed, request, options).finish();

function tell(
  result: RunResult,
  scenario: ResolvedScenario,
  agent: AgentName,
  week: number,
  watch: Watch,
): Explanation {
  const { firstWeek, lastWeek, life, teller, lines, opening } = watch;
  if (firstWeek < 0 || life === undefined) throw unknownAgent(agent, watch);
  const { money } = lines;
  const fault = faultIn(money);
  if (fault !== "") throw new Error(`the story of ${agent.kind} ${agent.key} has lost money: ${fault}`);
  const monday = result.mondays[lastWeek];
  return {
    agent: { ...agent, name: nameOf(agent, opening.find(({ name }) => name === "kind")?.text) },
    scenario: scenario.name,
    scenarioHash: result.scenarioHash,
    seed: result.seed,
    digest: result.digest,
    weeks: result.weeks,
    firstWeek,
    lastWeek,
    lastMonday: monday,
    summary: life.summary(money),
    opening,
    story: teller.story,
    years: life.tables,
    money,
    causes: life.causes(),
    hit: life.hit(),
    inWeek: week < 0 ? null : weekOf(result, agent, week, watch),
  };
}

const nameOf = ({ kind, key }: AgentName, what: string | undefined): string => {
  if (kind === "person") return personName(key);
  return kind === "worker" ? workerName(key) : `provider ${key}${what === undefined ? "" : `, ${what}`}`;
};

function weekOf(result: RunResult, agent: AgentName, week: number, watch: Watch): InWeek {
  const { firstWeek, lastWeek, notes, teller } = watch;
  const { mondays, years, yearOfWeek } = result;
  if (week < firstWeek || week > lastWeek) {
    const from = `week ${firstWeek} (${dateText(mondays[firstWeek])})`;
    const to = `week ${lastWeek} (${dateText(mondays[lastWeek])})`;
    throw new CannotExplain(`${agent.kind} ${agent.key} was not there in week ${week}, ${dateText(mondays[week])}`, [
      firstWeek === lastWeek ? `Allowed: ${from} only.` : `Allowed: ${from} to ${to}.`,
    ]);
  }
  return {
    week,
    monday: mondays[week],
    year: years[yearOfWeek[week]],
    happenings: teller.story.filter((each) => each.week <= week && week < each.week + each.weeks),
    lines: notes.lines,
    draws: notes.draws,
    state: notes.state,
  };
}

/** Nobody of that kind has the key, or had left before recording began. */
function unknownAgent({ kind, key }: AgentName, { keys }: Watch): CannotExplain {
  if (keys.has(key)) {
    return new CannotExplain(`${kind} ${key} had left before the first recorded week`, [
      "Only what happened in recorded weeks can be told.",
    ]);
  }
  const known = [...keys].sort((a, b) => Math.abs(a - key) - Math.abs(b - key) || a - b);
  const near = known.slice(0, NEAREST).sort((a, b) => a - b);
  const lines = [`Nearest keys: ${near.join(", ")}.`];
  if (near.length === 0) lines[0] = `There is no ${kind} in this run.`;
  return new CannotExplain(`no ${kind} has the key ${key}`, [...lines, `To find one: --agent ${kind} --list`]);
}
const NEAREST = 5;

/** The recorded week that a text names: a number from 0, or a date in the week. @throws CannotExplain */
export function weekNamed(text: string, { start: first, weeks }: ResolvedScenario): number {
  const startDay = daysFromIso(first);
  const day = daysFromIso(text);
  const week = Number.isNaN(day)
    ? /^\d{1,4}$/.test(text)
      ? Number(text)
      : Number.NaN
    : Math.floor((day - startDay) / 7);
  if (week >= 0 && week < weeks) return week;
  const end = isoFromDays(startDay + 7 * (weeks - 1));
  const allowed = `Allowed: 0 to ${weeks - 1}, or a date from ${first} to ${isoFromDays(daysFromIso(end) + 6)}.`;
  const isWeek = Number.isFinite(week);
  const meant = isWeek ? "" : rewriteDate(text).replace(/^w/, "W");
  throw new CannotExplain(
    isWeek ? `week "${text}" lies outside the run of ${counted(weeks, "week")}` : `"${text}" is not a week`,
    meant === "" ? [allowed] : [allowed, `${meant}.`],
  );
}
