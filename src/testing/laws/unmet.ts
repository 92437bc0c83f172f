/** The law of unmet hours: what came, what was agreed, and what is reported to be missing, person by person. */
import { Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { cameForNeed } from "./banked-time.ts";
import { isFunded } from "./recount-sources.ts";

/** Minutes of a week over all funded people, each sum of what people lack or have one by one. */
interface Sums {
  readonly week: number;
  needed: number;
  assessed: number;
  delivered: number;
  /** Assessed and not delivered; delivered beyond what was assessed; needed, and nothing came for it. */
  unmet: number;
  beyond: number;
  lacking: number;
}

export const E6 = weeklyLaw(
  "E6",
  "Nobody gets more than was commissioned or bought or had been banked, and nothing is commissioned or bought beyond " +
    "what was assessed but what a family adds; whoever is not served gets nothing; and the unmet hours that are " +
    "reported are what each funded person lacks, never less than none, by what came in the visits of the week and a " +
    "fourth of what banks gave at the last turn.",
  [
    "person-weeks of care",
    "person-weeks short of what was assessed",
    "person-weeks with less bought than assessed",
    "person-weeks beyond what was assessed",
    "person-weeks of care that is lost before the week is out",
    "weeks with unmet hours reported",
    "person-weeks of a turn in which banked minutes came",
  ],
  (notes, { scenario }) => {
    /** What came to each person by key, from the visits to the week's end. */
    let came = new Map<number, number>();
    const recorded: Sums[] = [];
    return {
      after: (phase, world) => {
        if (phase === "delivery") came = checkVisits(notes, world);
      },
      week: (world) => {
        const sums = addUp(notes, world, came);
        if (world.week >= scenario.burnInWeeks) recorded.push(sums);
      },
      finish: ({ weekly }) => {
        for (const [at, sums] of recorded.entries()) {
          checkReport(notes, sums, (key) => weekly[key][at]);
        }
      },
    };
  },
);

/** Holds what came against what was agreed; returns it by key. */
function checkVisits(notes: Notes, { people, week }: World): Map<number, number> {
  const { delivered, bought, assessed, stage, extra, fromBank, fromPool } = people.columns;
  const came = new Map<number, number>();
  for (const row of people.live.subarray(0, people.liveCount)) {
    const served = stage[row] === Stage.served;
    const banked = served ? fromBank[row] + fromPool[row] : 0;
    const most = (served ? bought[row] : 0) + banked;
    came.set(people.keys[row], delivered[row]);
    if (delivered[row] > 0) notes.seen("person-weeks of care");
    if (delivered[row] < assessed[row]) notes.seen("person-weeks short of what was assessed");
    if (served && bought[row] < assessed[row]) notes.seen("person-weeks with less bought than assessed");
    if (delivered[row] > assessed[row]) notes.seen("person-weeks beyond what was assessed");
    const says = (): string =>
      `week ${week}: person ${people.keys[row]}, stage ${stage[row]}, got ${delivered[row]} of ${most} minutes; ` +
      `${bought[row]} were bought, ${extra[row]} of them by family, and ${assessed[row]} assessed`;
    notes.unless(delivered[row] >= 0 && delivered[row] <= most && assessed[row] >= 0, says);
    notes.unless(!served || (extra[row] >= 0 && bought[row] - extra[row] <= assessed[row]), says);
  }
  return came;
}

/** Adds up the week by what came in the visits; that is lost only to whoever has nobody any more at the week's end. */
function addUp(notes: Notes, { people, week }: World, came: ReadonlyMap<number, number>): Sums {
  const sums: Sums = { week, needed: 0, assessed: 0, delivered: 0, unmet: 0, beyond: 0, lacking: 0 };
  const { assessed, need, delivered, stage, provider } = people.columns;
  for (const row of people.live.subarray(0, people.liveCount)) {
    const visits = came.get(people.keys[row]) ?? 0;
    const lost = stage[row] !== Stage.served && provider[row] < 0;
    const minutes = lost ? 0 : visits;
    if (lost && visits > 0) notes.seen("person-weeks of care that is lost before the week is out");
    notes.unless(
      delivered[row] === minutes,
      () => `week ${week}: person ${people.keys[row]} got ${visits} minutes, and ${delivered[row]} are written down`,
    );
    if (!isFunded(people, row)) continue;
    sums.needed += need[row];
    sums.assessed += assessed[row];
    sums.delivered += minutes;
    sums.unmet += Math.max(0, assessed[row] - minutes);
    sums.beyond += Math.max(0, minutes - assessed[row]);
    const forNeed = lost ? 0 : cameForNeed(people, row);
    if (forNeed !== minutes) notes.seen("person-weeks of a turn in which banked minutes came");
    sums.lacking += Math.max(0, need[row] - forNeed);
  }
  return sums;
}

/** Hours that are reported, against what people one by one were assessed to need, need, and got. */
function checkReport(notes: Notes, sums: Sums, reported: (key: string) => number): void {
  const near = (is: number, should: number): boolean => Math.abs(is - should) <= 1e-9 * Math.max(1, Math.abs(should));
  const unmet = reported("unmet.hours");
  const share = reported("unmet.hoursPercent");
  const short = reported("hours.assessed") - reported("hours.delivered");
  if (unmet > 0) notes.seen("weeks with unmet hours reported");
  const says = (): string =>
    `week ${sums.week}: ${unmet} hours, ${share} %, are reported unmet and ${short} short of what was assessed, by ` +
    `${JSON.stringify(sums)} minutes`;
  notes.unless(unmet >= 0 && near(unmet, sums.lacking / 60), says);
  notes.unless(sums.needed === 0 ? Number.isNaN(share) : near(share, (100 * sums.lacking) / sums.needed), says);
  notes.unless(near(short, (sums.unmet - sums.beyond) / 60), says);
}
