/** Cells that go on from a history they share are the cells that whole runs give. */
import { describe, expect, it } from "vitest";
import { planSweep, type SweepPlan } from "../../src/experiment/sweeps/index.ts";
import { type HistoryReply, perform, type SharedHistory } from "../../src/node/jobs.ts";
import type { PackedCell } from "../../src/node/sweep/cell.ts";
import { cellsOf } from "../../src/node/sweep/cells-of.ts";
import { armScenario } from "../../src/node/sweep/design.ts";
import { historiesOf } from "../../src/node/sweep/histories.ts";
import { Histories, type Step, stepsOf } from "../../src/node/sweep/rounds.ts";
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

  it("has them too where another thread lived through it, and leaves that history as it was", async () => {
    const plan = planOf(RATE, FEE);
    const [first, ...others] = cellsOf(plan);
    const shared = historiesOf(plan)(first) as SharedHistory;
    const scenario = armScenario(plan, first.arm);
    const { value } = await perform({ kind: "history", scenario, seed: first.seed, weeks: shared.weeks });
    // As it would come over: a copy, but for what lies in shared memory.
    const state = structuredClone((value as HistoryReply).state);
    const before = structuredClone(JSON.stringify(state));
    for (const cell of others.filter(({ seed }) => seed === first.seed)) {
      const job = { kind: "cell", scenario: armScenario(plan, cell.arm), seed: cell.seed, weekly: [] } as const;
      const whole = (await perform(job)).value as PackedCell;
      const gone = (await perform({ ...job, shared: { ...shared, key: "elsewhere", state } })).value as PackedCell;
      expect(gone.content).toBe(whole.content);
    }
    expect(JSON.stringify(state)).toBe(before);
  });
});

describe("the order of a sweep's cells", () => {
  const plan = planOf(RATE, FEE);
  const cells = cellsOf({ ...plan, seeds: ["1", "2", "3", "4", "5", "6"] });
  const histories = historiesOf(plan);
  const keyOf = (step: Step): string | undefined => step.shared?.key;

  it("is theirs, with each history once, before the first cell that goes on from it", () => {
    const steps = stepsOf(cells, histories, 3, true);
    expect(steps.flatMap((step) => (step.kind === "cell" ? [step.cell] : []))).toEqual(cells);
    const lived = steps.filter(({ kind }) => kind === "history");
    expect(new Set(lived.map(keyOf)).size).toBe(6);
    expect(lived).toHaveLength(6);
    for (const history of lived) {
      const first = steps.findIndex((step) => step.kind === "cell" && keyOf(step) === keyOf(history));
      expect(steps.indexOf(history)).toBeLessThan(first);
    }
  });

  it("has no more histories ready at once than there are lanes", () => {
    for (const lanes of [1, 2, 5]) {
      const open = new Set<string | undefined>();
      const steps = stepsOf(cells, histories, lanes, true);
      steps.forEach((step, place) => {
        open.add(keyOf(step));
        expect(open.size).toBeLessThanOrEqual(lanes + 1);
        if (!steps.slice(place + 1).some((later) => keyOf(later) === keyOf(step))) open.delete(keyOf(step));
      });
    }
  });

  it("holds none where they cannot be handed over, or a single cell would go on from one", () => {
    expect(stepsOf(cells, histories, 3, false).every(({ kind }) => kind === "cell")).toBe(true);
    const oneEach = cells.filter(({ seed }, place) => cells.findIndex((other) => other.seed === seed) === place);
    expect(stepsOf(oneEach, histories, 3, true).every(({ kind }) => kind === "cell")).toBe(true);
  });
});

describe("a history that is being lived through", () => {
  const shared = { key: "a", weeks: 3 };
  const step = { kind: "cell", place: 0, shared } as Step;

  it("is given to every cell that waits for it, and forgotten after the last", async () => {
    const open = new Histories([step, step]);
    void open.begin("a", Promise.resolve("state"));
    expect(await open.take(shared)).toEqual({ ...shared, state: "state" });
    expect(await open.take(shared)).toEqual({ ...shared, state: "state" });
    expect(await open.take(shared)).toEqual(shared);
  });

  it("leaves each cell to itself where it fails or nobody began it", async () => {
    const open = new Histories([step]);
    expect(await new Histories([step]).take(shared)).toEqual(shared);
    void open.begin("a", Promise.reject(new Error("out of memory")));
    expect(await open.take(shared)).toEqual(shared);
  });
});
