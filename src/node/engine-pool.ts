/** Workers that run the engine. */
import { WorkerPool } from "./pool.ts";

/** A pool whose workers load the engine when they start; their JavaScript heap is limited where a limit is given. */
export const enginePool = (workers: number, heapBytes?: number): WorkerPool =>
  new WorkerPool({
    module: new URL("worker.js", import.meta.url),
    workers,
    ...(heapBytes === undefined ? {} : { heapMegabytes: Math.ceil(heapBytes / 1024 ** 2) }),
  });
