/** What recounts know of contracts: what was agreed with whom, what came of it, and what banks held. */
import type { World } from "../../model/world/world.ts";
import { codeOf, minutesForCouncil, peopleOf, withAgencies } from "./recount-reading.ts";

const SPOT = codeOf("package.spot");

/** All minutes that banks hold, of people and of agencies. */
function inBanks(world: World): number {
  const { people, providers } = world;
  const own = peopleOf(world).reduce((sum, row) => sum + people.columns.banked[row], 0);
  const pools = providers.live.subarray(0, providers.liveCount);
  return pools.reduce((sum, row) => sum + providers.columns.pooled[row], own);
}

/** What was agreed with whom, and what came of it. */
export class Contracts {
  /** Banked minutes that came this week: what banks hold less, and what visits put in. */
  bankUsed = 0;
  /** What came to people with packages of the council from agencies, minutes. */
  minutes = 0;
  /** Spot packages of the week: what came to people, minutes, and what it costs by the price they were bought at, pence. */
  spotMinutes = 0;
  spotPence = 0;
  spotPackages = 0;
  /** Packages under contract: how many, and minutes that came or were banked, those out of banks apart. */
  packages = 0;
  known = 0;
  /** What the contract pays for an agreed hour, pence. */
  hour = 0;
  /** Price of each spot package over the fee of its week, by the person's key. */
  private readonly prices = new Map<number, number>();
  private banked = 0;
  private eventsBefore = 0;

  before(phase: string, world: World): void {
    if (phase === "brokerage") this.eventsBefore = world.events.count;
    if (phase === "delivery") this.banked = inBanks(world);
  }

  after(phase: string, world: World): void {
    if (phase === "brokerage") this.notePrices(world);
    if (phase === "delivery") this.countBanks(world);
    if (phase === "money") this.countPackages(world);
  }

  private notePrices({ events, council }: World): void {
    const { kind, agent, amount } = events.columns;
    for (let at = this.eventsBefore; at < events.count; at++) {
      if (kind[at] === SPOT) this.prices.set(agent[at], amount[at] / council.fee);
    }
  }

  /** Where people do not direct what visits do there is no bank, and what was in one has lapsed. */
  private countBanks(world: World): void {
    const { spare } = world.people.columns;
    const putIn = peopleOf(world).reduce((sum, row) => sum + spare[row], 0);
    const open = world.terms.contractForm === "user-directed";
    this.bankUsed = open ? this.banked + putIn - inBanks(world) : 0;
  }

  private countPackages(world: World): void {
    const { people, council, terms } = world;
    const { spot, fromBank, fromPool, spare } = people.columns;
    this.minutes = this.spotMinutes = this.spotPence = this.spotPackages = this.packages = this.known = 0;
    for (const row of withAgencies(world)) {
      const came = minutesForCouncil(world, row);
      this.minutes += came;
      if (spot[row] === 1) {
        this.spotPackages += 1;
        this.spotMinutes += came;
        this.spotPence += (came / 60) * council.fee * (this.prices.get(people.keys[row]) ?? Number.NaN);
      } else {
        this.packages += 1;
        this.known += came - (fromBank[row] + fromPool[row]) + spare[row];
      }
    }
    this.hour = council.fee * (terms.contractForm === "outcomes-based" ? 1 - terms.targetSaving : 1);
  }
}
