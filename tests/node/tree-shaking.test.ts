/** Who bundles a little of the library for a page gets a little of it: nothing in it runs when it is imported. */
import { resolve } from "node:path";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const LIBRARY = resolve(ROOT, "dist/simulation/index.js");

/** The script that a bundler makes of one line. */
async function bundled(line: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    plugins: [
      {
        name: "one-line",
        resolveId: (id) => (id.endsWith("one-line") ? "\0one-line" : null),
        load: (id) => (id === "\0one-line" ? line : null),
      },
    ],
    build: { write: false, minify: false, lib: { entry: "one-line", formats: ["es"], fileName: "one-line" } },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[];
  return output.map((each) => (each.type === "chunk" ? each.code : "")).join("");
}

it("takes only what is used of the library", async () => {
  const whole = await bundled(`export * from ${JSON.stringify(LIBRARY)};`);
  expect(whole.length).toBeGreaterThan(500_000);
  const seeds = await bundled(`export { isSeed } from ${JSON.stringify(LIBRARY)};`);
  expect(seeds).toContain("isSeed");
  expect(seeds.length).toBeLessThan(20_000);
});
