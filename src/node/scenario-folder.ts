/**
 * A scenario folder is read without trusting what is in it: regular files only, inside the folder only, and no more of
 * them than the limit.
 */
import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { pathWithin } from "./near-path.ts";
import { LIMITS, SAVE_AS_UTF8 } from "../simulation/scenario/index.ts";

/** A text, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly kind: "invalid" | "refused";
      readonly message: string;
      readonly suggestion: string;
    };

const invalid = (message: string, suggestion = ""): FileText => ({ ok: false, kind: "invalid", message, suggestion });

/** The text of a file that somebody named: links are followed, since they named them. Undefined where there is none. */
export const readNamed = (path: string): FileText | undefined => guarded(() => readRegular(path, statSync(path)));

/**
 * The text of a file that a scenario names, by its path below the folder: a link that leads out of the folder is
 * refused. Undefined where there is none.
 */
export const readInside = (folder: string, file: string): FileText | undefined =>
  guarded(() => {
    const path = realpathSync(join(folder, file));
    if (pathWithin(realpathSync(folder), path) === undefined) {
      return invalid("is a link that leads out of the scenario folder", "copy the file there");
    }
    return readRegular(path, statSync(path));
  });

/** A file that is not there is no failure; others become words. */
function guarded(reading: () => FileText): FileText | undefined {
  try {
    return reading();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "ELOOP") return invalid("is a link that leads to itself");
    if (code === "EACCES" || code === "EPERM") return invalid("may not be read", "ask for permission to read the file");
    if (code === "ENAMETOOLONG") return invalid("has a name that is too long");
    return invalid(`cannot be read (${code === "" ? String(error) : code})`);
  }
}

/** A pipe, a device or a socket. */
const notRegular = (): FileText => invalid("is not a regular file", "save it as a file, and name that");

/** Reads what was found to be a regular file. Nothing is opened before that is known: opening a pipe would wait. */
function readRegular(path: string, found: Stats): FileText {
  if (!found.isFile()) return found.isDirectory() ? invalid("is a folder", "name a file in it") : notRegular();
  // A pipe may have taken its place since.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) return notRegular();
    if (opened.size > LIMITS.bytes) return tooLarge(`${opened.size} bytes`);
    const buffer = Buffer.alloc(LIMITS.bytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    return length > LIMITS.bytes ? tooLarge(`more than ${LIMITS.bytes} bytes`) : decode(buffer.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}

const tooLarge = (size: string): FileText => ({
  ok: false,
  kind: "refused",
  message: `is too large: ${size}, and ${LIMITS.bytes} are allowed`,
  suggestion: "",
});

/** How files of spreadsheets and word processors begin, and archives: those of today are zip files. */
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The text of some bytes, or why they are none. */
export function decode(bytes: Buffer): FileText {
  const [first, second] = bytes;
  if (bytes.subarray(0, ZIP.length).equals(ZIP) || bytes.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) {
    return invalid(
      "is a workbook, a document or an archive, and no text",
      "save it as plain text in UTF-8, from a text editor",
    );
  }
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return invalid("is UTF-16", SAVE_AS_UTF8);
  if (isUtf8(bytes)) return { ok: true, text: bytes.toString("utf8") };
  const line = bytes.toString("utf8").split("\uFFFD", 1)[0].split("\n").length;
  return invalid(`is not UTF-8 in line ${line}`, SAVE_AS_UTF8);
}
