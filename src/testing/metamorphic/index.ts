/**
 * The exact laws of two or more runs, M1 to M21.
 *
 * M10 and M11 are about files and names, and are tested where scenarios are read.
 */
import type { Law } from "../law.ts";
import { M21 } from "./april.ts";
import { M18 } from "./comers.ts";
import { M7 } from "./draws.ts";
import { M17 } from "./figures.ts";
import { M9 } from "./money.ts";
import { M14, M15, M16, M2, M3 } from "./policies.ts";
import { M19, M20 } from "./purse.ts";
import { M1, M12, M13, M6, M8 } from "./repeats.ts";
import { M4, M5 } from "./storage.ts";

export const metamorphicLaws: readonly Law[] = [
  M1,
  M2,
  M3,
  M4,
  M5,
  M6,
  M7,
  M8,
  M9,
  M12,
  M13,
  M14,
  M15,
  M16,
  M17,
  M18,
  M19,
  M20,
  M21,
];
