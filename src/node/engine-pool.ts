/** Workers that run the engine. */
import { WorkerPool } from "./pool.ts";

/** A pool whose workers load the module when they start; their JavaScript heap is limited where a limit is given. */
export const openPool = (module: URL, workers: number, heapBytes?: number): WorkerPool =>
  new WorkerPool({
    module,
    workers,
    ...(heapBytes === undefined ? {} : { heapMegabytes: Math.ceil(heapBytes / 1024 ** 2) }),
  });
