import { availableParallelism } from "node:os";
import { dirname, resolve, sep } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const SOURCES = resolve(import.meta.dirname, "src") + sep;
const BUILT = resolve(import.meta.dirname, "dist") + sep;

/** What starts programs, changes the environment or fills disks: each of these files has a process of its own. */
const PROGRAMS = ["cli", "node", "faults", "browser"].map((folder) => `tests/${folder}/**/*.test.ts`);
/** With more, the programs and pages that tests start stand in each other's way. */
const MOST_PROCESSORS = 8;
const LONG = process.env["CAREMARKET_LONG"] === "1" ? [] : ["tests/long/**"];

/** What a test imports from `src` comes from the build of it: as Vite renders the sources, the engine runs at half the speed. */
const asBuilt = {
  name: "as-built",
  enforce: "pre" as const,
  resolveId(source: string, importer: string | undefined): { id: string; external: true } | undefined {
    if (importer === undefined || !source.startsWith(".") || !source.endsWith(".ts")) return undefined;
    const path = resolve(dirname(importer), source);
    if (!path.startsWith(SOURCES)) return undefined;
    return { id: path.replace(SOURCES, BUILT).replace(/\.ts$/u, ".js"), external: true };
  },
};

export default defineConfig({
  test: {
    pool: "forks",
    // One more than there are processors, of which many tests start programs that take some themselves.
    maxWorkers: Math.min(availableParallelism(), MOST_PROCESSORS) + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fast-check.ts"],
    projects: [
      { extends: true, test: { name: "programs", include: PROGRAMS } },
      {
        extends: true,
        plugins: [asBuilt],
        test: {
          name: "model",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...PROGRAMS, ...LONG],
          server: { deps: { external: [/\/dist\/.*\.js$/u] } },
          // The engine keeps nothing between runs, which the architecture test sees to: it is compiled once for all files.
          isolate: false,
        },
      },
    ],
  },
});
