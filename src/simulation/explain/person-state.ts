/** A person at one moment, in keys and numbers that stay true when rows move; and the same in words. */
import { Funding, isBuyer, Service, Stage } from "../../model/world/codes.ts";
import { FUNDING_WORDS, GROUP_WORDS, SERVICE_WORDS, STAGE_WORDS } from "../../model/world/words.ts";
import { meansOf } from "../../model/world/traits.ts";
import type { World } from "../../model/world/world.ts";
import { assistantCost, budgetOf, communityPrice } from "../../model/week/choice.ts";
import type { Fact } from "./explanation.ts";
import { providerName } from "./find.ts";
import { fact } from "./teller.ts";
import { weighingFacts, weighingOf } from "./top-up-rule.ts";

export interface PersonState {
  readonly stage: number;
  readonly funding: number;
  readonly service: number;
  /** Row of the provider: providers never move. */
  readonly provider: number;
  readonly source: number;
  readonly queuedWeek: number;
  readonly need: number;
  readonly assessed: number;
  readonly bought: number;
  readonly delivered: number;
  readonly noticeWeek: number;
  readonly endWeek: number;
  /** Pence an hour, and pence a week. */
  readonly rate: number;
  readonly charge: number;
  /** Keys of the assistants. */
  readonly assistants: readonly number[];
}

export function personState(world: World, row: number): PersonState {
  const { columns } = world.people;
  const workers = [columns.firstAssistant[row], columns.secondAssistant[row]].filter((worker) => worker >= 0);
  return {
    stage: columns.stage[row],
    funding: columns.funding[row],
    service: columns.service[row],
    provider: columns.provider[row],
    source: columns.source[row],
    queuedWeek: columns.queuedWeek[row],
    need: columns.need[row],
    assessed: columns.assessed[row],
    bought: columns.bought[row],
    delivered: columns.delivered[row],
    noticeWeek: columns.noticeWeek[row],
    endWeek: columns.endWeek[row],
    rate: rateFor(world, row),
    charge: columns.charge[row],
    assistants: workers.map((worker) => world.workers.keys[worker]),
  };
}

/** What an hour costs somebody who holds the money, pence; NaN where nobody sells to them yet. */
export function priceFor(world: World, row: number): number {
  const { service, funding, provider } = world.people.columns;
  if (service[row] === Service.assistant) return assistantCost(world, row);
  if (service[row] === Service.community) return communityPrice(world);
  const buys = isBuyer(funding[row], service[row]) && provider[row] >= 0;
  return buys ? world.providers.columns.price[provider[row]] : Number.NaN;
}

/** The council's rate for an hour of what the person buys, pence. */
export function rateFor(world: World, row: number): number {
  const { service, group } = world.people.columns;
  const { assistantRate, directPaymentRate } = world.council;
  return service[row] === Service.assistant ? assistantRate : directPaymentRate[group[row]];
}

/** What a direct payment and its holder's means come to against the price. */
export function budgetFacts(world: World, row: number): Fact[] {
  const { assessed, bought, charge } = world.people.columns;
  const budget = budgetOf(world, row);
  const price = priceFor(world, row);
  const facts = [
    fact("rate", "the council's rate", rateFor(world, row), "pence per hour"),
    fact("budget", "budget, charge included", budget, "pence per week"),
    fact("planned", "the hours at that rate", (rateFor(world, row) * assessed[row]) / 60, "pence per week"),
    fact("charge", "of which the person's charge", charge[row], "pence per week"),
    fact("assessed", "agreed care", assessed[row], "minutes per week"),
  ];
  if (!Number.isFinite(price)) return facts;
  return [
    ...facts,
    fact("price", "an hour costs", price, "pence per hour"),
    fact(
      "affordable",
      "the budget buys",
      Math.min(assessed[row], (budget * 60) / Math.max(price, 1)),
      "minutes per week",
    ),
    fact("bought", "hours bought", bought[row], "minutes per week"),
    fact("means", "what the family could spend", meansOf(world, row), "pence per week"),
    ...weighingFacts(weighingOf(world, row, price)),
  ];
}

/** What a person is like, to somebody who meets them. */
export function personPortrait(world: World, row: number): Fact[] {
  const { columns } = world.people;
  const funding = columns.funding[row];
  const facts = [
    fact("group", "who", GROUP_WORDS[columns.group[row]]),
    fact("zone", "lives in", `zone ${columns.zone[row] + 1} of ${world.era.size.zones}`),
    fact("stage", "stands", STAGE_WORDS[columns.stage[row]]),
    fact("need", "needs, beyond unpaid care", columns.need[row], "minutes per week"),
  ];
  if (funding !== Funding.none) facts.push(fact("funding", "route", FUNDING_WORDS[funding]));
  if (columns.service[row] !== Service.none) facts.push(fact("service", "care", SERVICE_WORDS[columns.service[row]]));
  if (columns.provider[row] >= 0) facts.push(fact("provider", "given by", providerName(world, columns.provider[row])));
  if (columns.assessed[row] > 0) facts.push(fact("assessed", "agreed care", columns.assessed[row], "minutes per week"));
  if (columns.service[row] === Service.assistant) {
    facts.push(fact("assistants", "personal assistants", columns.assistants[row], "employed"));
  }
  if (funding === Funding.shortTerm) return facts;
  facts.push(
    fact("carer", "unpaid carers would step in for", columns.carer[row], "share of care that is missing"),
    fact("capacity", "able to manage support", columns.capacity[row], "share"),
    fact("savings", "savings, in cash", columns.savings[row], "pence"),
    fact("charge", "assessed charge", columns.charge[row], "pence per week"),
    fact("means", "family could spend on more care", meansOf(world, row), "pence per week"),
  );
  if (columns.stage[row] === Stage.served) facts.push(fact("life", "quality of life", columns.life[row], "points"));
  if (funding !== Funding.directPayment) return facts;
  const inPortrait = new Set(facts.map(({ name }) => name));
  return [...facts, ...budgetFacts(world, row).filter(({ name }) => !inPortrait.has(name) && name !== "charge")];
}
