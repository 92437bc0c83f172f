/** The schema that editors read offers every key and every lever, each with its meaning and range. */
import { describe, expect, it } from "vitest";
import { leaves } from "../../src/model/levers/index.ts";
import { REGISTRY, scenarioJsonSchema } from "../../src/simulation/scenario/index.ts";
import { testRegistry } from "../support/scenario-registry.ts";

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly { readonly $ref: string }[];
  readonly anyOf?: readonly unknown[];
}

const schema: Schema = scenarioJsonSchema();
const tested: Schema = scenarioJsonSchema(testRegistry);

describe("the JSON Schema", () => {
  it("is plain JSON with a description for every key of a file", () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const keys = Object.entries(schema.properties ?? {});
    expect(keys.map(([key]) => key)).toEqual([
      "format",
      "name",
      "title",
      "question",
      "source",
      "notes",
      "extends",
      "council",
      "start",
      "weeks",
      "burnInWeeks",
      "seeds",
      "set",
      "changes",
    ]);
    for (const [key, { description }] of keys) expect(description, key).toMatch(/^[A-Z].{10,}\.$/);
  });

  it("has every lever of the model, with what it means, by path and in nested maps", () => {
    expect(leaves.length).toBeGreaterThan(0);
    for (const leaf of leaves) {
      expect(schema.definitions?.[leaf.path].description, leaf.path).toContain(leaf.sentence);
      expect(schema.definitions?.["levers"].properties).toHaveProperty([leaf.path]);
      const dot = leaf.path.indexOf(".");
      expect(schema.definitions?.[leaf.path.slice(0, dot)].properties).toHaveProperty([leaf.path.slice(dot + 1)]);
    }
    expect(Object.keys(schema.definitions ?? {})).toHaveLength(
      1 + new Set([...REGISTRY.byPath.keys(), ...REGISTRY.prefixes]).size,
    );
  });

  it("says of each kind of lever what it may be", () => {
    expect(tested.definitions?.["framework.providers"]).toEqual({
      description: "Providers (providers). A test lever.",
      anyOf: [{ type: "integer", minimum: 0, maximum: 200 }, { const: "default" }],
    });
    expect(tested.definitions?.["framework.payment"].anyOf).toEqual([
      { enum: ["commissioned", "delivered", "outcomes"] },
      { const: "default" },
    ]);
    expect(tested.definitions?.["budgets.rate"]).toMatchObject({
      description: "Direct payment rate (GBP per hour). A test lever.",
      anyOf: [
        { type: "number", minimum: 0, maximum: 50 },
        { type: "object", additionalProperties: false },
        { const: "default" },
      ],
    });
    expect(tested.definitions?.["budgets.rate.older"].description).toBe(
      "Direct payment rate: older (GBP per hour). A test lever.",
    );
  });

  it("leads from set and from each change to the levers, and refers to nothing that is not there", () => {
    expect(schema.properties?.["set"].allOf).toEqual([{ $ref: "#/definitions/levers" }]);
    expect(schema.properties?.["changes"].items?.properties?.["set"].allOf).toEqual([{ $ref: "#/definitions/levers" }]);
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(leaves.length);
    for (const name of new Set(references)) expect(schema.definitions, name).toHaveProperty([name]);
  });
});
