/** Disks of other systems, as their calls fail: a memory stick under Windows, a share that cannot be reached. */
import type * as fileSystem from "node:fs";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openScenario } from "../../src/node/scenario-files.ts";
import { withoutDuckDb } from "../../src/node/sweep/query.ts";
import { runScenario } from "../../src/node/run.ts";
import { takeLock } from "../../src/node/store/lock.ts";
import { placeWhole } from "../../src/node/store/place.ts";
import { scratchFolder } from "../../src/node/store/scratch.ts";
import { requestFor } from "../support/cli-runner.ts";
import { namesIn, scratchFolders } from "../support/cli-folder.ts";

/** Which call fails with which code, where its first word holds the text. */
const failing = vi.hoisted(() => ({ call: "", code: "", at: "" }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof fileSystem>();
  const called = Object.fromEntries(
    (["linkSync", "renameSync", "openSync", "writeFileSync", "mkdtempSync"] as const).map((name) => [
      name,
      (...given: never[]): unknown => {
        if (failing.call === name && String(given[0]).includes(failing.at)) {
          throw Object.assign(new Error(`${failing.code}: planted`), { code: failing.code });
        }
        return (fs[name] as (...words: never[]) => unknown)(...given);
      },
    ]),
  );
  return { ...fs, ...called };
});

const scratch = scratchFolders();
beforeEach(() => void Object.assign(failing, { call: "", code: "", at: "" }));

describe("a disk without links", () => {
  it.each(["EISDIR", "EPERM", "ENOTSUP", "UNKNOWN"])("takes locks, and results (%s)", async (code) => {
    Object.assign(failing, { call: "linkSync", code });
    const folder = scratch();
    const lock = takeLock(join(folder, ".x.lock"));
    expect(() => takeLock(join(folder, ".x.lock"))).toThrow("the results folder is locked by process");
    lock.release();
    await runScenario(requestFor(join(folder, "results"), ["1"]));
    expect(namesIn(folder)).toEqual(["results"]);
  });
});

describe("a results folder of which a file is open in a spreadsheet", () => {
  it("stays as it was, says what to close, and the same command goes on with every run kept", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1"]));
    const before = readFileSync(join(out, "manifest.json"), "utf8");
    Object.assign(failing, { call: "renameSync", code: "EPERM", at: "results" });
    const request = requestFor(out, ["1", "2"]);
    const failure = await runScenario(request).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: "io", lines: [expect.stringContaining("such as a spreadsheet, close it")] });
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(before);
    Object.assign(failing, { call: "" });
    const again = requestFor(out, ["1", "2"]);
    await runScenario(again);
    expect(again.said.join("\n")).toContain("2 of 2 runs had finished before and are not run again.");
  });
});

describe("a folder that synchronises itself and is out of reach", () => {
  it("is told of in words where a scenario lies in it", () => {
    const folder = scratch();
    writeFileSync(join(folder, "mine.yaml"), "format: 1\n");
    Object.assign(failing, { call: "openSync", code: "UNKNOWN", at: "mine.yaml" });
    expect(openScenario("./mine.yaml", { folder })).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining("cannot be read (UNKNOWN)") }],
    });
  });
});

describe("a place where nothing may be written", () => {
  it("gives the results that are there, and says of others what to do", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1", "2"]));
    Object.assign(failing, { call: "writeFileSync", code: "EROFS", at: ".caremarket-lock" });
    const again = requestFor(out, ["1", "2"]);
    expect(await runScenario(again)).toMatchObject({ isReused: true, folder: out });
    expect(again.said).toEqual([expect.stringContaining("These results are there already, whole")]);
    await expect(runScenario(requestFor(out, ["1", "2", "3"]))).rejects.toMatchObject({
      kind: "io",
      message: expect.stringContaining("the disk is read-only (EROFS)"),
      lines: ["The lock lies beside the results: choose a place that you may write into."],
    });
  });

  it("is told by the name that was asked for, and by the variable that names it", async () => {
    const path = join(scratch(), "page.html");
    Object.assign(failing, { call: "openSync", code: "EACCES", at: "page.html" });
    await expect(placeWhole(path, "x")).rejects.toMatchObject({
      message: `cannot create ${path}: permission denied (EACCES)`,
      data: { path },
    });
    Object.assign(failing, { call: "mkdtempSync", code: "ENOENT", at: "caremarket-query-" });
    expect(() => scratchFolder("query")).toThrow(`cannot make a folder for passing files in ${tmpdir()}: no such file`);
  });
});

describe("what desktops leave in folders that somebody looks into", () => {
  it("keeps no results from being replaced, and is no reason to keep a folder", async () => {
    const out = join(scratch(), "results");
    await runScenario(requestFor(out, ["1"]));
    for (const name of [".DS_Store", "._report.html", "desktop.ini", "Thumbs.db"]) writeFileSync(join(out, name), "");
    await runScenario(requestFor(out, ["1", "2"]));
    expect(existsSync(join(out, "Thumbs.db"))).toBe(false);
    mkdirSync(join(out, ".git"));
    await expect(runScenario(requestFor(out, ["1", "2", "3"]))).rejects.toThrow("did not write: .git");
  });
});

describe("DuckDB", () => {
  it("that is not there is told from one that the system does not load", () => {
    const absent = withoutDuckDb(Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" }));
    expect([absent.message, absent.lines[0]]).toEqual([
      "questions in SQL need DuckDB, which is not installed here",
      "Install it beside caremarket with: npm install @duckdb/node-api",
    ]);
    const said = "The operating system cannot run %1.\n\\?\\C:\\x.node";
    const forbidden = withoutDuckDb(Object.assign(new Error(said), { code: "ERR_DLOPEN_FAILED" }));
    expect(forbidden.message).toContain("which cannot be loaded here");
    expect(forbidden.lines[0]).toBe("The operating system cannot run %1.");
  });
});
