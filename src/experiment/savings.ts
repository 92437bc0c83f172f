/**
 * What a savings plan was expected to save, what it saved, and who bore it.
 *
 * A measure's saving is the difference from the same council, the same people and the same luck without it. The rest of
 * the plan is held as it was, so that nothing takes the measure's place; or it is left to answer, as a council would.
 */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import { SAVINGS_MEASURES, type SavingsCause } from "../model/rules/savings.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../model/world/events.ts";
import type { PlannedYear, World } from "../model/world/world.ts";
import { start, type Phase, type ResolvedScenario, type RunResult } from "../simulation/index.ts";
import { type Bearer, bearers, type Standing, standingOf } from "./bearers.ts";

/** What an admission and a day's delay cost the NHS, pence (E6-006, E6-007). */
export const NHS_COSTS = { admission: 161_100, delayedDay: 30_500 } as const;

/** One measure under one seed, from the start of the record to the end of the run. Money in pence. */
export interface SavingsAccount {
  readonly cause: SavingsCause | "the whole plan";
  readonly seed: string;
  /** The finance estimates of all Aprils, each for the weeks that the measure was in force. */
  readonly expected: number;
  /** What the council spent less, net of charges. The bearers' lines sum to it. */
  readonly realised: number;
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
  readonly causes?: readonly SavingsAccount["cause"][];
}

/** Accounts of the plan's measures under each seed: a measure that was never taken has none. */
export function savingsOf(
  scenario: ResolvedScenario,
  seeds: readonly string[],
  { rest = "held", causes }: SavingsOptions = {},
): readonly SavingsAccount[] {
  return seeds.flatMap((seed) => {
    const base = runArm(scenario, seed);
    const used = SAVINGS_MEASURES.map(({ cause }) => cause).filter((cause) => wasUsed(base, cause));
    const asked = causes ?? [...used, "the whole plan" as const];
    return asked
      .filter((cause) => (cause === "the whole plan" ? used.length > 0 : used.includes(cause)))
      .map((cause) => {
        const held = rest === "held" || cause === "the whole plan";
        const without = held
          ? runArm(scenario, seed, planWithout(base.plan, cause))
          : runArm(scenarioWithout(scenario, cause), seed);
        return accountOf(cause, seed, base, without);
      });
  });
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
      borne: recordOf(bearers, (bearer) => mean(({ borne }) => borne[bearer])),
      beside: recordOf(keys, (key) => mean(({ beside }) => beside[key])),
    };
  });
}

const recordOf = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;

interface Arm {
  readonly plan: readonly (PlannedYear & { readonly expected: readonly number[] })[];
  readonly standing: Standing;
  readonly result: RunResult;
  readonly weeks: number;
}

/** A run, with what each April decided and where the money stood at the end. */
function runArm(scenario: ResolvedScenario, seed: string, plan?: readonly PlannedYear[]): Arm {
  const years: Arm["plan"][number][] = [];
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
  const result = run.finish();
  return { plan: years, standing: standingOf(run.world), result, weeks: scenario.burnInWeeks + scenario.weeks };
}

const FEES = 0;

function wasUsed({ plan }: Arm, cause: SavingsCause): boolean {
  const place = SAVINGS_MEASURES.findIndex((each) => each.cause === cause);
  return plan.some(({ steps, expected }) => (place === FEES ? expected[place] !== 0 : steps[place] !== 0));
}

/** The plan with one measure never taken; without fee restraint, fees follow costs. */
function planWithout(plan: readonly PlannedYear[], cause: SavingsAccount["cause"]): readonly PlannedYear[] {
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
  "assessment posts": { "council.assessmentCutCap": 0 },
};

function scenarioWithout(scenario: ResolvedScenario, cause: SavingsAccount["cause"]): ResolvedScenario {
  const settings = cause === "the whole plan" ? Object.values(OFF) : [OFF[cause]];
  const values = settings.flatMap((each) => Object.entries(each).map(([path, value]) => [path, [{ from: "", value }]]));
  return { ...scenario, values: { ...scenario.values, ...Object.fromEntries(values) } };
}

function accountOf(cause: SavingsAccount["cause"], seed: string, base: Arm, without: Arm): SavingsAccount {
  return {
    cause,
    seed,
    expected: expectedOf(base, cause),
    realised: base.standing.council - without.standing.council,
    borne: recordOf(bearers, (bearer) => without.standing[bearer] - base.standing[bearer]),
    beside: besideOf(base.result, without.result),
  };
}

/** Each April's estimate for the weeks that are left of the run, or for a year where it saves but once; undone counts less. */
function expectedOf({ plan, weeks }: Arm, cause: SavingsAccount["cause"]): number {
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
function besideOf(base: RunResult, without: RunResult): Beside {
  const more = (of: (result: RunResult) => number): number => of(base) - of(without);
  const delayedDays = more(({ weekly }) => sumOf(weekly["waits.delayedDays"]));
  const admissions = more(hospitalStays);
  return {
    unmetHours: more(({ weekly }) => sumOf(weekly["unmet.hours"])),
    unmetPence: more(({ weekly }) => 100 * sumOfProducts(weekly["unmet.hours"], weekly["prices.frameworkFee"])),
    supportYears: -more(({ weekly }) => sumOf(weekly["people.funded"])) / WEEKS_PER_YEAR,
    delayedDays,
    admissions,
    nhsPence: NHS_COSTS.delayedDay * delayedDays + NHS_COSTS.admission * admissions,
    life: -more(({ weekly, weeks }) => sumOf(weekly["outcomes.qualityOfLife"]) / weeks),
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
