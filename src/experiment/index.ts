/** Many runs: which to make, what they say together, and how sure that is. */
export { type ArmsLook, armsPrecision } from "./arms-seeds.ts";
export {
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type Interval,
  normalShare,
} from "./bootstrap.ts";
export * from "./designs/index.ts";
export { GAIN_MEASURES, type GainMeasure } from "./gain-measures.ts";
export {
  type Breakdown,
  BREAKDOWNS,
  FEWEST_PEOPLE,
  type GainRow,
  type Gains,
  gainsOf,
  type PeopleOfRun,
  type RunPair,
} from "./gains.ts";
export { ACCOUNT, type Heading, openingYear, type OpeningYear } from "./opening.ts";
export { pairedIntervals, type PairedIntervals } from "./paired-intervals.ts";
export { type Paired, pairedOf } from "./paired.ts";
export { type Direction, paretoSet } from "./pareto.ts";
export {
  type SavingsColumn,
  type SavingsFigure,
  type SavingsRow,
  SAVINGS_FOUND,
  SAVINGS_TABLES,
  savingsRows,
} from "./savings-table.ts";
export { meanAccounts, type SavingsAccount, type SavingsAim, savingsOf, type SavingsOptions } from "./savings.ts";
export { pairedPrecision, type Precision, type PrecisionGoal, precisionOf } from "./seeds-needed.ts";
export * from "./sensitivity/index.ts";
export { quantile, type Spread, spreadOf } from "./spread.ts";
export type { Sampling, SweepArm, SweepAxis, SweepResults } from "./sweep-results.ts";
export * from "./sweeps/index.ts";
