/** What an output hangs on: screening, variance shares, regressions, main effects, and where a policy fails. */
export { type Condition, conditionOf, holds } from "./condition.ts";
export { SensitivityError } from "./errors.ts";
export { type EffectGroup, mainEffect, type MainEffect } from "./main-effects.ts";
export { elementaryEffects, morrisScreening, type ScreenedAxis } from "./morris.ts";
export {
  type BoxMeasures,
  type Column,
  type Discovery,
  type FoundBox,
  type Limit,
  prim,
  type PrimOptions,
  type Restriction,
} from "./prim.ts";
export { type AxisCheck, type BoxCheck, checkBox, type CheckOptions } from "./prim-check.ts";
export { rankRegression, type Regression, type RegressionAxis } from "./rank-regression.ts";
export { type SobolAxis, sobolIndices, type SobolIndices } from "./sobol-indices.ts";
export {
  type Finding,
  type Method,
  METHODS,
  type RegressionColumn,
  type Study,
  type StudyChoice,
  studyOf,
} from "./study.ts";
export { type RowsWanted, type Settings } from "./study-rows.ts";
export { type SampleChoice, sweepSample, type SweepSample } from "./sweep-sample.ts";
