/** The built engine as one classic script, made in memory the way a page would carry it. */
import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
const ENTRY = resolve(import.meta.dirname, "bundle-entry.ts");

export interface Bundle {
  /** A script that sets the global variable `caremarket` to what bundle-entry.ts exports. */
  readonly code: string;
  /** Files that went in: relative to the project, with forward slashes. */
  readonly modules: readonly string[];
  /** What the script still asks its host for; empty where it stands alone. */
  readonly imports: readonly string[];
}

/** Every source asked for is answered by what was emitted from it, so that the script is the code that is shipped. */
const emitted: Plugin = {
  name: "emitted",
  enforce: "pre",
  resolveId(id, importer) {
    if (importer === undefined || !id.startsWith(".")) return null;
    const source = resolve(importer, "..", id);
    const sources = resolve(ROOT, "src") + sep;
    if (!source.startsWith(sources)) return null;
    const built = resolve(ROOT, "dist", source.slice(sources.length).replace(/\.ts$/u, ".js"));
    if (!existsSync(built)) throw new Error("the engine is not built: npm run build");
    return built;
  },
};

export async function bundleEngine(): Promise<Bundle> {
  const built = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [emitted],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: ENTRY, formats: ["iife"], name: "caremarket", fileName: "caremarket" },
    },
  });
  const [chunk, ...others] = chunksOf(built);
  if (chunk === undefined || others.length > 0) throw new Error("the engine should become one script");
  const modules = chunk.moduleIds.map((id) => id.replace(`${ROOT}${sep}`, "").replaceAll("\\", "/"));
  return { code: chunk.code, modules, imports: [...chunk.imports, ...chunk.dynamicImports] };
}

function chunksOf(built: Awaited<ReturnType<typeof build>>): readonly Rolldown.OutputChunk[] {
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((each) => ("output" in each ? each.output : [])).filter((each) => each.type === "chunk");
}
