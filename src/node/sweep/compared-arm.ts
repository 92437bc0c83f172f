/** An arm of a sweep as one side of a comparison: its runs as they lie in the store, none is run again. */
import type { PlannedArm } from "../../experiment/sweeps/index.ts";
import { datesOf } from "../../simulation/timetable.ts";
import type { ComparedRun, ComparedSide } from "../compared-side.ts";
import { Failure } from "../failure.ts";
import { shellWord } from "../shell.ts";
import type { Described } from "../store/write.ts";
import { CellStore } from "./cell-store.ts";
import { armScenario, readDesign, type SweepDesign } from "./design.ts";
import { engineOfSweep } from "./summary.ts";
import { sweepLine } from "./sweep-line.ts";

export interface ArmSide {
  readonly described: Described;
  /** In words where they are short. */
  readonly label: string;
  /** Seeds of which the arm has a whole run. */
  readonly seeds: readonly string[];
  readonly arm: PlannedArm;
  readonly design: SweepDesign;
  readonly store: CellStore;
  /** The runs of these seeds, without people. */
  readonly read: (seeds: readonly string[]) => ComparedSide;
}

/** A label longer than this fits into no heading. */
const LONGEST_LABEL = 60;

/** Two arms as typed: "3,17", or one, which is compared with the reference. */
export function openArms(folder: string, text: string, engineVersion: string): readonly [ArmSide, ArmSide] {
  const design = readDesign(folder);
  const numbers = text.trim().split(/[,\s]+/);
  const last = design.arms.length - 1;
  const isRight = numbers.length <= 2 && numbers.every((each) => /^\d{1,9}$/.test(each) && Number(each) <= last);
  if (!isRight) {
    throw new Failure("invalid", `--arms "${text}" are no two arms of ${folder}`, [
      `Write two numbers from 0 to ${last}, such as 0,${last}; or one, which is compared with arm ${design.reference}, the reference.`,
      `To see them: caremarket query ${shellWord(folder)} "select distinct arm, label from runs order by arm"`,
    ]);
  }
  const places = numbers.map(Number);
  const [first, second] = places.length === 2 ? places : [design.reference, places[0]];
  const store = new CellStore(folder, engineOfSweep(folder, engineVersion));
  const arms = [design.arms[first], design.arms[second]];
  const changed = arms.flatMap(({ changes }) => Object.keys(changes));
  const [a, b] = arms.map((arm) => armSide(store, design, arm, changed));
  return [a, b];
}

function armSide(store: CellStore, design: SweepDesign, arm: PlannedArm, changed: readonly string[]): ArmSide {
  const { index, scenarioHash } = arm;
  const scenario = { ...armScenario(design, arm), name: `arm-${index}`, title: arm.label };
  const { mondays, yearOfWeek } = datesOf(scenario);
  const source = `arm ${index}`;
  const described: Described = {
    scenario,
    scenarioHash,
    origins: Object.fromEntries(changed.map((path) => [path, `${design.name}, ${source}`])),
    command: sweepLine(design),
    engineVersion: store.engineVersion,
    seeds: design.seeds,
  };
  const runOf = (seed: string, withWeekly: boolean): ComparedRun => {
    const cell = store.read({ scenarioHash, seed }, withWeekly);
    if (cell === undefined) {
      throw new Failure("invalid", `${source} has no whole run of seed ${seed}`, [
        "Give the sweep again with that seed, or ask for others with --seeds.",
      ]);
    }
    const { digest, years, weekly, yearly, warnings } = cell;
    return { digest, mondays, years, yearOfWeek, weekly, yearly, people: [], warnings };
  };
  return {
    described,
    arm,
    design,
    store,
    label: arm.label.length <= LONGEST_LABEL ? arm.label : source,
    seeds: design.seeds.filter((seed) => store.read({ scenarioHash, seed }, false) !== undefined),
    read: (seeds) => ({ described, source, runs: seeds.map((seed, place) => runOf(seed, place === 0)) }),
  };
}
