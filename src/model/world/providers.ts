/** Organisations that give care: agencies, the council's own team, supported living, day services. */
import { f64, i32, u8, type Table } from "../../kernel/index.ts";

export const providersSchema = {
  kind: u8("code", "Agency, in-house team, supported living, day service or micro-provider."),
  status: u8("code", "Trading, closed or failed; the last two are for good."),
  enteredWeek: i32("week", "Week in which it opened."),
  account: i32("account", "Cash; below zero is the overdraft."),
  homeZone: u8("zone", "Where the office is."),
  zones: u8("bit set", "Zones served, one bit each."),
  framework: u8("flag", "Whether the council's framework lists it."),
  lots: u8("bit set", "Zones in which a member is offered packages, one bit each."),
  sizeWeight: f64("clients", "Opening size that founders were drawn by."),

  wage: f64("pence per hour", "Pay of its care workers."),
  premium: f64("share", "Least that pay stands above the legal floor."),
  overheadRatio: f64("ratio", "Its running costs that follow hours, over the mean agency's."),
  zeroHours: f64("share", "Workers without guaranteed hours."),
  quality: f64("standard deviations", "Quality of its care."),
  withheld: f64("share", "How far pay for travel and training has given way under pressure."),
  price: f64("pence per hour", "Private price; the council's price for supported living and day services."),

  clients: i32("people", "People it serves."),
  workers: i32("workers", "Workers it employs."),
  usualMinutes: f64("minutes per week", "Usual paid hours of all its workers."),
  booked: f64("minutes per week", "Care it has agreed to give."),
  volume: f64("minutes per week", "Care it has agreed to give, smoothed over a year."),
  privateBooked: f64("minutes per week", "The part of it that individuals pay for."),
  buyerShare: f64("share", "What it gave of all that individuals bought where it works, when prices were last set."),
  spared: f64("minutes per week", "What its contracts let it leave out of the agreed care this week."),
  giveShare: f64("share", "Agreed time that it gives where an outcomes-based contract leaves that to it."),
  pooled: f64("minutes", "Banked minutes that their owners no longer need, still to come to others."),
  capacity: f64("minutes per week", "Contact time of its workers at usual hours."),
  travel: f64("ratio", "Travel time over contact time."),
  declined: f64("minutes per week", "Work declined for want of staff, smoothed."),
  posts: f64("workers", "Posts it wants filled."),
  vacancy: f64("share", "Unfilled posts, smoothed over half a year."),
  overtime: f64("share", "Contact time beyond usual hours, smoothed over eight weeks."),
  churn: f64("share a year", "Workers who left, smoothed over half a year, yearly rate."),

  delivered: f64("minutes per week", "Care it gave this week."),
  revenue: f64("pence per week", "Earned this week, paid or not."),
  cost: f64("pence per week", "Cost of this week before the owner's drawings and payouts."),
  payroll: f64("pence per week", "Gross pay and on-costs of this week."),
  revenueMean: f64("pence per week", "Revenue, smoothed over 26 weeks."),
  costMean: f64("pence per week", "Cost with full drawings, smoothed over 26 weeks."),
  instalment: f64("pence per week", "What serves the loan with which its owner bought it, while there is one."),
  loanEnd: i32("week", "First week without an instalment; 0 where there never was a loan."),
  supported: i32("weeks", "Weeks for which the council has kept it from failing."),
  insurance: f64("pence", "Employer National Insurance due since April, for the Employment Allowance."),
} as const;

/** Providers decide every so many weeks. */
export const DECISION_WEEKS = 4;

/** Weeks of invoices that the council can owe: the ring of `MarketState.due`. */
export const DUE_WEEKS = 8;

export type Providers = Table<typeof providersSchema>;
