/** A real Redis server for the tests of the queue: on a port of its own, in memory only, gone when they end. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { Redis } from "ioredis";
import { findRedis, NO_REDIS } from "./redis-binary.ts";

export interface RedisServer {
  readonly port: number;
  readonly address: string;
  /** A client to look into it with. */
  readonly client: Redis;
  readonly stop: () => Promise<void>;
  /** Makes it stand still, connections open, and go on. */
  readonly freeze: () => void;
  readonly thaw: () => void;
}

/** Starts a server that answers; a test without one fails, and says in one line how to get it. */
export async function startRedis(words: readonly string[] = [], port?: number): Promise<RedisServer> {
  const binary = findRedis();
  if (binary === undefined) throw new Error(NO_REDIS);
  const own = port ?? (await freePort());
  const quiet = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1", "--dir", tmpdir()];
  const child = spawn(binary, ["--port", String(own), ...quiet, ...words], { stdio: "ignore" });
  const place = words.indexOf("--requirepass");
  const password = place < 0 ? {} : { password: words[place + 1] };
  const client = new Redis({ host: "127.0.0.1", port: own, ...password, retryStrategy: () => 50 });
  client.on("error", () => {});
  await client.ping();
  return {
    port: own,
    address: `redis://127.0.0.1:${own}`,
    client,
    stop: async () => {
      client.disconnect();
      await ended(child);
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** A port of this machine at which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
