/** `worker`: takes runs of sweeps from a queue, for as long as it is let. */
import { availableParallelism } from "node:os";
import type { InferredOptionTypes } from "yargs";
import { compileForLongWork } from "../../node/compiler.ts";
import { Failure } from "../../node/failure.ts";
import type { WorkCounts } from "../../node/queue/work.ts";
import { shellWord } from "../../node/shell.ts";
import { engineVersion } from "../../simulation/engine-version.ts";
import { command, JSON_OUTPUT, WORKERS, workersOf, type Host } from "../command.ts";
import { LIMITS, parseLimit } from "../limits.ts";
import { addressOf, QUEUE, refuseUnversioned } from "../queue.ts";
import { counted } from "../text.ts";

const OPTIONS = {
  queue: { ...QUEUE, describe: "Address of the Redis server that a sweep was given: redis://host:6379" },
  workers: WORKERS,
  "limit-memory": LIMITS["limit-memory"],
  "limit-idle": {
    type: "string",
    requiresArg: true,
    describe: "End when there was nothing to do for so long, such as 10m; without it, go on until stopped",
  },
  json: JSON_OUTPUT,
} as const;

export const worker = command({
  usage: "worker",
  describe: "Run cells of sweeps from a queue, on this machine for any other",
  words: {},
  options: OPTIONS,
  examples: [
    ["worker --queue redis://big-machine:6379", "Work until stopped, with every processor"],
    ["worker --queue redis://big-machine --workers 8 --limit-idle 10m", "End when the work has been done"],
  ],
  handle: (given, host) => work(given, host),
});

async function work(given: InferredOptionTypes<typeof OPTIONS>, host: Host): Promise<void> {
  const { printer, signal } = host;
  if (given.queue === undefined) {
    throw new Failure("invalid", "a worker needs a queue", ["Say where: caremarket worker --queue redis://host:6379"]);
  }
  const address = addressOf(given.queue);
  const threads = workersOf(given.workers, availableParallelism());
  const memory = parseLimit("--limit-memory", given["limit-memory"]);
  const idle = given["limit-idle"];
  const idleSeconds = idle === undefined ? undefined : parseLimit("--limit-idle", idle);
  refuseUnversioned();
  const { connectQueue } = await import("../../node/queue/connection.ts");
  const { workOnQueue } = await import("../../node/queue/work.ts");
  const say = (line: string): void => printer.say(line);
  const connection = await connectQueue(address, say);
  compileForLongWork();
  const pool = await host.openPool(threads, memory);
  const started = performance.now();
  let counts: WorkCounts;
  try {
    const onReady = (): void => {
      say(
        `Taking runs for engine ${engineVersion} from ${address.shown}, ${counted(threads, "thread")}. Ctrl-C ends it.`,
      );
    };
    const about = { connection, engineVersion, pool, threads, idleSeconds, signal };
    counts = await workOnQueue({ ...about, say, onReady });
  } finally {
    connection.close();
    await pool.close();
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  const { done, failed, returned } = counts;
  const words = `${counted(done, "run")} made, ${failed} failed, ${returned} given back unfinished`;
  if (signal.aborted) {
    const goOn = ["caremarket", "worker", "--queue", address.shown];
    for (const option of ["workers", "limit-idle"] as const) {
      const value = given[option];
      if (value !== undefined) goOn.push(`--${option}`, value);
    }
    const line = goOn.map(shellWord).join(" ");
    const data = { ...counts, engineVersion, resume: line };
    throw new Failure("interrupted", "Interrupted.", [`${words}.`, `To go on: ${line}`], data);
  }
  if (given.json) return printer.json({ queue: address.shown, engineVersion, threads, ...counts, seconds });
  printer.data(`${words} in ${seconds.toFixed(1)} s; nothing to do for ${idle}.`);
}
