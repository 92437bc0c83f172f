/** Every resolved parameter that is not the same in all arms, with each value, who set it, and in which arms it holds. */
import { daysFromIso, isoFromDays, mondayOnOrAfter } from "../kernel/index.ts";
import type { Dated } from "../model/levers/parameter.ts";
import { leaves, reasonOf } from "../model/levers/index.ts";
import { hashScenario, type ResolvedScenario } from "../simulation/index.ts";

export interface ArmScenario {
  readonly scenario: ResolvedScenario;
  /** Parameter path -> which file or option set it; paths left at their default are not listed. */
  readonly origins: Readonly<Record<string, string>>;
}

export interface Variant {
  /** The first from "", then ascending dates. */
  readonly values: readonly Dated<number | string>[];
  readonly origin: string;
  /** Places of the arms in which it holds, ascending. */
  readonly arms: readonly number[];
}

export interface VariedParameter {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** Evidence ids, or a text starting with "assumption". */
  readonly evidence: string;
  readonly variants: readonly Variant[];
}

/** In the order of the registry; the start and length of the run come first where they differ. */
export function variedParameters(arms: readonly ArmScenario[]): readonly VariedParameter[] {
  return [...RUN_SETTINGS.map(runSetting), ...leaves.map(leafSetting)].flatMap(({ valuesOf, ...parameter }) => {
    const variants = variantsOf(arms, parameter.path, valuesOf);
    return variants.length > 1 ? [{ ...parameter, variants }] : [];
  });
}

interface Setting extends Omit<VariedParameter, "variants"> {
  readonly valuesOf: (scenario: ResolvedScenario) => Variant["values"];
}

const RUN_SETTINGS = [
  { path: "start", label: "First recorded Monday", unit: "date" },
  { path: "weeks", label: "Recorded weeks", unit: "weeks" },
  { path: "burnInWeeks", label: "Weeks before the first recorded one", unit: "weeks" },
] as const;

const runSetting = (setting: (typeof RUN_SETTINGS)[number]): Setting => ({
  ...setting,
  evidence: "",
  valuesOf: (scenario) => [{ from: "", value: scenario[setting.path] }],
});

const leafSetting = (leaf: (typeof leaves)[number]): Setting => ({
  path: leaf.path,
  label: leaf.label,
  unit: leaf.unit,
  evidence: reasonOf(leaf),
  valuesOf: (scenario) => scenario.values[leaf.path] ?? [],
});

/** Over which dates arms differ in what is set. */
export interface DifferingStretch {
  /** The first date on which any parameter differs; "" where one does from the start. */
  readonly from: string;
  /** The date from which on none differs any more; left out where one differs for good. */
  readonly until?: string;
}

/**
 * From when until when arms differ in what is set; undefined where they never do. Another start, or other weeks before
 * it, tells arms apart for good; how long they are recorded does not.
 */
export function differingStretch(varied: readonly VariedParameter[]): DifferingStretch | undefined {
  const parameters = varied.filter(({ path }) => path !== "weeks");
  const dates = new Set(parameters.flatMap(({ variants }) => variants.flatMap(({ values }) => values.map(fromOf))));
  const sorted = [...dates].sort();
  const isDiffering = (date: string): boolean =>
    parameters.some(({ variants }) => new Set(variants.map(({ values }) => valueAt(values, date))).size > 1);
  const from = sorted.find(isDiffering);
  if (from === undefined) return undefined;
  const until = sorted[sorted.map(isDiffering).lastIndexOf(true) + 1];
  return until === undefined ? { from } : { from, until };
}

/** A recorded week, from 0, with the Monday on which it begins. */
export interface DatedWeek {
  readonly week: number;
  readonly monday: string;
}

/**
 * The first recorded week in which what is set differs between two scenarios of one start and length; the first of all
 * where it does from the start, or never does within the run.
 */
export function firstDifferingWeek(one: ResolvedScenario, other: ResolvedScenario): DatedWeek {
  const arms = [one, other].map((scenario) => ({ scenario, origins: {} }));
  const from = differingStretch(variedParameters(arms))?.from ?? "";
  const first = daysFromIso(one.start);
  const week = from === "" ? 0 : (mondayOnOrAfter(daysFromIso(from)) - first) / 7;
  return week > 0 && week < one.weeks
    ? { week, monday: isoFromDays(first + 7 * week) }
    : { week: 0, monday: one.start };
}

const fromOf = ({ from }: Variant["values"][number]): string => from;

/** What holds from a date on. */
export const valueAt = (values: Variant["values"], date: string): number | string | undefined =>
  values.filter(({ from }) => from <= date).at(-1)?.value;

/** Equal values set by different hands are one variant where they hold, under the first hand's name. */
function variantsOf(arms: readonly ArmScenario[], path: string, valuesOf: Setting["valuesOf"]): readonly Variant[] {
  const found = new Map<string, { values: Variant["values"]; origin: string; arms: number[] }>();
  for (const [arm, { scenario, origins }] of arms.entries()) {
    const values = valuesOf(scenario);
    const key = JSON.stringify(values);
    const known = found.get(key);
    if (known === undefined) found.set(key, { values, origin: origins[path] ?? "default", arms: [arm] });
    else known.arms.push(arm);
  }
  return [...found.values()];
}

/**
 * Whether the listed parameters are all that tells an arm from the reference: the reference with those of the arm put in
 * has the arm's hash. Anything that is not listed would leave the hashes apart.
 */
export function isCompleteList(
  arms: readonly ArmScenario[],
  reference: number,
  varied: readonly VariedParameter[],
): boolean {
  const base = arms[reference].scenario;
  return arms.every(({ scenario }, arm) => {
    const settings: Record<string, unknown> = {};
    const values: Record<string, Variant["values"]> = { ...base.values };
    for (const { path, variants } of varied) {
      const own = variants.find((variant) => variant.arms.includes(arm));
      if (own === undefined) return false;
      if (path in base.values) values[path] = own.values;
      else settings[path] = own.values[0].value;
    }
    return hashScenario({ ...base, ...settings, values }) === hashScenario(scenario);
  });
}
