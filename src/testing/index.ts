/** caremarket/testing: random valid scenarios, the laws of the market as predicates, and bugs that they must catch. */
export { type Comparison, differenceOf } from "./difference.ts";
export { directionalLaws } from "./directional/index.ts";
export * from "./law.ts";
export { weeklyLaws } from "./laws/index.ts";
export { metamorphicLaws } from "./metamorphic/index.ts";
export { plantedBugs } from "./planted/index.ts";
export type { PlantedBug } from "./planted/plant.ts";
export { portraitOf } from "./portrait.ts";
export { replayOf, yamlOf } from "./replay.ts";
export * from "./scenarios.ts";
export { movable, type Settings, someSettings, valueOf } from "./settings.ts";
export { permutation, shuffleRows } from "./shuffle.ts";
export { STRESS_NAMES, STRESSES, type StressName } from "./stresses.ts";
export { effectOf, triedLevers, type TriedLever } from "./trials.ts";
export { isMoney, mondayOf, moneyTimes, shiftedBy, valueIn, withChange } from "./variants.ts";
export { watchRun, type Watch, weeklyLaw, type WeeklyLaw, watchingWeeks } from "./weekly.ts";
