/** What `sweep`, `extend` and `worker` say and ask about a queue. */
import { Failure } from "../node/failure.ts";
import { PASSWORD_VARIABLE, type QueueAddress, queueAddress } from "../node/queue/address.ts";
import type { CellExecutor } from "../node/sweep/executor.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import type { Printer } from "./printer.ts";

export const QUEUE = {
  type: "string",
  requiresArg: true,
  describe: "Address of a Redis server: runs are made by every `caremarket worker` there, on any machine",
} as const;

/** The address with the password that the environment may hold. */
export const addressOf = (text: string): QueueAddress => queueAddress(text, process.env[PASSWORD_VARIABLE]);

/** The address as it may be printed. */
export const shownQueue = (text: string): string => addressOf(text).shown;

/** Run from its sources an engine has no version by which machines could tell that they run the same. */
export function refuseUnversioned(): void {
  if (!engineVersion.endsWith("+source")) return;
  throw new Failure("invalid", `engine ${engineVersion} runs from its sources and cannot share a queue`, [
    "Machines tell by the version that they run the same engine. Build it first: npm run build",
  ]);
}

export interface QueuedSweep {
  readonly design: { readonly name: string };
  readonly going: { readonly afresh: boolean };
  readonly given: { readonly workers: string | undefined };
  readonly limitSeconds: number;
}

/** Cells by way of the queue; fails in words where it cannot be used. */
export async function openQueueExecutor(text: string, sweep: QueuedSweep, printer: Printer): Promise<CellExecutor> {
  const address = addressOf(text);
  if (sweep.given.workers !== undefined) {
    throw new Failure("invalid", "--workers is for runs on this machine, and --queue gives them to others", [
      "Say how many threads when a worker is started: caremarket worker --queue … --workers 8",
    ]);
  }
  refuseUnversioned();
  const { connectQueue } = await import("../node/queue/connection.ts");
  const { queueExecutor } = await import("../node/queue/executor.ts");
  const say = (line: string): void => printer.say(line);
  const connection = await connectQueue(address, say);
  const { design, going, limitSeconds } = sweep;
  return queueExecutor({ connection, engineVersion, about: design.name, limitSeconds, afresh: going.afresh, say });
}
