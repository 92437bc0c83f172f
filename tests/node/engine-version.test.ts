import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { engineVersionOf, stampEngine } from "../../src/node/build/engine-version.ts";
import { isStarted } from "../../src/node/build/started.ts";
import { engineVersion } from "../../src/simulation/index.ts";
import { scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
};

/** A small emitted engine; the changes are more files or other texts. */
function engine(changes: Readonly<Record<string, string>> = {}): string {
  const root = scratch();
  const files = {
    "kernel/index.js": 'import seedrandom from "seedrandom";\nexport const one = 1;\n',
    "model/week/index.js": "/** A week. */\nexport const two = 2; // two\n",
    "simulation/engine-version.js": 'export const engineVersion = "0.1.0+source";\n',
    "simulation/index.js": 'export * from "./engine-version.js";\n',
    "report/index.js": "export {};\n",
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, "dist", path, ".."), { recursive: true });
    writeFileSync(join(root, "dist", path), text);
  }
  writeFileSync(
    join(root, "package.json"),
    JSON.stringify({ version: "0.1.0", dependencies: { seedrandom: "3.0.5" } }),
  );
  return root;
}

const stamped = (changes?: Readonly<Record<string, string>>): string => stampEngine(engine(changes));

describe("the version of the engine", () => {
  it("from the sources is the package's, and says that it was not built", () => {
    expect(engineVersion).toBe(`${manifest.version}+source`);
  });

  it("is written into the emitted file, and again after a change", () => {
    const root = engine();
    const first = stampEngine(root);
    expect(first).toMatch(/^0\.1\.0\+[0-9a-f]{8}$/);
    const path = join(root, "dist/simulation/engine-version.js");
    expect(readFileSync(path, "utf8")).toBe(`export const engineVersion = "${first}";\n`);
    expect(stampEngine(root)).toBe(first);
    writeFileSync(join(root, "dist/kernel/index.js"), "export const one = 1.5;\n");
    const second = stampEngine(root);
    expect(second).not.toBe(first);
    expect(readFileSync(path, "utf8")).toContain(second);
  });

  it("changes with code, with a file's name and with the version of a package it imports; not with comments", () => {
    const plain = stamped();
    expect(stamped({ "model/week/index.js": "// Other words.\nexport const two = 2;\n" })).toBe(plain);
    expect(stamped({ "simulation/explain/index.js": "export const three = 3;\n" })).toBe(plain);
    expect(stamped({ "report/index.js": "export const page = 1;\n" })).toBe(plain);
    expect(stamped({ "model/week/index.js": "export const two = 3;\n" })).not.toBe(plain);
    expect(stamped({ "model/other.js": "" })).not.toBe(plain);
    const other = { version: "0.1.0", dependencies: { seedrandom: "3.0.6" } };
    expect(engineVersionOf(join(engine(), "dist"), other)).not.toBe(plain);
  });

  it("is that of a first build where an earlier one left a module without its source", () => {
    const sources = (root: string): string => {
      for (const path of [
        "kernel/index.ts",
        "model/week/index.ts",
        "simulation/engine-version.ts",
        "simulation/index.ts",
      ]) {
        mkdirSync(join(root, "src", path, ".."), { recursive: true });
        writeFileSync(join(root, "src", path), "");
      }
      return root;
    };
    const left = sources(engine({ "model/week/left.js": "export const left = 1;\n", "model/week/left.d.ts": "" }));
    expect(stampEngine(left)).toBe(stampEngine(sources(engine())));
    for (const name of ["left.js", "left.d.ts"]) expect(existsSync(join(left, "dist/model/week", name))).toBe(false);
    expect(existsSync(join(left, "dist/model/week/index.js"))).toBe(true);
  });

  it("needs an engine", () => {
    const root = scratch();
    for (const folder of ["kernel", "model", "simulation"]) mkdirSync(join(root, folder));
    expect(() => engineVersionOf(root, manifest)).toThrow("holds no engine");
  });

  it("of this build is that of its own code", () => {
    const copy = scratch();
    cpSync(join(ROOT, "dist"), join(copy, "dist"), { recursive: true });
    const text = readFileSync(join(copy, "dist/simulation/engine-version.js"), "utf8");
    expect(text, "the engine was compiled but not stamped: npm run build").toContain(
      `"${engineVersionOf(join(copy, "dist"), manifest)}"`,
    );
  });
});

describe("the build", () => {
  it("knows what it was started with by any way that leads there", () => {
    const folder = scratch();
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real", "module.js"), "");
    symlinkSync(join(folder, "real"), join(folder, "link"), "junction");
    const address = pathToFileURL(join(folder, "real", "module.js")).href;
    expect(isStarted(address, join(folder, "link", "module.js"))).toBe(true);
    writeFileSync(join(folder, "other.js"), "");
    expect([isStarted(address, join(folder, "other.js")), isStarted(address, "")]).toEqual([false, false]);
  });
});
