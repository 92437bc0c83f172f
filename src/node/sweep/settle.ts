/** What a folder is to hold: the design that was asked for beside the one that is there, and whose engine made the runs. */
import { existsSync } from "node:fs";
import { Failure } from "../failure.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { namesIn } from "../store/listing.ts";
import { UNFINISHED } from "../store/place.ts";
import type { WeeklyKept } from "./cell.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf } from "./cells-of.ts";
import { DESIGN, designHash, isSweepFolder, readDesign, type SweepDesign, withSeeds } from "./design.ts";
import { strangersIn } from "./inspect.ts";
import { withKeptSeeds } from "./kept-seeds.ts";
import type { Slice } from "./slice.ts";
import { readSweepSummary, SWEEP_FILES } from "./summary.ts";

export interface DesignAsked {
  readonly design: SweepDesign;
  readonly engineVersion: string;
  readonly mayReplace: boolean;
  readonly withoutPeople: boolean;
  readonly slice: Slice | undefined;
}

export interface Settled {
  readonly design: SweepDesign;
  /** It is not the one that is there. */
  readonly isChanged: boolean;
  /** Lines for the reader. */
  readonly said: readonly string[];
}

/**
 * The design where there is none; where there is one it must be the same, but for the seeds that are added. Seeds that are
 * finished there stay. Nothing is written.
 *
 * A folder that keeps people, or more weekly series, goes on keeping them. One that does not yet has its runs made again
 * when they are asked for: whoever asks wants one whole sweep in one place, its figures and their digest do not change,
 * and a folder apart would cost the same runs.
 */
export function settle(folder: string, request: DesignAsked): Settled {
  const { mayReplace, withoutPeople } = request;
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  if (!isSweepFolder(folder)) {
    refuseStrangers(folder);
    return { design: request.design, isChanged: true, said };
  }
  let before: SweepDesign | undefined;
  try {
    before = readDesign(folder);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== "damaged") throw error;
    say(`${DESIGN} was damaged and is written anew.`);
  }
  if (before?.people === true && withoutPeople) {
    throw new Failure("invalid", `${folder} keeps the people of its runs, and --no-people asks for none`, [
      "Nothing was changed. Leave --no-people out to go on with it, or choose another folder with --out.",
    ]);
  }
  const asked = withKept(before, request.design, say);
  if (before !== undefined && !mayReplace && designHash(before) !== designHash(asked)) {
    throw new Failure("invalid", `${folder} ${otherSweep(before, asked)}`, [
      "Nothing was changed. Choose another folder with --out, or add to that sweep with `caremarket extend`.",
    ]);
  }
  const design =
    before === undefined
      ? asked
      : mayReplace
        ? withWhatCame(folder, before, asked)
        : withKeptSeeds(before, asked, { ...request, folder, say });
  const isChanged = before === undefined || canonicalJson(before) !== canonicalJson(design);
  return { design, isChanged, said };
}

/**
 * What a larger design was made from may have grown meanwhile, under somebody else's hands: its seeds stay too, and arms
 * that the larger one does not have are not thrown away.
 */
function withWhatCame(folder: string, before: SweepDesign, asked: SweepDesign): SweepDesign {
  const wanted = new Set(asked.arms.map(({ scenarioHash }) => scenarioHash));
  const lost = before.arms.filter(({ scenarioHash }) => !wanted.has(scenarioHash));
  if (lost.length === 0) return withSeeds(asked, [...before.seeds, ...asked.seeds]);
  throw new Failure(
    "invalid",
    `${folder} was changed meanwhile: arms of it are missing from this design, ${lost.length} in all`,
    [`The first: ${lost[0].label}`, "Nothing was changed. Give the command again: it goes out from what is there now."],
  );
}

/** The design that was asked for, keeping of every run what the folder keeps: nobody asked to lose that. */
function withKept(before: SweepDesign | undefined, asked: SweepDesign, say: (line: string) => void): SweepDesign {
  if (before === undefined) return asked;
  const people = before.people === true ? { people: true as const } : {};
  if (WEEKLY_RANK[before.weekly] <= WEEKLY_RANK[asked.weekly]) return { ...asked, ...people };
  const { weekly } = before;
  say(`The folder keeps more measures by week than were asked for, and goes on keeping them: --weekly ${weekly}.`);
  return { ...asked, ...people, weekly };
}

/** A larger number keeps all that a smaller one does. */
const WEEKLY_RANK: Readonly<Record<WeeklyKept, number>> = { none: 0, headline: 1, all: 2 };

/** What lies there instead of the sweep that was asked for, in words. */
function otherSweep({ title, arms, name }: SweepDesign, asked: SweepDesign): string {
  const there = new Set(arms.map(({ scenarioHash }) => scenarioHash));
  const isLarger = asked.arms.every(({ scenarioHash }) => there.has(scenarioHash));
  return isLarger
    ? `holds this sweep with arms that were added: ${arms.length} as ${name}, and ${asked.arms.length} are asked for`
    : `holds another sweep: ${title}`;
}

/** Fails where a folder that is no sweep's holds somebody's files. */
export function refuseStrangers(folder: string): void {
  const names = existsSync(folder) ? namesIn(folder) : [];
  const strangers = names.filter((name) => !SWEEP_FILES.includes(name.replace(UNFINISHED, "")));
  if (strangers.length === 0) return;
  throw new Failure("invalid", `${folder} holds files that no sweep has written: ${strangers.slice(0, 3).join(", ")}`, [
    "Nothing was changed. Choose another folder with --out, or move those files away.",
  ]);
}

export interface EngineAsked {
  readonly engineVersion: string;
  /** Replace what another engine finished. */
  readonly force: boolean;
  readonly say: (line: string) => void;
}

/** A sweep that another engine finished is not replaced unasked; runs of another engine in an unfinished one are told of. */
export function refuseOtherEngine(folder: string, { engineVersion, force, say }: EngineAsked): void {
  const summary = readSweepSummary(folder);
  if (summary === undefined) return tellOfOthers(folder, engineVersion, say);
  const { engineVersion: madeBy, digest } = summary;
  if (madeBy === engineVersion) return;
  if (!force) {
    throw new Failure(
      "invalid",
      `${folder} was finished by engine ${madeBy}; this is engine ${engineVersion}`,
      [
        `Nothing was changed: its digest ${digest} stands for the runs of that engine.`,
        "Make the runs of this engine in a new folder, with `caremarket sweep` and --out, or in place of those with --force.",
      ],
      { folder, madeBy, engineVersion, digest },
    );
  }
  say(`The runs of engine ${madeBy}, digest ${digest}, are replaced by those of engine ${engineVersion}.`);
}

function tellOfOthers(folder: string, engineVersion: string, say: (line: string) => void): void {
  if (!isSweepFolder(folder)) return;
  try {
    const cells = cellsOf(readDesign(folder));
    for (const note of strangersIn(new CellStore(folder, engineVersion), cells).notes) say(note);
  } catch (error) {
    // A damaged design is told of where it is written anew.
    if (!(error instanceof Failure) || error.kind !== "damaged") throw error;
  }
}
