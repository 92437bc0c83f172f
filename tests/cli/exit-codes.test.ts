/** Every exit code, from the built command line in a process of its own. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inScratchFolder } from "../support/cli-call.ts";
import { fingerprint, namesIn } from "../support/cli-folder.ts";
import { begin, BUILT, PLANTED, run, shell } from "../support/cli-process.ts";

const folder = inScratchFolder();

describe("exit code 0", () => {
  it("ends a run, the same for any number of workers, and what it wrote reproduces", async () => {
    const words = ["run", "tiny.yaml", "--seeds", "1-3", "--json"];
    const results = await Promise.all(
      ["1", "3"].map((workers) => run(BUILT, [...words, "--workers", workers, "--out", workers])),
    );
    const digests = results.map(({ out }) => (JSON.parse(out) as { digest: string }).digest);
    expect(digests[1]).toBe(digests[0]);
    expect(fingerprint("3")).toEqual(fingerprint("1"));
    expect(await run(BUILT, ["reproduce", "1"])).toMatchObject({ code: 0, out: "identical\n" });
    const again = await run(BUILT, ["run", "tiny.yaml", "--seeds", "1-3", "--out", "1"]);
    expect(again.err).toContain("These results are there already");
  });

  it("does not depend on time zone, locale or umask", async () => {
    await Promise.all([
      shell("$CAREMARKET run tiny.yaml --seed 1 --out a", {
        env: { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
      }),
      shell("umask 077; $CAREMARKET run tiny.yaml --seed 1 --out b", {
        env: { TZ: "UTC", LC_ALL: "C", LANG: "de_DE.UTF-8" },
      }),
    ]);
    expect(fingerprint("b")).toEqual(fingerprint("a"));
  });

  it("is kept when whoever reads us stops reading", async () => {
    const { out, err } = await shell("$CAREMARKET levers --json | head -n 1; echo ${PIPESTATUS[0]}");
    expect([out, err]).toEqual(["[\n0\n", ""]);
    const whole = await shell(
      "$CAREMARKET run tiny.yaml --seed 1 | true; echo ${PIPESTATUS[0]}; test -f output/*/manifest.json",
    );
    expect(whole).toMatchObject({ code: 0, out: "0\n" });
  });

  it("comes with words on stderr, data on stdout, and no bar or colour off a terminal", async () => {
    const { out, err } = await run(BUILT, ["run", "tiny.yaml", "--seeds", "1-3", "--json"]);
    expect(Object.keys(JSON.parse(out) as object)).toContain("digest");
    expect(err).toBe("");
    const spoken = await run(BUILT, ["run", "tiny.yaml", "--seed", "1"]);
    expect(`${spoken.out}${spoken.err}`).not.toContain(String.fromCodePoint(27));
  });
});

describe("exit codes 2 and 3", () => {
  it("end before anything runs", async () => {
    expect(await run(BUILT, ["run", "tiny.yaml", "--set", "wages.floor=£8"])).toMatchObject({ code: 2, out: "" });
    expect(await run(BUILT, ["run", "tiny.yaml", "--set", "size.scale=900"])).toMatchObject({ code: 3, out: "" });
    expect(namesIn(folder())).toEqual(["tiny.yaml"]);
  });

  it("3: a worker that runs out of memory is refused, not a bug", async () => {
    const { code, err } = await run(PLANTED, [
      "run",
      "tiny.yaml",
      "--seeds",
      "memory,1",
      "--limit-memory",
      "150MB",
      "--out",
      "results",
    ]);
    expect(err).toContain("error: a worker ran out of memory\n  seed memory: its worker died: it ran out of memory\n");
    expect(code).toBe(3);
  });
});

describe("exit code 4", () => {
  it.each(["law", "penny"])(
    "a law broke (%s): a replay bundle is written, no results are, other runs are kept",
    async (seed) => {
      const { code, out, err } = await run(PLANTED, ["run", "tiny.yaml", "--seeds", `1,${seed},2`, "--out", "results"]);
      expect([code, out]).toEqual([4, ""]);
      expect(err).toMatch(new RegExp(`^error: law \\w+ broke in seed ${seed}\n`));
      expect(err).toContain("This is a bug of ours, not of your scenario.");
      const [, bundle] = /Replay bundle: (.*)\n/.exec(err) ?? [];
      expect(namesIn(folder()).filter((name) => !name.startsWith("."))).toEqual([
        expect.stringContaining("replay-tiny-"),
        "tiny.yaml",
      ]);
      const replay = JSON.parse(readFileSync(join(bundle, "replay.json"), "utf8")) as Record<string, unknown>;
      expect(replay).toMatchObject({ seed, week: 10 });
      // The bundle's own line runs into the same fault.
      const line = String(replay["line"]).replace("caremarket", "$CAREMARKET");
      const again = await shell(line, {}, PLANTED);
      expect(again.code).toBe(4);
      expect((JSON.parse(again.out) as { error: unknown }).error).toMatchObject({
        kind: "law",
        seed,
        law: replay["law"],
        week: 10,
      });
      const rest = await run(PLANTED, ["run", "tiny.yaml", "--seeds", "1,2", "--out", "results"]);
      expect(rest.err).toContain("2 of 2 runs had finished before and are not run again.");
    },
  );

  it.each([
    ["bug", "cannot read properties of undefined"],
    ["dies", "its worker died: it ended with code 9"],
  ])("another bug of ours (%s) says so, with no bare stack", async (seed, words) => {
    const { code, err } = await run(PLANTED, ["run", "tiny.yaml", "--seed", seed, "--json"]);
    expect(code).toBe(4);
    expect(err).toMatch(new RegExp(`^error: the run of seed ${seed} failed\n  seed ${seed}: ${words}\n`));
    expect(err).not.toContain("    at ");
  });
});

describe("exit code 5", () => {
  it("one changed byte of a table is named", async () => {
    await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    const bytes = readFileSync("results/weekly.parquet");
    bytes[100] ^= 1;
    writeFileSync("results/weekly.parquet", bytes);
    const { code, err } = await run(BUILT, ["reproduce", "results"]);
    expect([code, err]).toEqual([5, "error: results is damaged\n  weekly.parquet has been changed (checksum)\n"]);
  });
});

describe("exit code 6", () => {
  it("a second writer is told who holds the folder", async () => {
    const first = begin(PLANTED, ["run", "tiny.yaml", "--seed", "hangs", "--out", "results"]);
    try {
      await waitFor(() => namesIn(folder()).includes(".results.caremarket-lock"));
      const { code, err } = await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
      expect(code).toBe(6);
      expect(err).toContain(
        `error: the results folder is locked by process ${first.child.pid} on ${hostname()} since `,
      );
      expect(err).toContain("Wait until it has finished, or write elsewhere with --out.");
    } finally {
      first.child.kill("SIGKILL");
      await first.ended;
    }
    const third = await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    expect(third.code).toBe(0);
    expect(third.err).toContain(`Cleared a lock left by process ${first.child.pid}, which is gone`);
    expect(namesIn(folder())).toEqual(["results", "tiny.yaml"]);
  });
});

describe("exit code 7", () => {
  it("a full disk under stdout is said", async () => {
    const { code, err } = await shell("$CAREMARKET levers --json > /dev/full");
    expect([code, err]).toEqual([7, "error: cannot write the output: the disk is full (ENOSPC)\n"]);
  });

  it("a place that takes no folder is said", async () => {
    writeFileSync("file", "text");
    expect(await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--out", "file/results"])).toMatchObject({
      code: 7,
      out: "",
    });
  });
});

describe("exit code 130", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s once: what is finished is kept, and how to go on is said",
    async (signal) => {
      const { child, ended } = begin(PLANTED, ["run", "tiny.yaml", "--seeds", "1,hangs", "--out", "results"]);
      const runs = join(folder(), ".results.caremarket-runs");
      await waitFor(
        () =>
          namesIn(folder()).includes(".results.caremarket-runs") &&
          namesIn(runs).some((name) => name.endsWith(".cell")),
      );
      child.kill(signal);
      const { code, err } = await ended;
      expect(code).toBe(130);
      expect(err).toBe(
        [
          "Stopping; once more to stop at once.",
          "Interrupted.",
          "  1 of 2 runs had finished and are kept in .results.caremarket-runs; no results folder was changed.",
          "  To go on, give the same command again; to give it up, delete that folder.",
          "",
        ].join("\n"),
      );
      expect(namesIn(folder())).toEqual([".results.caremarket-runs", "tiny.yaml"]);
    },
  );

  it("twice: at once, and the next start puts everything right", async () => {
    const { child, ended, says } = begin(PLANTED, ["run", "tiny.yaml", "--seeds", "hangs", "--out", "results"]);
    await waitFor(() => namesIn(folder()).includes(".results.caremarket-lock"));
    child.kill("SIGINT");
    await says("Stopping");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect((await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--out", "results"])).code).toBe(0);
    expect(namesIn(folder())).toEqual(["results", "tiny.yaml"]);
  });
});

describe("a terminal", () => {
  it.runIf(process.platform === "linux")("shows progress and takes it away again", async () => {
    const shown = await onTerminal("xterm");
    expect(shown).toContain("/3 runs");
    expect(shown).toContain('"digest"');
  });

  it.runIf(process.platform === "linux")("that moves no cursor gets no bar", async () => {
    const shown = await onTerminal("dumb");
    expect(shown).not.toContain(String.fromCodePoint(27));
    expect(shown).not.toContain("/3 runs");
    expect(shown).toContain('"digest"');
  });
});

/** All that a terminal of this kind is sent while three seeds run. */
async function onTerminal(kind: string): Promise<string> {
  const line = `${process.execPath} ${BUILT} run tiny.yaml --seeds 1-3 --json`;
  const child = spawn("script", ["-qec", line, "/dev/null"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TERM: kind },
  });
  let shown = "";
  child.stdout.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  return shown;
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1500 && !condition(); turn++) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  expect(condition()).toBe(true);
}
