/** The people of a sweep's runs: as kept in files, in SQL, and compared arm by arm. */
import { cpSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gainsOf, type PeopleOfRun } from "../../src/experiment/gains.ts";
import { GAIN_COLUMNS } from "../../src/node/gains.ts";
import { packCell } from "../../src/node/sweep/cell.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { armScenario, readDesign } from "../../src/node/sweep/design.ts";
import { comparedArms, gainsOfSweep } from "../../src/node/sweep/gains.ts";
import { peopleFile, peopleIn } from "../../src/node/sweep/people-file.ts";
import { engineVersion, type RunResult, simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { answering } from "../support/cli-runner.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const LONG = { timeout: 120_000 };

const noEngine = () =>
  answering(() => {
    throw new Error("it ran the engine");
  });

type Gains = {
  readonly rows: readonly {
    readonly people: number;
    readonly better: number | null;
    readonly worse: number | null;
    readonly mean: number | null;
  }[];
};
const gainsIn = (found: Record<string, unknown>): Gains => found["gains"] as Gains;

describe("a file of people", () => {
  const column = (name: string, values: readonly number[]) => ({
    name,
    unit: "",
    sentence: "",
    values: name === "person" ? Uint32Array.from(values) : Int32Array.from(values),
  });

  it("gives back whom it holds, keys of all 32 bits too, and the same bytes twice", async () => {
    const person = fc.record({ person: fc.nat(0xffffffff), life: fc.integer({ min: -100_000, max: 1_000_000 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 50 }),
        fc.stringMatching(/^[\w-]{1,12}$/),
        async (all, seed) => {
          const people = GAIN_COLUMNS.map((name) =>
            column(
              name,
              all.map((each) => (name === "person" ? each.person : each.life)),
            ),
          );
          const run = { people, seed, scenarioHash: "ab".repeat(32) } as unknown as RunResult;
          const bytes = peopleFile(run);
          expect(peopleFile(run)).toEqual(bytes);
          const back = await peopleIn(bytes, GAIN_COLUMNS);
          expect(back.map(({ name, values }) => [name, Array.from(values)])).toEqual(
            people.map(({ name, values }) => [name, Array.from(values)]),
          );
        },
      ),
    );
  });

  it("shows a change of one person, in that person's groups and nowhere else", async () => {
    const run = simulate(scenarioFrom(smallCouncil({ weeks: 30 })), "1");
    const place = 17;
    const changed = run.people.map((each) =>
      each.name === "life"
        ? { ...each, values: each.values.map((value, row) => (row === place ? value - 100 : value)) }
        : each,
    ) as RunResult["people"];
    const read = async (people: RunResult["people"]): Promise<PeopleOfRun> => ({
      ...run,
      people: await peopleIn(peopleFile({ ...run, people }), GAIN_COLUMNS),
    });
    const { rows } = gainsOf([{ first: await read(run.people), second: await read(changed) }], "life");
    const [everybody, ...groups] = rows;
    const of = everybody.people;
    expect(everybody).toMatchObject({ higher: 0, lower: 1 / of, same: (of - 1) / of });
    expect(everybody.mean).toBeCloseTo(-1 / of, 12);
    for (const by of ["group", "fifth", "zone", "route"]) {
      const own = groups.filter((row) => row.by === by && !row.isWithheld);
      expect(own.filter(({ lower }) => lower > 0).length).toBeLessThanOrEqual(1);
      expect(own.every(({ higher }) => higher === 0)).toBe(true);
    }
    expect(groups.filter(({ lower }) => lower > 0).length).toBeGreaterThan(0);
  });
});

describe("the gains of a sweep", () => {
  it("are those of its arms' runs, each against the reference; of an arm and itself nothing", LONG, async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "results", "--people", "--weekly", "none"]);
    const design = readDesign("results");
    const store = new CellStore("results", engineVersion);
    const all = (await gainsOfSweep(design, store)) ?? [];
    const names = ["quality of life", "unmet hours", "top-up", "charge"];
    expect(all.map(({ arm, measure }) => [arm, measure])).toEqual(
      [1, 2, 3, 4, 5].flatMap((arm) => names.map((name) => [arm, name])),
    );
    const gains = all.filter(({ measure }) => measure === names[0]);
    const runs = (arm: number) => design.seeds.map((seed) => simulate(armScenario(design, design.arms[arm]), seed));
    const [reference, last] = [runs(0), runs(5)];
    const { rows } = gainsOf(
      design.seeds.map((_, place) => ({ first: reference[place], second: last[place] })),
      "life",
    );
    expect(gains[4].everybody).toMatchObject({
      people: rows[0].people / design.seeds.length,
      better: rows[0].higher,
      worse: rows[0].lower,
    });
    expect(gains[4].rows.map(({ people, meanDifference }) => [people, meanDifference])).toEqual(
      rows.slice(1).map(({ people, mean }) => [people / design.seeds.length, mean]),
    );
    expect(rows[0].higher + rows[0].lower).toBeGreaterThan(0);
    // Who pays more is on the worse side, though the figure is higher.
    const topUps = gainsOf(
      design.seeds.map((_, place) => ({ first: reference[place], second: last[place] })),
      "topUp",
    );
    expect(all[4 * 4 + 2].everybody).toMatchObject({ better: topUps.rows[0].lower, worse: topUps.rows[0].higher });
    // An arm of the same scenario as the reference: everybody is exactly as he or she was.
    const arms = design.arms.map((arm) =>
      arm.index === 1 ? { ...arm, scenarioHash: design.arms[0].scenarioHash } : arm,
    );
    const same = ((await gainsOfSweep({ ...design, arms }, store)) ?? []).slice(0, names.length);
    for (const { arm, everybody } of same) {
      expect({ arm, ...everybody }).toMatchObject({ arm: 1, better: 0, worse: 0, meanDifference: 0 });
    }
    expect(await gainsOfSweep({ ...design, people: undefined } as never, store)).toBeUndefined();
  });

  it("are of arms on one axis alone where there are very many", () => {
    const values = Array.from({ length: 30 }, (_, index) => index);
    const axes = ["a", "b"].map((name) => ({ name, label: name, unit: "", kind: "policy" as const, values }));
    const arms = values.flatMap((a) => values.map((b) => ({ index: a * 30 + b, label: "", settings: { a, b } })));
    const found = comparedArms(
      { axes, arms, reference: 0 } as never,
      arms.map(() => 0),
    );
    expect(found).toHaveLength(58);
    expect(found.every((place) => place % 30 === 0 || place < 30)).toBe(true);
  });
});

describe("compare --arms", () => {
  it("says the same of people who were kept and of people of runs lived again", LONG, async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "bare"]);
    cpSync("bare", "kept", { recursive: true });
    await call(["sweep", "small.yaml", "--out", "kept", "--people"]);
    const kept = await callJson(["compare", "kept", "--arms", "5"], { pool: noEngine() });
    const again = await callJson(["compare", "bare", "--arms", "5"]);
    expect(gainsIn(kept)).toEqual(gainsIn(again));
    expect(gainsIn(kept).rows.length).toBeGreaterThan(10);
    expect(again["measures"]).toEqual(kept["measures"]);
    const set = ["framework.feePassThrough", "directPayment.rateShare@2010-10-01"];
    for (const [name, values] of [
      ["a", [0, 0.8]],
      ["b", [1, 1]],
    ] as const) {
      await call([
        "run",
        "tiny.yaml",
        ...set.flatMap((each, place) => ["--set", `${each}=${values[place]}`]),
        "--seeds",
        "1-2",
        "--out",
        name,
      ]);
    }
    expect(gainsIn(await callJson(["compare", "a", "b"], { pool: noEngine() }))).toEqual(gainsIn(kept));
    const { out, err } = await call(["compare", "bare", "--arms", "5"]);
    expect(err).toContain("4 runs are lived again to compare them. To leave that out: --no-people");
    expect(out).toContain(
      "Who gains and who loses: quality of life (points), each person compared with himself or herself.",
    );
    expect(out).toMatch(/by income fifth\n {4}poorest fifth of incomes within the group +\d/);
    const without = await callJson(["compare", "bare", "--arms", "5", "--no-people"], { pool: noEngine() });
    expect([without["gains"], without["command"]]).toEqual([
      null,
      "caremarket compare bare --arms 5 --no-people --seeds 1,2",
    ]);
  });

  it("gives exactly zero for everybody in an arm and itself", LONG, async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "results", "--people", "--weekly", "none"]);
    const { rows } = gainsIn(await callJson(["compare", "results", "--arms", "3,3"], { pool: noEngine() }));
    const said = rows.filter(({ better }) => better !== null);
    expect(said.length).toBeGreaterThan(10);
    for (const { better, worse, mean } of said) expect([better, worse, mean]).toEqual([0, 0, 0]);
  });

  it("says nothing of people of a run that does not come out as its cell says", LONG, async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "results"]);
    const store = new CellStore("results", engineVersion);
    const id = { scenarioHash: readDesign("results").arms[5].scenarioHash, seed: "2" };
    const cell = store.read(id, true);
    if (cell === undefined) throw new Error("there is no cell");
    await store.put(
      id,
      packCell({ ...cell, digest: "0".repeat(32) } as never, engineVersion, Object.keys(cell.weekly)).bytes,
    );
    const { code, err } = await call(["compare", "results", "--arms", "5"]);
    expect(code).toBe(5);
    expect(err).toContain("arm 5, seed 2: it has digest 00000000000000000000000000000000 there and");
    expect(err).toContain("To compare all else: --no-people");
  });
});

describe("the view people", () => {
  it(
    "has a row a run and person, with arm, seed and axes, and is missed in words where nobody is kept",
    LONG,
    async () => {
      writeSmall((text) => text.replace("name: rate", "name: group"));
      await call(["sweep", "small.yaml", "--out", "results"]);
      const refused = await call(["query", "results", "select count(*) from people"]);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain("results keeps no people of its runs");
      expect(refused.err).toContain("caremarket extend results --people");
      expect((await call(["extend", "results", "--people"])).code).toBe(0);
      const ask = async (sql: string) =>
        (await callJson(["query", "results", sql])) as unknown as Record<string, unknown>[];
      const design = readDesign("results");
      const found = await ask(
        'select arm, seed, "pass-through", "axis-group", count(*) as n, sum(life) as life from people group by all order by arm, seed',
      );
      const wanted = design.arms.flatMap((arm) =>
        design.seeds.map((seed) => {
          const { people } = simulate(armScenario(design, arm), seed);
          const life = people.find(({ name }) => name === "life")?.values ?? [];
          const { "pass-through": share, group } = arm.settings;
          const sum = Array.from(life).reduce((total, value) => total + value, 0);
          return { arm: arm.index, seed, "pass-through": share, "axis-group": group, n: life.length, life: sum };
        }),
      );
      expect(found).toEqual(wanted);
      const columns = (await ask("describe people")).map((row) => row["column_name"]);
      expect(columns.slice(0, 6)).toEqual(["arm", "seed", "pass-through", "axis-group", "person", "group"]);
      expect(new Set(columns).size).toBe(columns.length);
    },
  );
});
