/** Labels of a scale that has no room for all of them: evenly many, never one missing among the others. */
import { expect, test } from "vitest";
import { differenceAxis, labelledTicks, placeOn } from "../../src/report/sweep/axis.ts";
import { unitOf } from "../../src/report/units.ts";

const shownOf = (values: readonly number[], unit: string, width: number): readonly (readonly [number, boolean])[] => {
  const axis = differenceAxis(values, unitOf(unit, 2000), 7);
  const at = placeOn(axis.domain, 0, width);
  const ticks = axis.ticks.map(({ value, label }) => ({ at: at(value), label }));
  const labelled = labelledTicks(ticks, 13);
  return axis.ticks.map(({ value }, place) => [value, labelled[place]]);
};

test.each([120, 180, 240, 260, 300, 340, 400, 900])("labels stand evenly in %i pixels, zero among them", (width) => {
  for (const [values, unit] of [
    [[-400, 1350], "days"],
    [[-0.4, 1.6], "GBP million"],
    [[-1200, 40], "days"],
  ] as const) {
    const shown = shownOf(values, unit, width).flatMap(([value, isLabelled]) => (isLabelled ? [value] : []));
    const steps = shown.slice(1).map((value, place) => Number((value - shown[place]).toFixed(9)));
    expect(new Set(steps).size).toBeLessThanOrEqual(1);
    expect(shown).toContain(0);
    expect(shown.length).toBeGreaterThan(width < 200 ? 0 : 1);
  }
});

test("where there is room every tick is labelled", () => {
  expect(shownOf([-400, 1350], "days", 1200).every(([, isLabelled]) => isLabelled)).toBe(true);
});
