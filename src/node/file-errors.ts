/** Operating-system errors in plain words, and a bounded wait for the ones that pass. */
import { Failure } from "./failure.ts";

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "another program is using it",
  EDQUOT: "your disk quota is used up",
  EEXIST: "something of that name is already there",
  EFBIG: "the file would be larger than this system allows (a limit such as `ulimit -f`)",
  EINVAL: "the system does not accept that name or operation",
  EIO: "the disk reported an error",
  EISDIR: "it is a folder",
  ELOOP: "too many symbolic links",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long for this system",
  ENOENT: "no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "part of the path is a file, not a folder",
  ENOTEMPTY: "the folder is not empty",
  EPERM: "the system does not permit it",
  EROFS: "the disk is read-only",
  ESTALE: "the network share no longer knows it",
  ETIMEDOUT: "the network share does not answer",
  ETXTBSY: "another program is using it",
  UNKNOWN: "the system gave no reason that has a name; a folder that synchronises itself may be out of reach",
};

/** Held for a moment by a virus scanner, an indexer or a folder that synchronises itself. */
const PASSING = new Set(["EBUSY", "EPERM", "EACCES", "ENOTEMPTY", "UNKNOWN"]);
const WAITS_MILLISECONDS = [25, 50, 100, 200, 400, 800, 1600];
/** What Windows says of a file, or of a folder with a file in it, that a program has open. */
const HELD = new Set(["EBUSY", "EPERM"]);
const CLOSE_IT = "If a program has it open, or a file in it, such as a spreadsheet, close it there and try again.";

export const errorCode = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** True of errors that the operating system raised, as against bugs of ours. */
export const isFileError = (error: unknown): boolean => /^(E[A-Z0-9]+|UNKNOWN)$/.test(errorCode(error));

/** A failure that says what we were doing, to which path, and why it did not work. */
export function fileFailure(error: unknown, doing: string, path: string, lines: readonly string[] = []): Failure {
  if (error instanceof Failure) return error;
  const code = errorCode(error);
  const why = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
  return new Failure(
    "io",
    `cannot ${doing} ${path}: ${why}${code === "" ? "" : ` (${code})`}`,
    lines,
    { path, code },
    { cause: error },
  );
}

/** Does it, and turns what the operating system objects to into a failure in words. */
export function attempt<T>(doing: string, path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw fileFailure(error, doing, path);
  }
}

/** The same for something that may be held for a moment by another program: tries for some three seconds. */
export async function attemptPatiently(doing: string, path: string, action: () => void): Promise<void> {
  for (const wait of [...WAITS_MILLISECONDS, -1]) {
    try {
      return action();
    } catch (error) {
      if (!isFileError(error)) throw error;
      const code = errorCode(error);
      if (wait < 0 || !PASSING.has(code)) throw fileFailure(error, doing, path, HELD.has(code) ? [CLOSE_IT] : []);
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    }
  }
}
