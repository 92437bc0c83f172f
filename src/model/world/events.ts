/** Decisions and turning points, kept as columns in the order they happen. */
import { f64, i32, Log, u32, u8 } from "../../kernel/index.ts";

export interface EventKindInfo<C extends string = string> {
  readonly code: C;
  readonly sentence: string;
  readonly unit: string;
}

const kind = <const C extends string>(code: C, sentence: string, unit = ""): EventKindInfo<C> => ({
  code,
  sentence,
  unit,
});

export const EVENT_KINDS = [
  kind("provider.failed", "The provider's cash fell below its overdraft limit; amount is its clients.", "people"),
  kind("provider.closed", "The owner closed the provider in good order; amount is its clients.", "people"),
  kind(
    "provider.transferred",
    "The provider passed to a new owner with people and staff; amount is its clients.",
    "people",
  ),
  kind("provider.entered", "A new agency opened with the first clients it brought along.", "people"),
  kind(
    "package.handedBack",
    "The provider gave notice on a package; amount is what an hour of it loses.",
    "pence per hour",
  ),
  kind("package.refused", "Every agency asked declined the package; amount is its weekly minutes.", "minutes per week"),
  kind("package.spot", "The package was bought outside the framework; amount is the price.", "pence per hour"),
  kind("person.ineligible", "The person was found not eligible; amount is the need.", "minutes per week"),
  kind("person.crisis", "The person had a crisis; amount is the need after it.", "minutes per week"),
  kind("person.careHome", "The person moved to a care home; amount is the need.", "minutes per week"),
  kind("person.route", "The person took a route to care; amount is its code.", "code"),
  kind("person.toppedUp", "The person topped up for the first time; amount is the weekly sum.", "pence per week"),
  kind("council.gap", "The gap between forecast cost and revenue at the year's start.", "share of net budget"),
  kind("council.fee", "The framework fee from this April.", "pence per hour"),
  kind("council.directPaymentRate", "The direct-payment rate from this April, older people.", "pence per hour"),
  kind("council.precept", "The precept raised this April.", "share of council tax"),
  kind("council.measure", "A measure of the savings plan; amount is the saving expected of it.", "pence a year"),
  kind("council.tender", "The framework was tendered; amount is its members.", "providers"),
  kind("council.overspend", "Reserves were empty and the council met an overspend this week.", "pence"),
] as const;

type Code = (typeof EVENT_KINDS)[number]["code"];
export const EventKind = Object.freeze(
  Object.fromEntries(EVENT_KINDS.map((each, index) => [each.code, index])) as Record<Code, number>,
);

/** Why: the cause column of events. */
export const EVENT_CAUSES = [
  "none",
  "insolvency",
  "owner's reasons",
  "cash gone, wound up",
  "sale",
  "margins",
  "price below avoidable cost",
  "no capacity or price too low",
  "no framework place",
  "need below the threshold",
  "hospital",
  "at home",
  "fee restraint",
  "other spending",
  "assessment posts",
  "review tightness",
  "eligibility",
  "direct-payment push",
  "reserves",
  "direct payment",
  "managed budget",
  "managed without a budget",
  "self-funded",
] as const;

type Cause = (typeof EVENT_CAUSES)[number];
export const EventCause = Object.freeze(
  Object.fromEntries(EVENT_CAUSES.map((each, index) => [each, index])) as Record<Cause, number>,
);

const eventSchema = {
  week: i32("week", "From the first burn-in week."),
  kind: u8("code", "What happened: an index into EVENT_KINDS."),
  agent: u32("key", "To whom; 0 for the council."),
  other: u32("key", "The other party; 0 for none."),
  amount: f64("as the kind says", "How much."),
  cause: u8("code", "Why: an index into EVENT_CAUSES."),
} as const;

export class EventLog extends Log<typeof eventSchema> {
  constructor() {
    super(eventSchema);
  }

  /** Notes one event; `agent` and `other` are keys, 0 for the council or nobody. */
  add(week: number, kindIndex: number, agent: number, amount: number, causeIndex = 0, other = 0): void {
    const at = this.append();
    const { columns } = this;
    columns.week[at] = week;
    columns.kind[at] = kindIndex;
    columns.agent[at] = agent;
    columns.other[at] = other;
    columns.amount[at] = amount;
    columns.cause[at] = causeIndex;
  }
}
