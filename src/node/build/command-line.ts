/**
 * The command line and its worker as a few files, packages included: loading hundreds of small ones takes longer than
 * most commands take to do their work.
 *
 * They are made from what the compiler emitted, so that the engine in them is the one whose version is stamped on results.
 */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { build } from "vite";
import { isStarted } from "./started.ts";

/** What a run is made of. */
const ENGINE = /[\\/]dist[\\/](kernel|model|simulation)[\\/]/;

/** Bundles the built command line into `dist/bin`, with the licences of the packages that went in. */
async function bundleCommandLine(root: string): Promise<void> {
  const dist = join(root, "dist");
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    // A native binding cannot be bundled, and is only there where somebody asks with SQL; a queue's client is loaded
    // only where a queue is used. Each may be absent.
    ssr: { noExternal: true, external: ["@duckdb/node-api", "bullmq", "ioredis"] },
    build: {
      ssr: true,
      outDir: join(dist, "bin"),
      target: "node20",
      minify: false,
      license: { fileName: "licences.md" },
      rolldownOptions: {
        input: { caremarket: join(dist, "cli/main.js"), worker: join(dist, "node/worker.js") },
        output: {
          chunkFileNames: "[name].js",
          // An engine compiles a constant into the code that uses it where it is a `const` of the same file, and looks
          // it up every time where it is a `var` or comes from another one.
          topLevelVar: false,
          codeSplitting: { groups: [{ name: "engine", test: ENGINE }] },
        },
      },
    },
  });
}

if (isStarted(import.meta.url)) {
  await bundleCommandLine(fileURLToPath(new URL("../../..", import.meta.url)));
}
