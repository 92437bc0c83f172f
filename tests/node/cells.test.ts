import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/node/failure.ts";
import { cellsInFolder, cellsInMemory } from "../../src/node/store/cells.ts";
import { fakeRun } from "../support/cli-run-result.ts";
import { scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();
const cellFile = (folder: string): string => {
  const [name] = readdirSync(folder).filter((each) => each.endsWith(".cell"));
  return join(folder, name);
};

describe("cells in a folder", () => {
  it("give back what was put in, to the last bit, also to another process", () => {
    const folder = join(scratch(), "runs");
    cellsInFolder(folder, "key").put(fakeRun("7"));
    const later = cellsInFolder(folder, "key");
    expect(later.has("7")).toBe(true);
    expect(later.has("8")).toBe(false);
    expect(later.get("7")).toEqual(fakeRun("7"));
  });

  it("keep apart seeds that differ in case only, and seeds of any length", () => {
    const cells = cellsInFolder(join(scratch(), "runs"), "key");
    const seeds = ["a", "A", "x".repeat(64), `${"x".repeat(63)}y`, "..", "CON"];
    for (const seed of seeds) cells.put(fakeRun(seed));
    for (const seed of seeds) expect(cells.get(seed).seed).toBe(seed);
  });

  it("of another scenario or engine are thrown away", () => {
    const folder = join(scratch(), "runs");
    cellsInFolder(folder, "one").put(fakeRun("7"));
    expect(cellsInFolder(folder, "two").has("7")).toBe(false);
    expect(readdirSync(folder)).toEqual(["belongs-to"]);
  });

  it.each([0, 10, 64, 200])("that are torn after %i bytes do not count", (bytes) => {
    const folder = join(scratch(), "runs");
    cellsInFolder(folder, "key").put(fakeRun("7"));
    truncateSync(cellFile(folder), bytes);
    expect(cellsInFolder(folder, "key").has("7")).toBe(false);
  });

  it("with one bit turned do not count", () => {
    const folder = join(scratch(), "runs");
    cellsInFolder(folder, "key").put(fakeRun("7"));
    const bytes = readFileSync(cellFile(folder));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(cellFile(folder), bytes);
    expect(cellsInFolder(folder, "key").has("7")).toBe(false);
  });

  it("that have no room are an error in words", () => {
    const parent = scratch();
    writeFileSync(join(parent, "file"), "a file where a folder should be");
    let failure: unknown;
    try {
      cellsInFolder(join(parent, "file", "runs"), "key");
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ kind: "io" });
  });
});

describe("cells in memory", () => {
  it("hold runs by seed", () => {
    const cells = cellsInMemory();
    const run = fakeRun("7");
    cells.put(run);
    expect([cells.has("7"), cells.has("8"), cells.get("7")]).toEqual([true, false, run]);
    expect(() => cells.get("8")).toThrow("seed 8");
    expect(existsSync("8")).toBe(false);
  });
});
