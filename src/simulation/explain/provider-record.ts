/** What a provider's weeks came to: year by year, and in a few sentences. */
import { ProviderKind } from "../../model/world/codes.ts";
import { EVENT_CAUSES, EventKind } from "../../model/world/events.ts";
import { changeText, counted, dateText, hours, moveText, number, percent, pounds } from "./amounts.ts";
import type { Followed, Money } from "./explanation.ts";
import { lossesOf, mondayOf, sinceWhen, stateBefore } from "./provider-causes.ts";
import type { Flows, ProviderWeek } from "./provider-flows.ts";
import type { ProviderState } from "./provider-state.ts";
import type { SeenEvent, Teller } from "./teller.ts";
import { last, mean, sum, type Years } from "./years.ts";

export function addToYears(years: Years, year: string, state: ProviderState, flows: Flows): void {
  const isOwnTeam = state.kind === ProviderKind.inHouse;
  years.add(year, last("clients", "clients", "people"), state.clients);
  years.add(year, mean("booked", "agreed care", "minutes per week"), state.booked);
  years.add(
    year,
    mean("given", "agreed care given", "share"),
    state.booked > 0 ? state.delivered / state.booked : Number.NaN,
  );
  years.add(year, mean("workers", "care workers", "workers"), state.workers);
  years.add(year, mean("vacancy", "posts empty", "share"), state.vacancy);
  years.add(year, mean("wage", "pay", "pence per hour"), state.wage);
  years.add(year, mean("floor", "legal floor", "pence per hour"), state.floor);
  years.add(year, sum("quit", "workers who quit", "workers"), flows.quit);
  if (isOwnTeam) return;
  years.add(year, mean("fee", "council pays", "pence per hour"), state.fee);
  const price = state.kind === ProviderKind.agency ? state.price : Number.NaN;
  years.add(year, mean("price", "individuals pay", "pence per hour"), price);
  years.add(year, mean("fullCost", "full cost", "pence per hour"), state.fullCost);
  years.add(year, last("margin", "half-year margin", "share"), state.margin);
  years.add(year, last("cash", "cash", "pence"), state.cash);
}

/** What a summary is made from. */
export interface ProviderLife {
  readonly weeks: readonly ProviderWeek[];
  readonly exit: SeenEvent | undefined;
  /** As it stood when it left. */
  readonly end: ProviderState | undefined;
  readonly notices: number;
  readonly spots: number;
  /** Clients who lost it when it left. */
  readonly lost: readonly Followed[];
}

export function summaryOf(life: ProviderLife, teller: Teller, money: Money): string[] {
  const { weeks, exit, end, notices, spots } = life;
  const [first, last_] = [weeks[0]?.state, weeks.at(-1)?.state];
  if (first === undefined || last_ === undefined) return [];
  const stay = `${counted(weeks.length, "week")} in the market`;
  const lines =
    exit === undefined || end === undefined
      ? [`Still trading when the run ended, after ${stay}.`]
      : [`${exitText(exit, teller)}, after ${stay}.`, ...whyText(weeks, exit, end, teller), ...lostText(life.lost)];
  lines.push(
    `Over its time, clients ${moveText(first.clients, last_.clients, (each) => number(each))}, and agreed care ${moveText(first.booked, last_.booked, hours)} a week.`,
  );
  if (first.kind === ProviderKind.inHouse) return lines;
  lines.push(
    `What the council pays ${moveText(first.fee, last_.fee)} an hour; what an hour costs it in full ${moveText(first.fullCost, last_.fullCost)}.`,
  );
  const taken = money.rows.filter(({ purpose }) => purpose === "drawings" || purpose === "payout");
  const owners = taken.reduce((all, { pence }) => all + pence, 0);
  lines.push(`Its owners took ${pounds(owners)} out in all.`);
  if (notices > 0) lines.push(`It gave notice on ${counted(notices, "package")}.`);
  if (spots > 0) lines.push(`It took ${counted(spots, "package")} at a spot price.`);
  return lines;
}

function exitText(exit: SeenEvent, teller: Teller): string {
  const cause = EVENT_CAUSES[exit.cause];
  const isFailure = exit.kind === EventKind["provider.failed"];
  const isForced = cause !== "owner's reasons";
  const how = isFailure ? "Failed" : isForced ? "Wound up, its cash gone," : "Closed for the owner's own reasons";
  return `${how} on ${dateText(teller.dates.mondays[teller.recorded(exit.week)])} with ${counted(exit.amount, "client")}`;
}

/** Growth of a book that is worth a word: pay runs ahead of fees. */
const GROWTH = 1.1;

/** The reasons in a few sentences, the nearest first. */
function whyText(weeks: readonly ProviderWeek[], exit: SeenEvent, end: ProviderState, teller: Teller): string[] {
  const lines: string[] = [];
  if (EVENT_CAUSES[exit.cause] !== "owner's reasons") {
    lines.push(`Its cash had fallen to ${pounds(end.cash)}, below the overdraft limit of ${pounds(end.limit)}.`);
  }
  const council = 1 - end.individual / Math.max(end.booked, 1);
  const perHour = end.fee - end.fullCost;
  lines.push(
    `An hour for the council, ${percent(council)} of its work, ${perHour < 0 ? "lost" : "left"} ${pounds(Math.abs(perHour))} at full cost.`,
    ...lossText(weeks, teller),
  );
  const cashSince = sinceWhen(weeks, ({ cash }) => cash < 0);
  if (cashSince !== undefined) lines.push(`Cash had been below zero since ${mondayOf(cashSince, teller)}.`);
  const then = stateBefore(weeks, end);
  if (then !== undefined && end.booked > then.booked * GROWTH) {
    lines.push(
      `In its last year it agreed ${changeText(then.booked, end.booked)} more care, which staff are paid for weeks before the council pays.`.replace(
        "+",
        "",
      ),
    );
  }
  return lines;
}

/** Since when, over half a year, it fell short of what its owner would draw, and since when it really lost money. */
function lossText(weeks: readonly ProviderWeek[], teller: Teller): string[] {
  const { short, loss } = lossesOf(weeks);
  if (short === undefined) return [];
  const drawings = `Since ${mondayOf(short, teller)} it had earned too little, over half a year, for all that its owner would draw`;
  if (loss === undefined) return [`${drawings}; pay and running costs it earned.`];
  if (loss.week <= short.week) return [`${drawings}, and less than pay and running costs.`];
  return [`${drawings}; since ${mondayOf(loss, teller)}, less than pay and running costs.`];
}

function lostText(lost: readonly Followed[]): string[] {
  if (lost.length === 0) return [];
  const found = lost.filter(({ outcome }) => outcome === "new provider" || outcome === "own way");
  const waited = found.filter(({ without }) => without > 0).length;
  const gap = waited === 0 ? "none of them with a week without" : `${number(waited)} of them after weeks without`;
  return [`Of those clients ${number(found.length)} found care again, ${gap}.`];
}
