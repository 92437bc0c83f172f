/** What is given year by year (wage floors, taxes, prices, grants) ends with the decade: a longer run is told that it stays. */
import { isoFromDays } from "../kernel/calendar.ts";
import { listed } from "../report/wording.ts";
import { type Problem, REGISTRY, type ResolvedScenario, RUN_DEFAULTS } from "../simulation/scenario/index.ts";
import { dayOf, defaultPath, type Step } from "../simulation/scenario/path.ts";
import { NO_PLACE } from "../simulation/scenario/problem.ts";

/** A year, and the days until the first Monday on which its change acts. */
const YEAR = 366 + 6;

/** Fewer steps than this are changes of a rule, not a value for each year. */
const STEPS_OF_A_PATH = 5;

const endOf = ({ start, weeks }: Pick<ResolvedScenario, "start" | "weeks">): number => dayOf(start) + 7 * weeks;

/** Whether the next step would come only after the decade that the defaults are about. */
const isByYear = (path: readonly Step[]): boolean =>
  path.length >= STEPS_OF_A_PATH && path[path.length - 1].day + YEAR > endOf(RUN_DEFAULTS);

/** A warning of the defaults whose next yearly step falls into the run and is not there; none in runs of the decade. */
export function pathsEnd(scenario: ResolvedScenario, file: string): readonly Problem[] {
  const end = endOf(scenario);
  const byDate = new Map<string, string[]>();
  for (const leaf of REGISTRY.leaves) {
    const path = defaultPath(leaf);
    const last = path[path.length - 1];
    const own = scenario.values[leaf.path].at(-1);
    const isOwn = own === undefined || own.value !== last.value || dayOf(own.from) > last.day;
    if (isOwn || !isByYear(path) || last.day + YEAR >= end) continue;
    byDate.set(last.from, [...(byDate.get(last.from) ?? []), leaf.path]);
  }
  if (byDate.size === 0) return [];
  const ended = [...byDate].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = ended.map(([from, paths]) => `${listed(paths)} (${from})`);
  const message = `runs until ${isoFromDays(end)}, and what is given year by year ends before: ${texts.join("; ")} – from there it stays as it is`;
  const suggestion = "set later values under changes, or read the last years with that in mind";
  return [{ ...NO_PLACE, file, kind: "warning", path: "weeks", message, found: "", allowed: "", suggestion }];
}
