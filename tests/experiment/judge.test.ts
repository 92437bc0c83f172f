/** A verdict follows from the figures, and from nothing else. */
import { describe, expect, it } from "vitest";
import { agrees, FACTS, judge, NOT_EXPLAINED, part, partIds, type Fact } from "../../src/experiment/facts/index.ts";
import { onTarget, partOf } from "../support/facts-series.ts";

const ofPart = (id: string, runs: Parameters<typeof judge>[1]) => {
  const found = judge(FACTS, runs)
    .flatMap((fact) => fact.parts)
    .find((each) => each.id === id);
  if (found === undefined) throw new Error(`no part ${id}`);
  return found;
};

describe("a verdict", () => {
  it("is a pass for every fact when every figure is on target", () => {
    const facts = judge(FACTS, [onTarget()]);
    expect(facts.map(({ pass }) => pass)).toEqual(FACTS.map(() => true));
    expect(facts.flatMap(({ why, parts }) => [why, ...parts.map((each) => each.why)]).filter(Boolean)).toEqual([]);
  });

  it.each(FACTS.flatMap((fact) => partIds(fact)))(
    "turns when the tolerance of %s is crossed, on either side, and the fact's with it",
    (id) => {
      const { target, tolerance, rule } = partOf(id);
      const step = 1e-6 * Math.max(1, Math.abs(target));
      const at = (value: number): [boolean, boolean, number] => {
        const facts = judge(FACTS, [onTarget({ [id]: value })]);
        const fact = facts.find((each) => each.id === id.slice(0, 3));
        const found = fact?.parts.find((each) => each.id === id);
        return [found?.pass ?? false, fact?.pass ?? false, facts.filter(({ pass }) => pass).length];
      };
      expect(at(target - tolerance + step)).toEqual([true, true, 16]);
      expect(at(target - tolerance - step)).toEqual([false, false, 15]);
      expect(at(target + tolerance + step)).toEqual(rule === "at least" ? [true, true, 16] : [false, false, 15]);
    },
  );

  it("rests on the median over the runs, on the mean only where the fact speaks of one", () => {
    const values = [25, 26, 1000];
    const share = ofPart(
      "C01",
      values.map((value) => onTarget({ C01: value })),
    );
    expect(share).toMatchObject({ judgedBy: "median", pass: true });
    expect(share.simulated).toEqual({
      median: 26,
      p5: 25.1,
      p95: expect.closeTo(902.6, 9) as number,
      mean: 1051 / 3,
      runs: 3,
    });
    const leaving = ofPart(
      "C10a",
      [12, 13, 30].map((value) => onTarget({ C10a: value })),
    );
    expect(leaving).toMatchObject({ judgedBy: "mean", pass: false });
    expect(leaving.simulated.median).toBe(13);
  });

  it("is a failure where no run defines the figure, with null for a number", () => {
    for (const runs of [[onTarget({ C15b: Number.NaN })], []]) {
      const found = ofPart("C15b", runs);
      expect(found.pass).toBe(false);
      expect(found.simulated).toEqual({ median: null, p5: null, p95: null, mean: null, runs: 0 });
      expect(found.why).toMatch(/^not defined/);
    }
    expect(ofPart("C15b", [onTarget({ C15b: Number.NaN }), onTarget()]).simulated.runs).toBe(1);
  });

  it("does not agree with what is no number", () => {
    expect(agrees({ target: 1, tolerance: 1, rule: "within" }, Number.NaN)).toBe(false);
    expect(agrees({ target: 1, tolerance: 0, rule: "at least" }, Number.NaN)).toBe(false);
    expect(agrees({ target: 1, tolerance: 0, rule: "at least" }, 1)).toBe(true);
  });
});

describe("a failure", () => {
  const fact: Fact = {
    id: "C99",
    fact: "Something",
    source: "E0-000",
    input: { how: "opening stock only", parameters: ["size.agencies"] },
    fitting: undefined,
    parts: [
      part({
        label: "first",
        unit: "%",
        target: 10,
        tolerance: 1,
        figure: partOf("C01").figure,
        fault: { above: "Too many come." },
      }),
      part({ label: "second", unit: "%", target: 5, tolerance: 1, figure: partOf("C01").figure }),
    ],
  };
  const whyAt = (first: number, second: number): string | null => judge([fact], [{ C99a: first, C99b: second }])[0].why;

  it("names the mechanism at fault for the side it lies on, where it is known", () => {
    expect(whyAt(12, 5)).toBe("Too many come.");
    expect(whyAt(8, 5)).toBe(NOT_EXPLAINED);
    expect(whyAt(12, 9)).toBe(`Too many come. ${NOT_EXPLAINED}`);
    expect(whyAt(10, 5)).toBeNull();
  });

  it("of one part fails the fact, whose own figures are those of the part that fails", () => {
    const [found] = judge([fact], [{ C99a: 10, C99b: 9 }]);
    expect(found).toMatchObject({
      id: "C99",
      fact: "Something",
      part: "C99b",
      target: 5,
      simulated: { median: 9 },
      pass: false,
    });
    expect(judge([fact], [{ C99a: 10, C99b: 5 }])[0]).toMatchObject({ part: "C99a", target: 10, pass: true });
    expect(judge([fact], [{ C99a: 12, C99b: 9 }])[0]).toMatchObject({ part: "C99a", target: 10, pass: false });
    const noList = { ...fact, fitting: { how: "by hand", parameters: [] } };
    expect(judge([noList], [{}])[0].usedInFitting).toBe("by hand");
    expect(found.parts.map(({ id, pass }) => [id, pass])).toEqual([
      ["C99a", true],
      ["C99b", false],
    ]);
    expect(found.input).toBe("opening stock only (size.agencies)");
    expect(found.usedInFitting).toBe(false);
  });
});
