/** A dated change drops the later steps of a path: whoever reads a scenario is told which, and nobody is told of none. */
import { describe, expect, it } from "vitest";
import { measures } from "../../src/model/measures/index.ts";
import { planSweep } from "../../src/experiment/sweeps/index.ts";
import { droppedOfScenario, droppedOfSweep } from "../../src/node/dropped-in-files.ts";
import { formatProblem, lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";
import { COUNCILS, SCENARIOS, SWEEPS } from "../support/shipped-files.ts";

const change = (from: string, set: string): string => `  - { from: ${from}, set: { ${set} } }\n`;
const file = (head: string, ...changes: readonly string[]): string =>
  `format: 1\nname: mine\n${head}\n${changes.length === 0 ? "" : `changes:\n${changes.join("")}`}`;

const ONE_POINT = change("2016-04-01", "council.precept: 0.01");
const BASELINE = file("weeks: 522");

const kept = {
  baseline: BASELINE,
  rates: file(
    "extends: baseline",
    ...[0.9, 0.8].map((share, year) => change(`201${6 + year}-04-01`, `directPayment.rateShare: ${share}`)),
  ),
  "one-point": file("extends: baseline", ONE_POINT),
  wages: file(
    "extends: baseline",
    ...[8, 9, 10].map((wage, year) => change(`201${6 + year}-04-01`, `wages.floor: ${wage}`)),
    change("2019-04-01", "wages.floor: 11"),
  ),
};
const councils = { poor: file("", change("2018-04-01", "council.grant: 1")) };
const lookup = lookupAmong(kept, councils);

/** Without the place in front. */
function told(
  text: string,
  more: { readonly set?: readonly string[]; readonly council?: string } = {},
): readonly string[] {
  const input = { entry: { name: "mine.yaml", text }, lookup, ...more };
  return droppedOfScenario(input, resolveOrThrow(input).scenario).map(formatProblem);
}

describe("a change of a lever that has a path by date", () => {
  it("drops what was to come, and says which steps, where, and how to keep them", () => {
    expect(told(file("extends: baseline", ONE_POINT))).toEqual([
      "mine.yaml:5:49 warning council.precept: stays 1% from 2016-04-01 to the end: the steps that were to come on " +
        "2017-04-01 (3%), 2018-04-01 (2%) and 2019-04-01 (1%) are dropped; to keep them, set them too, or from " +
        "2017-04-01 on default",
    ]);
  });

  it("is told of where the command line makes it", () => {
    expect(told(BASELINE, { set: ["council.precept@2018-04-01=0"] })).toEqual([
      "--set council.precept@2018-04-01=0 warning council.precept: stays 0% from 2018-04-01 to the end: the step that " +
        "was to come on 2019-04-01 (1%) is dropped; to keep it, set it too, or from 2019-04-01 on default",
    ]);
  });

  it.each([
    [
      "gives the later steps, though they are the same",
      file(
        "extends: baseline",
        ...["2016", "2017", "2018", "2019"].map((year) => change(`${year}-04-01`, "council.precept: 0")),
      ),
    ],
    [
      "gives the lever back to its default",
      file("extends: baseline", ONE_POINT, change("2017-04-01", "council.precept: default")),
    ],
    ["sets the lever from the very beginning", file("extends: baseline\nset: { council.precept: 0.01 }", ONE_POINT)],
    ["says what comes to the same", file("extends: baseline", change("2019-04-01", "council.precept: 0.02"))],
    ["ends before the next step", file("extends: baseline\nweeks: 360", ONE_POINT)],
    ["changes a lever without a path", file("extends: baseline", change("2016-04-01", "framework.feePassThrough: 0"))],
  ])("is not told of where the file %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it("is told of once, where two changes leave steps out between them", () => {
    const [only, ...others] = told(file("extends: baseline", ONE_POINT, change("2018-04-01", "council.precept: 0.03")));
    expect(others).toEqual([]);
    expect(only).toContain("stays 1% from 2016-04-01 until 2018-04-01 and 3% from 2018-04-01 to the end:");
    expect(only).toContain("on 2017-04-01 (3%) and 2019-04-01 (1%) are dropped");
  });

  it("drops a parent's steps as it does those of the defaults", () => {
    expect(told(file("extends: wages", change("2017-04-01", "wages.floor: 9.5")))).toEqual([
      "mine.yaml:5:45 warning wages.floor: stays £9.50 from 2017-04-01 to the end: the steps that were to come on " +
        "2018-04-01 (£10) and 2019-04-01 (£11) are dropped; to keep them, set them too",
    ]);
  });

  it("is told of in a parent and in a council, as far as the file itself does not speak of the time", () => {
    expect(told(file("extends: one-point"))[0]).toMatch(
      /^one-point\.yaml:5:49 warning council\.precept: stays 1% from/,
    );
    expect(told(file("extends: one-point", change("2018-04-01", "council.precept: 0.02")))[0]).toContain(
      "stays 1% from 2016-04-01 until 2018-04-01: the step that was to come on 2017-04-01 (3%) is dropped",
    );
    expect(told(file("extends: one-point", change("2017-04-01", "council.precept: 0.02")))).toEqual([]);
    expect(told(file("extends: one-point\nset: { council.precept: 0 }"))).toEqual([]);
    expect(told(BASELINE, { council: "poor" })[0]).toContain("council.grant: stays £1m from 2018-04-01 to the end");
  });

  it("is told of once where one word sets it for all groups", () => {
    const [only, ...others] = told(file("extends: rates", change("2016-04-01", "directPayment.rateShare: 1")));
    expect(others).toEqual([]);
    expect(only).toContain("warning directPayment.rateShare: stays 100% from 2016-04-01 to the end: the step that was");
  });
});

describe("a sweep", () => {
  const sweep = (...axes: readonly string[]): string =>
    `format: 1\nname: sweep\nscenario: baseline\naxes:\n${axes.map((axis) => `  - { ${axis} }\n`).join("")}`;
  const toldOf = (text: string): readonly string[] => {
    const input = { entry: { name: "sweep.yaml", text }, lookup, measures: measures.map(({ key }) => key) };
    const planned = planSweep(input);
    if (!planned.ok) throw new Error(planned.problems.map(formatProblem).join("\n"));
    return droppedOfSweep(input, planned.plan.scenario).map(formatProblem);
  };

  it("says it of an axis once a lever, whatever its values", () => {
    const [only, ...others] = toldOf(
      sweep("name: p, lever: council.precept, from: 2017-04-01, values: [0, 0.01, 0.02]"),
    );
    expect(others).toEqual([]);
    expect(only).toContain("council.precept: stays 0% from 2017-04-01 to the end");
    expect(only).toContain("; so it is with 2 other values of the axis; to keep them");
  });

  it("says it of a scenario that is the value of an axis, and not of an axis that drops nothing", () => {
    expect(toldOf(sweep("name: s, scenarios: [baseline, one-point]"))[0]).toMatch(/^one-point\.yaml:5:49 warning/);
    expect(toldOf(sweep("name: f, lever: framework.feePassThrough, from: 2016-04-01, values: [0, 1]"))).toEqual([]);
  });
});

describe("what is shipped", () => {
  const shipped = lookupAmong(SCENARIOS, COUNCILS);

  it("drops no step unsaid", () => {
    const found = [undefined, ...Object.keys(COUNCILS)].flatMap((council) =>
      Object.entries(SCENARIOS).flatMap(([name, text]) => {
        const place = council === undefined ? {} : { council };
        const input = { entry: { name: `${name}.yaml`, text }, lookup: shipped, ...place };
        return droppedOfScenario(input, resolveOrThrow(input).scenario).map(formatProblem);
      }),
    );
    expect(found).toEqual([]);
    const sweeps = Object.entries(SWEEPS).flatMap(([name, text]) => {
      const input = {
        entry: { name: `${name}.yaml`, text },
        lookup: shipped,
        measures: measures.map(({ key }) => key),
      };
      const planned = planSweep(input);
      return planned.ok ? droppedOfSweep(input, planned.plan.scenario).map(formatProblem) : ["not planned"];
    });
    expect(sweeps).toEqual([]);
  });
});
