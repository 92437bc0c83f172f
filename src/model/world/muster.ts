/** Whom the week is about: those who wait or look for something, and those whose four-weekly turn it is. */

/** Rows of people in key order, good from the end of the phase of needs to the end of the week. */
export interface Muster {
  /** Week the lists are of; -1 where they must be made anew. */
  week: number;
  /** Who waits for an assessment or for care, has been given notice, or lacks an assistant. */
  waiting: Int32Array;
  waitingCount: number;
  /** Whose turn it is: a quarter of the people. */
  onTurn: Int32Array;
  onTurnCount: number;
}

export const emptyMuster = (): Muster => ({
  week: -1,
  waiting: new Int32Array(0),
  waitingCount: 0,
  onTurn: new Int32Array(0),
  onTurnCount: 0,
});
