/** Files are written through one door: whole, hashed on the way, and on the disk before they count. */
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";
import { errorCode, fileFailure } from "../file-errors.ts";
import type { FileMark } from "./checksum.ts";

/** Appends to a new file; `close` forces it to the disk and says what was written. */
export class FileSink {
  private readonly file: number;
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private isOpen = true;

  constructor(readonly path: string) {
    try {
      this.file = openSync(path, "wx");
    } catch (error) {
      throw fileFailure(error, "create", path);
    }
  }

  append(bytes: Uint8Array): void {
    try {
      writeFileSync(this.file, bytes);
    } catch (error) {
      this.abandon();
      throw notWritten(error, this.path, this.bytes + bytes.byteLength);
    }
    this.hash.update(bytes);
    this.bytes += bytes.byteLength;
  }

  close(): FileMark {
    try {
      fsyncSync(this.file);
    } catch (error) {
      throw notWritten(error, this.path, this.bytes);
    } finally {
      this.abandon();
    }
    return { bytes: this.bytes, sha256: this.hash.digest("hex") };
  }

  /** Lets go of the file; what is there is for the caller to delete. */
  abandon(): void {
    if (this.isOpen) closeSync(this.file);
    this.isOpen = false;
  }
}

/** Writes one small file and forces it to the disk. */
export function writeWhole(path: string, content: string | Uint8Array): FileMark {
  const sink = new FileSink(path);
  sink.append(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return sink.close();
}

/** Forces a folder's list of names to the disk, where the system can. */
export function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, "r");
    fsyncSync(folder);
  } catch (error) {
    const cannot = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"].includes(errorCode(error));
    if (!cannot) throw fileFailure(error, "write the folder", path);
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

const notWritten = (error: unknown, path: string, bytes: number): Error =>
  fileFailure(error, "write", path, [`At least ${bytes} bytes are needed there.`, UNTOUCHED]);

/** What a full disk leaves, in words; a sweep's folder has others for it. */
export const UNTOUCHED = "Nothing was left half-written; earlier results are untouched.";
