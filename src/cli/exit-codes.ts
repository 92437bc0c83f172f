/** How the process ends, for scripts that ask: public, and the same for every command. */
import type { FailureKind } from "../node/failure.ts";

export const EXIT_CODES: Readonly<Record<FailureKind | "done", number>> = {
  done: 0,
  invalid: 2,
  refused: 3,
  law: 4,
  damaged: 5,
  locked: 6,
  io: 7,
  interrupted: 130,
};

export const EXIT_CODES_TEXT = `Exit codes:
    0  done
    2  invalid input: nothing was run
    3  refused: over a limit; the message has the numbers
    4  a law of the model broke, or another bug of ours; a replay bundle is written
    5  a result is damaged or does not reproduce
    6  locked: somebody else is writing there
    7  reading or writing failed
  130  interrupted; the message says how to go on`;
