/** The JSON Schema of sweep files, for editors: their shape, with the levers as the schema of scenarios describes them. */
import { z } from "../../simulation/scenario/zod.ts";
import { sweepShape } from "./shape.ts";

interface Json {
  readonly [key: string]: unknown;
}

/** Draft 7; lies in the folder below that of the scenarios' schema, whose levers it refers to. */
export const sweepJsonSchema = (): Json =>
  withLevers(z.toJSONSchema(sweepShape, { target: "draft-7", io: "input" })) as Json;

/** Wherever `set` stands among the keys of a map, it is a map of levers. */
function withLevers(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withLevers);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]: [string, unknown]): [string, unknown] => {
    if (key !== "properties" || typeof value !== "object" || value === null) return [key, withLevers(value)];
    return [key, { ...(withLevers(value) as Json), ...leversIn(value as Json) }];
  });
  return Object.fromEntries(entries);
}

function leversIn({ set }: Json): Json {
  if (typeof set !== "object" || set === null) return {};
  const { description } = set as Json;
  return { set: { ...(description === undefined ? {} : { description }), allOf: [{ $ref: LEVERS }] } };
}

const LEVERS = "../schema.json#/definitions/levers";
