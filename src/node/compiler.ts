/** How far V8 compiles the engine: one setting for all threads of the process, read whenever a function is compiled. */
import { setFlagsFromString } from "node:v8";

/** So many runs, and what they gain is more than what compiling takes longer. */
export const LONG_WORK = 200;

/**
 * For many runs in one process: V8 puts more of what a loop calls into the loop. A run takes a sixteenth less, and the
 * first of each thread up to half a second more. No result depends on it.
 */
export function compileForLongWork(): void {
  setFlagsFromString("--max-inlined-bytecode-size=1500");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=3000");
}
