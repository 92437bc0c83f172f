/** Where a queue is: the address of a Redis server as people write it, and as it may be shown to others. */
import { Failure } from "../failure.ts";

export interface QueueAddress {
  /** With three stars for the password. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isEncrypted: boolean;
}

const USUAL_PORT = 6379;

/** The variable that may hold the password, so that it stands in no list of processes and no history of a shell. */
export const PASSWORD_VARIABLE = "CAREMARKET_QUEUE_PASSWORD";

/** Fails with kind "invalid" where it is no address; the message never holds a password. */
export function queueAddress(text: string, passwordElsewhere?: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw invalid(text, "it is not an address");
  if (url.protocol !== "redis:" && url.protocol !== "rediss:") {
    throw invalid(text, "it does not begin with redis:// or rediss://");
  }
  if (url.hostname === "") throw invalid(text, "it names no host");
  if (url.hash !== "" || url.search !== "") throw invalid(text, "nothing may follow the number of the database");
  const db = /^\/?(\d{0,4})$/.exec(url.pathname);
  if (db === null) throw invalid(text, "what follows the host must be the number of a database, such as /0");
  const username = decoded(url.username, text);
  const given = decoded(url.password, text);
  const password = given ?? (passwordElsewhere === "" ? undefined : passwordElsewhere);
  const port = url.port === "" ? USUAL_PORT : Number(url.port);
  const who =
    username === undefined && given === undefined ? "" : `${url.username}${given === undefined ? "" : ":***"}@`;
  return {
    shown: `${url.protocol}//${who}${url.hostname}:${port}/${Number(db[1])}`,
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port,
    db: Number(db[1]),
    username,
    password,
    isEncrypted: url.protocol === "rediss:",
  };
}

function decoded(part: string, text: string): string | undefined {
  if (part === "") return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid(text, "a % in its name or password stands for nothing");
  }
}

const invalid = (text: string, why: string): Failure =>
  new Failure("invalid", `--queue "${masked(text)}" cannot be used: ${why}`, [
    "Write it as redis://host:6379, redis://user:password@host:6379/0, or rediss:// where it is encrypted.",
    "In a name or password write %40 for @, %3A for :, %2F for /, %23 for #, %3F for ? and %25 for %.",
  ]);

/** Whatever could be a name or a password is left out: all before the last @, or all where it cannot be told. */
function masked(text: string): string {
  const at = text.lastIndexOf("@");
  if (at < 0) return text;
  const scheme = /^rediss?:\/\//i.exec(text)?.[0] ?? "";
  return `${scheme}***@${text.slice(at + 1)}`;
}
