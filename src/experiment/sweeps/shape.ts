/** The shape of a sweep file, whatever levers there are: its keys, what each may hold, and the words for both. */
import type { Form } from "../../simulation/scenario/check.ts";
import {
  change,
  date,
  DATE,
  type Field,
  FIELDS,
  FILE_NAME,
  fileShape,
  levers,
  LEVERS,
  line,
  NAME,
  slug,
  whole,
} from "../../simulation/scenario/shape.ts";
import { isSeed } from "../../simulation/scenario/seeds.ts";
import { z } from "../../simulation/scenario/zod.ts";

/** The format this version reads. */
export const SWEEP_FORMAT = 1;

/** Columns that the tables of every sweep have: no axis may be called so. */
const RESERVED: readonly string[] = "arm seed label scenario_hash status digest reason year weeks week monday".split(
  " ",
);

/** How the values of the axes become arms. */
const DESIGNS = ["grid", "zip", "one-at-a-time", "latin-hypercube", "sobol", "morris", "radial"] as const;
export type DesignName = (typeof DESIGNS)[number];

const VALUE_ERROR = "must be a number or a text";
const value = z.union([z.number(), z.string().min(1).max(200)], { error: VALUE_ERROR });

const number = z.number({ error: "must be a number" });

const range = z
  .strictObject(
    {
      from: number.meta({ description: "The first value." }),
      to: number.meta({ description: "The last value, included exactly once." }),
      steps: whole(2, 1_000_000_000, "How many values, both ends included.").optional(),
    },
    { error: "must be a map of from, to and steps" },
  )
  .meta({ description: "Values at equal distances; without steps any value between, for a sampled design." });

const alternative = z.strictObject(
  {
    name: value.meta({ description: "What the alternative is called: a few words, or the number that stands for it." }),
    set: levers("The levers that differ from the very beginning.").optional(),
    changes: z.array(change, { error: "must be a list of dated changes" }).optional(),
  },
  { error: "must be an alternative with a name" },
);

const names = (what: string, description: string) =>
  z
    .array(slug(description), { error: `must be a list of ${what}` })
    .min(1, { error: "names nothing" })
    .meta({ description });

const axis = z.strictObject(
  {
    name: slug("A short name, under which the axis stands in tables.").refine((text) => !RESERVED.includes(text), {
      error: "is a name that the tables of a sweep keep for themselves",
    }),
    label: line(80, "What the axis is, in a few words.").optional(),
    unit: line(80, "The unit of its values.").optional(),
    kind: z
      .enum(["policy", "uncertainty"], { error: "is neither policy nor uncertainty" })
      .meta({ description: "Whether somebody decides it, or nobody knows it." })
      .optional(),
    lever: line(100, "The lever whose values are tried.").optional(),
    levers: z
      .array(line(100, "A lever that is set to the same value as the others."), { error: "must be a list of levers" })
      .min(1, { error: "names nothing" })
      .meta({ description: "Several levers that are set to one value together." })
      .optional(),
    from: date("The date from which the values act; from the very beginning unless told.").optional(),
    values: z
      .array(value, { error: "must be a list of values" })
      .min(1, { error: "holds no value" })
      .meta({ description: "The values to try, in order." })
      .optional(),
    range: range.optional(),
    alternatives: z
      .array(alternative, { error: "must be a list of alternatives" })
      .min(1, { error: "holds no alternative" })
      .meta({ description: "Named alternatives, each with what it sets, as in a scenario." })
      .optional(),
    crossed: z
      .boolean({ error: "must be true or false" })
      .meta({ description: "In a sampled design: not drawn, every point is run with each of its values." })
      .optional(),
    scenarios: names("scenarios", "Scenario files, each in place of the sweep's own.").optional(),
    councils: names("councils", "Councils, each in place of the scenario's own.").optional(),
  },
  { error: "must be an axis with a name" },
);

const { format, name, title, question, source, notes, council, start, weeks, burnInWeeks, seeds, set, changes } =
  fileShape.shape;

export const sweepShape = z
  .strictObject({
    format,
    name,
    title,
    question,
    source,
    notes,
    scenario: slug("The scenario that every arm starts from: a bare name, beside this file or shipped.").optional(),
    council,
    start,
    weeks,
    burnInWeeks,
    set,
    changes,
    axes: z
      .array(axis, { error: "must be a list of axes" })
      .min(1, { error: "holds no axis" })
      .max(50, { error: "holds more than 50 axes" })
      .meta({ description: "What differs between arms." }),
    design: z
      .enum(DESIGNS, { error: "is not a design" })
      .meta({ description: "How values become arms; grid unless told." })
      .optional(),
    points: whole(1, 1_000_000, "How many points a Latin hypercube or a Sobol sequence draws.").optional(),
    trajectories: whole(
      1,
      1_000_000,
      "How many times morris and radial move every axis once: axes + 1 arms each, or axes + 2.",
    ).optional(),
    designSeed: z
      .union([z.number().int().positive(), z.string()], { error: "is not a seed" })
      .refine((seed) => isSeed(String(seed)), { error: "is not a seed" })
      .meta({ description: "The seed of a sampled design; 1 unless told." })
      .optional(),
    seeds,
    reference: z
      .record(z.string(), value, { error: "must be a map of axis names and values" })
      .meta({ description: "The arm that others are compared with; the first of every axis unless told." })
      .optional(),
    measures: z
      .array(line(100, "A measure's key."), { error: "must be a list of measures" })
      .meta({ description: "The measures that a reader should see first." })
      .optional(),
  })
  .meta({ title: "caremarket sweep", description: "One policy question over many runs." });

/** Keys of a map at a path, list positions and all. */
function keysAt(path: readonly string[]): readonly string[] {
  const last = path.at(-1);
  if (path.length === 0) return Object.keys(sweepShape.shape);
  if (last === "range") return Object.keys(range.shape);
  if (path.includes("changes")) return ["from", "set"];
  return path.includes("alternatives") ? Object.keys(alternative.shape) : Object.keys(axis.shape);
}

const LIST = "a list such as [a, b]";
const scenarioField = (key: string): [string, Field][] => {
  const field = FIELDS.get(key);
  return field === undefined ? [] : [[key, field]];
};

export const SWEEP: Form = {
  what: "a sweep",
  shape: sweepShape,
  fields: new Map<string, Field>([
    ...["format", "name", "title", "question", "source", "notes", "council"].flatMap(scenarioField),
    ...["start", "weeks", "burnInWeeks", "seeds", "set", "changes", "changes.from", "changes.set"].flatMap(
      scenarioField,
    ),
    ["scenario", FILE_NAME],
    ["axes", { allowed: "a list such as [{ name: precept, lever: council.precept, values: [0, 0.02] }]" }],
    ["axes.name", NAME],
    ["axes.kind", { allowed: "policy, uncertainty" }],
    ["axes.from", DATE],
    ["axes.crossed", { allowed: "true, false" }],
    ["axes.values", { allowed: "a list such as [0, 0.02]" }],
    ["axes.range", { allowed: "a map such as { from: 0, to: 1, steps: 5 }" }],
    ["axes.range.steps", { allowed: "a whole number from 2 to 1000000000" }],
    [
      "axes.alternatives",
      { allowed: "a list such as [{ name: none }, { name: funded, set: { council.grantChange: 2 } }]" },
    ],
    ["axes.alternatives.changes.from", DATE],
    ["axes.alternatives.changes.set", LEVERS],
    ["axes.alternatives.set", LEVERS],
    ["axes.scenarios", { allowed: LIST }],
    ["axes.councils", { allowed: LIST }],
    ["design", { allowed: DESIGNS.join(", ") }],
    ["designSeed", { allowed: "1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen" }],
    ["points", { allowed: "a whole number from 1 to 1000000" }],
    ["trajectories", { allowed: "a whole number from 1 to 1000000" }],
    ["reference", { allowed: "a map such as { precept: 0.02 }" }],
    ["measures", { allowed: "a list of measures; `caremarket measures` names them" }],
  ]),
  keysAt,
};
