/** Writing a sweep fails, or the process dies, at each single call to the file system in turn; nothing says it is whole that is not. */
import type * as fileSystem from "node:fs";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { perform, type CellJob } from "../../src/node/jobs.ts";
import { Failure } from "../../src/node/failure.ts";
import { placesOf } from "../../src/node/store/places.ts";
import { packCell, type PackedCell, unpackCell } from "../../src/node/sweep/cell.ts";
import { type SweepDesign, withSeeds } from "../../src/node/sweep/design.ts";
import { inspectSweep } from "../../src/node/sweep/inspect.ts";
import { mergeSweeps } from "../../src/node/sweep/merge.ts";
import { query } from "../../src/node/sweep/query.ts";
import { runSweep, type SweepRequest } from "../../src/node/sweep/run-sweep.ts";
import { loadSweep } from "../../src/cli/load-sweep.ts";
import type { Printer } from "../../src/cli/printer.ts";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { arm, disarm } from "../support/failing-disk.ts";
import { writeSmall } from "../support/sweep-small.ts";

/** Which call fails, and how. */
const plan = vi.hoisted(() => ({ calls: 0, failAt: 0, code: "", isDead: false, log: [] as string[] }));

vi.mock("node:fs", async (original) => {
  const { failingDisk } = await import("../support/failing-disk.ts");
  return failingDisk(await original<typeof fileSystem>(), plan);
});

// Drawing takes most of the time of a small sweep, and touches no file.
vi.mock("../../src/node/sweep/page.ts", () => ({ drawSweep: () => Promise.resolve("<!doctype html>") }));

inScratchFolder();
const LONG = { timeout: 120_000 };
const ENGINE = "1.0.0+a";
const silent = { warn: () => {} } as unknown as Printer;

const known = new Map<string, PackedCell>();

/** Two arms, two seeds; every run is made once, and comes back the same. */
async function design(seeds = "1-2"): Promise<SweepDesign> {
  writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5]"));
  return loadSweep("small.yaml", { seeds, weekly: "none", people: false }, silent);
}

async function runOf(job: CellJob): Promise<PackedCell> {
  const key = JSON.stringify([job.scenario.values, job.seed, job.weekly]);
  if (!known.has(key)) {
    const { value } = await perform(job);
    const cell = unpackCell(Buffer.from((value as PackedCell).bytes), true);
    if (cell === undefined) throw new Error("there is no cell");
    known.set(key, packCell({ ...cell, weekDigests: [], mondays: [], people: [] } as never, ENGINE, job.weekly));
  }
  return known.get(key) as PackedCell;
}

const quiet = { engineVersion: ENGINE, say: () => {}, warn: () => {} };

const request = (asked: SweepDesign, changes: Partial<SweepRequest> = {}): SweepRequest => ({
  ...quiet,
  design: asked,
  folder: "s",
  makeParent: false,
  mayReplace: false,
  withoutPeople: false,
  afresh: false,
  force: false,
  slice: undefined,
  executor: { lanes: 1, run: (job) => runOf(job), close: () => Promise.resolve() },
  signal: new AbortController().signal,
  progress: () => {},
  goOn: "",
  ...changes,
});

interface Work {
  readonly name: string;
  /** Makes what is there before. */
  readonly before: (asked: SweepDesign) => Promise<unknown>;
  readonly act: (asked: SweepDesign) => Promise<unknown>;
}

const merging = (): Promise<unknown> => mergeSweeps({ ...quiet, into: "s", from: ["one", "two"] });

const FOLDERS = ["s", "one", "two"];

const WORKS: readonly Work[] = [
  { name: "a sweep", before: async () => {}, act: (asked) => runSweep(request(asked)) },
  {
    name: "more seeds for a finished sweep",
    before: (asked) => runSweep(request(withSeeds(asked, ["1"]))),
    act: (asked) => runSweep(request(asked, { mayReplace: true })),
  },
  {
    name: "slices put together",
    before: async (asked) => {
      await runSweep(request(asked, { folder: "one", slice: { part: 1, parts: 2 } }));
      await runSweep(request(asked, { folder: "two", slice: { part: 2, parts: 2 } }));
    },
    act: merging,
  },
];

/** True when the plan lay beyond the last call and everything went well. */
async function planted(failAt: number, code: string, act: () => Promise<unknown>): Promise<boolean> {
  arm(plan, failAt, code);
  try {
    await act();
    return plan.calls < failAt;
  } catch (error) {
    if (code === "ENOSPC") {
      expect(error, plan.log.at(-1)).toBeInstanceOf(Failure);
      expect((error as Failure).message).toMatch(/the disk is full \(ENOSPC\)$/);
    }
    return false;
  } finally {
    disarm(plan);
  }
}

/** What is there may be unfinished; it is never called whole where it is not, and nothing in it is damaged. */
function checkThere(where: string): void {
  if (!existsSync("s/design.json")) return;
  const { problems, isFinished, counts } = inspectSweep("s", ENGINE);
  expect(problems, where).toEqual([]);
  if (isFinished) expect(counts.missing, where).toBe(0);
}

describe("writing a sweep", () => {
  it.each(WORKS.flatMap((work) => ["ENOSPC", "KILLED"].map((code) => ({ ...work, code }))))(
    "survives $code at every call: $name",
    LONG,
    async ({ before, act, code }) => {
      const asked = await design();
      await before(asked);
      mkdirSync("kept");
      for (const folder of FOLDERS.filter((each) => existsSync(each))) {
        cpSync(folder, join("kept", folder), { recursive: true });
      }
      await act(asked);
      const whole = fingerprint("s");
      let calls = 0;
      for (let isThrough = false; !isThrough;) {
        for (const folder of FOLDERS) rmSync(folder, { recursive: true, force: true });
        cpSync("kept", ".", { recursive: true });
        isThrough = await planted(++calls, code, () => act(asked));
        const where = `call ${calls}: ${plan.log.at(-1)}`;
        checkThere(where);
        // Of a full disk no lock stays behind; to a new process a lock of this one would be stale.
        const isOwnRelease = plan.log[calls - 1] === "unlinkSync";
        if (code === "ENOSPC" && !isOwnRelease) expect(existsSync(placesOf("s").lock), where).toBe(false);
        rmSync(placesOf("s").lock, { force: true });
        await act(asked);
        expect(fingerprint("s"), where).toEqual(whole);
      }
      expect(namesIn(".").filter((name) => name.startsWith("."))).toEqual([]);
      // Lock, design, cells or none, two tables, page, description and summary, each with its syncs.
      expect(calls).toBeGreaterThan(30);
    },
  );

  it.each(["ENOSPC", "KILLED"])("and a question that adds its weeks survives %s at every call", LONG, async (code) => {
    const asked = { ...(await design("1")), weekly: "headline" as const };
    await runSweep(request(asked));
    const ask = () => query({ ...quiet, folder: "s", sql: "select count(*) as n from weekly" });
    await ask();
    const whole = fingerprint("s");
    expect(existsSync(join("s", "weekly.parquet"))).toBe(true);
    for (let [calls, isThrough] = [1, false]; !isThrough; calls++) {
      rmSync("s", { recursive: true });
      await runSweep(request(asked));
      isThrough = await planted(calls, code, ask);
      rmSync(placesOf("s").lock, { force: true });
      expect((await ask()).rows).toEqual([[120]]);
      expect(fingerprint("s"), `call ${calls}`).toEqual(whole);
      checkThere(`call ${calls}`);
    }
  });
});
