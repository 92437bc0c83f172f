/** The law of reports: what a result says, a second count from transfers, events and the world says too. */
import { EVENT_KINDS, EventCause } from "../../model/world/events.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import type { World } from "../../model/world/world.ts";
import type { RunResult } from "../../simulation/index.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { Books } from "./accounts.ts";
import { Placing } from "./recount-brokerage.ts";
import { Comers } from "./recount-comers.ts";
import { Contracts } from "./recount-contracts.ts";
import { Memory } from "./recount-memory.ts";
import { Midweek } from "./recount-midweek.ts";
import { Parts } from "./recount-parts.ts";
import { Payments } from "./recount-payments.ts";
import { Receipts } from "./recount-receipts.ts";
import { type Count, lineOf, type Sources } from "./recount-sources.ts";
import { Staff } from "./recount-workers.ts";
import { LATER, RECOUNTS } from "./recounts.ts";

/** The recounts in the order in which each week's counts stand. */
const COUNTED = Object.entries(RECOUNTS);

const isSame = (is: number, should: number): boolean =>
  Object.is(is, should) || Math.abs(is - should) <= 1e-9 * Math.max(1, Math.abs(should));

export const E14 = weeklyLaw(
  "E14",
  "Every reported figure but the number of requests, behind which nobody stands, comes out the same when it is counted " +
    "again from the journal, the events or the world.",
  [...Object.keys(RECOUNTS), LATER],
  (notes, { scenario }) => {
    const books = new Books();
    const witnesses = watchers();
    const { memory, midweek, parts, staff } = witnesses;
    const inOrder = Object.values(witnesses);
    const payments = new Payments();
    const receipts = new Receipts();
    const moved = new Map<string, number>();
    const paid = new Map<number, number>();
    const quarters = {};
    let eventsBefore = 0;
    /** Week by week, what each of `COUNTED` comes to. */
    const counted: (readonly Count[])[] = [];
    return {
      transfer: (from, to, pence, purpose) => {
        const name = PURPOSES[purpose];
        books.transfer(from, to, pence);
        memory.transfer(from, to, pence, name);
        midweek.transfer(from, to, pence, name);
        parts.transfer(from, to, pence, name);
        receipts.transfer(from, to, pence, name);
        payments.transfer(to, pence, name);
        moved.set(name, (moved.get(name) ?? 0) + pence);
        const line = lineOf(from, purpose);
        paid.set(line, (paid.get(line) ?? 0) + pence);
      },
      founded: (world) => {
        memory.founded(world);
        staff.founded(world);
        receipts.founded(world);
      },
      after: (phase, world) => {
        for (const witness of inOrder) witness.after(phase, world);
        if (phase === "money") payments.after(world);
      },
      before: (phase, world) => {
        for (const witness of inOrder) witness.before(phase, world);
        if (phase !== "calendar") return;
        receipts.begin(world);
        moved.clear();
        paid.clear();
        eventsBefore = world.events.count;
      },
      week: (world) => {
        memory.week(world);
        if (world.week < scenario.burnInWeeks) return;
        const sources: Sources = {
          world,
          money: (purpose) => moved.get(purpose) ?? 0,
          paid: (purpose, from) => paid.get(lineOf(from, PURPOSES.indexOf(purpose))) ?? 0,
          ...happened(world, eventsBefore),
          books,
          quarters,
          ...witnesses,
          receipts,
          scenario,
        };
        counted.push(COUNTED.map(([, recount]) => recount(sources)));
      },
      finish: ({ weekly }) => {
        checkFees(notes, payments, weekly[LATER], scenario.burnInWeeks);
        compare(notes, counted, weekly);
      },
    };
  },
);

/** Those who look on while a week goes by, in the order in which they are told. */
function watchers(): Pick<Sources, "memory" | "midweek" | "comers" | "placing" | "contracts" | "staff" | "parts"> {
  const comers = new Comers();
  return {
    memory: new Memory(),
    midweek: new Midweek(),
    comers,
    placing: new Placing(comers),
    contracts: new Contracts(),
    staff: new Staff(),
    parts: new Parts(),
  };
}

/** The week's events: those from a place in the log on. */
function happened({ events }: World, from: number): Pick<Sources, "events" | "told" | "largest"> {
  const kinds = Array.from(events.columns.kind.subarray(from, events.count), (kind) => EVENT_KINDS[kind].code);
  const causes = events.columns.cause.subarray(from, events.count);
  const amounts = [...events.columns.amount.subarray(from, events.count)];
  return {
    events: (code, cause) =>
      kinds.filter((kind, at) => kind === code && (cause === undefined || causes[at] === EventCause[cause])).length,
    told: (code) => amounts.filter((_, at) => kinds[at] === code),
    largest: (codes) => Math.max(0, ...kinds.map((kind, at) => (codes.includes(kind) ? amounts[at] : 0))),
  };
}

/** Holds what was reported of each week against its recount. */
function compare(notes: Notes, counted: readonly (readonly Count[])[], weekly: RunResult["weekly"]): void {
  for (const [place, [key]] of COUNTED.entries()) {
    for (const [week, counts] of counted.entries()) {
      const [is, should] = [weekly[key][week], counts[place]];
      // Not known: nothing has been seen yet from which it could be recounted.
      if (should === undefined) continue;
      const [least, most] = typeof should === "number" ? [should, should] : should;
      // Of something without bounds there is nothing to see; whoever pays has net receipts below nothing.
      const isSomething = most > 0 || (most < 0 && key.startsWith("receipts."));
      if (isSomething && Number.isFinite(least + most)) notes.seen(key);
      const says = (): string => `recorded week ${week}: ${key} is ${is}, a recount says ${least} to ${most}`;
      notes.unless(isSame(is, least) || isSame(is, most) || (is > least && is < most), says);
    }
  }
}

/** Each payment is exactly what its minutes come to at the fee that was reported for their week. */
function checkFees(notes: Notes, { settled }: Payments, fees: Float64Array, burnInWeeks: number): void {
  for (const { week, pence, expected } of settled) {
    if (week < burnInWeeks) continue;
    const fee = fees[week - burnInWeeks];
    const should = expected(fee * 100);
    // The fee is reported in pounds: pounds times a hundred may miss the last bit, and so which way half a penny goes.
    const [least, most] = [expected(fee * 100 * (1 - 1e-12)), expected(fee * 100 * (1 + 1e-12))];
    notes.seen(LATER);
    notes.unless(
      pence >= least && pence <= most,
      () => `week ${week}: ${pence} pence were paid, at a fee of ${fee} it is ${should}`,
    );
  }
}
