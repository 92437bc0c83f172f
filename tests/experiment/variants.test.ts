/** Over which dates arms differ in what is set. */
import { describe, expect, it } from "vitest";
import { differingStretch, firstDifferingWeek, type VariedParameter } from "../../src/experiment/variants.ts";

import { simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Steps = readonly (readonly [from: string, value: number])[];

const varied = (path: string, ...variants: readonly Steps[]): VariedParameter => ({
  path,
  label: path,
  unit: "",
  evidence: "",
  variants: variants.map((steps, arm) => ({
    values: steps.map(([from, value]) => ({ from, value })),
    origin: "default",
    arms: [arm],
  })),
});

const BASE: Steps = [["", 1]];

describe("the stretch in which arms differ", () => {
  it("begins where the first parameter differs and ends where the last is the same again", () => {
    const fees = varied("fees", BASE, [...BASE, ["2016-04-01", 0], ["2018-04-01", 1]]);
    const wages = varied("wages", BASE, [...BASE, ["2017-04-01", 2], ["2018-10-01", 1]]);
    expect(differingStretch([fees])).toEqual({ from: "2016-04-01", until: "2018-04-01" });
    expect(differingStretch([fees, wages])).toEqual({ from: "2016-04-01", until: "2018-10-01" });
  });

  it("has no end where one differs for good, and no beginning where it does from the start", () => {
    const fees = varied("fees", BASE, [...BASE, ["2016-04-01", 0], ["2018-04-01", 1]]);
    expect(differingStretch([fees, varied("wages", BASE, [...BASE, ["2017-04-01", 2]])])).toEqual({
      from: "2016-04-01",
    });
    expect(differingStretch([varied("size", BASE, [["", 2]])])).toEqual({ from: "" });
  });

  it("passes over a step that changes nothing, and over how long the runs are recorded", () => {
    const stepped = varied("fees", BASE, [...BASE, ["2012-04-01", 1], ["2016-04-01", 0]]);
    expect(differingStretch([stepped, varied("weeks", [["", 52]], [["", 104]])])).toEqual({ from: "2016-04-01" });
    expect(differingStretch([varied("weeks", [["", 52]], [["", 104]])])).toBeUndefined();
    expect(differingStretch([])).toBeUndefined();
  });

  it("looks at all arms of a sweep", () => {
    const three = varied("fees", BASE, [...BASE, ["2016-04-01", 0], ["2017-04-01", 1]], [...BASE, ["2015-04-01", 3]]);
    expect(differingStretch([three])).toEqual({ from: "2015-04-01" });
  });
});

describe("the first week in which what is set differs", () => {
  const council = (from: string, passThrough: number) =>
    scenarioFrom(smallCouncil({ weeks: 60, changes: [{ from, set: { "directPayment.rateShare": passThrough } }] }));

  it("begins on the first Monday on or after the date, and no run differs before it", () => {
    const [held, followed] = [council("2015-04-01", 0), council("2015-04-01", 1)];
    const { week, monday } = firstDifferingWeek(held, followed);
    expect(monday).toBe("2015-04-06");
    const [one, other] = [held, followed].map((scenario) => simulate(scenario, "1"));
    expect(one.mondays[week]).toBe(monday);
    const differing = one.mondays.findIndex((_, place) =>
      Object.keys(one.weekly).some((key) => !Object.is(one.weekly[key][place] + 0, other.weekly[key][place] + 0)),
    );
    expect(differing).toBeGreaterThanOrEqual(week);
  });

  it("is the first of all where something differs from the start, or nothing ever does", () => {
    const start = council("2015-04-01", 0);
    const larger = scenarioFrom(smallCouncil({ weeks: 60, set: { "size.scale": 0.05 } }));
    expect(firstDifferingWeek(start, start)).toEqual({ week: 0, monday: start.start });
    expect(firstDifferingWeek(start, larger)).toEqual({ week: 0, monday: start.start });
  });
});
