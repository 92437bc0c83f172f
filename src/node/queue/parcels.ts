/**
 * What goes through a queue: scenarios one way and packed cells the other, each under a name made from what it holds.
 *
 * A scenario lies there once, however many seeds run it. A result lies there until it is fetched, or for a day.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { hashScenario, type ResolvedScenario } from "../../simulation/scenario/index.ts";
import type { CellJob } from "../jobs.ts";
import { type ErrorAsData, WorkerDied, WorkerError } from "../pool.ts";
import { sha256 } from "../store/checksum.ts";
import { type PackedCell, unpackCell } from "../sweep/cell.ts";

/** Before all that we keep on a server that others may use too. */
export const PREFIX = "caremarket";

/** How long a scenario or a result lies there unasked for. */
export const DAY_SECONDS = 86_400;

export const KEYS = {
  scenario: (hash: string): string => `${PREFIX}:scenario:${hash}`,
  result: (id: string): string => `${PREFIX}:result:${id}`,
  present: (party: string, id: string): string => `${PREFIX}:present:${party}:${id}`,
  parties: (party: string): string => `${PREFIX}:present:${party}`,
} as const;

/** Every engine version has a queue of its own: runs of two are never mixed. */
export const queueName = (engineVersion: string): string => `cells-${engineVersion}`;

/** A cell to run, but for its scenario. */
export interface QueuedCell {
  readonly engineVersion: string;
  readonly scenarioHash: string;
  readonly limitSeconds: number;
  readonly job: Omit<CellJob, "scenario">;
}

/**
 * Known by content: the same run, of which the same is kept, by the same engine, is the same cell on every machine. Its
 * limit counts too: a run that was ended for want of time is another cell where it may take longer.
 */
export const queuedId = ({ engineVersion, scenarioHash, limitSeconds, job }: QueuedCell): string =>
  sha256(
    JSON.stringify([
      scenarioHash,
      job.seed,
      engineVersion,
      limitSeconds,
      job.weekly,
      ...(job.people === true ? ["people"] : []),
    ]),
  ).slice(0, 40);

export const packScenario = (scenario: ResolvedScenario): Buffer =>
  deflateRawSync(JSON.stringify(scenario), { level: 4 });

/** The scenario, or undefined for bytes that are not the one of that hash. */
export function unpackScenario(bytes: Buffer, hash: string): ResolvedScenario | undefined {
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString("utf8");
    const scenario = JSON.parse(text) as ResolvedScenario;
    return hashScenario(scenario) === hash ? scenario : undefined;
  } catch {
    return undefined;
  }
}

const MOST_BYTES = 64 * 1024 ** 2;

/** First byte of a result. */
const CELL = "C";
/** A cell, its length before it, and the table of people after it. */
const WITH_PEOPLE = "P";
const LENGTH_DIGITS = 10;
const BROKEN = "B";
const DIED = "D";

type Death = Pick<WorkerDied, "reason" | "isOutOfMemory">;

export function packResult({ bytes, people }: PackedCell): Buffer {
  if (people === undefined) return Buffer.concat([Buffer.from(CELL), bytes]);
  const length = String(bytes.byteLength).padStart(LENGTH_DIGITS, "0");
  return Buffer.concat([Buffer.from(WITH_PEOPLE + length), bytes, people]);
}

/** A result in its two parts; of any other kind all is in the first. */
function partsOf(kind: string, rest: Buffer): readonly [Buffer, Buffer | undefined] {
  if (kind !== WITH_PEOPLE) return [rest, undefined];
  const end = LENGTH_DIGITS + Number(rest.toString("latin1", 0, LENGTH_DIGITS));
  return [rest.subarray(LENGTH_DIGITS, end), rest.subarray(end)];
}

/** The error of a run that failed, so that it can be told elsewhere in the same words; undefined for any other error. */
export function packFailure(error: unknown): Buffer | undefined {
  if (error instanceof WorkerDied) {
    const death: Death = { reason: error.reason, isOutOfMemory: error.isOutOfMemory };
    return Buffer.from(DIED + JSON.stringify(death));
  }
  if (!(error instanceof WorkerError)) return undefined;
  const { className, message, fields, workerStack } = error;
  const broken: ErrorAsData = { className, message, stack: workerStack, fields };
  return Buffer.from(BROKEN + JSON.stringify(broken));
}

/** The cell, the error that ended it, or undefined for bytes that are not the result asked for. */
export function unpackResult(
  bytes: Buffer,
  { engineVersion, scenarioHash, job }: QueuedCell,
): PackedCell | WorkerError | WorkerDied | undefined {
  const kind = bytes.toString("latin1", 0, 1);
  const rest = bytes.subarray(1);
  try {
    if (kind === CELL || kind === WITH_PEOPLE) {
      const [packed, people] = partsOf(kind, rest);
      const cell = unpackCell(packed, true);
      const isIt =
        cell?.scenarioHash === scenarioHash && cell.seed === job.seed && cell.engineVersion === engineVersion;
      const mark = people === undefined ? undefined : sha256(people);
      if (!isIt || cell.peopleMark !== mark || (people !== undefined) !== (job.people === true)) return undefined;
      return { bytes: packed, content: cell.content, ...(people === undefined ? {} : { people }) };
    }
    if (kind === DIED) {
      const { reason, isOutOfMemory } = JSON.parse(rest.toString("utf8")) as Death;
      return new WorkerDied(reason, isOutOfMemory);
    }
    const { className, message, fields, stack } = JSON.parse(rest.toString("utf8")) as ErrorAsData;
    return kind === BROKEN ? new WorkerError(className, message, fields, stack) : undefined;
  } catch {
    return undefined;
  }
}
