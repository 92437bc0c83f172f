/** Small hand-made runs for tests of the store: every type of column, missing values, two kinds of events. */
import { daysFromIso, financialYearLabel, financialYearOf, isoFromDays } from "../../src/kernel/calendar.ts";
import type { MeasureInfo } from "../../src/model/measures/measure.ts";
import type { EngineLegend } from "../../src/node/store/tables.ts";
import type { Described } from "../../src/node/store/write.ts";
import type { RunResult } from "../../src/simulation/result.ts";
import type { ResolvedScenario } from "../../src/simulation/scenario/resolved.ts";

const measure = (key: string, unit: string, yearly: MeasureInfo["yearly"], headline = false): MeasureInfo => ({
  key,
  label: `Label of ${key}`,
  unit,
  sentence: `What ${key} counts.`,
  yearly,
  headline,
});

export const LEGEND: EngineLegend = {
  measures: [
    measure("providers.failed", "providers", "sum", true),
    measure("wages.careWorker", "GBP per hour", "mean", true),
    measure("people.waiting", "people", "last"),
    measure("never.defined", "people", "mean"),
    measure("not.held", "people", "mean"),
  ],
  eventKinds: [
    { code: "provider.failed", sentence: "A provider failed.", unit: "people" },
    { code: "person.crisis", sentence: "A person had a crisis.", unit: "minutes per week" },
  ],
  eventCauses: ["none", "insolvency"],
};

export const SCENARIO: ResolvedScenario = {
  format: 1,
  name: "tiny",
  title: "A tiny market",
  question: "What if?",
  source: "",
  notes: "",
  start: "2010-04-05",
  weeks: 60,
  burnInWeeks: 4,
  seeds: ["1", "2"],
  values: {
    "wages.floor": [
      { from: "", value: 5.8 },
      { from: "2010-10-01", value: 5.93 },
    ],
  },
};

export const described = (seeds: readonly string[], changes: Partial<Described> = {}): Described => ({
  scenario: { ...SCENARIO, seeds },
  scenarioHash: "ab".repeat(32),
  origins: { "wages.floor": "tiny.yaml:3" },
  command: "caremarket run tiny.yaml --seeds 1-2",
  engineVersion: "0.1.0+00000000",
  seeds,
  ...changes,
});

/** A run that depends on its seed alone. */
export function fakeRun(seed: string, weeks = SCENARIO.weeks): RunResult {
  const luck = Array.from(seed).reduce((sum, character) => sum + character.charCodeAt(0), 0);
  const start = daysFromIso(SCENARIO.start);
  const mondays = Array.from({ length: weeks }, (_, week) => isoFromDays(start + 7 * week));
  const labels = mondays.map((monday) => financialYearLabel(financialYearOf(daysFromIso(monday))));
  const years = [...new Set(labels)];
  const yearOfWeek = Int32Array.from(labels, (label) => years.indexOf(label));
  const column = (of: (index: number) => number, length = weeks): Float64Array =>
    Float64Array.from({ length }, (_, index) => of(index));
  return {
    scenarioHash: "ab".repeat(32),
    seed,
    weeks,
    digest: luck.toString(16).padStart(32, "0"),
    weekDigests: mondays.map((_, week) => (luck * 1000 + week).toString(16).padStart(16, "0")),
    mondays,
    years,
    yearOfWeek,
    weekly: {
      "providers.failed": column((week) => (week % 20 === luck % 20 ? 1 : -0)),
      "wages.careWorker": column((week) => (week < 3 ? Number.NaN : 6 + week / 3 + luck / 7)),
      "people.waiting": column((week) => week + luck),
      "never.defined": column(() => Number.NaN),
    },
    yearly: {
      "providers.failed": column((year) => year + 1, years.length),
      "wages.careWorker": column((year) => 6 + year / 3 + luck / 7, years.length),
      "people.waiting": column((year) => luck + year, years.length),
      "never.defined": column(() => Number.NaN, years.length),
    },
    events: {
      week: Int32Array.from([0, 0, 5, weeks - 1]),
      kind: Uint8Array.from([1, 1, 0, 1]),
      agent: Uint32Array.from([7, 4_294_967_295, 3, luck]),
      other: Uint32Array.from([0, 0, 9, 0]),
      amount: Float64Array.from([60, Number.NaN, 12, 30.25]),
      cause: Uint8Array.from([0, 0, 1, 0]),
    },
    people: [
      { name: "key", unit: "agent key", sentence: "Who.", values: Uint32Array.from([7, 4_294_967_295]) },
      { name: "minutes", unit: "minutes", sentence: "Delivered.", values: Int32Array.from([luck, -5]) },
      { name: "quality", unit: "points", sentence: "Quality of life.", values: Float64Array.from([1.5, Number.NaN]) },
      { name: "group", unit: "code", sentence: "Group.", values: Uint8Array.from([0, 3]) },
    ],
    warnings: luck % 2 === 0 ? ["A fee was held at its limit."] : [],
  };
}
