/** Writing results fails, or the process dies, at each single call to the file system in turn; nothing is ever lost. */
import type * as fileSystem from "node:fs";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../../src/node/failure.ts";
import { runScenario } from "../../src/node/run.ts";
import { placesOf } from "../../src/node/store/places.ts";
import { packCell } from "../../src/node/sweep/cell.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { requestFor } from "../support/cli-runner.ts";
import { described, fakeRun } from "../support/cli-run-result.ts";
import { fingerprint, namesIn, scratchFolders } from "../support/cli-folder.ts";
import { arm, disarm } from "../support/failing-disk.ts";

/** Which call fails, and how. */
const plan = vi.hoisted(() => ({ calls: 0, failAt: 0, code: "", isDead: false, log: [] as string[] }));

vi.mock("node:fs", async (original) => {
  const { failingDisk } = await import("../support/failing-disk.ts");
  return failingDisk(await original<typeof fileSystem>(), plan);
});

const scratch = scratchFolders();

afterEach(() => disarm(plan));

const OLD = { described: described(["2"]) };
const NEW = ["1", "2"];

/** What a whole folder looks like, with the old runs and with the new. */
async function wholeFolders(): Promise<{ readonly before: unknown; readonly after: unknown }> {
  const [one, two] = [join(scratch(), "results"), join(scratch(), "results")];
  await runScenario(requestFor(one, ["2"], OLD));
  await runScenario(requestFor(two, NEW));
  return { before: fingerprint(one), after: fingerprint(two) };
}

/** Runs with a planted failure; true when the plan lay beyond the last call and everything went well. */
async function runPlanted(out: string, failAt: number, code: string): Promise<boolean> {
  arm(plan, failAt, code);
  try {
    await runScenario(requestFor(out, NEW));
    return plan.calls < failAt;
  } catch (error) {
    if (code !== "KILLED") {
      expect(error, plan.log.at(-1)).toBeInstanceOf(Failure);
      expect((error as Failure).kind).toBe("io");
      expect((error as Failure).message).toMatch(/^cannot .*: the disk is full \(ENOSPC\)$/);
    }
    return false;
  } finally {
    disarm(plan);
  }
}

describe("writing results", () => {
  it.each([
    ["ENOSPC", true],
    ["KILLED", true],
    ["KILLED", false],
  ])("survives %s at every call, earlier results there: %s", { timeout: 120_000 }, async (code, hasOld) => {
    const { before, after } = await wholeFolders();
    let calls = 0;
    for (let failAt = 1; ; failAt++) {
      const parent = scratch();
      const out = join(parent, "results");
      if (hasOld) await runScenario(requestFor(out, ["2"], OLD));
      const isThrough = await runPlanted(out, failAt, code);
      const there = existsSync(out) ? fingerprint(out) : undefined;
      // Old or new, whole; only a death between two renames leaves neither, and then the old one lies beside.
      const isBetween = there === undefined && existsSync(placesOf(out).old);
      if (!isBetween || code === "ENOSPC") {
        expect([hasOld ? before : undefined, after], `call ${failAt}`).toContainEqual(there);
      }
      // To a new process a lock of this one would be stale.
      rmSync(placesOf(out).lock, { force: true });
      await runScenario(requestFor(out, NEW));
      expect(fingerprint(out)).toEqual(after);
      expect(namesIn(parent)).toEqual(["results"]);
      if (isThrough) break;
      calls = failAt;
    }
    // The loop is not vacuous: lock, cells, seven files, manifest, renames, each with its syncs.
    expect(calls).toBeGreaterThan(30);
  });
});

describe("keeping a cell with its people", () => {
  it.each(["ENOSPC", "KILLED"])("survives %s at every call: a cell that counts has its people", async (code) => {
    const run = fakeRun("7");
    const people = Buffer.from("PAR1 the people of a run PAR1");
    const { bytes } = packCell(run, "1.0.0+a", [], people);
    const kept = { weekly: [], people: true };
    let calls = 0;
    let isThrough = false;
    while (!isThrough) {
      const store = new CellStore(scratch(), "1.0.0+a");
      arm(plan, ++calls, code);
      await store.put(run, bytes, people).catch(() => {});
      isThrough = plan.calls < calls;
      disarm(plan);
      expect(["done", "missing"], `call ${calls}`).toContain(store.state(run, kept));
      store.prepare();
      await store.put(run, bytes, people);
      expect(store.state(run, kept)).toBe("done");
      expect(store.people(run)).toEqual(people);
    }
    // Both files, each with its folder, its writing, its sync and its rename.
    expect(calls).toBeGreaterThan(8);
  });
});
