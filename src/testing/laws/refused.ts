/** The law of people refused care since eligibility was tightened: nothing is theirs, and they do not vanish. */
import { placeInRound, TURN_WEEKS } from "../../kernel/index.ts";
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

const kindOf = (code: string): number => EVENT_KINDS.findIndex((each) => each.code === code);
const REFUSED = kindOf("person.refused");
const CAME_BACK = kindOf("person.cameBack");

/** Shares of the assessed found eligible, by group. */
function sharesOf({ era: { assessment }, council }: World): readonly number[] {
  const bands = { moderate: assessment.moderateRatio, substantial: 1, critical: assessment.criticalRatio };
  return Array.from(assessment.eligibleShare, (share) => share * bands[assessment.threshold] * council.eligibility);
}

export const E24 = weeklyLaw(
  "E24",
  "Only who would have had care at the opening is refused it, only where eligibility is tighter now, and at a review by the " +
    "need of the day; whoever is refused " +
    "has no care, agreed or given, and no money moves for them; they stay until life takes them in their turn or they are assessed again.",
  [
    "people refused at an assessment",
    "people refused at a review",
    "person-weeks without care",
    "people who came back",
  ],
  (notes) => {
    let opening: readonly number[] = [];
    let events = 0;
    const moved = new Set<number>();
    /** Keys of those refused, or whose support ends next week. */
    let refused = new Set<number>();
    return {
      founded: (world) => {
        opening = sharesOf(world);
      },
      transfer: (from, to, pence) => {
        if (pence !== 0) moved.add(from).add(to);
      },
      before: (phase, world) => {
        if (phase === "calendar") events = world.events.count;
        if (phase === "assessment") moved.clear();
      },
      week: (world) => {
        const standing = standingOf(world);
        checkVanished(notes, world, refused, standing);
        const due = checkRefusals(notes, world, events, opening, standing);
        refused = checkRefused(notes, world, moved);
        for (const key of due) refused.add(key);
      },
    };
  },
);

/** Row by key. */
const standingOf = ({ people }: World): ReadonlyMap<number, number> =>
  new Map(Array.from(people.live.subarray(0, people.liveCount), (row) => [people.keys[row], row]));

/** Whoever was refused last week leaves only when it is their turn that life befalls them. */
function checkVanished(
  notes: Notes,
  { week }: World,
  refused: ReadonlySet<number>,
  standing: ReadonlyMap<number, number>,
): void {
  for (const key of refused) {
    if (standing.has(key)) continue;
    const ownTurn = placeInRound(key) % TURN_WEEKS === week % TURN_WEEKS;
    notes.unless(ownTurn, () => `week ${week}: person ${key}, refused care, has vanished`);
  }
}

/** Holds the week's refusals against the opening's bands, worked out apart; returns whose support ends next week. */
function checkRefusals(
  notes: Notes,
  world: World,
  from: number,
  opening: readonly number[],
  standing: ReadonlyMap<number, number>,
): readonly number[] {
  const { people, events, week } = world;
  const due: number[] = [];
  const { group, rank, stage, endWeek, need, placedNeed } = people.columns;
  const shares = sharesOf(world);
  for (let at = from; at < events.count; at++) {
    const key = events.columns.agent[at];
    if (events.columns.kind[at] === CAME_BACK) notes.seen("people who came back");
    if (events.columns.kind[at] !== REFUSED) continue;
    const row = standing.get(key) ?? -1;
    notes.unless(row >= 0, () => `week ${week}: person ${key} is refused and is not there`);
    if (row < 0) continue;
    const atReview = stage[row] !== Stage.refused;
    notes.seen(atReview ? "people refused at a review" : "people refused at an assessment");
    const says = (): string => `week ${week}: person ${key} of rank ${rank[row]} is refused, stage ${stage[row]}`;
    notes.unless(!atReview || endWeek[row] === week + 1, says);
    const stale = (): string => `week ${week}: person ${key} needs ${need[row]} and was placed by ${placedNeed[row]}`;
    notes.unless(placedNeed[row] >= need[row], stale);
    notes.unless(rank[row] > 1 - Math.min(1, opening[group[row]]), says);
    notes.unless(shares[group[row]] < opening[group[row]], says);
    if (atReview) due.push(key);
  }
  return due;
}

/** Nothing is agreed, given, held or paid; returns who must be there next week. */
function checkRefused(notes: Notes, world: World, moved: ReadonlySet<number>): Set<number> {
  const { people, ledger, week } = world;
  const { stage, funding, service, provider, assessed, bought, delivered, account, budgetAccount } = people.columns;
  const refused = new Set<number>();
  for (const row of people.live.subarray(0, people.liveCount)) {
    if (stage[row] !== Stage.refused) continue;
    notes.seen("person-weeks without care");
    refused.add(people.keys[row]);
    const says = (): string => `week ${week}: person ${people.keys[row]}, refused care, has some`;
    notes.unless(funding[row] === Funding.none && service[row] === Service.none && provider[row] < 0, says);
    notes.unless(assessed[row] + bought[row] + delivered[row] === 0, says);
    const paid = moved.has(account[row]) || moved.has(budgetAccount[row]) || ledger.balances[budgetAccount[row]] > 0;
    notes.unless(!paid, () => `week ${week}: money moves for person ${people.keys[row]}, refused care`);
  }
  return refused;
}
