/** What a provider's weeks came to: year by year, and in a few sentences. */
import { ProviderKind } from "../../model/world/codes.ts";
import { EVENT_CAUSES, EVENT_KINDS, EventKind } from "../../model/world/events.ts";
import { counted, dateText, hours, number, percent, pounds } from "./amounts.ts";
import type { Money } from "./explanation.ts";
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
    mean("given", "of it given", "share"),
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
  years.add(year, mean("fullCost", "an hour costs", "pence per hour"), state.fullCost);
  years.add(year, last("margin", "half-year margin", "share"), state.margin);
  years.add(year, last("cash", "cash", "pence"), state.cash);
}

export function summaryOf(
  weeks: readonly ProviderWeek[],
  exit: SeenEvent | undefined,
  { notices, spots }: { readonly notices: number; readonly spots: number },
  teller: Teller,
  { rows }: Money,
): string[] {
  const [first, end] = [weeks[0]?.state, weeks.at(-1)?.state];
  if (first === undefined || end === undefined) return [];
  const monday = (week: number): string => dateText(teller.dates.mondays[teller.recorded(week)]);
  const lines = [`${exitText(exit, monday)}${counted(weeks.length, "week")} in the market.`];
  lines.push(
    `Clients went from ${number(first.clients)} to ${number(end.clients)}, agreed care from ${hours(first.booked)} to ${hours(end.booked)} a week.`,
  );
  if (first.kind === ProviderKind.inHouse) return lines;
  lines.push(
    `The council paid ${pounds(first.fee)} an hour at first and ${pounds(end.fee)} at the last; an hour cost it ${pounds(first.fullCost)} and ${pounds(end.fullCost)}.`,
    `Its half-year margin went from ${percent(first.margin)} to ${percent(end.margin)} of revenue.`,
  );
  const taken = rows.filter(({ purpose }) => purpose === "drawings" || purpose === "payout");
  const owners = taken.reduce((all, { pence }) => all + pence, 0);
  lines.push(`Its owners took ${pounds(owners)} out in all.`);
  if (notices > 0) lines.push(`It gave notice on ${counted(notices, "package")}.`);
  if (spots > 0) lines.push(`It took ${counted(spots, "package")} at a spot price.`);
  return lines;
}

function exitText(exit: SeenEvent | undefined, monday: (week: number) => string): string {
  if (exit === undefined) return "Still trading when the run ended: ";
  const failed = EVENT_KINDS[exit.kind].code === EVENT_KINDS[EventKind["provider.failed"]].code;
  const how = failed
    ? "Failed"
    : EVENT_CAUSES[exit.cause] === "owner's reasons"
      ? "Closed by its owner"
      : "Wound up, its cash gone,";
  return `${how} on ${monday(exit.week)} with ${counted(exit.amount, "client")}, after `;
}
