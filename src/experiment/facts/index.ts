/** The sixteen baseline facts, in order, and how the default council is set beside them. */
import type { Fact } from "./fact.ts";
import { money } from "./money.ts";
import { people } from "./people.ts";
import { supply } from "./supply.ts";
import { survey } from "./survey.ts";
import { workforce } from "./workforce.ts";

export * from "./fact.ts";
export * from "./judge.ts";
export * from "./watch.ts";

/** C01 to C16. Targets and tolerances were fixed before any run; none was chosen for what the model gives. */
export const FACTS: readonly Fact[] = [...people, ...money, ...supply, ...workforce, ...survey].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
