/** Fifths of incomes within a group, the poorest first. */

/** Bounds of the fifths of a standard normal: income is drawn so, around the middle of the person's group. */
const OUTER = 0.841_621;
const INNER = 0.253_347;

/** The fifth that an income in standard deviations belongs to, 0 to 4. */
export const fifthOf = (income: number): number =>
  income < -INNER ? (income < -OUTER ? 0 : 1) : income < INNER ? 2 : income < OUTER ? 3 : 4;
