/** One week of an agent's life in full: every line, every draw, every column. */
import { STREAM_WORDS } from "../../model/world/stream-words.ts";
import type { World } from "../../model/world/world.ts";
import type { Heard } from "./draw-watch.ts";
import type { AgentKind, DrawSeen, Fact, Line } from "./explanation.ts";
import { personName, providerName, tableOf, workerName } from "./find.ts";
import { fact } from "./teller.ts";

export class WeekNotes {
  readonly lines: Line[] = [];
  readonly draws: DrawSeen[] = [];
  state: Fact[] = [];
  private isOpen = false;

  /** @param week the recorded week to note; none below zero */
  constructor(readonly week: number) {}

  isOf = (recorded: number): boolean => this.week >= 0 && recorded === this.week;

  begin(recorded: number): void {
    this.isOpen = this.isOf(recorded);
  }

  hear({ stream, number, form, value }: Heard): void {
    if (!this.isOpen) return;
    const isKnown = this.draws.some((each) => each.stream === stream && each.number === number && each.form === form);
    // Drawn again it is the same number: once is enough to tell.
    if (!isKnown) this.draws.push({ stream, sentence: STREAM_WORDS[stream].sentence, number, form, value });
  }

  addLines(lines: readonly Line[]): void {
    this.lines.push(...lines);
  }

  /** After the week: every column as it stands. */
  close(world: World, kind: AgentKind, row: number): void {
    const { schema, columns } = tableOf(world, kind);
    this.state = Object.entries(schema).map(([name, { unit, sentence, refersTo }]) => {
      const value = columns[name][row];
      const label = sentence.replace(/\.$/, "");
      if (unit === "account") return fact(name, label, world.ledger.balances[value], "pence");
      if (refersTo !== undefined) return fact(name, label, referenceName(world, refersTo, value));
      if (unit === "week") return fact(name, label, value - world.timetable.burnInWeeks, "week");
      return fact(name, label, value, unit);
    });
  }
}

function referenceName(world: World, table: string, row: number): string {
  if (row < 0) return "nobody";
  if (table === "providers") return providerName(world, row);
  return table === "workers" ? workerName(world.workers.keys[row]) : personName(world.people.keys[row]);
}
