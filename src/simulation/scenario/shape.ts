/** The shape of a scenario file, whatever levers there are: its keys, what each may hold, and the words for both. */
import { daysFromIso, isMonday } from "../../kernel/calendar.ts";
import { isVisible } from "./characters.ts";
import { mondaysAround, rewriteDate, rewriteNumber, rewriteSlug } from "./rewrite.ts";
import { z } from "./zod.ts";

/** The format this version reads and writes. */
export const FORMAT = 1;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** True of a name that is safe as part of a file name on every system. */
export const isSlug = (name: string): boolean => SLUG.test(name) && !DEVICE.test(name);

const FIRST_START = "1990-01-01";
const LAST_START = "2100-12-27";

const isDate = (text: string): boolean => !Number.isNaN(daysFromIso(text));

export const slug = (description: string) =>
  z
    .string({ error: "must be a name" })
    .regex(SLUG, { error: "is not a name" })
    .refine((name) => !DEVICE.test(name), { error: "is a name that Windows keeps for a device" })
    .meta({ description });

export const line = (most: number, description: string) =>
  z
    .string({ error: "must be a text" })
    .max(most, { error: `is longer than ${most} characters` })
    .refine((text) => text.length > most || isVisible(text), { error: "holds nothing that can be seen" })
    .refine((text) => text.length > most || !/[\n\t]/.test(text.trimEnd()), { error: "must be one line" })
    .meta({ description });

export const whole = (least: number, most: number, description: string) => {
  const error = "must be a whole number";
  return z
    .number({ error })
    .int({ error })
    .min(least, { error: `is below ${least}` })
    .max(most, { error: `is above ${most}` })
    .meta({ description });
};

export const date = (description: string) =>
  z.string({ error: "must be a date" }).refine(isDate, { error: "is not a real date" }).meta({ description });

export const levers = (description: string) =>
  z.record(z.string(), z.unknown(), { error: "must be a map of levers" }).meta({ description });

export const seed = z.union([z.number().int().positive(), z.string().min(1).max(100)]);

/** One run of changes: from this date on, these values. */
export const change = z.strictObject(
  {
    from: date("From this date on; the change acts from the first Monday on or after it."),
    set: levers("The levers that change on that date, and what they change to."),
  },
  { error: "must be a date and what is set from it" },
);

export const fileShape = z
  .strictObject({
    format: z
      .literal(FORMAT, { error: "must be the number of the format" })
      .meta({ description: "The format of this file." }),
    name: slug("A short name in lower case; results are kept under it.").optional(),
    title: line(200, "What this scenario is, in one line.").optional(),
    question: line(1000, "The policy question in one sentence.").optional(),
    source: line(1000, "Where the question or the numbers come from.").optional(),
    notes: z
      .string({ error: "must be a text" })
      .max(10_000, { error: "is longer than 10000 characters" })
      .meta({ description: "Anything a reader should know." })
      .optional(),
    extends: slug("The scenario this one starts from: a bare name, beside this file or shipped.").optional(),
    council: slug("The council it happens in: a bare name, in councils beside this file or shipped.").optional(),
    start: date("The Monday of the first recorded week.")
      .refine((text) => !isDate(text) || isMonday(daysFromIso(text)), { error: "is not a Monday" })
      .refine((text) => !isDate(text) || (text >= FIRST_START && text <= LAST_START), { error: "is out of range" })
      .optional(),
    weeks: whole(1, 2600, "Weeks that are recorded.").optional(),
    burnInWeeks: whole(
      0,
      520,
      "Weeks that run before the first recorded one, under the policy of the start.",
    ).optional(),
    seeds: z
      .union([seed, z.array(seed).min(1), z.strictObject({ count: whole(1, 10_000, "Seeds 1 to this number.") })], {
        error: "must be a seed, a range, a list of them or a count",
      })
      .meta({
        description:
          'Seeds: a range such as 1-20, a count such as { count: 20 }, one seed, or a list such as [1, two, "3"].',
      })
      .optional(),
    set: levers("Levers that differ from the very beginning, burn-in included.").optional(),
    changes: z
      .array(change, { error: "must be a list of dated changes" })
      .meta({ description: "What changes when; each holds until a later change of the same lever." })
      .optional(),
  })
  .meta({ title: "caremarket scenario", description: "A what-if for a local care market." });

export interface Field {
  readonly allowed: string;
  /** The rewrite to make of what was found, given as its content. */
  readonly rewrite?: (content: unknown) => string;
}

const ofText = (rewrite: (text: string) => string) => (content: unknown) =>
  typeof content === "string" ? rewrite(content) : "";

const inRange = (least: number, most: number) =>
  ofText((text) => rewriteNumber(text, "", (value) => Number.isInteger(value) && value >= least && value <= most));

const quoted = (content: unknown): string =>
  typeof content === "number" || typeof content === "boolean" ? `write "${content}", with quotes` : "";

export const NAME: Field = {
  allowed: "a-z, 0-9 and -, at most 64 characters, such as living-wage",
  rewrite: ofText(rewriteSlug),
};
export const FILE_NAME: Field = {
  allowed: "a bare name, such as baseline",
  rewrite: ofText((text) =>
    /[\\/]/.test(text)
      ? "name a file beside this one or a shipped one, without its folder and ending"
      : rewriteSlug(text),
  ),
};
export const DATE: Field = { allowed: "a date such as 2016-04-01", rewrite: ofText(rewriteDate) };
export const LEVERS: Field = { allowed: "a map such as wages.floor: 8" };

const nearestMondays = (content: unknown): string => {
  const days = typeof content === "string" ? daysFromIso(content) : Number.NaN;
  return Number.isNaN(days) ? (DATE.rewrite?.(content) ?? "") : isMonday(days) ? "" : mondaysAround(days);
};

/** What each key allows and how it is mended; list positions are left out of the path. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["format", { allowed: `${FORMAT}`, rewrite: () => `write format: ${FORMAT}` }],
  ["name", NAME],
  ["title", { allowed: "one line of at most 200 characters", rewrite: quoted }],
  ["question", { allowed: "one line of at most 1000 characters", rewrite: quoted }],
  ["source", { allowed: "one line of at most 1000 characters", rewrite: quoted }],
  ["notes", { allowed: "a text of at most 10000 characters", rewrite: quoted }],
  ["extends", FILE_NAME],
  ["council", FILE_NAME],
  ["start", { allowed: `a Monday from ${FIRST_START} to ${LAST_START}`, rewrite: nearestMondays }],
  ["weeks", { allowed: "a whole number from 1 to 2600", rewrite: inRange(1, 2600) }],
  ["burnInWeeks", { allowed: "a whole number from 0 to 520", rewrite: inRange(0, 520) }],
  ["seeds", { allowed: 'a range such as 1-20, { count: 20 }, one seed, or a list such as [1, two, "3"]' }],
  ["set", LEVERS],
  ["changes", { allowed: "a list such as [{ from: 2016-04-01, set: { wages.floor: 7.2 } }]" }],
  ["changes.from", DATE],
  ["changes.set", LEVERS],
]);
