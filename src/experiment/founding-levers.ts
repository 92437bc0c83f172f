/** Levers that are read once, when the council is founded: a change of them from a date on has nothing left to act on. */
import type { ResolvedScenario } from "../simulation/index.ts";

export const FOUNDING_LEVERS: readonly string[] = [
  "council.bandD",
  "council.openingReserves",
  "size.selfFunders",
  "size.inHouseShare",
  "size.agencies",
  "size.agencySpread",
  "size.medianClients",
  "size.jobSeekers",
  "labour.openingWage",
  "labour.openingSlack",
];

/** A lever of the founding, and the first date from which a scenario would have it otherwise. */
export interface LateLever {
  readonly path: string;
  readonly from: string;
}

/** What a scenario changes too late for it to matter. */
export const lateLevers = ({ values }: Pick<ResolvedScenario, "values">): readonly LateLever[] =>
  FOUNDING_LEVERS.flatMap((path) => {
    const late = values[path]?.find(({ from }) => from !== "");
    return late === undefined ? [] : [{ path, from: late.from }];
  });
