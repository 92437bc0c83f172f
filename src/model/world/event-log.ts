/** What happened, kept as columns in the order in which it did. */
import { f64, i32, Log, u32, u8 } from "../../kernel/index.ts";

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
