/** `sensitivity` from outside: a small sweep of each kind, its table, its JSON, and what it refuses. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

const AXES = [
  "axes:",
  "  - { name: fees, label: fees, crossed: true, alternatives: [{ name: usual }, { name: held, set: { framework.feePassThrough: 0 } }] }",
  "  - { name: rate, label: the rate, lever: directPayment.rateShare, range: { from: 0.6, to: 1.2 } }",
  "  - { name: limit, lever: directPayment.topUpLimit, range: { from: 0, to: 0.7 } }",
  "",
].join("\n");

async function swept(name: string, design: string): Promise<void> {
  writeFileSync(
    `${name}.yaml`,
    `format: 1\nname: ${name}\nscenario: tiny\nseeds: 1-2\nquestion: Why?\n${design}\n${AXES}`,
  );
  const { code, err } = await call(["sweep", `${name}.yaml`, "--out", name, "--quiet"]);
  expect([code, err]).toEqual([0, ""]);
}

describe("sensitivity", { timeout: 120_000 }, () => {
  it("prints Morris's table with intervals, the rate first where it must be, and one JSON object", async () => {
    await swept("m", "design: morris\ntrajectories: 5");
    const words = ["sensitivity", "m", "--measure", "topUps.meanWeekly", "--with", "fees=held"];
    const { code, out } = await call(words);
    expect(code).toBe(0);
    expect(out).toContain("topUps.meanWeekly (GBP per week), mean of 2010-11 to 2011-12, mean over 2 seeds");
    expect(out).toMatch(/Morris's screening, 5 trajectories/);
    expect(out).toMatch(/^(rate|limit) +[\d.e-]+ +[\d.e-]+ to [\d.e-]+/m);
    const json = await callJson(words);
    expect(json).toMatchObject({ sweep: "m", measure: "topUps.meanWeekly", having: { fees: "held" } });
    const { method, axes } = json["finding"] as { method: string; axes: { name: string; muStar: number }[] };
    expect(method).toBe("morris");
    expect(axes.map(({ name }) => name).sort()).toEqual(["limit", "rate"]);
    expect(Math.max(...axes.map(({ muStar }) => muStar))).toBeGreaterThan(0);
    const without = await call(["sensitivity", "m", "--measure", "topUps.meanWeekly"]);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining("fees=usual; fees=held")]);
    const sobol = await call([...words, "--method", "sobol"]);
    expect([sobol.code, sobol.err]).toEqual([2, expect.stringContaining("this one is morris")]);
  });

  it("says in words where a policy fails", async () => {
    await swept("l", "design: latin-hypercube\npoints: 24");
    const { output } = await callJson(["sensitivity", "l", "--measure", "prices.directPaymentRate"]);
    const { median } = output as { median: number };
    const { code, out } = await call(["sensitivity", "l", "--where", `prices.directPaymentRate < ${median}`]);
    expect(code).toBe(0);
    expect(out).toMatch(/It fails \(prices\.directPaymentRate < [\d.]+\) in \d\d of 48 arms, \d\d%\./);
    expect(out).toMatch(/It fails when .*the rate is (at most|at least|from) /);
    expect(out).toMatch(/arms in this box: \d+ fail \(density \d+%, against \d\d% overall\)/);
    // What is paid follows the rate, whatever else: the box holds on arms held out.
    expect(out).toMatch(/axis +where it fails .* on arms held out +found again\nrate .* \d+%\n/);
    expect(out).toMatch(/\n\nIt holds on arms that the search has not seen\. Of 25 boxes, /);
    const { finding } = await callJson(["sensitivity", "l", "--where", `prices.directPaymentRate < ${median}`]);
    const { check } = finding as { check: { holds: boolean; boxes: number; density: number; axes: object[] } };
    expect(check).toMatchObject({ holds: true, boxes: 25 });
    expect(check.density).toBeGreaterThan(0.7);
    expect(check.axes).toHaveLength(3);
    const few = await call([
      "sensitivity",
      "l",
      "--where",
      `prices.directPaymentRate > ${(output as { most: number }).most - 1e-9}`,
    ]);
    expect([few.code, few.out]).toEqual([0, expect.stringContaining("too few fail, or too few do not")]);
  });

  it("refuses what it cannot read with what to write instead", async () => {
    await swept("g", "design: latin-hypercube\npoints: 4");
    const few = await call(["sensitivity", "g", "--measure", "topUps.meanWeekly"]);
    expect(few.out).toMatch(/\n8 arms: [\d.]+ in the lowest, [\d.]+ in the middle \(median\), [\d.]+ in the highest\n/);
    expect(few.out).toMatch(/\n(rate|limit|fees = held) .* \(-?[\d.]+\)\n/);
    expect(few.out.replaceAll("\n", " ")).toMatch(
      /A share in brackets cannot be estimated from so few arms: .* ± 0\.\d+\./,
    );
    expect(few.out).toContain("8 arms for 3 axes are few");
    expect(few.out).toContain("Coefficient: how the measure's rank");
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["g"], "no measure is named"],
      [["g", "--measure", "topUps.meanWeakly"], 'did you mean "topUps.meanWeekly"?'],
      [["g", "--where", "topUps.meanWeekly = 3"], "is not a condition"],
      [["g", "--measure", "unmet.people", "--where", "topUps.meanWeekly > 3"], "Name one of them"],
      [["g", "--measure", "unmet.people", "--with", "fee=held"], "The axes are fees, rate, limit"],
      [["g", "--measure", "unmet.people", "--with", "fees=hold"], "Its values are usual, held"],
      [["g", "--measure", "unmet.people", "--year", "2030-31"], "it has 2010-11, 2011-12"],
      [["tiny.yaml", "--measure", "unmet.people"], "holds no sweep"],
    ];
    for (const [words, message] of cases) {
      const { code, err, out } = await call(["sensitivity", ...words]);
      expect([words, code, out, err]).toEqual([words, 2, "", expect.stringContaining(message)]);
    }
  });
});
