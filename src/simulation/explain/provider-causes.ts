/** Why a provider left or gave notice: the year before, link by link, in the order in which one leads to the next. */
import { ProviderKind } from "../../model/world/codes.ts";
import { counted, dateText, hours, moveText, number, percent, pounds } from "./amounts.ts";
import type { Link } from "./explanation.ts";
import { FLOWS, sumOfFlows, type Flow, type Flows, type ProviderWeek } from "./provider-flows.ts";
import { type CostParts, hasHours, type ProviderState } from "./provider-state.ts";
import type { Teller } from "./teller.ts";

const YEAR_WEEKS = 52;

/** Its last week, up to the exit. */
type LastWeek = Pick<ProviderWeek, "state" | "flows">;

/** The links behind an exit; a young one is compared with its opening, or with when recording began. */
export function chainOf(weeks: readonly ProviderWeek[], last: LastWeek, teller: Teller): Link[] {
  const end = last.state;
  const then = stateBefore(weeks, end);
  if (then === undefined) return [];
  const lead = `In the ${spanOf(then, end)} before`;
  const latest = weeks.filter(({ state }) => state.week > then.week);
  const flows = sumOfFlows([...latest, last].map((week) => week.flows));
  return [
    pricesLink(then, end, lead),
    volumesLink(flows, then, end, lead),
    staffLink(flows, latest, then, end, lead),
    marginLink(weeks, then, end, teller),
    cashLink(weeks, latest, then, end, teller),
  ];
}

/** "year", or "30 weeks" where there is no more of a record. */
export function spanOf(then: ProviderState, end: ProviderState): string {
  const since = end.week - then.week;
  return since >= YEAR_WEEKS ? "year" : counted(since, "week");
}

/** As it stood a year earlier, or when the record begins. */
export function stateBefore(weeks: readonly ProviderWeek[], end: ProviderState): ProviderState | undefined {
  const earlier = weeks.filter(({ state }) => state.week <= end.week - YEAR_WEEKS).at(-1) ?? weeks[0];
  return earlier?.state;
}

function pricesLink(then: ProviderState, end: ProviderState, lead: string): Link {
  const sentences = [
    `${lead}, the legal wage floor ${moveText(then.floor, end.floor)} an hour and its own pay ${moveText(then.wage, end.wage)}.`,
    feeAndCost(then, end),
  ];
  if (!hasHours(end)) return { title: "Fees and wages", sentences: [...sentences, fewHours(end)] };
  if (hasHours(then)) sentences.push(...partsText(then.parts, end.parts, then.booked, end.booked));
  sentences.push(gainOf(end.fee - end.fullCost, "for the council"));
  if (end.kind === ProviderKind.agency && end.individual > 0) {
    const share = percent(end.individual / Math.max(end.booked, 1));
    sentences.push(
      `Individuals, who buy ${share} of its hours, pay ${pounds(end.price)}: ${gainOf(end.price - end.fullCost, "for them").toLowerCase()}`,
    );
  }
  return { title: "Fees and wages", sentences };
}

/** What the council pays and what an hour costs; the cost only where there were hours for it to be spread over. */
export function feeAndCost(then: ProviderState, end: ProviderState): string {
  const fee = `What the council pays ${moveText(then.fee, end.fee)} an hour`;
  if (!hasHours(end)) return `${fee}.`;
  if (!hasHours(then)) return `${fee}; at the end an hour cost it ${pounds(end.fullCost)} in full.`;
  return `${fee}; what an hour costs it in full ${moveText(then.fullCost, end.fullCost)}.`;
}

/** In place of what an hour costs, where hardly any are agreed. */
export function fewHours({ kind, booked }: ProviderState): string {
  const agreed = `It had ${booked === 0 ? "no care" : `${hours(booked)} of care a week`} agreed at the end`;
  if (kind !== ProviderKind.agency) return `${agreed}.`;
  return `${agreed}: ${booked === 0 ? "nothing" : "hardly anything"} to spread its fixed costs over.`;
}

/** What the change of the full cost is made of, the largest part first. */
function partsText(
  then: CostParts | undefined,
  end: CostParts | undefined,
  before: number,
  booked: number,
): readonly string[] {
  if (then === undefined || end === undefined) return [];
  const parts = [
    { pence: end.pay - then.pay, words: "pay, with tax, pension and training" },
    { pence: end.travel - then.travel, words: "paid travel between visits" },
    { pence: end.running - then.running, words: "mileage and running costs" },
    {
      pence: end.fixed - then.fixed,
      words: `fixed costs and drawings, spread over ${hours(booked)} a week instead of ${hours(before)}`,
    },
  ].filter(({ pence }) => Math.abs(pence) >= 0.5);
  if (parts.length === 0) return [];
  parts.sort((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  const listed = parts.map(({ pence, words }) => `${pence > 0 ? "+" : ""}${pounds(pence)} ${words}`);
  return [`Of that change in the cost of an hour: ${listed.join("; ")}.`];
}

const gainOf = (pence: number, whom: string): string =>
  pence < 0 ? `An hour ${whom} loses ${pounds(-pence)}.` : `An hour ${whom} leaves ${pounds(pence)}.`;

const CAME: readonly Flow[] = ["placed by the council", "chose it", "came along when it opened"];
const WENT: readonly Flow[] = [
  "left care",
  "went into hospital",
  "re-placed by the council",
  "changed route or service at a review",
  "chose to leave",
  "followed somebody to a new agency",
  "lost when a notice ran out",
];

function volumesLink(flows: Flows, then: ProviderState, end: ProviderState, lead: string): Link {
  const listed = (names: readonly Flow[]): string =>
    FLOWS.filter((name) => names.includes(name) && flows[name] > 0)
      .map((name) => `${number(flows[name])} ${name}`)
      .join(", ");
  const [came, went] = [listed(CAME), listed(WENT)];
  const sentences = [
    `${lead}, clients ${moveText(then.clients, end.clients, (each) => number(each))} and the care it had agreed ${moveText(then.booked, end.booked, hours)} a week.`,
  ];
  if (came !== "") sentences.push(`Clients who came: ${came}.`);
  if (went !== "") sentences.push(`Clients who went: ${went}.`);
  return { title: "Clients and hours", sentences };
}

function staffLink(
  flows: Flows,
  latest: readonly ProviderWeek[],
  then: ProviderState,
  end: ProviderState,
  lead: string,
): Link {
  const { quit, hired, "came from closing providers": taken } = flows;
  const takenText = taken > 0 ? ` ${number(taken)} came from closing providers,` : "";
  const agreed = latest.reduce((all, week) => all + week.agreed, 0);
  const given = latest.reduce((all, week) => all + week.given, 0);
  const sentences = [
    `${lead}, care workers ${moveText(then.workers, end.workers, (each) => number(each))}: ${number(hired)} hired,${takenText} ${number(quit)} quit.`,
    `At the end ${percent(end.vacancy)} of its posts stood empty (half-year mean).`,
  ];
  if (agreed > 0) sentences.push(`It gave ${percent(given / agreed)} of the care agreed.`);
  return { title: "Staff", sentences };
}

function marginLink(weeks: readonly ProviderWeek[], then: ProviderState, end: ProviderState, teller: Teller): Link {
  const sentences = [
    `The half-year margin went from ${percent(then.margin)} to ${percent(end.margin)} of revenue: ${pounds(end.revenue)} a week came in for work done, ${pounds(end.cost)} a week went out, the owner's full drawings included.`,
  ];
  const { short, loss } = lossesOf(weeks);
  if (short !== undefined) sentences.push(`It had been below zero ${sinceText(short, teller)}.`);
  if (short !== undefined && loss === undefined) {
    sentences.push(
      "It earned its pay and running costs all the time: it was the owner's drawings that it fell short of.",
    );
  } else if (short !== undefined && loss !== undefined && loss.week > short.week) {
    sentences.push(
      `Until ${mondayOf(loss, teller)} it still earned its pay and running costs: it was the owner's drawings that it fell short of. From then on it lost money even without them.`,
    );
  }
  return { title: "Margin", sentences };
}

function cashLink(
  weeks: readonly ProviderWeek[],
  latest: readonly ProviderWeek[],
  then: ProviderState,
  end: ProviderState,
  teller: Teller,
): Link {
  const peak = latest.reduce((best, { state }) => (state.cash > best.cash ? state : best), then);
  const isBetween = peak !== then && peak.cash > end.cash;
  const highest = isBetween
    ? `; within that time it was highest on ${mondayOf(peak, teller)}, at ${pounds(peak.cash)}`
    : "";
  const sentences = [
    `Cash went from ${pounds(then.cash)} to ${pounds(end.cash)}${highest}.`,
    `The council pays some weeks after the work is done: it owed ${pounds(then.owed)} at first and ${pounds(end.owed)} at the end.${owedText(end.owed - then.owed)}`,
    `The overdraft limit was ${pounds(end.limit)}.`,
  ];
  if (end.instalment > 0) {
    sentences.push(
      `Its owner had bought it on credit: ${pounds(end.instalment)} a week served the loan, come what may.`,
    );
  }
  const since = sinceWhen(weeks, ({ cash }) => cash < 0);
  if (since !== undefined) sentences.push(`Cash had been below zero ${sinceText(since, teller)}.`);
  return { title: "Cash", sentences };
}

/** More work is pay to find weeks before the fee for it comes in. */
const owedText = (more: number): string =>
  more > 0 ? ` So ${pounds(more)} of the cash went into work that was not paid for yet.` : "";

/**
 * Since when it fell short of full drawings, and since when it lost money before any. Full drawings are in the cost
 * whether the owner takes them or not.
 */
export function lossesOf(weeks: readonly ProviderWeek[]): {
  readonly short: ProviderState | undefined;
  readonly loss: ProviderState | undefined;
} {
  return {
    short: sinceWhen(weeks, ({ margin }) => margin < 0),
    loss: sinceWhen(weeks, ({ revenue, cost, drawings }) => revenue < cost - drawings),
  };
}

/** The first week of the unbroken stretch, up to the last one, in which something held. */
export function sinceWhen(
  weeks: readonly ProviderWeek[],
  holds: (state: ProviderState) => boolean,
): ProviderState | undefined {
  let first: ProviderState | undefined;
  for (let at = weeks.length - 1; at >= 0 && holds(weeks[at].state); at--) first = weeks[at].state;
  return first;
}

const mondayOf = ({ week }: ProviderState, teller: Teller): string =>
  dateText(teller.dates.mondays[teller.recorded(week)]);

/** "since 4 Jul 2016"; what stood at the opening of the record may have begun long before. */
export const sinceText = (state: ProviderState, teller: Teller): string =>
  teller.recorded(state.week) < 0 ? "since before recording began" : `since ${mondayOf(state, teller)}`;

/** Why packages were handed back: the fee against what an hour saves. `hadBefore` where it had before recording began. */
export function handBackLink(
  weeks: readonly ProviderWeek[],
  first: ProviderState,
  hadBefore: boolean,
  teller: Teller,
): Link {
  const then = stateBefore(weeks, first);
  const which = hadBefore ? "first gave notice in the record" : "first gave notice";
  const sentences = [
    `When it ${which}, on ${mondayOf(first, teller)}, the council paid ${pounds(first.fee)} an hour, and an hour not given saved it ${pounds(first.avoidable)} on average; it costs more for people who live far off.`,
  ];
  if (then !== undefined && (then.fee !== first.fee || then.avoidable !== first.avoidable)) {
    sentences.push(
      `In the time before, the fee ${moveText(then.fee, first.fee)}, and what an hour saves ${moveText(then.avoidable, first.avoidable)}.`,
    );
  }
  return { title: "Why it gave notice", sentences };
}
