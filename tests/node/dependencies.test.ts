/** What is installed is what was tried: a changed package, or another version of one, is noticed before results are. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8");
const project = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const lock = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

describe("packages", () => {
  it("are locked for the package as it is: an install changes no file", () => {
    const { bin, dependencies, devDependencies } = lock.packages[""] as unknown as typeof project;
    expect({ bin, dependencies, devDependencies }).toEqual({
      bin: project["bin"],
      dependencies: project["dependencies"],
      devDependencies: project["devDependencies"],
    });
  });

  it("are pinned to one version each", () => {
    const all = { ...project["dependencies"], ...project["devDependencies"] };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  it("are locked with a hash each, so that npm refuses one that was tampered with", () => {
    expect(locked.length).toBeGreaterThan(50);
    const bare = locked.filter(([, { integrity, link }]) => link !== true && !integrity?.startsWith("sha512-"));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it("are installed at the versions that are locked", () => {
    const asked = Object.keys({ ...project["dependencies"], ...project["devDependencies"] });
    for (const name of asked) {
      const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      expect([name, installed.version]).toEqual([name, lock.packages[`node_modules/${name}`].version]);
    }
  });
});
