/** The directional law of top-ups: of the rule alone, and of whole runs in which nothing else moves. */
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { buyWithBudget, type Purchase } from "../../model/rules/purchase.ts";
import { start } from "../../simulation/index.ts";
import { lawOf, type Case, type Law, type LawOptions, type Notes } from "../law.ts";
import { always } from "../variants.ts";

export const D1: Law = lawOf(
  "D1",
  "For a fixed person, assessed hours and price, a larger budget never raises the top-up and never buys fewer hours; in " +
    "a run with prices and matching held still, nobody tops up more under a higher direct-payment rate.",
  ["top-ups that fell", "purchases that grew", "top-ups that fell in a run"],
  ({ scenario, seed }, notes, options) => {
    compareRates({ scenario, seed }, notes, options);
    const { world } = start(scenario, seed, options);
    const { people, market, era } = world;
    const { assessed, taste, meansRatio } = people.columns;
    const purchase: Purchase = { minutes: 0, topUp: 0 };
    for (let index = 0; index < Math.min(12, people.liveCount); index++) {
      const row = people.live[index];
      for (const ratio of [0.6, 1, 1.7]) {
        const price = Math.max(1, market.openingPrice * ratio);
        const usualMeans = era.directPayment.familyIncome;
        const means = meansRatio[row] * usualMeans;
        let before: Purchase | undefined;
        for (let step = 0; step <= 16; step++) {
          const budget = (step * assessed[row] * price) / 60 / 14;
          const usual = Math.max(1, market.openingPrice);
          buyWithBudget(era, assessed[row], budget, price, usual, taste[row], means, usualMeans, purchase);
          comparePurchases(notes, before, purchase);
          before = { ...purchase };
        }
      }
    }
  },
);

function comparePurchases(notes: Notes, before: Purchase | undefined, now: Purchase): void {
  if (before === undefined) return;
  if (now.topUp < before.topUp) notes.seen("top-ups that fell");
  if (now.minutes > before.minutes) notes.seen("purchases that grew");
  // Hours are whole minutes of an exact sum, so the last bit of that sum may cost one.
  const holds = now.topUp <= before.topUp && now.minutes >= before.minutes - 1;
  notes.unless(holds, () => `from ${JSON.stringify(before)} to ${JSON.stringify(now)} as the budget grew`);
}

/** Top-ups of this week by key, of holders who got every minute that they bought from their agency. */
function topUpsOf({ people }: World): ReadonlyMap<number, number> {
  const { funding, service, stage, provider, bought, delivered, topUp } = people.columns;
  const found = new Map<number, number>();
  for (const row of people.live.subarray(0, people.liveCount)) {
    const buys = funding[row] === Funding.directPayment && service[row] === Service.homeCare;
    if (!buys || stage[row] !== Stage.served || provider[row] < 0 || delivered[row] < bought[row]) continue;
    found.set(people.keys[row], topUp[row]);
  }
  return found;
}

/** Steps the same council under a low and a high rate, and compares each person. */
function compareRates({ scenario, seed }: Case, notes: Notes, options: LawOptions): void {
  const [low, high] = [0.7, 0.9].map((share) => {
    const rates = { "directPayment.rateRule": "share of framework fee", "directPayment.rateShare": share };
    return start(always(scenario, rates), seed, { ...options, frozen: { prices: true, matching: true } });
  });
  while (!low.done) {
    low.step();
    high.step();
    const richer = topUpsOf(high.world);
    for (const [key, pence] of topUpsOf(low.world)) {
      const less = richer.get(key);
      if (less === undefined) continue;
      if (less < pence) notes.seen("top-ups that fell in a run");
      // Hours are whole minutes: the last of them may cost what it is worth.
      const minute = high.world.market.meanPrice / 30;
      notes.unless(less <= pence + minute, () => `person ${key} adds ${pence} pence, and ${less} under a higher rate`);
    }
    if (low.world.providers.liveCount < low.world.providers.rows) return;
    if (high.world.providers.liveCount < high.world.providers.rows) return;
  }
}
