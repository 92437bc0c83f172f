/** Laws of direction, D1 to D7: exact in the scope that each states. With market feedback they are findings, not laws. */
import type { Law } from "../law.ts";
import { D2, D3 } from "./money.ts";
import { D7 } from "./hazards.ts";
import { D6 } from "./limits.ts";
import { D4, D5 } from "./people.ts";
import { D1 } from "./top-ups.ts";

export const directionalLaws: readonly Law[] = [D1, D2, D3, D4, D5, D6, D7];
