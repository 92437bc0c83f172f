/** What an explanation holds: plain data, money in whole pence, weeks counted from the first recorded one. */

export const AGENT_KINDS = ["person", "worker", "provider"] as const;
export type AgentKind = (typeof AGENT_KINDS)[number];

export interface AgentName {
  readonly kind: AgentKind;
  readonly key: number;
}

/** One number or word, with what it is. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly value: number | string;
  /** As columns name units; "" for words. */
  readonly unit: string;
  /** The value as a reader sees it. */
  readonly text: string;
}

/** A parameter in force at a decision, in the unit in which a scenario writes it. */
export interface LeverValue {
  readonly path: string;
  readonly label: string;
  readonly value: number | string;
  readonly unit: string;
  /** Whether it stands where it would if nobody had set it. */
  readonly isDefault: boolean;
}

/** Something that happened in a life. */
export interface Happening {
  readonly week: number;
  readonly monday: string;
  readonly year: string;
  /** Of an event, or of a turn in the agent's own state. */
  readonly code: string;
  /** Cause of the event; "" where there is none. */
  readonly cause: string;
  readonly sentence: string;
  /** Weeks in a row in which it happened: 1 for most. */
  readonly weeks: number;
  readonly facts: readonly Fact[];
  readonly levers: readonly LeverValue[];
}

/** Into the agent's accounts, out of them, or from one of them to another. */
export type Direction = "in" | "out" | "within";

/** What moved for one purpose in one financial year. */
export interface MoneyRow {
  readonly year: string;
  readonly direction: Direction;
  readonly purpose: string;
  readonly label: string;
  readonly pence: number;
  readonly transfers: number;
}

export interface Money {
  /** On the agent's accounts when the story begins and when it ends, pence. */
  readonly opening: number;
  readonly closing: number;
  readonly rows: readonly MoneyRow[];
}

/** One transfer in or out of the agent's accounts. */
export interface Line {
  readonly direction: Direction;
  readonly purpose: string;
  readonly label: string;
  readonly pence: number;
  /** The other end, and which of the agent's accounts. */
  readonly party: string;
  readonly account: string;
}

/** One draw made with the agent's key. */
export interface DrawSeen {
  readonly stream: string;
  readonly sentence: string;
  /** Draw number within stream, agent and week. */
  readonly number: number;
  /** A number between 0 and 1; a lot shows its 32 bits. */
  readonly form: "uniform" | "lot";
  readonly value: number;
}

export interface InWeek {
  readonly week: number;
  readonly monday: string;
  readonly year: string;
  readonly happenings: readonly Happening[];
  readonly lines: readonly Line[];
  readonly draws: readonly DrawSeen[];
  /** Every column as it stood after the week. */
  readonly state: readonly Fact[];
}

/** How the agent stood in one financial year. */
export interface YearRow {
  readonly year: string;
  readonly facts: readonly Fact[];
}

/** A link in a chain of causes. */
export interface Link {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Somebody who lost a provider, and what came of it. */
export interface Followed {
  readonly key: number;
  readonly since: number;
  readonly outcome: "new provider" | "own way" | "left care" | "still waiting" | "taken on" | "new care job";
  /** Weeks until then. */
  readonly weeks: number;
  /** Weeks without any care or pay in between. */
  readonly without: number;
  readonly to: string;
}

export interface Hit {
  readonly sentences: readonly string[];
  readonly people: readonly Followed[];
  readonly workers: readonly Followed[];
}

export interface Explanation {
  readonly agent: AgentName & { readonly name: string };
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: string;
  /** Digest of the run that was watched: that of a run nobody watched. */
  readonly digest: string;
  readonly weeks: number;
  readonly firstWeek: number;
  /** Last week in which the agent was there. */
  readonly lastWeek: number;
  readonly lastMonday: string;
  readonly summary: readonly string[];
  readonly opening: readonly Fact[];
  readonly story: readonly Happening[];
  readonly years: readonly YearRow[];
  readonly money: Money;
  readonly causes: readonly Link[];
  readonly hit: Hit | null;
  /** One week in full, where one was asked for. */
  readonly inWeek: InWeek | null;
}

/** Why there is nothing to explain: words first, then what is allowed. */
export class CannotExplain extends Error {
  override readonly name = "CannotExplain";

  constructor(
    message: string,
    readonly lines: readonly string[] = [],
  ) {
    super(message);
  }
}
