import { afterEach, describe, expect, it } from "vitest";
import { errorAsData, PoolClosed, WorkerDied, WorkerError, WorkerPool } from "../../src/node/pool.ts";

const MODULE = new URL("../support/cli-pool-worker.mjs", import.meta.url);
const open: WorkerPool[] = [];

function poolOf(workers: number, heapMegabytes?: number): WorkerPool {
  const pool = new WorkerPool({ module: MODULE, workers, ...(heapMegabytes === undefined ? {} : { heapMegabytes }) });
  open.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

const error = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (reason: unknown) => reason,
  );

describe("a pool", () => {
  it.each([1, 2, 3])("gives every job its own answer with %i workers", async (workers) => {
    const pool = poolOf(workers);
    const values = Array.from({ length: 20 }, (_, index) => index);
    const answers = await Promise.all(values.map((value) => pool.run({ action: "double", value })));
    expect(answers).toEqual(values.map((value) => value * 2));
  });

  it("keeps its workers from job to job", async () => {
    const pool = poolOf(1);
    const first = await pool.run({ action: "thread" });
    expect(await pool.run({ action: "thread" })).toBe(first);
  });

  it("never has more workers than asked for, warm or not", async () => {
    const pool = poolOf(2);
    pool.warm(5);
    const threads = await Promise.all(Array.from({ length: 8 }, () => pool.run({ action: "thread" })));
    expect(new Set(threads).size).toBeLessThanOrEqual(2);
  });

  it("passes progress on", async () => {
    const seen: number[] = [];
    expect(await poolOf(1).run({ action: "progress" }, (value) => seen.push(value))).toBe("done");
    expect(seen).toEqual([0.25, 0.5]);
  });

  it("carries an error's class, words and fields, and goes on with the same worker", async () => {
    const pool = poolOf(1);
    const before = await pool.run({ action: "thread" });
    const found = await error(pool.run({ action: "break" }));
    expect(found).toBeInstanceOf(WorkerError);
    expect(found).toMatchObject({
      className: "Broken",
      message: "accounts do not sum",
      fields: { law: "E1", week: 12 },
    });
    expect((found as WorkerError).workerStack).toContain("cli-pool-worker.mjs");
    expect(await pool.run({ action: "thread" })).toBe(before);
  });

  it.each([
    ["exit", "it ended with code 9"],
    ["uncaught", "TypeError: out of the blue"],
  ])("loses only the job of a worker that dies: %s", async (action, reason) => {
    const pool = poolOf(1);
    const [dead, alive] = await Promise.all([error(pool.run({ action })), pool.run({ action: "double", value: 21 })]);
    expect(dead).toBeInstanceOf(WorkerDied);
    expect(dead).toMatchObject({ reason, isOutOfMemory: false });
    expect(alive).toBe(42);
  });

  it("says when a worker ran out of memory", async () => {
    const pool = poolOf(1, 24);
    expect(await error(pool.run({ action: "memory" }))).toMatchObject({ isOutOfMemory: true });
    expect(await pool.run({ action: "double", value: 1 })).toBe(2);
  });

  it("ends no job early whose limit is longer than a timer can wait", async () => {
    const month = 30 * 86_400_000;
    expect(await poolOf(1).run({ action: "wait", milliseconds: 50, value: 7 }, () => {}, month)).toBe(7);
  });

  it("ends at once when closed, jobs running and waiting alike", async () => {
    const pool = poolOf(1);
    const jobs = [1, 2, 3].map((value) => error(pool.run({ action: "wait", milliseconds: 20_000, value })));
    const started = performance.now();
    await pool.close();
    for (const found of await Promise.all(jobs)) expect(found).toBeInstanceOf(PoolClosed);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await error(pool.run({ action: "double", value: 1 }))).toBeInstanceOf(PoolClosed);
  });

  it("has one worker or more", () => {
    for (const workers of [0, -1, 1.5, Number.NaN]) {
      expect(() => new WorkerPool({ module: MODULE, workers })).toThrow(RangeError);
    }
  });
});

describe("an error as data", () => {
  it("holds plain fields only", () => {
    class Law extends Error {
      override name = "Law";
      law = "E2";
      week = 3;
      where = { deep: true };
    }
    expect(errorAsData(new Law("broke"))).toMatchObject({
      className: "Law",
      message: "broke",
      fields: { law: "E2", week: 3 },
    });
    expect(errorAsData(new Law("broke")).fields).not.toHaveProperty("where");
    expect(errorAsData("text")).toEqual({ className: "unknown", message: "text", stack: "", fields: {} });
  });
});
