/**
 * The people of two arms' runs: those that the sweep has kept, and where it has not, those of the same runs lived again.
 *
 * A run is known by its scenario and seed, and gives the same people each time; one that comes out with another digest
 * than its cell has is an error, and nothing is said of it.
 */
import type { Column } from "../../simulation/result.ts";
import type { ComparedSide } from "../compared-side.ts";
import { GAIN_COLUMNS } from "../gains.ts";
import { differs } from "../reproduce.ts";
import { firstOtherwise, type Rerun, type RerunRequest } from "../rerun.ts";
import type { CellId } from "./cell-store.ts";
import { weeklyKeys } from "./cells-of.ts";
import type { ArmSide } from "./compared-arm.ts";
import { armScenario } from "./design.ts";
import { peopleIn } from "./people-file.ts";

export interface ArmRun extends CellId {
  readonly side: ArmSide;
}

/** The runs that must be lived again: one for each scenario and seed whose people are not kept. */
export function peopleless(sides: readonly ArmSide[], seeds: readonly string[]): readonly ArmRun[] {
  const all = sides.flatMap((side) => seeds.map((seed) => ({ side, seed, scenarioHash: side.arm.scenarioHash })));
  const wanted = all.filter((run) => run.side.store.people(run) === undefined);
  return [...new Map(wanted.map((run) => [keyOf(run), run])).values()];
}

const keyOf = ({ scenarioHash, seed }: CellId): string => `${scenarioHash} ${seed}`;

/** Key -> table of people of each run, in the threads of a pool; fails where one does not come out as its cell says. */
export async function liveAgain(
  runs: readonly ArmRun[],
  how: Omit<RerunRequest, "runs">,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const reruns = runs.map((run): Rerun => {
    const { design, arm, store } = run.side;
    return {
      scenario: armScenario(design, arm),
      seed: run.seed,
      kept: { weekly: weeklyKeys(design.weekly), people: true },
      differs: ({ digest, people }) => {
        const known = store.read(run, false)?.digest;
        if (people !== undefined) found.set(keyOf(run), people);
        return digest === known ? undefined : `it has digest ${known} there and ${digest} here`;
      },
    };
  });
  const otherwise = await firstOtherwise({ ...how, runs: reruns });
  if (otherwise === undefined) return found;
  const { side, seed } = runs[otherwise.place];
  throw differs(side.store.folder, `arm ${side.arm.index}, seed ${seed}`, otherwise.how, [
    `That arm is: ${side.arm.label}`,
    "Nothing is said of its people. To compare all else: --no-people",
  ]);
}

/** The side with people in every run. */
export async function withPeople(
  side: ArmSide,
  compared: ComparedSide,
  seeds: readonly string[],
  again: ReadonlyMap<string, Uint8Array>,
): Promise<ComparedSide> {
  const peopleOf = async (seed: string): Promise<readonly Column[]> => {
    const run = { scenarioHash: side.arm.scenarioHash, seed };
    const bytes = again.get(keyOf(run)) ?? side.store.people(run);
    return bytes === undefined ? [] : peopleIn(bytes, GAIN_COLUMNS);
  };
  const people = await Promise.all(seeds.map(peopleOf));
  return { ...compared, runs: compared.runs.map((run, place) => ({ ...run, people: people[place] })) };
}
