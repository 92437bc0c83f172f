/** Levers at the ends of their ranges, one by one and in the combinations that somebody will try. */
import { describe, expect, it } from "vitest";
import { BrokenInvariant, leaves, simulate, start, type Leaf } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { expectLaws } from "../support/laws-extremes.ts";

type Settings = Readonly<Record<string, number | string>>;

const COMBINATIONS: readonly (readonly [string, Settings])[] = [
  [
    "a council without money",
    { "council.grant": 0, "council.nhsTransfer": 0, "council.bandD": 0, "council.openingReserves": 0 },
  ],
  ["need beyond measure", { "demand.assessedPerWeek": 600, "demand.homeCareHours": 168, "demand.crisisPerYear": 5 }],
  ["a fee of nothing", { "framework.openingFee": 0 }],
  ["a fee of ten thousand pounds", { "framework.openingFee": 10_000 }],
  ["a framework of nobody", { "framework.providers": 0 }],
  ["a framework of more than there are", { "framework.providers": 10_000 }],
  ["no staff to assess anybody", { "assessment.staff": 0 }],
  ["nobody eligible", { "assessment.eligibleShare": 0 }],
  ["everybody dies within the year", { "demand.deathPerYear": 2, "demand.careHomePerYear": 2 }],
  ["wages of a hundred pounds", { "wages.floor": 100 }],
  ["no wage floor", { "wages.floor": 0, "labour.openingWage": 0 }],
];

describe("combinations", () => {
  it.each(COMBINATIONS)("%s: the run finishes and every law holds", (_, set) => {
    const scenario = scenarioFrom(smallCouncil({ set, weeks: 30 }));
    expectLaws(scenario, "1");
    expect(simulate(scenario, "1").weeks).toBe(30);
  });

  it("a living wage doubled overnight lifts pay that week, and every law holds", () => {
    const changes = [{ from: "2015-06-01", set: { "wages.floor": 13 } }];
    const scenario = scenarioFrom(smallCouncil({ changes }));
    expectLaws(scenario, "1");
    const { weekly, mondays } = simulate(scenario, "1");
    const week = mondays.indexOf("2015-06-01");
    expect(weekly["wages.careWorker"][week - 1]).toBeLessThan(13);
    expect(weekly["wages.careWorker"][week]).toBeGreaterThanOrEqual(13);
  });
});

describe("changes overnight", () => {
  it.each([
    ["a wage floor all but abolished", { "wages.floor": 0.1 }],
    ["a wage floor abolished, and people who go where pay is", { "wages.floor": 0, "labour.seekerElasticity": 20 }],
    ["a fee abolished", { "framework.feeChange": 0 }],
    ["every post of the council's assessors cut", { "assessment.staff": 0 }],
  ] as const)("%s: the run finishes and every law holds", (_, set) => {
    const scenario = scenarioFrom(smallCouncil({ changes: [{ from: "2015-03-02", set }], weeks: 24 }));
    expectLaws(scenario, "1");
  });
});

/** Counts that would only make a run large: their upper end is for the check of sizes before a run. */
const isCount = ({ unit }: Leaf): boolean => unit.includes("size of the mean council");

const ENDS = leaves.flatMap((leaf): readonly (readonly [string, number | string])[] => {
  if (leaf.path === "size.scale") return [];
  if (leaf.type === "choice") return leaf.choices.map((choice) => [leaf.path, choice] as const);
  return isCount(leaf)
    ? [[leaf.path, leaf.min]]
    : [
        [leaf.path, leaf.min],
        [leaf.path, leaf.max],
      ];
});

describe("each lever alone at each end of its range", () => {
  it.each(ENDS)("%s at %s: the run finishes and every check holds", (path, value) => {
    const scenario = scenarioFrom(
      smallCouncil({ weeks: 16, start: "2015-02-02", set: { "size.scale": 0.01, [path]: value } }),
    );
    expect(simulate(scenario, "1", { checks: "full" }).weeks).toBe(16);
  });
});

describe("money near the end of what is exact", () => {
  it("stops the run rather than round", () => {
    const scenario = scenarioFrom(smallCouncil({ weeks: 4 }));
    const founded: NonNullable<Parameters<typeof start>[2]>["founded"] = ({ ledger, accounts }) => {
      ledger.transfer(accounts.banks, accounts.owners, 2 ** 52, 0);
    };
    const run = start(scenario, "1", { founded });
    expect(() => run.finish()).toThrow(expect.objectContaining({ name: "BrokenInvariant", law: "A17", week: 0 }));
  });
});

describe("a law broken in the middle of a run", () => {
  it("stops it there, and says which law, in which week, for whom", () => {
    const scenario = scenarioFrom(smallCouncil({ weeks: 12 }));
    let key = 0;
    const run = start(scenario, "1", {
      checks: "full",
      phases: (phases) => [
        ...phases,
        {
          name: "planted",
          sentence: "Somebody gets more than was agreed.",
          moves: "",
          run: ({ people, week }) => {
            if (week !== 7) return;
            const row = people.live[0];
            key = people.keys[row];
            people.columns.delivered[row] = people.columns.bought[row] + 1;
          },
        },
      ],
    });
    let caught: unknown;
    try {
      run.finish();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(BrokenInvariant);
    expect(caught).toMatchObject({ law: "E6", week: 7, agent: key });
    expect(run.recorded).toBe(7 - 4);
  });
});
