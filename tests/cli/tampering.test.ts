/** What a folder says of itself is no witness: what it leaves out, adds or says otherwise is found, and named. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { readManifest } from "../../src/node/store/manifest.ts";
import { markOfFile } from "../../src/node/store/checksum.ts";
import { call, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();
const LONG = { timeout: 120_000 };

type Bag = Record<string, unknown>;

const edit = (path: string, change: (found: Bag) => Bag): void =>
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as Bag)));

const manifest = (change: (found: Bag) => Bag): void => edit("results/manifest.json", change);

/** Both commands end with 5, and say what it is. */
async function expectFound(words: string, lacks: readonly string[] = []): Promise<void> {
  for (const command of ["verify", "reproduce"].filter((each) => !lacks.includes(each))) {
    const { code, out, err } = await call([command, "results"]);
    expect([command, code, out]).toEqual([command, 5, ""]);
    expect(err).toContain(words);
  }
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(path, bytes);
}

const without = (bag: unknown, key: string): Bag =>
  Object.fromEntries(Object.entries(bag as Bag).filter(([each]) => each !== key));

describe("a run's folder that was tampered with", LONG, () => {
  beforeEach(async () => {
    await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
  });

  it("lacks a table, and its manifest no longer lists it", async () => {
    manifest((found) => ({ ...found, files: without(found["files"], "people.parquet") }));
    rmSync("results/people.parquet");
    await expectFound("it does not list people.parquet");
  });

  it("has a changed table, and lists no file at all", async () => {
    manifest((found) => ({ ...found, files: {} }));
    flip("results/yearly.parquet");
    await expectFound("it does not list dictionary.json");
  });

  it("lists a file that no run writes, or holds one", async () => {
    writeFileSync("results/more.parquet", "");
    await expectFound("more.parquet");
    const mark = markOfFile("results/more.parquet");
    manifest((found) => ({ ...found, files: { ...(found["files"] as Bag), "more.parquet": mark } }));
    await expectFound("it lists more.parquet, which no run writes");
  });

  it("is whole beside what a desktop leaves in any folder", async () => {
    writeFileSync("results/.DS_Store", "");
    writeFileSync("results/Thumbs.db", "");
    expect((await call(["verify", "results"])).code).toBe(0);
    expect((await call(["reproduce", "results/report.html"])).code).toBe(0);
  });

  it.each<[string, (found: Bag) => Bag, string]>([
    ["weeks", (found) => ({ ...found, weeks: 9 }), "its weeks are not those of its scenario"],
    ["name", (found) => ({ ...found, name: "other" }), "its name is not that of its scenario"],
    ["a key more", (found) => ({ ...found, checkedBy: "me" }), "its part checkedBy is none that a manifest has"],
    ["a key less", (found) => without(found, "origins"), "its part origins is missing"],
    ["a digest more", (found) => ({ ...found, digests: { ...(found["digests"] as Bag), 2: "0" } }), "its digests"],
    ["origins", (found) => ({ ...found, origins: { ...(found["origins"] as Bag), "wages.floor": "me" } }), "origins"],
    ["notes", (found) => ({ ...found, scenario: { ...(found["scenario"] as Bag), notes: "sound" } }), "the texts"],
    ["the command", (found) => ({ ...found, command: "caremarket run baseline" }), "its command"],
  ])("has a manifest with other %s", async (_, change, words) => {
    manifest(change);
    await expectFound(words);
  });

  it("vouches for a table that no run makes: verify cannot know, reproduce can", async () => {
    flip("results/summary.json");
    const files = { ...readManifest("results").files, "summary.json": markOfFile("results/summary.json") };
    manifest((found) => ({ ...found, files }));
    await expectFound("summary.json: comes out with other bytes", ["verify"]);
  });
});

describe("a sweep's folder that was tampered with", LONG, () => {
  const SWEEP =
    "format: 1\nname: s\nscenario: tiny\naxes:\n  - { name: pass, lever: framework.feePassThrough, values: [0, 1] }\nseeds: 1\n";

  beforeEach(async () => {
    writeFileSync("s.yaml", SWEEP);
    expect((await call(["sweep", "s.yaml", "--out", "results"])).code).toBe(0);
  });

  const summary = (change: (found: Bag) => Bag): void => edit("results/summary.json", change);

  it("is whole as it was written", async () => {
    expect((await call(["verify", "results"])).code).toBe(0);
    expect((await call(["reproduce", "results"])).code).toBe(0);
  });

  it.each<[string, () => void, string]>([
    ["lists no file", () => summary((found) => ({ ...found, files: {} })), "summary.json does not list design.json"],
    [
      "lacks a table and does not list it",
      () => {
        summary((found) => ({ ...found, files: without(found["files"], "yearly.parquet") }));
        rmSync("results/yearly.parquet");
      },
      "summary.json does not list yearly.parquet",
    ],
    ["has another name", () => summary((found) => ({ ...found, name: "t" })), "summary.json: name is not that of"],
    ["counts other runs", () => summary((found) => ({ ...found, runs: 3 })), "summary.json: runs is not that of"],
    ["has a key more", () => summary((found) => ({ ...found, by: "me" })), "summary.json: by is none of its parts"],
    ["has a summary that cannot be read", () => writeFileSync("results/summary.json", "{}"), "summary.json is damaged"],
    [
      "has a design with another question",
      () => edit("results/design.json", (found) => ({ ...found, question: "Which is best?" })),
      "design.json is not the file that was written",
    ],
  ])("%s", async (_, tamper, words) => {
    tamper();
    await expectFound(words);
  });
});
