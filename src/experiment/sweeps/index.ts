/** From the text of a sweep to everything there is to run. */
export { assumptionsSweep, judged, type Judged } from "./assumptions.ts";
export { type PlanInput, type Planned, type PlannedArm, planSweep, scenarioOf, type SweepPlan } from "./plan.ts";
export { sweepJsonSchema } from "./schema.ts";
export { MOST_ARMS, MOST_CELLS } from "./size.ts";
