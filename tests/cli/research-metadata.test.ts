/** Every result describes itself for archives: an RO-Crate 1.1 that names what is there and nothing else, and a citation. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { citationOf, SOFTWARE } from "../../src/node/crate/citation.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { writeSmall } from "../support/sweep-small.ts";

inScratchFolder();

type Entity = Readonly<Record<string, unknown>> & { readonly "@id": string; readonly "@type": string };

interface Crate {
  readonly "@context": string;
  readonly "@graph": readonly Entity[];
}

const crateIn = (folder: string): Crate =>
  JSON.parse(readFileSync(`${folder}/ro-crate-metadata.json`, "utf8")) as Crate;

/** Ids that anything in the value points to. */
function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "@id") return [(value as { "@id": string })["@id"]];
  return Object.values(value).flatMap(references);
}

/** What the profile asks of every crate. */
function expectCrate(crate: Crate): Entity {
  const graph = crate["@graph"];
  expect(crate["@context"]).toBe("https://w3id.org/ro/crate/1.1/context");
  const ids = graph.map((entity) => entity["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const entity of graph) expect(Object.keys(entity)).toEqual(expect.arrayContaining(["@id", "@type"]));
  const [descriptor] = graph.filter((entity) => entity["@id"] === "ro-crate-metadata.json");
  expect(descriptor).toMatchObject({
    "@type": "CreativeWork",
    about: { "@id": "./" },
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
  });
  const elsewhere = references(graph).filter((id) => !ids.includes(id));
  expect(elsewhere).toEqual(["https://w3id.org/ro/crate/1.1"]);
  const root = graph.find((entity) => entity["@id"] === "./");
  expect(root).toMatchObject({ "@type": "Dataset", datePublished: SOFTWARE.released });
  for (const key of ["name", "description", "creditText"]) expect(root?.[key]).toMatch(/\w{3}/);
  expect(references(root?.["license"])).toHaveLength(1);
  const files = graph.filter((entity) => entity["@type"] === "File");
  for (const file of files) expect(file["encodingFormat"]).toMatch(/^[a-z]+\/[\w.+-]+$/);
  return root as Entity;
}

/** Every named part is there. */
function partsIn(folder: string, root: Entity): readonly string[] {
  const parts = references(root["hasPart"]);
  for (const part of parts) expect([part, existsSync(`${folder}/${part}`)]).toEqual([part, true]);
  return parts;
}

describe("a run's folder", () => {
  it("names every file in it, the question, the engine, the seeds and the digest", async () => {
    const { digest, scenarioHash, engineVersion } = await callJson(["run", "tiny.yaml", "--out", "results"]);
    const crate = crateIn("results");
    const root = expectCrate(crate);
    expect(partsIn("results", root)).toEqual(
      readdirSync("results")
        .filter((name) => name !== "ro-crate-metadata.json")
        .sort(),
    );
    const text = JSON.stringify(crate);
    for (const part of [digest, scenarioHash, engineVersion]) expect(text).toContain(String(part));
    expect(crate["@graph"].find((entity) => entity["@id"] === "#seeds")).toMatchObject({ value: "1 2" });
    const written = readFileSync("results/ro-crate-metadata.json");
    await call(["run", "tiny.yaml", "--out", "elsewhere"]);
    expect(readFileSync("elsewhere/ro-crate-metadata.json").equals(written)).toBe(true);
  });

  it("is found damaged where its description was changed, and reproduces with it", async () => {
    await call(["run", "tiny.yaml", "--seed", "1", "--out", "results"]);
    expect((await call(["reproduce", "results"])).out).toBe("identical\n");
    const path = "results/ro-crate-metadata.json";
    writeFileSync(path, readFileSync(path, "utf8").replace("tiny", "tidy"));
    const { code, err } = await call(["verify", "results"]);
    expect([code, err]).toEqual([5, expect.stringContaining("ro-crate-metadata.json has been changed")]);
  });

  it("says how to cite it when its page is drawn", async () => {
    const { digest, scenarioHash } = await callJson(["run", "tiny.yaml", "--out", "results"]);
    const { err } = await call(["report", "results"]);
    const line = err.split("\n").find((each) => each.startsWith("Cite as: "));
    expect(line).toMatch(
      /^Cite as: caremarket contributors \(\d{4}\)\. caremarket \d+\.\d+\.\d+ \[software\]\. Results: A tiny market; /,
    );
    expect(line).toContain(`scenario tiny (${String(scenarioHash).slice(0, 8)}), seeds 1,2, engine `);
    expect(line).toContain(`digest ${String(digest)}.`);
    expect((await callJson(["report", "results"]))["citation"]).toBe(line?.slice("Cite as: ".length));
  });
});

describe("a sweep's folder", { timeout: 60_000 }, () => {
  it("names its parts once it is finished, and status says how to cite it", async () => {
    writeSmall();
    const { digest } = await callJson(["sweep", "small.yaml", "--out", "results"]);
    const root = expectCrate(crateIn("results"));
    expect(root["description"]).toContain("Does it hold?");
    expect(partsIn("results", root)).toEqual([
      "cells/",
      "design.json",
      "report.html",
      "runs.parquet",
      "summary.json",
      "yearly.parquet",
    ]);
    const { citation } = await callJson(["status", "results"]);
    expect(citation).toMatch(/Results: A small sweep; sweep small \([0-9a-f]{8}\), seeds 1,2, engine \S+, digest /);
    expect(citation).toContain(String(digest));
    expect((await call(["status", "results"])).out).toContain(`Cite as  ${String(citation)}`);
    expect((await callJson(["report", "results"]))["citation"]).toBe(citation);
    expect((await call(["verify", "results"])).code).toBe(0);
    await callJson(["extend", "results", "--seeds", "1-3"]);
    expect(JSON.stringify(crateIn("results"))).not.toContain(String(digest));
  });
});

describe("a citation", () => {
  it("names what has no title by its name, and seeds the shortest way", () => {
    const about = { kind: "run", name: "n", title: "", hash: "0123456789", digest: "d" } as const;
    expect(citationOf({ ...about, engineVersion: "1.2.3+abc", seeds: ["1", "2", "3", "x"] })).toBe(
      `caremarket contributors (${SOFTWARE.released.slice(0, 4)}). caremarket 1.2.3 [software]. ` +
        "Results: n; scenario n (01234567), seeds 1-3,x, engine 1.2.3+abc, digest d.",
    );
  });
});
