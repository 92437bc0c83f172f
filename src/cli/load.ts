/** A scenario as the command line names it, read, checked and ready to run; every problem at once where it is not. */
import { basename } from "node:path";
import { Failure } from "../node/failure.ts";
import { keptWord, shellWord } from "../node/shell.ts";
import { orderedSeeds, seedsText } from "../node/seeds.ts";
import type { Described } from "../node/store/write.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import type { Origin, Origins, Problem, RunFlags } from "../simulation/scenario/index.ts";

export interface Asked {
  readonly set: readonly string[];
  /** The council it happens in, in place of the scenario's own. */
  readonly council?: string | undefined;
  /** As typed; seeds such as "7" or "1-20". */
  readonly flags: RunFlags;
}

export interface Loaded {
  readonly described: Described;
  readonly warnings: readonly string[];
}

/** A range or a list: what `--seeds` takes. No seed can be called so. */
const MEANS_SEVERAL = /^\s*\d+\s*-\s*\d+\s*$|,|\S\s+\S/;

/** A list with commas again, where PowerShell has put blanks in their place, as it does for `npx`. */
export const withCommas = (list: string): string =>
  /[,\s]-\s/.test(list) ? list : list.trim().replaceAll(/\s*,\s*|\s+/g, ",");

/** What `--seed` or `--seeds` asks for, one of them at most; `--seed` takes one seed, so that no slip makes many runs. */
export function seedsAsked({
  seed,
  seeds,
}: {
  readonly seed: string | undefined;
  readonly seeds: string | undefined;
}): string | undefined {
  if (seed === undefined) return seeds;
  if (seeds !== undefined) {
    throw new Failure("invalid", "--seed and --seeds are both given", ["Keep one of them."]);
  }
  if (!MEANS_SEVERAL.test(seed)) return seed;
  throw new Failure("invalid", `--seed takes one seed, and ${JSON.stringify(seed)} is several`, [
    `For all of them: --seeds ${shellWord(seed)}`,
  ]);
}

/** Fails with kind "invalid" (or "refused", where only a limit was met) and a line for every problem. */
export async function loadScenario(named: string, asked: Asked): Promise<Loaded> {
  const { openScenario } = await import("../node/scenario-files.ts");
  const { formatProblem, resolve } = await import("../simulation/scenario/index.ts");
  const { set, council } = asked;
  const { seeds: typed } = asked.flags;
  const flags = typeof typed === "string" ? { ...asked.flags, seeds: withCommas(typed) } : asked.flags;
  const opened = openScenario(named);
  if (!opened.ok) throw (await sweepInstead(named)) ?? (await problemFailure(named, opened.problems));
  const { droppedOfScenario } = await import("../node/dropped-in-files.ts");
  const input = { ...opened, set, flags, ...(council === undefined ? {} : { council }) };
  const resolved = resolve(input);
  if (!resolved.ok) throw (await sweepInstead(named)) ?? (await problemFailure(named, resolved.problems));
  const seeds = orderedSeeds(resolved.scenario.seeds);
  const described: Described = {
    scenario: { ...resolved.scenario, seeds },
    scenarioHash: resolved.hash,
    origins: originTexts(resolved.origins),
    command: commandLine(named, asked, seeds),
    engineVersion,
    seeds,
  };
  const { pathsEnd } = await import("../node/paths-end.ts");
  const { scenario } = resolved;
  const warnings = [...resolved.warnings, ...droppedOfScenario(input, scenario), ...pathsEnd(scenario, named)];
  return { described, warnings: warnings.map(formatProblem) };
}

/** The failure of a sweep named where a scenario was asked for; undefined for anything else. */
async function sweepInstead(named: string): Promise<Failure | undefined> {
  const { kindOfStudy } = await import("../node/sweep-files.ts");
  const study = kindOfStudy(named);
  if (study.kind !== "sweep") return undefined;
  return new Failure("invalid", `${named} is a sweep, not a scenario`, [
    `Use: caremarket sweep ${shellWord(study.named)}`,
  ]);
}

/** The failure of an option that goes with a scenario and was given with a sweep. */
export const ofScenarios = (option: string, sweep: string, otherwise: string): Failure =>
  new Failure("invalid", `--${option} goes with a scenario, and ${sweep} is a sweep`, [otherwise]);

/** All problems of one scenario as a failure. */
export async function problemFailure(
  named: string,
  found: readonly Problem[],
  what: "scenario" | "sweep" = "scenario",
): Promise<Failure> {
  const { withHint } = await import("../node/problem-hints.ts");
  const problems = found.map(withHint);
  const { exitCodeOf, formatProblem } = await import("../simulation/scenario/index.ts");
  const kind = exitCodeOf(problems) === 3 ? "refused" : "invalid";
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  // What an option says is no fault of the file's.
  const options = [...new Set(problems.map(({ file }) => file.split(" ", 1)[0]))];
  const isOfOptions = options.every((each) => each.startsWith("--"));
  const holder = isOfOptions ? `option ${options.join(", ")}` : `${what} ${named}`;
  return new Failure(kind, `${holder} has ${count}`, problems.map(formatProblem), {
    problems: problems.map(asData),
  });
}

/** A problem as plain data. */
export const asData = (problem: Problem): Record<string, unknown> => ({ ...problem });

/** Who set each parameter that is not left at its default; no folder names, so that every machine says the same. */
export function originTexts({ values }: Origins): Record<string, string> {
  const texts = Object.entries(values).map(([path, origins]): [string, string] => {
    const said = origins.map(originText).filter((text) => text !== "");
    return [path, [...new Set(said)].join("; ")];
  });
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

function originText(origin: Origin): string {
  if (origin.by === "default") return "";
  if (origin.by === "flag") return origin.flag;
  return `${origin.by === "council" ? "council " : ""}${basename(origin.file)}:${origin.line}`;
}

/** The line that runs this again, from beside the scenario file. */
function commandLine(named: string, { council, set, flags }: Asked, seeds: readonly string[]): string {
  const words = ["caremarket", "run", basename(named)];
  if (council !== undefined) words.push("--council", council);
  words.push(...set.flatMap((each) => ["--set", each]));
  for (const [key, value] of Object.entries(flags)) {
    if (key !== "seeds" && value !== undefined) words.push(`--${optionName(key)}`, String(value));
  }
  return [...words, "--seeds", seedsText(seeds)].map(keptWord).join(" ");
}

/** What a line that was printed so asks for; undefined for any other line. */
export function askedIn(words: readonly string[]): (Asked & { readonly named: string }) | undefined {
  const [program, verb, named, ...rest] = words;
  if (program !== "caremarket" || verb !== "run" || named === undefined || rest.length % 2 !== 0) return undefined;
  const set: string[] = [];
  let council: string | undefined;
  const flags: Record<string, string> = {};
  for (let place = 0; place < rest.length; place += 2) {
    const [option, value] = [rest[place], rest[place + 1]];
    const flag = FLAGS.find((key) => option === `--${optionName(key)}`);
    if (option === "--set") set.push(value);
    else if (option === "--council") council = value;
    else if (flag === undefined) return undefined;
    else flags[flag] = value;
  }
  return { named, set, council, flags };
}

const FLAGS = ["seeds", "weeks", "start", "burnInWeeks"] as const;

export const optionName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
