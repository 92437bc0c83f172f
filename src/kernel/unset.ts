/**
 * A number that nobody has set yet.
 *
 * Not a number, so that using it shows; and a double, so that an object born with it keeps one hidden shape when whole
 * and broken numbers are put into it in turn. Objects born with 0 change shape as they are used, and the engine's
 * compiled code with them.
 */
export const UNSET = Number.NaN;

/**
 * A copy in which every number was born a double, and that every run of a process gives the same hidden shape: what
 * `UNSET` does for numbers that begin unset, for those that begin at nothing. A literal alone would not do: the second
 * one of its kind in a process is shaped anew, and all code compiled for the first run with it.
 */
export function asState<State extends object>(fields: State): State {
  const born = Object.entries(fields).map(
    ([name, value]) => [name, typeof value === "number" ? UNSET : value] as const,
  );
  return Object.assign(Object.fromEntries(born), fields) as State;
}
