/**
 * The last step of a build: the emitted engine is given its version.
 *
 * The version is the package's, then eight digits of a hash over the emitted kernel, model and simulation with comments
 * taken out, and over the versions of the packages they import. Results made by other code have another version. What
 * only tells of a run stands in `simulation` and is left out: better words make no other results.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { isStarted } from "./started.ts";

const ENGINE = ["kernel", "model", "simulation"];
const TELLERS: readonly string[] = ["simulation/explain/"];
const VERSION_FILE = "simulation/engine-version.js";
const VERSION_LINE = /(engineVersion = )"[^"]*"/;
const PACKAGES_LINE = /(builtWith = )"[^"]*"/;
/** What makes a result and draws it. */
const MAKERS = [...ENGINE, "report"];

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The version of the engine emitted into a folder. Throws if the folder holds no engine. */
export function engineVersionOf(dist: string, { version, dependencies }: Package): string {
  const files = ENGINE.flatMap((folder) => modulesIn(dist, folder)).filter(
    (file) => file !== VERSION_FILE && !TELLERS.some((folder) => file.startsWith(folder)),
  );
  if (files.length === 0) throw new Error(`${dist} holds no engine: compile it first`);
  const hash = createHash("sha256");
  const packages = new Set<string>();
  for (const file of files) {
    const code = withoutComments(readFileSync(join(dist, file), "utf8"));
    for (const name of packagesIn(code)) packages.add(name);
    hash.update(`${file}\0${code}\0`);
  }
  for (const name of [...packages].sort()) hash.update(`${name}@${dependencies[name] ?? "?"}\0`);
  return `${version}+${hash.digest("hex").slice(0, 8)}`;
}

/** Paths of the emitted modules below a folder, with forward slashes, in code-unit order. */
function modulesIn(dist: string, folder: string): string[] {
  const names = readdirSync(join(dist, folder), { recursive: true, encoding: "utf8" });
  const modules = names.filter((name) => name.endsWith(".js")).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return modules.sort();
}

const withoutComments = (code: string): string =>
  ts.createPrinter({ removeComments: true }).printFile(ts.createSourceFile("module.js", code, ts.ScriptTarget.ESNext));

/** Names of the packages a module imports, without the path inside the package. */
const packagesIn = (code: string): string[] =>
  [...code.matchAll(/\bfrom "((?:@[^/"]+\/)?[^./"][^/"]*)/g)].map(([, name]) => name);

/** Packages behind results and pages, with the versions that package.json pins: "d3 7.9.2, seedrandom 3.0.5". */
function packagesBehind(dist: string, { dependencies }: Package): string {
  const files = MAKERS.flatMap((folder) => modulesIn(dist, folder));
  const names = files.flatMap((file) => packagesIn(readFileSync(join(dist, file), "utf8")));
  const known = [...new Set(names)].filter((name) => name in dependencies).sort();
  return known.map((name) => `${name} ${dependencies[name]}`).join(", ");
}

/** The compiler deletes nothing: a module whose source is gone would stay, and count as part of the engine. */
function clearDeserted(root: string): void {
  for (const folder of MAKERS.filter((each) => existsSync(join(root, "src", each)))) {
    for (const file of modulesIn(join(root, "dist"), folder)) {
      const path = file.slice(0, -".js".length);
      if (existsSync(join(root, "src", `${path}.ts`))) continue;
      for (const kind of [".js", ".js.map", ".d.ts", ".d.ts.map"]) {
        rmSync(join(root, "dist", path + kind), { force: true });
      }
    }
  }
}

/** Clears what earlier builds left, writes the version into the emitted file, and says what it is. */
export function stampEngine(root: string): string {
  const dist = join(root, "dist");
  clearDeserted(root);
  const project = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;
  const version = engineVersionOf(dist, project);
  const path = join(dist, VERSION_FILE);
  const before = readFileSync(path, "utf8");
  const packages = packagesBehind(dist, project);
  const after = before.replace(VERSION_LINE, `$1"${version}"`).replace(PACKAGES_LINE, `$1"${packages}"`);
  if (!after.includes(version)) throw new Error(`${path} has no line that takes the version`);
  if (after !== before) writeFileSync(path, after);
  return version;
}

if (isStarted(import.meta.url)) {
  stampEngine(fileURLToPath(new URL("../../..", import.meta.url)));
}
