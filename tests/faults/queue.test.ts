/** The same sweep by way of a queue, with a real server and real processes, of which some die. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PREFIX, queueName } from "../../src/node/queue/parcels.ts";
import { readSweepSummary } from "../../src/node/sweep/summary.ts";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { begin, BUILT, pause, PLANTED, run, type Ended, type Started } from "../support/cli-process.ts";
import { freePort, type RedisServer, startRedis } from "../support/redis.ts";
import { cellPaths, sweepJson, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 60_000 };
/** Less than a silence of half a minute before anybody notices would take. */
const SOON = { timeout: 40_000 };
const SECRET = "Zq7x&s@fe";
/** The engine that is built here. */
const ENGINE =
  /engineVersion = "(.+)"/.exec(readFileSync(join(dirname(BUILT), "../simulation/engine-version.js"), "utf8"))?.[1] ??
  "";
const ACTIVE = `${PREFIX}:${queueName(ENGINE)}:active`;
const WAITING = `${PREFIX}:${queueName(ENGINE)}:wait`;

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => redis?.stop());

const processes: Started[] = [];
afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.splice(0).map(({ ended }) => ended));
  await redis.client.flushall();
});

/** A process that this test ends, whatever happens. */
function started(main: string, ...words: string[]): Started {
  const process = begin(main, words);
  processes.push(process);
  return process;
}

const worker = (main: string, ...words: string[]): Started =>
  started(main, "worker", "--queue", redis.address, "--workers", "1", ...words);
const queued = (main: string, out: string, ...words: string[]): Started =>
  started(main, "sweep", "small.yaml", "--out", out, "--queue", redis.address, ...words);

/** Waits until that many cells are in that list of the queue. */
async function until(list: string, count: number): Promise<void> {
  while ((await redis.client.llen(list)) !== count) await pause(20);
}

async function untilTaken(count: number): Promise<void> {
  await until(ACTIVE, count);
}

const json = ({ out }: Ended): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

/** One arm; seeds of certain names take a second and a half, or come to grief, in threads that have planted faults. */
const writeSeeds = (seeds: string): void =>
  writeSmall((text) =>
    text.replace("seeds: 1-2", `seeds: [${seeds}]`).replace("[0, 0.5, 1]", "[0]").replace("[0.8, 1]", "[0.8]"),
  );

/** What the same sweep comes to here, where no thread is slow. */
const here = (): Promise<Record<string, unknown>> => sweepJson("--out", "local", "--workers", "1");

describe("two workers at a queue", () => {
  it("bring the people of every run too, where they are kept", LONG, async () => {
    writeSmall();
    const local = await sweepJson("--out", "local", "--workers", "1", "--people");
    const workers = [worker(BUILT), worker(BUILT)];
    await Promise.all(workers.map(({ says }) => says("Taking runs")));
    const { code, out } = await queued(BUILT, "queued", "--people", "--json").ended;
    expect([code, (JSON.parse(out) as Record<string, unknown>)["digest"]]).toEqual([0, local["digest"]]);
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });

  it("leave the bytes that a sweep on one machine leaves", LONG, async () => {
    writeSmall();
    const local = await here();
    const workers = [worker(BUILT, "--json"), worker(BUILT, "--json")];
    await Promise.all(workers.map(({ says }) => says("Taking runs")));
    const { code, out, err } = await queued(BUILT, "queued", "--json").ended;
    expect([code, err]).toEqual([0, ""]);
    const { digest, runs, failed, reused } = JSON.parse(out) as Record<string, unknown>;
    expect({ digest, runs, failed, reused }).toEqual({ digest: local["digest"], runs: 12, failed: 0, reused: 0 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
    const again = await queued(BUILT, "queued", "--no-resume", "--json").ended;
    expect(json(again)).toMatchObject({ digest, reused: 0 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
    for (const { child } of workers) child.kill("SIGINT");
    const made = await Promise.all(workers.map(async ({ ended }) => json(await ended)["error"] as { done: number }));
    // Run anew means run anew, though the queue still held the results of the first time.
    expect(made.reduce((sum, each) => sum + each.done, 0)).toBe(24);
    expect(made[0]).toMatchObject({ failed: 0, returned: 0, engineVersion: ENGINE, exitCode: 130 });
  });

  it("are one when the other is killed in the middle of a cell, and nothing is lost or there twice", SOON, async () => {
    writeSeeds("slow-1, slow-2, 3, 4");
    const local = await here();
    const [first] = [worker(PLANTED), worker(PLANTED)];
    const sweep = queued(PLANTED, "queued", "--json");
    await untilTaken(2);
    first.child.kill("SIGKILL");
    const ended = json(await sweep.ended);
    expect(ended).toMatchObject({ digest: local["digest"], runs: 4, failed: 0, reused: 0 });
    expect(cellPaths("queued")).toHaveLength(4);
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });

  it("bring back failures as they would be here, and go on with the rest", LONG, async () => {
    writeSeeds("1, law, dies, hangs");
    const words = ["sweep", "small.yaml", "--limit-run", "8s", "--json"];
    const local = await run(PLANTED, [...words, "--out", "queued", "--workers", "2"]);
    // The page names the folder in its replay lines.
    renameSync("queued", "local");
    worker(PLANTED);
    const { code, out } = await queued(PLANTED, "queued", "--limit-run", "8s", "--json").ended;
    expect([code, JSON.parse(out)]).toMatchObject([4, { runs: 4, failed: 3 }]);
    expect(local.code).toBe(code);
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });
});

describe("a queue that is left", () => {
  it("by a worker with Ctrl-C gets its cell back at once, and the worker says how to go on", LONG, async () => {
    writeSeeds("hangs");
    const sweep = queued(PLANTED, "queued", "--limit-run", "10m", "--json");
    const one = worker(PLANTED);
    await untilTaken(1);
    one.child.kill("SIGINT");
    const { code, err } = await one.ended;
    expect(code).toBe(130);
    expect(err).toContain("0 runs made, 0 failed, 1 given back unfinished");
    expect(err).toContain(`To go on: caremarket worker --queue ${redis.address}/0 --workers 1`);
    expect(await redis.client.llen(WAITING)).toBe(1);
    expect(await redis.client.llen(ACTIVE)).toBe(0);
    sweep.child.kill("SIGINT");
    expect((await sweep.ended).code).toBe(130);
    expect(await redis.client.llen(WAITING)).toBe(0);
  });

  it("by a sweep with Ctrl-C goes on with the rest, also of what was under way", LONG, async () => {
    writeSeeds("1, slow-1, 2");
    const local = await here();
    const sweep = queued(PLANTED, "queued", "--json");
    await until(WAITING, 3);
    worker(PLANTED);
    // The first is kept here, the second is under way there.
    while (!existsSync("queued/cells") || cellPaths("queued").length === 0) await pause(20);
    await until(WAITING, 1);
    sweep.child.kill("SIGINT");
    const { code, err } = await sweep.ended;
    expect(code).toBe(130);
    expect(err).toContain("1 of 3 runs had finished and are kept in queued.");
    expect(err).toContain(`To go on: caremarket sweep small.yaml --out queued --queue ${redis.address}/0`);
    expect(await redis.client.llen(WAITING)).toBe(0);
    const rest = json(await queued(PLANTED, "queued", "--json").ended);
    expect(rest).toMatchObject({ digest: local["digest"], runs: 3, reused: 1, failed: 0 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });

  it("by a sweep that is killed is taken up where it was, with what came back meanwhile", LONG, async () => {
    writeSeeds("1, 2, 3, 4");
    const local = await here();
    const first = queued(PLANTED, "queued", "--json");
    await until(WAITING, 4);
    first.child.kill("SIGKILL");
    await first.ended;
    const one = worker(PLANTED, "--limit-idle", "1s", "--json");
    expect(json(await one.ended)).toMatchObject({ done: 4 });
    // Nobody is there to run anything: all of it waits in the queue.
    expect(json(await queued(PLANTED, "queued", "--json").ended)).toMatchObject({ digest: local["digest"], runs: 4 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });
});

describe("a server", () => {
  it("that loses its memory in the middle costs time and no cell", LONG, async () => {
    writeSeeds("slow-1, 2");
    const local = await here();
    worker(PLANTED);
    const sweep = queued(PLANTED, "queued", "--json");
    await untilTaken(1);
    await redis.stop();
    await sweep.says("does not answer; trying again");
    redis = await startRedis([], redis.port);
    await sweep.says("The queue answers again.");
    expect(json(await sweep.ended)).toMatchObject({ digest: local["digest"], runs: 2, failed: 0 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });

  it("that stands still with its connections open is told of, and costs no cell", { timeout: 120_000 }, async () => {
    writeSeeds("slow-1, 2");
    const local = await here();
    const taking = worker(PLANTED);
    const sweep = queued(PLANTED, "queued", "--json");
    await untilTaken(1);
    redis.freeze();
    try {
      await Promise.all([sweep, taking].map((each) => each.says("does not answer; trying again")));
    } finally {
      redis.thaw();
    }
    await sweep.says("The queue answers again.");
    expect(json(await sweep.ended)).toMatchObject({ digest: local["digest"], runs: 2, failed: 0 });
    expect(fingerprint("queued")).toEqual(fingerprint("local"));
  });

  it("that asks for a password gets it, from the address or the environment, and nobody reads it", LONG, async () => {
    const closed = await startRedis(["--requirepass", SECRET]);
    try {
      writeSeeds("1");
      const open = `redis://127.0.0.1:${closed.port}`;
      const named = `redis://:${encodeURIComponent(SECRET)}@127.0.0.1:${closed.port}/2`;
      const told: Ended[] = [];
      for (const [address, why] of [
        [open, "it is about a password"],
        [named.replace("Zq7x", "Zq8x"), "it does not take that name and password"],
      ]) {
        const refused = await run(BUILT, ["sweep", "small.yaml", "--out", "queued", "--queue", address]);
        expect([refused.code, refused.err]).toEqual([7, expect.stringContaining(why)]);
        told.push(refused);
      }
      expect(existsSync("queued")).toBe(false);
      const env = { CAREMARKET_QUEUE_PASSWORD: SECRET };
      const one = begin(BUILT, ["worker", "--queue", `${open}/2`, "--limit-idle", "1s"], { env });
      const sweep = await run(BUILT, ["sweep", "small.yaml", "--out", "queued", "--queue", named]);
      expect(sweep.code).toBe(0);
      told.push(sweep, await one.ended);
      expect(told[3].code).toBe(0);
      const said = told.map(({ out, err }) => out + err).join("\n");
      for (const part of ["Zq7x", "Zq8x", "s@fe", "s%40fe"]) expect(said).not.toContain(part);
    } finally {
      await closed.stop();
    }
  });

  it("that is not there, not found or no Redis is told of in a sentence, with code 7", LONG, async () => {
    writeSmall();
    const others: Server[] = [createServer(() => {}), createServer((socket) => socket.end("HTTP/1.1 400 Bad\r\n\r\n"))];
    const ports: number[] = [];
    for (const each of others) {
      const port = await freePort();
      each.listen(port, "127.0.0.1");
      ports.push(port);
    }
    const [silent, web] = ports;
    const found = await Promise.all(
      [
        [`redis://127.0.0.1:${await freePort()}`, "nothing listens at that port"],
        ["redis://nowhere.invalid", "host"],
        [`redis://127.0.0.1:${silent}`, "no answer within 5 seconds"],
        [`redis://127.0.0.1:${web}`, "cannot be used"],
        [`rediss://127.0.0.1:${redis.port}`, "cannot be used"],
      ].map(async ([address, why], place) => {
        const words = place % 2 === 0 ? ["worker"] : ["sweep", "small.yaml", "--out", "queued"];
        const { code, err } = await run(BUILT, [...words, "--queue", address]);
        return { code, says: err.startsWith(`error: the queue at ${address}`) && err.includes(why), err };
      }),
    );
    for (const each of others) each.close();
    expect(found.filter(({ code, says }) => code !== 7 || !says)).toEqual([]);
    expect(existsSync("queued")).toBe(false);
  });
});

describe("another installation", () => {
  const OTHER = "0.1.0+0ther000";

  /** The built command line elsewhere; `change` edits the text of its files. */
  function elsewhere(change: (text: string) => string): string {
    const bin = "elsewhere/dist/bin";
    cpSync(dirname(BUILT), bin, { recursive: true });
    cpSync(join(dirname(BUILT), "../../package.json"), "elsewhere/package.json");
    cpSync(join(dirname(BUILT), "../../scenarios"), "elsewhere/scenarios", { recursive: true });
    for (const name of readdirSync(bin).filter((each) => each.endsWith(".js"))) {
      const path = join(bin, name);
      writeFileSync(path, change(readFileSync(path, "utf8")));
    }
    return join(process.cwd(), bin, "caremarket.js");
  }

  it("of another engine refuses the work, names both versions, and takes nothing", LONG, async () => {
    writeSeeds("1, 2");
    const other = elsewhere((text) => text.replaceAll(ENGINE, OTHER));
    symlinkSync(join(dirname(BUILT), "../../node_modules"), "elsewhere/node_modules");
    const early = worker(other);
    await early.says("Taking runs");
    const sweep = queued(BUILT, "queued", "--json");
    await sweep.says(`Workers of engine ${OTHER} are there; they take nothing from engine ${ENGINE}.`);
    await early.says(`The queue also holds runs for engine ${ENGINE}; this is engine ${OTHER} and takes none of them.`);
    const late = await worker(other).ended;
    expect(late.code).toBe(2);
    expect(late.err).toContain(`holds runs for engine ${ENGINE}; this is engine ${OTHER}`);
    expect(await redis.client.llen(WAITING)).toBe(2);
    worker(BUILT);
    expect(json(await sweep.ended)).toMatchObject({ runs: 2, failed: 0 });
    expect(readSweepSummary("queued")?.engineVersion).toBe(ENGINE);
    early.child.kill("SIGINT");
    expect((await early.ended).err).toContain("0 runs made");
  });

  it("without BullMQ says so, and what to do instead", LONG, async () => {
    writeSmall();
    const other = elsewhere((text) => text);
    for (const name of ["bullmq", "ioredis"]) {
      mkdirSync(`elsewhere/node_modules/${name}`, { recursive: true });
      writeFileSync(`elsewhere/node_modules/${name}/package.json`, '{ "main": "missing.js" }');
    }
    const { code, err } = await worker(other).ended;
    expect(code).toBe(2);
    expect(err).toContain("a queue needs BullMQ and ioredis, which are not installed here");
    expect(err).toContain("npm install bullmq@6.7.0 ioredis@6.0.0");
  });
});
