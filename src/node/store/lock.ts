/**
 * One writer at a time: a small file beside the results folder names who is writing there.
 *
 * A lock whose process is gone, on this machine, is cleared with a note, and so is one that names nobody: a full disk
 * leaves such. Anybody else's is respected, also that of another container whose processes are not seen from here: the failure names the process, the machine, the time, and the command that
 * removes the lock.
 */
import {
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { errorCode, fileFailure } from "../file-errors.ts";
import { Failure } from "../failure.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO date and time, for people. */
  readonly since: string;
  /** Tells a process from a later one of the same number; "" where the system does not say. */
  readonly birth: string;
  /** In which container its number is its own; "" where the system does not say. */
  readonly space: string;
}

export interface Lock {
  readonly path: string;
  /** Notes for the reader: a stale lock was cleared. */
  readonly notes: readonly string[];
  release(): void;
}

/** Takes the lock or fails with kind "locked". */
export function takeLock(path: string): Lock {
  const mine = lockText({
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    birth: birthOf(process.pid),
    space: ownSpace(),
  });
  const notes: string[] = [];
  for (let round = 0; round < 3; round++) {
    if (create(path, mine)) {
      tidy(path);
      return { path, notes, release: () => release(path, mine) };
    }
    const text = readLock(path);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder === undefined ? !isAbandoned(path, text) : !isGone(holder)) throw lockedBy(path, holder);
    if (!clear(path, text)) continue;
    notes.push(
      holder === undefined
        ? "Cleared a lock that named nobody: whoever began it could not write it."
        : `Cleared a lock left by process ${holder.pid}, which is gone (since ${holder.since}).`,
    );
  }
  throw lockedBy(path, undefined);
}

const lockText = (holder: Holder): string => `${JSON.stringify(holder)}\n`;

/** What a lock is called until all of it is written; the number is its writer's. */
const BEGUN = /^\.\d+\.new$/;

/** A lock appears with its whole text or not at all: it is written beside its place and linked there. */
function create(path: string, text: string): boolean {
  const begun = `${path}.${process.pid}.new`;
  try {
    writeFileSync(begun, text);
    linkSync(begun, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (CANNOT_LINK.has(errorCode(error))) return createAlone(path, text);
    throw fileFailure(error, "write the lock", path, MAY_NOT_WRITE.has(errorCode(error)) ? [BESIDE] : []);
  } finally {
    remove(begun);
  }
}

const MAY_NOT_WRITE = new Set(["EACCES", "EROFS"]);
const BESIDE = "The lock lies beside the results: choose a place that you may write into.";

/** What a disk says that has no links, or a share that forbids them; EISDIR is what Windows makes of a memory stick. */
const CANNOT_LINK = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EISDIR", "UNKNOWN"]);

/** Where there are no links: made by whoever is first, and taken away again where it cannot be written. */
function createAlone(path: string, text: string): boolean {
  let isOurs = false;
  try {
    writeFileSync(path, "", { flag: "wx" });
    isOurs = true;
    writeFileSync(path, text);
    return true;
  } catch (error) {
    if (isOurs) remove(path);
    if (!isOurs && errorCode(error) === "EEXIST") return false;
    throw fileFailure(error, "write the lock", path);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or the disk is gone.
  }
}

/** Takes away what killed writers had begun beside a lock, long ago. */
function tidy(path: string): void {
  try {
    const folder = dirname(path);
    const begun = readdirSync(folder).filter(
      (name) => name.startsWith(basename(path)) && BEGUN.test(name.slice(basename(path).length)),
    );
    for (const each of begun.map((name) => join(folder, name))) if (isOlder(each, BEGUN_SECONDS)) remove(each);
  } catch {
    // The next writer tries again.
  }
}

const BEGUN_SECONDS = 600;
/** An empty lock is the moment between two calls where there are no links, or nobody's. */
const EMPTY_SECONDS = 2;

/** True of a lock that names nobody and that nobody can be writing any more. */
const isAbandoned = (path: string, text: string): boolean =>
  isOlder(path, text.trim() === "" ? EMPTY_SECONDS : BEGUN_SECONDS);

function isOlder(path: string, seconds: number): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > seconds * 1000;
  } catch {
    return false;
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileFailure(error, "read the lock", path);
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const found = JSON.parse(text) as Partial<Holder>;
    const { pid, host, since, birth, space } = found;
    if (typeof pid !== "number" || !Number.isInteger(pid) || pid < 1 || typeof host !== "string") return undefined;
    const word = (value: unknown): string => (typeof value === "string" ? value : "");
    return { pid, host, since: String(since), birth: word(birth), space: word(space) };
  } catch {
    return undefined;
  }
}

/** True when the holder ran on this machine and no longer does. */
function isGone(holder: Holder): boolean {
  if (isUnseen(holder)) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === "ESRCH") return true;
  }
  const birth = birthOf(holder.pid);
  if (birth === ENDED) return true;
  return holder.birth !== "" && birth !== "" && birth !== holder.birth;
}

/** True when the very process that took the lock is still there, as far as this machine can tell. */
const isAlive = (holder: Holder): boolean =>
  !isUnseen(holder) && holder.birth !== "" && birthOf(holder.pid) === holder.birth;

const isElsewhere = ({ host }: Holder): boolean => host !== hostname();

/**
 * True when nothing can be known of it: on another machine, or in another container of this one, which may have the
 * machine's name. What ran before this start of the machine has ended wherever it was.
 */
function isUnseen(holder: Holder): boolean {
  if (isElsewhere(holder)) return true;
  const isBefore = bootOf(holder.birth) !== bootOf(birthOf(process.pid));
  const own = ownSpace();
  return holder.space !== "" && own !== "" && holder.space !== own && !isBefore;
}

const bootOf = (birth: string): string => birth.split("/")[0];

/** On Linux, which processes see one another by their numbers: those of one container; "" elsewhere. */
function ownSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** In place of the birth of a process that has ended, and whose parent has not asked how: in a container perhaps for ever. */
const ENDED = "ended";
const ENDED_STATES = new Set(["Z", "X"]);

/** On Linux, this start of the machine and the tick at which the process began; "" elsewhere. */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ENDED_STATES.has(afterName[0]) ? ENDED : `${boot}/${afterName[19]}`;
  } catch {
    return "";
  }
}

/** Takes the stale lock away; if somebody replaced it in between, puts theirs back and says false. */
function clear(path: string, stale: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw fileFailure(error, "clear the stale lock", path);
  }
  const found = readFileSync(aside, "utf8");
  try {
    if (found !== stale) create(path, found);
  } finally {
    unlinkSync(aside);
  }
  return found === stale;
}

function release(path: string, mine: string): void {
  try {
    if (readFileSync(path, "utf8") === mine) unlinkSync(path);
  } catch {
    // Gone already, or the disk with it: the next start clears it as stale.
  }
}

function lockedBy(path: string, holder: Holder | undefined): Failure {
  const who =
    holder === undefined
      ? "by a writer who left no readable name"
      : `by process ${holder.pid} on ${holder.host} since ${holder.since}`;
  const lines = [
    holder !== undefined && isUnseen(holder)
      ? `Whether that ${isElsewhere(holder) ? "machine" : "container"} still writes cannot be seen from here.`
      : "Wait until it has finished, or write elsewhere with --out.",
    // Of a process that is known to be alive nobody can be sure of that.
    ...(holder !== undefined && isAlive(holder)
      ? []
      : [`If you are sure that nobody writes there, unlock it with: ${unlockCommand(path)}`]),
  ];
  return new Failure("locked", `the results folder is locked ${who}`, lines, { lock: path, ...holder });
}

const unlockCommand = (path: string): string =>
  process.platform === "win32" ? `del "${path}"` : `rm '${path.replaceAll("'", String.raw`'\''`)}'`;
