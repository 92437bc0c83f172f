/** What is kept of people who have left care: what the table of people shows of them. */
import { f64, i32, Log, u32, u8 } from "../../kernel/index.ts";
import { fifthOf } from "./fifths.ts";
import type { People } from "./people.ts";
import { FUNDING_WORDS, SERVICE_WORDS } from "./words.ts";

/** How the table of people says that somebody had not left when the run ended: later than any week. */
export const NOT_LEFT = 1_000_000;

/** "0 none, 1 home care" and so on. */
const codesOf = (words: readonly string[]): string => words.map((word, code) => `${code} ${word}`).join(", ");

const departedSchema = {
  person: u32("key", "Stable across policies."),
  group: u8("code", "0 older, 1 physical, 2 learning, 3 mental."),
  zone: u8("zone", "Where the person lives, from 0: measures that end in zone1 are of this zone 0."),
  entered: i32(
    "week",
    "Recorded week of the referral, from 0; less than 0 before, and minus the burn-in weeks for who was there at the founding.",
  ),
  left: i32(
    "week",
    `Recorded week in which the person left care, from 0; ${NOT_LEFT} for who had not left when the run ended.`,
  ),
  funding: u8("code", `Route to care at the last: ${codesOf(FUNDING_WORDS)}.`),
  service: u8("code", `Kind of care at the last: ${codesOf(SERVICE_WORDS)}.`),
  assessed: i32("minutes per week", "Care agreed at the last."),
  need: i32("minutes per week", "Care needed beyond what unpaid carers give, at the last."),
  bought: i32("minutes per week", "Care commissioned or bought in the last week in care."),
  charge: i32("pence per week", "Assessed charge at the last."),
  topUp: i32("pence per week", "Spent beyond budget and charge in the last week in care."),
  openingLife: f64("points", "Quality of life in the first recorded week of care."),
  life: f64("points", "Quality of life at the last."),
  toppedUp: u8("flag", "1 where the person ever topped up."),
  fifth: u8("fifth", "Fifth of incomes within the group: 1 the poorest, 5 the richest."),
} as const;

export class Departed extends Log<typeof departedSchema> {
  constructor() {
    super(departedSchema);
  }

  /** Notes a person as they stand; `left` is the week they leave, -1 for one who stays. */
  add(people: People, row: number, left: number): void {
    const at = this.append();
    const { columns } = this;
    const from = people.columns;
    columns.person[at] = people.keys[row];
    columns.group[at] = from.group[row];
    columns.zone[at] = from.zone[row];
    columns.entered[at] = from.enteredWeek[row];
    columns.left[at] = left;
    columns.funding[at] = from.funding[row];
    columns.service[at] = from.service[row];
    columns.assessed[at] = from.assessed[row];
    columns.need[at] = Math.round(from.need[row]);
    columns.bought[at] = from.bought[row];
    columns.charge[at] = Math.round(from.charge[row]);
    columns.topUp[at] = Math.round(from.topUp[row]);
    columns.openingLife[at] = from.openingLife[row];
    columns.life[at] = from.life[row];
    columns.toppedUp[at] = from.toppedUp[row];
    columns.fifth[at] = fifthOf(from.income[row]) + 1;
  }
}
