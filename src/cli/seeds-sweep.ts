/** How many seeds the arms of a sweep need, from its file or from its folder. */
import { areLevels, byNeed, mostSeeds } from "../experiment/arms-seeds.ts";
import type { Precision, PrecisionGoal } from "../experiment/seeds-needed.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { Limits } from "../node/estimate.ts";
import { Failure } from "../node/failure.ts";
import type { SweepDesign } from "../node/sweep/design.ts";
import { seedsText } from "../node/seeds.ts";
import type { NamedStudy } from "../node/sweep-files.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import type { Host } from "./command.ts";
import { loadSweep } from "./load-sweep.ts";
import type { SweepTold } from "./seeds-sweep-text.ts";
import { counted } from "./text.ts";

export interface SweepAsked {
  readonly study: NamedStudy;
  /** Of all arms, in place of the files' own. */
  readonly council?: string | undefined;
  readonly measure: MeasureInfo;
  readonly goal: PrecisionGoal;
  readonly year?: string | undefined;
  readonly workers: number;
  readonly limits: Limits;
  readonly json: boolean;
}

export async function seedsOfSweep(asked: SweepAsked, host: Host): Promise<void> {
  const { study, council, measure, goal, year, workers, limits, json } = asked;
  const { printer, signal } = host;
  const design = await designOf(study, council, host);
  const { runArmsUntilNarrow } = await import("../node/sweep/seeds-enough.ts");
  const { progressBar } = await import("./progress.ts");
  const { armsText, lookAtArms } = await import("./seeds-sweep-text.ts");
  const pool = await host.openPool(workers, limits.workerBytes);
  try {
    pool.warm();
    const bar = await progressBar(printer);
    const found = await runArmsUntilNarrow({
      design,
      folder: study.kind === "results" ? study.named : undefined,
      engineVersion,
      measure,
      year,
      goal,
      limits,
      workers,
      pool,
      signal,
      progress: (progress) => bar.update(progress),
      looked: (look) => {
        if (look.state === "more") printer.say(lookAtArms(look));
      },
    }).finally(() => bar.stop());
    const told = { study, measure, goal, design, found };
    const data = dataOf(told);
    if (found.look.state === "limit") throw tooWide(told, data);
    if (json) return printer.json(data);
    printer.data(armsText(told));
  } finally {
    await pool.close();
  }
}

async function designOf(
  { kind, named }: NamedStudy,
  council: string | undefined,
  { printer }: Host,
): Promise<SweepDesign> {
  if (kind === "sweep") return loadSweep(named, { seeds: undefined, council, weekly: "none", people: false }, printer);
  const { readDesign } = await import("../node/sweep/design.ts");
  return readDesign(named);
}

/** Numbers that are not defined are null. */
function dataOf({ measure, goal, design, found }: SweepTold): Record<string, unknown> {
  const { look, arms, counterparts, reference, basis, runs, reused } = found;
  const isOfLevels = areLevels(counterparts);
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const rows = look.arms.flatMap((precision, place) => {
    if (precision === undefined) return [];
    const { state, runs: seeds, seeds: defined, mean, low, high, halfWidth, expected, isConstant } = precision;
    const { index, label, scenarioHash } = arms[place];
    const figures = { mean: finite(mean), low: finite(low), high: finite(high), halfWidth: finite(halfWidth) };
    const against = isOfLevels ? null : arms[counterparts[place]].index;
    return [
      {
        arm: index,
        label,
        scenarioHash,
        against,
        state,
        seeds,
        defined,
        ...figures,
        expected: finite(expected),
        isConstant,
      },
    ];
  });
  const most = mostSeeds(look);
  return {
    sweep: design.name,
    ...(design.council === undefined ? {} : { council: design.council }),
    engineVersion,
    measure: measure.key,
    unit: measure.unit,
    basis,
    state: look.state,
    wanted: goal.halfWidth,
    minimum: goal.minimum,
    maximum: goal.maximum,
    reference: isOfLevels ? null : arms[reference].index,
    seeds: most,
    seedsLine: seedsText(found.seeds),
    neededMost: arms[byNeed(look)[0]].index,
    runs,
    reused,
    arms: rows,
  };
}

function tooWide({ goal, found }: SweepTold, data: Record<string, unknown>): Failure {
  const { look, arms } = found;
  const wide = byNeed(look).filter((place) => look.arms[place]?.state === "limit");
  const shown = wide.slice(0, 5).map((place) => {
    const { halfWidth, seeds, runs, expected } = look.arms[place] as Precision;
    const { index, label } = arms[place];
    const few = `the measure has a value in ${seeds} of ${runs} seeds`;
    const more = Number.isFinite(expected) ? `; about ${expected} seeds would do` : "";
    return `arm ${index} (${label}): ${seeds < 2 ? few : `± ${halfWidth.toPrecision(3)}${more}`}`;
  });
  if (wide.length > shown.length) shown.push(`and ${wide.length - shown.length} more arms`);
  const what = `${wide.length} of ${counted(byNeed(look).length, "arm")}`;
  const known = `${wide.length === 1 ? "is" : "are"} not known to ± ${goal.halfWidth} after ${mostSeeds(look)} seeds`;
  const lines = [...shown, "Allow more with --maximum, or ask for less with --half-width."];
  return new Failure("refused", `${what} ${known}`, lines, data);
}
