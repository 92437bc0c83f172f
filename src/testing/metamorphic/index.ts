/**
 * The exact laws of two or more runs, M1 to M15.
 *
 * M10 and M11 are about files and names, and are tested where scenarios are read. M13, that two councils which share
 * nobody can be run together or apart, needs a run of several councils to be stated: within one world, keys and the
 * founding number everybody in one row, so two councils in it would not be the two apart. Until there are nations, the
 * nearest exact law is M1, two worlds side by side.
 */
import type { Law } from "../law.ts";
import { M7 } from "./draws.ts";
import { M9 } from "./money.ts";
import { M14, M15, M2, M3 } from "./policies.ts";
import { M1, M12, M6, M8 } from "./repeats.ts";
import { M4, M5 } from "./storage.ts";

export const metamorphicLaws: readonly Law[] = [M1, M2, M3, M4, M5, M6, M7, M8, M9, M12, M14, M15];
