/** A file brings its council and its parents with it: at most ten, in no circle. */
import { quote } from "./characters.ts";
import { type FileKind, type Named, readFile, type ScenarioFile, type ScenarioText } from "./file.ts";
import { didYouMean } from "./nearest.ts";
import type { Report } from "./problem.ts";
import type { Registry } from "./registry.ts";

/** A file found by its bare name, or why there is none; `known` names what there is. */
export type Found =
  | { readonly ok: true; readonly file: ScenarioText }
  | {
      readonly ok: false;
      readonly message: string;
      readonly kind?: "invalid" | "refused";
      readonly known?: readonly string[];
    };

/** Asks the host for a file. The name is a slug: the host looks beside the asking file, then among the shipped ones. */
export type Lookup = (kind: FileKind, name: string, fromFile: string) => Found;

export const MOST_PARENTS = 10;

export interface Chain {
  readonly entry: ScenarioFile;
  /** In the order they apply: the council, the parents from the root on, and the entry. */
  readonly files: readonly ScenarioFile[];
}

/**
 * Every file that makes a scenario, read once each; a council that is asked for takes the place of the files' own.
 * Undefined where the entry itself cannot be read.
 */
export function chainOf(
  source: ScenarioText,
  lookup: Lookup,
  registry: Registry,
  report: Report,
  asked?: Named,
): Chain | undefined {
  const entry = readFile(source, "scenario", registry, report);
  if (entry === undefined) return undefined;
  const scenarios = [entry];
  for (let last = entry; last.extends !== undefined;) {
    const parent = parentOf(last, last.extends, scenarios, lookup, registry, report);
    if (parent === undefined) break;
    scenarios.unshift(parent);
    last = parent;
  }
  const council = councilOf(scenarios, asked, lookup, registry, report);
  return { entry, files: council === undefined ? scenarios : [council, ...scenarios] };
}

function parentOf(
  child: ScenarioFile,
  named: Named,
  scenarios: readonly ScenarioFile[],
  lookup: Lookup,
  registry: Registry,
  report: Report,
): ScenarioFile | undefined {
  const source = ask("scenario", [child.file], named, lookup, report);
  if (source === undefined) return undefined;
  if (scenarios.some((each) => each.file === source.name)) {
    const circle = [...scenarios.map((each) => each.texts.name).reverse(), named.name];
    const found = circle.slice(circle.indexOf(named.name)).join(" → ");
    report.add(named.at, "extends", "goes round in a circle", { found, suggestion: "let one of them extend nothing" });
    return undefined;
  }
  if (scenarios.length > MOST_PARENTS) {
    report.add(named.at, "extends", "has too many parents", {
      kind: "refused",
      found: `more than ${MOST_PARENTS}`,
      allowed: `${MOST_PARENTS}`,
    });
    return undefined;
  }
  return readFile(source, "scenario", registry, report);
}

/**
 * The council that is asked for, which may stand beside the file or where it is asked for; else the one that the nearest
 * file to the entry names.
 */
function councilOf(
  scenarios: readonly ScenarioFile[],
  asked: Named | undefined,
  lookup: Lookup,
  registry: Registry,
  report: Report,
): ScenarioFile | undefined {
  const child = scenarios.filter((each) => asked !== undefined || each.council !== undefined).at(-1);
  const named = asked ?? child?.council;
  if (child === undefined || named === undefined) return undefined;
  const froms = asked === undefined ? [child.file] : [child.file, asked.at.file];
  const source = ask("council", froms, named, lookup, report);
  return source && readFile(source, "council", registry, report);
}

/** @param froms beside which files to look, one after another */
function ask(
  kind: FileKind,
  froms: readonly string[],
  named: Named,
  lookup: Lookup,
  report: Report,
): ScenarioText | undefined {
  const { name } = named;
  const all = froms.map((from) => lookup(kind, name, from));
  const found = all.find(({ ok }) => ok) ?? all[0];
  if (found.ok) return found.file;
  const known = [...new Set(all.flatMap((each) => (each.ok ? [] : (each.known ?? []))))];
  report.add(named.at, kind === "council" ? "council" : "extends", found.message, {
    kind: found.kind ?? "invalid",
    found: quote(name),
    // Councils are few: all of them help more than a guess.
    allowed: kind === "council" ? known.join(", ") : "",
    suggestion: didYouMean(name, known),
  });
  return undefined;
}

/** A lookup among files in memory, by bare name: how a page, or a test, hands in what it was built with. */
export function lookupAmong(
  scenarios: Readonly<Record<string, string>>,
  councils: Readonly<Record<string, string>> = {},
): Lookup {
  return (kind, name) => {
    const texts = kind === "council" ? councils : scenarios;
    if (!Object.hasOwn(texts, name)) {
      return { ok: false, message: `there is no ${kind} of this name`, known: Object.keys(texts) };
    }
    return { ok: true, file: { name: `${kind === "council" ? "councils/" : ""}${name}.yaml`, text: texts[name] } };
  };
}
