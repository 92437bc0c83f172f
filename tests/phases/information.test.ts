/** Who finds out what support there is: three ways to it, each worked out by hand, and what hangs on it. */
import { describe, expect, it } from "vitest";
import { simulate, start, type RunOptions } from "../../src/simulation/index.ts";
import { musterOf } from "../../src/model/week/muster.ts";
import { informationTerm } from "../../src/model/week/route.ts";
import { isFunded, Stage } from "../../src/model/world/codes.ts";
import { findsItHard, knownShareOf, unadvised } from "../../src/model/world/information.ts";
import type { World } from "../../src/model/world/world.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number | string>>;

const councilWith = (set: Settings = {}) => scenarioFrom(smallCouncil({ weeks: 60, set }));
const BY_HAND = {
  "directPayment.knownShare": 0.8,
  "information.voluntaryAdvice": 0.5,
  "information.staffAdvice": 0.25,
  "information.knownWhenHard": 0.1,
};

/** A council at its opening, and one person of it who can half manage and was last seen long ago. */
function person(set: Settings = BY_HAND): { readonly world: World; readonly row: number } {
  const { world } = start(councilWith(set), "1");
  const row = world.people.live[0];
  const { capacity, reviewWeek, crisisWeek, queuedWeek } = world.people.columns;
  capacity[row] = 0.5;
  reviewWeek[row] = crisisWeek[row] = -1000;
  queuedWeek[row] = world.week;
  return { world, row };
}

/** Whether the person finds it hard from just under this place among all, and not from just over it. */
function turnsAt({ world, row }: ReturnType<typeof person>, place: number): boolean {
  const { finding } = world.people.columns;
  const hardFrom = (value: number): boolean => {
    finding[row] = value;
    return findsItHard(world, row, unadvised(world));
  };
  return hardFrom(place - 1e-9) && !hardFrom(place + 1e-9);
}

const hardPeople = (world: World): readonly number[] =>
  Array.from(world.people.live.subarray(0, world.people.liveCount)).filter((row) =>
    findsItHard(world, row, unadvised(world)),
  );

describe("finding out about support", () => {
  it("is hard where neither directory, nor voluntary bodies, nor staff help", () => {
    // Six tenths cannot use the directory (1 − 0.8 × 0.5), and half of them meet no voluntary body.
    expect(turnsAt(person(), 0.6 * 0.5)).toBe(true);
  });

  it("is easier within a year of an assessment or review", () => {
    const seen = person();
    seen.world.people.columns.reviewWeek[seen.row] = seen.world.week - 51;
    expect(turnsAt(seen, 0.6 * 0.5 * 0.75)).toBe(true);
    seen.world.people.columns.reviewWeek[seen.row] = seen.world.week - 53;
    expect(turnsAt(seen, 0.6 * 0.5)).toBe(true);
  });

  it("is harder in the weeks after a crisis, when people can manage half as much", () => {
    const shaken = person();
    shaken.world.people.columns.crisisWeek[shaken.row] = shaken.world.week;
    expect(turnsAt(shaken, (1 - 0.8 * 0.25) * 0.5)).toBe(true);
  });

  it("is harder as other spending, and grants with it, are cut, but volunteers remain", () => {
    const cut = person({ ...BY_HAND, "council.volunteersShare": 0.4 });
    cut.world.council.otherRatio = 0.5;
    expect(turnsAt(cut, 0.6 * (1 - 0.5 * (0.4 + 0.6 * 0.5)))).toBe(true);
  });

  it("helped less in any way leaves out more people, and those who were left out before", () => {
    const { world } = start(councilWith(), "1");
    const before = hardPeople(world);
    const { era } = world;
    const lesser = [
      { ...era, information: { ...era.information, voluntaryAdvice: 0.2 } },
      { ...era, information: { ...era.information, staffAdvice: 0 } },
      { ...era, directPayment: { ...era.directPayment, knownShare: 0.3 } },
    ];
    for (const worse of lesser) {
      const after = hardPeople(Object.assign({}, world, { era: worse }));
      expect(after.length).toBeGreaterThan(before.length);
      expect(new Set(after)).toEqual(new Set([...after, ...before]));
    }
  });

  it("makes people know of fewer agencies, until they have looked long enough to be told", () => {
    const { world, row } = person();
    const { finding, queuedWeek } = world.people.columns;
    finding[row] = 0.9;
    expect(knownShareOf(world, row)).toBe(0.8);
    finding[row] = 0;
    expect(knownShareOf(world, row)).toBeCloseTo(0.08);
    queuedWeek[row] = world.week - 4;
    expect(knownShareOf(world, row)).toBe(0.8);
  });

  it("keeps people from direct payments", () => {
    const { world, row } = person({ ...BY_HAND, "information.paymentEffect": 0.7 });
    world.people.columns.finding[row] = 0;
    expect(informationTerm(world, row)).toBe(0.7);
    world.people.columns.finding[row] = 1;
    expect(informationTerm(world, row)).toBe(0);
  });
});

describe("what is counted of it", () => {
  it("is what a recount of those in care gives, everybody once in four weeks", () => {
    const counted: number[] = [];
    const recounted: number[] = [];
    const options: RunOptions = {
      phases: (phases) => [
        ...phases,
        {
          name: "recounting",
          sentence: "The test counts again.",
          moves: "",
          run: (world) => {
            const { onTurn, onTurnCount } = musterOf(world);
            const { stage, funding } = world.people.columns;
            counted.push(world.tally.informationHard);
            recounted.push(
              Array.from(onTurn.subarray(0, onTurnCount)).filter(
                (row) =>
                  stage[row] === Stage.served && isFunded(funding[row]) && findsItHard(world, row, unadvised(world)),
              ).length,
            );
          },
        },
      ],
    };
    simulate(councilWith(), "3", options);
    expect(counted).toEqual(recounted);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  });

  it("is about what a survey was told in 2014-15, in the council and in its survey", () => {
    // E8-009: 26 %. A small council's survey is small: what is true is held closer.
    const { weekly } = simulate(councilWith({ "size.scale": 0.25 }), "1");
    const known = (key: string): readonly number[] => Array.from(weekly[key]).filter((value) => !Number.isNaN(value));
    const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    expect(Math.abs(mean(known("people.informationHardPercent")) - 26)).toBeLessThan(5);
    const surveyed = known("monitoring.informationHardPercent");
    expect(surveyed.length).toBeGreaterThan(0);
    expect(surveyed.length).toBeLessThan(3);
    expect(Math.abs(mean(surveyed) - 26)).toBeLessThan(12);
  });
});
