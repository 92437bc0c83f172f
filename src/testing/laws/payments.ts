/** Laws of direct payments and of what families add: who gives, who pays, what the council is asked for. */
import { PURPOSES } from "../../model/world/accounts.ts";
import { Employment, Funding, Service, Stage } from "../../model/world/codes.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import { weeklyLaw } from "../weekly.ts";

export const E21 = weeklyLaw(
  "E21",
  "Who employs assistants gets what they and those who stand in for them give, nobody stands in for somebody at work, " +
    "and relief is paid for at the wage of whoever is away, leave included.",
  ["weeks with relief"],
  (notes) => {
    let paid = 0;
    let owed = 0;
    return {
      transfer: (_from, _to, pence, purpose) => {
        if (PURPOSES[purpose] === "reliefCare") paid += pence;
      },
      before: (phase) => {
        if (phase === "money") paid = 0;
      },
      after: (phase, world) => {
        const { people, workers, week } = world;
        if (phase === "money") {
          notes.unless(paid === owed, () => `week ${week}: relief cost ${paid} pence and was worth ${owed}`);
        }
        if (phase !== "delivery") return;
        const came = new Map<number, number>();
        const { employment, person, contact, relief, wage } = workers.columns;
        const hourly = 1 + world.era.wages.leaveShare;
        owed = 0;
        let covered = 0;
        for (const row of workers.live.subarray(0, workers.liveCount)) {
          const says = (): string => `week ${week}: ${contact[row]} and ${relief[row]} minutes of ${workers.keys[row]}`;
          const holds = relief[row] >= 0 && (relief[row] === 0 || contact[row] === 0);
          notes.unless(holds, says);
          if (employment[row] !== Employment.person) {
            notes.unless(relief[row] === 0, says);
            continue;
          }
          covered += relief[row];
          owed += world.ledger.round((relief[row] * hourly * wage[row]) / 60);
          came.set(person[row], (came.get(person[row]) ?? 0) + contact[row] + relief[row]);
        }
        if (covered > 0) notes.seen("weeks with relief");
        const { service, delivered } = people.columns;
        for (const row of people.live.subarray(0, people.liveCount)) {
          if (service[row] !== Service.assistant) continue;
          const [is, should] = [delivered[row], came.get(row) ?? 0];
          notes.unless(is === should, () => `week ${week}: ${people.keys[row]} got ${is}, ${should} were given`);
        }
      },
    };
  },
);

export const E22 = weeklyLaw(
  "E22",
  "What families add is part of what managed people with an agency get beyond the council's package, in quarter hours, " +
    "and is counted once.",
  ["families that add"],
  (notes) => ({
    week: ({ people, market, week }) => {
      const { extra, bought, provider, funding } = people.columns;
      let sum = 0;
      for (const row of people.live.subarray(0, people.liveCount)) {
        sum += extra[row];
        if (extra[row] === 0) continue;
        notes.seen("families that add");
        const managed = funding[row] === Funding.managedBudget || funding[row] === Funding.managedWithoutBudget;
        const holds = managed && provider[row] >= 0 && extra[row] % 15 === 0 && extra[row] <= bought[row];
        notes.unless(holds, () => `week ${week}: ${extra[row]} of ${bought[row]} minutes of ${people.keys[row]}`);
      }
      notes.unless(sum === market.extraMinutes, () => `week ${week}: ${sum} minutes, ${market.extraMinutes} counted`);
    },
  }),
);

const CONCERN = EVENT_KINDS.findIndex(({ code }) => code === "person.safeguarding");

export const E23 = weeklyLaw(
  "E23",
  "Harm never grows without a concern, and a budget is raised on review alone and never lowered by one.",
  ["concerns", "budgets raised"],
  (notes) => {
    let before = new Map<number, readonly [number, number]>();
    let events = 0;
    return {
      before: (phase, { people, events: log }) => {
        if (phase !== "calendar") return;
        const { harm, raised } = people.columns;
        const live = people.live.subarray(0, people.liveCount);
        before = new Map(Array.from(live, (row) => [people.keys[row], [harm[row], raised[row]]]));
        events = log.count;
      },
      week: ({ people, events: log, week }) => {
        const concerns = new Set<number>();
        for (let at = events; at < log.count; at++) {
          if (log.columns.kind[at] === CONCERN) concerns.add(log.columns.agent[at]);
        }
        const { harm, raised, stage } = people.columns;
        for (const row of people.live.subarray(0, people.liveCount)) {
          const key = people.keys[row];
          const [oldHarm, oldRaised] = before.get(key) ?? [0, 0];
          if (concerns.has(key)) notes.seen("concerns");
          else notes.unless(harm[row] <= oldHarm, () => `week ${week}: ${key} is harmed and nobody is concerned`);
          if (raised[row] > oldRaised) notes.seen("budgets raised");
          const holds = raised[row] >= oldRaised || (raised[row] === 0 && stage[row] !== Stage.gone);
          notes.unless(holds, () => `week ${week}: the review of ${key} is forgotten in part`);
        }
      },
    };
  },
);
