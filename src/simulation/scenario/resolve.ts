/**
 * A scenario is resolved once, before anything runs: defaults, council, parents, file and command line become one
 * complete list of values, each with who said it.
 */
import { daysFromIso, isoFromDays } from "../../kernel/calendar.ts";
import { hashScenario } from "./canonical.ts";
import { chainOf, type Lookup } from "./chain.ts";
import type { ScenarioText, Texts } from "./file.ts";
import { flagLayer, type RunFlags } from "./flags.ts";
import type { Layer, Origin, RunSettings, Said } from "./layer.ts";
import { sayOfOpening } from "./opening.ts";
import { cover, dayOf, defaultPath, essential, type Horizon, isInside, type LeafLayer, type Step } from "./path.ts";
import { NO_PLACE, type Problem, Report, ScenarioError } from "./problem.ts";
import { type Registry, REGISTRY } from "./registry.ts";
import type { ResolvedScenario } from "./resolved.ts";
import { FORMAT } from "./shape.ts";

export interface ResolveInput {
  readonly entry: ScenarioText;
  readonly lookup: Lookup;
  /** `path=value` or `path@date=value`, as typed after `--set`. */
  readonly set?: readonly string[];
  /** The council it happens in, as typed after `--council`, in place of the files' own. */
  readonly council?: string;
  /** What the command line says about the run; it wins over every file. */
  readonly flags?: RunFlags;
  /** What holds where no file and no flag says anything; on top of the decade from April 2010. */
  readonly defaults?: Partial<RunSettings>;
  /** Another registry than the model's, for tests. */
  readonly registry?: Registry;
}

/** Who said each value: for each leaf, one origin for each of its steps, in the same order. */
export interface Origins {
  readonly run: { readonly [K in keyof RunSettings]: Origin };
  readonly values: Readonly<Record<string, readonly Origin[]>>;
}

export interface Resolved {
  readonly ok: true;
  readonly scenario: ResolvedScenario;
  readonly hash: string;
  readonly origins: Origins;
  /** To be read, not mended. */
  readonly warnings: readonly Problem[];
}

export interface Unresolved {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** The decade from the first Monday of April 2010, after two years of burn-in. */
export const RUN_DEFAULTS: RunSettings = Object.freeze({
  start: "2010-04-05",
  weeks: 522,
  burnInWeeks: 104,
  seeds: Object.freeze(Array.from({ length: 20 }, (_, index) => String(index + 1))),
});

/**
 * The resolved scenario of a text, or every problem there is with it. Never throws on account of what a text says; a
 * TypeError where there is no text.
 */
export function resolve(input: ResolveInput): Resolved | Unresolved {
  const { entry, lookup, set = [], council, flags = {}, defaults = {}, registry = REGISTRY } = input;
  for (const part of ["name", "text"] as const) {
    if (typeof entry[part] === "string") continue;
    const found = entry[part] === null ? "null" : typeof entry[part];
    throw new TypeError(`entry.${part} must be a string (the ${part} of a scenario file), not ${found}`);
  }
  const report = new Report();
  const flagged = flagLayer(set, flags, registry, report);
  const asked = council === undefined ? undefined : { name: council, at: { ...NO_PLACE, file: "--council" } };
  const chain = chainOf(entry, lookup, registry, report, asked);
  if (chain === undefined) return { ok: false, problems: report.problems };
  const layers = [...chain.files.map((file) => file.layer), flagged];
  const run = runAfter(layers, defaults);
  sayOutside(layers, defaults, horizonOf(run), report);
  sayOfOpening(
    layers.flatMap(({ changes }) => changes),
    horizonOf(run),
    report,
  );
  if (!report.isClean) return { ok: false, problems: report.problems };
  const scenario = compose(chain.entry.texts, run, layers, registry);
  return { ok: true, ...scenario, hash: hashScenario(scenario.scenario), warnings: report.warnings };
}

/** As `resolve`, and throws a ScenarioError with every problem where there is one. */
export function resolveOrThrow(input: ResolveInput): Resolved {
  const resolved = resolve(input);
  if (!resolved.ok) throw new ScenarioError(resolved.problems);
  return resolved;
}

type SaidRun = { readonly [K in keyof RunSettings]: Said<RunSettings[K]> };

/** What is said about the run once these layers have spoken. */
function runAfter(layers: readonly Layer[], defaults: Partial<RunSettings>): SaidRun {
  const origin: Origin = { by: "default", evidence: "assumption: the decade the model is about" };
  const said = <K extends keyof RunSettings>(key: K): Said<RunSettings[K]> => {
    const last = layers
      .map((layer) => layer.run[key])
      .filter((each) => each !== undefined)
      .at(-1);
    return last ?? { value: defaults[key] ?? RUN_DEFAULTS[key], origin };
  };
  return { start: said("start"), weeks: said("weeks"), burnInWeeks: said("burnInWeeks"), seeds: said("seeds") };
}

function horizonOf({ start, weeks }: SaidRun): Horizon {
  const first = daysFromIso(start.value);
  return { first, end: first + 7 * weeks.value };
}

/**
 * A change outside the run, as its own file knows the run, is a mistake; where a later layer shortened or moved the run
 * it is only worth saying.
 */
function sayOutside(layers: readonly Layer[], defaults: Partial<RunSettings>, final: Horizon, report: Report): void {
  for (const [index, layer] of layers.entries()) {
    const own = horizonOf(runAfter(layers.slice(0, index + 1), defaults));
    for (const { from, at, path } of layer.changes) {
      const day = daysFromIso(from);
      const allowed = (horizon: Horizon): string => `${isoFromDays(horizon.first)} to ${isoFromDays(horizon.end - 7)}`;
      if (!isInside(day, own)) {
        const suggestion = day < own.first ? "under set, write what holds from the very beginning" : "";
        report.add(at, path, "is outside the run", { found: from, allowed: allowed(own), suggestion });
      } else if (!isInside(day, final)) {
        const effect = day < final.first ? "holds from the very beginning" : "never acts";
        report.add(at, path, `${effect}: the run was moved or cut`, {
          kind: "warning",
          found: from,
          allowed: allowed(final),
        });
      }
    }
  }
}

function compose(
  texts: Texts,
  run: SaidRun,
  layers: readonly Layer[],
  registry: Registry,
): Pick<Resolved, "scenario" | "origins"> {
  const horizon = horizonOf(run);
  const byLeaf = layers.map(leafLayers);
  const values: Record<string, ResolvedScenario["values"][string]> = {};
  const origins: Record<string, readonly Origin[]> = {};
  for (const leaf of registry.leaves) {
    let path = defaultPath(leaf);
    for (const said of byLeaf) {
      const layer = said.get(leaf.path);
      if (layer !== undefined) path = cover(path, leaf, layer);
    }
    const steps = essential(path, horizon);
    values[leaf.path] = Object.freeze(steps.map(({ from, value }: Step) => Object.freeze({ from, value })));
    origins[leaf.path] = steps.map((step) => step.origin);
  }
  const scenario: ResolvedScenario = Object.freeze({
    format: FORMAT,
    ...texts,
    start: run.start.value,
    weeks: run.weeks.value,
    burnInWeeks: run.burnInWeeks.value,
    seeds: Object.freeze([...run.seeds.value]),
    values: Object.freeze(values),
  });
  const { start, weeks, burnInWeeks, seeds } = run;
  const said = { start: start.origin, weeks: weeks.origin, burnInWeeks: burnInWeeks.origin, seeds: seeds.origin };
  return { scenario, origins: { run: said, values: origins } };
}

/** What a layer says, by leaf, changes in order of date. */
function leafLayers(layer: Layer): ReadonlyMap<string, LeafLayer> {
  const said = new Map<
    string,
    { originOf: Layer["originOf"]; setting: LeafLayer["setting"]; changes: LeafLayer["changes"][number][] }
  >();
  const of = (path: string) => {
    const known = said.get(path) ?? { originOf: layer.originOf, setting: undefined, changes: [] };
    said.set(path, known);
    return known;
  };
  for (const setting of layer.settings) of(setting.leaf.path).setting = setting;
  const changes = [...layer.changes].sort((left, right) => dayOf(left.from) - dayOf(right.from));
  for (const { from, settings } of changes) {
    for (const setting of settings) of(setting.leaf.path).changes.push({ from, setting });
  }
  return said;
}
