/** How long firms and the council look back: the share of a smoothed figure that one week counts. */

/** Half a year: 2 / (26 + 1) weeks, near enough. */
export const HALF_YEAR = 1 / 13;
/** Two months. */
export const TWO_MONTHS = 1 / 4;
/** A quarter of a year. */
export const QUARTER_YEAR = 1 / 7;
/** A year of four-weekly decisions, where each counts so much. */
export const YEAR_OF_TURNS = 1 / 13;
