/**
 * Cells lie in a folder by their keys: each is there whole or not at all, and a finished one is never run twice.
 *
 * A cell that failed leaves a note in its place, with the reason and the file that replays the run.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../file-errors.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { sha256 } from "../store/checksum.ts";
import { discard } from "../store/folder.ts";
import { namesIn } from "../store/listing.ts";
import { placeWhole, UNFINISHED } from "../store/place.ts";
import { type Cell, cellKey, type PackedCell, unpackCell } from "./cell.ts";

/** What was run: one scenario with one seed. */
export interface CellId {
  readonly scenarioHash: string;
  readonly seed: string;
}

/** Why a cell has no figures. */
export interface FailedCell extends CellId {
  readonly reason: string;
  /** True of a broken law or another bug of ours; false where memory or time ran out. */
  readonly isBug: boolean;
  /** The scenario file that replays it, below the results folder. */
  readonly replay: string;
}

export type CellState = "done" | "failed" | "missing" | "damaged";

/** What is kept of every run beside its yearly figures. */
export interface Kept {
  /** Measures week by week. */
  readonly weekly: readonly string[];
  /** The table of people. */
  readonly people: boolean;
}

type Whole = Cell & Pick<PackedCell, "content">;

export class CellStore {
  private readonly root: string;

  constructor(
    readonly folder: string,
    readonly engineVersion: string,
  ) {
    this.root = join(folder, "cells");
  }

  /** Makes the folder, and takes away what a killed writer left. Call with the lock held. */
  prepare(): void {
    attempt("prepare", this.root, () => {
      mkdirSync(this.root, { recursive: true });
      for (const below of this.below()) {
        const folder = join(this.root, below);
        const unfinished = readdirSync(folder).filter((name) => name.endsWith(UNFINISHED));
        for (const name of unfinished) rmSync(join(folder, name), { force: true });
      }
    });
  }

  /**
   * Where the cell stands; one whose bytes, or whose people's, are not the ones written, or that holds other weekly
   * series than the wanted ones, more of them too, is damaged: its checksum, and so the digest of the folder, would be
   * that of another sweep. One that was made without people is missing where people are wanted. A note says that the run
   * failed when it was last made, though its figures from before, without the people that were asked for, lie beside it.
   */
  state(id: CellId, kept: Kept): CellState {
    const hasFailed = this.failure(id) !== undefined;
    if (!existsSync(this.pathOf(id, CELL))) return hasFailed ? "failed" : "missing";
    const cell = this.asWanted(id, kept);
    if (cell === undefined) return "damaged";
    if (hasFailed) return "failed";
    if (!kept.people) return "done";
    if (cell.peopleMark === undefined) return "missing";
    return this.people(id) === undefined ? "damaged" : "done";
  }

  /** The cell, where it holds the weekly series that are wanted and no other. */
  private asWanted(id: CellId, { weekly }: Kept): Whole | undefined {
    const cell = this.read(id, true);
    return cell !== undefined && isSame(Object.keys(cell.weekly), weekly) ? cell : undefined;
  }

  /** The table of people as a Parquet file, or undefined where none is kept that is the one written with the cell. */
  people(id: CellId): Buffer | undefined {
    const mark = this.read(id, false)?.peopleMark;
    const bytes = mark === undefined ? undefined : this.bytesOf(this.pathOf(id, PEOPLE));
    return bytes !== undefined && sha256(bytes) === mark ? bytes : undefined;
  }

  /** Where the table of people lies. */
  peoplePath(id: CellId): string {
    return this.pathOf(id, PEOPLE);
  }

  /** The cell, or undefined where there is none that is whole. Without `withWeekly` only its years. */
  read(id: CellId, withWeekly: boolean): Whole | undefined {
    const bytes = this.bytesOf(this.pathOf(id, CELL));
    const cell = bytes && unpackCell(bytes, withWeekly);
    const isIt =
      cell?.seed === id.seed && cell.scenarioHash === id.scenarioHash && cell.engineVersion === this.engineVersion;
    return isIt ? cell : undefined;
  }

  /** Why the run failed when it was last made; undefined where it did not, or where the note is not one of it. */
  failure(id: CellId): FailedCell | undefined {
    const bytes = this.bytesOf(this.pathOf(id, FAILED));
    try {
      const found = bytes && (JSON.parse(bytes.toString("utf8")) as FailedCell | null);
      const isIt = found?.scenarioHash === id.scenarioHash && found.seed === id.seed;
      return isIt && typeof found.reason === "string" && REPLAY.test(found.replay) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  /** Files that say of these cells that they failed, and replay them, below the results folder. */
  namesOfFailures(ids: readonly CellId[]): string[] {
    const names = ids.flatMap((id) => {
      const note = this.failure(id);
      return note === undefined ? [] : [this.nameOf(id, FAILED), note.replay];
    });
    return [...new Set(names)].filter((name) => existsSync(join(this.folder, name)));
  }

  /** The cell comes last: until it is there, nobody looks for its people. */
  async put(id: CellId, bytes: Uint8Array, people?: Uint8Array): Promise<void> {
    if (people !== undefined) await this.place(id, PEOPLE, people);
    await this.place(id, CELL, bytes);
    discard(this.pathOf(id, FAILED));
  }

  /** Figures from before stay beside the note if they are those that are wanted: only their people may be missing. */
  async putFailure(failed: FailedCell, kept: Kept): Promise<void> {
    await this.place(failed, FAILED, canonicalJson(failed));
    if (this.asWanted(failed, kept) !== undefined) return;
    for (const kind of [CELL, PEOPLE]) discard(this.pathOf(failed, kind));
  }

  /** The bytes of a whole cell, to be copied. */
  bytes(id: CellId): Buffer | undefined {
    return this.read(id, true) && this.bytesOf(this.pathOf(id, CELL));
  }

  /** Takes a cell or a note away, so that it is run again. */
  remove(id: CellId): void {
    for (const kind of [CELL, FAILED, PEOPLE]) {
      const path = this.pathOf(id, kind);
      attempt("delete", path, () => rmSync(path, { force: true }));
    }
  }

  /** Where the cell lies below the results folder, as a reader is told. */
  nameOf(id: CellId, ending = CELL): string {
    const key = cellKey(id.scenarioHash, id.seed, this.engineVersion);
    return `cells/${key.slice(0, 2)}/${key}${ending}`;
  }

  /** Every cell file that is there, by key. */
  *keys(): Generator<string> {
    for (const below of this.below()) {
      for (const name of namesIn(join(this.root, below))) {
        if (name.endsWith(CELL)) yield name.slice(0, -CELL.length);
      }
    }
  }

  /** Which engine made a cell file; undefined where it is not whole. */
  engineOf(key: string): string | undefined {
    const bytes = this.bytesOf(join(this.root, key.slice(0, 2), `${key}${CELL}`));
    return bytes && unpackCell(bytes, true)?.engineVersion;
  }

  /** The folders in which cells lie, in order; a stray file beside them is none of ours. */
  private below(): readonly string[] {
    if (!existsSync(this.root)) return [];
    const isOurs = (name: string): boolean => BELOW.test(name) && statSync(join(this.root, name)).isDirectory();
    return readdirSync(this.root).filter(isOurs).sort();
  }

  private pathOf({ scenarioHash, seed }: CellId, ending: string): string {
    const key = cellKey(scenarioHash, seed, this.engineVersion);
    return join(this.root, key.slice(0, 2), `${key}${ending}`);
  }

  private bytesOf(path: string): Buffer | undefined {
    return existsSync(path) ? attempt("read", path, () => readFileSync(path)) : undefined;
  }

  private async place(id: CellId, ending: string, content: string | Uint8Array): Promise<void> {
    const path = this.pathOf(id, ending);
    attempt("create", path, () => mkdirSync(join(path, ".."), { recursive: true }));
    await placeWhole(path, content);
  }
}

const isSame = (there: readonly string[], wanted: readonly string[]): boolean =>
  there.length === wanted.length && wanted.every((key, place) => there[place] === key);

/** A folder of cells is called by the first two digits of their keys. */
const BELOW = /^[0-9a-f]{2}$/;

/** Where a note may say that its replay lies: it is copied from there, and may come from anybody. */
const REPLAY = /^replays\/[\w-]+\.yaml$/;

const CELL = ".cell";
const FAILED = ".failed";
const PEOPLE = ".people.parquet";
