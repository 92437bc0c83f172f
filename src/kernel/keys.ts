/**
 * An agent is the same agent in every arm: its key comes from why, when and as which it appeared, never from a count
 * of what else happened.
 *
 * 32 bits, ascending in time. Founders: their ordinal (31 bits). Later: a one, the week (12 bits), the cause (3 bits)
 * and the ordinal within week and cause (16 bits).
 */

export const MAX_WEEK = 4095;
export const MAX_CAUSE = 7;
export const MAX_ORDINAL = 65535;

/** Key of the `ordinal`-th founder; 0 is nobody, so founders start at 1. */
export const founderKey = (ordinal: number): number => ordinal + 1;

/** Key of the `ordinal`-th agent that `cause` brought in `week`. */
export function laterKey(week: number, cause: number, ordinal: number): number {
  if (week > MAX_WEEK || cause > MAX_CAUSE || ordinal > MAX_ORDINAL) {
    throw new RangeError(`no agent key for week ${week}, cause ${cause}, ordinal ${ordinal}`);
  }
  return (0x80000000 | (week << 19) | (cause << 16) | ordinal) >>> 0;
}
