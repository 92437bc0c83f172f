/** Bugs that a law must catch, at least one for each law that looks at whole runs. */
import { directionalBugs } from "./directional.ts";
import { independenceBugs } from "./independence.ts";
import { lastingBugs } from "./lasting.ts";
import { metamorphicBugs } from "./metamorphic.ts";
import type { PlantedBug } from "./plant.ts";
import { otherRecountBugs } from "./recounts-others.ts";
import { recountBugs } from "./recounts.ts";
import { refusedBugs } from "./refused.ts";
import { paymentBugs, stateBugs } from "./state.ts";
import { careBugs, moneyBugs } from "./weekly.ts";

/** All of them, made afresh: some of them remember what ran before. */
export const plantedBugs = (): readonly PlantedBug[] => [
  ...moneyBugs,
  ...careBugs,
  ...paymentBugs,
  ...refusedBugs,
  ...stateBugs,
  ...lastingBugs,
  ...recountBugs,
  ...otherRecountBugs,
  ...metamorphicBugs(),
  ...independenceBugs,
  ...directionalBugs,
];
