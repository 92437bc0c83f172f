import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/node/failure.ts";
import { takeLock } from "../../src/node/store/lock.ts";
import { namesIn, scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

const holder = (changes: Record<string, unknown>): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), since: "2026-01-02T03:04:05.000Z", birth: "", ...changes });

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a lock", () => {
  it("is there while held, names its holder, and goes when released", () => {
    const path = join(scratch(), ".results.lock");
    const lock = takeLock(path);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
    lock.release();
    expect(existsSync(path)).toBe(false);
    takeLock(path).release();
  });

  it("is refused to a second writer, with process, machine and time; of one known to be alive without a way to unlock", () => {
    const path = join(scratch(), ".it's.lock");
    const lock = takeLock(path);
    const failure = failureOf(() => takeLock(path));
    expect(failure.kind).toBe("locked");
    expect(failure.message).toMatch(
      new RegExp(`^the results folder is locked by process ${process.pid} on \\S+ since \\d{4}-\\d\\d-\\d\\dT`),
    );
    // Only Linux tells whether a process is the one that took the lock.
    const isKnown = process.platform === "linux";
    expect(failure.lines.join("\n").includes("unlock it with")).toBe(!isKnown);
    const elsewhere = readFileSync(path, "utf8").replace(hostname(), "another-machine");
    writeFileSync(path, elsewhere);
    const far = failureOf(() => takeLock(path)).lines.join("\n");
    expect(far).toContain(String.raw`unlock it with: rm '`);
    expect(far).toContain(String.raw`it'\''s.lock'`);
    lock.release();
  });

  it("of a process that is gone is cleared with a note", () => {
    const folder = scratch();
    const path = join(folder, ".results.lock");
    const pid = deadPid();
    writeFileSync(path, holder({ pid }));
    const lock = takeLock(path);
    expect(lock.notes).toEqual([
      `Cleared a lock left by process ${pid}, which is gone (since 2026-01-02T03:04:05.000Z).`,
    ]);
    lock.release();
    expect(namesIn(folder)).toEqual([]);
  });

  it.runIf(process.platform === "linux")(
    "of a process that has ended, and that nobody has asked how, is cleared",
    async () => {
      const path = join(scratch(), ".results.lock");
      // The shell becomes a program that knows of no child.
      const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 20"]);
      try {
        const pid = Number(await new Promise((resolve) => parent.stdout.once("data", resolve)));
        const stat = (): string => readFileSync(`/proc/${pid}/stat`, "utf8");
        while (!stat().includes(") Z ")) await new Promise((resolve) => setTimeout(resolve, 10));
        const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
        const tick = stat()
          .slice(stat().lastIndexOf(")") + 2)
          .split(" ")[19];
        writeFileSync(path, holder({ pid, birth: `${boot}/${tick}` }));
        const lock = takeLock(path);
        expect(lock.notes).toHaveLength(1);
        lock.release();
      } finally {
        parent.kill();
      }
    },
  );

  it.runIf(process.platform === "linux")("whose process number now belongs to another process is cleared", () => {
    const path = join(scratch(), ".results.lock");
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"]);
    try {
      writeFileSync(path, holder({ pid: child.pid, birth: "another-start/1" }));
      takeLock(path).release();
    } finally {
      child.kill();
    }
  });

  it("of another machine is respected, whatever runs there", () => {
    const path = join(scratch(), ".results.lock");
    writeFileSync(path, holder({ host: "another-machine", pid: deadPid() }));
    const failure = failureOf(() => takeLock(path));
    expect(failure.message).toContain("on another-machine since 2026-01-02");
    expect(failure.lines[0]).toBe("Whether that machine still writes cannot be seen from here.");
    expect(existsSync(path)).toBe(true);
  });

  it.runIf(process.platform === "linux")(
    "of another container on this machine is respected until the machine starts again",
    () => {
      const path = join(scratch(), ".results.lock");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      const there = { pid: deadPid(), space: "pid:[1]" };
      writeFileSync(path, holder({ ...there, birth: `${boot}/7` }));
      const failure = failureOf(() => takeLock(path));
      expect(failure.message).toContain(`locked by process ${there.pid} on ${hostname()} since 2026-01-02`);
      expect(failure.lines[0]).toBe("Whether that container still writes cannot be seen from here.");
      expect(failure.lines[1]).toContain("unlock it with");
      writeFileSync(path, holder({ ...there, birth: "another-start/7" }));
      takeLock(path).release();
    },
  );

  it.each([
    ["", 5],
    ["{", 660],
    ['{"pid":-1,"host":"x"}', 660],
  ])("that names nobody, and that nobody can be writing any more, is cleared with a note: %s", (text, seconds) => {
    const folder = scratch();
    const path = join(folder, ".results.lock");
    writeFileSync(path, text);
    const then = Date.now() / 1000 - seconds;
    utimesSync(path, then, then);
    const lock = takeLock(path);
    expect(lock.notes).toEqual(["Cleared a lock that named nobody: whoever began it could not write it."]);
    lock.release();
    expect(namesIn(folder)).toEqual([]);
  });

  it("leaves nothing beside it, and takes away what a killed writer began long ago", () => {
    const folder = scratch();
    const path = join(folder, ".results.lock");
    for (const [name, seconds] of [
      [".results.lock.77.new", 700],
      [".results.lock.78.new", 5],
      [".results.lock.of.mine.new", 700],
    ] as const) {
      writeFileSync(join(folder, name), "");
      const then = Date.now() / 1000 - seconds;
      utimesSync(join(folder, name), then, then);
    }
    takeLock(path).release();
    expect(namesIn(folder)).toEqual([".results.lock.78.new", ".results.lock.of.mine.new"]);
  });

  it.each(["", "{", "null", '{"pid":"7"}', '{"pid":-1,"host":"x"}'])(
    "that cannot be read is respected while it is new: %s",
    (text) => {
      const path = join(scratch(), ".results.lock");
      writeFileSync(path, text);
      expect(failureOf(() => takeLock(path)).message).toContain("by a writer who left no readable name");
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );

  it("that somebody else has taken meanwhile is not released", () => {
    const path = join(scratch(), ".results.lock");
    const lock = takeLock(path);
    writeFileSync(path, holder({ pid: 1 }));
    lock.release();
    expect(existsSync(path)).toBe(true);
  });

  it("cannot be taken in a folder that is not there", () => {
    const failure = failureOf(() => takeLock(join(scratch(), "missing", ".results.lock")));
    expect(failure.kind).toBe("io");
  });

  it("that is a folder is an error in words", () => {
    const path = join(scratch(), ".results.lock");
    mkdirSync(path);
    expect(failureOf(() => takeLock(path)).kind).toBe("io");
  });
});
