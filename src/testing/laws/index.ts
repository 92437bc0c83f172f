/** The exact laws of every week, E1 to E18 and E21 to E30; S1 to S8 are statistical and live with their tests. */
import type { WeeklyLaw } from "../weekly.ts";
import { E1, E13, E2, E3 } from "./accounts.ts";
import { E10, E11, E8, E9 } from "./agents.ts";
import { E18 } from "./bank.ts";
import { E17 } from "./books.ts";
import { E12, E5, E7 } from "./care.ts";
import { E28 } from "./jobs.ts";
import { E27 } from "./loans.ts";
import { E30 } from "./means.ts";
import { E29 } from "./packages.ts";
import { E4 } from "./pay.ts";
import { E21, E22, E23 } from "./payments.ts";
import { E14 } from "./recount.ts";
import { E24 } from "./refused.ts";
import { E15, E16 } from "./state.ts";
import { E25, E26 } from "./supply.ts";
import { E6 } from "./unmet.ts";

export const weeklyLaws: readonly WeeklyLaw[] = [
  E1,
  E2,
  E3,
  E4,
  E5,
  E6,
  E7,
  E8,
  E9,
  E10,
  E11,
  E12,
  E13,
  E14,
  E15,
  E16,
  E17,
  E18,
  E21,
  E22,
  E23,
  E24,
  E25,
  E26,
  E27,
  E28,
  E29,
  E30,
];
