/** The JSON Schema of scenario files, for editors: the shape of a file and every lever of the registry. */
import type { Leaf } from "../../model/levers/index.ts";
import { type Registry, REGISTRY } from "./registry.ts";
import { DEFAULT } from "./settings.ts";
import { FILE_KEYS, type Key, type Keys } from "./shape.ts";

interface Json {
  readonly [key: string]: unknown;
}

/** Draft 7, which editors read. Levers are offered by dotted path and as nested maps; each is defined once. */
export const scenarioJsonSchema = (registry: Registry = REGISTRY): Json => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  ...mapOf(FILE_KEYS),
  title: "caremarket scenario",
  description: "A what-if for a local care market.",
  definitions: leverDefinitions(registry),
});

/** A map of some keys and no others. */
const mapOf = (keys: Keys): Json => ({
  type: "object",
  properties: Object.fromEntries([...keys].map(([name, key]) => [name, schemaOf(key)])),
  required: [...keys].filter(([, key]) => key.isRequired).map(([name]) => name),
  additionalProperties: false,
});

const schemaOf = ({ schema, items, description }: Key): Json => ({
  ...schema,
  ...(items === undefined ? {} : { items: mapOf(items.keys) }),
  description,
});

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
