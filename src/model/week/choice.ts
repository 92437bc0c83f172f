/** Phase 5. People who hold the money choose: among agencies they know of, assistants they can find, or less care. */
import { bernoulli, categorical, TURN_WEEKS, UNSET, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { priceWeight } from "../rules/matching.ts";
import { buyWithBudget, buyWithinBudget, buyWithOwnMoney, type Purchase } from "../rules/purchase.ts";
import { Employment, Funding, isBuyer, isManaged, Service, Source, Stage } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { assistantWage } from "../world/founding-workers.ts";
import { addWorker, checkAssistant, friendKey, joinPerson } from "../world/hiring.ts";
import { knownShareOf } from "../world/information.ts";
import { musterOf } from "./muster.ts";
import { supportNow } from "../world/support.ts";
import { meansOf } from "../world/traits.ts";
import type { World } from "../world/world.ts";
import { askOne, type Asking, listAgencies } from "./asking.ts";
import { findsPlace, keepsPlace } from "./community.ts";
import { drawAway } from "./drawn-away.ts";
import { reconsiderExtra } from "./extra-care.ts";
import { loseProvider } from "./leaving.ts";
import { assistantInsurance } from "./payroll.ts";
import { freeMinutes, place, rebook } from "./stock.ts";
import { reconsiderDays } from "./substitution.ts";

export function choice(world: World): void {
  const { stage, funding, service } = world.people.columns;
  const purchase: Purchase = { minutes: UNSET, topUp: UNSET };
  const extras = world.era.framework.managedTopUpShare > 0 || world.market.extraMinutes > 0;
  const { waiting, waitingCount, onTurn, onTurnCount } = musterOf(world);
  world.market.turnedAway.fill(0);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (stage[row] !== Stage.served) continue;
    reconsider(world, row, purchase);
    if (extras) reconsiderExtra(world, row, purchase);
  }
  const asking = listAgencies(world);
  const seekers = listSeekers(world);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (stage[row] === Stage.seeking) {
      if (world.frozen.matching) continue;
      if (isBuyer(funding[row], service[row])) chooseAgency(world, row, asking, purchase);
      else if (service[row] === Service.community && findsPlace(world, row)) buyAlone(world, row, purchase);
    } else if (stage[row] === Stage.served && funding[row] === Funding.directPayment) {
      if (world.people.columns.bought[row] === 0) reconsider(world, row, purchase);
      if (service[row] === Service.assistant) recruit(world, row, seekers);
    }
    // Brokers and buyers have both looked by now.
    if (liesInHospital(world, row)) world.tally.delayedDays += 7;
  }
}

/**
 * Whether somebody lies in hospital who could leave: for want of an assessment that staff could have finished, or of a
 * package since, whoever is to arrange or to pay for it. Whoever looks for an assistant or a community option does so at home.
 */
function liesInHospital({ people, era, week }: World, row: number): boolean {
  const { stage, source, service, queuedWeek } = people.columns;
  if (source[row] !== Source.discharge) return false;
  if (stage[row] === Stage.seeking) return service[row] !== Service.community;
  return stage[row] === Stage.assessment && week - queuedWeek[row] >= era.assessment.urgentElapsedWeeks;
}

/** Whoever holds the money looks at hours and price again, and now and then for somebody else. */
function reconsider(world: World, row: number, purchase: Purchase): void {
  const { funding, service } = world.people.columns;
  if (isBuyer(funding[row], service[row])) return reconsiderAgency(world, row, purchase);
  const mayLose = service[row] === Service.community && !world.frozen.matching;
  if (mayLose && isManaged(funding[row])) return reconsiderDays(world, row);
  if (funding[row] !== Funding.directPayment) return;
  if (mayLose && !keepsPlace(world, row)) return;
  buyAlone(world, row, purchase);
}

/** Hours of an assistant or of a community option, whose price is the same for all. */
function buyAlone(world: World, row: number, purchase: Purchase): void {
  const { service, bought } = world.people.columns;
  const community = service[row] === Service.community;
  decidePurchase(world, row, community ? communityPrice(world) : assistantCost(world, row), purchase);
  if (community) world.market.communityMinutes += purchase.minutes - bought[row];
  bought[row] = purchase.minutes;
  settlePurchase(world, row, purchase);
}

/** A budget for so many minutes at the council's rate, pence a week, charge included. */
export function budgetOf(world: World, row: number): number {
  const { people, council } = world;
  const { assessed, service, group, budgetRatio } = people.columns;
  const rate = service[row] === Service.assistant ? council.assistantRate : council.directPaymentRate[group[row]];
  return (assessed[row] / 60) * rate * budgetRatio[row];
}

/** Sets how much a buyer buys at a price, and what is added to the budget. */
function decidePurchase(world: World, row: number, price: number, purchase: Purchase): void {
  const { people, market, era } = world;
  const columns = people.columns;
  const usual = columns.service[row] === Service.assistant ? price : market.openingPrice * market.priceIndex;
  if (columns.funding[row] === Funding.selfFunded) {
    purchase.minutes = buyWithOwnMoney(era, columns.assessed[row], price, usual);
    purchase.topUp = 0;
    return;
  }
  const { assessed, taste } = columns;
  if (columns.funding[row] === Funding.thirdParty) {
    const left = budgetOf(world, row) * (1 - era.route.thirdPartyFee);
    purchase.minutes = buyWithinBudget(assessed[row], left, price);
    purchase.topUp = 0;
    return;
  }
  const usualMeans = era.directPayment.familyIncome * market.priceIndex;
  buyWithBudget(
    era,
    assessed[row],
    budgetOf(world, row),
    price,
    usual,
    taste[row],
    meansOf(world, row),
    usualMeans,
    purchase,
  );
}

/** What is meant to be added; what is really paid is known when care has come (`top-up.ts`). */
function settlePurchase(world: World, row: number, purchase: Purchase): void {
  world.people.columns.topUp[row] = purchase.topUp;
}

/** A served buyer adjusts the hours, or leaves the agency. */
function reconsiderAgency(world: World, row: number, purchase: Purchase): void {
  const { people, providers, era } = world;
  const provider = people.columns.provider[row];
  if (provider < 0) return;
  const chance = (era.directPayment.switchPerYear * TURN_WEEKS) / WEEKS_PER_YEAR;
  if (!world.frozen.matching && world.draws["choice.switch"].uniform(people.keys[row]) < chance) {
    loseProvider(world, row);
    return;
  }
  decidePurchase(world, row, providers.columns.price[provider], purchase);
  rebook(world, row, purchase.minutes);
  settlePurchase(world, row, purchase);
}

/** A definition: with fewer than two agencies to choose between there is no choice. */
const FEW_OPTIONS = 2;

/** Chooses by price among the agencies that a person comes across, knows of, and that have room. */
function chooseAgency(world: World, row: number, asking: Asking, purchase: Purchase): void {
  const { people, providers, market, era, tally, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const share = knownShareOf(world, row);
  const draws = world.draws["choice.pick"];
  const known = world.draws["choice.known"];
  const { price, declined } = providers.columns;
  const { agenciesConsidered } = era.directPayment;
  const asked = world.scratch.ints("choiceAsked", agenciesConsidered);
  const found = world.scratch.ints("choiceFound", agenciesConsidered);
  const weights = world.scratch.floats("choiceWeights", agenciesConsidered);
  let count = 0;
  let knows = 0;
  for (let look = 0; look < agenciesConsidered; look++) {
    const candidate = askOne(asking, columns.zone[row], asking.forBuyers, draws.uniform(key, 1 + look));
    if (candidate < 0 || asked.subarray(0, knows).includes(candidate)) continue;
    // Whether a person has heard of an agency is settled between the two of them for good.
    if (!bernoulli(known.uniform(key, providers.keys[candidate]), share)) continue;
    asked[knows++] = candidate;
    if (freeMinutes(world, candidate) < columns.assessed[row]) {
      declined[candidate] += columns.assessed[row] / 2;
      continue;
    }
    found[count] = candidate;
    weights[count++] = priceWeight(price[candidate], market.meanPrice, era.providers.priceElasticity);
  }
  if (columns.queuedWeek[row] === week) {
    tally.lookedForAgency += 1;
    if (knows < FEW_OPTIONS) tally.knewFew += 1;
  }
  if (count === 0) {
    // Who knows of no agency asks none, and no agency knows of such a buyer.
    if (knows > 0) market.turnedAway[columns.zone[row]] += columns.assessed[row];
    return;
  }
  const chosen = found[categorical(draws.uniform(key), weights, count)];
  decidePurchase(world, row, price[chosen], purchase);
  place(world, row, chosen, purchase.minutes);
  settlePurchase(world, row, purchase);
}

/** What an hour of a community option costs, pence: a share of the opening fee at today's prices. */
export const communityPrice = (world: World): number =>
  world.market.openingFee * world.era.directPayment.communityPrice * world.market.priceIndex;

/**
 * What an hour of assistants costs the employer, pence, leave and National Insurance at the hours agreed included: at the
 * pay of those in post, which no cut of the rate takes back, and at a newcomer's where a post is empty.
 */
export function assistantCost(world: World, row: number): number {
  const { assistantsWanted, firstAssistant, secondAssistant } = world.people.columns;
  const first = firstAssistant[row];
  const second = secondAssistant[row];
  if (assistantsWanted[row] < 2) return postCost(world, row, first >= 0 ? first : second);
  return (postCost(world, row, first) + postCost(world, row, second)) / 2;
}

/** An hour of one of the posts; `worker` is -1 for an empty one. */
function postCost(world: World, row: number, worker: number): number {
  const { people, workers, era, ledger } = world;
  const { assessed, assistantsWanted } = people.columns;
  const wage = worker >= 0 ? workers.columns.wage[worker] : assistantWage(world);
  const hourly = wage * (1 + era.wages.leaveShare);
  const pay = (hourly * assessed[row]) / 60 / Math.max(1, assistantsWanted[row]);
  if (pay <= 0) return hourly;
  return hourly * (1 + assistantInsurance(era.wages, pay, assistantsWanted[row], ledger.unit) / pay);
}

/** Looks for assistants while one is missing: somebody known within weeks, a stranger within months. */
function recruit(world: World, row: number, seekers: Seekers): void {
  const { people, era, tally } = world;
  const columns = people.columns;
  if (world.frozen.matching || columns.assistants[row] >= columns.assistantsWanted[row]) return;
  const key = people.keys[row];
  const draws = world.draws["choice.recruit"];
  const { friendsShare, friendsWeeks, recruitmentWeeks, unsupportedPace, assistantsFromCare } = era.directPayment;
  // Each vacancy of a person is either for somebody known or for a stranger; support speeds up the second.
  const vacancy = world.draws["choice.vacancy"];
  const friend = vacancy.uniform(key, columns.assistantsHired[row]) < friendsShare;
  const perWeek = friend ? 1 / friendsWeeks : (unsupportedPace + supportNow(world)) / recruitmentWeeks;
  if (draws.uniform(key) >= perWeek) return;
  const wage = assistantWage(world);
  const fromCare = vacancy.uniform(key, FIRST_SOURCE_DRAW + columns.assistantsHired[row]) < assistantsFromCare;
  const drawn = !friend && era.labour.assistantPull > 0 ? drawAway(world, row, wage) : -1;
  const seeker = drawn < 0 && !friend && fromCare ? takeSeeker(world, seekers, key) : drawn;
  const worker = seeker >= 0 ? seeker : addWorker(world, friendKey(world, row), world.draws["founding.worker"]);
  if (checkAssistant(world, worker, friend)) tally.assistantChecks += 1;
  joinPerson(world, worker, row, wage);
  columns.assistantsHired[row] += 1;
  tally.assistantHires += 1;
  world.events.add(world.week, EventKind["person.hiredAssistant"], key, wage, 0, world.workers.keys[worker]);
  tally.assistantsFromCare += world.workers.columns.fromCare[worker];
}
/** Draws of a person's vacancies: whether for a friend from 0, where a stranger comes from after all of those. */
const FIRST_SOURCE_DRAW = 256;

/** People who look for a care job this week, in key order. */
interface Seekers {
  readonly rows: Int32Array;
  count: number;
}

function listSeekers(world: World): Seekers {
  const { workers } = world;
  const { employment } = workers.columns;
  const { live, liveCount } = workers;
  const rows = world.scratch.looseInts("choiceSeekers", liveCount);
  let count = 0;
  for (let index = 0; index < liveCount; index++) {
    if (employment[live[index]] === Employment.seeking) rows[count++] = live[index];
  }
  return { rows, count };
}

/** One of them, who then no longer looks; each pair of worker and employer has a lot of its own. -1 for nobody. */
function takeSeeker(world: World, seekers: Seekers, employer: number): number {
  const { keys } = world.workers;
  const draws = world.draws["choice.recruit"];
  let best = -1;
  let bestLot = Infinity;
  for (let at = 0; at < seekers.count; at++) {
    const lot = draws.bits(employer, keys[seekers.rows[at]]);
    if (lot >= bestLot) continue;
    best = at;
    bestLot = lot;
  }
  if (best < 0) return -1;
  const taken = seekers.rows[best];
  seekers.count -= 1;
  seekers.rows.copyWithin(best, best + 1, seekers.count + 1);
  return taken;
}
