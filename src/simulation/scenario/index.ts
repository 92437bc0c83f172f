/** From the text of a scenario to the one complete, checked and hashed thing that the engine takes. */
export { canonicalJson, hashScenario } from "./canonical.ts";
export { type Found, type Lookup, lookupAmong, MOST_PARENTS } from "./chain.ts";
export type { FileKind, ScenarioText } from "./file.ts";
export type { RunFlags } from "./flags.ts";
export type { Origin, RunSettings } from "./layer.ts";
export { didYouMean, nearestName } from "./nearest.ts";
export {
  exitCodeOf,
  formatProblem,
  formatProblems,
  type Place,
  type Problem,
  type ProblemKind,
  ScenarioError,
} from "./problem.ts";
export { type Registry, REGISTRY, registryOf } from "./registry.ts";
export {
  type Origins,
  resolve,
  resolveOrThrow,
  type Resolved,
  type ResolveInput,
  RUN_DEFAULTS,
  type Unresolved,
} from "./resolve.ts";
export type { ResolvedScenario } from "./resolved.ts";
export { LIMITS, SAVE_AS_UTF8 } from "./scan.ts";
export { scenarioJsonSchema } from "./schema.ts";
export { isSeed, MOST_SEEDS } from "./seeds.ts";
export type { Setting } from "./settings.ts";
export { FORMAT, isSlug } from "./shape.ts";
export { writeScenario } from "./write.ts";
export { type Variation, vary } from "./vary.ts";
