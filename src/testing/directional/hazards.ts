/** The directional law of hazards: what grows likelier happens to whom it would have happened to, and to more. */
import type { World } from "../../model/world/world.ts";
import { start, type ResolvedScenario, type Run, type RunOptions } from "../../simulation/index.ts";
import { lawOf, type Case, type Law } from "../law.ts";
import { after, rowsOf } from "../planted/plant.ts";
import { leavesOf, valueIn, withChange } from "../variants.ts";

/** Who is driven away, by what, and in which phase. */
const HAZARDS = [
  {
    who: "people",
    levers: ["demand.deathPerYear", "demand.careHomePerYear", "demand.otherExitPerYear"],
    phase: "needs",
  },
  { who: "workers", levers: ["labour.leavePerWeek"], phase: "labour" },
] as const;
type Hazard = (typeof HAZARDS)[number];
type Left = Record<Hazard["who"], ReadonlySet<number>>;

/** The first week that is looked at, and weeks from one look to the next. */
const FIRST_LOOK = 3;
const BETWEEN_LOOKS = 9;

/** The scenario with the hazard higher from a week on: by half, and by a fifth of the most that it could be. */
function higher(scenario: ResolvedScenario, { levers }: Hazard, week: number): ResolvedScenario {
  const raised = levers.flatMap(leavesOf).map((leaf) => {
    const most = leaf.type === "number" ? leaf.max : 0;
    return [leaf.path, Math.min(most, Number(valueIn(scenario, leaf.path, week)) * 1.5 + most / 5)] as const;
  });
  return withChange(scenario, week, Object.fromEntries(raised));
}

const keysOf = (table: World["people"] | World["workers"]): ReadonlySet<number> =>
  new Set(Array.from(rowsOf(table), (row) => table.keys[row]));

/** A run, and who is left of people and workers when the hazards of its last week have struck. */
function watched({ scenario, seed }: Case, { phases, ...how }: RunOptions): { run: Run; left: Left } {
  const left: Left = { people: new Set(), workers: new Set() };
  const looks = HAZARDS.map(({ who, phase }) =>
    after(phase, (world) => {
      left[who] = keysOf(world[who]);
    }),
  );
  const run = start(scenario, seed, {
    ...how,
    phases: (all) => looks.reduce((given, look) => look(given), phases?.(all) ?? all),
  });
  return { run, left };
}

export const D7: Law = lawOf(
  "D7",
  "In the week in which it grows likelier to go, whoever would have gone goes: people by death, into a care home or " +
    "otherwise, workers out of care.",
  HAZARDS.flatMap(({ who }) => [`${who} who go`, `${who} who go as it is likelier`] as const),
  ({ scenario, seed }, notes, options) => {
    const { run, left: few } = watched({ scenario, seed }, options);
    for (let week = FIRST_LOOK; week < scenario.weeks; week += BETWEEN_LOOKS) {
      while (run.recorded < week) run.step();
      const from = run.snapshot();
      const before = { people: keysOf(run.world.people), workers: keysOf(run.world.workers) };
      run.step();
      for (const hazard of HAZARDS) {
        const { who } = hazard;
        const likelier = watched({ scenario: higher(scenario, hazard, week), seed }, { ...options, from });
        likelier.run.step();
        const many = likelier.left[who];
        for (const key of before[who]) {
          if (few[who].has(key)) {
            if (!many.has(key)) notes.seen(`${who} who go as it is likelier`);
            continue;
          }
          notes.seen(`${who} who go`);
          notes.unless(!many.has(key), () => `week ${week}: of ${who}, ${key} would have gone and stays`);
        }
      }
    }
  },
);
