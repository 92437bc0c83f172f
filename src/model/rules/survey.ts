/** What people tell a survey of how they fare: yes-or-no items read off quality of life. */
import { logistic } from "../../kernel/math.ts";

/** Quality of life at which the usual share answers. */
export const USUAL_LIFE = 18.7;
/** E5-038, E5-041: 75 % and 62 % in 2010-11; slopes assumptions 0.2–0.5. */
const CONTROL_AT = 1.3;
const CONTROL_SLOPE = 0.35;
const SATISFIED_AT = 0.55;
const SATISFIED_SLOPE = 0.3;

/** Chance that somebody says they have as much control over daily life as they want, or enough. */
export const controlChance = (life: number): number => logistic(CONTROL_AT + CONTROL_SLOPE * (life - USUAL_LIFE));

/** Chance that somebody says they are extremely or very satisfied. */
export const satisfiedChance = (life: number): number => logistic(SATISFIED_AT + SATISFIED_SLOPE * (life - USUAL_LIFE));
