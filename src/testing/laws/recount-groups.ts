/** Second counts by group of people, of hours and of workers' time in the job, row by row. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { GROUPS } from "../../model/levers/index.ts";
import { Employment, Funding, isFunded, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";

function fundedRows({ people }: World): readonly number[] {
  const { funding, stage } = people.columns;
  const inCare: readonly number[] = [Stage.seeking, Stage.served];
  return [...people.live.subarray(0, people.liveCount)].filter(
    (row) => inCare.includes(stage[row]) && isFunded(funding[row]),
  );
}

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
const share = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);

const BY_GROUP: readonly (readonly [string, (world: World) => number])[] = GROUPS.flatMap((group, index) => {
  const own = (world: World): readonly number[] =>
    fundedRows(world).filter((row) => world.people.columns.group[row] === index);
  return [
    [
      `people.directPaymentSharePercent.${group}`,
      (world: World): number => {
        const { funding } = world.people.columns;
        const rows = own(world);
        return share(rows.filter((row) => funding[row] === Funding.directPayment).length, rows.length);
      },
    ],
    [
      `unmet.hoursPercent.${group}`,
      (world: World): number => {
        const { need, delivered } = world.people.columns;
        const rows = own(world);
        const missing = rows.map((row) => Math.max(0, need[row] - delivered[row]));
        return share(total(missing), total(rows.map((row) => need[row])));
      },
    ],
  ] as const;
});

export const RECOUNTS_OF_ROWS: Readonly<Record<string, (world: World) => number>> = {
  ...Object.fromEntries(BY_GROUP),
  "hours.assessed": (world) => total(fundedRows(world).map((row) => world.people.columns.assessed[row] / 60)),
  "hours.delivered": (world) => total(fundedRows(world).map((row) => world.people.columns.delivered[row] / 60)),
  "workforce.tenureYears": ({ workers, week }) => {
    const { employment, startedWeek } = workers.columns;
    const rows = [...workers.live.subarray(0, workers.liveCount)].filter(
      (row) => employment[row] === Employment.provider,
    );
    return rows.length > 0
      ? total(rows.map((row) => week - startedWeek[row])) / WEEKS_PER_YEAR / rows.length
      : Number.NaN;
  },
};
