/** The folder of a comparison: its page, its figures as one JSON object and as a table. It appears whole or not at all. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { canonicalJson } from "./store/canonical-json.ts";
import { writeWhole } from "./store/file-writer.ts";
import { checkPlace, discard, openFresh, publish, recover } from "./store/folder.ts";
import { namesIn } from "./store/listing.ts";
import { takeLock } from "./store/lock.ts";
import { placesOf } from "./store/places.ts";

const FILES: readonly string[] = ["comparison.csv", "comparison.html", "comparison.json"];

export interface ComparisonFiles {
  readonly page: string;
  /** Left out where it would be too large. */
  readonly table: string | undefined;
  readonly data: unknown;
}

/** Fails before anything is run where results cannot go there, or where somebody else's files are. */
export function checkComparisonPlace(out: string): void {
  const places = placesOf(out);
  checkPlace(places);
  if (!existsSync(places.final)) return;
  const strangers = namesIn(places.final).filter((name) => !FILES.includes(name));
  if (strangers.length === 0) return;
  const shown = strangers.slice(0, 3).join(", ") + (strangers.length > 3 ? ` and ${strangers.length - 3} more` : "");
  throw new Failure("invalid", `${places.final} holds files that are not of a comparison: ${shown}`, [
    "Nothing was changed. Choose another folder with --out, or move those files away.",
  ]);
}

/** Writes the folder beside its place and moves it there; gives the folder. */
export async function writeComparison(out: string, { page, table, data }: ComparisonFiles): Promise<string> {
  checkComparisonPlace(out);
  const places = placesOf(out);
  const lock = takeLock(places.lock);
  try {
    recover(places);
    openFresh(places);
    const write = (name: string, text: string): void => {
      writeWhole(join(places.fresh, name), text);
    };
    write("comparison.html", page);
    write("comparison.json", canonicalJson(data));
    if (table !== undefined) write("comparison.csv", table);
    await publish(places);
    return places.final;
  } catch (error) {
    discard(places.fresh);
    throw error;
  } finally {
    lock.release();
  }
}
