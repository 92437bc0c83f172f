import { expect, it } from "vitest";
import type { GainRow } from "../../src/experiment/gains.ts";
import { gainsText } from "../../src/cli/gains-text.ts";
import { renderArms } from "../../src/report/index.ts";
import { comparisonInput } from "../support/sweep-fixture.ts";
import { shownGains } from "../../src/node/gains.ts";

const row = (people: number): GainRow => ({
  by: "everybody",
  label: "Everybody",
  people,
  onlyFirst: 0,
  onlySecond: 0,
  mean: 0,
  low: 0,
  high: 0,
  quantiles: [],
  higher: 0.25,
  lower: 0.5,
  unchanged: 0.25,
  same: 0.2,
  isWithheld: false,
  warning: "",
});

it("counts the people of one council, not of all seeds together, and says what the two shares leave", () => {
  const shown = (seeds: number) =>
    shownGains(
      { measure: "life", label: "", unit: "points", least: 0.05, seeds, leftBefore: 0, rows: [row(14_560 * seeds)] },
      1,
    );
  expect(shown(20).everybody.people).toBe(14_560);
  expect(shown(20).everybody).toMatchObject({ better: 0.25, worse: 0.5 });
  expect(shown(20).sentence).toMatch(
    /by 0\.05 points or more: .* The rest are unchanged: they differ by less, or not at all\.$/,
  );
  expect(shown(20).whom).toMatch(/^People: everybody .* at any time, a mean over 20 seeds\.$/);
  expect(shown(1).whom).not.toContain("mean over");
  expect(shown(20).leftBefore).toBeUndefined();
});

it("says who is left out because nothing that differs could reach them", () => {
  const found = {
    measure: "life",
    label: "",
    unit: "points",
    least: 0.05,
    seeds: 2,
    leftBefore: 4_268,
    rows: [row(400)],
  } as const;
  const shown = shownGains(found, 1, "2016-04-04");
  expect(shown.leftBefore).toEqual({ monday: "2016-04-04", people: 2_134 });
  expect(shown.whom).toContain("on 4 April 2016, when what is set first differs, or later, a mean over 2 seeds.");
  expect(shown.whom).toContain("Left out: 2,134 who had left before");
  expect(gainsText(shown)).toContain(shown.whom);
});

it("keeps the interval of the mean and what people's own differences are, and nothing of a group that is withheld", () => {
  const full = { ...row(400), low: -1, high: 2, quantiles: [-5, -1, 0, 1, 5], onlyFirst: 8, onlySecond: 4 };
  const withheld = { ...row(4), by: "group", isWithheld: true } as const;
  const shown = shownGains(
    { measure: "life", label: "", unit: "points", least: 0.05, seeds: 4, leftBefore: 0, rows: [full, withheld] },
    1,
  );
  const own = { low: -1, high: 2, quantiles: [-5, -1, 0, 1, 5], same: 0.2, onlyFirst: 2, onlySecond: 1 };
  expect(shown.everybody.spread).toEqual(own);
  expect(shown.rows[0].spread).toBeUndefined();
  const text = gainsText(shown);
  expect(text).toContain("0.00 (−1.00 to +2.00)");
  expect(text).toContain("−5.00 / 0.00 / +5.00");
  // Worse, better and unchanged, each a count of its own.
  expect(text).toMatch(/^ *Everybody +100 +50% +25% +25% +0\.00/m);
});

it("writes the three shares of one row alike wherever they stand, adding up to 100", () => {
  // Each rounds up: 19.6, 11.7 and 68.7 %.
  const shares = { higher: 0.117, lower: 0.196, unchanged: 0.687 };
  const rows = [{ ...row(400), ...shares }];
  const found = { measure: "life", label: "", unit: "points", least: 0.05, seeds: 1, leftBefore: 0, rows } as const;
  expect(gainsText(shownGains(found, 1))).toMatch(/^ *Everybody +400 +20% +12% +68% /m);
  const page = renderArms({ ...comparisonInput(), gains: [shownGains(found, 1)] });
  expect(page).toContain("20% of people have a worse quality of life, 12% a better one and 68% an unchanged one");
});
