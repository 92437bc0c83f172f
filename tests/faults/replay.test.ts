/** Results are made again and compared run by run: nothing that was changed, left out or made otherwise passes for the same. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bundle, type BundleRun, sealed } from "../../src/node/bundle/format.ts";
import { readBundle } from "../../src/node/bundle/read.ts";
import { Failure } from "../../src/node/failure.ts";
import { keyedSample } from "../../src/node/rerun.ts";
import { sha256 } from "../../src/node/store/checksum.ts";
import { packCell } from "../../src/node/sweep/cell.ts";
import { CellStore } from "../../src/node/sweep/cell-store.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { readSweepSummary } from "../../src/node/sweep/summary.ts";
import { inScratchFolder } from "../support/cli-call.ts";
import { BUILT, type Ended, PLANTED, run } from "../support/cli-process.ts";
import { cellPaths, sweepJson, undisturbedSweep, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();
const undisturbed = undisturbedSweep();
const LONG = { timeout: 120_000 };

const command = (...words: readonly string[]): Promise<Ended> => run(BUILT, words);
const json = async (...words: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await command(...words, "--json")).out) as Record<string, unknown>;

/** Puts a cell with other figures in the place of one, whole and vouched for in every way but by being run. */
async function forge(arm: number, seed: string): Promise<void> {
  const { engineVersion } = readSweepSummary("results") ?? { engineVersion: "" };
  const store = new CellStore("results", engineVersion);
  const id = { scenarioHash: readDesign("results").arms[arm].scenarioHash, seed };
  const cell = store.read(id, true);
  if (cell === undefined) throw new Error("there is no cell");
  const yearly = { ...cell.yearly, "unmet.people": cell.yearly["unmet.people"].map((value) => value + 1) };
  const forged = packCell({ ...cell, yearly } as never, engineVersion, Object.keys(cell.weekly));
  await store.put(id, forged.bytes);
}

describe("reproduce, of a sweep", () => {
  it(
    "finds every cell and table the same, or as many cells as are asked for, the same ones each time",
    LONG,
    async () => {
      const { digest } = undisturbed().json;
      undisturbed().copyTo("results");
      const whole = await json("reproduce", "results");
      expect(whole).toMatchObject({
        identical: true,
        runs: 12,
        of: 12,
        digest,
        files: ["runs.parquet", "yearly.parquet", "report.html"],
      });
      expect(await json("reproduce", "results/summary.json", "--sample", "3")).toMatchObject({
        runs: 3,
        of: 12,
        files: [],
      });
      const { out } = await command("reproduce", "results", "--sample", "2");
      expect(out).toBe("identical: 2 of 12 runs, all the same\n");
    },
  );

  it("names the first cell that was forged, and the figure, though every checksum holds", LONG, async () => {
    undisturbed().copyTo("results");
    await forge(4, "2");
    await forge(2, "2");
    rmSync("results/summary.json");
    expect(await sweepJson("--out", "results")).toMatchObject({ reused: 12 });
    expect((await command("verify", "results")).code).toBe(0);
    const { code, err } = await command("reproduce", "results");
    expect(code).toBe(5);
    expect(err).toMatch(
      /^error: results does not reproduce: arm 2, seed 2: unmet\.people of 2010-11 is [\d.]+ there and [\d.]+ here\n {2}That arm is: /,
    );
  });

  it("fails on a part that is missing or damaged before anything is run", LONG, async () => {
    undisturbed().copyTo("results");
    const [first] = cellPaths("results");
    const bytes = readFileSync(first);
    rmSync(first);
    const missing = await command("reproduce", "results");
    expect([missing.code, missing.err]).toEqual([
      5,
      expect.stringMatching(/is incomplete: arm \d, seed \d has not been run|has another digest/),
    ]);
    bytes[bytes.length - 9] ^= 4;
    writeFileSync(first, bytes);
    const damaged = await command("reproduce", "results");
    expect([damaged.code, damaged.err]).toEqual([5, expect.stringContaining("is damaged or incomplete: arm")]);
  });

  it("leaves out runs that had failed, and says so", LONG, async () => {
    writeSmall((text) => text.replace("seeds: 1-2", "seeds: [1, law]").replace("[0, 0.5, 1]", "[0]"));
    expect((await run(PLANTED, ["sweep", "small.yaml", "--out", "results"])).code).toBe(4);
    const { code, err } = await command("reproduce", "results");
    expect([code, err]).toEqual([0, expect.stringContaining("2 runs had failed and are no part of this.")]);
    expect(await json("bundle", "results")).toMatchObject({ runs: 4, failed: 2 });
    expect(await json("reproduce", "results.bundle.json")).toMatchObject({ runs: 2, of: 2, failed: 2 });
  });
});

describe("a replay bundle", () => {
  const read = (): Bundle => JSON.parse(readFileSync("b.json", "utf8")) as Bundle;
  const write = (value: unknown): void => writeFileSync("b.json", JSON.stringify(value));

  it("of a sweep is checked where nothing else is left of it", LONG, async () => {
    const { digest } = undisturbed().json;
    undisturbed().copyTo("results");
    expect(await json("bundle", "results", "--out", "b.json")).toMatchObject({
      kind: "sweep",
      arms: 6,
      runs: 12,
      digest,
    });
    for (const name of ["results", "small.yaml", "tiny.yaml"]) rmSync(name, { recursive: true });
    expect(await json("reproduce", "b.json")).toMatchObject({ identical: true, runs: 12, of: 12, digest });
    expect((await command("reproduce", "b.json", "--sample", "1")).out).toBe("identical: 1 of 12 runs, all the same\n");
  });

  it("of a run too; the same twice, and never over somebody's file", LONG, async () => {
    await command("run", "tiny.yaml", "--out", "results");
    expect((await command("bundle", "results/report.html")).out).toBe("results.bundle.json\n");
    const before = readFileSync("results.bundle.json", "utf8");
    await command("bundle", "results");
    expect(readFileSync("results.bundle.json", "utf8")).toBe(before);
    expect((await command("reproduce", "results.bundle.json")).code).toBe(0);
    const refused = await command("bundle", "results", "--out", "tiny.yaml");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("is no replay bundle")]);
    const none = await command("reproduce", "tiny.yaml");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("tiny.yaml is no replay bundle")]);
    const sample = await command("reproduce", "results", "--sample", "1");
    expect([sample.code, sample.err]).toEqual([2, expect.stringContaining("Bundle it first")]);
  });

  it("that was changed and sealed again is found out by running, the first run first", LONG, async () => {
    await command("run", "tiny.yaml", "--out", "results", "--seeds", "1-3");
    await command("bundle", "results", "--out", "b.json");
    const bundle = read();
    const { about, scenario, arms, runs } = bundle;
    const swapped = [runs[0], { ...runs[1], digest: runs[2].digest }, { ...runs[2], digest: runs[1].digest }];
    const resealed = sealed({ about, scenario, arms, runs: swapped as Bundle["runs"] });
    write(resealed);
    const digest = await command("reproduce", "b.json");
    expect([digest.code, digest.err]).toEqual([
      5,
      expect.stringContaining("about does not have the digest of its runs"),
    ]);
    const other = sealed({ about: { ...about, engineVersion: "0.0.1+other" }, scenario, arms, runs });
    write(other);
    const refused = await command("reproduce", "b.json");
    expect([refused.code, refused.err]).toEqual([
      5,
      expect.stringContaining("was made by engine 0.0.1+other; this is"),
    ]);
    expect((await command("reproduce", "b.json", "--any-engine")).code).toBe(0);
    const values = { ...scenario.values, "size.scale": [{ from: "", value: 0.021 }] };
    const { hashScenario } = await import("../../src/simulation/scenario/index.ts");
    const changed = { ...scenario, values };
    const hashed = arms.map((arm) => ({ ...arm, scenarioHash: hashScenario(changed) }));
    write(sealed({ about, scenario: changed, arms: hashed, runs }));
    const run1 = await command("reproduce", "b.json");
    expect([run1.code, run1.err]).toEqual([
      5,
      expect.stringMatching(
        /does not reproduce: run of arm 0, seed 1: it has digest [0-9a-f]{32} there and [0-9a-f]{32} here/,
      ),
    ]);
  });

  it(
    "whose runs lack what they gave, or why they failed, is damaged; of one with no run left nothing is said",
    LONG,
    async () => {
      writeSmall((text) => text.replace("[0, 0.5, 1]", "[0]"));
      await sweepJson("--out", "results");
      await command("bundle", "results", "--out", "b.json");
      const { about, scenario, arms, runs } = read();
      const other = (change: (made: BundleRun) => Partial<BundleRun>): void => {
        const changed = runs.map((made) => ({ arm: made.arm, seed: made.seed, ...change(made) }));
        const lines = changed.map(
          ({ arm, seed, content }) => `${arms[arm].scenarioHash} ${seed} ${content ?? "failed"}\n`,
        );
        const digest = sha256(lines.join("")).slice(0, 32);
        write(sealed({ about: { ...about, digest }, scenario, arms, runs: changed }));
      };
      for (const change of [
        () => ({}),
        ({ digest }: BundleRun) => ({ digest }),
        ({ content }: BundleRun) => ({ content }),
        ({ digest, content }: BundleRun) => ({ digest, content, reason: "" }),
        ({ content }: BundleRun) => ({ content, reason: "x" }),
      ]) {
        other(change as (made: BundleRun) => Partial<BundleRun>);
        expect(failureOf()?.message).toBe(
          "b.json is damaged: run of arm 0, seed 1 has neither what it gave nor why it failed",
        );
      }
      other(() => ({ reason: "a law broke" }));
      const { code, out, err } = await command("reproduce", "b.json");
      expect([code, out]).toEqual([5, ""]);
      expect(err).toContain(
        "b.json does not reproduce: no run of it came to its end\n  There is nothing to make again.",
      );
    },
  );

  it("is never taken for whole when any one value in it is changed, taken away or put in twice", LONG, async () => {
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0]"));
    await sweepJson("--out", "results");
    await command("bundle", "results", "--out", "b.json");
    const text = readFileSync("b.json", "utf8");
    const places = pathsIn(JSON.parse(text));
    const change = fc.constantFrom("change", "delete", "repeat");
    fc.assert(
      fc.property(fc.nat(places.length - 1), change, (place, how) => {
        const value = JSON.parse(text) as Record<string, unknown>;
        if (!tampered(value, places[place], how)) return;
        write(value);
        expect(failureOf()).toMatchObject({ kind: expect.stringMatching(/^(damaged|invalid)$/) });
      }),
    );
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        writeFileSync("b.json", text.slice(0, length));
        expect(failureOf()).toBeInstanceOf(Failure);
      }),
    );
    const { about, scenario, arms, runs, checksums } = JSON.parse(text) as Bundle;
    const { "run of arm 1, seed 2": gone, ...rest } = checksums;
    expect(gone).toMatch(/^[0-9a-f]{16}$/);
    write({ bundleFormat: 1, about, scenario, arms, runs: runs.slice(0, -1), checksums: rest });
    expect(failureOf()?.message).toBe("b.json is damaged: run of arm 1, seed 2 is missing");
    write({ bundleFormat: 1, about, scenario, arms: [{ ...arms[0], label: "x" }, arms[1]], runs, checksums });
    expect(failureOf()?.message).toBe("b.json is damaged: arm 0 is not what was written (checksum)");
  });

  function failureOf(): Failure | undefined {
    try {
      readBundle("b.json");
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
});

/** Where every value of a document stands. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const below = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [...(path.length > 0 ? [path] : []), ...below.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

/** Changes the value there; false where that is not possible. */
function tampered(root: Record<string, unknown>, path: readonly string[], how: string): boolean {
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);
  const key = path.at(-1) ?? "";
  const bag = holder as Record<string, unknown>;
  if (how === "repeat") {
    if (!Array.isArray(holder)) return false;
    holder.push(structuredClone(bag[key]));
  } else if (how === "delete") {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete bag[key];
  } else {
    const value = bag[key];
    bag[key] = typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}x` : 7;
  }
  return true;
}

describe("a keyed sample", () => {
  it("is of so many items in their order, the same for the same digest, another for another, and grows by adding", () => {
    const items = Array.from({ length: 50 }, (_, place) => `item ${place}`);
    const of = (count: number, digest = "d"): readonly string[] => keyedSample(items, count, digest, (item) => item);
    expect(of(10)).toHaveLength(10);
    expect(of(10)).toEqual([...of(10)].sort((a, b) => items.indexOf(a) - items.indexOf(b)));
    expect(of(10)).not.toEqual(of(10, "e"));
    expect(of(20)).toEqual(expect.arrayContaining([...of(10)]));
    expect(of(99)).toEqual(items);
  });
});
