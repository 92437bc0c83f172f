/**
 * How a council opens: who is there, what an hour costs, what comes in and what goes out in its first year, before any
 * policy of the scenario has done much. For whoever writes down the figures of a council of their own.
 */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import { Purpose } from "../model/world/accounts.ts";
import { reservesAllButGone } from "../model/world/revenue.ts";
import type { World } from "../model/world/world.ts";
import { start, type ResolvedScenario } from "../simulation/index.ts";

/** A year, or as many weeks as the scenario records. */
export const FIRST_YEAR = 52;

/** What comes in, in the order of a budget book. */
export const INCOME = {
  grant: "Grant for adult social care",
  tax: "Council tax for adult social care",
  precept: "Precept",
  nhs: "NHS transfer",
  fund: "Better Care Fund",
} as const;

/** One council's first year under one seed. Money in £ million a year. */
export interface OpeningYear {
  /** Weeks that it holds: 52, or fewer where the scenario records fewer. */
  readonly weeks: number;
  /** Means over those weeks, by measure. */
  readonly means: Readonly<Record<string, number>>;
  /** As the year begins. */
  readonly income: Readonly<Record<keyof typeof INCOME, number>>;
  /** What was left over and went to reserves; what was missing, where it is below zero. */
  readonly left: number;
  /** `council.grant` as the year begins, and what it would have to be for nothing to be left or missing. */
  readonly grant: number;
  /** NaN where no grant would do it: in a council of no size, or one whose grant is taken away. */
  readonly balancingGrant: number;
  /** It did something about what it lacked, in an April or by holding starts back: with that grant more is spent. */
  readonly answered: boolean;
}

/** Lives through the burn-in and the first year. @param keys of the measures to take means of */
export function openingYear(scenario: ResolvedScenario, seed: string, keys: readonly string[]): OpeningYear {
  const run = start({ ...scenario, weeks: Math.min(FIRST_YEAR, scenario.weeks) }, seed);
  while (run.recorded < 0) run.step();
  const before = saved(run.world);
  run.step();
  const { income, grant, scale } = asItBegins(run.world);
  let answered = false;
  for (; !run.done; run.step()) answered ||= answers(run.world);
  const { weekly, mondays } = run.figures();
  const weeks = mondays.length;
  const left = ((saved(run.world) - before) / 1e8) * (WEEKS_PER_YEAR / weeks);
  return {
    weeks,
    means: Object.fromEntries(keys.map((key) => [key, meanOf(weekly[key])])),
    income,
    left,
    grant,
    balancingGrant: scale > 0 ? grant - left / scale : Number.NaN,
    answered: answered || answers(run.world),
  };
}

/** All that ever went to reserves less what came out of them or was overspent, pence. */
function saved({ ledger: { moved } }: World): number {
  const kept = moved[Purpose.reserveAddition] + moved[Purpose.overspendMadeGood];
  return kept - moved[Purpose.reserveDraw] - moved[Purpose.overspend];
}

/** The week was one in which what the council lacks changes what it buys. */
const answers = (world: World): boolean => world.timetable.aprilWeek[world.week] === 1 || reservesAllButGone(world);

function asItBegins({ council, era }: World): Pick<OpeningYear, "income" | "grant"> & { readonly scale: number } {
  const yearly = (pence: number): number => (pence * WEEKS_PER_YEAR) / 1e8;
  return {
    income: {
      grant: yearly(council.weeklyGrant),
      tax: yearly(council.weeklyCouncilTax),
      precept: yearly(council.weeklyPrecept),
      nhs: yearly(council.weeklyNhs),
      fund: yearly(council.weeklyBetterCare),
    },
    grant: era.council.grant / 1e8,
    scale: era.size.scale * era.council.grantChange,
  };
}

/** Over the weeks in which it is defined. */
function meanOf(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
