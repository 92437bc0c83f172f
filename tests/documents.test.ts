/** Documents agree with the project and with each other. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FACTS } from "../src/experiment/facts/index.ts";
import { assumptionsSweep, judged } from "../src/experiment/sweeps/index.ts";
import { CLAIMS } from "../src/experiment/patterns/index.ts";
import { leaves } from "../src/model/levers/index.ts";
import { SOFTWARE } from "../src/node/crate/citation.ts";
import { pages, withSchedule } from "../src/report/documents/index.ts";
import { withLaws } from "../src/node/build/laws.ts";
import { withClaims } from "../src/report/documents/patterns.ts";
import { readEffects, withEffects } from "../src/report/documents/sensitivity.ts";
import { withFacts } from "../src/report/documents/validation.ts";
import { evidence, idsIn } from "../src/report/evidence/index.ts";
import * as library from "../src/simulation/index.ts";
import { lookupAmong, resolve as resolveScenario } from "../src/simulation/scenario/index.ts";
import * as testing from "../src/testing/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const EFFECTS = readEffects(read("docs/sensitivity.csv"));
const project = JSON.parse(read("package.json")) as Readonly<Record<string, string>>;

/** Every page of words: beside package.json, and in the folders that hold any. */
const DOCUMENTS = [".", "docs", "scenarios", "tests", "output/README.md"]
  .filter((path) => existsSync(join(ROOT, path)))
  .flatMap((path) => {
    if (path.endsWith(".md")) return [path];
    const files = readdirSync(join(ROOT, path), { recursive: path !== ".", encoding: "utf8" });
    return files.map((file) => join(path, file));
  })
  .filter((path) => path.endsWith(".md"))
  .sort((a, b) => (a < b ? -1 : 1));

/** Where the links of a document lead, without links to the web and to places in the same page. */
const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/gu)]
    .map(([, target]) => target ?? "")
    .filter((to) => !to.includes(":"));

describe("documents", () => {
  it("are found", () => {
    expect(DOCUMENTS).toContain("README.md");
    expect(linksOf("see [a](b.md), [c](d/e.md#f), [g](#h) and [i](https://j.k)")).toEqual(["b.md", "d/e.md"]);
  });

  it.each(DOCUMENTS)("link only to what is there: %s", (path) => {
    const broken = linksOf(read(path)).filter((target) => !existsSync(join(ROOT, dirname(path), target)));
    expect(broken).toEqual([]);
  });

  it("show scenarios that resolve without a warning", () => {
    const scenarios = [...read("README.md").matchAll(/```yaml\n(.*?)```/gsu)].map(([, text]) => text ?? "");
    expect(scenarios.length).toBeGreaterThan(0);
    const lookup = lookupAmong({ baseline: read("scenarios/baseline.yaml") });
    for (const text of scenarios) {
      expect(resolveScenario({ entry: { name: "readme.yaml", text }, lookup })).toMatchObject({
        ok: true,
        warnings: [],
      });
    }
  });

  it("show a council of one's own, the years after its first, and a question asked there, that resolve", () => {
    const [council, later, question] = [...read("docs/your-council.md").matchAll(/```yaml\n(.*?)```/gsu)].map(
      ([, text]) => text ?? "",
    );
    const lookup = lookupAmong({ baseline: read("scenarios/baseline.yaml") }, { millbrook: council + later });
    const resolved = resolveScenario({ entry: { name: "question.yaml", text: question }, lookup });
    expect(resolved).toMatchObject({ ok: true, warnings: [] });
    const values = resolved.ok ? resolved.scenario.values : {};
    expect(values["size.scale"]).toEqual([{ from: "", value: 0.6 }]);
    expect(values["council.grant"].map(({ value }) => value)).toEqual([44, 41.8, 40.4]);
  });

  it("import from the package what there is", () => {
    const exported: Readonly<Record<string, object>> = { caremarket: library, "caremarket/testing": testing };
    const imports = DOCUMENTS.flatMap((path) => [...read(path).matchAll(/import \{ (.*) \} from "(caremarket.*)";/gu)]);
    expect(imports.length).toBeGreaterThan(4);
    for (const [, names, from] of imports) {
      expect(Object.keys(exported[from])).toEqual(expect.arrayContaining(names.split(", ")));
    }
  });

  it("name the version and licence of the package", () => {
    const citation = parse(read("CITATION.cff")) as Readonly<Record<string, unknown>>;
    expect(citation).toMatchObject({ "cff-version": "1.2.0", type: "software", title: project["name"] });
    expect(citation).toMatchObject({ version: project["version"], license: project["license"] });
    expect(citation["authors"]).toEqual([{ name: SOFTWARE.authors }]);
    expect(citation).toMatchObject({ title: SOFTWARE.name, license: SOFTWARE.license });
    expect(citation["date-released"]).toBe(SOFTWARE.released);
    const metadata = JSON.parse(read("codemeta.json")) as Readonly<Record<string, unknown>>;
    expect(metadata).toMatchObject({ name: project["name"], version: project["version"] });
    expect(metadata).toMatchObject({ description: project["description"] });
    expect(metadata["license"]).toBe(`https://spdx.org/licenses/${project["license"]}`);
    expect(metadata["keywords"]).toEqual(citation["keywords"]);
  });

  it("list every decision record by number and title", () => {
    const index = read("docs/decisions/README.md");
    const records = readdirSync(join(ROOT, "docs/decisions")).filter((name) => /^\d{4}-/u.test(name));
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      const [number = "", ...words] =
        read(`docs/decisions/${record}`).split("\n")[0]?.replace(/^# /u, "").split(" ") ?? [];
      expect(record.startsWith(`${number}-`)).toBe(true);
      expect(index).toContain(`| ${number} | [${words.join(" ")}](${record}) |`);
    }
  });

  it("keep the notice of what was ported", () => {
    for (const path of ["NOTICE", "src/kernel/math.ts"]) expect(read(path)).toContain("by Sun Microsystems, Inc.");
  });
});

describe("documents written from the code", () => {
  it.each(Object.entries(pages))("are up to date: %s (npm run docs)", (name, page) => {
    expect(read(`docs/${name}`)).toBe(page(EFFECTS));
  });

  it("have the sweep of assumptions as their ranges are, and its results: sensitivity.md (npm run docs)", () => {
    expect(read("scenarios/sweeps/assumptions.yaml")).toBe(assumptionsSweep());
    expect(withEffects(read("docs/sensitivity.md"), EFFECTS)).toBe(read("docs/sensitivity.md"));
  });

  it("have an effect of every end of every judged number: sensitivity.csv (tests/support/sensitivity-table.mjs)", () => {
    const tried = new Set(EFFECTS.map(({ parameter, end }) => `${parameter}, ${end}`));
    expect(judged.filter(({ name }) => !tried.has(name)).map(({ name }) => name)).toEqual([]);
    expect(tried.size).toBe(judged.length);
  });

  it("have the order of the week as it is: model.md (npm run docs)", () => {
    expect(withSchedule(read("docs/model.md"))).toBe(read("docs/model.md"));
    expect(() => withSchedule("nowhere")).toThrow(RangeError);
  });

  it("have the facts as they are declared: validation.md (npm run docs)", () => {
    expect(withFacts(read("docs/validation.md"))).toBe(read("docs/validation.md"));
  });

  it("have the laws as they are stated: testing.md (npm run docs)", () => {
    expect(withLaws(read("docs/testing.md"))).toBe(read("docs/testing.md"));
  });

  it("have the claims as they are declared: patterns.md (npm run docs)", () => {
    expect(withClaims(read("docs/patterns.md"))).toBe(read("docs/patterns.md"));
  });

  it("have an answer to each claim, and a reason where it is another one (node tests/support/patterns.mjs)", () => {
    const answers = read("docs/patterns.md").split("<!-- answers -->")[1];
    const number = String.raw`−?[\d,]+(?:\.\d+)?`;
    const effect = new RegExp(`^${number} \\(${number} to ${number}\\)$`, "u");
    const rows = answers.split("\n").flatMap((line) => (/^\| P\d/u.test(line) ? [line.split(" | ")] : []));
    expect(rows.map(([id, sentence]) => [id.slice(2), sentence])).toEqual(
      CLAIMS.map(({ id, sentence }) => [id, sentence]),
    );
    for (const [id, , first, second, difference, verdict] of rows) {
      for (const side of [first, second]) expect(side).toMatch(new RegExp(`^${number}$`, "u"));
      expect(difference).toMatch(effect);
      expect(verdict).toMatch(/^(?:shown|weak|unclear|otherwise) \|$/u);
      const reason = answers.split("\n").find((line) => line.startsWith(`- **${id.slice(2)}**`));
      expect(reason === undefined).toBe(verdict.startsWith("shown"));
      expect(reason ?? "").not.toContain("not explained");
    }
    expect(answers).toMatch(/^\d+ seeds\..* had digest `[0-9a-f]{32}`\.$/mu);
  });

  it("know every figure that a parameter or a fact names, once", () => {
    const known = new Set(evidence.map(({ id }) => id));
    expect(known.size).toBe(evidence.length);
    const named = leaves.flatMap((leaf) => leaf.evidence.match(/E\d-\d{3}/gu) ?? []);
    const ofFacts = FACTS.flatMap(({ source }) => source.split(", "));
    expect([...named, ...ofFacts].filter((id) => !known.has(id))).toEqual([]);
    expect(idsIn("E2-003 to E2-006, E8-005")).toEqual(["E2-003", "E2-004", "E2-005", "E2-006", "E8-005"]);
  });
});
