/** Second counts by group of people, of hours and of workers' time in the job, row by row. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { GROUPS } from "../../model/levers/index.ts";
import { Employment, Funding } from "../../model/world/codes.ts";
import { cameForNeed } from "./banked-time.ts";
import { fundedRows, type Sources } from "./recount-sources.ts";

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
const share = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);

const BY_GROUP: readonly (readonly [string, (sources: Sources) => number])[] = GROUPS.flatMap((group, index) => {
  const own = (s: Sources): readonly number[] =>
    fundedRows(s).filter((row) => s.world.people.columns.group[row] === index);
  return [
    [
      `people.directPaymentSharePercent.${group}`,
      (s: Sources): number => {
        const { funding } = s.world.people.columns;
        const rows = own(s);
        return share(rows.filter((row) => funding[row] === Funding.directPayment).length, rows.length);
      },
    ],
    [
      `unmet.hoursPercent.${group}`,
      (s: Sources): number => {
        const { people } = s.world;
        const { need } = people.columns;
        const rows = own(s);
        const missing = rows.map((row) => Math.max(0, need[row] - cameForNeed(people, row)));
        return share(total(missing), total(rows.map((row) => need[row])));
      },
    ],
  ] as const;
});

export const RECOUNTS_OF_ROWS: Readonly<Record<string, (sources: Sources) => number>> = {
  ...Object.fromEntries(BY_GROUP),
  "hours.assessed": (s) => total(fundedRows(s).map((row) => s.world.people.columns.assessed[row] / 60)),
  "hours.delivered": (s) => total(fundedRows(s).map((row) => s.world.people.columns.delivered[row] / 60)),
  "workforce.tenureYears": ({ world: { workers, week } }) => {
    const { employment, startedWeek } = workers.columns;
    const rows = [...workers.live.subarray(0, workers.liveCount)].filter(
      (row) => employment[row] === Employment.provider,
    );
    return rows.length > 0
      ? total(rows.map((row) => week - startedWeek[row])) / WEEKS_PER_YEAR / rows.length
      : Number.NaN;
  },
};
