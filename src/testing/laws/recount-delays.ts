/** A second count of days in hospital: who lies there is followed from admission through an assessment until there is a package. */
import { isManaged, ProviderKind, Service, Source, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { codeOf } from "./recount-reading.ts";

/** The least and the most that something can have been. */
export type Range = readonly [least: number, most: number];

const SPOT = codeOf("package.spot");
const CHOSEN = codeOf("person.choseAgency");

export class Delays {
  /** Days in hospital for want of an assessment or a package. */
  days: Range = [0, 0];
  /** Keys of those who came from hospital and have had no package since. */
  private readonly inHospital = new Set<number>();
  private fromHospital: ReadonlySet<number> = new Set();
  /** Rows of those for whom brokers look. */
  private ready: readonly number[] = [];
  private eventsBefore = 0;

  before(phase: string, world: World): void {
    if (phase === "calendar") this.eventsBefore = world.events.count;
    if (phase === "needs") this.fromHospital = new Set(discharged(world).map((row) => world.people.keys[row]));
    if (phase === "brokerage") this.ready = this.readyToLeave(world);
  }

  after(phase: string, world: World): void {
    if (phase === "needs") this.admit(world);
    if (phase === "brokerage") this.days = this.refusals(world);
    if (phase === "choice") this.wait(world);
  }

  /** Whoever came this week, and whom a crisis took there. */
  private admit(world: World): void {
    const { people, week } = world;
    for (const row of discharged(world)) {
      const key = people.keys[row];
      if (people.columns.queuedWeek[row] === week || !this.fromHospital.has(key)) this.inHospital.add(key);
    }
  }

  private readyToLeave({ people }: World): readonly number[] {
    const { stage, funding } = people.columns;
    return Array.from(people.live.subarray(0, people.liveCount))
      .filter((row) => this.inHospital.has(people.keys[row]))
      .filter((row) => stage[row] === Stage.seeking && isManaged(funding[row]));
  }

  /** Some for each refusal before an agency takes a package that the council arranges; not all refusals are told. */
  private refusals({ people, providers, era, events }: World): Range {
    const { stage, provider, service } = people.columns;
    const { refusalDays, brokerRounds } = era.framework;
    let [least, most] = [0, 0];
    const told = new Map<number, number>();
    for (let at = this.eventsBefore; at < events.count; at++) {
      const kind = events.columns.kind[at];
      if (kind === SPOT || kind === CHOSEN) told.set(events.columns.agent[at], kind);
    }
    for (const row of this.ready) {
      if (stage[row] === Stage.seeking) continue;
      const at = told.get(people.keys[row]);
      const visits = service[row] === Service.homeCare && providers.columns.kind[provider[row]] === ProviderKind.agency;
      if (!visits || at === CHOSEN) continue;
      if (at === SPOT) least += brokerRounds * refusalDays;
      most += (brokerRounds - (at === SPOT ? 0 : 1)) * refusalDays;
    }
    return [least, most];
  }

  /**
   * A week for whoever still waits, whoever is to pay: for a package, or for an assessment once one could be done.
   * Whoever has care, an assistant or a community option to find, or a refusal, is at home.
   */
  private wait({ people, era, week }: World): void {
    const { stage, service, queuedWeek } = people.columns;
    const home = new Set(this.inHospital);
    let weeks = 0;
    for (const row of people.live.subarray(0, people.liveCount)) {
      const key = people.keys[row];
      const seeks = stage[row] === Stage.seeking;
      if (!home.has(key) || (!seeks && stage[row] !== Stage.assessment)) continue;
      home.delete(key);
      const waited = week - queuedWeek[row];
      const isDelayed = seeks ? service[row] !== Service.community : waited >= era.assessment.urgentElapsedWeeks;
      if (isDelayed) weeks += 1;
    }
    for (const key of home) this.inHospital.delete(key);
    this.days = [this.days[0] + 7 * weeks, this.days[1] + 7 * weeks];
  }
}

/** Rows of people who came from hospital, whatever has become of them. */
const discharged = ({ people }: World): readonly number[] =>
  Array.from(people.live.subarray(0, people.liveCount)).filter(
    (row) => people.columns.source[row] === Source.discharge,
  );
