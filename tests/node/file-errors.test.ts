import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { attempt, attemptPatiently, fileFailure, isFileError } from "../../src/node/file-errors.ts";
import { Failure } from "../../src/node/failure.ts";
import { runScenario } from "../../src/node/run.ts";
import { requestFor } from "../support/cli-runner.ts";
import { scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();
const systemError = (code: string): Error => Object.assign(new Error(`${code}: words of the system`), { code });

describe("errors of the operating system", () => {
  it.each([
    ["ENOSPC", "cannot write /x: the disk is full (ENOSPC)"],
    ["EROFS", "cannot write /x: the disk is read-only (EROFS)"],
    ["EACCES", "cannot write /x: permission denied (EACCES)"],
    [
      "EFBIG",
      "cannot write /x: the file would be larger than this system allows (a limit such as `ulimit -f`) (EFBIG)",
    ],
    ["EBUSY", "cannot write /x: another program is using it (EBUSY)"],
    [
      "UNKNOWN",
      "cannot write /x: the system gave no reason that has a name; a folder that synchronises itself may be out of reach (UNKNOWN)",
    ],
    ["EWEIRD", "cannot write /x: EWEIRD: words of the system (EWEIRD)"],
  ])("%s comes in plain words", (code, words) => {
    const failure = fileFailure(systemError(code), "write", "/x");
    expect(failure).toMatchObject({ kind: "io", message: words, data: { path: "/x", code } });
  });

  it("are told from bugs of ours, which pass through untouched", () => {
    const given = [
      systemError("ENOENT"),
      systemError("UNKNOWN"),
      systemError("ERR_ASSERTION"),
      new Error("x"),
      "ENOENT",
    ];
    expect(given.map(isFileError)).toEqual([true, true, false, false, false]);
    const bug = new TypeError("a bug");
    expect(() =>
      attempt("read", "/x", () => {
        throw bug;
      }),
    ).toThrow(bug);
    const failure = new Failure("invalid", "words");
    expect(fileFailure(failure, "read", "/x")).toBe(failure);
  });
});

describe("a file that another program holds", () => {
  const busyFor = (times: number, code: string): { readonly action: () => void; readonly tried: () => number } => {
    let tried = 0;
    const action = (): void => {
      if (++tried <= times) throw systemError(code);
    };
    return { action, tried: () => tried };
  };

  it.each(["EBUSY", "EPERM", "EACCES"])("is waited for (%s)", async (code) => {
    const { action, tried } = busyFor(2, code);
    await attemptPatiently("rename", "/x", action);
    expect(tried()).toBe(3);
  });

  it("is given up on after some three seconds, with what to do; a full disk at once", async () => {
    const held = busyFor(99, "EBUSY");
    const failure = await attemptPatiently("rename", "/x", held.action).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      kind: "io",
      message: "cannot rename /x: another program is using it (EBUSY)",
      lines: ["If a program has it open, or a file in it, such as a spreadsheet, close it there and try again."],
    });
    expect(held.tried()).toBe(8);
    const full = busyFor(99, "ENOSPC");
    await expect(attemptPatiently("rename", "/x", full.action)).rejects.toThrow("the disk is full");
    expect(full.tried()).toBe(1);
  });
});

describe("places with unusual names", () => {
  it.each(["with space", "Überprüfung – 结果", "quote's", "-dash", ".hidden"])("take results: %s", async (name) => {
    const out = join(scratch(), name);
    await runScenario(requestFor(out, ["1"]));
    expect(existsSync(join(out, "manifest.json"))).toBe(true);
  });

  it("are followed where they are links: the link stays, the folder behind it is replaced", async () => {
    const parent = scratch();
    mkdirSync(join(parent, "real"));
    symlinkSync(join(parent, "real"), join(parent, "link"));
    for (const seeds of [["1"], ["1", "2"]]) await runScenario(requestFor(join(parent, "link"), seeds));
    expect(lstatSync(join(parent, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(parent, "real", "manifest.json"), "utf8")).toContain('"2"');
  });
});
