/** caremarket/testing: random valid scenarios, the laws of the market as predicates, and bugs that they must catch. */
export * from "./law.ts";
export { weeklyLaws } from "./laws/index.ts";
export { replayOf, yamlOf } from "./replay.ts";
export * from "./scenarios.ts";
export { movable, type Settings, someSettings, valueOf } from "./settings.ts";
export { STRESSES } from "./stresses.ts";
export { watchRun, type Watch, weeklyLaw, type WeeklyLaw, watchingWeeks } from "./weekly.ts";
