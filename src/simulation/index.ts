/** caremarket as a library: a scenario's text in, a checked and resolved scenario, a run, its result. */
export { BrokenInvariant, type Journal } from "../kernel/index.ts";
export { leaves, type Leaf } from "../model/levers/index.ts";
export { measures, type Measure, type MeasureInfo } from "../model/measures/index.ts";
export { PHASES, type Phase } from "../model/week/index.ts";
export { PURPOSES } from "../model/world/accounts.ts";
export { EVENT_CAUSES, EVENT_KINDS } from "../model/world/events.ts";
export { builtWith, engineVersion } from "./engine-version.ts";
export { CannotExplain, explain, type Explanation, type ExplainRequest, openExplanation } from "./explain/index.ts";
export type * from "./result.ts";
export { simulate, start, type Run, type RunOptions } from "./run.ts";
export * from "./scenario/index.ts";
export { sharedWeeks } from "./shared.ts";
