/** Who gains and who loses in each arm of a sweep that keeps its people: only sums leave this file, never a person. */
import { gatherGains, type PeopleOfRun } from "../../experiment/gains.ts";
import type { Gains } from "../../report/index.ts";
import { armsAlong, counterpartsOf } from "../../report/sweep/arms.ts";
import { GAIN_COLUMNS, shownGains } from "../gains.ts";
import type { CellStore } from "./cell-store.ts";
import type { SweepDesign } from "./design.ts";
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
  const gains: Gains[] = [];
  for (const counterpart of new Set(compared.map((arm) => counterparts[arm]))) {
    const held = new Map<string, PeopleOfRun>();
    for (const arm of compared.filter((each) => counterparts[each] === counterpart)) {
      const found = await gainsOfArm({ design, store, held }, counterpart, arm);
      if (found !== undefined) gains.push(found);
    }
  }
  return gains.sort((one, other) => one.arm - other.arm);
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
}

async function gainsOfArm(reading: Reading, counterpart: number, arm: number): Promise<Gains | undefined> {
  const { design, held } = reading;
  const gathering = gatherGains("life");
  let seeds = 0;
  for (const seed of design.seeds) {
    const first = held.get(seed) ?? (await peopleOf(reading, counterpart, seed));
    if (first !== undefined && held.size < MOST_HELD) held.set(seed, first);
    const second = first && (await peopleOf(reading, arm, seed));
    if (first === undefined || second === undefined) continue;
    gathering.add({ first, second });
    seeds++;
  }
  return seeds === 0 ? undefined : shownGains(gathering.finish(), arm);
}

async function peopleOf({ design, store }: Reading, arm: number, seed: string): Promise<PeopleOfRun | undefined> {
  const bytes = store.people({ scenarioHash: design.arms[arm].scenarioHash, seed });
  if (bytes === undefined) return undefined;
  return { seed, weeks: design.scenario.weeks, people: await peopleIn(bytes, GAIN_COLUMNS) };
}
