/** Over which dates arms differ in what is set. */
import { describe, expect, it } from "vitest";
import { differingStretch, type VariedParameter } from "../../src/experiment/variants.ts";

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
