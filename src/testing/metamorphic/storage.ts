/** Laws of storage and of strangers: where agents are kept, and who else is there, changes nobody's life. */
import { measures, simulate, type RunResult } from "../../simulation/index.ts";
import { Funding, Holder, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { differenceOf, mustBeSame } from "../difference.ts";
import { lawOf, type Case, type Law, type LawOptions } from "../law.ts";
import { portraitOf } from "../portrait.ts";
import { shuffleRows } from "../shuffle.ts";
import { chosen } from "../variants.ts";
import { watchingWeeks } from "../weekly.ts";

export const M4: Law = lawOf(
  "M4",
  "Agents kept in other rows of memory live the same lives: the digest is the same.",
  ["agents in other rows"],
  ({ scenario, seed }, notes, options) => {
    const founded = (world: World): void => {
      shuffleRows(world, chosen(seed, 1000));
      for (const { live, liveCount } of [world.people, world.workers, world.providers]) {
        notes.seen("agents in other rows", live.subarray(0, liveCount).filter((row, index) => row !== index).length);
      }
    };
    mustBeSame(notes, simulate(scenario, seed, options), simulate(scenario, seed, { ...options, founded }));
  },
);

/** A key that no founder has. */
const STRANGER = 0x7ffffffe;

/**
 * Somebody who cannot interact: pays for a community option with own money, which has room for all, asks the council
 * for nothing, has no provider and no worker. The person is counted among those who pay for themselves and among all with
 * a need, and that is all.
 */
function addStranger(world: World): void {
  const { people, ledger } = world;
  const row = people.add(STRANGER);
  const { columns } = people;
  columns.account[row] = ledger.open(Holder.person);
  columns.budgetAccount[row] = ledger.open(Holder.person);
  columns.stage[row] = Stage.served;
  columns.funding[row] = Funding.selfFunded;
  columns.service[row] = Service.community;
  columns.need[row] = 300;
  columns.assessed[row] = 300;
  columns.capacity[row] = 0.5;
  columns.sessions[row] = 3;
  columns.base[row] = 16;
  columns.life[row] = 16;
  columns.openingLife[row] = -1;
  columns.crisisWeek[row] = -100_000;
}

/** Measures over people who pay for themselves, or over everybody with a need wherever they stand. */
const COUNTING_A_STRANGER = measures
  .map(({ key }) => key)
  .filter(
    (key) => key === "people.selfFunded" || key === "outcomes.route.selfFunded" || key.startsWith("outcomes.everybody"),
  );

export const M5: Law = lawOf(
  "M5",
  "One more person, who deals with nobody, changes nobody else's history.",
  ["weeks with a stranger"],
  (given, notes, options) => {
    const there = (world: World): void => {
      if (world.people.keys.subarray(0, world.people.rows).includes(STRANGER)) notes.seen("weeks with a stranger");
    };
    const alone = portraits(given, options);
    const together = portraits(given, options, addStranger, there);
    const apart = alone.weeks.findIndex((portrait, index) => portrait !== together.weeks[index]);
    notes.unless(apart < 0, () => `the others differ from week ${apart}`);
    const comparison = { digests: false, people: false, measuresApart: COUNTING_A_STRANGER };
    const difference = differenceOf(alone.result, together.result, comparison);
    notes.unless(difference === undefined, () => difference ?? "");
  },
);

/** A run, and what everybody but a stranger looked like each week. */
function portraits(
  { scenario, seed }: Case,
  options: LawOptions,
  founded: (world: World) => void = () => undefined,
  also: (world: World) => void = () => undefined,
): { readonly result: RunResult; readonly weeks: readonly string[] } {
  const weeks: string[] = [];
  const leftOut: ReadonlySet<number> = new Set([STRANGER]);
  const watching = watchingWeeks((world) => {
    weeks.push(portraitOf(world, leftOut));
    also(world);
  }, options.phases);
  return { result: simulate(scenario, seed, { ...options, ...watching, founded }), weeks };
}
