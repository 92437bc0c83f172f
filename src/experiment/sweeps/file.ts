/** A sweep file, read and checked as a scenario file is: every problem at once, each where it stands. */
import { checkShape } from "../../simulation/scenario/check.ts";
import { didYouMean } from "../../simulation/scenario/nearest.ts";
import type { Place, Report } from "../../simulation/scenario/problem.ts";
import { type Located, read } from "../../simulation/scenario/read.ts";
import { type Registry, REGISTRY } from "../../simulation/scenario/registry.ts";
import { seedsOf, warnOfOneSeed } from "../../simulation/scenario/seeds.ts";
import type { ScenarioText } from "../../simulation/scenario/file.ts";
import type { Variation } from "../../simulation/scenario/vary.ts";
import { type AxisReading, axisOf, type DatedPlace, variationsOf } from "./axis.ts";
import { sayTooLarge } from "./size.ts";
import { type Designed, isSampled, SIZE_KEYS, sizeKeyOf } from "./points.ts";
import { type DesignName, SWEEP, SWEEP_FORMAT } from "./shape.ts";
import type { Axis } from "./value.ts";

export interface SweepFile extends Designed {
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly notes: string;
  /** What every arm starts from, by bare name. */
  readonly scenario: string;
  readonly council: string | undefined;
  readonly run: { readonly start?: string; readonly weeks?: number; readonly burnInWeeks?: number };
  readonly variations: readonly Variation[];
  /** Undefined where the file names none: the scenario's own. */
  readonly seeds: readonly string[] | undefined;
  /** Axis name -> value, of the axes that the file names. */
  readonly reference: Readonly<Record<string, number | string>>;
  readonly hasReference: boolean;
  readonly measures: readonly string[];
  /** Every date that the file names. */
  readonly dates: readonly DatedPlace[];
  /** Where a key stands, for problems that show only later; the head of the file where it is not there. */
  readonly placeOf: (key: string) => Place;
}

type Keys = ReadonlyMap<string, Located>;

/** What a file says; undefined where it says nothing that makes sense. The report says what is wrong. */
export function readSweep(
  source: ScenarioText,
  measures: readonly string[],
  report: Report,
  registry: Registry = REGISTRY,
): SweepFile | undefined {
  const root = read(source.text, { file: source.name }, report);
  if (root === undefined || !isSweep(root, report) || sayTooLarge(root, report)) return undefined;
  const keys = root.content as Keys;
  const isGood = checkShape(root, registry, report, SWEEP);
  const content = (key: string): unknown =>
    isGood(key) && keys.get(key)?.isBad !== true ? keys.get(key)?.content : undefined;
  const text = (key: string): string => {
    const found = content(key);
    return typeof found === "string" ? found.trim() : "";
  };
  const dates: DatedPlace[] = [];
  const reading: AxisReading = { registry, report, isGood, dates };
  const fileName = source.name.replace(/^.*[\\/]/, "").replace(/\.(ya?ml|json)$/i, "");
  const axes = axesOf(keys.get("axes"), reading);
  const seeds = content("seeds") === undefined ? undefined : seedsOf(keys.get("seeds") as Located, report);
  if (seeds !== undefined) warnOfOneSeed(keys.get("seeds") as Located, report);
  const council = text("council");
  const run = Object.fromEntries(
    ["start", "weeks", "burnInWeeks"].map((key) => [key, content(key)]).filter(([, value]) => value !== undefined),
  ) as SweepFile["run"];
  const file: SweepFile = {
    file: source.name,
    name: text("name") || fileName,
    title: text("title") || text("name") || fileName,
    question: text("question"),
    source: text("source"),
    notes: text("notes"),
    scenario: text("scenario") || "baseline",
    council: council === "" ? undefined : council,
    run,
    variations: variationsOf(keys, "", reading),
    axes,
    design: (text("design") || "grid") as DesignName,
    points: content("points") as number | undefined,
    trajectories: content("trajectories") as number | undefined,
    designSeed:
      typeof content("designSeed") === "number" ? `${Number(content("designSeed"))}` : text("designSeed") || "1",
    seeds,
    reference: referenceOf(keys.get("reference"), axes, report),
    hasReference: keys.has("reference"),
    measures: measuresOf(keys.get("measures"), isGood, measures, report),
    dates,
    placeOf: (key) => keys.get(key)?.keyAt ?? root.at,
  };
  sayDesign(file, keys, report);
  return file;
}

function isSweep(root: Located, report: Report): boolean {
  const { content } = root;
  if (!(content instanceof Map)) {
    const message = content === null ? "the file is empty" : "the file must be a map of keys";
    report.add(root.at, "", message, { suggestion: `begin with format: ${SWEEP_FORMAT}` });
    return false;
  }
  const format = (content as Keys).get("format");
  if (typeof format?.content !== "number" || format.isBad || format.content <= SWEEP_FORMAT) return true;
  report.add(format.at, "format", "is newer than this version of caremarket reads", {
    found: format.shown,
    allowed: `${SWEEP_FORMAT}`,
    suggestion: "use a newer version, or the one the file was written for",
  });
  return false;
}

function axesOf(located: Located | undefined, reading: AxisReading): readonly Axis[] {
  const { content } = located ?? {};
  const items: readonly Located[] = Array.isArray(content) ? content : [];
  const axes = items.flatMap((item, index) => axisOf(item, `axes.${index}`, reading) ?? []);
  sayClashes(items, axes, reading.report);
  return axes;
}

/** Two axes of one name, or two that set the same leaf on the same day, cannot be told apart. */
function sayClashes(items: readonly Located[], axes: readonly Axis[], report: Report): void {
  if (axes.length < items.length) return;
  const said = new Map<string, string>();
  for (const [index, axis] of axes.entries()) {
    const samples = axis.values.length > 0 ? axis.values : [axis.at(0)];
    const claims = new Set([`the name ${axis.name}`]);
    for (const { scenario, council, variations } of samples) {
      if (scenario !== undefined) claims.add("the scenario");
      if (council !== undefined) claims.add("the council");
      for (const { from, settings } of variations) {
        for (const { leaf } of settings) claims.add(`${leaf.path}${from === "" ? "" : ` from ${from}`}`);
      }
    }
    for (const claim of claims) {
      const other = said.get(claim);
      if (other === undefined) said.set(claim, axis.name);
      else {
        const message = `decides ${claim}, and so does another axis`;
        report.add(items[index].at, `axes.${index}`, message, { found: other, suggestion: "make them one axis" });
      }
    }
  }
}

function referenceOf(
  located: Located | undefined,
  axes: readonly Axis[],
  report: Report,
): Readonly<Record<string, number | string>> {
  const reference: Record<string, number | string> = {};
  if (!(located?.content instanceof Map)) return reference;
  for (const [name, given] of located.content as Keys) {
    const { content, at, shown, keyAt } = given;
    const axis = axes.find((each) => each.name === name);
    const path = `reference.${name}`;
    if (axis === undefined) {
      const names = axes.map((each) => each.name);
      report.add(keyAt, path, "is not an axis", { allowed: names.join(", "), suggestion: didYouMean(name, names) });
    } else if (axis.values.length > 0 && !axis.values.some(({ value }) => value === content)) {
      const allowed = axis.values.slice(0, 20).map(({ value }) => value);
      report.add(at, path, "is not a value of this axis", { found: shown, allowed: allowed.join(", ") });
    } else if (axis.range !== undefined && typeof content === "string") {
      const suggestion = "leave the axis out where the scenario's own value is meant";
      report.add(at, path, "must be a number", { found: shown, suggestion });
    } else if (typeof content === "number" || typeof content === "string") {
      if (!given.isBad) axis.range?.given(given, path);
      reference[name] = content;
    }
  }
  return reference;
}

function measuresOf(
  located: Located | undefined,
  isGood: (path: string) => boolean,
  known: readonly string[],
  report: Report,
): readonly string[] {
  if (!isGood("measures") || !Array.isArray(located?.content)) return [];
  return (located.content as readonly Located[]).flatMap(({ content, at, shown }, index) => {
    if (typeof content === "string" && known.includes(content)) return [content];
    const suggestion = typeof content === "string" ? didYouMean(content, known) : "";
    report.add(at, `measures.${index}`, "is not a measure", { found: shown, suggestion });
    return [];
  });
}

/** A design needs what it needs: values that can be counted, or how much to draw. */
function sayDesign(file: SweepFile, keys: Keys, report: Report): void {
  const { design, axes, placeOf } = file;
  const wanted = sizeKeyOf(design);
  if (wanted !== undefined && file[wanted] === undefined && !keys.has(wanted)) {
    report.add(placeOf("design"), wanted, "is missing", {
      allowed: "a whole number from 1 to 1000000",
      suggestion: `say how many ${wanted === "points" ? "arms" : "trajectories"} the ${design} design draws, such as ${wanted}: 64`,
    });
  }
  for (const key of SIZE_KEYS) {
    if (key === wanted || file[key] === undefined) continue;
    const message = key === "points" ? "goes with latin-hypercube and sobol only" : "goes with morris and radial only";
    report.add(placeOf(key), key, message, { suggestion: wanted === undefined ? "delete it" : `write ${wanted}` });
  }
  const isDrawn = isSampled(design);
  for (const { name, values, crossed } of axes) {
    if (crossed && !isDrawn) {
      const message = `is crossed, which goes with a sampled design only, and the design is ${design}`;
      report.add(placeOf("axes"), name, message, { suggestion: "delete crossed: grid crosses every axis" });
    }
    if (values.length > 0 || (isDrawn && !crossed)) continue;
    report.add(
      placeOf("axes"),
      name,
      `has no values to count, and ${crossed ? "is crossed" : `the design is ${design}`}`,
      {
        suggestion: crossed ? "give its range steps" : "give its range steps, or choose design: latin-hypercube",
      },
    );
  }
  if (isDrawn && axes.length > 0 && axes.every(({ crossed }) => crossed)) {
    report.add(placeOf("axes"), "axes", `are all crossed, and nothing is left for ${design} to draw`, {
      suggestion: "choose design: grid",
    });
  }
  if (isDrawn) return;
  const counts = axes.map(({ values }) => values.length);
  if (design === "zip" && new Set(counts).size > 1) {
    const found = axes.map(({ name, values }) => `${name} ${values.length}`).join(", ");
    report.add(placeOf("axes"), "axes", "are zipped and must have equally many values", { found });
  }
}
