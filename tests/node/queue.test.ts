/** The parts of a queue that need no server: addresses as people write them, and what is sent to and fro. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { Failure } from "../../src/node/failure.ts";
import { WorkerDied, WorkerError } from "../../src/node/pool.ts";
import { queueAddress } from "../../src/node/queue/address.ts";
import {
  packFailure,
  packResult,
  packScenario,
  type QueuedCell,
  queuedId,
  queueName,
  unpackResult,
  unpackScenario,
} from "../../src/node/queue/parcels.ts";
import { otherEngines } from "../../src/node/queue/presence.ts";
import { packCell, unpackCell } from "../../src/node/sweep/cell.ts";
import { hashScenario, lookupAmong, resolve } from "../../src/simulation/scenario/index.ts";
import { call, inScratchFolder, TINY } from "../support/cli-call.ts";
import { fakeRun } from "../support/cli-run-result.ts";
import { writeSmall } from "../support/sweep-small.ts";

inScratchFolder();

function refusal(text: string): Failure {
  try {
    queueAddress(text);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error(`${text} was taken`);
}

describe("an address", () => {
  it.each([
    ["redis://localhost", "localhost", 6379, 0, undefined, undefined, false, "redis://localhost:6379/0"],
    ["redis://10.0.0.7:7000/3", "10.0.0.7", 7000, 3, undefined, undefined, false, "redis://10.0.0.7:7000/3"],
    [
      "rediss://ann:s%40fe%2F@big.example:6380",
      "big.example",
      6380,
      0,
      "ann",
      "s@fe/",
      true,
      "rediss://ann:***@big.example:6380/0",
    ],
    ["redis://:secret@h/1", "h", 6379, 1, undefined, "secret", false, "redis://:***@h:6379/1"],
    ["redis://ann@h", "h", 6379, 0, "ann", undefined, false, "redis://ann@h:6379/0"],
    ["redis://[::1]:7000/", "::1", 7000, 0, undefined, undefined, false, "redis://[::1]:7000/0"],
  ])("%s names server, database and who asks", (text, host, port, db, username, password, isEncrypted, shown) => {
    expect(queueAddress(text)).toEqual({ host, port, db, username, password, isEncrypted, shown });
  });

  it("takes the password from elsewhere where it holds none, and its own where it does", () => {
    expect(queueAddress("redis://ann@h", "other").password).toBe("other");
    expect(queueAddress("redis://h", "other")).toMatchObject({ password: "other", shown: "redis://h:6379/0" });
    expect(queueAddress("redis://ann:own@h", "other").password).toBe("own");
    expect(queueAddress("redis://h", "").password).toBeUndefined();
  });

  it.each([
    ["somewhere", "it is not an address"],
    ["http://h:6379", "it does not begin with redis:// or rediss://"],
    ["redis://", "it names no host"],
    ["redis://h:70000", "it is not an address"],
    ["redis://h/first", "what follows the host must be the number of a database"],
    ["redis://h/0?x=1", "nothing may follow the number of the database"],
    ["redis://ann:%zz@h", "a % in its name or password stands for nothing"],
  ])("%s is refused, with the reason and how to write it", (text, reason) => {
    const failure = refusal(text);
    expect(failure.kind).toBe("invalid");
    expect(failure.message).toContain(reason);
    expect(failure.lines.join(" ")).toContain("redis://user:password@host:6379/0");
  });

  it("never shows a password, whether it can be used or not", () => {
    const strange = fc.stringMatching(/^[A-Za-z0-9:/#?%@!]{0,8}Zq7x[A-Za-z0-9:/#?%@!]{0,8}$/);
    const end = fc.constantFrom("h", "h:1/2", "h/a", "", "h:99999", "h?x");
    const scheme = fc.constantFrom("redis://", "rediss://", "http://", "redis:", "");
    fc.assert(
      fc.property(scheme, strange, end, (start, secret, rest) => {
        const text = `${start}ann:${secret}@${rest}`;
        let told: string;
        try {
          told = queueAddress(text).shown;
        } catch (error) {
          const { message, lines, data } = error as Failure;
          told = [message, ...lines, JSON.stringify(data)].join("\n");
        }
        expect(told).not.toContain("Zq7x");
      }),
    );
  });
});

describe("a parcel", () => {
  const resolved = resolve({
    entry: { name: "tiny.yaml", text: TINY },
    lookup: lookupAmong({ baseline: "format: 1\n" }),
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { scenario } = resolved;
  const hash = hashScenario(scenario);
  const run = { ...fakeRun("7"), scenarioHash: hash };
  const cell: QueuedCell = {
    engineVersion: "1.0.0+a",
    scenarioHash: hash,
    limitSeconds: 60,
    job: { kind: "cell", seed: "7", weekly: [] },
  };

  it("holds a scenario as it was, its levers in their order, and is refused under another name", () => {
    const packed = packScenario(scenario);
    const back = unpackScenario(packed, hash);
    expect(JSON.stringify(back)).toBe(JSON.stringify(scenario));
    expect(unpackScenario(packScenario({ ...scenario, weeks: scenario.weeks + 1 }), hash)).toBeUndefined();
    expect(unpackScenario(packed.subarray(0, -3), hash)).toBeUndefined();
    expect(unpackScenario(Buffer.from("null"), hash)).toBeUndefined();
  });

  it("brings a cell back byte for byte, and nothing that is damaged or is of another run or engine", () => {
    const packed = packCell(run, cell.engineVersion, []);
    const sent = packResult(packed);
    const back = unpackResult(sent, cell);
    expect(back).toEqual({ bytes: Buffer.from(packed.bytes), content: packed.content });
    expect(unpackCell(Buffer.from(packed.bytes), true)?.content).toBe(packed.content);
    const people = Buffer.from("PAR1 of people PAR1");
    const asked = { ...cell, job: { ...cell.job, people: true as const } };
    const together = packResult(packCell(run, cell.engineVersion, [], people));
    expect(unpackResult(together, asked)).toMatchObject({ content: packed.content, people });
    together[together.length - 6] ^= 1;
    expect(unpackResult(together, asked)).toBeUndefined();
    expect(unpackResult(sent, asked)).toBeUndefined();
    expect(queuedId(asked)).not.toBe(queuedId(cell));
    for (const other of [
      { ...cell, engineVersion: "1.0.0+b" },
      { ...cell, scenarioHash: hash.replace(/^./, "x") },
      { ...cell, job: { ...cell.job, seed: "8" } },
    ]) {
      expect(unpackResult(sent, other)).toBeUndefined();
    }
    const damaged = Buffer.from(sent);
    damaged[damaged.length - 20] ^= 1;
    expect(unpackResult(damaged, cell)).toBeUndefined();
    for (const text of ["", "C", "X{}", "B{", "Dnull"]) expect(unpackResult(Buffer.from(text), cell)).toBeUndefined();
  });

  it("brings back why a run failed in the words that it would have here", () => {
    const broken = new WorkerError("BrokenInvariant", "a penny too many", { law: "E1", week: 10 }, "at a");
    const died = new WorkerDied("it ran out of memory", true);
    for (const error of [broken, died]) {
      const back = unpackResult(packFailure(error) ?? Buffer.alloc(0), cell);
      expect(back).toStrictEqual(error);
    }
    expect(packFailure(new Error("of the queue"))).toBeUndefined();
  });

  it("has one name for one content: scenario, seed, engine, limit and what is kept of it", () => {
    const ids = [
      cell,
      { ...cell, engineVersion: "1.0.0+b" },
      { ...cell, scenarioHash: "other" },
      { ...cell, job: { ...cell.job, seed: "8" } },
      { ...cell, job: { ...cell.job, weekly: ["people.served"] } },
    ].map(queuedId);
    expect(new Set(ids).size).toBe(ids.length);
    // A run that was ended for want of time is tried anew where it may take longer.
    expect(queuedId({ ...cell, limitSeconds: 5 })).not.toBe(ids[0]);
    expect(ids[0]).toMatch(/^[0-9a-f]{40}$/);
    expect(queueName("1.0.0+a")).not.toBe(queueName("1.0.0+b"));
  });
});

describe("who is at a queue", () => {
  it("is named by engine, once each, in order, without one's own", () => {
    const at = (engineVersion: string) => ({ engineVersion, host: "h", about: "" });
    expect(otherEngines([at("2"), at("1"), at("3"), at("2")], "1")).toEqual(["2", "3"]);
  });
});

describe("the command line", () => {
  it.each([
    [["worker"], "a worker needs a queue"],
    [["worker", "--queue", "redis://h", "--workers", "0"], '--workers "0" is not a number of workers'],
    [["worker", "--queue", "redis://h", "--limit-idle", "soon"], '--limit-idle "soon" is not a limit'],
    [["worker", "--queue", "redis://h"], "runs from its sources and cannot share a queue"],
    [["sweep", "small.yaml", "--queue", "redis://h"], "runs from its sources and cannot share a queue"],
    [["sweep", "small.yaml", "--queue", "h"], '--queue "h" cannot be used'],
    [["sweep", "small.yaml", "--queue", "redis://h", "--workers", "2"], "--workers is for runs on this machine"],
    [["sweep", "small.yaml", "--queue", "redis://h", "--dry-run"], "--dry-run finds out how fast this machine is"],
    [["extend", "results", "--seeds", "1-3", "--queue", "ftp://h"], "there is no folder results"],
  ])("refuses %j before anything is made", async (words, message) => {
    writeSmall();
    const { code, err } = await call(words);
    expect([code, err]).toEqual([EXIT_CODES.invalid, expect.stringContaining(message)]);
  });
});
