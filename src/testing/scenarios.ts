/** Random small scenarios that are valid by construction, and stay so as they shrink. */
import fc from "fast-check";
import { isoFromDays, mondayOnOrAfter, daysFromCivil } from "../kernel/index.ts";
import { lookupAmong, resolveOrThrow, type ResolvedScenario } from "../simulation/index.ts";
import type { Case } from "./law.ts";
import { replayOf, yamlOf } from "./replay.ts";
import { someSettings, type Settings } from "./settings.ts";
import { STRESS_NAMES, STRESSES, type StressName } from "./stresses.ts";
import { leavesOf } from "./variants.ts";

/** A scenario as a file would say it, before it is written. */
export interface Sketch {
  /** Financial year whose April is near. */
  readonly year: number;
  /** Weeks from the start to that April; it lies outside the run where they are too many. */
  readonly weeksToApril: number;
  readonly weeks: number;
  readonly burnInWeeks: number;
  readonly scale: number;
  readonly zones: number;
  /** How many there really are at this scale. */
  readonly agencies: number;
  readonly members: number;
  readonly stresses: readonly StressName[];
  readonly set: Settings;
  /** By week of the run, taken modulo its length. */
  readonly changes: ReadonlyMap<number, Settings>;
}

/** Bounds of the generated scenarios; callers may ask for shorter or larger ones. */
export interface SketchBounds {
  readonly mostWeeks?: number;
  readonly mostScale?: number;
  readonly mostChanges?: number;
  /** Levers moved from the start. */
  readonly mostSettings?: number;
  /** Stresses that every scenario has, beside those that are drawn: so that what a law speaks of happens often. */
  readonly under?: readonly StressName[] | undefined;
}

/** Sketches of small councils; they shrink towards short runs of one zone without changes. */
export function sketches({
  mostWeeks = 60,
  mostScale = 0.03,
  mostChanges = 4,
  mostSettings = 6,
  under = [],
}: SketchBounds = {}): fc.Arbitrary<Sketch> {
  return fc.record({
    year: fc.integer({ min: 2011, max: 2019 }),
    weeksToApril: fc.nat({ max: Math.floor(mostWeeks * 0.7) }),
    weeks: fc.integer({ min: Math.min(8, mostWeeks), max: mostWeeks }),
    burnInWeeks: fc.nat({ max: 12 }),
    scale: fc.integer({ min: 2, max: Math.round(mostScale * 1000) }).map((thousandths) => thousandths / 1000),
    zones: fc.integer({ min: 1, max: 8 }),
    agencies: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 8 }) },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
    members: fc.nat({ max: 9 }),
    stresses: fc.subarray([...STRESS_NAMES], { maxLength: 5 }).map((drawn) => [...drawn, ...under]),
    set: someSettings(mostSettings),
    changes: fc
      .array(fc.tuple(fc.nat({ max: 1000 }), someSettings(3)), { maxLength: mostChanges })
      .map((entries) => new Map(entries)),
  });
}

/** Small valid scenarios; a counterexample prints as the file that says it. */
export const smallScenarios = (bounds?: SketchBounds): fc.Arbitrary<ResolvedScenario> =>
  sketches(bounds).map((sketch) => printingAs(scenarioOf(sketch), yamlOf));

/** Seeds as people write them: small numbers, and other texts. */
export const seeds: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 1_000_000 }).map(String) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,20}$/) },
);

/** A scenario and a seed; a counterexample prints as the line that runs it again. */
export const cases = (bounds?: SketchBounds): fc.Arbitrary<Case> =>
  fc.tuple(smallScenarios(bounds), seeds).map(([scenario, seed]) => caseOf(scenario, seed));

/** A case that prints as its replay. */
export const caseOf = (scenario: ResolvedScenario, seed: string): Case => printingAs({ scenario, seed }, replayOf);

/** A copy that fast-check prints in so many words; copies of it print as anything does. */
const printingAs = <T extends object>(value: T, words: (value: T) => string): T =>
  Object.defineProperty({ ...value }, fc.toStringMethod, { value: () => words(value), enumerable: false });

/** The scenario that a sketch stands for. */
export function scenarioOf(sketch: Sketch): ResolvedScenario {
  const april = mondayOnOrAfter(daysFromCivil(sketch.year, 4, 1));
  const startDay = april - 7 * sketch.weeksToApril;
  const { scale } = sketch;
  const stressed = sketch.stresses.map((name) => STRESSES[name]);
  const set = new Map<string, number | string>([
    ["size.scale", scale],
    ["size.zones", sketch.zones],
    ["size.agencies", sketch.agencies / scale],
    ["framework.providers", sketch.members / scale],
    ...stressed.flatMap((each) => Object.entries(each).flatMap(byLeaf)),
    ...sketch.set,
  ]);
  const changes = new Map<number, Map<string, number | string>>();
  for (const [at, settings] of sketch.changes) {
    const week = at % sketch.weeks;
    changes.set(week, new Map([...(changes.get(week) ?? []), ...settings]));
  }
  const file = {
    format: 1,
    name: "generated",
    start: isoFromDays(startDay),
    weeks: sketch.weeks,
    burnInWeeks: sketch.burnInWeeks,
    seeds: "1-2",
    set: Object.fromEntries(set),
    changes: [...changes]
      .filter(([, settings]) => settings.size > 0)
      .sort(([left], [right]) => left - right)
      .map(([week, settings]) => ({ from: isoFromDays(startDay + 7 * week), set: Object.fromEntries(settings) })),
  };
  return scenarioFrom(JSON.stringify(file));
}

/** A setting of a by-group lever as its four: a file may say each leaf once. */
const byLeaf = ([path, value]: readonly [string, number | string]): readonly (readonly [string, number | string])[] =>
  leavesOf(path).map((leaf) => [leaf.path, value] as const);

/** The resolved scenario of a text that must be right: YAML or JSON, without parents. */
export const scenarioFrom = (text: string): ResolvedScenario =>
  resolveOrThrow({ entry: { name: "generated.yaml", text }, lookup: lookupAmong({}, {}) }).scenario;
