/** Defaults, council, parents, file and command line, each covering what lies under it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysFromIso, isoFromDays } from "../../src/kernel/calendar.ts";
import { fileOf, layer, type LayerModel, PLAIN, type Value, WEEKS } from "../support/scenario-arbitrary.ts";
import { START } from "../support/scenario-message.ts";
import { testLeaves } from "../support/scenario-registry.ts";
import { pathOf, resolved, said } from "../support/scenario-resolve.ts";

const BASE = `format: 1
set: { wages.floor: 6, framework.payment: outcomes }
changes: [{ from: 2014-04-01, set: { wages.floor: 7 } }, { from: 2018-04-01, set: { wages.floor: 8 } }]
`;
const scenarios = { base: BASE };

describe("the path of a lever", () => {
  it("is the registry's own where nobody says anything, from what holds at the start", () => {
    const result = resolved(START);
    expect(pathOf(result, "wages.floor")).toBe("5.8, 2010-10-01: 5.93, 2016-04-01: 7.2");
    expect(pathOf(result, "budgets.rate.older")).toBe("9, 2015-04-01: 9.5");
    expect(pathOf(result, "budgets.rate.mental")).toBe("12");
  });

  it("is replaced as a whole by set", () => {
    const result = resolved(`${START}extends: base\nset: { wages.floor: 5 }\n`, { scenarios });
    expect(pathOf(result, "wages.floor")).toBe("5");
    expect(pathOf(result, "framework.payment")).toBe("outcomes");
  });

  it("is replaced from a date on by a change, until the next change of the same file", () => {
    const result = resolved(
      `${START}extends: base\nchanges:\n  - { from: 2017-04-03, set: { wages.floor: 10 } }\n  - { from: 2015-04-06, set: { wages.floor: 9 } }\n`,
      { scenarios },
    );
    expect(pathOf(result, "wages.floor")).toBe("6, 2014-04-01: 7, 2015-04-06: 9, 2017-04-03: 10");
  });

  it("goes back to the registry's by the word default, as a whole or from a date on", () => {
    const whole = resolved(`${START}extends: base\nset: { wages: default }\n`.replace("wages:", "wages.floor:"), {
      scenarios,
    });
    expect(pathOf(whole, "wages.floor")).toBe(pathOf(resolved(START), "wages.floor"));
    const dated = resolved(`${START}extends: base\nchanges: [{ from: 2015-04-06, set: { wages.floor: default } }]\n`, {
      scenarios,
    });
    expect(pathOf(dated, "wages.floor")).toBe("6, 2014-04-01: 7, 2015-04-06: 5.93, 2016-04-01: 7.2");
  });

  it("takes what the start lies in, and nothing that could not act any more", () => {
    const result = resolved(`${START}start: 2011-04-04\nweeks: 260\n`);
    expect(pathOf(result, "wages.floor")).toBe("5.93");
    // The last Monday is 2016-03-28, and a change of 2016-04-01 acts on 4 April.
    expect(pathOf(resolved(`${START}start: 2011-04-04\nweeks: 261\n`), "wages.floor")).toBe("5.93");
    expect(pathOf(resolved(`${START}start: 2011-04-04\nweeks: 262\n`), "wages.floor")).toBe("5.93, 2016-04-01: 7.2");
  });
});

describe("a by-group lever", () => {
  it.each([
    ["one number for all", "budgets.rate: 8", "8 8 8 8"],
    ["a map for some", "budgets.rate: { older: 8, mental: 7 }", "8 10 11 7"],
    ["one by its path", "budgets.rate.learning: 8", "9 10 8 12"],
    ["nested maps", "budgets: { rate: { older: 8 } }", "8 10 11 12"],
    ["a dotted path in a nested map", "budgets: { rate.older: 8, population: 5 }", "8 10 11 12"],
    ["one back to its default", "budgets.rate: { older: default, mental: 1 }", "9 10 11 1"],
  ])("is set as %s", (_, line, expected) => {
    const { values } = resolved(`${START}set: { ${line} }\n`).scenario;
    const firsts = ["older", "physical", "learning", "mental"].map((group) => values[`budgets.rate.${group}`][0].value);
    expect(firsts.join(" ")).toBe(expected);
  });
});

describe("layers", () => {
  const councils = { town: "format: 1\nset: { budgets.population: 500, wages.floor: 1 }\n" };

  it("lie in order: council, parents from the root on, file, command line", () => {
    const given = {
      scenarios: { ...scenarios, middle: "format: 1\nextends: base\ncouncil: town\nweeks: 500\n" },
      councils,
    };
    const text = `${START}extends: middle\nset: { framework.providers: 3 }\n`;
    const result = resolved(text, { ...given, set: ["framework.providers=4", "wages.floor@2018-04-02=20"] });
    expect(result.scenario.weeks).toBe(500);
    expect(pathOf(result, "budgets.population")).toBe("500");
    expect(pathOf(result, "framework.providers")).toBe("4");
    expect(pathOf(result, "wages.floor")).toBe("6, 2014-04-01: 7, 2018-04-01: 8, 2018-04-02: 20");
  });

  it("take the council of the nearest file that names one", () => {
    const given = {
      scenarios: { base: "format: 1\ncouncil: town\n" },
      councils: { ...councils, city: "format: 1\nset: { budgets.population: 900 }\n" },
    };
    expect(pathOf(resolved(`${START}extends: base\n`, given), "budgets.population")).toBe("500");
    expect(pathOf(resolved(`${START}extends: base\ncouncil: city\n`, given), "budgets.population")).toBe("900");
  });

  it("keep names and texts to the file that says them", () => {
    const given = { scenarios: { base: "format: 1\nname: base\ntitle: Base\nquestion: Why?\nsource: NAO\n" } };
    const { scenario } = resolved("format: 1\nextends: base\nnotes: mine\n", given);
    expect(scenario).toMatchObject({ name: "test", title: "test", question: "", source: "", notes: "mine" });
  });

  it("let the command line say how long the run is, and drop what it cut off with a warning", () => {
    const given = { scenarios, flags: { weeks: "52", seeds: "1-2,x" } };
    const result = resolved(`${START}extends: base\n`, given);
    expect(result.scenario).toMatchObject({ weeks: 52, seeds: ["1", "2", "x"] });
    expect(pathOf(result, "wages.floor")).toBe("6");
    expect(result.warnings.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      "base.yaml:3 never acts: the run was moved or cut",
      "base.yaml:3 never acts: the run was moved or cut",
    ]);
  });

  it("let what is handed in stand for the decade, below every file", () => {
    const { scenario } = resolved(START, { defaults: { weeks: 10, seeds: ["9"] } });
    expect(scenario).toMatchObject({ start: "2010-04-05", weeks: 10, burnInWeeks: 104, seeds: ["9"] });
    expect(resolved(`${START}weeks: 20\n`, { defaults: { weeks: 10 } }).scenario.weeks).toBe(20);
  });
});

describe("origins", () => {
  it("say who said each step, and how the run came to be", () => {
    const text = `${START}extends: base\nweeks: 500\nset: { framework.providers: 3 }\n`;
    const { origins } = resolved(text, { scenarios, set: ["budgets.rate.older@2012-01-01=1"] });
    expect(origins.values["wages.floor"]).toEqual([
      { by: "scenario", file: "base.yaml", line: 2, column: 21 },
      { by: "scenario", file: "base.yaml", line: 3, column: 51 },
      { by: "scenario", file: "base.yaml", line: 3, column: 98 },
    ]);
    expect(origins.values["framework.providers"]).toEqual([{ by: "scenario", file: "test.yaml", line: 5, column: 29 }]);
    expect(origins.values["budgets.rate.older"]).toEqual([
      { by: "default", evidence: "E0-001" },
      { by: "flag", flag: "--set budgets.rate.older@2012-01-01=1" },
    ]);
    expect(origins.run.weeks).toEqual({ by: "scenario", file: "test.yaml", line: 4, column: 8 });
    expect(origins.run.start.by).toBe("default");
  });

  it("name a council as one", () => {
    const { origins } = resolved(`${START}council: town\n`, {
      councils: { town: "format: 1\nset: { wages.floor: 1 }\n" },
    });
    expect(origins.values["wages.floor"]).toEqual([{ by: "council", file: "councils/town.yaml", line: 2, column: 21 }]);
  });
});

/** What a lever is on a day, by asking the layers from the top down: a second way to the same answer. */
function valueOn(day: number, path: string, layers: readonly LayerModel[]): Value {
  const leaf = testLeaves.find((each) => each.path === path);
  if (leaf === undefined) throw new Error(path);
  const inDefault = leaf.default.filter(({ from }) => from === "" || daysFromIso(from) <= day).at(-1)?.value ?? "";
  for (const { set, changes } of [...layers].reverse()) {
    const dates = [...changes.keys()].filter((from) => changes.get(from)?.has(path) && daysFromIso(from) <= day).sort();
    const value = dates.length > 0 ? changes.get(dates.at(-1) ?? "")?.get(path) : set.get(path);
    // Minus zero is zero.
    if (value !== undefined) return value === "default" ? inDefault : typeof value === "number" ? value + 0 : value;
  }
  return inDefault;
}

describe("any stack of layers", () => {
  it("gives each lever, each week, the value of the topmost layer that says something", () => {
    let differing = 0;
    const stack = fc.record({ council: layer, parent: layer, file: layer, flags: layer, week: fc.nat(WEEKS - 1) });
    fc.assert(
      fc.property(stack, ({ council, parent, file, flags, week }) => {
        const set = [
          ...[...flags.set].map(([path, value]) => `${path}=${value}`),
          ...[...flags.changes].flatMap(([from, of]) => [...of].map(([path, value]) => `${path}@${from}=${value}`)),
        ];
        const { scenario } = resolved(fileOf(file, PLAIN, { extends: "parent", council: "town" }), {
          scenarios: { parent: fileOf(parent, PLAIN) },
          councils: { town: fileOf(council, PLAIN) },
          set,
        });
        const monday = daysFromIso(scenario.start) + 7 * week;
        for (const { path, default: own } of testLeaves) {
          const step = scenario.values[path].filter(({ from }) => from === "" || from <= isoFromDays(monday)).at(-1);
          expect(step?.value).toBe(valueOn(monday, path, [council, parent, file, flags]));
          if (step?.value !== own[0].value) differing++;
        }
      }),
    );
    expect(differing).toBeGreaterThan(100);
  });
});

describe("a warning", () => {
  it("is what a later value of how the council opens gets, and one from the start does not", () => {
    const dated = (from: string): string =>
      said(`${START}changes:\n  - { from: ${from}, set: { budgets.population: 9 } }\n`);
    expect(dated("2010-04-05")).toBe("");
    expect(dated("2015-04-06")).toBe(
      "test.yaml:4:52 warning budgets.population: says how the council opens, which no later value changes; " +
        "found from 2015-04-06; under set, write how the council opens",
    );
  });

  it("is all that a sound scenario with a repeated seed gets", () => {
    expect(said(`${START}seeds: [a, a]\n`)).toBe(
      "test.yaml:3:8 warning seeds: a seed given more than once runs once: 1 seeds",
    );
  });
});
