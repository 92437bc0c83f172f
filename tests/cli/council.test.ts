/** `--council` means the same wherever it is given: all that is asked about happens there. */
import { mkdirSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { loadSweep } from "../../src/cli/load-sweep.ts";
import type { Printer } from "../../src/cli/printer.ts";
import { sweepLine } from "../../src/node/sweep/sweep-line.ts";
import { readDesign } from "../../src/node/sweep/design.ts";
import { BUILT, run } from "../support/cli-process.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { sweep, sweepJson, writeSmall } from "../support/sweep-small.ts";

inScratchFolder();

/** Another council than the scenario's, in a folder beside it. */
beforeEach(() => {
  mkdirSync("councils");
  writeFileSync("councils/mine.yaml", "format: 1\nname: mine\nset: { council.grant: 30 }\n");
  writeFileSync("held.yaml", "format: 1\nname: held\nextends: tiny\nset: { framework.feePassThrough: 0 }\n");
});

const silent = { warn: () => {} } as unknown as Printer;

describe("a sweep in another council", { timeout: 60_000 }, () => {
  it("has its own runs, which are those of its scenarios there, and is gone on with as itself", async () => {
    writeSmall();
    await call(["sweep", "small.yaml", "--out", "usual"]);
    const words = ["--council", "mine", "--out", "there"];
    const there = await sweepJson(...words);
    const [usual, moved] = [readDesign("usual"), readDesign("there")];
    expect([usual.council, moved.council]).toEqual([undefined, "mine"]);
    const hashes = usual.arms.map(({ scenarioHash }) => scenarioHash);
    for (const { scenarioHash } of moved.arms) expect(hashes).not.toContain(scenarioHash);
    expect(moved.scenario.values["council.grant"]).toEqual([{ from: "", value: 30 }]);
    expect(await sweepJson(...words)).toMatchObject({ digest: there["digest"], reused: there["runs"] });
    const other = await sweep("--out", "there");
    expect(other.code).not.toBe(0);
    expect(other.err).toContain("holds another sweep");
    const extended = await run(BUILT, ["extend", "there", "--sweep", "small.yaml", "--json"]);
    expect(JSON.parse(extended.out)).toMatchObject({ digest: there["digest"], reused: there["runs"] });
  });

  it("that is shipped says so in the line that makes it again; a council of one's own makes itself again", async () => {
    const line = async (council: string): Promise<string> =>
      sweepLine(await loadSweep("precept-point", { seeds: "1", council, weekly: "headline", people: false }, silent));
    expect(await line("inner-city")).toBe("caremarket sweep precept-point --seeds 1 --council inner-city");
    expect(await line("mine")).toBe("caremarket reproduce .");
  });

  it("is refused where an axis decides the council, and where there is no such council", async () => {
    writeFileSync(
      "two.yaml",
      "format: 1\nname: two\nscenario: tiny\naxes: [{ name: where, councils: [mine, average] }]\n",
    );
    const { code, err } = await call(["sweep", "two.yaml", "--council", "mine"]);
    expect(code).toBe(2);
    expect(err).toContain("two.yaml:4:1 error where: decides the council, and so does --council; leave --council out");
    writeSmall();
    expect((await call(["sweep", "small.yaml", "--council", "mime"])).err).toContain('did you mean "mine"?');
  });
});

describe("seeds in another council", { timeout: 60_000 }, () => {
  const asked = ["--measure", "council.netBudget", "--half-width", "1e6", "--minimum", "3"];

  it("are those of a scenario and of what it is held against", async () => {
    const words = ["seeds", "held.yaml", "--against", "tiny.yaml", "--council", "mine", ...asked];
    const [found, usual] = [
      await callJson(words),
      await callJson(words.filter((word) => !/council$|^mine$/.test(word))),
    ];
    expect(found["scenarioHash"]).not.toBe(usual["scenarioHash"]);
    expect(found["againstHash"]).not.toBe(usual["againstHash"]);
    expect((await call(words)).out).toContain("compare tiny.yaml held.yaml --council mine --seeds");
  });

  it("are those of every arm of a sweep, and not of a folder, which has its council", async () => {
    writeSmall();
    const words = ["seeds", "small.yaml", "--council", "mine", ...asked];
    expect((await callJson(words))["council"]).toBe("mine");
    expect((await call(words)).out).toContain("caremarket sweep small.yaml --council mine --seeds");
    await call(["sweep", "small.yaml", "--out", "s"]);
    const { code, err } = await call(["seeds", "s", "--council", "mine", ...asked]);
    expect(code).toBe(2);
    expect(err).toContain("--council goes with a scenario or a sweep, and s is a sweep's folder");
  });
});

describe("a comparison in another council", { timeout: 60_000 }, () => {
  it("is of both sides, and says so wherever they are named", async () => {
    const words = ["compare", "tiny.yaml", "held.yaml", "--council", "mine"];
    expect((await call(words)).out).toContain("\nIn both: council mine\n");
    const found = await callJson([...words, "--seeds", "1,2"]);
    expect(found["command"]).toBe("caremarket compare tiny.yaml held.yaml --council mine --seeds 1,2");
    for (const name of ["tiny", "held"]) {
      await call(["run", `${name}.yaml`, "--council", "mine", "--seeds", "1,2", "--out", name]);
    }
    expect((await callJson(["compare", "tiny", "held"]))["digest"]).toBe(found["digest"]);
    expect((await call(["compare", "tiny", "held", "--council", "mine"])).err).toContain(
      "--council changes a scenario",
    );
  });
});

describe("what is checked in another council", () => {
  const hashOf = async (...words: string[]): Promise<string | null> => {
    const { out } = await call(["check", ...words, "--json"]);
    return (JSON.parse(out) as readonly { readonly hash: string | null }[])[0].hash;
  };

  it("is what would run there, of a scenario and of a sweep", async () => {
    writeSmall();
    const made = await callJson(["run", "held.yaml", "--council", "mine", "--seed", "1", "--out", "there"]);
    expect(await hashOf("held.yaml", "--council", "mine")).toBe(made["scenarioHash"]);
    expect(await hashOf("held.yaml")).not.toBe(made["scenarioHash"]);
    expect(await hashOf("small.yaml", "--council", "mine")).not.toBe(await hashOf("small.yaml"));
  });

  it("has a problem where there is no such council", async () => {
    const { code, err } = await call(["check", "held.yaml", "--council", "mime"]);
    expect(code).toBe(2);
    expect(err).toContain('did you mean "mine"?');
  });
});

describe("a life in another council", { timeout: 60_000 }, () => {
  it("is that of its run there, and results have theirs already", async () => {
    const made = await callJson(["run", "held.yaml", "--council", "mine", "--seed", "1", "--out", "there"]);
    const asked = ["explain", "held.yaml", "--list"];
    const told = await callJson([...asked, "--council", "mine"]);
    expect(made["digests"]).toEqual({ 1: told["digest"] });
    expect((await callJson(asked))["digest"]).not.toBe(told["digest"]);
    const { code, err } = await call(["explain", "there", "--list", "--council", "mine"]);
    expect(code).toBe(2);
    expect(err).toContain("--council is given with results, which have their scenario already");
  });
});
