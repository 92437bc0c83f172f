/** A queue over an encrypted connection: a real server with a certificate of its own authority, and a password. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { begin, BUILT, run, type Ended, type Started } from "../support/cli-process.ts";
import { type Certificates, makeCertificates } from "../support/certificates.ts";
import { freePort, type RedisServer, startRedis } from "../support/redis.ts";
import { sweepJson, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 60_000 };
const SECRET = "Zq7x&s@fe";

let folder: string;
let certificates: Certificates;
let redis: RedisServer;
/** Where the server speaks TLS; at its other port it does not. */
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "caremarket-tls-"));
  certificates = makeCertificates(folder);
  port = await freePort();
  const { authority, certificate, key } = certificates;
  const files = ["--tls-cert-file", certificate, "--tls-key-file", key, "--tls-ca-cert-file", authority];
  const words = ["--requirepass", SECRET, "--tls-port", String(port), "--tls-auth-clients", "no"];
  redis = await startRedis([...words, ...files]);
});
afterAll(async () => {
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const processes: Started[] = [];
afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.splice(0).map(({ ended }) => ended));
  await redis.client.flushall();
});

const address = (): string => `rediss://127.0.0.1:${port}`;
const trusted = (): Record<string, string> => ({
  NODE_EXTRA_CA_CERTS: certificates.authority,
  CAREMARKET_QUEUE_PASSWORD: SECRET,
});

function worker(environment: Record<string, string>, ...words: string[]): Started {
  const process = begin(BUILT, ["worker", "--queue", address(), "--workers", "1", ...words], { env: environment });
  processes.push(process);
  return process;
}

const queued = (queue: string, environment: Record<string, string>, ...words: string[]): Promise<Ended> =>
  run(BUILT, ["sweep", "small.yaml", "--out", "queued", "--queue", queue, ...words], { env: environment });

/** By which port every client but this test's own came in. */
async function portsInUse(): Promise<readonly string[]> {
  const clients = String(await redis.client.client("LIST"))
    .trim()
    .split("\n");
  const own = await redis.client.client("INFO");
  const idOf = (line: string): string => /\bid=(\d+)/.exec(line)?.[1] ?? "";
  return clients.filter((line) => idOf(line) !== idOf(own)).map((line) => /\bladdr=\S+:(\d+)/.exec(line)?.[1] ?? "");
}

describe("an encrypted queue", () => {
  it(
    "runs a sweep to the same bytes, with the authority and the password given, over no open connection",
    LONG,
    async () => {
      writeSmall();
      const local = await sweepJson("--out", "local", "--workers", "1");
      const one = worker(trusted());
      await one.says("Taking runs");
      const ports = await portsInUse();
      expect(ports.length).toBeGreaterThan(0);
      expect([...new Set(ports)]).toEqual([String(port)]);
      const named = `rediss://:${encodeURIComponent(SECRET)}@127.0.0.1:${port}`;
      const sweep = await queued(named, { NODE_EXTRA_CA_CERTS: certificates.authority }, "--json");
      expect([sweep.code, sweep.err]).toEqual([0, ""]);
      const { digest, runs, failed } = JSON.parse(sweep.out) as Record<string, unknown>;
      expect({ digest, runs, failed }).toEqual({ digest: local["digest"], runs: 12, failed: 0 });
      expect(fingerprint("queued")).toEqual(fingerprint("local"));
      one.child.kill("SIGINT");
      const { code, out, err } = await one.ended;
      expect([code, err]).toEqual([130, expect.stringContaining("12 runs made, 0 failed")]);
      for (const part of ["Zq7x", "s@fe", "s%40fe"]) expect(out + err + sweep.out + sweep.err).not.toContain(part);
    },
  );

  it.each<readonly [string, () => string, () => Record<string, string>, string]>([
    [
      "a wrong password",
      address,
      () => ({ ...trusted(), CAREMARKET_QUEUE_PASSWORD: "Zq8x" }),
      "it does not take that name and password",
    ],
    ["no password", address, () => ({ ...trusted(), CAREMARKET_QUEUE_PASSWORD: "" }), "it is about a password"],
    [
      "a port that is not encrypted",
      () => `rediss://127.0.0.1:${redis.port}`,
      trusted,
      "no answer in time; perhaps it is not encrypted at that port",
    ],
    [
      "an open connection to the encrypted port",
      () => `redis://127.0.0.1:${port}`,
      trusted,
      "it broke off the connection; is it encrypted on one side only (redis:// or rediss://)?",
    ],
    [
      "an authority that nobody here trusts",
      address,
      () => ({ CAREMARKET_QUEUE_PASSWORD: SECRET }),
      "its certificate is not trusted here; name your authority's in NODE_EXTRA_CA_CERTS",
    ],
    [
      "a certificate for another host",
      () => `rediss://localhost:${port}`,
      trusted,
      "its certificate is for another host",
    ],
  ])("with %s is told of in a sentence, with code 7, by sweep and worker", LONG, async (_, queue, environment, why) => {
    writeSmall();
    const words = ["worker", "--queue", queue(), "--workers", "1"];
    const ended = [queued(queue(), environment()), run(BUILT, words, { env: environment() })];
    for (const { code, out, err } of await Promise.all(ended)) {
      expect([code, out]).toEqual([7, ""]);
      expect(err).toContain(`cannot be used: ${why}`);
      expect(err.trim().split("\n")).toHaveLength(3);
      expect(err).not.toContain("Zq");
    }
    expect(existsSync("queued")).toBe(false);
  });
});
