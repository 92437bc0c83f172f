/** A lever is tried: one dated change of it, the rest held still, and its own first measure must move as declared. */
import { subjects, type Parameter, type Trial } from "../model/levers/index.ts";
import { simulate, type RunResult } from "../simulation/index.ts";
import { scenarioFrom } from "./scenarios.ts";
import { valueIn, withChange } from "./variants.ts";

/** A parameter with its place in the registry and how it is tried. */
export interface TriedLever {
  /** `subject.name`; of a by-group parameter all four groups change together. */
  readonly path: string;
  readonly measure: string;
  readonly trial: Trial;
  /** 1 where the change must raise the measure. */
  readonly direction: 1 | -1;
}

/** Recorded week of the change, and weeks of each year looked at after it. */
const CHANGE_WEEK = 8;
const YEAR = 52;

/** Paths of a parameter in a resolved scenario: its own, or those of its groups. */
const leavesOf = (path: string, values: object): readonly string[] =>
  path in values ? [path] : Object.keys(values).filter((leaf) => leaf.startsWith(`${path}.`));

/** About a hundred and twenty people and five agencies, from January 2015 on. */
const council = ({ given, years = 1 }: Pick<Trial, "given" | "years">) =>
  scenarioFrom(
    JSON.stringify({
      format: 1,
      name: "trial",
      start: "2015-01-05",
      weeks: CHANGE_WEEK + years * YEAR,
      burnInWeeks: 4,
      set: { "size.scale": 0.03, "size.zones": 2, "size.agencies": 160, "framework.providers": 100, ...given },
    }),
  );

/** Every lever that says how it is tried. */
export function triedLevers(): readonly TriedLever[] {
  return Object.entries(subjects).flatMap(([subject, rows]) =>
    Object.entries<Parameter>(rows).flatMap(([name, { firstOrder }]) => {
      if (firstOrder?.trial === undefined) return [];
      const { measure, sign, trial } = firstOrder;
      const path = `${subject}.${name}`;
      return [{ path, measure, trial, direction: rises(path, trial) ? sign : sign === 1 ? -1 : 1 }];
    }),
  );
}

/** Whether the trial raises the lever; a choice counts as a rise. */
function rises(path: string, trial: Trial): boolean {
  const { to } = trial;
  if (typeof to === "string") return true;
  const scenario = council(trial);
  const [leaf] = leavesOf(path, scenario.values);
  return to > Number(valueIn(scenario, leaf, CHANGE_WEEK));
}

/**
 * What the change does to the measure: the mean over the years that follow with it, less without it, over seeds.
 *
 * @param run how a scenario is run: a test that tries many levers may remember the runs without a change, which many share
 * @returns in the measure's unit; NaN where the measure is not defined in either run
 */
export function effectOf(
  { path, measure, trial }: TriedLever,
  seeds: readonly string[],
  run: typeof simulate = simulate,
): number {
  const free = trial.free ?? [];
  const options = { frozen: { prices: !free.includes("prices"), matching: !free.includes("matching") } };
  const before = council(trial);
  const settings = Object.fromEntries(leavesOf(path, before.values).map((leaf) => [leaf, trial.to]));
  const after = withChange(before, CHANGE_WEEK, settings);
  const effects = seeds.map(
    (seed) => meanAfter(run(after, seed, options), measure) - meanAfter(run(before, seed, options), measure),
  );
  return effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
}

/** Mean of the weeks after the change in which the measure is defined. */
function meanAfter({ weekly }: RunResult, measure: string): number {
  const weeks = Array.from(weekly[measure].subarray(CHANGE_WEEK)).filter((value) => !Number.isNaN(value));
  return weeks.reduce((sum, value) => sum + value, 0) / weeks.length;
}
