import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/node/store/canonical-json.ts";

describe("canonical JSON", () => {
  it("orders keys by code unit, whole numbers too", () => {
    expect(canonicalJson({ b: 1, a: 2, "10": 3, "2": 4, é: 5, Z: 6 })).toBe(
      '{\n  "10": 3,\n  "2": 4,\n  "Z": 6,\n  "a": 2,\n  "b": 1,\n  "é": 5\n}\n',
    );
  });

  it("has one zero", () => {
    expect(canonicalJson([-0, 0])).toBe("[\n  0,\n  0\n]\n");
  });

  it("writes empty things on one line", () => {
    expect(canonicalJson({ list: [], map: {} })).toBe('{\n  "list": [],\n  "map": {}\n}\n');
  });

  it.each([
    ["NaN", { a: [1, Number.NaN] }, "$.a[1] is NaN"],
    ["Infinity", { a: Number.POSITIVE_INFINITY }, "$.a is Infinity"],
    ["undefined", { a: undefined }, "$.a is of type undefined"],
    ["a function", [() => 1], "$[0] is of type function"],
    ["a bigint", 1n, "$ is of type bigint"],
    ["a typed array", { a: new Float64Array(1) }, "$.a is not a plain object"],
    ["a date", new Date(0), "$ is not a plain object"],
    ["a map", new Map(), "$ is not a plain object"],
    ["a hole", new Array(2), "$[0] is of type undefined"],
  ])("refuses %s and names its place", (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it("reads back as the same value, and does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const back: unknown = JSON.parse(text);
        expect(JSON.stringify(back)).toBe(JSON.stringify(JSON.parse(canonicalJson(back))));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
