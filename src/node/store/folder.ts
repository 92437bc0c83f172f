/**
 * A results folder appears whole or not at all: it is written beside its place and moved there by a rename.
 *
 * Whatever a killed process left behind is put right at the next start: an earlier folder that had been moved aside goes
 * back, the rest is deleted.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { attempt, attemptPatiently, errorCode, fileFailure } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { syncFolder } from "./file-writer.ts";
import { namesIn } from "./listing.ts";
import { MANIFEST, readManifest, RESULT_FILES, type Manifest } from "./manifest.ts";
import type { Places } from "./places.ts";

/** Fails in plain words unless results can go there: the parent exists, and what is there is ours or nothing. */
export function checkPlace(places: Places): void {
  if (kindOf(places.parent) !== "folder") {
    throw new Failure("io", `the folder ${places.parent} does not exist`, [
      `Create it first, or choose another place with --out.`,
    ]);
  }
  const kind = kindOf(places.final);
  if (kind === "other") throw new Failure("io", `cannot write results to ${places.final}: it is a file, not a folder`);
}

function kindOf(path: string): "none" | "folder" | "other" {
  try {
    return statSync(path).isDirectory() ? "folder" : "other";
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return "none";
    throw fileFailure(error, "look at", path);
  }
}

/** Puts right what an interrupted writer left; call with the lock held. */
export function recover(places: Places): string[] {
  const notes: string[] = [];
  attempt("tidy", places.parent, () => {
    if (existsSync(places.old) && !existsSync(places.final)) {
      renameSync(places.old, places.final);
      notes.push(`Put back ${basename(places.final)}, which an interrupted run had moved aside.`);
    }
    if (existsSync(places.fresh)) notes.push("Deleted half-written files of an interrupted run.");
    remove(places.old);
    remove(places.fresh);
  });
  return notes;
}

/**
 * The results already there, or undefined for an empty place. Fails for a folder that holds anything we did not write:
 * replacing it would delete somebody's files.
 */
export function resultsAt(places: Places): Manifest | "unreadable" | undefined {
  if (!existsSync(places.final)) return undefined;
  const names = namesIn(places.final);
  if (names.length === 0) return undefined;
  const strangers = names.filter((name) => name !== MANIFEST && !RESULT_FILES.includes(name));
  if (strangers.length > 0) throw notOurs(places.final, strangers);
  return manifestOrUndefined(places.final) ?? "unreadable";
}

/** Fails where a newer version wrote it: what cannot be read here may be whole. */
function manifestOrUndefined(folder: string): Manifest | undefined {
  if (!existsSync(join(folder, MANIFEST))) return undefined;
  try {
    return readManifest(folder);
  } catch (error) {
    if (error instanceof Failure && error.kind === "damaged") return undefined;
    throw error;
  }
}

function notOurs(folder: string, names: readonly string[]): Failure {
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
  return new Failure("invalid", `${folder} holds files that caremarket did not write: ${shown}`, [
    "Nothing was changed. Choose another folder with --out, or move those files away.",
  ]);
}

/** An empty folder beside the final one. */
export function openFresh(places: Places): string {
  attempt("create", places.fresh, () => mkdirSync(places.fresh));
  return places.fresh;
}

/** Deletes a folder; what a virus scanner holds for a moment is tried again. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Deletes what is no longer needed. Where that fails nothing is lost: the next start tries again. */
export function discard(folder: string): void {
  try {
    remove(folder);
  } catch {
    // Held by another program, or the disk is gone: the results themselves are not touched by it.
  }
}

/** Moves the finished folder to its place; the old one is there until the new one is. */
export async function publish(places: Places): Promise<void> {
  syncFolder(places.fresh);
  if (existsSync(places.final)) {
    await attemptPatiently("move aside", places.final, () => renameSync(places.final, places.old));
  }
  try {
    await attemptPatiently("move the finished results to", places.final, () => renameSync(places.fresh, places.final));
  } catch (error) {
    // Where that fails too, the next start puts it back.
    if (existsSync(places.old)) {
      await attemptPatiently("put back", places.final, () => renameSync(places.old, places.final)).catch(() => {});
    }
    throw error;
  }
  syncFolder(places.parent);
  discard(places.old);
}
