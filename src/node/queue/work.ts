/**
 * A worker takes cells from a queue and runs them in threads, so that its own thread is always free to say that it lives.
 *
 * Whoever falls silent for five seconds loses what it holds to others; what it may still bring back is the same.
 */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Job, Worker } from "bullmq";
import type { ResolvedScenario } from "../../simulation/scenario/index.ts";
import { Failure } from "../failure.ts";
import { PoolClosed, type Runner } from "../pool.ts";
import type { PackedCell } from "../sweep/cell.ts";
import type { QueueConnection } from "./connection.ts";
import { within } from "./executor.ts";
import {
  DAY_SECONDS,
  KEYS,
  packFailure,
  packResult,
  PREFIX,
  type QueuedCell,
  queuedId,
  queueName,
  unpackScenario,
} from "./parcels.ts";
import { announce, leave, otherEngines, type Present, whoIsHere } from "./presence.ts";

/** A holder that has not been heard of for so long is taken for dead; looked for as often. */
const SILENCE_MILLISECONDS = 5000;
/** A cell whose holders die so often is given up: it may be what kills them. */
const MOST_DEATHS = 5;
const PROGRESS_MILLISECONDS = 1000;
const LOOK_MILLISECONDS = 3000;
const KNOWN_SCENARIOS = 64;

export interface WorkRequest {
  readonly connection: QueueConnection;
  readonly engineVersion: string;
  readonly pool: Runner;
  readonly threads: number;
  /** Ends when there was nothing to do for so long; undefined goes on until it is stopped. */
  readonly idleSeconds: number | undefined;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** It is let in, and takes what there is. */
  readonly onReady: () => void;
}

export interface WorkCounts {
  readonly done: number;
  readonly failed: number;
  /** Given back unfinished when it was stopped. */
  readonly returned: number;
}

/** Works until it is stopped, or idle for long enough; fails where the queue is of another engine, or stays away. */
export async function workOnQueue(request: WorkRequest): Promise<WorkCounts> {
  await refuseOtherEngine(request);
  const { connection, engineVersion, threads } = request;
  request.onReady();
  const session = new Session(request);
  const worker = new connection.bull.Worker<QueuedCell>(
    queueName(engineVersion),
    (job, token) => session.perform(job, token ?? ""),
    {
      connection: connection.client,
      prefix: PREFIX,
      concurrency: threads,
      lockDuration: SILENCE_MILLISECONDS,
      stalledInterval: SILENCE_MILLISECONDS,
      maxStalledCount: MOST_DEATHS,
      drainDelay: 2,
      name: `${hostname()}:${process.pid}`,
    },
  );
  return session.until(worker);
}

/** Work of another engine, and none of this one: whoever started the worker meant that, and gets it from no one here. */
async function refuseOtherEngine({ connection, engineVersion }: WorkRequest): Promise<void> {
  const sweeps = await whoIsHere(connection.client, "sweep");
  const others = otherEngines(sweeps, engineVersion);
  if (others.length === 0 || sweeps.some((each) => each.engineVersion === engineVersion)) return;
  throw new Failure(
    "invalid",
    `the queue at ${connection.address.shown} holds runs for engine ${others.join(" and ")}; this is engine ${engineVersion}`,
    [
      "Nothing was taken: runs of two engines are never mixed.",
      "Install here the version of caremarket that the sweep was started with, or start the sweep with this one.",
    ],
    { wanted: others, engineVersion },
  );
}

class Session {
  private readonly id = randomUUID();
  private readonly scenarios = new Map<string, ResolvedScenario>();
  private counts: WorkCounts = { done: 0, failed: 0, returned: 0 };
  private under = 0;
  private lastBusy = performance.now();
  private toldOfEngines = "";

  constructor(private readonly request: WorkRequest) {}

  /** Runs one cell and lays its result ready. Throws only where the queue itself is at fault, or the reader stops. */
  async perform(job: Job<QueuedCell>, token: string): Promise<void> {
    const { connection, engineVersion, pool, signal } = this.request;
    const { client, bull } = connection;
    const cell = job.data;
    if (cell.engineVersion !== engineVersion) {
      throw new bull.UnrecoverableError(`it is for engine ${cell.engineVersion}; this is engine ${engineVersion}`);
    }
    const key = KEYS.result(queuedId(cell));
    // Somebody who was taken for dead has brought it back meanwhile.
    if ((await client.exists(key)) === 1) return;
    const scenario = await this.scenarioOf(cell.scenarioHash);
    this.under++;
    try {
      const packed = await pool.run({ ...cell.job, scenario }, reporter(job), cell.limitSeconds * 1000);
      await client.set(key, packResult(packed as PackedCell), "EX", DAY_SECONDS);
      this.count({ done: 1 });
    } catch (error) {
      if (error instanceof PoolClosed || signal.aborted) {
        await job.moveToWait(token);
        this.count({ returned: 1 });
        throw new bull.WaitingError();
      }
      const failure = packFailure(error);
      if (failure === undefined) throw error;
      await client.set(key, failure, "EX", DAY_SECONDS);
      this.count({ failed: 1 });
    } finally {
      this.under--;
      this.lastBusy = performance.now();
    }
  }

  /** Goes on until there is a reason to end; then gives back what is not finished. */
  async until(worker: Worker<QueuedCell>): Promise<WorkCounts> {
    const { connection, pool, signal, idleSeconds } = this.request;
    // Locks that were lost while a machine slept, and connections that come back: neither loses a cell.
    worker.on("error", () => {});
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        if (signal.aborted) return resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
        connection.onLost(reject);
        const tick = (): void => {
          const idle = (performance.now() - this.lastBusy) / 1000;
          if (idleSeconds !== undefined && this.under === 0 && idle >= idleSeconds) return resolve();
          void this.look().catch(() => {});
        };
        timer = setInterval(tick, LOOK_MILLISECONDS);
        tick();
      });
    } finally {
      clearInterval(timer);
      const closing = worker.close();
      await pool.close();
      await within(
        SILENCE_MILLISECONDS,
        closing.catch(() => {}),
      );
      if (connection.client.status === "ready") {
        await within(
          SILENCE_MILLISECONDS,
          leave(connection.client, "worker", this.id).catch(() => {}),
        );
      }
      await within(
        SILENCE_MILLISECONDS,
        worker.close(true).catch(() => {}),
      );
      connection.close();
    }
    return this.counts;
  }

  /** Says that it is here, and once of each set of engines that are waited for in vain. */
  private async look(): Promise<void> {
    const { connection, engineVersion, threads, say } = this.request;
    const { client } = connection;
    if (client.status !== "ready") return;
    const present: Present = { engineVersion, host: hostname(), about: `${threads} threads` };
    await announce(client, "worker", this.id, present);
    const others = otherEngines(await whoIsHere(client, "sweep"), engineVersion).join(" and ");
    if (others !== this.toldOfEngines && others !== "") {
      say(`The queue also holds runs for engine ${others}; this is engine ${engineVersion} and takes none of them.`);
    }
    this.toldOfEngines = others;
  }

  private count(more: Partial<WorkCounts>): void {
    const { done, failed, returned } = this.counts;
    this.counts = {
      done: done + (more.done ?? 0),
      failed: failed + (more.failed ?? 0),
      returned: returned + (more.returned ?? 0),
    };
  }

  private async scenarioOf(hash: string): Promise<ResolvedScenario> {
    const known = this.scenarios.get(hash);
    if (known !== undefined) return known;
    const bytes = await this.request.connection.client.getBuffer(KEYS.scenario(hash));
    const scenario = bytes === null ? undefined : unpackScenario(bytes, hash);
    if (scenario === undefined) throw new Error(`the scenario ${hash} is not whole in the queue`);
    for (const oldest of [...this.scenarios.keys()].slice(0, this.scenarios.size - KNOWN_SCENARIOS + 1)) {
      this.scenarios.delete(oldest);
    }
    this.scenarios.set(hash, scenario);
    return scenario;
  }
}

/** Tells the queue of weeks done, once a second at most. */
function reporter(job: Job<QueuedCell>): (weeks: number) => void {
  let last = performance.now();
  return (weeks) => {
    if (performance.now() - last < PROGRESS_MILLISECONDS) return;
    last = performance.now();
    job.updateProgress(weeks).catch(() => {});
  };
}
