/** What a command line says is the last layer: `--set path=value`, `--set path@date=value`, and the run's own flags. */
import { daysFromIso } from "../../kernel/calendar.ts";
import { quote, reveal } from "./characters.ts";
import { checkShape } from "./check.ts";
import { runOf, sayTwice } from "./file.ts";
import type { Change, Layer, Origin, RunSettings } from "./layer.ts";
import { NO_PLACE, type Place, type Report } from "./problem.ts";
import { type Located, read } from "./read.ts";
import type { Registry } from "./registry.ts";
import { rewriteDate } from "./rewrite.ts";
import { allowedAtPath, settingsOf } from "./settings.ts";
import { FORMAT } from "./shape.ts";

/** The run's flags as they were typed. */
export type RunFlags = { readonly [K in keyof RunSettings]?: string | number };

const originOf = (at: Place): Origin => ({ by: "flag", flag: at.file });

/** The layer of the command line. */
export function flagLayer(set: readonly string[], flags: RunFlags, registry: Registry, report: Report): Layer {
  const said = set.map((argument) => changeOf(argument, registry, report)).filter((change) => change !== undefined);
  sayTwice(said, report);
  return {
    originOf,
    settings: said.filter((change) => change.from === "").flatMap((change) => change.settings),
    changes: said.filter((change) => change.from !== ""),
    run: runFlags(flags, registry, report),
  };
}

const ARGUMENT = /^\s*([^=@]+?)\s*(?:@([^=]*))?=(.*)$/s;

/** One `--set`, as a change; from "" where it has no date. */
function changeOf(argument: string, registry: Registry, report: Report): Change | undefined {
  const at: Place = { ...NO_PLACE, file: `--set ${reveal(argument, 80)}` };
  const parts = ARGUMENT.exec(argument);
  if (parts === null) {
    report.add(at, "", "is not a setting", { found: quote(argument), allowed: "path=value, or path@2016-04-01=value" });
    return undefined;
  }
  const [, path, from, text] = parts;
  const isDated = from !== undefined;
  const isDate = !isDated || !Number.isNaN(daysFromIso(from));
  if (!isDate) {
    const allowed = "a date such as 2016-04-01";
    report.add(at, path, "is not a real date", { found: quote(from), allowed, suggestion: rewriteDate(from) });
  }
  const value = read(text, { at }, report, (below) =>
    allowedAtPath(below === "" ? path : `${path}.${below}`, registry),
  );
  if (value === undefined) return undefined;
  const content = new Map([[path, value]]);
  const settings = settingsOf({ at, keyAt: at, content, shown: "a map", isBad: false }, "", registry, report);
  return isDate ? { from: from ?? "", at, path, settings } : undefined;
}

const flagName = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function runFlags(flags: RunFlags, registry: Registry, report: Report): Layer["run"] {
  const keys = new Map<string, Located>();
  for (const [key, given] of Object.entries(flags)) {
    if (given === undefined) continue;
    const at: Place = { ...NO_PLACE, file: flagName(key) };
    const text = String(given);
    // A command line writes lists of seeds without brackets.
    const value = read(key === "seeds" && /^[^[].*,/.test(text) ? `[${text}]` : text, { at }, report);
    if (value !== undefined) keys.set(key, value);
  }
  const root: Located = { at: NO_PLACE, keyAt: NO_PLACE, content: keys, shown: "a map", isBad: false };
  const format: Located = { ...root, content: FORMAT };
  const isGood = checkShape({ ...root, content: new Map([...keys, ["format", format]]) }, registry, report);
  return runOf((key) => (isGood(key) && keys.get(key)?.isBad !== true ? keys.get(key) : undefined), originOf, report);
}
