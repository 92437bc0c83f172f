/**
 * What a savings plan was expected to save, what it saved, and who bore it.
 *
 * A measure's saving is the difference from the same council, the same people and the same luck without it. The rest of
 * the plan is held as it was, so that nothing takes the measure's place; or it is left to answer, as a council would.
 */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import { type Standing, standingOf } from "../model/measures/index.ts";
import { SAVINGS_MEASURES, type SavingsCause } from "../model/rules/savings.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../model/world/events.ts";
import type { PlannedYear, World } from "../model/world/world.ts";
import { start, type Phase, type ResolvedScenario, type Run, type RunResult } from "../simulation/index.ts";
import { type Bearer, bearers, councilsOf, type Keeper, keepers } from "./bearers.ts";

/** What an admission and a day's delay cost the NHS, pence (E6-006, E6-007). */
export const NHS_COSTS = { admission: 161_100, delayedDay: 30_500 } as const;

/** A measure of the plan, or all of them together. */
export type SavingsAim = SavingsCause | "the whole plan";

/** One measure under one seed, from the start of the record to the end of the run. Money in pence. */
export interface SavingsAccount {
  readonly cause: SavingsAim;
  readonly seed: string;
  /** The finance estimates of all Aprils, each for the weeks that the measure was in force. */
  readonly expected: number;
  /** What the council spent less, net of charges. The bearers' lines sum to it. */
  readonly realised: number;
  /** Where it is found again. The keepers' lines sum to it too. */
  readonly kept: Readonly<Record<Keeper, number>>;
  readonly borne: Readonly<Record<Bearer, number>>;
  /** Not in the sum, since no account holds it: what came of it for people and hospitals. */
  readonly beside: Beside;
}

export interface Beside {
  /** Hours that people with support needed and did not get, and those hours at the framework fee. */
  readonly unmetHours: number;
  readonly unmetPence: number;
  /** Person-years with support that there were fewer. */
  readonly supportYears: number;
  readonly delayedDays: number;
  readonly admissions: number;
  readonly nhsPence: number;
  /** Points of quality of life lost, mean of those with support over the run. */
  readonly life: number;
}

export interface SavingsOptions {
  /** "held": the other measures as they were; "answers": the plan closes the gap without this one. */
  readonly rest?: "held" | "answers";
  /** The measures to look at; all that were used, and the whole plan, unless told otherwise. */
  readonly causes?: readonly SavingsAim[];
}

/** Accounts of the plan's measures under each seed: a measure that was never taken has none. */
export function savingsOf(
  scenario: ResolvedScenario,
  seeds: readonly string[],
  options: SavingsOptions = {},
): readonly SavingsAccount[] {
  const arm = (job: SavingsArmJob): SavingsArm => {
    const { run, finish } = openArm(job);
    while (!run.done) run.step();
    return finish();
  };
  return seeds.flatMap((seed) => {
    const base = arm({ scenario, seed });
    return armsWithout({ scenario, seed }, base, options).map(({ cause, job }) => accountOf(cause, base, arm(job)));
  });
}

/** The runs to set beside the first: for each measure that was taken, one without it. */
export function armsWithout(
  { scenario, seed }: Pick<SavingsArmJob, "scenario" | "seed">,
  base: SavingsArm,
  { rest = "held", causes }: SavingsOptions = {},
): readonly { readonly cause: SavingsAim; readonly job: SavingsArmJob }[] {
  const used = SAVINGS_MEASURES.map(({ cause }) => cause).filter((cause) => wasUsed(base, cause));
  const asked = causes ?? [...used, "the whole plan" as const];
  return asked
    .filter((cause) => (cause === "the whole plan" ? used.length > 0 : used.includes(cause)))
    .map((cause) => ({
      cause,
      job:
        rest === "held" || cause === "the whole plan"
          ? { scenario, seed, plan: planWithout(base.plan, cause) }
          : { scenario: scenarioWithout(scenario, cause), seed },
    }));
}

/** The mean over seeds, measure by measure, in the order in which they first come. */
export function meanAccounts(accounts: readonly SavingsAccount[]): readonly Omit<SavingsAccount, "seed">[] {
  return [...new Set(accounts.map(({ cause }) => cause))].map((cause) => {
    const own = accounts.filter((account) => account.cause === cause);
    const mean = (of: (account: SavingsAccount) => number): number =>
      own.reduce((sum, account) => sum + of(account), 0) / own.length;
    const keys = Object.keys(own[0].beside) as (keyof Beside)[];
    return {
      cause,
      expected: mean(({ expected }) => expected),
      realised: mean(({ realised }) => realised),
      kept: recordOf(keepers, (keeper) => mean(({ kept }) => kept[keeper])),
      borne: recordOf(bearers, (bearer) => mean(({ borne }) => borne[bearer])),
      beside: recordOf(keys, (key) => mean(({ beside }) => beside[key])),
    };
  });
}

const recordOf = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;

/** One run of a seed, as asked for: with the plan that the council makes, or with one that is given. */
export interface SavingsArmJob {
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  readonly plan?: readonly PlannedYear[];
}

/** What is kept of a run: what each April decided, where the money stood at the end, and what came of it. */
export interface SavingsArm {
  readonly seed: string;
  readonly plan: readonly (PlannedYear & { readonly expected: readonly number[] })[];
  readonly standing: Standing;
  readonly outcome: Omit<Beside, "nhsPence">;
  /** The burn-in included. */
  readonly weeks: number;
}

/** A run to be stepped to its end, and then read. */
export function openArm({ scenario, seed, plan }: SavingsArmJob): {
  readonly run: Run;
  readonly finish: () => SavingsArm;
} {
  const years: SavingsArm["plan"][number][] = [];
  const reader: Phase = {
    name: "plan",
    sentence: "The April's plan is read.",
    moves: "",
    run: ({ week, timetable, council }: World) => {
      if (timetable.aprilWeek[week] !== 1) return;
      years.push({ week, feeGap: council.feeGap, steps: [...council.steps], expected: [...council.expected] });
    },
  };
  const run = start(scenario, seed, {
    ...(plan && { frozen: { plan } }),
    phases: (phases) => phases.flatMap((phase) => (phase.name === "calendar" ? [phase, reader] : [phase])),
  });
  return {
    run,
    finish: () => {
      const outcome = outcomeOf(run.finish());
      const weeks = scenario.burnInWeeks + scenario.weeks;
      return { seed, plan: years, standing: standingOf(run.world), outcome, weeks };
    },
  };
}

const FEES = 0;

function wasUsed({ plan }: SavingsArm, cause: SavingsCause): boolean {
  const place = SAVINGS_MEASURES.findIndex((each) => each.cause === cause);
  return plan.some(({ steps, expected }) => (place === FEES ? expected[place] !== 0 : steps[place] !== 0));
}

/** The plan with one measure never taken; without fee restraint, fees follow costs. */
function planWithout(plan: readonly PlannedYear[], cause: SavingsAim): readonly PlannedYear[] {
  const isOut = (place: number): boolean => cause === "the whole plan" || SAVINGS_MEASURES[place].cause === cause;
  return plan.map(({ week, feeGap, steps }) => ({
    week,
    feeGap: isOut(FEES) ? 0 : feeGap,
    steps: Array.from(steps, (units, place) => (isOut(place) ? 0 : units)),
  }));
}

/** What holds a measure off for all time. */
const OFF: Readonly<Record<SavingsCause, Readonly<Record<string, number>>>> = {
  "fee restraint": { "framework.gapEffect": 0, "framework.efficiency": 0 },
  reserves: { "council.minimumReserves": 1 },
  "other spending": { "council.otherCutCap": 0 },
  "direct-payment push": { "council.pushSteps": 0 },
  "direct-payment rate": { "council.rateCutCap": 0 },
  "framework consolidation": { "council.consolidationCap": 0 },
  "faster claw-back": { "council.clawBackCap": 0 },
  "review tightness": { "council.reviewCutCap": 0 },
  eligibility: { "council.eligibilityCutCap": 0 },
  "outcomes-based contracts": { "council.contractSavingCap": 0 },
  "voluntary substitution": { "council.substitutionCap": 0 },
  "assessment posts": { "council.assessmentCutCap": 0 },
};

function scenarioWithout(scenario: ResolvedScenario, cause: SavingsAim): ResolvedScenario {
  const settings = cause === "the whole plan" ? Object.values(OFF) : [OFF[cause]];
  const values = settings.flatMap((each) => Object.entries(each).map(([path, value]) => [path, [{ from: "", value }]]));
  return { ...scenario, values: { ...scenario.values, ...Object.fromEntries(values) } };
}

/** One run set beside the same without the measure. */
export function accountOf(cause: SavingsAim, base: SavingsArm, without: SavingsArm): SavingsAccount {
  return {
    cause,
    seed: base.seed,
    expected: expectedOf(base, cause),
    realised: councilsOf(base.standing) - councilsOf(without.standing),
    kept: recordOf(keepers, (keeper) => base.standing[keeper] - without.standing[keeper]),
    borne: recordOf(bearers, (bearer) => without.standing[bearer] - base.standing[bearer]),
    beside: besideOf(base.outcome, without.outcome),
  };
}

/** Each April's estimate for the weeks that are left of the run, or for a year where it saves but once; undone counts less. */
function expectedOf({ plan, weeks }: SavingsArm, cause: SavingsAim): number {
  let sum = 0;
  for (const { week, expected } of plan) {
    for (const [place, measure] of SAVINGS_MEASURES.entries()) {
      if (measure.cause === "reserves" || (cause !== "the whole plan" && measure.cause !== cause)) continue;
      const left = weeks - week;
      sum += expected[place] * (measure.once ? Math.min(left, WEEKS_PER_YEAR) : left);
    }
  }
  return sum;
}

/** What came of it beside money: the run with the measure less the run without. */
function besideOf(base: SavingsArm["outcome"], without: SavingsArm["outcome"]): Beside {
  const keys = Object.keys(base) as (keyof typeof base)[];
  const more = recordOf(keys, (key) => base[key] - without[key]);
  const nhsPence = NHS_COSTS.delayedDay * more.delayedDays + NHS_COSTS.admission * more.admissions;
  return { ...more, nhsPence };
}

/** Of one run; more is worse. */
function outcomeOf(result: RunResult): SavingsArm["outcome"] {
  const { weekly, weeks } = result;
  return {
    unmetHours: sumOf(weekly["unmet.hours"]),
    unmetPence: 100 * sumOfProducts(weekly["unmet.hours"], weekly["prices.frameworkFee"]),
    supportYears: -sumOf(weekly["people.funded"]) / WEEKS_PER_YEAR,
    delayedDays: sumOf(weekly["waits.delayedDays"]),
    admissions: hospitalStays(result),
    life: -sumOf(weekly["outcomes.qualityOfLife"]) / weeks,
  };
}

function sumOf(values: Float64Array): number {
  return sumOfProducts(values, undefined);
}

/** Sum over the weeks that have a figure. */
function sumOfProducts(values: Float64Array, by: Float64Array | undefined): number {
  let sum = 0;
  for (let week = 0; week < values.length; week++) {
    if (!Number.isNaN(values[week])) sum += values[week] * (by?.[week] ?? 1);
  }
  return sum;
}

/** Crises that ended in hospital. */
function hospitalStays({ events }: RunResult): number {
  const crisis = EVENT_KINDS.findIndex(({ code }) => code === "person.crisis");
  const hospital = EVENT_CAUSES.indexOf("hospital");
  let count = 0;
  for (let index = 0; index < events.kind.length; index++) {
    if (events.kind[index] === crisis && events.cause[index] === hospital) count += 1;
  }
  return count;
}
