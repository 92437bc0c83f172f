/** The law of jobs: when they begin and end, and that assistants' posts are told of. */
import { Employment } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { codeOf } from "./recount-reading.ts";

const HIRED = codeOf("person.hiredAssistant");
const LOST = codeOf("person.lostAssistant");

/** Where a worker stands; employers by key, 0 for none. */
interface Post {
  readonly employment: number;
  readonly provider: number;
  readonly person: number;
  readonly started: number;
  readonly wage: number;
}

/** How often a worker and a person began or ended an assistant's post this week, by both keys; and the tenure told last. */
interface Told {
  readonly hired: Map<string, number>;
  readonly lost: Map<string, number>;
  readonly weeks: Map<string, number>;
}

export const E28 = weeklyLaw(
  "E28",
  "A job's weeks are counted from the one in which it began: they go on while the job does, begin anew with another, and " +
    "are carried along only where a provider stops and its staff are taken over; every assistant whom somebody who stays " +
    "engages or loses is told of, with the weeks in the post, and no assistant's pay falls in it.",
  ["jobs that go on", "jobs that begin", "workers taken over", "assistants engaged", "assistants lost"],
  (notes) => {
    let before: ReadonlyMap<number, Post> = new Map();
    let events = 0;
    return {
      founded: (world) => {
        before = postsOf(world);
        events = world.events.count;
      },
      week: (world) => {
        const now = postsOf(world);
        const providers = keysOf(world.providers);
        for (const [key, post] of now) checkTenure(notes, world, key, before.get(key), post, providers);
        checkAssistants(notes, world, before, now, toldSince(notes, world, events));
        before = now;
        events = world.events.count;
      },
    };
  },
);

const keysOf = ({ keys, live, liveCount }: World["people"] | World["providers"]): ReadonlySet<number> =>
  new Set(Array.from(live.subarray(0, liveCount), (row) => keys[row]));

function postsOf({ workers, people, providers }: World): ReadonlyMap<number, Post> {
  const { employment, provider, person, startedWeek, wage } = workers.columns;
  const keyOf = (keys: Uint32Array, row: number): number => (row >= 0 ? keys[row] : 0);
  return new Map(
    Array.from(workers.live.subarray(0, workers.liveCount), (row) => [
      workers.keys[row],
      {
        employment: employment[row],
        provider: keyOf(providers.keys, provider[row]),
        person: keyOf(people.keys, person[row]),
        started: startedWeek[row],
        wage: wage[row],
      },
    ]),
  );
}

function checkTenure(
  notes: Notes,
  { week }: World,
  key: number,
  old: Post | undefined,
  now: Post,
  providers: ReadonlySet<number>,
): void {
  const says = (): string => `week ${week}: worker ${key}, ${JSON.stringify(old)}, then ${JSON.stringify(now)}`;
  const isNew = now.started === week;
  if (old === undefined) return notes.unless(isNew, says);
  const same = old.employment === now.employment && old.provider === now.provider && old.person === now.person;
  const goesOn = now.started === old.started;
  if (same) {
    if (now.employment !== Employment.seeking && goesOn) notes.seen("jobs that go on");
    // Somebody may leave and come back within the week.
    return notes.unless(goesOn || isNew, says);
  }
  if (now.employment !== Employment.seeking) notes.seen("jobs that begin");
  const both = old.employment === Employment.provider && now.employment === Employment.provider;
  const stopped = both && !providers.has(old.provider);
  if (stopped && goesOn) notes.seen("workers taken over");
  notes.unless(isNew || (stopped && goesOn), says);
}

/** The week's events of assistants' posts; each post that ends lasted as long as is told. */
function toldSince(notes: Notes, { events, week }: World, from: number): Told {
  const told: Told = { hired: new Map(), lost: new Map(), weeks: new Map() };
  const { kind, agent, other, amount } = events.columns;
  for (let at = from; at < events.count; at++) {
    if (kind[at] !== HIRED && kind[at] !== LOST) continue;
    const pair = `${agent[at]} ${other[at]}`;
    const counts = kind[at] === HIRED ? told.hired : told.lost;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    if (kind[at] === LOST) told.weeks.set(pair, amount[at]);
    notes.seen(kind[at] === HIRED ? "assistants engaged" : "assistants lost");
    notes.unless(amount[at] >= 0, () => `week ${week}: assistant ${other[at]} leaves after ${amount[at]} weeks`);
  }
  return told;
}

/** Whoever has another assistant than last week has engaged or lost one; of those who left nothing is told. */
function checkAssistants(
  notes: Notes,
  world: World,
  before: ReadonlyMap<number, Post>,
  now: ReadonlyMap<number, Post>,
  told: Told,
): void {
  const { people, week } = world;
  const stays = keysOf(people);
  const had = assistantsOf(before);
  const have = assistantsOf(now);
  for (const pair of new Set([...had.keys(), ...have.keys(), ...told.hired.keys(), ...told.lost.keys()])) {
    const [person, worker] = pair.split(" ").map(Number);
    if (!stays.has(person)) continue;
    const [old, post] = [had.get(pair), have.get(pair)];
    const [hired, lost] = [told.hired.get(pair) ?? 0, told.lost.get(pair) ?? 0];
    const says = (): string =>
      `week ${week}: person ${person}, assistant ${worker}, engaged ${hired}, lost ${lost} times`;
    notes.unless(hired - lost === (post === undefined ? 0 : 1) - (old === undefined ? 0 : 1), says);
    if (old !== undefined && lost > 0 && hired === 0) {
      const weeks = told.weeks.get(pair);
      notes.unless(weeks === week - old.started, () => `${says()}, after ${weeks} weeks since week ${old.started}`);
    }
    if (old !== undefined && post !== undefined && hired === 0) {
      notes.unless(post.wage >= old.wage, () => `${says()}, for ${post.wage} after ${old.wage} pence`);
    }
  }
}

/** Assistants' posts by the keys of person and worker. */
const assistantsOf = (posts: ReadonlyMap<number, Post>): ReadonlyMap<string, Post> =>
  new Map([...posts].filter(([, { person }]) => person > 0).map(([key, post]) => [`${post.person} ${key}`, post]));
