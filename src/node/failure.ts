/**
 * Something went wrong that a reader can act on: words first, then what to do, and data for `--json`.
 *
 * The command line turns the kind into an exit code; nothing else in the host ends the process.
 */

export type FailureKind =
  /** What was asked for makes no sense: a scenario file, an option, a folder that is not ours. */
  | "invalid"
  /** It makes sense and is over a limit; the words carry the numbers. */
  | "refused"
  /** A law of the model broke, or another bug of ours. */
  | "law"
  /** A result is damaged or does not reproduce. */
  | "damaged"
  /** Somebody else is writing there. */
  | "locked"
  /** Reading or writing failed. */
  | "io"
  /** The reader stopped it. */
  | "interrupted";

export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly kind: FailureKind,
    message: string,
    /** What to do about it, or more of what was found: one line each. */
    readonly lines: readonly string[] = [],
    /** Plain data for `--json`. */
    readonly data: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
