/** What a provider's weeks came to: year by year, and in a few sentences. */
import { ProviderKind } from "../../model/world/codes.ts";
import { EVENT_CAUSES } from "../../model/world/events.ts";
import { changeText, counted, dateText, hours, moveText, number, percent, pounds } from "./amounts.ts";
import type { Followed, Money } from "./explanation.ts";
import { feeAndCost, fewHours, lossesOf, sinceText, sinceWhen, spanOf, stateBefore } from "./provider-causes.ts";
import type { ProviderWeek } from "./provider-flows.ts";
import { hasHours, type ProviderState } from "./provider-state.ts";
import type { SeenEvent, Teller } from "./teller.ts";
import { last, mean, sum, type Years } from "./years.ts";

export function addToYears(years: Years, year: string, { state, flows, agreed, given }: ProviderWeek): void {
  const isOwnTeam = state.kind === ProviderKind.inHouse;
  years.add(year, last("clients", "clients", "people"), state.clients);
  years.add(year, mean("booked", "agreed care", "minutes per week"), state.booked);
  years.add(year, mean("given", "agreed care given", "share"), agreed > 0 ? given / agreed : Number.NaN);
  years.add(year, mean("workers", "care workers", "workers"), state.workers);
  years.add(year, mean("vacancy", "posts empty", "share"), state.vacancy);
  years.add(year, mean("wage", "pay", "pence per hour"), state.wage);
  years.add(year, mean("floor", "legal floor", "pence per hour"), state.floor);
  years.add(year, sum("quit", "workers who quit", "workers"), flows.quit);
  if (isOwnTeam) return;
  years.add(year, mean("fee", "council pays", "pence per hour"), state.fee);
  const price = state.kind === ProviderKind.agency ? state.price : Number.NaN;
  years.add(year, mean("price", "individuals pay", "pence per hour"), price);
  years.add(year, mean("fullCost", "full cost", "pence per hour"), hasHours(state) ? state.fullCost : Number.NaN);
  years.add(year, last("margin", "half-year margin", "share"), state.margin);
  years.add(year, last("cash", "cash", "pence"), state.cash);
}

/** What was left when the accounts of one that left were settled, pence. */
export interface Settled {
  /** To its owners. */
  readonly payout: number;
  /** From the bank, for what the council still owed. */
  readonly invoices: number;
}

/** What a summary is made from. */
export interface ProviderLife {
  /** The first of one that traded before is as it stood when recording began. */
  readonly weeks: readonly ProviderWeek[];
  readonly hasTradedBefore: boolean;
  readonly exit: SeenEvent | undefined;
  /** As it stood when it left. */
  readonly end: ProviderState | undefined;
  readonly settled: Settled;
  readonly notices: number;
  readonly spots: number;
  /** Clients who lost it when it left. */
  readonly lost: readonly Followed[];
}

export function summaryOf(life: ProviderLife, teller: Teller, money: Money): string[] {
  const { weeks, hasTradedBefore, exit, end, notices, spots } = life;
  const first = weeks[0]?.state;
  // One that left is told of up to the moment when it did, as the chain of causes is.
  const latest = exit === undefined ? weeks.at(-1)?.state : end;
  if (first === undefined || latest === undefined) return [];
  const stay = hasTradedBefore
    ? `${counted(weeks.length - 1, "week")} after recording began`
    : `after ${counted(weeks.length, "week")} in the market`;
  const lines =
    exit === undefined
      ? [`Still trading when the run ended, ${stay}.`]
      : [`${exitText(exit, teller)}, ${stay}.`, ...whyText(weeks, latest, teller), ...lostText(life.lost)];
  const over = hasTradedBefore ? "Since recording began" : "Over its time";
  lines.push(
    `${over}, clients ${moveText(first.clients, latest.clients, (each) => number(each))}, and agreed care ${moveText(first.booked, latest.booked, hours)} a week.`,
  );
  if (first.kind === ProviderKind.inHouse) return lines;
  lines.push(feeAndCost(first, latest), ownersText(life, money));
  if (notices > 0) lines.push(`It gave notice on ${counted(notices, "package")}.`);
  if (spots > 0) lines.push(`It took ${counted(spots, "package")} at a spot price.`);
  return lines;
}

/** What owners took week by week is one thing; what the settling of the accounts left them, another. */
function ownersText({ exit, end, settled }: ProviderLife, money: Money): string {
  const taken = money.rows.filter(({ purpose }) => purpose === "drawings" || purpose === "payout");
  const all = taken.reduce((before, { pence }) => before + pence, 0);
  if (exit === undefined || end === undefined) return `Its owners took ${pounds(all)} out in all.`;
  const { payout, invoices } = settled;
  const traded = `Its owners took ${pounds(all - payout)} out while it traded`;
  if (payout === 0) return `${traded}, and nothing was left for them in the end.`;
  const source = `the ${pounds(invoices)} that the bank gave for the invoices it took over`;
  const from = invoices === 0 ? "" : end.cash <= 0 ? `, all of it out of ${source}` : `, with ${source}`;
  return `${traded}. When its accounts were settled ${pounds(payout)} was left for them${from}.`;
}

/** How it left, by the cause. */
const HOW: Partial<Record<(typeof EVENT_CAUSES)[number], string>> = {
  insolvency: "Failed",
  "cash gone, wound up": "Wound up, its cash gone,",
  "owner's reasons": "Closed for the owner's own reasons",
  "nobody on its books": "Closed, with neither people nor staff left,",
};

function exitText(exit: SeenEvent, teller: Teller): string {
  const monday = dateText(teller.dates.mondays[teller.recorded(exit.week)]);
  return `${HOW[EVENT_CAUSES[exit.cause]] ?? "Left"} on ${monday} with ${counted(exit.amount, "client")}`;
}

/** Growth of a book that is worth a word: pay runs ahead of fees. */
const GROWTH = 1.1;

/** The reasons in a few sentences, the nearest first. */
function whyText(weeks: readonly ProviderWeek[], end: ProviderState, teller: Teller): string[] {
  const lines: string[] = [];
  if (end.cash < end.limit) {
    lines.push(`Its cash had fallen to ${pounds(end.cash)}, below the overdraft limit of ${pounds(end.limit)}.`);
  }
  lines.push(hasHours(end) ? hourText(end) : fewHours(end), ...lossText(weeks, teller));
  const cashSince = sinceWhen(weeks, ({ cash }) => cash < 0);
  if (cashSince !== undefined) lines.push(`Cash had been below zero ${sinceText(cashSince, teller)}.`);
  const then = stateBefore(weeks, end);
  if (then !== undefined && then.booked > 0 && end.booked > then.booked * GROWTH) {
    const more = changeText(then.booked, end.booked).replace("+", "");
    lines.push(
      `In its last ${spanOf(then, end)} it agreed ${more} more care, which staff are paid for weeks before the council pays.`,
    );
  }
  return lines;
}

/** What an hour earned it, where there are hours enough to say. */
function hourText({ fee, fullCost, booked, individual }: ProviderState): string {
  const council = percent(1 - individual / booked);
  const earned = fee - fullCost;
  return `An hour for the council, ${council} of its work, ${earned < 0 ? "lost" : "left"} ${pounds(Math.abs(earned))} at full cost.`;
}

/** Since when, over half a year, it fell short of what its owner would draw, and since when it really lost money. */
function lossText(weeks: readonly ProviderWeek[], teller: Teller): string[] {
  const { short, loss } = lossesOf(weeks);
  if (short === undefined) return [];
  const drawings = `it had earned too little, over half a year, for all that its owner would draw`;
  const lead = `${sentenceCase(sinceText(short, teller))} ${drawings}`;
  if (loss === undefined) return [`${lead}; it did earn pay and running costs.`];
  if (loss.week <= short.week) return [`${lead}, and less than pay and running costs.`];
  return [`${lead}; ${sinceText(loss, teller)}, less than pay and running costs.`];
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function lostText(lost: readonly Followed[]): string[] {
  if (lost.length === 0) return [];
  const found = lost.filter(({ outcome }) => outcome === "new provider" || outcome === "own way");
  const waited = found.filter(({ without }) => without > 0).length;
  const gap = waited === 0 ? "none of them with a week without" : `${number(waited)} of them after weeks without`;
  return [`Of the people whom it left ${number(found.length)} found care again, ${gap}.`];
}
