/** What is started as `caremarket`: a few files that need nothing but Node, made from what the compiler emitted. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { callJson, inScratchFolder } from "../support/cli-call.ts";
import { fingerprint } from "../support/cli-folder.ts";
import { BUILT, run } from "../support/cli-process.ts";

inScratchFolder();

const BIN = dirname(BUILT);
const ROOT = join(BIN, "../..");

describe("the bundled command line", () => {
  it("runs from anywhere without an installed package, draws the page and reproduces it", async () => {
    cpSync(BIN, "elsewhere/dist/bin", { recursive: true });
    cpSync(join(ROOT, "scenarios"), "elsewhere/scenarios", { recursive: true });
    const main = join(process.cwd(), "elsewhere/dist/bin/caremarket.js");
    // Without a package.json above it Node must be told what kind of module it is.
    cpSync(join(ROOT, "package.json"), "elsewhere/package.json");
    expect(await run(main, ["run", "tiny.yaml", "--seed", "1", "--out", "results"])).toMatchObject({ code: 0 });
    const before = fingerprint("results");
    expect(await run(main, ["report", "results"])).toMatchObject({ code: 0 });
    expect(fingerprint("results")).toEqual(before);
    expect(await run(main, ["reproduce", "results"])).toMatchObject({ code: 0, out: "identical\n" });
    // DuckDB is the one package that may be absent: an empty one hides whatever lies further up on this machine.
    mkdirSync("elsewhere/node_modules/@duckdb/node-api", { recursive: true });
    writeFileSync("elsewhere/node_modules/@duckdb/node-api/package.json", '{ "main": "missing.js" }');
    const asked = await run(main, ["query", "results", "select 1"]);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain("questions in SQL need DuckDB, which is not installed here");
  });

  it("holds the engine that was compiled", async () => {
    const { out } = await run(BUILT, ["run", "tiny.yaml", "--seed", "1", "--json"]);
    const { digest, engineVersion } = JSON.parse(out) as Record<string, string>;
    expect(digest).toBe((await callJson(["run", "tiny.yaml", "--seed", "1"]))["digest"]);
    const compiled = readFileSync(join(ROOT, "dist/simulation/engine-version.js"), "utf8");
    expect(compiled).toContain(`"${engineVersion}"`);
  });

  it("carries the licence of every package that went in", () => {
    const licences = readFileSync(join(BIN, "licences.md"), "utf8");
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies).filter(([each]) => each !== "d3")) {
      expect(licences).toContain(`## ${name} - ${version} (`);
    }
    // d3 itself is a list of its parts.
    expect(licences).toContain("## d3-scale - ");
  });
});
