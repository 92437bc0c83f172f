/** A sweep by path, or by bare name here or among the shipped ones; what it extends is found as for any scenario. */
import { join, resolve as absolute } from "node:path";
import { Report } from "../simulation/scenario/problem.ts";
import { read } from "../simulation/scenario/read.ts";
import { lookupOnDisk, openScenario, type Opened, shippedScenarios } from "./scenario-files.ts";
import { kindOfResults } from "./results-kind.ts";

/** What a sweep needs to become a plan, or why there is nothing to plan. */
export function openSweep(nameOrPath: string): Opened {
  const shipped = shippedScenarios();
  const opened = openScenario(nameOrPath, { shipped: join(shipped, "sweeps") });
  if (opened.ok) return { ...opened, lookup: lookupOnDisk(absolute("."), shipped) };
  const problems = opened.problems.map((problem) => {
    const message = problem.message.replace("there is no scenario of this name", "there is no sweep of this name");
    return { ...problem, message };
  });
  return { ok: false, problems };
}

/** What somebody names where a scenario, a sweep and a sweep's folder would all do. */
export interface NamedStudy {
  readonly kind: "scenario" | "sweep" | "results";
  /** As `loadScenario`, `openSweep` or `readDesign` takes it. */
  readonly named: string;
  /** A bare name that a sweep has too: a scenario goes first. */
  readonly isAlsoSweep: boolean;
}

/** In front of a name, for a shipped sweep that has the name of a scenario. */
const AMONG_SWEEPS = "sweeps/";

/** A file with axes is a sweep; a bare name is a scenario's if there is one, else a sweep's. */
export function kindOfStudy(named: string): NamedStudy {
  const results = kindOfResults(named);
  if (results.kind === "sweep") return { kind: "results", named: results.path, isAlsoSweep: false };
  const opened = openScenario(named);
  if (opened.ok) {
    const isSweep = hasAxes(opened.entry.text);
    return {
      kind: isSweep ? "sweep" : "scenario",
      named,
      isAlsoSweep: !isSweep && openSweep(named).ok && isBare(named),
    };
  }
  const bare = named.startsWith(AMONG_SWEEPS) ? named.slice(AMONG_SWEEPS.length) : named;
  const isSweep = isBare(bare) && openSweep(bare).ok;
  return { kind: isSweep ? "sweep" : "scenario", named: isSweep ? bare : named, isAlsoSweep: false };
}

const isBare = (named: string): boolean => !/[\\/.]/.test(named);

/** True of the text of a sweep, whether it holds or not. */
export function hasAxes(text: string): boolean {
  const content = read(text, { file: "" }, new Report())?.content;
  return content instanceof Map && content.has("axes");
}
