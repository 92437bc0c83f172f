/** A sweep file becomes arms: each a resolved scenario, told apart by its settings and known by its hash. */
import type { Dated } from "../../model/levers/parameter.ts";
import { hashScenario } from "../../simulation/scenario/canonical.ts";
import type { Lookup } from "../../simulation/scenario/chain.ts";
import type { ScenarioText } from "../../simulation/scenario/file.ts";
import { type Problem, Report } from "../../simulation/scenario/problem.ts";
import { resolve } from "../../simulation/scenario/resolve.ts";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import { vary } from "../../simulation/scenario/vary.ts";
import { datesOf } from "../../simulation/timetable.ts";
import type { Sampling, SweepArm, SweepAxis } from "../sweep-results.ts";
import { readSweep, type SweepFile } from "./file.ts";
import { sayCouncils } from "./council.ts";
import { sayOfDates } from "./dates.ts";
import { sayEqual } from "./equal.ts";
import { isSampled, pointsOf } from "./points.ts";
import type { AxisValue } from "./value.ts";

export type Values = ResolvedScenario["values"];

/** An arm, and the parameters in which it differs from the reference arm. */
export interface PlannedArm extends SweepArm {
  readonly changes: Readonly<Record<string, readonly Dated<number | string>[]>>;
}

/** All that there is to run, complete in itself: no file is needed to run it, extend it or check it. */
export interface SweepPlan {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly notes: string;
  readonly design: string;
  /** Of a sampled design. */
  readonly sampling?: Sampling;
  readonly axes: readonly SweepAxis[];
  /** Parameter path -> the axes that set it, by name; folders of earlier versions do not say. */
  readonly setBy?: Readonly<Record<string, readonly string[]>>;
  /** Where all arms happen, if it was asked for in place of what the files say. */
  readonly council?: string;
  /** The reference arm's scenario. */
  readonly scenario: ResolvedScenario;
  readonly arms: readonly PlannedArm[];
  readonly reference: number;
  readonly seeds: readonly string[];
  readonly years: readonly string[];
  /** The measures that a reader should see first. */
  readonly measures: readonly string[];
}

export interface PlanInput {
  readonly entry: ScenarioText;
  readonly lookup: Lookup;
  /** Keys of the measures there are. */
  readonly measures: readonly string[];
  /** Seeds as typed, in place of the file's. */
  readonly seeds?: string;
  /** The council that all arms happen in, as typed, in place of the files' own. */
  readonly council?: string;
}

export type Planned =
  | { readonly ok: true; readonly plan: SweepPlan; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The arms of a sweep file, or every problem there is with it. Never throws on account of the text. */
export function planSweep(input: PlanInput): Planned {
  const report = new Report();
  const file = readSweep(input.entry, input.measures, report);
  if (file === undefined) return { ok: false, problems: report.problems };
  if (input.council !== undefined) sayCouncils(file, report);
  const bases = new Bases(file, input, report);
  const first = bases.of({});
  // Every file that the sweep names is read before anything is said, each by itself: all that is wrong comes at once.
  for (const { scenario, council } of file.axes.flatMap(({ values }) => values)) {
    if (scenario !== undefined) bases.of({ scenario });
    if (council !== undefined) bases.of({ council });
  }
  if (first !== undefined) sayOfDates(file, first, report);
  if (first === undefined || !report.isClean) return { ok: false, problems: report.problems };
  const rows = rowsOf(file, bases, report);
  if (rows === undefined || !report.isClean) return { ok: false, problems: report.problems };
  const { council } = input;
  const plan = { ...armsOf(file, rows, bases, report), ...(council === undefined ? {} : { council }) };
  return report.isClean ? { ok: true, plan, warnings: report.warnings } : { ok: false, problems: report.problems };
}

/** The arm's scenario: the reference arm's with the arm's own changes. */
export const scenarioOf = (
  plan: Pick<SweepPlan, "scenario">,
  { changes }: Pick<PlannedArm, "changes">,
): ResolvedScenario => ({
  ...plan.scenario,
  values: { ...plan.scenario.values, ...changes },
});

/** What arms start from, each resolved once. */
class Bases {
  private readonly known = new Map<string, ResolvedScenario | undefined>();
  private readonly said = new Set<string>();
  private readonly file: SweepFile;
  private readonly input: PlanInput;
  private readonly report: Report;

  constructor(file: SweepFile, input: PlanInput, report: Report) {
    this.file = file;
    this.input = input;
    this.report = report;
  }

  of({ scenario = this.file.scenario, council = this.file.council }: Pick<AxisValue, "scenario" | "council">) {
    const key = `${scenario} ${council ?? ""}`;
    if (!this.known.has(key)) this.known.set(key, this.resolved(scenario, council));
    return this.known.get(key);
  }

  private resolved(scenario: string, council: string | undefined): ResolvedScenario | undefined {
    const { file, input, report } = this;
    const { name, title, question, source, notes, seeds } = file;
    const text = JSON.stringify({
      format: 1,
      name,
      ...Object.fromEntries(Object.entries({ title, question, source, notes }).filter(([, each]) => each !== "")),
      extends: scenario,
      ...(council === undefined ? {} : { council }),
      ...file.run,
      // Seeds that are wrong have been said already.
      ...(seeds === undefined || seeds.length === 0 ? {} : { seeds }),
    });
    const flags = input.seeds === undefined ? {} : { seeds: input.seeds };
    const asked = input.council === undefined ? {} : { council: input.council };
    const found = resolve({ entry: { name: file.file, text }, lookup: input.lookup, flags, ...asked });
    if (found.ok) return vary(found.scenario, file.variations);
    for (const problem of found.problems) {
      // What the made-up text says stands in the sweep file, under another key.
      const isOwn = problem.file === file.file;
      const isCouncil = problem.path === "council";
      const isOfAxis = isCouncil ? council !== file.council : scenario !== file.scenario;
      const place = isOwn ? file.placeOf(isOfAxis ? "axes" : isCouncil ? "council" : "scenario") : problem;
      const path = isOwn && problem.path === "extends" ? "scenario" : problem.path;
      // The same files stand behind many arms.
      const key = JSON.stringify([place.file, place.line, place.column, path, problem.message, problem.found]);
      if (this.said.has(key)) continue;
      this.said.add(key);
      report.add(place, path, problem.message, problem);
    }
    return undefined;
  }
}

type Row = readonly AxisValue[];

interface Rows {
  /** One an arm. */
  readonly rows: readonly Row[];
  readonly reference: number;
  readonly sampling: Sampling | undefined;
}

/** The values of every arm, each row once, the reference among them. */
function rowsOf(file: SweepFile, bases: Bases, report: Report): Rows | undefined {
  const wanted = file.axes.map((axis): AxisValue => {
    const given = file.reference[axis.name];
    const named = axis.values.find(({ value }) => value === given) ?? axis.values.at(0);
    return named ?? standing(bases, axis.at(0), given);
  });
  const rows = pointsOf(file, wanted);
  const byKey = new Map<string, Row>();
  for (const row of rows) byKey.set(keyOf(row), row);
  // Trajectories cross each other on their grid: nobody asked for a row twice.
  if (byKey.size < rows.length && file.trajectories === undefined) {
    const message = `${rows.length - byKey.size} arms stand there more than once and are merged`;
    report.add(file.placeOf("axes"), "axes", message, { kind: "warning" });
  }
  const key = keyOf(wanted);
  if (!byKey.has(key)) byKey.set(key, wanted);
  const arms = new Map([...byKey.keys()].map((each, arm) => [each, arm]));
  const places = rows.map((row) => arms.get(keyOf(row)) ?? 0);
  return { rows: [...byKey.values()], reference: arms.get(key) ?? 0, sampling: samplingOf(file, places) };
}

function samplingOf(
  { design, designSeed, trajectories, axes }: SweepFile,
  rows: readonly number[],
): Sampling | undefined {
  if (!isSampled(design)) return undefined;
  const named = (isCrossed: boolean): readonly string[] =>
    axes.filter(({ crossed }) => crossed === isCrossed).map(({ name }) => name);
  const size = trajectories === undefined ? {} : { trajectories };
  const ranges = Object.fromEntries(
    axes.flatMap(({ name, range }) => (range === undefined ? [] : [[name, { from: range.from, to: range.to }]])),
  );
  return { design, seed: designSeed, ...size, axes: named(false), ranges, crossed: named(true), rows };
}

const keyOf = (row: Row): string => JSON.stringify(row.map(({ value }) => value));

/** A sampled axis at the reference: the value given, or the one that the scenario has anyway. */
function standing(bases: Bases, sample: AxisValue, given: number | string | undefined): AxisValue {
  const [{ from, settings }] = sample.variations;
  if (typeof given === "number") {
    const setTo = settings.map((setting) => ({ ...setting, value: given }));
    return { value: given, text: String(given), variations: [{ from, settings: setTo }] };
  }
  const steps = bases.of({})?.values[settings[0].leaf.path] ?? [];
  const value = steps.filter((step) => step.from <= from).at(-1)?.value ?? steps[0]?.value ?? 0;
  return { value, text: `${value} as it is`, variations: [] };
}

function armsOf(file: SweepFile, { rows, reference, sampling }: Rows, bases: Bases, report: Report): SweepPlan {
  const scenarios = rows.map((row) => {
    const chosen = Object.assign(
      {},
      ...row.map(({ scenario, council }) => ({ ...(scenario && { scenario }), ...(council && { council }) })),
    );
    const base = bases.of(chosen);
    return (
      base &&
      vary(
        base,
        row.flatMap(({ variations }) => variations),
      )
    );
  });
  const standard = scenarios[reference] ?? bases.of({});
  if (standard === undefined) throw new Error("the scenario of the sweep is gone");
  const arms = rows.map((row, index): PlannedArm => {
    const scenario = scenarios[index] ?? standard;
    if (!isSameRun(scenario, standard)) {
      const found = `${scenario.weeks} weeks from ${scenario.start}`;
      report.add(file.placeOf("axes"), "axes", "has scenarios that cover different weeks", {
        found,
        allowed: `${standard.weeks} weeks from ${standard.start}`,
        suggestion: "say start, weeks and burnInWeeks in the sweep",
      });
    }
    return {
      index,
      label: row.map(({ text }, axis) => `${file.axes[axis].label} ${text}`).join(", "),
      settings: Object.fromEntries(row.map(({ value }, axis) => [file.axes[axis].name, value])),
      scenarioHash: hashScenario(scenario),
      changes: changesBetween(standard.values, scenario.values),
    };
  });
  sayEqual(arms, file, report);
  const { name, title, question, source, notes, design, measures } = file;
  const axes = file.axes.map(({ name: axis, label, unit, kind }, index): SweepAxis => {
    return {
      name: axis,
      label,
      unit,
      kind,
      values: valuesOf(
        rows.map((row) => row[index]),
        file.axes[index].values,
      ),
    };
  });
  const { seeds } = standard;
  const years = datesOf(standard).years;
  const about = { name, title, question, source, notes, design, measures };
  const drawn = sampling === undefined ? {} : { sampling };
  const setBy = settersOf(rows, axes, bases);
  return { ...about, ...drawn, axes, setBy, scenario: standard, arms, reference, seeds, years };
}

/** What each axis sets: its own levers, and whatever its scenarios or councils have otherwise than the sweep's own. */
function settersOf(rows: readonly Row[], axes: readonly SweepAxis[], bases: Bases): NonNullable<SweepPlan["setBy"]> {
  const own = bases.of({})?.values ?? {};
  const setters: Record<string, string[]> = {};
  for (const [index, { name }] of axes.entries()) {
    const values = new Map(rows.map((row) => [row[index].value, row[index]])).values();
    const paths = [...values].flatMap((value) => [
      ...value.variations.flatMap(({ settings }) => settings.map(({ leaf }) => leaf.path)),
      ...((value.scenario ?? value.council) ? Object.keys(changesBetween(own, bases.of(value)?.values ?? own)) : []),
    ]);
    for (const path of new Set(paths)) (setters[path] ??= []).push(name);
  }
  return Object.fromEntries(Object.entries(setters).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The axis's own values in their order; of a sampled axis those drawn, ascending. */
function valuesOf(used: Row, given: Row): readonly (number | string)[] {
  if (given.length > 0) return given.map(({ value }) => value);
  return [...new Set(used.map(({ value }) => Number(value)))].sort((left, right) => left - right);
}

const isSameRun = (a: ResolvedScenario, b: ResolvedScenario): boolean =>
  a.start === b.start && a.weeks === b.weeks && a.burnInWeeks === b.burnInWeeks;

/** Every parameter whose path through time is not the same. */
function changesBetween(from: Values, to: Values): PlannedArm["changes"] {
  const paths = Object.keys(to).filter(
    (path) => to[path] !== from[path] && JSON.stringify(to[path]) !== JSON.stringify(from[path]),
  );
  return Object.fromEntries(paths.map((path) => [path, to[path]]));
}
