/** In which order the council closes a gap, and how far each measure may go. */
import type { Era } from "../levers/index.ts";

export interface SavingsMeasure {
  /** Cause under which the decision is logged. */
  readonly cause: "other spending" | "assessment posts" | "review tightness" | "eligibility" | "direct-payment push";
  /** The largest step of one April, in the measure's own unit. */
  readonly cap: (era: Era) => number;
}

/** After fee restraint, which the fee rule has already taken. The order is an assumption (NAO 13, 14; E1-027). */
export const SAVINGS_PLAN: readonly SavingsMeasure[] = [
  { cause: "other spending", cap: (era) => era.council.otherCutCap },
  { cause: "direct-payment push", cap: (era) => era.council.pushSteps },
  { cause: "review tightness", cap: (era) => era.council.reviewCutCap },
  { cause: "eligibility", cap: (era) => era.council.eligibilityCutCap },
  { cause: "assessment posts", cap: (era) => era.council.assessmentCutCap },
];
