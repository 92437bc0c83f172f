/**
 * Results describe themselves to archives and catalogues: an RO-Crate 1.1 metadata file (https://w3id.org/ro/crate/1.1)
 * that names every file, the question, the software that made them, and how to cite them. It holds no clock and no
 * machine; its date is the release date of the software, since the same version gives the same bytes on any day.
 */
import { canonicalJson } from "../store/canonical-json.ts";
import { citationOf, type Cited, SOFTWARE } from "./citation.ts";

export const CRATE = "ro-crate-metadata.json";

export interface CrateSubject extends Cited {
  readonly question: string;
  /** Where the question comes from. */
  readonly source: string;
  /** The command line that makes the results again. */
  readonly command: string;
  /** Checksum of the texts and settings of a run, and of where each was set: of everything that no other hash holds. */
  readonly settings?: string;
  /** Names of the files and folders that are there, this one left out. */
  readonly parts: readonly string[];
}

type Entity = Readonly<Record<string, unknown>>;

const PARQUET = "application/vnd.apache.parquet";
const JSON_TYPE = "application/json";
const HTML = "text/html";

interface Part {
  readonly format: string;
  readonly words: string;
}

/** Whatever a results folder of either kind can hold. */
const PARTS: Readonly<Record<string, Part>> = Object.freeze({
  "design.json": {
    format: JSON_TYPE,
    words: "Every arm of the sweep with its settings and its scenario, and the seeds",
  },
  "dictionary.json": {
    format: JSON_TYPE,
    words: "What every measure, column, event and parameter means, with its unit",
  },
  "events.parquet": { format: PARQUET, words: "Decisions and turning points: who, when, how much and why" },
  "manifest.json": {
    format: JSON_TYPE,
    words: "The resolved scenario, the seeds, the digests and the checksum of every file",
  },
  "people.parquet": { format: PARQUET, words: "One row for each simulated person; nobody in it is real" },
  "report.html": { format: HTML, words: "The answer with charts and tables, as one page that opens offline" },
  "runs.parquet": { format: PARQUET, words: "A row a run: arm, settings, seed, whether it is done, digest" },
  "summary.json": { format: JSON_TYPE, words: "The headline figures or the digest of everything" },
  "weekly.parquet": { format: PARQUET, words: "A row a run and week, a column a measure" },
  "yearly.parquet": { format: PARQUET, words: "A row a run and financial year, a column a measure" },
  "replays/": { format: "", words: "A scenario file for each run that failed, to run it again by itself" },
  "cells/": {
    format: "",
    words: "One file a run, with every measure by year and some by week; its people beside it where they are kept",
  },
});

/** The text of the metadata file. */
export function crateOf(subject: CrateSubject): string {
  const parts = subject.parts.map(partOf);
  const inputs = inputsOf(subject);
  const graph: readonly Entity[] = [
    {
      "@id": CRATE,
      "@type": "CreativeWork",
      about: to("./"),
      conformsTo: to("https://w3id.org/ro/crate/1.1"),
    },
    rootOf(subject, parts),
    ...parts,
    {
      "@id": "#run",
      "@type": "CreateAction",
      name: `${subject.kind === "sweep" ? "Sweep" : "Runs"} of ${subject.name}`,
      description: `Made again by: ${subject.command}`,
      instrument: to("#caremarket"),
      object: inputs.map(toEntity),
      result: to("./"),
    },
    ...inputs,
    valued("#digest", "digest of all results", subject.digest),
    ...makersOf(subject),
    {
      "@id": "#licence",
      "@type": "CreativeWork",
      name: "Terms of these results",
      description: "Whoever made these results decides on what terms they are shared; nothing is decided here.",
    },
  ];
  return canonicalJson({ "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph });
}

/** The profile asks for a date, and results have none of their own. */
const UNDATED =
  "datePublished is the release date of the software and not of these results, which carry no date so that the same version gives the same bytes on any day: whoever publishes them puts in theirs.";

function rootOf(subject: CrateSubject, parts: readonly Entity[]): Entity {
  const { name, title, question, source, kind } = subject;
  const described = question === "" ? `Results of the ${kind === "sweep" ? "sweep" : "scenario"} ${name}.` : question;
  return {
    "@id": "./",
    "@type": "Dataset",
    name: title === "" ? name : title,
    description: `${described} Simulated results of an agent-based model: not observed data, and no forecast. ${UNDATED}`,
    datePublished: SOFTWARE.released,
    license: to("#licence"),
    identifier: to("#digest"),
    creditText: citationOf(subject),
    ...(source === "" ? {} : { isBasedOn: source }),
    keywords: "agent-based model, adult social care, policy simulation",
    hasPart: parts.map(toEntity),
    mentions: to("#run"),
  };
}

/** What decides every figure, beside the software. */
const inputsOf = ({ kind, hash, seeds, settings }: CrateSubject): readonly Entity[] => [
  valued("#hash", kind === "sweep" ? "hash of the design (SHA-256)" : "hash of the resolved scenario (SHA-256)", hash),
  valued("#seeds", "seeds", seeds.join(" ")),
  ...(settings === undefined
    ? []
    : [valued("#settings", "checksum of the texts and settings, and of where each was set (SHA-256)", settings)]),
];

const LICENCE = `https://spdx.org/licenses/${SOFTWARE.license}`;

const makersOf = ({ engineVersion }: CrateSubject): readonly Entity[] => [
  {
    "@id": "#caremarket",
    "@type": "SoftwareApplication",
    name: SOFTWARE.name,
    version: engineVersion,
    author: to("#contributors"),
    license: to(LICENCE),
  },
  { "@id": "#contributors", "@type": "Organization", name: SOFTWARE.authors },
  {
    "@id": LICENCE,
    "@type": "CreativeWork",
    name: "Apache License 2.0",
    description: "The licence of the software that made these results",
  },
];

const valued = (id: string, name: string, value: string): Entity => ({
  "@id": id,
  "@type": "PropertyValue",
  name,
  value,
});

const toEntity = (entity: Entity): Entity => to(String(entity["@id"]));

const to = (id: string): Entity => ({ "@id": id });

function partOf(name: string): Entity {
  const part = PARTS[name];
  if (part === undefined) throw new RangeError(`${name} has no words in the description of results`);
  if (name.endsWith("/")) return { "@id": name, "@type": "Dataset", name, description: part.words };
  return { "@id": name, "@type": "File", name, description: part.words, encodingFormat: part.format };
}
