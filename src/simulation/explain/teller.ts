/** Writes a story down: each happening with its sentence, the numbers behind it, and the parameters in force. */
import { daysFromIso, mondayOnOrAfter } from "../../kernel/index.ts";
import { type Dated, GROUPS, leaves, type Leaf } from "../../model/levers/index.ts";
import { CAUSES, EVENT_CAUSES, EVENT_KINDS, type EventKindInfo } from "../../model/world/events.ts";
import { FUNDING_WORDS } from "../../model/world/words.ts";
import type { ResolvedScenario } from "../scenario/resolved.ts";
import { datesOf, type Dates } from "../timetable.ts";
import { amountText } from "./amounts.ts";
import type { Fact, Happening, LeverValue } from "./explanation.ts";
import { HAPPENINGS, type HappeningCode } from "./happenings.ts";

/** A number with its unit, or a word. */
export function fact(name: string, label: string, value: number | string, unit = ""): Fact {
  if (typeof value === "number" && !Number.isFinite(value)) return { name, label, value: NONE, unit: "", text: NONE };
  const text = typeof value === "string" ? value : amountText(value, unit);
  return { name, label, value, unit, text };
}

const NONE = "not defined";

/** A sentence with names in braces replaced by what they stand for. */
export const fill = (sentence: string, texts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => texts[name] ?? `{${name}}`);

/** What an event says of the one it happened to, or, where `agent` names that one, of the other party. */
export function sentenceOf(
  { told, toldOfOther, unit }: EventKindInfo,
  amount: number,
  parties: Readonly<{ agent?: string; other?: string }>,
): string {
  const words = unit === "code" ? FUNDING_WORDS[amount] : amountText(amount, unit);
  return fill(parties.agent === undefined ? told : toldOfOther, { ...parties, amount: words });
}

/** An event as the log holds it. */
export interface SeenEvent {
  readonly week: number;
  readonly kind: number;
  readonly agent: number;
  readonly other: number;
  readonly amount: number;
  readonly cause: number;
}

export class Teller {
  readonly dates: Dates;
  readonly story: Happening[] = [];
  private readonly byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]));
  private readonly scenario: ResolvedScenario;

  constructor(scenario: ResolvedScenario) {
    this.scenario = scenario;
    this.dates = datesOf(scenario);
  }

  /** Recorded week of a week counted from the founding; below zero in the burn-in. */
  recorded = (week: number): number => week - this.scenario.burnInWeeks;

  /** A turn that no event tells of; nothing is written before recording begins. Facts by name fill the sentence. */
  turn(
    week: number,
    code: HappeningCode,
    facts: readonly Fact[] = [],
    shown: readonly Fact[] = facts,
    group = -1,
  ): void {
    const { told, levers } = HAPPENINGS[code];
    this.write(week, { code, cause: "", sentence: fill(told, textsOf(facts)), facts: shown }, levers, group);
  }

  /** An event, in the life of the one it happened to, or of the other party where `party` is the one it happened to. */
  event(
    event: SeenEvent,
    parties: Readonly<{ agent?: string; other?: string }>,
    facts: readonly Fact[],
    group = -1,
  ): void {
    const kind = EVENT_KINDS[event.kind];
    const cause = EVENT_CAUSES[event.cause];
    const said = cause === "none" ? "" : ` ${CAUSES[cause].sentence}`;
    const sentence = sentenceOf(kind, event.amount, parties) + said;
    const levers = [...kind.levers, ...CAUSES[cause].levers];
    this.write(event.week, { code: kind.code, cause: cause === "none" ? "" : cause, sentence, facts }, levers, group);
  }

  /** Counts another week of the happening told last, if it is of this code and was told of the week before. */
  again(week: number, code: string): boolean {
    const last = this.story.at(-1);
    const at = this.recorded(week);
    if (last === undefined || last.code !== code || last.week + last.weeks !== at) return false;
    this.story[this.story.length - 1] = { ...last, weeks: last.weeks + 1 };
    return true;
  }

  private write(
    week: number,
    what: Pick<Happening, "code" | "cause" | "sentence" | "facts">,
    levers: readonly string[],
    group: number,
  ): void {
    const at = this.recorded(week);
    if (at < 0) return;
    const { mondays, years, yearOfWeek } = this.dates;
    this.story.push({
      week: at,
      monday: mondays[at],
      year: years[yearOfWeek[at]],
      weeks: 1,
      ...what,
      levers: levers.flatMap((path) => this.lever(path, group, mondays[at])),
    });
  }

  /** A parameter as it stood on a Monday; by-group ones for the group, all four where no group is meant. */
  private lever(path: string, group: number, monday: string): LeverValue[] {
    const paths = this.byPath.has(path) ? [path] : GROUPS.map((name) => `${path}.${name}`);
    const meant = paths.length > 1 && group >= 0 ? [paths[group]] : paths;
    return meant.flatMap((each) => {
      const leaf = this.byPath.get(each);
      return leaf === undefined ? [] : [this.valueOf(leaf, monday)];
    });
  }

  private valueOf({ path, label, unit, default: usual }: Leaf, monday: string): LeverValue {
    const value = inForce(this.scenario.values[path] ?? [], monday) ?? "not set";
    return { path, label, unit, value, isDefault: value === inForce(usual, monday) };
  }
}

/** The value of a Monday: the last that acts from that day or before. */
function inForce(steps: readonly Dated<number | string>[], monday: string): number | string | undefined {
  const day = daysFromIso(monday);
  return steps.filter(({ from }) => from === "" || mondayOnOrAfter(daysFromIso(from)) <= day).at(-1)?.value;
}

const textsOf = (facts: readonly Fact[]): Record<string, string> =>
  Object.fromEntries(facts.map(({ name, text }) => [name, text]));
