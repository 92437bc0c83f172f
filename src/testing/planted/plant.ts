/** A deliberate fault in a run, to show that a law bites: a phase wrapped from outside, never a switch in the model. */
import type { World } from "../../model/world/world.ts";
import type { Phase, RunOptions } from "../../simulation/index.ts";
import type { StressName } from "../stresses.ts";

export interface PlantedBug {
  /** The law that must catch it. */
  readonly law: string;
  /** What goes wrong, in words. */
  readonly name: string;
  readonly phases: NonNullable<RunOptions["phases"]>;
  /** Stresses without which too few councils have what it spoils. */
  readonly under?: readonly StressName[] | undefined;
}

/** The bug, looked for in councils under these stresses. */
export const under = (stresses: readonly StressName[], bug: PlantedBug): PlantedBug => ({ ...bug, under: stresses });

/** The phases with something done right after one of them. */
export const after =
  (name: string, fault: (world: World) => void): PlantedBug["phases"] =>
  (phases) =>
    phases.map((phase) => (phase.name === name ? following(phase, fault) : phase));

const following = (phase: Phase, fault: (world: World) => void): Phase => ({
  ...phase,
  run: (world) => {
    phase.run(world);
    fault(world);
  },
});

/** The phases with one of them run in a world that is changed for it and put right again. */
export const during =
  (name: string, bend: (world: World) => () => void): PlantedBug["phases"] =>
  (phases) =>
    phases.map((phase) => {
      if (phase.name !== name) return phase;
      const run = (world: World): void => {
        const unbend = bend(world);
        phase.run(world);
        unbend();
      };
      return { ...phase, run };
    });

/** Rows of the living. */
export const rowsOf = ({ live, liveCount }: World["people"] | World["workers"] | World["providers"]): Int32Array =>
  live.slice(0, liveCount);
