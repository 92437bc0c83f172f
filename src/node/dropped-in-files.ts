/** The steps that the files of a scenario or of a sweep drop, read as they were for resolving. */
import { readSweep } from "../experiment/sweeps/file.ts";
import type { PlanInput } from "../experiment/sweeps/index.ts";
import { chainOf } from "../simulation/scenario/chain.ts";
import { flagLayer } from "../simulation/scenario/flags.ts";
import { NO_PLACE, type Problem, Report } from "../simulation/scenario/problem.ts";
import { REGISTRY, type ResolvedScenario, type ResolveInput } from "../simulation/scenario/index.ts";
import { droppedSteps, type Said } from "./dropped-steps.ts";

type Run = Pick<ResolvedScenario, "start" | "weeks">;

/** What a resolved scenario's council, parents, file and options drop. @param run as it was resolved */
export const droppedOfScenario = (input: ResolveInput, run: Run): readonly Problem[] =>
  droppedSteps(saidOf(input), run);

/** What each says, the nearest to the defaults first. */
function saidOf({ entry, lookup, set = [], council }: ResolveInput): readonly Said[] {
  const report = new Report();
  const asked = council === undefined ? undefined : { name: council, at: { ...NO_PLACE, file: "--council" } };
  const files = chainOf(entry, lookup, REGISTRY, report, asked)?.files ?? [];
  const layers = [...files.map(({ layer }) => layer), flagLayer(set, {}, REGISTRY, report)];
  return layers.map(({ settings, changes }) => [{ from: "", settings }, ...changes]);
}

/**
 * What a sweep's scenarios and councils, its own changes and each value of its axes drop; of an axis one warning a lever,
 * whatever its values.
 */
export function droppedOfSweep({ entry, lookup, measures, council: asked }: PlanInput, run: Run): readonly Problem[] {
  const file = readSweep(entry, measures, new Report());
  if (file === undefined) return [];
  const basis = (scenario = file.scenario, council = asked ?? file.council): readonly Said[] => {
    const text = JSON.stringify({ format: 1, name: "sweep", extends: scenario });
    return saidOf({ entry: { name: file.file, text }, lookup, ...(council === undefined ? {} : { council }) });
  };
  const own: Said[] = [...basis(), file.variations];
  const found = new Map<string, Problem>();
  const add = (problem: Problem): void => {
    const { file: name, line, column, path, message } = problem;
    found.set(JSON.stringify([name, line, column, path, message]), problem);
  };
  const before = droppedSteps(own, run);
  for (const problem of before) add(problem);
  const isNew = ({ path, message }: Problem): boolean =>
    !before.some((each) => each.path === path && each.message === message);
  for (const { values, at } of file.axes) {
    const byLever = new Map<string, Problem[]>();
    for (const { scenario, council, variations } of values.length > 0 ? values : [at(0)]) {
      const isOwn = scenario === undefined && council === undefined;
      const below = isOwn ? own : [...basis(scenario, council), file.variations];
      for (const problem of droppedSteps([...below, variations], run).filter(isNew)) {
        byLever.set(problem.path, [...(byLever.get(problem.path) ?? []), problem]);
      }
    }
    for (const [first, ...others] of byLever.values()) add(ofAxis(first, others.length));
  }
  return [...found.values()];
}

function ofAxis(problem: Problem, others: number): Problem {
  if (others === 0) return problem;
  const also = others === 1 ? "another value" : `${others} other values`;
  return { ...problem, message: `${problem.message}; so it is with ${also} of the axis` };
}
