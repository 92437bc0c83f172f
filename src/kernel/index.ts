/** The kernel knows nothing about care. */
export * from "./calendar.ts";
export * from "./digest.ts";
export * from "./distributions.ts";
export * from "./draws.ts";
export * from "./invariant.ts";
export * from "./keys.ts";
export * from "./ledger.ts";
export * from "./log.ts";
export * from "./math.ts";
export * from "./ordering.ts";
export * from "./scratch.ts";
export * from "./shares.ts";
export * from "./state.ts";
export * from "./table.ts";
export * from "./turns.ts";
export * from "./unset.ts";
