/** A file system that fails, or whose process dies, at one chosen call: every call that changes a disk, counted. */
import type * as fileSystem from "node:fs";

/** Which call fails, and how: `KILLED` at that call and all after it, any other code at that call alone. */
export interface DiskPlan {
  /** Calls since the plan was made. */
  calls: number;
  /** The call that fails, from 1; 0 for none, and then nothing is counted. */
  failAt: number;
  code: string;
  isDead: boolean;
  /** Names of the calls, in order. */
  log: string[];
}

/** From now on the call `failAt` fails. */
export function arm(plan: DiskPlan, failAt: number, code: string): void {
  Object.assign(plan, { calls: 0, failAt, code, isDead: false, log: [] });
}

/** Nothing fails any more; the log stays. */
export function disarm(plan: DiskPlan): void {
  Object.assign(plan, { calls: 0, failAt: 0, isDead: false });
}

/** All calls that change what is on a disk. */
const CHANGING = [
  "writeFileSync",
  "linkSync",
  "renameSync",
  "fsyncSync",
  "mkdirSync",
  "rmSync",
  "unlinkSync",
  "openSync",
  "copyFileSync",
] as const;

/** Folders of what is passing, which are no part of any result. */
const PASSING = "caremarket-query-";

/**
 * The module `node:fs` with calls that fail by the plan. It is made where `node:fs` is replaced, and that happens before
 * any import, so the plan comes from `vi.hoisted` and this file from an `import` inside the factory.
 */
export function failingDisk(fs: typeof fileSystem, plan: DiskPlan): typeof fileSystem {
  const guarded =
    (name: string, call: (...given: never[]) => unknown) =>
    (...given: never[]): unknown => {
      if (plan.failAt === 0 || String(given[0]).includes(PASSING)) return call(...given);
      plan.calls++;
      plan.log.push(name);
      if (plan.calls === plan.failAt && plan.code === "KILLED") plan.isDead = true;
      if (plan.calls === plan.failAt || plan.isDead) {
        throw Object.assign(new Error(`planted ${plan.code} in ${name}`), { code: plan.code });
      }
      return call(...given);
    };
  // Waiting for the disk is most of the time, and nothing here depends on it: the call is counted, and does nothing.
  const called = { ...fs, fsyncSync: () => {} };
  return { ...fs, ...Object.fromEntries(CHANGING.map((name) => [name, guarded(name, called[name] as never)])) };
}
