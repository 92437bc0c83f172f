/** What people tell a survey of how they fare: yes-or-no items read off quality of life. */
import { logistic } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** Quality of life at which the usual share answers: the mean of 2010-11 (E5-033), from which the items are measured. */
export const USUAL_LIFE = 18.7;

/** Chance that somebody says they have as much control over daily life as they want, or enough. */
export const controlChance = ({ outcomes }: Era, life: number): number =>
  logistic(outcomes.controlOdds + outcomes.controlSlope * (life - USUAL_LIFE));

/** Chance that somebody says they are extremely or very satisfied. */
export const satisfiedChance = ({ outcomes }: Era, life: number): number =>
  logistic(outcomes.satisfiedOdds + outcomes.satisfiedSlope * (life - USUAL_LIFE));
