/** One file: read, held against the shape of a scenario and the registry, and turned into a layer. */
import { quote } from "./characters.ts";
import { checkShape } from "./check.ts";
import type { Change, Layer, Origin, Said } from "./layer.ts";
import type { Place, Report } from "./problem.ts";
import { type Located, read } from "./read.ts";
import type { Registry } from "./registry.ts";
import { rewriteSlug } from "./rewrite.ts";
import { seedsOf, warnOfOneSeed } from "./seeds.ts";
import { allowedAtPath, settingsOf } from "./settings.ts";
import { FIELDS, FORMAT, isSlug } from "./shape.ts";

/** A file as a host hands it in: its name is unique among the files of one resolution, and shown in messages. */
export interface ScenarioText {
  readonly name: string;
  readonly text: string;
}

export type FileKind = "scenario" | "council";

/** The texts of a scenario are about the file that says them: a child does not inherit them. */
export interface Texts {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly notes: string;
}

/** Another file, by its bare name. */
export interface Named {
  readonly name: string;
  readonly at: Place;
}

export interface ScenarioFile {
  readonly file: string;
  readonly texts: Texts;
  readonly extends: Named | undefined;
  readonly council: Named | undefined;
  readonly layer: Layer;
}

type Keys = ReadonlyMap<string, Located>;

/** What a file says, as far as it makes sense; undefined where nothing of it does. The report says what is wrong. */
export function readFile(
  source: ScenarioText,
  kind: FileKind,
  registry: Registry,
  report: Report,
): ScenarioFile | undefined {
  const leverPath = (path: string): string => path.replace(/^(?:changes\.\d+\.)?set\./, "");
  const allowedAt = (path: string): string => allowedAtPath(leverPath(path), registry);
  const root = read(source.text, { file: source.name }, report, allowedAt);
  if (root === undefined || !isOfThisFormat(root, report)) return undefined;
  const keys = root.content as Keys;
  const isGood = checkShape(root, registry, report);
  const good = (key: string): Located | undefined =>
    isGood(key) && keys.get(key)?.isBad !== true ? keys.get(key) : undefined;
  if (kind === "council") sayNotInCouncil(keys, report);
  const seeds = kind === "council" ? undefined : good("seeds");
  if (seeds !== undefined) warnOfOneSeed(seeds, report);
  const originOf = (at: Place): Origin => ({ by: kind, ...at });
  return {
    file: source.name,
    texts: textsOf(source.name, root, good, report),
    extends: kind === "council" ? undefined : namedBy(good("extends")),
    council: kind === "council" ? undefined : namedBy(good("council")),
    layer: {
      originOf,
      settings: settingsIn(keys.get("set"), "set", registry, report),
      changes: changesOf(keys.get("changes"), isGood, registry, report),
      run: kind === "council" ? {} : runOf(good, originOf, report),
    },
  };
}

/** What a file or the flags of a command line say about the run. */
export function runOf(
  good: (key: string) => Located | undefined,
  originOf: (at: Place) => Origin,
  report: Report,
): Layer["run"] {
  const said = <V>(key: string): Said<V> | undefined => {
    const located = good(key);
    return located && { value: located.content as V, origin: originOf(located.at) };
  };
  const start = said<string>("start");
  const weeks = said<number>("weeks");
  const burnInWeeks = said<number>("burnInWeeks");
  const seedsAt = good("seeds");
  const seeds = seedsAt && { value: seedsOf(seedsAt, report), origin: originOf(seedsAt.at) };
  return {
    ...(start && { start }),
    ...(weeks && { weeks }),
    ...(burnInWeeks && { burnInWeeks }),
    ...(seeds && { seeds }),
  };
}

const namedBy = (located: Located | undefined): Named | undefined =>
  typeof located?.content === "string" ? { name: located.content, at: located.at } : undefined;

function isOfThisFormat(root: Located, report: Report): boolean {
  const { content } = root;
  if (content === null) {
    report.add(root.at, "", "the file is empty", { suggestion: `begin with format: ${FORMAT}` });
    return false;
  }
  if (!(content instanceof Map)) {
    report.add(root.at, "", "the file must be a map of keys", {
      found: root.shown,
      suggestion: `begin with format: ${FORMAT}`,
    });
    return false;
  }
  const format = (content as Keys).get("format");
  if (typeof format?.content !== "number" || format.isBad || format.content <= FORMAT) return true;
  report.add(format.at, "format", "is newer than this version of caremarket reads", {
    found: format.shown,
    allowed: `${FORMAT}`,
    suggestion: "use a newer version, or the one the file was written for",
  });
  return false;
}

/** A council is a place: which policy, and how long a run, is for the scenario to say. */
const NOT_IN_COUNCIL: readonly string[] = ["extends", "council", "start", "weeks", "burnInWeeks", "seeds"];

function sayNotInCouncil(keys: Keys, report: Report): void {
  for (const key of NOT_IN_COUNCIL) {
    const located = keys.get(key);
    if (located === undefined) continue;
    report.add(located.keyAt, key, "is not allowed in a council file", { suggestion: "delete it" });
  }
}

function textsOf(file: string, root: Located, good: (key: string) => Located | undefined, report: Report): Texts {
  const text = (key: string): string => {
    const content = good(key)?.content;
    return typeof content === "string" ? content.trim() : "";
  };
  const fileName = file.replace(/^.*[\\/]/, "").replace(/\.(ya?ml|json)$/i, "");
  const name = text("name") || fileName;
  if (!isSlug(name) && !(root.content as Keys).has("name")) {
    const field = FIELDS.get("name");
    report.add(root.at, "name", "is missing, and the file's own name cannot stand for it", {
      found: quote(fileName),
      allowed: field?.allowed ?? "",
      suggestion: rewriteSlug(fileName).replace(/^write /, "write name: "),
    });
  }
  return {
    name,
    title: text("title") || name,
    question: text("question"),
    source: text("source"),
    notes: text("notes"),
  };
}

function settingsIn(set: Located | undefined, base: string, registry: Registry, report: Report): Layer["settings"] {
  return set?.content instanceof Map ? settingsOf(set, base, registry, report) : [];
}

function changesOf(
  changes: Located | undefined,
  isGood: (key: string) => boolean,
  registry: Registry,
  report: Report,
): readonly Change[] {
  if (!Array.isArray(changes?.content)) return [];
  const list: readonly Located[] = changes.content;
  const readable = list.flatMap((item, index): Change[] => {
    if (!(item.content instanceof Map)) return [];
    const keys = item.content as Keys;
    const path = `changes.${index}`;
    const settings = settingsIn(keys.get("set"), `${path}.set`, registry, report);
    const from = keys.get("from");
    if (from === undefined || !isGood(`${path}.from`)) return [];
    return [{ from: from.content as string, at: from.at, path: `${path}.from`, settings }];
  });
  sayTwice(readable, report);
  return readable;
}

/** Two entries of one date are one, unless both set a leaf. */
export function sayTwice(changes: readonly Change[], report: Report): void {
  const said = new Map<string, Place>();
  for (const { from, settings } of changes) {
    for (const { leaf, at } of settings) {
      const key = `${from} ${leaf.path}`;
      const first = said.get(key);
      if (first === undefined) said.set(key, at);
      else {
        const found = `first at ${first.line > 0 ? `${first.line}:${first.column}` : first.file}`;
        const message = `is set twice${from === "" ? "" : ` from ${from}`}`;
        report.add(at, leaf.path, message, { found, suggestion: "keep one" });
      }
    }
  }
}
