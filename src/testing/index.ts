/** caremarket/testing: random valid scenarios, the laws of the market as predicates, and bugs that they must catch. */
export { PURPOSES } from "../model/world/accounts.ts";
export {
  Employment,
  Funding,
  Holder,
  ProviderKind,
  ProviderStatus,
  Service,
  Source,
  Stage,
} from "../model/world/codes.ts";
export type { World } from "../model/world/world.ts";
export { assertLaw, type AssertOptions } from "./assert.ts";
export { type Comparison, differenceOf, mustBeSame } from "./difference.ts";
export { directionalLaws } from "./directional/index.ts";
export * from "./law.ts";
export { weeklyLaws } from "./laws/index.ts";
export { metamorphicLaws } from "./metamorphic/index.ts";
export { plantedBugs } from "./planted/index.ts";
export { after, during, type PlantedBug, rowsOf } from "./planted/plant.ts";
export { portraitOf } from "./portrait.ts";
export { replayOf, yamlOf } from "./replay.ts";
export * from "./scenarios.ts";
export { movable, type Settings, someSettings, valueOf } from "./settings.ts";
export { permutation, shuffleRows } from "./shuffle.ts";
export { STRESS_NAMES, STRESSES, type StressName } from "./stresses.ts";
export { effectOf, triedLevers, type TriedLever } from "./trials.ts";
export { always, chosen, isMoney, mondayOf, moneyTimes, shiftedBy, valueIn, withChange } from "./variants.ts";
export { watchRun, type Watch, weeklyLaw, type WeeklyLaw, watchingWeeks } from "./weekly.ts";
