/** What recounts know of workers: each is followed from job to job, and nobody's own record is asked. */
import { Employment, ProviderKind } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Range } from "./recount-delays.ts";
import { codeOf } from "./recount-reading.ts";

const HIRED = codeOf("person.hiredAssistant");

const liveKeys = ({ live, liveCount, keys }: World["providers"]): readonly number[] =>
  Array.from(live.subarray(0, liveCount), (row) => keys[row]);

/** Rows of workers with a provider, or with a person. */
export const employed = ({ workers: { live, liveCount, columns } }: World, by: number): readonly number[] =>
  Array.from(live.subarray(0, liveCount)).filter((row) => columns.employment[row] === by);

/** Where workers were before a phase and are after it. */
export class Staff {
  /** Of this week; undefined in the first, in which nobody tells who came back at once. */
  hires: number | undefined;
  hiresFromCare: number | undefined;
  moves: number | undefined;
  leavers: number | undefined;
  intoAssistantWork = 0;
  /** What agencies' workers were there for at the visits, minutes, by agency's key. */
  readonly attended = new Map<number, Range>();
  /** Time with people at the visits, minutes, by agency's key. */
  readonly contact = new Map<number, number>();
  /** Keys of those who have ever had a job in care. */
  private readonly experienced = new Set<number>();
  /** Keys of those with a provider before the phase that is under way. */
  private withProvider = new Set<number>();
  /** Keys of those who looked for their next job in care then. */
  private looking: ReadonlySet<number> = new Set();
  /** Keys of the providers that traded before the phase of providers. */
  private trading: ReadonlySet<number> = new Set();
  private drawnAway = 0;
  private eventsBefore = 0;

  founded(world: World): void {
    this.noteJobs(world);
  }

  before(phase: string, world: World): void {
    if (phase === "choice") this.eventsBefore = world.events.count;
    if (phase === "choice" || phase === "labour") this.withProvider = keysOf(world, Employment.provider);
    if (phase === "labour") {
      this.looking = new Set([...keysOf(world, Employment.seeking)].filter((key) => this.experienced.has(key)));
    }
    if (phase === "delivery") this.noteAttendance(world);
    if (phase === "providers") this.trading = new Set(liveKeys(world.providers));
  }

  after(phase: string, world: World): void {
    if (phase === "choice") this.followChoice(world);
    if (phase === "labour") this.followLabour(world);
    if (phase === "delivery") this.noteContact(world);
    if (phase === "providers") this.followOpenings(world);
    this.noteJobs(world);
  }

  private noteJobs(world: World): void {
    for (const job of [Employment.provider, Employment.person]) {
      for (const key of keysOf(world, job)) this.experienced.add(key);
    }
  }

  /** Assistants whom people have engaged, by what events tell of it; some of them worked for a provider until then. */
  private followChoice(world: World): void {
    const { kind, other } = world.events.columns;
    const still = keysOf(world, Employment.provider);
    this.drawnAway = [...this.withProvider].filter((key) => !still.has(key)).length;
    this.intoAssistantWork = 0;
    for (let at = this.eventsBefore; at < world.events.count; at++) {
      if (kind[at] === HIRED && this.experienced.has(other[at])) this.intoAssistantWork += 1;
    }
  }

  /** Whoever has left a provider looks for another job, has found one by the end of the phase, or is seen no more. */
  private followLabour(world: World): void {
    const { workers, week } = world;
    const { startedWeek, employment } = workers.columns;
    if (week === 0) return;
    const fresh = employed(world, Employment.provider).filter((row) => startedWeek[row] === week);
    const left = new Set(this.withProvider);
    const lost = new Set(this.looking);
    for (const row of workers.live.subarray(0, workers.liveCount)) {
      const stays = employment[row] === Employment.provider && startedWeek[row] < week;
      if (stays) this.withProvider.delete(workers.keys[row]);
      left.delete(workers.keys[row]);
      lost.delete(workers.keys[row]);
    }
    this.leavers = left.size + lost.size;
    this.moves = this.drawnAway + this.withProvider.size - left.size;
    this.hires = fresh.length;
    this.hiresFromCare = fresh.filter((row) => this.experienced.has(workers.keys[row])).length;
  }

  /**
   * Who has come to a provider that opened, also from one that closed in the same phase; whoever begins to work alone is
   * hired by nobody.
   */
  private followOpenings(world: World): void {
    if (this.hires === undefined || this.hiresFromCare === undefined) return;
    const { workers, providers } = world;
    const { provider } = workers.columns;
    const { keys, columns } = providers;
    const fresh = employed(world, Employment.provider).filter(
      (row) => !this.trading.has(keys[provider[row]]) && columns.kind[provider[row]] !== ProviderKind.micro,
    );
    this.hires += fresh.length;
    this.hiresFromCare += fresh.filter((row) => this.experienced.has(workers.keys[row])).length;
  }

  /** Usual hours worker by worker, less absence; an agency's time with people is cut to the minute, and travel follows. */
  private noteAttendance(world: World): void {
    const { workers, providers, era } = world;
    const { overtime } = providers.columns;
    const usual = new Map<number, number>();
    for (const row of employed(world, Employment.provider)) {
      const own = workers.columns.provider[row];
      usual.set(own, (usual.get(own) ?? 0) + workers.columns.usual[row]);
    }
    this.attended.clear();
    for (const [row, minutes] of usual) {
      const sick = era.labour.strainSickness * Math.min(1, overtime[row]);
      const there = minutes * era.labour.attendance * (1 - sick);
      this.attended.set(providers.keys[row], [there, there]);
    }
  }

  private noteContact(world: World): void {
    const { workers, providers } = world;
    this.contact.clear();
    for (const row of employed(world, Employment.provider)) {
      const key = providers.keys[workers.columns.provider[row]];
      this.contact.set(key, (this.contact.get(key) ?? 0) + workers.columns.contact[row]);
    }
    for (const row of providers.live.subarray(0, providers.liveCount)) {
      const own = this.attended.get(providers.keys[row]);
      if (own === undefined) continue;
      this.attended.set(providers.keys[row], [own[1] - (1 + providers.columns.travel[row]), own[1]]);
    }
  }
}

const keysOf = (world: World, by: number): Set<number> =>
  new Set(employed(world, by).map((row) => world.workers.keys[row]));
