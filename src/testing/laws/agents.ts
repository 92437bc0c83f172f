/** Laws of who is who: people, workers and providers are counted by key, and none is lost, doubled or raised again. */
import { Employment, Funding, isBuyer, ProviderKind, ProviderStatus, Service, Stage } from "../../model/world/codes.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import { DUE_WEEKS } from "../../model/world/providers.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

export const E8 = weeklyLaw(
  "E8",
  "Every worker is employed by one provider, by one person, or looks for work; employers count the same workers.",
  ["employed", "assistants", "seekers"],
  (notes) => ({
    week: (world) => {
      const { workers, providers, people, week } = world;
      const { employment, provider, person } = workers.columns;
      const staff = new Map<number, number>();
      const assistants = new Map<number, number>();
      const livePeople = new Set(people.live.subarray(0, people.liveCount));
      for (let index = 0; index < workers.liveCount; index++) {
        const row = workers.live[index];
        const [firm, employer] = [provider[row], person[row]];
        const says = (): string =>
          `week ${week}: worker ${workers.keys[row]} is ${employment[row]} with ${firm}, ${employer}`;
        if (employment[row] === Employment.provider) {
          notes.seen("employed");
          staff.set(firm, (staff.get(firm) ?? 0) + 1);
          notes.unless(firm >= 0 && employer < 0 && providers.columns.status[firm] === ProviderStatus.trading, says);
        } else if (employment[row] === Employment.person) {
          notes.seen("assistants");
          assistants.set(employer, (assistants.get(employer) ?? 0) + 1);
          const holds = livePeople.has(employer) && people.columns.funding[employer] === Funding.directPayment;
          notes.unless(firm < 0 && holds, says);
        } else {
          notes.seen("seekers");
          notes.unless(employment[row] === Employment.seeking && firm < 0 && employer < 0, says);
        }
      }
      compareCounts(notes, world, staff, assistants);
    },
  }),
);

function compareCounts(
  notes: Notes,
  { people, providers, week }: World,
  staff: ReadonlyMap<number, number>,
  assistants: ReadonlyMap<number, number>,
): void {
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const [is, says] = [staff.get(row) ?? 0, providers.columns.workers[row]];
    notes.unless(
      is === says,
      () => `week ${week}: provider ${providers.keys[row]} has ${is} workers and counts ${says}`,
    );
  }
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const [is, says] = [assistants.get(row) ?? 0, people.columns.assistants[row]];
    notes.unless(is === says, () => `week ${week}: person ${people.keys[row]} has ${is} assistants and counts ${says}`);
  }
}

export const E9 = weeklyLaw(
  "E9",
  "A provider that has left never again serves, employs, is listed, has an invoice open, or takes or pays a penny.",
  ["weeks after a provider left"],
  (notes) => {
    /** Rows of providers that have left, and their accounts; rows of providers never move. */
    const left = new Set<number>();
    const closed = new Set<number>();
    return {
      transfer: (from, to, pence) => {
        notes.unless(
          !closed.has(from) && !closed.has(to),
          () => `${pence} pence between ${from} and ${to}: one has left`,
        );
      },
      week: ({ providers, people, workers, ledger, market, week }) => {
        const live = new Set(providers.live.subarray(0, providers.liveCount));
        for (let row = 0; row < providers.rows; row++) {
          const trades = providers.columns.status[row] === ProviderStatus.trading;
          const says = (): string => `week ${week}: provider ${providers.keys[row]} has left and comes back`;
          notes.unless(trades === live.has(row) && !(trades && left.has(row)), says);
          if (trades) continue;
          left.add(row);
          closed.add(providers.columns.account[row]);
          const { framework, clients } = providers.columns;
          notes.unless(framework[row] === 0 && clients[row] === 0, says);
          const cash = ledger.balances[providers.columns.account[row]];
          const due = market.due.subarray(row * DUE_WEEKS, (row + 1) * DUE_WEEKS).some((pence) => pence !== 0);
          notes.unless(cash === 0 && !due, () => `${says()}: ${cash} pence are left, or an invoice is open`);
        }
        notes.seen("weeks after a provider left", left.size);
        for (const table of [people, workers]) {
          for (let index = 0; index < table.liveCount; index++) {
            const own = table.columns.provider[table.live[index]];
            notes.unless(!left.has(own), () => `week ${week}: ${table.name} are still with a provider that has left`);
          }
        }
      },
    };
  },
);

/** Rows of people by key, and the provider of each. */
const providersByKey = ({ people }: World): Map<number, number> => {
  const byKey = new Map<number, number>();
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    byKey.set(people.keys[row], people.columns.provider[row]);
  }
  return byKey;
};

/** Week in which an agent that is no founder came, from its key. */
const weekOfKey = (key: number): number => (key >>> 19) & 0xfff;

export const E10 = weeklyLaw(
  "E10",
  "People are conserved: who is here was here last week or came this week, nobody comes back, nobody is there twice, " +
    "and every client of a provider that leaves waits, is served elsewhere or has left.",
  ["people who came", "people who left", "clients of providers that left"],
  (notes) => {
    const ever = new Set<number>();
    let before = new Map<number, number>();
    let afterNeeds = new Map<number, number>();
    let beforeExits = new Map<number, number>();
    const compare = (week: number, left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): void => {
      const same = left.size === right.size && [...right.keys()].every((key) => left.has(key));
      notes.unless(same, () => `week ${week}: people came or went outside the phase of needs`);
    };
    return {
      founded: (world) => {
        before = providersByKey(world);
        for (const key of before.keys()) ever.add(key);
      },
      before: (phase, world) => {
        if (phase === "providers") beforeExits = providersByKey(world);
        if (phase === "needs") compare(world.week, before, providersByKey(world));
      },
      after: (phase, world) => {
        if (phase === "needs") {
          countComings(notes, world, before, ever);
          afterNeeds = providersByKey(world);
        }
        if (phase === "providers") followClients(notes, world, beforeExits);
      },
      week: (world) => {
        const now = providersByKey(world);
        notes.unless(now.size === world.people.liveCount, () => `week ${world.week}: somebody is there twice`);
        compare(world.week, afterNeeds, now);
        before = now;
      },
    };
  },
);

function countComings(notes: Notes, world: World, before: ReadonlyMap<number, number>, ever: Set<number>): void {
  const { people, week } = world;
  const now = providersByKey(world);
  for (const key of now.keys()) {
    if (before.has(key)) continue;
    notes.seen("people who came");
    const fresh = !ever.has(key) && key > 0x7fffffff && weekOfKey(key) === week;
    notes.unless(fresh, () => `week ${week}: person ${key} comes out of nowhere`);
    ever.add(key);
  }
  const gone = new Set<number>();
  const liveRows = new Set(people.live.subarray(0, people.liveCount));
  for (let row = 0; row < people.rows; row++) {
    if (!liveRows.has(row) && people.columns.stage[row] === Stage.gone) gone.add(people.keys[row]);
  }
  for (const key of before.keys()) {
    if (now.has(key)) continue;
    notes.seen("people who left");
    notes.unless(gone.has(key), () => `week ${week}: person ${key} is lost`);
  }
}

function followClients(notes: Notes, { people, providers, week }: World, before: ReadonlyMap<number, number>): void {
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const old = before.get(people.keys[row]) ?? -1;
    if (old < 0 || providers.columns.status[old] === ProviderStatus.trading) continue;
    notes.seen("clients of providers that left");
    const { stage, provider } = people.columns;
    const waits = stage[row] === Stage.seeking && provider[row] < 0;
    const served = stage[row] === Stage.served && provider[row] >= 0 && provider[row] !== old;
    notes.unless(waits || served, () => `week ${week}: person ${people.keys[row]} is left with provider ${old}`);
  }
}

const TENDER = EVENT_KINDS.findIndex(({ code }) => code === "council.tender");

export const E11 = weeklyLaw(
  "E11",
  "Packages that the council arranges with agencies go to framework members, but for those offered openly and spot " +
    "purchases; the framework has as many members as it asks for, where there are so many.",
  ["placements with agencies", "spot purchases off the framework", "tenders"],
  (notes) => {
    let before = new Map<number, number>();
    let events = 0;
    let members = 0;
    return {
      founded: (world) => {
        members = checkMembers(notes, world);
      },
      before: (phase, world) => {
        if (phase === "brokerage") before = providersByKey(world);
        if (phase === "calendar") events = world.events.count;
      },
      after: (phase, world) => {
        if (phase === "brokerage") checkPlacements(notes, world, before);
        if (phase !== "calendar") return;
        const kinds = world.events.columns.kind.subarray(events, world.events.count);
        if (kinds.includes(TENDER)) {
          notes.seen("tenders");
          members = checkMembers(notes, world);
        }
        const now = membersOf(world);
        // Each April the places that agencies left may be filled; at no other time does anybody join.
        if (world.timetable.aprilWeek[world.week] === 1) members = checkFilled(notes, world, members);
        notes.unless(now <= members, () => `week ${world.week}: ${now} members without a tender, after ${members}`);
      },
    };
  },
);

/** Places on the framework: what the lever asks for, less what the savings plan has taken. */
const placesOf = ({ era, council }: World): number => era.framework.providers * era.size.scale * council.placesRatio;

/** Nobody joins beyond the places there are; returns how many members there are now. */
function checkFilled(notes: Notes, world: World, before: number): number {
  const places = Math.floor(placesOf(world) + 0.5);
  const members = membersOf(world);
  notes.unless(
    members <= Math.max(places, before),
    () => `week ${world.week}: ${members} members for ${places} places`,
  );
  return members;
}

function membersOf({ providers }: World): number {
  let members = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (providers.columns.framework[row] === 1 && providers.columns.kind[row] === ProviderKind.agency) members += 1;
  }
  return members;
}

/** After a tender, or at the founding: as many members as the lever asks, or all agencies. */
function checkMembers(notes: Notes, world: World): number {
  const { providers, week } = world;
  const { kind } = providers.columns;
  const agencies = providers.live.subarray(0, providers.liveCount).filter((row) => kind[row] === ProviderKind.agency);
  const asked = Math.floor(placesOf(world) + 0.5);
  const [is, should] = [membersOf(world), Math.min(asked, agencies.length)];
  notes.unless(is === should, () => `week ${week}: ${is} members, not ${should}`);
  return is;
}

function checkPlacements(notes: Notes, world: World, before: ReadonlyMap<number, number>): void {
  const { people, providers, era, week } = world;
  const { provider, funding, service, spot } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const [own, key] = [provider[row], people.keys[row]];
    if (own < 0 || own === before.get(key) || providers.columns.kind[own] !== ProviderKind.agency) continue;
    if (isBuyer(funding[row], service[row]) || service[row] !== Service.homeCare) continue;
    notes.seen("placements with agencies");
    if (providers.columns.framework[own] === 1) continue;
    const open = world.draws["brokerage.open"].uniform(key) < era.framework.openShare;
    if (spot[row] === 1) notes.seen("spot purchases off the framework");
    notes.unless(spot[row] === 1 || open, () => `week ${week}: person ${key} is placed off the framework at its fee`);
  }
}
