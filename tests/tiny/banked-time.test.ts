/**
 * Banked time in the tiny council, on paper. Ada, Alf and Amy need and have agreed 525 minutes a week, Bill 1,125. A tenth
 * of each visit is left over and banked, 53 and 113 minutes; who needs no other time takes all of it at the turn, every
 * four weeks: 4 · 53 = 212. So a week is worth 525 − 53 + 212 / 4 = 525 minutes, the turn's own no more than the others.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { isManaged, Service } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { lookupAmong, type Phase, resolveOrThrow, type RunResult, start } from "../../src/simulation/index.ts";

const WEEKS = 32;
/** By then everybody has had a turn with four weeks in the bank. */
const SETTLED = 8;
const BANKED = [
  "framework.contractForm=user-directed",
  "framework.electronicMonitoring=1",
  "framework.spareShare=0.1",
  // Agencies can give banked time whenever it is asked for.
  "labour.flexibleHours=0.3",
];

/** Banked time as if all of it were for the week in which it comes. */
const inItsWeekAlone = (phases: readonly Phase[]): readonly Phase[] =>
  phases.map((phase) => ({
    ...phase,
    run: (world: World): void => {
      phase.run(world);
      if (phase.name !== "delivery") return;
      const { bankedAtTurn, fromBank, fromPool } = world.people.columns;
      for (let row = 0; row < world.people.rows; row++) bankedAtTurn[row] = 4 * (fromBank[row] + fromPool[row]);
    },
  }));

interface Choice {
  readonly set?: readonly string[];
  readonly founded?: (world: World) => void;
  readonly phases?: (phases: readonly Phase[]) => readonly Phase[];
}

const asTheyAre = (phases: readonly Phase[]): readonly Phase[] => phases;

/** The tiny council without reviews, everybody able to ask for all that is banked. */
function run({ set = BANKED, founded, phases = asTheyAre }: Choice = {}): RunResult {
  const text = readFileSync(new URL("../../scenarios/tiny.yaml", import.meta.url), "utf8");
  const entry = { name: "tiny.yaml", text };
  const { scenario } = resolveOrThrow({ entry, lookup: lookupAmong({}, {}), flags: { weeks: WEEKS }, set });
  const able = (world: World): void => {
    world.people.columns.capacity.fill(1);
    founded?.(world);
  };
  return start(scenario, "1", { checks: "full", founded: able, phases }).finish();
}

const settled = ({ weekly }: RunResult, key: string): readonly number[] =>
  Array.from(weekly[key])
    .slice(SETTLED)
    .map((value) => Math.round(value * 1e6) / 1e6);

/** Rows of the four who have home care that the council arranges. */
function theFour({ people }: World): readonly number[] {
  const { funding, service } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)];
  return rows.filter((row) => isManaged(funding[row]) && service[row] === Service.homeCare);
}

const needMore = (world: World): void => {
  for (const row of theFour(world)) world.people.columns.need[row] += 60;
};

describe("unmet need under a time bank", () => {
  it("is in every week what it would be with every minute in its own week", () => {
    const banked = run();
    const plain = run({ set: [] });
    for (const key of ["unmet.hours", "unmet.hoursPercent", "unmet.people", "unmet.hoursPercent.older"]) {
      expect(settled(banked, key), key).toEqual(settled(plain, key));
    }
    expect(new Set(settled(banked, "unmet.hours")).size).toBe(1);
    // Hours that came are those of the week: fewer in most, more where somebody has a turn.
    expect(new Set(settled(banked, "hours.delivered")).size).toBeGreaterThan(1);
  });

  it("is an hour a person in every week, that of the turn too, where everybody needs an hour more than was agreed", () => {
    const without = settled(run(), "unmet.hours");
    expect(settled(run({ founded: needMore }), "unmet.hours")).toEqual(without.map((hours) => hours + 4));
  });

  it("goes up and down with the turns where banked time counts in the week in which it comes", () => {
    const fault = run({ phases: inItsWeekAlone });
    expect(new Set(settled(fault, "unmet.hours")).size).toBeGreaterThan(1);
    expect(settled(fault, "unmet.people").some((short) => short > 0)).toBe(true);
  });
});

/** A risk that rises with unmet need, and a lot that falls between the risk without it and with a tenth of it. */
const HAZARDS = [
  {
    name: "crises",
    // 1.5 · 4 / 52.2 = 0.115 a turn, and with 53 of 525 minutes missing 1.5 · (1 + 10 · 0.101) · 4 / 52.2 = 0.231.
    set: ["demand.crisisPerYear=1.5", "demand.unmetCrisisEffect=10", "demand.hospitalShare=0"],
    stream: "needs.exit",
    measure: "people.crises",
    lots: { between: 0.17, under: 0.11 },
  },
  {
    name: "moves to a care home",
    // 0.5 · 4 / 52.2 = 0.0383 a turn, and 0.5 · (1 + 0.101) · 4 / 52.2 = 0.0422.
    set: ["demand.careHomePerYear=0.5", "demand.careHomeUnmet=1", "demand.needExits=0"],
    stream: "needs.exit",
    measure: "people.careHomeAdmissions",
    lots: { between: 0.0404, under: 0.038 },
  },
  {
    name: "emergency admissions",
    // 1 · 12 / 52.2 = 0.230 a round, and 1 · (1 + 10 · 0.101) · 12 / 52.2 = 0.462.
    set: ["nhs.emergencyPerYear=1", "nhs.unmetEffect=10", "nhs.needEffect=0", "nhs.unsafeEffect=0"],
    stream: "needs.admission",
    measure: "nhs.emergencyAdmissions",
    lots: { between: 0.35, under: 0.22 },
  },
] as const;

describe.each(HAZARDS)("the risk of $name under a time bank", ({ set, stream, measure, lots }) => {
  /** How often it befalls the four from the time on when banks are settled, if their lot is always this one. */
  const befalls = (lot: number, phases = asTheyAre): number => {
    const founded = (world: World): void => {
      const theirs = new Set(theFour(world).map((row) => world.people.keys[row]));
      const drawn = (key: number): number => (theirs.has(key) && world.week >= SETTLED ? lot : 0.999);
      vi.spyOn(world.draws[stream], "uniform").mockImplementation(drawn);
    };
    const result = run({ set: [...BANKED, ...set], founded, phases });
    return settled(result, measure).reduce((sum, each) => sum + each, 0);
  };

  it("is what it would be with every minute in its own week", () => {
    expect(befalls(lots.under)).toBeGreaterThan(0);
    expect(befalls(lots.between)).toBe(0);
  });

  it("is higher where banked time counts in the week in which it comes", () => {
    expect(befalls(lots.between, inItsWeekAlone)).toBeGreaterThan(0);
  });
});

describe("banked time after visits leave nothing over any more", () => {
  it("is used once, at the next turn, and then is gone", () => {
    const nothingOver = (phases: readonly Phase[]): readonly Phase[] =>
      phases.map((phase) => ({
        ...phase,
        run: (world: World): void => {
          if (phase.name === "delivery" && world.week >= SETTLED) world.terms = { ...world.terms, spareShare: 0 };
          phase.run(world);
        },
      }));
    const result = run({ phases: nothingOver });
    const minutes = (key: string): readonly number[] => settled(result, key).map((hours) => Math.round(hours * 60));
    const before = Math.round(result.weekly["framework.bankedHours"][SETTLED - 1] * 60);
    const used = minutes("framework.bankUsedHours");
    expect(before).toBeGreaterThan(0);
    expect(used.slice(0, 4).reduce((sum, each) => sum + each, 0)).toBe(before);
    expect(new Set(used.slice(4))).toEqual(new Set([0]));
    expect(new Set(minutes("framework.bankedHours").slice(4))).toEqual(new Set([0]));
  });
});
