/** The numbers behind what happens to a person: need, waiting, what was agreed, what the council pays. */
import { Funding, isManaged, ProviderKind, Stage } from "../../model/world/codes.ts";
import { SERVICE_WORDS } from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import { moveText } from "./amounts.ts";
import type { Fact } from "./explanation.ts";
import { budgetFacts, type PersonState } from "./person-state.ts";
import { fact, type SeenEvent } from "./teller.ts";

export const agreedCare = (name: string, minutes: number, label = "care"): Fact =>
  fact(name, label, minutes, "minutes per week");

export function needFacts({ need, delivered, stage }: PersonState): Fact[] {
  const facts = [fact("need", "need", need, "minutes per week")];
  if (stage !== Stage.served) return facts;
  return [...facts, fact("delivered", "care that came the week before", delivered, "minutes per week")];
}

export const rankFact = (world: World, row: number): Fact =>
  fact("rank", "assessed people who need more", 1 - world.people.columns.rank[row], "share");

export const waitedFact = (world: World, { queuedWeek }: PersonState): Fact =>
  fact("waited", "waited", world.week - queuedWeek, "weeks");

export function routeFacts(world: World, row: number, before: PersonState): Fact[] {
  const { service, assessed, charge, funding, need } = world.people.columns;
  const facts = [
    waitedFact(world, before),
    fact("need", "need", need[row], "minutes per week"),
    fact("service", "care", SERVICE_WORDS[service[row]]),
  ];
  if (funding[row] === Funding.directPayment) return [...facts, ...budgetFacts(world, row)];
  facts.push(agreedCare("assessed", assessed[row], "agreed care"));
  if (isManaged(funding[row])) facts.push(fact("charge", "assessed charge", charge[row], "pence per week"));
  return facts;
}

/** How a broker came to the provider. */
export function howFact(world: World, row: number): Fact {
  const { kind, framework } = world.providers.columns;
  const own = world.people.columns.provider[row];
  const isListed = framework[own] === 1 ? "on the framework" : "outside the framework, at the framework's fee";
  return fact("how", "how", kind[own] === ProviderKind.agency ? isListed : "which has a place");
}

/** What the council pays for an hour; nothing for its own team. */
export function feeFacts(world: World, row: number): Fact[] {
  const { kind, price } = world.providers.columns;
  const own = world.people.columns.provider[row];
  if (kind[own] === ProviderKind.inHouse) return [];
  const hourly = kind[own] === ProviderKind.agency ? world.council.fee : price[own];
  return [fact("fee", "the council pays", hourly, "pence per hour")];
}

/** The fee of a package against what the provider saves by not giving an hour of it. */
export function handBackFacts(world: World, row: number, { amount }: SeenEvent): Fact[] {
  const { rate, noticeWeek, bought } = world.people.columns;
  const { fee } = world.council;
  const facts = [
    fact("fee", "the council pays", fee * (rate[row] > 0 ? rate[row] : 1), "pence per hour"),
    fact("cost", "an hour costs the provider", fee + amount, "pence per hour"),
    agreedCare("hours", bought[row], "package"),
  ];
  const left = noticeWeek[row] - world.week;
  return left > 0 ? [...facts, fact("notice", "notice", left, "weeks")] : facts;
}

/** What changed in rate and charge; "" where nothing did. */
export function termsText(before: PersonState, now: PersonState, isHolder: boolean): string {
  const rate = isHolder && now.rate !== before.rate;
  const terms = [
    rate ? `the council's rate ${moveText(before.rate, now.rate)} an hour` : "",
    now.charge === before.charge ? "" : `the charge ${moveText(before.charge, now.charge)} a week`,
  ];
  return terms.filter((each) => each !== "").join(", ");
}
