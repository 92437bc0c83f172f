/**
 * What the agencies said that a broker asked about one person's package.
 *
 * The engine keeps no note of it. But whom a broker asks is a draw, and at the draw the world stands as the broker found
 * it: so the answer of each agency can be worked out then and there, by the engine's own rules. A test holds the answers
 * against what came of them, for every package of a run.
 */
import { ALL, askOne, type Asking, listAgencies, OFF_FRAMEWORK, ON_FRAMEWORK } from "../../model/week/asking.ts";
import { FIRST_LATER_LOOK } from "../../model/week/brokerage.ts";
import { freeMinutes } from "../../model/week/stock.ts";
import { distanceFactor } from "../../model/rules/cost.ts";
import { reservePrice } from "../../model/rules/price.ts";
import { avoidableHour } from "../../model/world/agency-costs.ts";
import { worthOfHour } from "../../model/world/contract.ts";
import { Scratch, type Draws } from "../../kernel/index.ts";
import type { World } from "../../model/world/world.ts";
import { hours, pounds } from "./amounts.ts";
import type { Heard } from "./draw-watch.ts";
import type { Fact } from "./explanation.ts";
import { providerNameOf } from "./find.ts";
import { fact } from "./teller.ts";

export interface Offer {
  readonly agency: number;
  readonly kind: number;
  /** Outside the framework, at a price of the agency's own. */
  readonly isSpot: boolean;
  readonly freeMinutes: number;
  readonly neededMinutes: number;
  /** The framework fee, pence per hour. */
  readonly fee: number;
  /** What an hour is worth to the agency under the council's contract, or the most the council pays at a spot price. */
  readonly offered: number;
  /** The least the agency would do it for, pence per hour. */
  readonly reserve: number;
  readonly accepts: boolean;
}

/** Framework agencies are asked with draws 1 to 3 of the stream and late ones; those between ring round for a spot price. */
const LAST_ROUND = 3;

export class OfferWatch {
  readonly offers: Offer[] = [];
  private asking: Asking | undefined;
  private list = ON_FRAMEWORK;
  private readonly scratch = new Scratch();

  /** Before the phase: whom a broker can ask this week. The lists are made in working space of our own. */
  begin(world: World): void {
    this.offers.length = 0;
    this.asking = listAgencies(Object.assign({}, world, { scratch: this.scratch }));
  }

  /** A draw for the person, heard while the broker asks. */
  hear(world: World, row: number, distance: Draws, { stream, number, value }: Heard): void {
    const { asking } = this;
    if (asking === undefined) return;
    const zone = world.people.columns.zone[row];
    if (stream === "brokerage.open" && number === 0) {
      const outside = value < world.era.framework.openShare && askOne(asking, zone, OFF_FRAMEWORK, 0.5) >= 0;
      this.list = outside ? OFF_FRAMEWORK : ON_FRAMEWORK;
    }
    if (stream !== "brokerage.pick" || number < 1) return;
    const isSpot = number > LAST_ROUND && number <= FIRST_LATER_LOOK;
    const agency = askOne(asking, zone, isSpot ? ALL : this.list, value);
    if (agency < 0 || agency === world.people.columns.provider[row]) return;
    this.offers.push(answerOf(world, row, agency, isSpot, distance));
  }

  end(): void {
    this.asking = undefined;
  }
}

function answerOf(world: World, row: number, agency: number, isSpot: boolean, distance: Draws): Offer {
  const { people, providers, council, market, era } = world;
  const needed = people.columns.assessed[row];
  const free = freeMinutes(world, agency);
  const factor = distanceFactor(era, distance.uniform(people.keys[row]));
  const waiting = market.privateWaiting[people.columns.zone[row]];
  const avoidable = factor * avoidableHour(world, agency);
  const { price } = providers.columns;
  const worth = reservePrice(era, avoidable, price[agency], waiting, free);
  // Outside the framework an agency asks what it asks anybody.
  const reserve = isSpot ? Math.max(council.fee, price[agency], worth) : worth;
  const offered = isSpot ? council.fee * era.framework.spotCap : worthOfHour(world, agency);
  return {
    agency: providers.keys[agency],
    kind: providers.columns.kind[agency],
    isSpot,
    freeMinutes: free,
    neededMinutes: needed,
    fee: council.fee,
    offered,
    reserve,
    accepts: free >= needed && offered >= reserve,
  };
}

/** The answers as facts: at the framework fee one by one, the ring-round by its best answer. */
export function offerFacts(offers: readonly Offer[]): Fact[] {
  const asked = offers.filter(({ isSpot }) => !isSpot);
  const rung = offers.filter(({ isSpot }) => isSpot);
  const facts = asked.slice(0, 1).map(({ fee }) => fact("fee", "the council offered", fee, "pence per hour"));
  const firsts = asked.filter(({ agency }, at) => asked.findIndex((each) => each.agency === agency) === at);
  for (const each of firsts) {
    facts.push(fact(`asked${each.agency}`, providerNameOf(each.kind, each.agency), answerText(each)));
  }
  if (rung.length > 0) facts.push(fact("spot", "rung up for a spot price", spotText(rung)));
  return facts;
}

function answerText({ freeMinutes: free, neededMinutes, reserve, accepts }: Offer): string {
  if (free < neededMinutes) return `no staff time: ${hours(Math.max(0, free))} free of ${hours(neededMinutes)} needed`;
  return accepts ? "accepts" : `wants at least ${pounds(reserve)} an hour`;
}

function spotText(rung: readonly Offer[]): string {
  const agencies = new Set(rung.map(({ agency }) => agency)).size;
  const able = rung.filter(({ freeMinutes: free, neededMinutes }) => free >= neededMinutes);
  const said = `${agencies} ${agencies === 1 ? "agency" : "agencies"}`;
  if (able.length === 0) return `${said}, none with staff time for it`;
  const least = Math.min(...able.map(({ reserve }) => reserve));
  return `${said}, the cheapest with staff time at ${pounds(least)} an hour; the council pays at most ${pounds(rung[0].offered)}`;
}
