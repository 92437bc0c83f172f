/** Why somebody whose budget does not buy all of the agreed care adds own money, or makes do: the rule, with its figures. */
import { pow } from "../../kernel/index.ts";
import { worthOfLast } from "../../model/rules/purchase.ts";
import { Funding, Service } from "../../model/world/codes.ts";
import { meansOf } from "../../model/world/traits.ts";
import type { World } from "../../model/world/world.ts";
import { budgetOf } from "../../model/week/choice.ts";
import { hours, number, percent, pounds } from "./amounts.ts";
import type { Fact } from "./explanation.ts";
import { fact } from "./teller.ts";

export interface Weighing {
  readonly price: number;
  /** The person's own willingness to pay, as a ratio to the usual price. */
  readonly taste: number;
  /** Pence: the usual price of an hour, what the first hour beyond the budget is worth, and the last assessed one. */
  readonly usual: number;
  readonly worthNext: number;
  readonly worthLast: number;
  /** Pence a week: what the family could spend, the most that would be added, what all hours would take, what is added. */
  readonly means: number;
  readonly limit: number;
  readonly lacking: number;
  readonly added: number;
  /** Minutes that are worth their price. */
  readonly wanted: number;
  /** What the whole ones of them cost beyond the budget, both to the penny as they are paid. */
  readonly paid: number;
}

/** How a holder of a direct payment weighs hours against money; undefined where the budget buys all, or no price is known. */
export function weighingOf(world: World, row: number, price: number): Weighing | undefined {
  const { assessed, funding, service, taste } = world.people.columns;
  if (funding[row] !== Funding.directPayment || !Number.isFinite(price) || !(price > 0)) return undefined;
  const budget = budgetOf(world, row);
  const affordable = (budget * 60) / price;
  if (affordable >= assessed[row] || affordable <= 0) return undefined;
  const { market, era, ledger } = world;
  const usual = service[row] === Service.assistant ? price : market.openingPrice * market.priceIndex;
  const means = meansOf(world, row);
  const { hoursElasticity } = era.directPayment;
  const worthLast = worthOfLast(era, usual, taste[row], means, era.directPayment.familyIncome * market.priceIndex);
  const wanted = Math.min(assessed[row], assessed[row] * pow(worthLast / price, hoursElasticity));
  const limit = means * era.directPayment.topUpLimit;
  return {
    price,
    taste: taste[row],
    usual,
    worthNext: worthLast * pow(assessed[row] / affordable, 1 / hoursElasticity),
    worthLast,
    means,
    limit,
    lacking: ((assessed[row] - affordable) * price) / 60,
    added: Math.max(0, Math.min(limit, ((wanted - affordable) * price) / 60)),
    wanted,
    paid: Math.max(0, ledger.round((Math.floor(wanted) * price) / 60) - ledger.round(budget)),
  };
}

/** The rule in sentences. */
export function weighingText(weighing: Weighing): string[] {
  const { price, taste, usual, worthNext, worthLast, means, limit, lacking, added, wanted, paid } = weighing;
  const sentences = [
    `What an hour more is worth to this person decides: ${pounds(worthNext)} for the first hour that the budget does not buy, and ${pounds(worthLast)} for the last of the agreed hours. The latter is the usual price of ${pounds(usual)}, times ${number(taste, 2)} for this person's own taste, adjusted for the family's means of ${pounds(means)} a week.`,
  ];
  if (added === 0) {
    sentences.push(
      `At ${pounds(price)} an hour they made do, though they would have spent up to ${pounds(limit)} a week; all of the agreed hours would have taken ${pounds(lacking)} of it.`,
    );
  } else if (added < Math.min(limit, lacking)) {
    sentences.push(
      `At ${pounds(price)} an hour they added ${pounds(paid)} a week, until an hour more was worth no more than its price: at ${hours(wanted)} a week. To buy all of the agreed hours would have taken ${pounds(lacking)} a week.`,
    );
  } else if (added < lacking) {
    sentences.push(
      `At ${pounds(price)} an hour they would have gone on to ${hours(wanted)}; but ${pounds(limit)} a week, ${percent(limit / means)} of what the family could spend, is the most that people add.`,
    );
  } else {
    sentences.push(
      `At ${pounds(price)} an hour they added the ${pounds(lacking)} a week that all of the agreed hours take.`,
    );
  }
  return sentences;
}

/** The same as facts beside an event. */
export function weighingFacts(weighing: Weighing | undefined): Fact[] {
  if (weighing === undefined) return [];
  return [
    fact("lacking", "all hours would take on top", weighing.lacking, "pence per week"),
    fact("worth", "the next hour is worth to this person", weighing.worthNext, "pence per hour"),
    fact("limit", "the most they would add", weighing.limit, "pence per week"),
  ];
}

/** How far the budget is from the hours at the council's rate, and why. */
export function errorText(budget: number, rate: number, assessed: number): string {
  const planned = (rate * assessed) / 60;
  const off = budget / planned - 1;
  if (!(Math.abs(off) >= 0.005)) return "";
  return `At that rate the hours come to ${pounds(planned)}: the budget is ${percent(Math.abs(off))} ${off < 0 ? "under" : "over"} it, because a first estimate was out and was put right only in part.`;
}
