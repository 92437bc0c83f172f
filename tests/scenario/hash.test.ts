/** Two files that mean the same have one hash; two that differ in what happens have two. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  hashScenario,
  lookupAmong,
  resolveOrThrow,
  writeScenario,
} from "../../src/simulation/scenario/index.ts";
import { fileOf, layer, PLAIN, style } from "../support/scenario-arbitrary.ts";
import { START } from "../support/scenario-message.ts";
import { testLeaves, testRegistry } from "../support/scenario-registry.ts";
import { resolved } from "../support/scenario-resolve.ts";

const hashOf = (text: string, given = {}): string => resolved(text, given).hash;

describe("M10: the hash of a scenario says what happens, not how it is written", () => {
  it("is a known text of 64 hexadecimal digits", () => {
    expect(hashOf(START)).toMatchInlineSnapshot(`"c7d086956b4f3f780810ee2e6255c473d4ea5d7cbac9467ce714b222a0d356ab"`);
  });

  it("does not depend on key order, nesting, comments, blanks, line ends or notation", () => {
    fc.assert(
      fc.property(layer, style, (model, how) => {
        expect(hashOf(fileOf(model, how))).toBe(hashOf(fileOf(model, PLAIN)));
      }),
    );
  });

  it("does not depend on whether a default is written out", () => {
    const explicit = testLeaves.map((leaf) => `${leaf.path}: default`).join(", ");
    const literal = `set: { wages.floor: 5.8, framework.payment: commissioned, budgets.rate: { older: 9, mental: 12 } }
changes:
  - { from: 2010-10-01, set: { wages.floor: 5.93 } }
  - { from: 2013-04-01, set: { wages.floor: 5.93 } }
  - { from: 2014-04-01, set: { framework.payment: delivered } }
  - { from: 2015-04-01, set: { budgets.rate.older: 9.5 } }
  - { from: 2016-04-01, set: { wages.floor: 7.2 } }
start: 2010-04-05
weeks: 522
burnInWeeks: 104
`;
    expect(hashOf(`${START}set: { ${explicit} }\n`)).toBe(hashOf(START));
    expect(hashOf(START + literal)).toBe(hashOf(START));
  });

  it("does not depend on how many files say it", () => {
    fc.assert(
      fc.property(layer, layer, layer, (council, parent, file) => {
        const overlay = resolved(fileOf(file, PLAIN, { extends: "parent", council: "town", weeks: "521" }), {
          scenarios: { parent: fileOf(parent, PLAIN) },
          councils: { town: fileOf(council, PLAIN) },
        });
        const flat = resolved(writeScenario(overlay.scenario, testRegistry));
        expect(flat.scenario).toEqual(overlay.scenario);
        expect(flat.hash).toBe(overlay.hash);
      }),
    );
  });

  it("M11: does not depend on names, texts and seeds", () => {
    const labels = 'title: "T"\nquestion: "Q?"\nsource: "S"\nnotes: |\n  N\n  N\nseeds: [a, b]\n';
    expect(hashOf(`format: 1\nname: other\n${labels}`)).toBe(hashOf(START));
  });

  it.each([
    ["a lever", "set: { wages.floor: 5.81 }"],
    ["one group", "set: { budgets.rate.mental: 12.5 }"],
    ["a choice", "set: { framework.payment: outcomes }"],
    ["a date", "changes: [{ from: 2016-03-25, set: { wages.floor: 7.2 } }]"],
    ["the start", "start: 2010-04-12"],
    ["the weeks", "weeks: 521"],
    ["the burn-in", "burnInWeeks: 103"],
  ])("depends on %s", (_, line) => {
    expect(hashOf(`${START}${line}\n`)).not.toBe(hashOf(START));
  });

  it('reads 7 and "7" as one seed, and a range as each of its seeds', () => {
    const seedsOf = (text: string): readonly string[] => resolved(`${START}seeds: ${text}\n`).scenario.seeds;
    expect(seedsOf("7")).toEqual(seedsOf('"7"'));
    expect(seedsOf("1-3")).toEqual(["1", "2", "3"]);
    expect(seedsOf('[1, two, "3", 5-6, a.b_c-d]')).toEqual(["1", "two", "3", "5", "6", "a.b_c-d"]);
  });
});

describe("a written scenario", () => {
  it("says only what differs from the registry", () => {
    const given = { scenarios: { base: "format: 1\nset: { wages.floor: 6 }\n" } };
    const text = `${START}title: "A: <b>"\nextends: base\nchanges: [{ from: 2016-04-01, set: { budgets.rate.older: 1 } }]\n`;
    expect(writeScenario(resolved(text, given).scenario, testRegistry)).toMatchInlineSnapshot(`
      "format: 1
      name: "test"
      title: "A: <b>"
      start: 2010-04-05
      weeks: 522
      burnInWeeks: 104
      seeds: 1-20
      set:
        wages.floor: 6
        budgets.rate.older: 9
      changes:
        - from: 2015-04-01
          set:
            budgets.rate.older: 9.5
        - from: 2016-04-01
          set:
            budgets.rate.older: 1
      "
    `);
  });

  it("keeps seeds of every kind", () => {
    for (const seeds of ["[a, b]", "5-7", "[3, 1]", '["0", "007", "1.5", "x-1"]', "9"]) {
      const { scenario } = resolved(`${START}seeds: ${seeds}\n`);
      expect(resolved(writeScenario(scenario, testRegistry)).scenario.seeds).toEqual(scenario.seeds);
    }
  });

  it("is read back by the model's own registry", () => {
    const lookup = lookupAmong({});
    const first = resolveOrThrow({ entry: { name: "a.yaml", text: START }, lookup });
    const again = resolveOrThrow({ entry: { name: "b.yaml", text: writeScenario(first.scenario) }, lookup });
    expect(again.hash).toBe(first.hash);
    expect(again.hash).toBe(hashScenario(first.scenario));
  });
});

describe("canonical JSON", () => {
  it("sorts keys by code unit, drops what is undefined and makes minus zero zero", () => {
    expect(canonicalJson({ b: -0, a: [1, null, "é"], Z: true, "\u{1F600}": 1, "\uFB03": 2, u: undefined })).toBe(
      '{"Z":true,"a":[1,null,"é"],"b":0,"\u{1F600}":1,"\uFB03":2}',
    );
  });

  it("keeps integer-like keys among the others", () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3 })).toBe('{"10":2,"9":3,"b":1}');
  });

  it.each([Number.NaN, Infinity, -Infinity, undefined, () => 0, 1n])("refuses %s", (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
  });

  it("is what JSON reads back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(
          JSON.parse(JSON.stringify(value).replaceAll(/-0(?=[,}\]]|$)/g, "0")),
        );
      }),
    );
  });
});
