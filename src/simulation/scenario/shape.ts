/** The shape of a scenario file, whatever levers there are: its keys, what each may hold, and the words for both. */
import { daysFromIso, isMonday } from "../../kernel/calendar.ts";
import { isVisible } from "./characters.ts";
import { mondaysAround, rewriteDate, rewriteNumber, rewriteSlug } from "./rewrite.ts";

/** The format this version reads and writes. */
export const FORMAT = 1;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** True of a name that is safe as part of a file name on every system. */
export const isSlug = (name: string): boolean => SLUG.test(name) && !DEVICE.test(name);

const FIRST_START = "1990-01-01";
const LAST_START = "2100-12-27";

/** What a key may hold. */
interface Kind {
  /** As a message says it. */
  readonly allowed: string;
  /** As a JSON Schema says it; of a list, without its items. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What is wrong with some content: a message for each fault. */
  readonly faults: (content: unknown) => readonly string[];
  /** The rewrite to make of what was found, given as its content. */
  readonly rewrite?: (content: unknown) => string;
  /** Of a list: the keys of its items, and what is wrong with an item that has none. */
  readonly items?: { readonly keys: Keys; readonly fault: string };
}

export interface Key extends Kind {
  readonly description: string;
  readonly isRequired: boolean;
}

export type Keys = ReadonlyMap<string, Key>;

const required = (description: string, kind: Kind): Key => ({ ...kind, description, isRequired: true });
const optional = (description: string, kind: Kind): Key => ({ ...kind, description, isRequired: false });

type Check<T> = readonly [fits: (content: T) => boolean, fault: string];

/** The faults of a text; of anything else, that it is none. */
const ofText =
  (noText: string, ...checks: readonly Check<string>[]) =>
  (content: unknown): readonly string[] =>
    typeof content === "string" ? faultsOf(content, checks) : [noText];

const faultsOf = <T>(content: T, checks: readonly Check<T>[]): readonly string[] =>
  checks.filter(([fits]) => !fits(content)).map(([, fault]) => fault);

const rewriteText = (rewrite: (text: string) => string) => (content: unknown) =>
  typeof content === "string" ? rewrite(content) : "";

const quoted = (content: unknown): string =>
  typeof content === "number" || typeof content === "boolean" ? `write "${content}", with quotes` : "";

const NAME: Kind = {
  allowed: "a-z, 0-9 and -, at most 64 characters, such as living-wage",
  schema: { type: "string", pattern: SLUG.source },
  faults: ofText(
    "must be a name",
    [(name) => SLUG.test(name), "is not a name"],
    [(name) => !DEVICE.test(name), "is a name that Windows keeps for a device"],
  ),
  rewrite: rewriteText(rewriteSlug),
};

const FILE_NAME: Kind = { ...NAME, allowed: "a bare name, such as baseline" };

const text = (most: number, ...checks: readonly Check<string>[]): Kind => ({
  allowed: `a text of at most ${most} characters`,
  schema: { type: "string", maxLength: most },
  faults: ofText("must be a text", [(each) => each.length <= most, `is longer than ${most} characters`], ...checks),
  rewrite: quoted,
});

/** One line of text; of one that is too long, nothing more is said. */
const line = (most: number): Kind => ({
  ...text(
    most,
    [(each) => each.length > most || isVisible(each), "holds nothing that can be seen"],
    [(each) => each.length > most || !/[\n\t]/.test(each.trimEnd()), "must be one line"],
  ),
  allowed: `one line of at most ${most} characters`,
});

function whole(least: number, most: number): Kind {
  const range: readonly Check<number>[] = [
    [(value) => value >= least, `is below ${least}`],
    [(value) => value <= most, `is above ${most}`],
  ];
  const isWithin = (value: number): boolean => Number.isInteger(value) && faultsOf(value, range).length === 0;
  return {
    allowed: `a whole number from ${least} to ${most}`,
    schema: { type: "integer", minimum: least, maximum: most },
    faults: (content) =>
      typeof content === "number" && Number.isInteger(content) ? faultsOf(content, range) : ["must be a whole number"],
    rewrite: rewriteText((each) => rewriteNumber(each, "", isWithin)),
  };
}

const isDate = (each: string): boolean => !Number.isNaN(daysFromIso(each));

const date = (...checks: readonly Check<string>[]): Kind => ({
  allowed: "a date such as 2016-04-01",
  schema: { type: "string" },
  faults: ofText("must be a date", [isDate, "is not a real date"], ...checks),
  rewrite: rewriteText(rewriteDate),
});

const START: Kind = {
  ...date(
    [(each) => !isDate(each) || isMonday(daysFromIso(each)), "is not a Monday"],
    [(each) => !isDate(each) || (each >= FIRST_START && each <= LAST_START), "is out of range"],
  ),
  allowed: `a Monday from ${FIRST_START} to ${LAST_START}`,
  rewrite: rewriteText((each) => {
    const days = daysFromIso(each);
    return Number.isNaN(days) ? rewriteDate(each) : isMonday(days) ? "" : mondaysAround(days);
  }),
};

const LEVERS: Kind = {
  allowed: "a map such as wages.floor: 8",
  schema: { allOf: [{ $ref: "#/definitions/levers" }] },
  faults: (content) => (content instanceof Map ? [] : ["must be a map of levers"]),
};

const SEED = {
  anyOf: [
    { type: "integer", exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    { type: "string", minLength: 1, maxLength: 100 },
  ],
};

/** Seeds are read, and answered for, by themselves. */
const SEEDS: Kind = {
  allowed: 'a range such as 1-20, one seed, or a list such as [1, two, "3"]',
  schema: { anyOf: [SEED, { minItems: 1, type: "array", items: SEED }] },
  faults: () => [],
};

/** One entry of changes: from this date on, these values. */
const CHANGE_KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ["from", required("From this date on; the change acts from the first Monday on or after it.", date())],
  ["set", required("The levers that change on that date, and what they change to.", LEVERS)],
]);

const CHANGES: Kind = {
  allowed: "a list such as [{ from: 2016-04-01, set: { wages.floor: 7.2 } }]",
  schema: { type: "array" },
  faults: (content) => (Array.isArray(content) ? [] : ["must be a list of dated changes"]),
  items: { keys: CHANGE_KEYS, fault: "must be a date and what is set from it" },
};

const THIS_FORMAT: Kind = {
  allowed: `${FORMAT}`,
  schema: { type: "number", const: FORMAT },
  faults: (content) => (content === FORMAT ? [] : ["must be the number of the format"]),
  rewrite: () => `write format: ${FORMAT}`,
};

/** Every key of a file, in the order in which messages and editors list them. */
export const FILE_KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ["format", required("The format of this file.", THIS_FORMAT)],
  ["name", optional("A short name in lower case; results are kept under it.", NAME)],
  ["title", optional("What this scenario is, in one line.", line(200))],
  ["question", optional("The policy question in one sentence.", line(1000))],
  ["source", optional("Where the question or the numbers come from.", line(1000))],
  ["notes", optional("Anything a reader should know.", text(10_000))],
  ["extends", optional("The scenario this one starts from: a bare name, beside this file or shipped.", FILE_NAME)],
  ["council", optional("The council it happens in: a bare name, in councils beside this file or shipped.", FILE_NAME)],
  ["start", optional("The Monday of the first recorded week.", START)],
  ["weeks", optional("Weeks that are recorded.", whole(1, 2600))],
  [
    "burnInWeeks",
    optional("Weeks that run before the first recorded one, under the policy of the start.", whole(0, 520)),
  ],
  ["seeds", optional('Seeds: a range such as 1-20, one seed, or a list such as [1, two, "3"].', SEEDS)],
  ["set", optional("Levers that differ from the very beginning, burn-in included.", LEVERS)],
  ["changes", optional("What changes when; each holds until a later change of the same lever.", CHANGES)],
]);
