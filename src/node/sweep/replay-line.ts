/** How a failed cell is run again by itself. */
import { join } from "node:path";
import { shellWord } from "../shell.ts";
import type { FailedCell } from "./cell-store.ts";

/** The line that replays a failed cell, from where the reader stands. */
export const replayLine = (folder: string, { replay, seed }: Pick<FailedCell, "replay" | "seed">): string =>
  `caremarket run ${shellWord(join(folder, replay))} --seed ${seed} --checks full --json`;
