/** The opening stock of people, each already placed where the statistics say they are. */
import { categorical, lognormal } from "../../kernel/distributions.ts";
import { roundHalfUp, shareByLargestRemainder, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { book } from "./books.ts";
import { Funding, ProviderKind, Service, Source, Stage } from "./codes.ts";
import { FIRST_FREE_DRAW, giveCapacity, giveTraits, inQuarterHours, medianOfMean, setNeed } from "./traits.ts";
import { MAX_ZONES } from "./market.ts";
import type { World } from "./world.ts";

const DRAW = {
  need: FIRST_FREE_DRAW,
  provider: FIRST_FREE_DRAW + 1,
  budget: FIRST_FREE_DRAW + 2,
  use: FIRST_FREE_DRAW + 3,
  review: FIRST_FREE_DRAW + 4,
  rank: FIRST_FREE_DRAW + 5,
};

interface Opening {
  readonly group: number;
  readonly service: number;
  readonly funding: number;
  readonly meanMinutes: number;
}

/**
 * How many of a stock by group a council of this scale opens with: the whole is rounded once and shared by largest
 * remainder, so that groups add up to it however small the council.
 */
function scaledStock(byGroup: ArrayLike<number>, scale: number): Float64Array {
  const shares = new Float64Array(byGroup.length);
  let whole = 0;
  for (let group = 0; group < byGroup.length; group++) whole += byGroup[group];
  shareByLargestRemainder(roundHalfUp(whole * scale), byGroup, byGroup.length, shares);
  return shares;
}

/** Adds everybody who has care at the start, in key order: by group, then service. */
export function foundPeople(world: World, keyOf: (ordinal: number) => number): void {
  const { size, demand, directPayment } = world.era;
  const picker = new Picker(world);
  let ordinal = 0;
  const homeCarers = scaledStock(size.homeCare, size.scale);
  const inLiving = scaledStock(size.supportedLiving, size.scale);
  const inDay = scaledStock(size.dayServices, size.scale);
  const holders = scaledStock(size.directPayments, size.scale);
  const addAll = (count: number, opening: Opening): void => {
    for (let index = 0; index < count; index++) addFounder(world, keyOf(ordinal++), opening, picker);
  };
  for (let group = 0; group < 4; group++) {
    const homeCare = demand.homeCareHours[group] * 60;
    const managed = { group, funding: Funding.managedBudget };
    addAll(homeCarers[group], { ...managed, service: Service.homeCare, meanMinutes: homeCare });
    addAll(inLiving[group], {
      ...managed,
      service: Service.supportedLiving,
      meanMinutes: demand.supportedLivingHours * 60,
    });
    addAll(inDay[group], { ...managed, service: Service.dayServices, meanMinutes: demand.dayHours * 60 });
    addAll(holders[group], {
      group,
      service: Service.none,
      funding: Funding.directPayment,
      meanMinutes: homeCare * directPayment.needRatio[group],
    });
  }
  addAll(roundHalfUp(size.selfFunders * size.scale), {
    group: 0,
    service: Service.homeCare,
    funding: Funding.selfFunded,
    meanMinutes: demand.selfFundedHours * 60,
  });
}

function addFounder(world: World, key: number, opening: Opening, picker: Picker): void {
  const { people, era } = world;
  const draws = world.draws["founding.person"];
  const row = people.add(key);
  // Whoever has more than the limit pays for themselves, and is not among those whom the council supports.
  const most = opening.funding === Funding.selfFunded ? Infinity : era.assessment.upperCapitalLimit;
  giveTraits(world, row, opening.group, draws, most);
  const columns = people.columns;
  const place = opening.service === Service.supportedLiving || opening.service === Service.dayServices;
  const spread = place
    ? Math.min(era.demand.placeSpread, era.demand.hoursSpread[opening.group])
    : era.demand.hoursSpread[opening.group];
  const standing = draws.uniform(key, DRAW.need);
  const minutes = lognormal(standing, medianOfMean(opening.meanMinutes, spread), spread);
  const need = Math.min(minutes, MOST_MINUTES);
  setNeed(world, row, need);
  giveCapacity(world, row, draws);
  columns.stage[row] = Stage.served;
  columns.source[row] = Source.community;
  columns.rank[row] = rankOf(era, opening, standing);
  columns.placedNeed[row] = need;
  columns.funding[row] = fundingOf(world, key, opening.funding);
  columns.byChoice[row] = opening.funding === Funding.directPayment ? 1 : 0;
  columns.service[row] = opening.service === Service.none ? useOfPayment(world, row) : opening.service;
  columns.assessed[row] = inQuarterHours(need);
  columns.bought[row] = columns.assessed[row];
  columns.delivered[row] = columns.assessed[row];
  columns.budgetRatio[row] = 1;
  columns.reviewWeek[row] = -Math.floor(draws.uniform(key, DRAW.review) * reviewInterval(era));
  if (columns.service[row] === Service.assistant) {
    columns.assistantsWanted[row] = assistantsWanted(era, draws.uniform(key, DRAW.provider));
    return;
  }
  if (columns.service[row] === Service.community) return;
  const provider = picker.pick(row, draws.uniform(key, DRAW.provider), draws.uniform(key, DRAW.budget));
  columns.provider[row] = provider;
  if (provider >= 0) return book(world, row);
  columns.stage[row] = Stage.seeking;
  columns.bought[row] = 0;
  columns.delivered[row] = 0;
}

/**
 * The place that somebody in care had among all assessed, from the place by need among those with the same service. The
 * eligible are the upper part; in supported living are the highest of them, and day services hold more of the lowest.
 */
function rankOf({ assessment, demand }: Era, { service, group }: Opening, standing: number): number {
  const share = assessment.eligibleShare[group];
  if (service === Service.supportedLiving) return 1 - share * demand.livingRanks * (1 - standing);
  const place = service === Service.dayServices ? standing * standing : standing;
  return 1 - share * (1 - place);
}

/** Weeks between planned reviews when staff suffice. */
export const reviewInterval = (era: Era): number => WEEKS_PER_YEAR / Math.max(era.assessment.reviewsPerYear, 0.01);

/** No more than all hours of the week. */
export const MOST_MINUTES = 168 * 60;

/** One assistant, or two for most. */
export const assistantsWanted = ({ directPayment }: Era, u: number): number =>
  u < directPayment.secondAssistant ? 2 : 1;

/** Before budgets were the law, only some of the managed had one. */
function fundingOf(world: World, key: number, funding: number): number {
  if (funding !== Funding.managedBudget) return funding;
  const u = world.draws["assessment.budget"].uniform(key);
  return u < world.era.route.personalBudgetShare ? Funding.managedBudget : Funding.managedWithoutBudget;
}

/** What a holder of a direct payment spends it on, by capacity and chance. */
function useOfPayment(world: World, row: number): number {
  const u = world.draws["founding.person"].uniform(world.people.keys[row], DRAW.use);
  const { assistantShare, communityShare } = world.era.directPayment;
  const group = world.people.columns.group[row];
  if (u < assistantShare[group]) return Service.assistant;
  return u < assistantShare[group] + communityShare[group] ? Service.community : Service.homeCare;
}

/** Those of one kind who serve a zone, and the weights by which people fall to them. */
interface Offer {
  readonly rows: readonly number[];
  readonly weights: Float64Array;
}

/** Draws the opening provider of a person by size among those that serve the zone. */
class Picker {
  private readonly offers = new Map<number, Offer>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Row of the provider, or -1 where nobody gives such care there. */
  pick(person: number, u: number, inHouse: number): number {
    const { people, era } = this.world;
    const { service, zone, funding } = people.columns;
    const managed = funding[person] === Funding.managedBudget || funding[person] === Funding.managedWithoutBudget;
    const { rows, weights } = this.offer(
      kindFor(service[person], managed && inHouse < era.size.inHouseShare),
      zone[person],
    );
    return rows.length > 0 ? rows[categorical(u, weights)] : -1;
  }

  private offer(wanted: number, zone: number): Offer {
    const place = wanted * MAX_ZONES + zone;
    const known = this.offers.get(place);
    if (known !== undefined) return known;
    const { live, liveCount, columns } = this.world.providers;
    const { kind, zones, sizeWeight } = columns;
    const weightOf = (row: number): number => (wanted === ProviderKind.agency ? sizeWeight[row] : 1);
    const rows = Array.from(live.subarray(0, liveCount)).filter(
      (row) => kind[row] === wanted && (zones[row] & (1 << zone)) !== 0 && weightOf(row) > 0,
    );
    const offer = { rows, weights: Float64Array.from(rows, weightOf) };
    this.offers.set(place, offer);
    return offer;
  }
}

function kindFor(service: number, inHouse: boolean): number {
  if (service === Service.supportedLiving) return ProviderKind.supportedLiving;
  if (service === Service.dayServices) return ProviderKind.dayService;
  return inHouse ? ProviderKind.inHouse : ProviderKind.agency;
}
