/** Cells that go on from a history they share are the cells that whole runs give. */
import { describe, expect, it } from "vitest";
import { planSweep, type SweepPlan } from "../../src/experiment/sweeps/index.ts";
import { perform, type SharedHistory } from "../../src/node/jobs.ts";
import type { PackedCell } from "../../src/node/sweep/cell.ts";
import { cellsOf } from "../../src/node/sweep/cells-of.ts";
import { armScenario } from "../../src/node/sweep/design.ts";
import { historiesOf } from "../../src/node/sweep/histories.ts";
import { lookupAmong, sharedWeeks } from "../../src/simulation/index.ts";

const BASE = [
  "format: 1",
  "name: base",
  "start: 2015-04-06",
  "weeks: 70",
  "burnInWeeks: 8",
  "set: { size.scale: 0.02 }",
  "seeds: 1-2",
  "",
].join("\n");
const lookup = lookupAmong({ base: BASE }, { town: "format: 1\nname: town\nset: { size.scale: 0.03 }\n" });

function planOf(...axes: readonly string[]): SweepPlan {
  const text = ["format: 1", "name: s", "scenario: base", "axes:", ...axes, ""].join("\n");
  const found = planSweep({ entry: { name: "s.yaml", text }, lookup, measures: ["providers.failures"] });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.plan;
}

const RATE = "  - { name: rate, lever: directPayment.rateShare, from: 2016-01-04, values: [0.8, 1] }";
const FEE = "  - { name: fee, lever: framework.feeChange, from: 2015-11-02, values: [0.9, 1] }";
const NEED = "  - { name: need, lever: demand.arrivalNeedRatio, kind: uncertainty, values: [0.9, 1] }";

describe("what arms share", () => {
  it("lasts until the first of their policies begins", () => {
    const plan = planOf(RATE, FEE);
    const weeks = new Set(cellsOf(plan).map((cell) => historiesOf(plan)(cell)?.weeks));
    // 30 weeks from 6 April to 2 November, and the burn-in.
    expect([...weeks]).toEqual([38]);
  });

  it("is something else for every seed, and for arms that differ from the start", () => {
    const plan = planOf(NEED, RATE);
    const histories = historiesOf(plan);
    const keys = cellsOf(plan).map((cell) => histories(cell)?.key);
    expect(new Set(keys).size).toBe(4);
    expect(keys).not.toContain(undefined);
  });

  it("is nothing where every arm goes its own way from the start, or there is one arm", () => {
    const plan = planOf(NEED);
    expect(cellsOf(plan).map(historiesOf(plan))).toEqual([undefined, undefined, undefined, undefined]);
    const [arm] = planOf(RATE).arms;
    const alone = { ...planOf(RATE), arms: [arm] };
    expect(historiesOf(alone)({ arm, seed: "1", scenarioHash: arm.scenarioHash })).toBeUndefined();
  });

  it("is all weeks of a scenario and itself, and none of two with other starts", () => {
    const plan = planOf(RATE);
    const [scenario, other] = plan.arms.map((arm) => armScenario(plan, arm));
    expect(sharedWeeks([scenario])).toBe(78);
    expect(sharedWeeks([scenario, scenario])).toBe(78);
    expect(sharedWeeks([scenario, other])).toBe(8 + 39);
    expect(sharedWeeks([scenario, { ...other, start: "2015-04-13" }])).toBe(0);
    expect(sharedWeeks([scenario, { ...other, burnInWeeks: 9 }])).toBe(0);
  });
});

describe("a cell that goes on from a shared history", () => {
  it("has the bytes of one that was run from its start, in whatever order they come", async () => {
    const plan = planOf(RATE, FEE, NEED);
    const histories = historiesOf(plan);
    const cells = cellsOf(plan);
    const run = async (cell: (typeof cells)[number], shared?: SharedHistory): Promise<string> => {
      const job = { kind: "cell", scenario: armScenario(plan, cell.arm), seed: cell.seed, weekly: [] } as const;
      const { value } = await perform(shared === undefined ? job : { ...job, shared });
      return (value as PackedCell).content;
    };
    // Back and forth between seeds and arms, so that histories are put aside, taken up and forgotten.
    const mixed = cells.map((_, place) => cells[(place * 7) % cells.length]);
    expect(new Set(mixed).size).toBe(cells.length);
    for (const cell of mixed) expect(await run(cell, histories(cell))).toBe(await run(cell));
  });
});
