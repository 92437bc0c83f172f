/** One mistake, and every word that is said about it. */
import type { Given } from "./scenario-resolve.ts";

export interface Message {
  readonly what: string;
  readonly text: string;
  readonly given?: Given;
  /** One line for each problem or warning. */
  readonly says: readonly string[];
}

/** The beginning of a file that is right so far; what follows begins in line 3. */
export const START = "format: 1\nname: test\n";
