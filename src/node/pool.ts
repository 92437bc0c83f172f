/**
 * Jobs run in worker threads that live as long as the pool; what a job returns never depends on which worker ran it.
 *
 * A job that throws rejects with the error as data. A worker that dies takes only its own job with it and is replaced.
 */
import { Worker } from "node:worker_threads";

/** An error from inside a worker: class name and fields survive, which structured clone alone would lose. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";

  constructor(
    /** Class of the error in the worker, such as "BrokenInvariant". */
    readonly className: string,
    message: string,
    readonly fields: Readonly<Record<string, unknown>>,
    readonly workerStack: string,
  ) {
    super(message);
  }
}

/** The worker itself is gone: out of memory, killed, or ended from inside. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";

  constructor(
    readonly reason: string,
    readonly isOutOfMemory: boolean,
  ) {
    super(reason);
  }
}

export class PoolClosed extends Error {
  override readonly name = "PoolClosed";
}

/** What a worker sends back. */
export type Reply =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "progress"; readonly value: number }
  | { readonly kind: "failed"; readonly error: ErrorAsData };

export interface ErrorAsData {
  readonly className: string;
  readonly message: string;
  readonly stack: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface PoolOptions {
  readonly module: URL;
  readonly workers: number;
  /** Limit of each worker's JavaScript heap. */
  readonly heapMegabytes?: number;
}

/** What runs jobs: a pool, or a stand-in for one. */
export interface Runner {
  /** Gets ready for jobs to come. */
  readonly warm: (count?: number) => void;
  /** After the limit, where one is given, the worker is ended and the job rejects with WorkerDied. */
  readonly run: (input: unknown, onProgress?: (value: number) => void, limitMilliseconds?: number) => Promise<unknown>;
  /** Ends at once; jobs not finished reject. */
  readonly close: () => Promise<void>;
}

interface Job {
  readonly input: unknown;
  readonly limitMilliseconds: number | undefined;
  /** Counts from when a worker took the job. */
  timer?: NodeJS.Timeout;
  readonly onProgress: (value: number) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The longest time that a timer can wait. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1;

export class WorkerPool implements Runner {
  private readonly queue: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private isClosed = false;

  constructor(private readonly options: PoolOptions) {
    if (!Number.isInteger(options.workers) || options.workers < 1) {
      throw new RangeError("a pool needs one worker or more");
    }
  }

  /** Starts workers now, so that they load while the caller prepares the first job. */
  warm(count = this.options.workers): void {
    while (this.size < Math.min(count, this.options.workers)) this.idle.push(this.start());
  }

  run(input: unknown, onProgress: (value: number) => void = () => {}, limitMilliseconds?: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(new PoolClosed("the pool is closed"));
      this.queue.push({ input, limitMilliseconds, onProgress, resolve, reject });
      this.next();
    });
  }

  /** Ends every worker at once; jobs not finished reject with PoolClosed. */
  async close(): Promise<void> {
    this.isClosed = true;
    const jobs = [...this.queue.splice(0), ...this.busy.values()];
    const workers = [...this.idle.splice(0), ...this.busy.keys()];
    this.busy.clear();
    for (const job of jobs) {
      clearTimeout(job.timer);
      job.reject(new PoolClosed("the pool was closed"));
    }
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private get size(): number {
    return this.idle.length + this.busy.size;
  }

  private next(): void {
    while (this.queue.length > 0) {
      if (this.idle.length === 0 && this.size >= this.options.workers) return;
      const worker = this.idle.pop() ?? this.start();
      const job = this.queue.shift() as Job;
      this.busy.set(worker, job);
      worker.postMessage(job.input, []);
      this.limit(worker, job);
    }
  }

  private limit(worker: Worker, job: Job): void {
    const { limitMilliseconds } = job;
    // A longer one would end at once, as clocks of 32 bits go round; no run takes 24 days.
    if (limitMilliseconds === undefined || limitMilliseconds > LONGEST_MILLISECONDS) return;
    job.timer = setTimeout(() => {
      if (this.busy.get(worker) !== job) return;
      this.bury(worker, new WorkerDied(`it took longer than the limit of ${limitMilliseconds / 1000} s`, false));
      void worker.terminate();
    }, limitMilliseconds);
  }

  private start(): Worker {
    const { module, heapMegabytes } = this.options;
    const worker = new Worker(module, {
      resourceLimits: heapMegabytes === undefined ? {} : { maxOldGenerationSizeMb: heapMegabytes },
    });
    let cause: Error | undefined;
    worker.on("message", (reply: Reply) => this.take(worker, reply));
    worker.on("messageerror", (error: Error) => this.settle(worker, (job) => job.reject(error)));
    worker.on("error", (error: Error) => {
      cause = error;
    });
    worker.on("exit", (code) => this.bury(worker, diedOf(cause, code)));
    return worker;
  }

  private take(worker: Worker, reply: Reply): void {
    if (reply.kind === "progress") return this.busy.get(worker)?.onProgress(reply.value);
    this.settle(worker, (job) => {
      if (reply.kind === "done") return job.resolve(reply.value);
      const { className, message, fields, stack } = reply.error;
      job.reject(new WorkerError(className, message, fields, stack));
    });
  }

  private settle(worker: Worker, how: (job: Job) => void): void {
    const job = this.busy.get(worker);
    if (job === undefined) return;
    clearTimeout(job.timer);
    this.busy.delete(worker);
    if (!this.isClosed) this.idle.push(worker);
    how(job);
    this.next();
  }

  private bury(worker: Worker, death: WorkerDied): void {
    const job = this.busy.get(worker);
    clearTimeout(job?.timer);
    this.busy.delete(worker);
    const place = this.idle.indexOf(worker);
    if (place >= 0) this.idle.splice(place, 1);
    job?.reject(death);
    if (!this.isClosed) this.next();
  }
}

function diedOf(cause: Error | undefined, exitCode: number): WorkerDied {
  const isOutOfMemory = cause !== undefined && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (isOutOfMemory) return new WorkerDied("it ran out of memory", true);
  return new WorkerDied(
    cause === undefined ? `it ended with code ${exitCode}` : `${cause.name}: ${cause.message}`,
    false,
  );
}

/** For the worker's side: an error with its class and plain fields, ready to be sent. */
export function errorAsData(error: unknown): ErrorAsData {
  if (!(error instanceof Error)) return { className: "unknown", message: String(error), stack: "", fields: {} };
  const plain = Object.entries(error).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
  return { className: error.name, message: error.message, stack: error.stack ?? "", fields: Object.fromEntries(plain) };
}
