/** What recounts know of what brokers and buyers find: packages placed and declined, agencies with room, agencies known. */
import { isBuyer, isManaged, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Comers } from "./recount-comers.ts";
import type { Range } from "./recount-delays.ts";
import { heardOf } from "./recount-information.ts";
import { codeOf, peopleOf } from "./recount-reading.ts";

const REFUSED = codeOf("package.refused");
const SPOT = codeOf("package.spot");
const CHOSEN = codeOf("person.choseAgency");

/** An agency has room for another package where it has an hour to spare. */
const LEAST_ROOM = 60;
const GROUPS = 4;

const sellersOf = ({ providers: { live, liveCount, columns } }: World): readonly number[] =>
  [...live.subarray(0, liveCount)].filter(
    (row) => columns.kind[row] === ProviderKind.agency || columns.kind[row] === ProviderKind.micro,
  );

export class Placing {
  /** Home-care packages that went to an agency this week. */
  placed = 0;
  /** How often agencies may have declined: not every time is told. */
  refusals: Range = [0, 0];
  /** Framework agencies with room by zone, and agencies that individuals can afford by zone and group. */
  members: readonly number[] = [];
  affordable: readonly number[] = [];
  /** Who began to look for an agency to buy from, and those of them who know of fewer than two, whatever comes their way. */
  lookers = 0;
  lost = 0;
  /** Rows of those for whom brokers look, and of the agencies with room, before they begin. */
  private wanting: readonly number[] = [];
  private leaving: ReadonlySet<number> = new Set();
  private roomy: readonly number[] = [];
  private eventsBefore = 0;

  constructor(private readonly comers: Comers) {}

  before(phase: string, world: World): void {
    if (phase === "brokerage") this.look(world);
    if (phase === "choice") this.countLookers(world);
  }

  after(phase: string, world: World): void {
    if (phase !== "brokerage") return;
    this.countRoom(world);
    this.countPlaced(world);
  }

  private look(world: World): void {
    const { stage, noticeWeek, funding } = world.people.columns;
    this.eventsBefore = world.events.count;
    this.wanting = peopleOf(world).filter(
      (row) => isManaged(funding[row]) && (stage[row] === Stage.seeking || noticeWeek[row] > 0),
    );
    this.leaving = new Set(this.wanting.filter((row) => noticeWeek[row] > 0));
    const { capacity, spared } = world.providers.columns;
    const { provider, bought } = world.people.columns;
    const free = new Map(sellersOf(world).map((row) => [row, capacity[row] + spared[row]]));
    for (const row of peopleOf(world)) {
      const left = free.get(provider[row]);
      if (left !== undefined) free.set(provider[row], left - bought[row]);
    }
    this.roomy = sellersOf(world).filter((row) => (free.get(row) ?? 0) >= LEAST_ROOM);
  }

  /** By the lots and prices of the week: lots may be awarded anew just before brokers begin. */
  private countRoom(world: World): void {
    const { era, council, providers } = world;
    const { price } = providers.columns;
    const { affordableUpTo, affordableInPart } = era.directPayment;
    const zones = [...Array(era.size.zones).keys()];
    this.members = zones.map((zone) => this.roomy.filter((row) => isMemberIn(world, row, zone)).length);
    this.affordable = zones.flatMap((zone) =>
      [...council.directPaymentRate].map((rate) =>
        this.roomy
          .filter((row) => serves(world, row, zone))
          .reduce((sum, row) => sum + (price[row] <= rate * affordableUpTo ? 1 : affordableInPart), 0),
      ),
    );
  }

  /** Whoever waited, or was under notice, and is with an agency now; and what all who were offered round were refused. */
  private countPlaced(world: World): void {
    const { people, providers, events } = world;
    const { stage, noticeWeek, provider, service } = people.columns;
    const told = new Map<number, readonly [kind: number, amount: number]>();
    for (let at = this.eventsBefore; at < events.count; at++) {
      told.set(events.columns.agent[at], [events.columns.kind[at], events.columns.amount[at]]);
    }
    this.placed = 0;
    let [least, most] = [0, 0];
    for (const row of this.wanting) {
      if (service[row] === Service.supportedLiving || service[row] === Service.dayServices) continue;
      const found = stage[row] === Stage.served && noticeWeek[row] === 0;
      const byAgency = found && providers.columns.kind[provider[row]] === ProviderKind.agency;
      if (byAgency) this.placed += 1;
      const [kind, amount] = told.get(people.keys[row]) ?? [-1, 0];
      if (kind < 0 && !byAgency) continue;
      const [fewest, some] = this.refusalsOf(world, row, kind, amount);
      least += fewest;
      most += some;
    }
    this.refusals = [least, most];
  }

  /** How many agencies may have declined one package: none after the one that took it, and so many at most. */
  private refusalsOf(world: World, row: number, kind: number, amount: number): Range {
    const { brokerRounds, choiceShare } = world.era.framework;
    if (kind === CHOSEN) return [0, brokerRounds - amount];
    if (kind !== REFUSED && kind !== SPOT) return [0, brokerRounds - 1];
    // A broker who knows a member asks one; a person who chooses may have heard of none.
    const asked = choiceShare === 0 && !this.leaving.has(row) && anyMember(world, world.people.columns.zone[row]);
    return [asked ? Math.min(1, brokerRounds) : 0, brokerRounds];
  }

  /** Buyers who came to look since last week and may look now. */
  private countLookers(world: World): void {
    const { people, providers, draws, week, era } = world;
    const { stage, funding, service, queuedWeek, zone } = people.columns;
    const sellers = sellersOf(world);
    const first = peopleOf(world).filter(
      (row) =>
        stage[row] === Stage.seeking &&
        isBuyer(funding[row], service[row]) &&
        queuedWeek[row] === week &&
        this.comers.waiting.has(people.keys[row]),
    );
    const few = first.filter((row) => {
      const known = heardOf(world, row);
      const heard = sellers.filter(
        (seller) =>
          serves(world, seller, zone[row]) &&
          draws["choice.known"].uniform(people.keys[row], providers.keys[seller]) < known,
      );
      return heard.length < 2 || era.directPayment.agenciesConsidered < 2;
    });
    this.lookers = first.length;
    this.lost = few.length;
  }

  /** Framework agencies with room where somebody lives, or agencies that the person can afford. */
  options(world: World, row: number, arranged: boolean): number {
    const { zone, group } = world.people.columns;
    return arranged ? this.members[zone[row]] : this.affordable[zone[row] * GROUPS + group[row]];
  }
}

const serves = ({ providers }: World, row: number, zone: number): boolean =>
  ((providers.columns.zones[row] >> zone) & 1) === 1;
const isMemberIn = (world: World, row: number, zone: number): boolean => {
  const { framework, lots } = world.providers.columns;
  return serves(world, row, zone) && framework[row] === 1 && ((lots[row] >> zone) & 1) === 1;
};
const anyMember = (world: World, zone: number): boolean => sellersOf(world).some((row) => isMemberIn(world, row, zone));
