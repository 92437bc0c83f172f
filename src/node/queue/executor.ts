/**
 * Cells are run by whoever takes them from a queue, on any machine; what comes back is as if it had been run here.
 *
 * A cell is asked for by its content. It may be run twice, where a machine dies or falls silent; it comes back once.
 */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Queue, QueueEvents } from "bullmq";
import { hashScenario, type ResolvedScenario } from "../../simulation/scenario/index.ts";
import { Failure } from "../failure.ts";
import type { CellJob } from "../jobs.ts";
import { PoolClosed, WorkerDied } from "../pool.ts";
import type { PackedCell } from "../sweep/cell.ts";
import type { CellExecutor } from "../sweep/executor.ts";
import type { QueueConnection } from "./connection.ts";
import {
  DAY_SECONDS,
  KEYS,
  packScenario,
  PREFIX,
  type QueuedCell,
  queuedId,
  queueName,
  unpackResult,
} from "./parcels.ts";
import { announce, leave, otherEngines, whoIsHere } from "./presence.ts";

/** As many as some hundreds of threads elsewhere can use while results are written here. */
const LANES = 512;
const LOOK_MILLISECONDS = 3000;
/** A cell that comes back unusable so often stops the sweep. */
const MOST_TRIES = 5;
/** A fetched result lies there a little longer, for another sweep that waits for the same cell. */
const FETCHED_SECONDS = 30;

export interface QueueExecutorOptions {
  readonly connection: QueueConnection;
  readonly engineVersion: string;
  /** Name of the sweep, for whoever looks at the queue. */
  readonly about: string;
  readonly limitSeconds: number;
  /** Run cells even where the queue still holds their results. */
  readonly afresh: boolean;
  readonly say: (line: string) => void;
}

interface Pending {
  readonly cell: QueuedCell;
  readonly scenario: ResolvedScenario;
  readonly progress: (weeks: number) => void;
  readonly resolve: (packed: PackedCell) => void;
  readonly reject: (error: Error) => void;
  /** False until it lies in the queue. */
  isQueued: boolean;
  isBeingFetched: boolean;
  tries: number;
}

export function queueExecutor(options: QueueExecutorOptions): CellExecutor {
  const { connection, engineVersion } = options;
  const name = queueName(engineVersion);
  const { Queue: BullQueue, QueueEvents: BullEvents } = connection.bull;
  const settings = { connection: connection.client, prefix: PREFIX };
  const queue = new BullQueue(name, { ...settings, streams: { events: { maxLen: 2000 } } });
  const events = new BullEvents(name, settings);
  return new Dispatcher(options, queue, events).executor();
}

class Dispatcher {
  private readonly id = randomUUID();
  private readonly pending = new Map<string, Pending>();
  /** Scenarios that lie in the queue, as far as we know. */
  private readonly sent = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private toldOfWorkers = "";
  private closing: Promise<void> | undefined;

  constructor(
    private readonly options: QueueExecutorOptions,
    private readonly queue: Queue,
    private readonly events: QueueEvents,
  ) {
    // Both would print where nobody listens; a connection that stays away is heard of below.
    queue.on("error", () => {});
    events.on("error", () => {});
    events.on("completed", ({ jobId }) => this.later(jobId, () => this.fetch(jobId)));
    events.on("failed", ({ jobId, failedReason }) => this.later(jobId, () => this.failed(jobId, failedReason)));
    events.on("progress", ({ jobId, data }) => {
      if (typeof data === "number") this.pending.get(jobId)?.progress(data);
    });
    options.connection.onLost((failure) => this.rejectAll(failure));
    this.timer = setInterval(() => void this.look().catch(() => {}), LOOK_MILLISECONDS);
    void this.look().catch(() => {});
  }

  executor(): CellExecutor {
    return {
      lanes: LANES,
      run: (job, progress) => this.run(job, progress),
      close: () => (this.closing ??= this.close()),
    };
  }

  private run({ scenario, ...job }: CellJob, progress: (weeks: number) => void): Promise<PackedCell> {
    const { engineVersion, limitSeconds } = this.options;
    const cell: QueuedCell = { engineVersion, scenarioHash: hashScenario(scenario), limitSeconds, job };
    const id = queuedId(cell);
    return new Promise((resolve, reject) => {
      if (this.closing !== undefined) return reject(new PoolClosed("the queue was left"));
      const flags = { isQueued: false, isBeingFetched: false, tries: 0 };
      this.pending.set(id, { cell, scenario, progress, resolve, reject, ...flags });
      this.later(id, () => this.begin(id));
    });
  }

  /** Does it, and rejects the cell where the server objects; a connection that was closed is told of elsewhere. */
  private later(id: string, action: () => Promise<void>): void {
    action().catch((error: unknown) => {
      if (this.closing !== undefined) return;
      const failure = error instanceof Failure ? error : this.objection(error);
      this.settle(id, (pending) => pending.reject(failure));
    });
  }

  private async begin(id: string): Promise<void> {
    const { client } = this.options.connection;
    if (this.options.afresh) await client.del(KEYS.result(id));
    else if (await this.fetchIfThere(id, true)) return;
    await this.enqueue(id);
  }

  /** Lays a cell into the queue; one of the same name that lies there already is the same. */
  private async enqueue(id: string): Promise<void> {
    const pending = this.pending.get(id);
    if (pending === undefined) return;
    const { cell, scenario } = pending;
    const { client } = this.options.connection;
    if (!this.sent.has(cell.scenarioHash)) {
      this.sent.add(cell.scenarioHash);
      await client.set(KEYS.scenario(cell.scenarioHash), packScenario(scenario), "EX", DAY_SECONDS);
    }
    await this.queue.add("cell", cell, {
      jobId: id,
      attempts: 3,
      backoff: { type: "fixed", delay: 1000 },
      removeOnComplete: true,
      removeOnFail: true,
    });
    pending.isQueued = true;
  }

  private async fetch(id: string): Promise<void> {
    if (!this.pending.has(id) || (await this.fetchIfThere(id))) return;
    await this.again(id, "its result was gone before it was fetched");
  }

  /** Takes the result, if there is one that is whole. One that failed for an earlier call is tried again for this one. */
  private async fetchIfThere(id: string, isEarlier = false): Promise<boolean> {
    const pending = this.pending.get(id);
    if (pending === undefined || pending.isBeingFetched) return true;
    pending.isBeingFetched = true;
    const { client } = this.options.connection;
    const bytes = await client.getBuffer(KEYS.result(id)).finally(() => (pending.isBeingFetched = false));
    if (bytes === null) return false;
    const result = unpackResult(bytes, pending.cell);
    if (result instanceof Error || result === undefined) await client.del(KEYS.result(id));
    else await client.expire(KEYS.result(id), FETCHED_SECONDS);
    if (result === undefined || (isEarlier && result instanceof Error)) return false;
    this.settle(id, ({ resolve, reject }) => (result instanceof Error ? reject(result) : resolve(result)));
    return true;
  }

  /** A cell that nobody could run: because whoever took it died each time, or for a reason of theirs. */
  private async failed(id: string, reason: string): Promise<void> {
    if (!this.pending.has(id)) return;
    if (reason.includes("stalled more than")) {
      const death = new WorkerDied("every process that took it from the queue died or fell silent", false);
      return this.settle(id, ({ reject }) => reject(death));
    }
    await this.again(id, reason);
  }

  private async again(id: string, reason: string): Promise<void> {
    const pending = this.pending.get(id);
    if (pending === undefined) return;
    pending.tries++;
    if (pending.tries >= MOST_TRIES) throw this.objection(reason);
    this.sent.delete(pending.cell.scenarioHash);
    await this.enqueue(id);
  }

  /** Every few seconds: what events did not tell, and whether anybody is there to work. */
  private async look(): Promise<void> {
    const { connection, engineVersion, about } = this.options;
    const { client } = connection;
    if (client.status !== "ready" || this.closing !== undefined) return;
    await announce(client, "sweep", this.id, { engineVersion, host: hostname(), about });
    this.tellOfWorkers(await whoIsHere(client, "worker"));
    const queued = [...this.pending].filter(([, { isQueued }]) => isQueued);
    await Promise.all(queued.map(([id]) => this.lookFor(id)));
  }

  private async lookFor(id: string): Promise<void> {
    const { client } = this.options.connection;
    const [isDone, isThere] = await Promise.all([client.exists(KEYS.result(id)), client.exists(this.queue.toKey(id))]);
    // What is in neither place was lost with the server's memory.
    if (isDone === 1 || isThere === 0) this.later(id, () => this.fetch(id));
  }

  private tellOfWorkers(workers: Awaited<ReturnType<typeof whoIsHere>>): void {
    const { connection, engineVersion, say } = this.options;
    const shown = connection.address.shown;
    const hasOwn = workers.some((each) => each.engineVersion === engineVersion);
    const others = otherEngines(workers, engineVersion);
    const lines: string[] = [];
    if (!hasOwn) {
      lines.push(
        `No worker of engine ${engineVersion} is at ${shown}. On any machine: caremarket worker --queue ${shown}`,
      );
    }
    if (others.length > 0) {
      lines.push(
        `Workers of engine ${others.join(" and ")} are there; they take nothing from engine ${engineVersion}.`,
      );
    }
    const told = lines.join("\n");
    if (told === this.toldOfWorkers) return;
    this.toldOfWorkers = told;
    for (const line of lines) say(line);
  }

  private objection(error: unknown): Failure {
    const { shown } = this.options.connection.address;
    const why = error instanceof Error ? error.message : String(error);
    return new Failure(
      "io",
      `the queue at ${shown} could not do its work: ${why}`,
      ["Finished runs are kept; the same command goes on with the rest."],
      { queue: shown },
    );
  }

  private settle(id: string, how: (pending: Pending) => void): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (pending !== undefined) how(pending);
  }

  private rejectAll(error: Error): void {
    for (const id of this.pending.keys()) this.settle(id, ({ reject }) => reject(error));
  }

  /** Takes back what nobody has begun, and goes; what is being run elsewhere lies ready for the next call. */
  private async close(): Promise<void> {
    clearInterval(this.timer);
    const ids = [...this.pending.keys()];
    this.rejectAll(new PoolClosed("the queue was left"));
    const { connection } = this.options;
    if (connection.client.status === "ready") {
      const removed = Promise.all(ids.map((id) => this.queue.remove(id).catch(() => 0)));
      const left = removed.then(() => leave(connection.client, "sweep", this.id)).catch(() => {});
      await within(CLOSE_MILLISECONDS, left);
    }
    await within(CLOSE_MILLISECONDS, Promise.allSettled([this.events.close(), this.queue.close()]));
    connection.close();
  }
}

const CLOSE_MILLISECONDS = 2000;

/** Waits for it no longer than that. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
