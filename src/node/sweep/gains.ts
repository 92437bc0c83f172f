/** Who gains and who loses in each arm of a sweep that keeps its people: only sums leave this file, never a person. */
import type { GainMeasure } from "../../experiment/gain-measures.ts";
import { gatherGains, type PeopleOfRun } from "../../experiment/gains.ts";
import { firstDifferingWeek } from "../../experiment/variants.ts";
import type { Gains } from "../../report/index.ts";
import { counterpartsOf } from "../../experiment/counterparts.ts";
import { armsAlong } from "../../report/sweep/arms.ts";
import { GAIN_COLUMNS, shownGains, shownMeasures } from "../gains.ts";
import type { CellStore } from "./cell-store.ts";
import { armScenario, type SweepDesign } from "./design.ts";
import { peopleIn } from "./people-file.ts";

/** More arms would make the page too heavy to send round. */
const MOST_ARMS = 400;

/** Runs of the reference whose people are held in memory: about a megabyte each. */
const MOST_HELD = 64;

/**
 * Of every arm, against the arm with the reference's policy in the same circumstances, over the seeds that both have. Of
 * a sweep of very many arms only those that differ from the reference on one axis alone. Undefined where no people are
 * kept.
 */
export async function gainsOfSweep(design: SweepDesign, store: CellStore): Promise<readonly Gains[] | undefined> {
  if (design.people !== true) return undefined;
  const counterparts = counterpartsOf(design);
  const compared = comparedArms(design, counterparts);
  const measures = await measuresIn(design, store, compared.length);
  const gains: Gains[] = [];
  for (const counterpart of new Set(compared.map((arm) => counterparts[arm]))) {
    const held = new Map<string, PeopleOfRun>();
    for (const arm of compared.filter((each) => counterparts[each] === counterpart)) {
      gains.push(...(await gainsOfArm({ design, store, held, measures }, counterpart, arm)));
    }
  }
  return gains.sort((one, other) => one.arm - other.arm);
}

/** Arms times measures: more would make the page too heavy to send round. */
const MOST_CHOICES = 1_000;

/** The measures that the people who are kept can be compared by, as many as the page has room for. */
async function measuresIn(design: SweepDesign, store: CellStore, arms: number): Promise<readonly GainMeasure[]> {
  for (const { scenarioHash } of design.arms) {
    for (const seed of design.seeds) {
      const bytes = store.people({ scenarioHash, seed });
      if (bytes === undefined) continue;
      const shown = shownMeasures([await peopleIn(bytes, GAIN_COLUMNS)]);
      return shown.slice(0, Math.max(1, Math.floor(MOST_CHOICES / Math.max(1, arms))));
    }
  }
  return [];
}

/** Places of the arms that a reader may choose. */
export function comparedArms(design: SweepDesign, counterparts: readonly number[]): readonly number[] {
  const others = design.arms.map(({ index }) => index).filter((arm) => counterparts[arm] !== arm);
  if (others.length <= MOST_ARMS) return others;
  const alone = new Set(design.axes.flatMap((axis) => armsAlong(design, axis).map(({ index }) => index)));
  return others.filter((arm) => alone.has(arm)).slice(0, MOST_ARMS);
}

interface Reading {
  readonly design: SweepDesign;
  readonly store: CellStore;
  /** Seed -> people of the arm that others are compared with. */
  readonly held: Map<string, PeopleOfRun>;
  readonly measures: readonly GainMeasure[];
}

async function gainsOfArm(reading: Reading, counterpart: number, arm: number): Promise<readonly Gains[]> {
  const { design, held, measures } = reading;
  const gathering = gatherGains(measures);
  const [one, other] = [counterpart, arm].map((each) => armScenario(design, design.arms[each]));
  const { week: since, monday } = firstDifferingWeek(one, other);
  let seeds = 0;
  for (const seed of design.seeds) {
    const first = held.get(seed) ?? (await peopleOf(reading, counterpart, seed));
    if (first !== undefined && held.size < MOST_HELD) held.set(seed, first);
    const second = first && (await peopleOf(reading, arm, seed));
    if (first === undefined || second === undefined) continue;
    gathering.add({ first, second, since });
    seeds++;
  }
  return seeds === 0 ? [] : gathering.finish().map((found) => shownGains(found, arm, monday));
}

async function peopleOf({ design, store }: Reading, arm: number, seed: string): Promise<PeopleOfRun | undefined> {
  const bytes = store.people({ scenarioHash: design.arms[arm].scenarioHash, seed });
  if (bytes === undefined) return undefined;
  return { seed, weeks: design.scenario.weeks, people: await peopleIn(bytes, GAIN_COLUMNS) };
}
