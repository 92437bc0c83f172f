/** A connection to the queue's server: tried once before anything else, then kept through short breaks. */
import type { Redis } from "ioredis";
import { errorCode } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { PASSWORD_VARIABLE, type QueueAddress } from "./address.ts";
import { loadQueuePackages, type QueuePackages } from "./packages.ts";

const CONNECT_MILLISECONDS = 5000;
/** Nothing comes back for so long, though something was asked: its machine stands still, or the network lets nothing through. */
const SILENCE_MILLISECONDS = 30_000;
const GIVE_UP_SECONDS = 60;
const LEAST_VERSION = 5;

export interface QueueConnection extends QueuePackages {
  readonly client: Redis;
  readonly address: QueueAddress;
  /** Hears once of a server that has been away for a minute. */
  readonly onLost: (listener: (failure: Failure) => void) => void;
  readonly close: () => void;
}

/** Fails with kind "io" within seconds where there is no such server, or it lets nobody in. */
export async function connectQueue(address: QueueAddress, say: (line: string) => void): Promise<QueueConnection> {
  const packages = await loadQueuePackages();
  await tryOnce(packages, address, say);
  const client = new packages.Redis({
    ...optionsOf(address),
    maxRetriesPerRequest: null,
    // Longer than any question to the server waits for its answer. BullMQ's connections are copies of this one.
    socketTimeout: SILENCE_MILLISECONDS,
    retryStrategy: (times) => Math.min(times * 200, 2000),
  });
  let isClosed = false;
  let isAway = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners: ((failure: Failure) => void)[] = [];
  // Without a listener the client would print; what matters is that it closes and comes back.
  client.on("error", () => {});
  client.on("close", () => {
    if (isClosed || isAway) return;
    isAway = true;
    say(`The queue at ${address.shown} does not answer; trying again for ${GIVE_UP_SECONDS} seconds.`);
    timer = setTimeout(() => {
      const failure = unreachable(address, `it has not answered for ${GIVE_UP_SECONDS} seconds`);
      for (const listener of listeners) listener(failure);
    }, GIVE_UP_SECONDS * 1000);
  });
  client.on("ready", () => {
    if (isAway) say("The queue answers again.");
    isAway = false;
    clearTimeout(timer);
  });
  const close = (): void => {
    isClosed = true;
    clearTimeout(timer);
    client.disconnect();
  };
  return { ...packages, client, address, onLost: (listener) => void listeners.push(listener), close };
}

const optionsOf = ({ host, port, db, username, password, isEncrypted }: QueueAddress) => ({
  host,
  port,
  db,
  connectTimeout: CONNECT_MILLISECONDS,
  ...(username === undefined ? {} : { username }),
  ...(password === undefined ? {} : { password }),
  ...(isEncrypted ? { tls: {} } : {}),
});

/** Asks the server who it is, on a connection that is not mended. */
async function tryOnce({ Redis }: QueuePackages, address: QueueAddress, say: (line: string) => void): Promise<void> {
  const client = new Redis({ ...optionsOf(address), lazyConnect: true, retryStrategy: () => null });
  let cause: unknown;
  client.on("error", (error) => (cause ??= error));
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const late = (): void => reject(new Error(`no answer within ${CONNECT_MILLISECONDS / 1000} seconds`));
    timer = setTimeout(late, CONNECT_MILLISECONDS + 500);
  });
  try {
    const asked = client.connect().then(() => client.info());
    asked.catch(() => {});
    judge(await Promise.race([asked, silence]), address, say);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unreachable(address, wordsOf(cause ?? error, address), cause ?? error);
  } finally {
    clearTimeout(timer);
    client.disconnect();
  }
}

/** A server too old is refused; one that throws away what it holds is pointed out. */
function judge(info: string, address: QueueAddress, say: (line: string) => void): void {
  const found = (key: string): string | undefined => new RegExp(`^${key}:(\\S+)`, "m").exec(info)?.[1];
  const version = found("redis_version");
  if (version !== undefined && Number.parseInt(version, 10) < LEAST_VERSION) {
    throw unreachable(address, `it is Redis ${version}, and a queue needs ${LEAST_VERSION} or later`);
  }
  const policy = found("maxmemory_policy");
  if (policy !== undefined && policy !== "noeviction") {
    say(`The server at ${address.shown} may throw away what it holds (maxmemory-policy ${policy}): better noeviction.`);
  }
}

const unreachable = (address: QueueAddress, why: string, cause?: unknown): Failure =>
  new Failure(
    "io",
    `the queue at ${address.shown} cannot be used: ${why}`,
    [
      "See that a Redis server runs there, that this machine may reach it, and that name and password are right",
      `(in the address, or the password in ${PASSWORD_VARIABLE}).`,
    ],
    { queue: address.shown },
    { cause },
  );

const SILENT = "no answer in time";

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens at that port",
  ECONNRESET: "it broke off the connection; is it encrypted on one side only (redis:// or rediss://)?",
  EHOSTUNREACH: "there is no way to that host from here",
  ENETUNREACH: "there is no way to that network from here",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name could not be looked up",
  ETIMEDOUT: SILENT,
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted here; name your authority's in NODE_EXTRA_CA_CERTS",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted here; name your authority's in NODE_EXTRA_CA_CERTS",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not trusted here; name your authority's in NODE_EXTRA_CA_CERTS",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

function wordsOf(error: unknown, { isEncrypted }: QueueAddress): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith("WRONGPASS")) return "it does not take that name and password";
  if (/^NOAUTH|without any password|AUTH.*(called|before)/.test(message)) return `it is about a password: ${message}`;
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = errorCode(first) === "" ? errorCode(error) : errorCode(first);
  const words = WORDS[code] ?? message;
  // A server without TLS takes a handshake for the beginning of a command, and waits for its end.
  return isEncrypted && words.startsWith("no answer") ? `${SILENT}; perhaps it is not encrypted at that port` : words;
}
