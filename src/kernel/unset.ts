/**
 * A number that nobody has set yet.
 *
 * Not a number, so that using it shows; and a double, so that an object born with it keeps one hidden shape when whole
 * and broken numbers are put into it in turn. Objects born with 0 change shape as they are used, and the engine's
 * compiled code with them.
 */
export const UNSET = Number.NaN;
