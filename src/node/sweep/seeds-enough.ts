/**
 * The arms of a sweep run until each one's difference from its counterpart is known to within so much: from the arm with
 * the reference's policy in its own circumstances, as on the sweep's page.
 *
 * An arm that is known well enough is run no further; a counterpart is run for as many seeds as the arm held against it
 * that needs most. Runs that lie in the sweep's folder are taken from there. Nothing is written.
 */
import { areLevels, type ArmsLook, armsPrecision, mostSeeds } from "../../experiment/arms-seeds.ts";
import type { PlannedArm } from "../../experiment/sweeps/index.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { counterpartsOf } from "../../experiment/counterparts.ts";
import { datesOf } from "../../simulation/timetable.ts";
import { eachSeed } from "../each-seed.ts";
import { estimate, type Limits, refuseOver } from "../estimate.ts";
import { Failure } from "../failure.ts";
import type { CellJob } from "../jobs.ts";
import { type MarkedRun, markedRun, windowOf } from "../figure-window.ts";
import { failedFailure } from "../run-failures.ts";
import { basisOf, figureOf, type NarrowRequest } from "../seeds-enough.ts";
import { cellsInMemory } from "../store/cells.ts";
import { type Cell, type PackedCell, unpackCell } from "./cell.ts";
import { type CellId, CellStore } from "./cell-store.ts";
import type { PlannedCell } from "./cells-of.ts";
import { armScenario, type SweepDesign } from "./design.ts";
import { historiesOf } from "./histories.ts";
import { sweepLine } from "./sweep-line.ts";

export interface ArmsRequest extends NarrowRequest {
  readonly design: SweepDesign;
  /** The sweep's folder, whose runs are taken where they are there. */
  readonly folder: string | undefined;
  readonly engineVersion: string;
  readonly limits: Limits;
  readonly workers: number;
  /** Hears each look at runs that have been made. */
  readonly looked: (look: ArmsLook) => void;
}

export interface ArmsEnough {
  readonly look: ArmsLook;
  /** The arms that differ from each other, or from what they are held against, in the order of the look. */
  readonly arms: readonly PlannedArm[];
  /** Arm by arm, the place among them of the one that it is held against. */
  readonly counterparts: readonly number[];
  /** Place of the reference among them. */
  readonly reference: number;
  /** What the figure is: "in 2019-20", or "mean of 2016-17 to 2019-20". */
  readonly basis: string;
  /** The seeds, in the order in which arms took them. */
  readonly seeds: readonly string[];
  /** Runs made now, and taken from the folder. */
  readonly runs: number;
  readonly reused: number;
}

/** Seeds are those of the sweep's folder, then the whole numbers from 1 that it has not. @throws Failure where a run fails, it is stopped, or a limit is met. */
export async function runArmsUntilNarrow(request: ArmsRequest): Promise<ArmsEnough> {
  const { design, measure, year, goal, looked } = request;
  const { arms, counterparts, reference } = heldAgainst(design);
  const seedAt = seedsFrom(request.folder === undefined ? [] : design.seeds);
  const figures = new Figures(request, seedAt);
  let counts: readonly number[] = arms.map(() => 0);
  let basis = "";
  let look = armsPrecision(
    arms.map(() => []),
    counterparts,
    goal,
  );
  while (look.state === "more") {
    const { next } = look;
    await figures.take(wantedOf(arms, counts, next, seedAt));
    counts = counts.map((count, arm) => Math.max(count, next[arm]));
    const known = arms.map((arm, index) => figures.of(arm, counts[index]));
    const seen = lookAt(known, counterparts, measure, year);
    basis = seen.basis;
    look = armsPrecision(seen.figures, counterparts, goal);
    looked(look);
  }
  const { runs, reused } = figures;
  const seeds = Array.from({ length: mostSeeds(look) }, (_, place) => seedAt(place));
  return { look, arms, counterparts, reference, basis, seeds, runs, reused };
}

/** Arms that are the same scenario, held against the same one, are one arm: the first of them. */
function heldAgainst(design: SweepDesign): Pick<ArmsEnough, "arms" | "counterparts" | "reference"> {
  const others = counterpartsOf(design).map((arm) => design.arms[arm].scenarioHash);
  const known = new Map<string, { readonly arm: PlannedArm; readonly other: string }>();
  for (const [place, arm] of design.arms.entries()) {
    const key = `${arm.scenarioHash} ${others[place]}`;
    if (!known.has(key)) known.set(key, { arm, other: others[place] });
  }
  const places = new Map([...known.keys()].map((key, place) => [key, place]));
  // A counterpart, the reference among them, is its own.
  const placeOf = (hash: string): number => places.get(`${hash} ${hash}`) ?? 0;
  const all = [...known.values()];
  const reference = placeOf(design.arms[design.reference].scenarioHash);
  return { arms: all.map(({ arm }) => arm), counterparts: all.map(({ other }) => placeOf(other)), reference };
}

/** Place -> seed: those given first, then the whole numbers that are not among them. */
function seedsFrom(given: readonly string[]): SeedAt {
  const all = [...given];
  const known = new Set(given);
  let next = 1;
  return (place) => {
    while (all.length <= place) {
      if (!known.has(String(next))) all.push(String(next));
      next++;
    }
    return all[place];
  };
}

type SeedAt = (place: number) => string;

/** A figure for each run, arm by arm. Differences are taken over the years since any arm is not its counterpart's like. */
function lookAt(
  arms: readonly (readonly MarkedRun[])[],
  counterparts: readonly number[],
  measure: MeasureInfo,
  year: string | undefined,
): { readonly basis: string; readonly figures: readonly (readonly number[])[] } {
  if (areLevels(counterparts) || year !== undefined) {
    const figures = arms.map((runs) => runs.map((run) => figureOf(run, measure, year)));
    return { basis: basisOf(arms.flat()[0], measure, year), figures };
  }
  const { basis, figureOf: compared } = windowOf(arms, counterparts, measure);
  return { basis, figures: arms.map((runs) => runs.map(compared)) };
}

/** What is to be run before the next look: every arm of a seed, then of the next, so that histories are shared. */
function wantedOf(
  arms: readonly PlannedArm[],
  counts: readonly number[],
  next: readonly number[],
  seedAt: SeedAt,
): PlannedCell[] {
  const cells: PlannedCell[] = [];
  for (let place = 0; place < Math.max(...next); place++) {
    for (const [index, arm] of arms.entries()) {
      const isWanted = place >= counts[index] && place < next[index];
      if (isWanted) cells.push({ arm, seed: seedAt(place), scenarioHash: arm.scenarioHash });
    }
  }
  return cells;
}

/** The measure's figure of each run, from the folder or from the pool. */
class Figures {
  runs = 0;
  reused = 0;
  private readonly known = new Map<string, MarkedRun>();
  private readonly histories: ReturnType<typeof historiesOf>;
  private readonly store: CellStore | undefined;

  constructor(
    private readonly request: ArmsRequest,
    private readonly seedAt: SeedAt,
  ) {
    const { design, folder, engineVersion } = request;
    this.histories = historiesOf(design);
    // An engine run from its sources has no version that would tell one state of them from another.
    const mayReuse = folder !== undefined && !engineVersion.endsWith("+source");
    this.store = mayReuse ? new CellStore(folder, engineVersion) : undefined;
  }

  /** The runs of an arm's first seeds, in order. */
  of(arm: PlannedArm, seeds: number): readonly MarkedRun[] {
    const { scenarioHash } = arm;
    return Array.from({ length: seeds }, (_, place) => {
      const seed = this.seedAt(place);
      const found = this.known.get(keyOf({ scenarioHash, seed }));
      if (found === undefined) throw new Error(`arm ${arm.index} has no run of seed ${seed}`);
      return found;
    });
  }

  /** Has the figures of these cells, or fails. */
  async take(cells: readonly PlannedCell[]): Promise<void> {
    const { pool, signal, progress } = this.request;
    const wanted = [...new Map(cells.map((cell) => [keyOf(cell), cell])).entries()];
    const unknown = wanted.filter(([key]) => !this.known.has(key)).map(([, cell]) => cell);
    const missing = unknown.filter((cell) => {
      const there = this.store?.read(cell, false);
      if (there !== undefined) this.keep(cell, there);
      return there === undefined;
    });
    this.reused += unknown.length - missing.length;
    this.refuseLong(missing);
    const byKey = new Map(missing.map((cell) => [keyOf(cell), cell]));
    const cellAt = (key: string): PlannedCell => byKey.get(key) as PlannedCell;
    const { burnInWeeks, weeks } = this.request.design.scenario;
    const failures = await eachSeed<PackedCell>({
      seeds: [...byKey.keys()],
      jobOf: (key) => this.jobOf(cellAt(key)),
      weeks: burnInWeeks + weeks,
      pool,
      signal,
      progress,
      take: (key, { bytes }) => {
        const cell = unpackCell(Buffer.from(bytes), false);
        if (cell === undefined) throw new Error("a worker gave back a cell that is not whole");
        this.keep(cellAt(key), cell);
        this.runs++;
      },
    });
    if (signal.aborted) throw this.interrupted();
    if (failures.length > 0) throw this.failed(failures.map(({ seed: key, error }) => ({ cell: cellAt(key), error })));
  }

  private keep(cell: PlannedCell, { yearly, years }: Pick<Cell, "yearly" | "years">): void {
    const { design, measure } = this.request;
    const { yearOfWeek } = datesOf(design.scenario);
    this.known.set(keyOf(cell), markedRun({ yearly, years, yearOfWeek }, measure));
  }

  private jobOf(cell: PlannedCell): CellJob {
    const scenario = armScenario(this.request.design, cell.arm);
    const shared = this.histories(cell);
    const job = { kind: "cell", scenario, seed: cell.seed, weekly: [] } as const;
    return shared === undefined ? job : { ...job, shared };
  }

  /** Histories that several arms share are lived through once a seed. */
  private refuseLong(cells: readonly PlannedCell[]): void {
    const { design, limits, workers } = this.request;
    const { burnInWeeks, weeks } = design.scenario;
    const lived = new Set<string>();
    const byArm = new Map(cells.map(({ arm }) => [arm, estimate(armScenario(design, arm), 1, 1)]));
    let seconds = 0;
    for (const cell of cells) {
      const shared = this.histories(cell);
      const spared = shared !== undefined && lived.has(shared.key) ? shared.weeks / (burnInWeeks + weeks) : 0;
      if (shared !== undefined) lived.add(shared.key);
      seconds += (byArm.get(cell.arm)?.secondsPerSeed ?? 0) * (1 - spared);
    }
    const [largest] = [...byArm.values()].sort((a, b) => b.workerBytes - a.workerBytes);
    if (largest !== undefined) refuseOver(limits, { ...largest, seconds: seconds / workers }, false);
  }

  private interrupted(): Failure {
    const kept = `${this.runs} runs had finished; nothing was written.`;
    return new Failure("interrupted", "Interrupted.", [kept, "Start again with the same command."]);
  }

  /** As for a scenario: the first arm that failed decides, with what replays it. */
  private failed(failures: readonly { readonly cell: PlannedCell; readonly error: unknown }[]): Failure {
    const { design, engineVersion } = this.request;
    const [{ cell: first }] = failures;
    const own = failures.filter(({ cell }) => cell.arm === first.arm);
    const seeds = own.map(({ cell }) => cell.seed);
    const { index, label, scenarioHash } = first.arm;
    const described = {
      scenario: { ...armScenario(design, first.arm), name: `arm-${index}`, title: label },
      scenarioHash,
      origins: {},
      command: sweepLine(design),
      engineVersion,
      seeds,
    };
    const failed = own.map(({ cell, error }) => ({ seed: cell.seed, error }));
    return failedFailure({ described, cells: cellsInMemory(), places: undefined }, failed);
  }
}

const keyOf = ({ scenarioHash, seed }: CellId): string => `${scenarioHash} ${seed}`;
