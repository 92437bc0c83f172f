/** `npm run docs`: writes the documents that derive from the code. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assumptionsSweep } from "../../experiment/sweeps/index.ts";
import { pages, withSchedule } from "../../report/documents/index.ts";
import { withLaws } from "./laws.ts";
import { withClaims } from "../../report/documents/patterns.ts";
import { readEffects, withEffects } from "../../report/documents/sensitivity.ts";
import { withFacts } from "../../report/documents/validation.ts";
import { tellWith, withStories } from "./stories.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const docs = join(root, "docs");
writeFileSync(join(root, "scenarios", "sweeps", "assumptions.yaml"), assumptionsSweep());
const effects = readEffects(readFileSync(join(docs, "sensitivity.csv"), "utf8"));
for (const [name, page] of Object.entries(pages)) writeFileSync(join(docs, name), page(effects));
/** Writes a page with its marked places filled in anew. */
function refill(name: string, filled: (page: string) => string): void {
  const path = join(docs, name);
  writeFileSync(path, filled(readFileSync(path, "utf8")));
}

refill("model.md", withSchedule);
refill("validation.md", withFacts);
refill("patterns.md", withClaims);
refill("testing.md", withLaws);
refill("sensitivity.md", (page) => withEffects(page, effects));
refill("explain.md", (page) => withStories(page, tellWith(root)));
