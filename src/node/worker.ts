/** The worker's side of the pool: it knows the engine and nothing else, and lives for many runs. */
import { parentPort } from "node:worker_threads";
import { perform, type Job } from "./jobs.ts";
import { errorAsData, type Reply } from "./pool.ts";

parentPort?.on("message", (job: Job) => void answer(job));

async function answer(job: Job): Promise<void> {
  const send = (reply: Reply, buffers: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(reply, [...buffers]);
  try {
    const { value, buffers } = await perform(job, (weeks) => send({ kind: "progress", value: weeks }));
    send({ kind: "done", value }, buffers);
  } catch (error) {
    send({ kind: "failed", error: errorAsData(error) });
  }
}
