/** The law of what is written of a package: it begins and ends with the package, and so does the time of waiting for one. */
import { Funding, isManaged, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { codeOf } from "./recount-reading.ts";

const HANDED_BACK = codeOf("package.handedBack");

export const E29 = weeklyLaw(
  "E29",
  "What is written of a package ends with it: nobody but who is served has a notice, a spot price, a choice of agencies or a " +
    "top-up on record; a spot price goes with an agency alone, and a notice runs no longer than the lever says; whoever " +
    "begins to wait has waited since then; and who gives notice does it over money, or over better work.",
  [
    "packages under notice",
    "spot packages",
    "packages chosen",
    "top-ups on record",
    "people who begin to wait",
    "hand-backs",
  ],
  (notes, { scenario }) => {
    const longest = Math.max(...scenario.values["providers.noticeWeeks"].map(({ value }) => Number(value)));
    let before = new Map<number, number>();
    let events = 0;
    return {
      founded: (world) => {
        before = stagesOf(world);
      },
      week: (world) => {
        const { people, week } = world;
        for (const row of people.live.subarray(0, people.liveCount)) {
          checkRecord(notes, world, row, longest);
          checkWait(notes, world, row, before.get(people.keys[row]) ?? Stage.gone);
        }
        const { kind, amount, agent } = world.events.columns;
        for (let at = events; at < world.events.count; at++) {
          if (kind[at] !== HANDED_BACK) continue;
          notes.seen("hand-backs");
          notes.unless(
            amount[at] > 0,
            () => `week ${week}: the package of ${agent[at]} is handed back over ${amount[at]} pence`,
          );
        }
        before = stagesOf(world);
        events = world.events.count;
      },
    };
  },
);

const stagesOf = ({ people }: World): Map<number, number> =>
  new Map(
    Array.from(people.live.subarray(0, people.liveCount), (row) => [people.keys[row], people.columns.stage[row]]),
  );

function checkRecord(notes: Notes, world: World, row: number, longest: number): void {
  const { people, providers, week } = world;
  const { stage, funding, service, provider, noticeWeek, spot, rate, offered, topUp, extra } = people.columns;
  const says = (): string =>
    `week ${week}: person ${people.keys[row]}, stage ${stage[row]}, route ${funding[row]}: notice ${noticeWeek[row]}, ` +
    `spot ${spot[row]} at ${rate[row]}, chosen among ${offered[row]}, top-up ${topUp[row]}`;
  const served = stage[row] === Stage.served;
  const arranged = served && isManaged(funding[row]) && provider[row] >= 0 && service[row] === Service.homeCare;
  const agency = arranged && providers.columns.kind[provider[row]] === ProviderKind.agency;
  if (noticeWeek[row] > 0) {
    notes.seen("packages under notice");
    notes.unless(arranged && noticeWeek[row] >= week && noticeWeek[row] <= week + longest, says);
  }
  if (spot[row] === 1) notes.seen("spot packages");
  notes.unless((spot[row] === 1) === rate[row] > 0 && (spot[row] === 0 || agency), says);
  if (offered[row] > 0) {
    notes.seen("packages chosen");
    notes.unless(agency && spot[row] === 0, says);
  }
  if (topUp[row] === 0) return;
  notes.seen("top-ups on record");
  notes.unless(served && (funding[row] === Funding.directPayment || extra[row] > 0), says);
}

function checkWait(notes: Notes, { people, week }: World, row: number, before: number): void {
  const { stage, queuedWeek } = people.columns;
  const waits = stage[row] === Stage.seeking || stage[row] === Stage.assessment;
  if (!waits || stage[row] === before) return;
  notes.seen("people who begin to wait");
  notes.unless(
    queuedWeek[row] === week,
    () => `week ${week}: person ${people.keys[row]} begins to wait, as if since week ${queuedWeek[row]}`,
  );
}
