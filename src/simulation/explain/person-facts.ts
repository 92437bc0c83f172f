/** The numbers behind what happens to a person: need, waiting, what was agreed, what the council pays. */
import { Funding, isManaged, ProviderKind, Service, Source, Stage } from "../../model/world/codes.ts";
import { paidFor, worthOfHour } from "../../model/world/contract.ts";
import { eligibleShare } from "../../model/rules/eligibility.ts";
import { directPaymentChance } from "../../model/rules/route.ts";
import { newcomersNeed } from "../../model/rules/usual-need.ts";
import { informationTerm } from "../../model/week/route.ts";
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

/** What a crisis does to a package, where there is one. */
export function crisisFacts({ people }: World, row: number, { assessed }: PersonState): Fact[] {
  if (assessed === 0) return [];
  const agreed = fact("before", "agreed before", assessed, "minutes per week");
  return [agreed, agreedCare("hours", people.columns.assessed[row], "agreed from now on")];
}

/** At which look at the need care was not given. */
export const whenFact = ({ stage }: PersonState): Fact =>
  fact("when", "when", stage === Stage.assessment ? "at an assessment" : "at a review: support ends");

/** Where the person stands among the assessed, and how many of them the council finds eligible. */
export function rankFacts(world: World, row: number): Fact[] {
  const { group, rank } = world.people.columns;
  const share = eligibleShare(world.era, group[row], world.council.eligibility);
  return [
    fact("eligible", "found eligible: of the assessed, the neediest", share, "share"),
    fact("rank", "assessed people who need more than this person", 1 - rank[row], "share"),
  ];
}

/** The same of somebody whom the council would have found eligible at its opening. */
export function refusalFacts(world: World, row: number): Fact[] {
  const then = world.council.openingEligible[world.people.columns.group[row]];
  return [...rankFacts(world, row), fact("opening", "found eligible at the council's opening", then, "share")];
}

/** The chance of a direct payment, as the rule gives it. */
function chanceFact(world: World, row: number, { need }: PersonState): Fact {
  const { era, council, market } = world;
  const { group, source, capacity } = world.people.columns;
  const own = group[row];
  const inCrisis = source[row] <= Source.crisis;
  const chance = directPaymentChance(
    era,
    own,
    inCrisis,
    inCrisis ? capacity[row] / 2 : capacity[row],
    need / newcomersNeed(era, own),
    council.directPaymentRate[own] / Math.max(market.meanPrice, 1),
    era.route.directPaymentPush + council.push - informationTerm(world, row),
  );
  return fact("chance", "chance of a direct payment", chance, "share");
}

export const waitedFact = (world: World, { queuedWeek }: PersonState): Fact =>
  fact("waited", "waited", world.week - queuedWeek, "weeks");

export function routeFacts(world: World, row: number, before: PersonState): Fact[] {
  const { service, assessed, charge, funding, need } = world.people.columns;
  const facts = [
    waitedFact(world, before),
    fact("need", "need", need[row], "minutes per week"),
    fact("service", "care", SERVICE_WORDS[service[row]]),
  ];
  const isAsked = funding[row] !== Funding.selfFunded && service[row] !== Service.supportedLiving;
  if (isAsked) facts.splice(1, 0, chanceFact(world, row, before));
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
export function handBackFacts(world: World, row: number, provider: number, { amount }: SeenEvent): Fact[] {
  const { noticeWeek, bought } = world.people.columns;
  const paid = paidFor(world, row, worthOfHour(world, provider));
  const facts = [
    fact("fee", "the council pays", paid, "pence per hour"),
    fact("cost", "an hour costs the provider", paid + amount, "pence per hour"),
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
