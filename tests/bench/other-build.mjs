/** Another build to compare with: a folder that holds one, or a commit, compiled for the occasion. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENGINE = "simulation/index.js";

/** Whether a folder holds a compiled engine. */
export const isBuild = (folder) => existsSync(join(folder, ENGINE));

/** Where the other build is; `discard` takes away what was made for it. */
export function otherBuild(named) {
  const folder = [named, join(named, "dist")].map((path) => resolve(path)).find(isBuild);
  return folder === undefined ? compiled(commitOf(named)) : { dist: folder, discard: () => {} };
}

function commitOf(named) {
  try {
    const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${named}^{commit}`];
    return execFileSync("git", words, { cwd: ROOT, encoding: "utf8" }).trim();
  } catch {
    throw new Error(`--against ${named}: neither a folder with a build (${ENGINE}) nor a commit`);
  }
}

/** The engine of a commit, compiled in a temporary folder; the working tree and its index are not touched. */
function compiled(commit) {
  const folder = mkdtempSync(join(tmpdir(), "caremarket-against-"));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const archive = join(folder, "engine.tar");
    const paths = ["src", "package.json", "tsconfig.base.json"];
    execFileSync("git", ["archive", "--format=tar", `--output=${archive}`, commit, ...paths], { cwd: ROOT });
    mkdirSync(join(folder, "engine"));
    execFileSync("tar", ["-xf", archive, "-C", join(folder, "engine")]);
    symlinkSync(join(ROOT, "node_modules"), join(folder, "engine/node_modules"), "junction");
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const words = [compiler, "-b", "src/simulation"];
    execFileSync(process.execPath, words, { cwd: join(folder, "engine"), stdio: ["ignore", 2, 2] });
    return { dist: join(folder, "engine/dist"), discard };
  } catch (error) {
    discard();
    throw error;
  }
}
