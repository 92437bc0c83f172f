/** People who draw on care, ask for it, or pay for it themselves. */
import { f64, i32, rowOf, u8, type Table } from "../../kernel/index.ts";

export const peopleSchema = {
  group: u8("code", "Older, physical, learning or mental."),
  zone: u8("zone", "Where the person lives."),
  cause: u8("code", "Referral, short-term help or self-funder; founders are referrals."),
  enteredWeek: i32("week", "Week of the referral."),
  turn: u8("place", "Place in the round of twelve weeks; every fourth of them is the person's turn."),
  account: i32("account", "Household money."),
  budgetAccount: i32("account", "The direct-payment account."),

  stage: u8("code", "Assessment, seeking, served, gone or refused."),
  source: u8("code", "Why the person is in the queue."),
  queuedWeek: i32("week", "Since when the person has been in the present queue."),
  rank: f64("share", "Place among assessed people by need, 0 lowest to 1."),
  placedNeed: f64("minutes per week", "Need at which the person was last placed among the assessed; 0 for never."),

  need: f64("minutes per week", "Personal care needed beyond what unpaid carers give."),
  recovering: f64("minutes per week", "Part of the need that a crisis added and that will fade."),
  needTerm: f64("points", "Loss of quality of life that goes with the need itself: ln(need / 8 hours)."),
  carer: f64("share", "How far unpaid carers step in for care that is missing."),
  capacity: f64("share", "How far the person, with whoever helps, can manage support."),
  byChoice: u8("flag", "Whether the person holds a direct payment, or would have, as things stood at the opening."),
  finding: f64("share", "Place among people in the same position by how easily they find information, 0 hardest."),
  crisisWeek: i32("week", "Week of the last crisis; far in the past for none."),
  sessions: f64("sessions per week", "Activities wanted."),

  funding: u8("code", "Route: who pays and who holds the money."),
  service: u8("code", "What kind of care."),
  provider: rowOf("providers", "Who gives the care, where one provider does."),
  spot: u8("flag", "Whether the package was bought outside the framework."),
  offered: u8("agencies", "Willing agencies that the person chose among; 0 where a broker placed."),
  rate: f64("ratio", "Price of a spot package over the framework fee; 0 where the fee itself holds."),
  noticeWeek: i32("week", "Week in which the provider leaves after notice; 0 for none."),
  endWeek: i32("week", "Week in which short-term help ends; 0 for none."),
  reviewWeek: i32("week", "Week of the last assessment or review."),

  assessed: i32("minutes per week", "Care the council has agreed, or a self-funder wants."),
  bought: i32("minutes per week", "Care commissioned or bought this week; nothing for whoever waits."),
  delivered: i32("minutes per week", "Care that came this week."),
  monitored: u8("flag", "Whether visits under the council's contract are logged electronically."),
  unrecorded: i32("minutes per week", "On the time sheet this week, and did not come."),
  spare: i32("minutes per week", "Left over from this week's visits and banked; key outcomes were met without."),
  fromBank: i32("minutes per week", "Came this week out of the person's own bank."),
  fromPool: i32("minutes per week", "Came this week out of minutes that others no longer need."),
  bankedAtTurn: i32(
    "minutes",
    "Came out of the two at the person's last turn, to be used over the four weeks from then on; 0 out of contract.",
  ),
  banked: i32("minutes", "Minutes that visits left over, paid for and still to come."),
  extra: i32(
    "minutes per week",
    "Part of what is bought that family adds to a package the council arranges, at the agency's price.",
  ),

  budgetRatio: f64("ratio", "Final personal budget over what the planned support costs at the council's rates."),
  raised: f64("ratio", "Part of that ratio which upheld reviews of the budget have added."),
  income: f64("standard deviations", "Income above the protected minimum, against the group's middle."),
  savings: f64("pence", "Savings, in cash."),
  charge: f64("pence per week", "Assessed charge."),
  meansRatio: f64("ratio", "What person and family could spend on more care, over the usual."),
  taste: f64("ratio", "Value of the last hours over the usual price."),
  topUp: f64("pence per week", "Spent this week beyond budget and charge."),
  toppedUp: u8("flag", "Whether the person has ever topped up."),

  assistants: u8("workers", "Personal assistants employed."),
  firstAssistant: rowOf("workers", "One of the assistants."),
  secondAssistant: rowOf("workers", "The other."),
  assistantsHired: u8("workers", "Personal assistants ever hired, modulo 256."),
  assistantsWanted: u8("workers", "Personal assistants wanted."),

  continuity: f64("share", "How far the same workers keep coming."),
  base: f64("points", "What the person brings along to quality of life."),
  life: f64("points", "Social-care-related quality of life, 0 to 24."),
  harm: f64("share", "How far harm from a carer still weighs: 1 when fresh, fading to 0."),
  openingLife: f64("points", "The same when recording began, or at the first week of care after that."),
} as const;

export type People = Table<typeof peopleSchema>;
