/** The laws that docs/testing.md shows, taken from it and tried as they stand. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const builtAt = (part: string): string => pathToFileURL(join(ROOT, "dist", part, "index.js")).href;

/** Examples that try a law of their own, by its identifier. */
const examples = [...readFileSync(join(ROOT, "docs/testing.md"), "utf8").matchAll(/```ts\n(.*?)```/gsu)]
  .map(([, code]) => code)
  .filter((code) => /^import .*"vitest";$/mu.test(code) && code.includes("assertLaw("))
  .map((code) => [/"(X\d)"/u.exec(code)?.[1] ?? "none", code] as const);

test("there are examples of a law of one run and of two", () => {
  expect(examples.map(([id]) => id)).toEqual(["X1", "X2"]);
});

test.each(examples)("the law %s of the document holds", async (_, code) => {
  const folder = mkdtempSync(join(tmpdir(), "documented-law-"));
  try {
    const file = join(folder, "example.mjs");
    const text = code
      .replace(/^import .*"vitest";$/mu, "export const tests = [];\nconst test = (_, body) => tests.push(body);")
      .replaceAll('"caremarket/testing"', JSON.stringify(builtAt("testing")))
      .replaceAll('"caremarket"', JSON.stringify(builtAt("simulation")));
    writeFileSync(file, text);
    const { tests } = (await import(pathToFileURL(file).href)) as { readonly tests: readonly (() => void)[] };
    expect(tests).toHaveLength(1);
    for (const body of tests) body();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
