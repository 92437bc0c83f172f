/** A report that left its folder: which runs it is of, as the page itself says, and what is needed to make them again. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { attempt } from "./file-errors.ts";
import { Failure } from "./failure.ts";
import { refuseOther } from "./own-file.ts";
import { MANIFEST } from "./store/manifest.ts";
import { isSweepFolder } from "./sweep/design.ts";

export interface PublishedPage {
  readonly path: string;
  readonly kind: "run" | "sweep" | "comparison";
  /** What was run, by name. */
  readonly name: string;
  /** Of the scenario or the design. */
  readonly hash: string;
  readonly engineVersion: string;
  readonly digest: string;
  /** The line that makes the runs again, from beside their file. */
  readonly line: string;
  readonly text: string;
}

/** The page in a file, or undefined for anything else, and for a page in the folder of its results. */
export function publishedPage(named: string): PublishedPage | undefined {
  if (!/\.html?$/i.test(named) || !isFile(named)) return undefined;
  if (isAtHome(named)) return undefined;
  const text = attempt("read", named, () => readFileSync(named, "utf8"));
  const identity = identityOf(text);
  return identity === undefined ? undefined : pageOf(named, text, identity);
}

/** Where a page is to be drawn beside its results: over a page of ours, and over nothing that results are kept in. */
export function refuseOtherPage(path: string): void {
  const isOurs = (text: string): boolean => !isAtHome(path) && identityOf(text) !== undefined;
  const what = isAtHome(path) ? "page that has left its results" : "page of caremarket";
  refuseOther(path, { what, isOurs, otherwise: "Choose another file with --out." });
}

/** The name is that of the page in a folder of results. */
function isAtHome(named: string): boolean {
  const folder = dirname(named);
  return basename(named) === "report.html" && (existsSync(join(folder, MANIFEST)) || isSweepFolder(folder));
}

function identityOf(page: string): Readonly<Record<string, unknown>> | undefined {
  const found = /<script type="application\/json" id="report-data">([\s\S]*?)<\/script>/.exec(page);
  return found === null ? undefined : identityIn(found[1]);
}

function identityIn(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { identity } = JSON.parse(json) as { readonly identity?: Readonly<Record<string, unknown>> };
    return typeof identity === "object" ? identity : undefined;
  } catch {
    return undefined;
  }
}

function pageOf(path: string, text: string, identity: Readonly<Record<string, unknown>>): PublishedPage {
  const said = (name: string): string => {
    const value = identity[name];
    return typeof value === "string" ? value : "";
  };
  const kind = said("Run digest") !== "" ? "run" : said("Sweep") !== "" ? "sweep" : "comparison";
  return {
    path,
    kind,
    name: said({ run: "Scenario", sweep: "Sweep", comparison: "Compared" }[kind]).replace(/\.yaml$/, ""),
    hash: said("Scenario hash (SHA-256)"),
    engineVersion: said("Engine version").replace(/, commit .*$/, ""),
    digest: said("Run digest") + said("Digest of all runs"),
    line: said("Reproduce"),
    text,
  };
}

/** The page alone does not hold what its runs need: which folder has it, and how it travels. */
export function needsFolder({ path, kind, name, digest, line }: PublishedPage, why: string): Failure {
  const what = kind === "run" ? `the run ${name}` : kind === "sweep" ? `the sweep ${name}` : "a comparison";
  const again = line.startsWith("caremarket ") && !line.endsWith(" .") ? [`Or make the runs anew: ${line}`] : [];
  return new Failure(
    "invalid",
    `${path} is a page of ${what}, and cannot be made again alone: ${why}`,
    [
      `Needed is the results folder with digest ${digest}, or a replay bundle of it.`,
      "Whoever has that folder makes the bundle, and you check it: caremarket bundle <folder>; caremarket reproduce <bundle>",
      ...again,
    ],
    { digest, kind },
  );
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
