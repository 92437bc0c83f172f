/** The JSON Schema of scenario files, for editors: the shape of a file and every lever of the registry. */
import type { Leaf } from "../../model/levers/index.ts";
import { type Registry, REGISTRY } from "./registry.ts";
import { DEFAULT } from "./settings.ts";
import { fileShape } from "./shape.ts";
import { z } from "./zod.ts";

interface Json {
  readonly [key: string]: unknown;
}

/** Draft 7, which editors read. Levers are offered by dotted path and as nested maps; each is defined once. */
export function scenarioJsonSchema(registry: Registry = REGISTRY): Json {
  const shape: Json = z.toJSONSchema(fileShape, { target: "draft-7", io: "input" });
  const properties = shape["properties"] as { readonly [key: string]: Json };
  const { changes } = properties;
  const change = changes["items"] as Json;
  const ofChange = change["properties"] as { readonly [key: string]: Json };
  const setIn = (described: Json): Json => ({ description: described["description"], ...reference("levers") });
  return {
    ...shape,
    properties: {
      ...properties,
      set: setIn(properties["set"]),
      changes: { ...changes, items: { ...change, properties: { ...ofChange, set: setIn(ofChange["set"]) } } },
    },
    definitions: leverDefinitions(registry),
  };
}

/** Draft 7 ignores what stands beside a bare reference, so it stands in a list of one. */
const reference = (name: string): Json => ({ allOf: [{ $ref: `#/definitions/${name}` }] });

function leverDefinitions({ byPath, prefixes }: Registry): Json {
  const names = [...new Set([...prefixes, ...byPath.keys()])];
  const mapBelow = (prefix: string): Json => ({
    type: "object",
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(
      names.filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), reference(name)]),
    ),
  });
  const definitions = names.map((name): readonly [string, Json] => {
    const leaves = byPath.get(name);
    if (leaves === undefined) return [name, mapBelow(`${name}.`)];
    const values = [valueSchema(leaves[0]), ...(leaves.length > 1 ? [mapBelow(`${name}.`)] : [])];
    return [name, { description: descriptionOf(leaves), anyOf: [...values, { const: DEFAULT }] }];
  });
  return Object.fromEntries([["levers", mapBelow("")], ...definitions]);
}

const valueSchema = (leaf: Leaf): Json =>
  leaf.type === "choice"
    ? { enum: leaf.choices }
    : { type: leaf.integer ? "integer" : "number", minimum: leaf.min, maximum: leaf.max };

/** `Legal wage floor (GBP per hour). The lowest hourly wage the law allows.` */
function descriptionOf(leaves: readonly Leaf[]): string {
  const [leaf] = leaves;
  // The label of a group's leaf ends in the group's name; all four together go without it.
  const label = leaves.length > 1 ? leaf.label.replace(/: [a-z]+$/, "") : leaf.label;
  return `${label} (${leaf.unit}). ${leaf.sentence}`;
}
