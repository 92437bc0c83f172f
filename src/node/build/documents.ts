/** `npm run docs`: writes the documents that derive from the code. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pages, withSchedule } from "../../report/documents/index.ts";

const docs = join(fileURLToPath(new URL("../../..", import.meta.url)), "docs");
for (const [name, page] of Object.entries(pages)) writeFileSync(join(docs, name), page());
const model = join(docs, "model.md");
writeFileSync(model, withSchedule(readFileSync(model, "utf8")));
