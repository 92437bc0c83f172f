/** How a council opens, over several seeds: one short run after another. */
import { setImmediate } from "node:timers/promises";
import { ACCOUNT, FIRST_YEAR, openingYear, type OpeningYear } from "../experiment/opening.ts";
import { spreadOf } from "../experiment/spread.ts";
import { measures } from "../model/measures/index.ts";
import { estimate, type Estimate } from "./estimate.ts";
import { Failure } from "./failure.ts";
import { failedFailure } from "./run-failures.ts";
import { cellsInMemory } from "./store/cells.ts";
import type { Described } from "./store/write.ts";

/** What is told of a council, by subject, in the order in which it is read. */
const TOLD = {
  People: [
    "people.funded",
    "people.homeCare",
    "people.directPayment",
    "people.supportedLiving",
    "people.dayServices",
    "people.careHomeResidents",
    "people.selfFunded",
    "people.hoursPerHomeCare",
  ],
  "The market": [
    "providers.trading",
    "prices.frameworkFee",
    "prices.unitCost",
    "prices.privatePrice",
    "prices.directPaymentRate",
    "wages.careWorker",
    "workforce.vacancyPercent",
    "unmet.hoursPercent",
  ],
} as const;

export interface OpeningRow {
  readonly subject: string;
  /** A measure's, or that of a line of the account. */
  readonly key: string;
  /** True of a line that the sum above it holds. */
  readonly isPart: boolean;
  readonly label: string;
  readonly unit: string;
  /** Median over the seeds, of money of the account the mean, so that it adds up; NaN where it is defined in none. */
  readonly value: number;
}

/** Means over the seeds but for the figures of people and market. Money of the balance in £ million a year. */
export interface Opening {
  readonly weeks: number;
  readonly rows: readonly OpeningRow[];
  readonly left: number;
  readonly grant: number;
  readonly balancingGrant: number;
  readonly grantChange: number;
  readonly balancingChange: number;
  /** In some run the council did something about what it lacked. */
  readonly answered: boolean;
}

const KEYS: readonly string[] = Object.values(TOLD).flat();

/** What the runs will take: each is a burn-in and a year, one after another in this thread. */
export const openingEstimate = ({ scenario, seeds }: Described): Estimate =>
  estimate({ ...scenario, weeks: Math.min(FIRST_YEAR, scenario.weeks) }, seeds.length, 1);

/** Runs the first year of every seed. A run that breaks ends it, with the line that replays it. */
export async function openingOf(described: Described, signal: AbortSignal): Promise<Opening> {
  const years: OpeningYear[] = [];
  for (const seed of described.seeds) {
    // A Ctrl-C is heard between two runs.
    await setImmediate();
    if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
    try {
      years.push(openingYear(described.scenario, seed, KEYS));
    } catch (error) {
      throw failedFailure({ described, cells: cellsInMemory(), places: undefined }, [{ seed, error }]);
    }
  }
  return overSeeds(years);
}

function overSeeds(years: readonly OpeningYear[]): Opening {
  const median = (of: (year: OpeningYear) => number): number => spreadOf(years.map(of))?.median ?? Number.NaN;
  const measured = Object.entries(TOLD).flatMap(([subject, keys]) =>
    keys.map((key): OpeningRow => {
      const { label, unit } = infoOf(key);
      return { subject, key, isPart: false, label, unit, value: median(({ means }) => means[key]) };
    }),
  );
  const mean = (of: (year: OpeningYear) => number): number =>
    years.reduce((sum, year) => sum + of(year), 0) / years.length;
  const money = { subject: "The council's money", unit: "GBP million a year" } as const;
  const account = ACCOUNT.flatMap(({ key: sum, label: heading, lines }) =>
    [[sum, heading] as const, ...Object.entries(lines).map(([key, { label }]) => [key, label] as const)].map(
      ([key, label]): OpeningRow => ({
        ...money,
        key,
        isPart: key !== sum,
        label,
        value: mean((year) => year.account[key]),
      }),
    ),
  );
  const left = mean((year) => year.left);
  const kept: OpeningRow = { ...money, key: "left", isPart: false, label: "Left over", value: left };
  return {
    weeks: years[0].weeks,
    rows: [...measured, ...account, kept],
    left,
    grant: years[0].grant,
    balancingGrant: mean(({ balancingGrant }) => balancingGrant),
    grantChange: years[0].grantChange,
    balancingChange: mean(({ balancingChange }) => balancingChange),
    answered: years.some(({ answered }) => answered),
  };
}

function infoOf(key: string): { readonly label: string; readonly unit: string } {
  const found = measures.find((measure) => measure.key === key);
  if (found === undefined) throw new RangeError(`no measure ${key}`);
  return found;
}
