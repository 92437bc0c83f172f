/** Care workers and personal assistants, employed or looking. */
import { f64, i32, rowOf, u8, type Table } from "../../kernel/index.ts";

export const workersSchema = {
  zone: u8("zone", "Where the worker lives."),
  turn: u8("place", "Place in the round of twelve weeks; every fourth of them is the worker's turn."),
  account: i32("account", "The worker's money."),
  employment: u8("code", "Seeking, with a provider, with a person, or gone."),
  provider: rowOf("providers", "The provider that employs the worker."),
  person: rowOf("people", "The person who employs the worker as an assistant."),
  startedWeek: i32("week", "Week in which the present job began."),
  fromCare: u8("flag", "Whether the last job before the present one was in care."),
  checked: u8("flag", "Whether somebody has checked the worker's record: agencies always do."),
  wage: f64("pence per hour", "Pay of an assistant; others have their provider's."),
  usual: i32("minutes per week", "Usual paid hours."),
  contact: i32("minutes per week", "Time with people this week."),
  relief: i32("minutes per week", "Time for which a relief assistant stands in this week."),
  paid: i32("minutes per week", "Paid time this week."),
} as const;

export type Workers = Table<typeof workersSchema>;
