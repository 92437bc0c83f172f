/** One week of an agent's life in full: every line, every draw, every column. */
import { STREAM_WORDS } from "../../model/world/stream-words.ts";
import {
  EMPLOYMENT_WORDS,
  FUNDING_WORDS,
  GROUP_WORDS,
  PROVIDER_KIND_WORDS,
  PROVIDER_STATUS_WORDS,
  SERVICE_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
} from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import type { Heard } from "./draw-watch.ts";
import type { AgentKind, DrawSeen, Fact, Line } from "./explanation.ts";
import { personName, providerName, tableOf, workerName } from "./find.ts";
import { zoneList } from "./provider-state.ts";
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
      const words = wordsOf(world, name, unit, value);
      return words === undefined ? fact(name, label, value, unit) : { ...fact(name, label, value, unit), text: words };
    });
  }
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  group: GROUP_WORDS,
  stage: STAGE_WORDS,
  source: SOURCE_WORDS,
  funding: FUNDING_WORDS,
  service: SERVICE_WORDS,
  employment: EMPLOYMENT_WORDS,
  kind: PROVIDER_KIND_WORDS,
  status: PROVIDER_STATUS_WORDS,
};

/** Columns in which week 0 stands for none. */
const NONE_AT_ZERO: readonly string[] = ["noticeWeek", "endWeek"];

/** What a code, a flag, a zone or a week stands for; undefined where the number says it. */
function wordsOf(world: World, name: string, unit: string, value: number): string | undefined {
  if (unit === "code") return CODES[name]?.[value];
  if (unit === "flag") return value === 1 ? "yes" : "no";
  if (unit === "zone") return `zone ${value + 1}`;
  if (unit === "bit set") return zoneList(value, world.era.size.zones);
  if (unit !== "week") return undefined;
  const recorded = value - world.timetable.burnInWeeks;
  const isNone = (value === 0 && NONE_AT_ZERO.includes(name)) || value < LONG_AGO;
  if (isNone) return "none";
  return recorded < 0 ? `${-recorded} weeks before recording` : `week ${recorded}`;
}
/** No week lies so far back: it stands for never. */
const LONG_AGO = -10_000;

function referenceName(world: World, table: string, row: number): string {
  if (row < 0) return "nobody";
  if (table === "providers") return providerName(world, row);
  return table === "workers" ? workerName(world.workers.keys[row]) : personName(world.people.keys[row]);
}
