import { readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { loadSweep } from "../../src/cli/load-sweep.ts";
import type { Printer } from "../../src/cli/printer.ts";
import type { WeeklyKept } from "../../src/node/sweep/cell.ts";
import { readDesign, type SweepDesign, withSeeds } from "../../src/node/sweep/design.ts";
import { settle } from "../../src/node/sweep/settle.ts";
import { engineVersion } from "../../src/simulation/engine-version.ts";
import { sweepLine } from "../../src/node/sweep/sweep-line.ts";
import { writeSmall } from "../support/sweep-small.ts";
import { fingerprint } from "../support/cli-folder.ts";

inScratchFolder();

/** Small enough for several rounds: two arms, of which one axis has but one value. */
const few = (text: string): string => text.replace("[0, 0.5, 1]", "[0.5]");

const silent = { warn: () => {} } as unknown as Printer;

const page = (): string => readFileSync("s/report.html", "utf8");
const stated = (): string =>
  (/<code id="reproduce">([\s\S]*?)<\/code>/.exec(page())?.[1] ?? "").replace(/<[^>]*>/g, "");

describe("a sweep given again into a folder that has more", { timeout: 30_000 }, () => {
  it("keeps the seeds that were added, and says so", async () => {
    writeSmall(few);
    await call(["sweep", "small.yaml", "--out", "s"]);
    const extended = await callJson(["extend", "s", "--seeds", "1-4"]);
    const before = fingerprint("s");
    const again = await call(["sweep", "small.yaml", "--out", "s"]);
    expect(again.code).toBe(0);
    expect(again.err).toContain("The folder has more seeds than were asked for, 3,4, and they stay: 4 seeds in all.\n");
    expect(again.out).toContain(String(extended["digest"]));
    expect(fingerprint("s")).toEqual(before);
    const fewer = await callJson(["sweep", "small.yaml", "--out", "s", "--seeds", "2"]);
    expect(fewer).toMatchObject({ seeds: ["1", "2", "3", "4"], runs: 8, digest: extended["digest"] });
  });

  it("states of a shipped sweep every option that changes what is kept", async () => {
    rmSync("tiny.yaml");
    const line = async (seeds: string, weekly: WeeklyKept, people: boolean, change = {}): Promise<string> => {
      const design = await loadSweep("tiny", { seeds, weekly, people }, silent);
      return sweepLine({ ...design, ...change });
    };
    expect(await line("1-3", "none", true)).toBe("caremarket sweep tiny --seeds 1-3 --weekly none --people");
    expect(await line("1,2", "all", false)).toBe("caremarket sweep tiny --seeds 1,2 --weekly all");
    expect(await line("7", "headline", false)).toBe("caremarket sweep tiny --seeds 7");
    expect(await line("7", "headline", false, { title: "Another" })).toBe("caremarket reproduce .");
  });

  it("states of a file of one's own how the folder makes itself again", async () => {
    // A shipped name does not make it the shipped sweep.
    writeSmall((text) => few(text).replace("name: small", "name: precept-point"));
    await call(["sweep", "small.yaml", "--out", "s"]);
    const line = stated();
    expect(line).toBe("caremarket reproduce .");
    process.chdir("s");
    const { code, out } = await call(line.split(" ").slice(1));
    expect([code, out]).toEqual([0, "identical\n"]);
  });

  it("is refused where arms were added, with what lies there", async () => {
    writeSmall(few);
    writeSmall((text) => text.replace("[0, 0.5, 1]", "[0.5, 1]").replace("name: small", "name: wider"), "wider.yaml");
    await call(["sweep", "small.yaml", "--out", "s"]);
    expect((await call(["extend", "s", "--sweep", "wider.yaml"])).code).toBe(0);
    const before = fingerprint("s");
    const { code, err } = await call(["sweep", "small.yaml", "--out", "s"]);
    expect(code).toBe(2);
    expect(err).toContain("s holds this sweep with arms that were added: 4 as wider, and 2 are asked for\n");
    expect(fingerprint("s")).toEqual(before);
  });
});

describe("a sweep extended while somebody else extends it", { timeout: 30_000 }, () => {
  const larger = (design: SweepDesign) => ({
    design: withSeeds(design, [...design.seeds, "9"]),
    engineVersion,
    mayReplace: true,
    withoutPeople: false,
    slice: undefined,
  });

  it("keeps the seeds that came meanwhile, and refuses to lose arms that did", async () => {
    writeSmall(few);
    await call(["sweep", "small.yaml", "--out", "s"]);
    const before = readDesign("s");
    await call(["extend", "s", "--seeds", "1-3", "--people"]);
    const { design, isChanged } = settle("s", larger(before));
    expect([design.seeds, design.people, isChanged]).toEqual([["1", "2", "3", "9"], true, true]);
    expect(design.scenario.seeds).toEqual(design.seeds);
    writeSmall((text) => few(text).replace("[0.8, 1]", "[0.8, 0.9, 1]"), "wider.yaml");
    await call(["extend", "s", "--sweep", "wider.yaml"]);
    expect(() => settle("s", larger(before))).toThrow(
      "s was changed meanwhile: arms of it are missing from this design, 1 in all",
    );
    expect(settle("s", larger(readDesign("s"))).design.arms).toHaveLength(3);
  });
});

describe("who set what, on a sweep's page", () => {
  it("names the axis that sets a parameter, in the reference arm too, and nobody for a default", async () => {
    // The pass-through is unlike the default in every arm; the reference's rate is the default.
    writeSmall((text) =>
      text.replace("[0, 0.5, 1]", "[0.8, 0.5]").replace("1-2", "1\nreference: { pass-through: 0.8, rate: 1 }"),
    );
    expect((await call(["sweep", "small.yaml", "--out", "s"])).code).toBe(0);
    const setters = page()
      .split("<tr")
      .map((row) => row.replace(/<[^>]*>/g, "|").split(/\|+/))
      .filter((cells) => cells.some((cell) => /^pass-through$|^rate$|^default$/.test(cell.trim())))
      .map((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ""));
    const tally = new Map<string, number>();
    for (const cells of setters) {
      const setter = ["pass-through", "rate", "default"].find((each) => cells.includes(each)) ?? "";
      const place = cells.indexOf(setter);
      const value = cells
        .slice(0, place)
        .reverse()
        .find((each) => /^[\d.]+$/.test(each));
      const key = `${value} by ${setter}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
    // The rate has one row for each group of people.
    expect(Object.fromEntries(tally)).toEqual({
      "0.8 by pass-through": 1,
      "0.5 by pass-through": 1,
      "1 by default": 4,
      "0.8 by rate": 4,
    });
  });
});
