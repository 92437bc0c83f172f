/** From a plan of a chart and the results to the chart, or to the reason why there is none. */
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { inRealTerms } from "../real-terms.ts";
import { largestOf, seriesFrom, seriesOf, unitFor, type Results, type Series } from "../series.ts";
import { periodOf } from "../timeline.ts";
import { pricedLabel, unitOf, type Unit } from "../units.ts";
import { listed } from "../wording.ts";
import { seriesIn, type Chart, type MissingChart, type Panel } from "./chart.ts";
import { axesOf, startsAtZero } from "./scales.ts";

/** A measure key, with a shorter name than its label where space is short. */
export type Planned = readonly [key: string, name?: string];

export interface PanelPlan {
  /** Its money at the prices of one year, which its title then says; left out where cash is all there is. */
  readonly real?: true;
  /** The label of its measure when it has one series and no title. */
  readonly title?: string;
  readonly series: readonly Planned[];
  readonly reference?: Panel["reference"];
  /** The stacked series added up, under this name. */
  readonly total?: string;
}

export interface ChartPlan {
  readonly slug: string;
  /** What the chart is about, where no finding can be given. */
  readonly name: string;
  readonly form?: Chart["form"];
  readonly sharedScale?: boolean;
  readonly panels: readonly PanelPlan[];
  /** The finding, from the panels that could be filled. */
  readonly title: (found: Found) => string;
  readonly notes?: readonly string[];
  /** Notes from the panels that could be filled. */
  readonly remarks?: (found: Found) => readonly string[];
}

export interface Found {
  readonly results: Results;
  readonly panels: readonly Panel[];
  /** The series of a measure, if it is in the chart. */
  readonly series: (key: string) => Series | undefined;
}

function totalSeries(results: Results, series: readonly Series[], name: string, unit: Unit): Series {
  const measure: MeasureInfo = {
    key: "total",
    label: name,
    unit: unit.label,
    sentence: `${listed(series.map((each) => each.name))}, added up run by run.`,
    yearly: "sum",
    headline: false,
  };
  const values = series[0].values.map((run, index) =>
    run.map((_, period) => series.reduce((sum, each) => sum + each.values[index][period], 0)),
  );
  return seriesFrom(measure, name, unit, values, results.timeline);
}

/** Bars of means need a decimal even where the counts themselves are whole. */
function panelUnit(results: Results, plan: PanelPlan, measure: MeasureInfo): Unit {
  const keys = plan.series.map(([key]) => key);
  const unit = unitFor(results, measure, largestOf(results, keys));
  return plan.total === undefined ? unit : { ...unit, decimals: Math.max(1, unit.decimals) };
}

/** Pounds never share an axis with people or per cent; agencies and providers may share one. */
const isSameScale = (a: Unit, b: Unit): boolean =>
  a.prefix === b.prefix && a.suffix.endsWith("%") === b.suffix.endsWith("%");

/** The panels that there are to fill, those in real terms with their keys and title. */
const plannedIn = ({ real }: Results, { panels }: ChartPlan): readonly PanelPlan[] =>
  panels.flatMap((panel): PanelPlan[] => {
    if (panel.real === undefined) return [panel];
    if (real === undefined) return [];
    const series = panel.series.map(([key, ...name]): Planned => [inRealTerms(key), ...name]);
    return [{ ...panel, title: `In prices of ${real.year}`, series }];
  });

/** Whether there is anything to draw: what is in real terms alone is nothing where cash is all there is. */
export const hasPanels = (results: Results, plan: ChartPlan): boolean => plannedIn(results, plan).length > 0;

function panelOf(results: Results, plan: PanelPlan): { panel: Panel | undefined; lost: readonly string[] } {
  const lost: string[] = [];
  const first = plan.series.map(([key]) => results.measures.get(key)).find((measure) => measure !== undefined);
  const unit = first === undefined ? undefined : panelUnit(results, plan, first);
  const series = plan.series.flatMap(([key, name]): Series[] => {
    const measure = results.measures.get(key);
    const fits = measure !== undefined && unit !== undefined && isSameScale(unit, unitOf(measure.unit, 0));
    const found = fits ? seriesOf(results, key, name, unit) : undefined;
    if (found === undefined) lost.push(key);
    return found === undefined ? [] : [found];
  });
  if (series.length === 0 || unit === undefined) return { panel: undefined, lost };
  const { reference, total } = plan;
  return {
    lost,
    panel: {
      title: plan.title ?? series[0].name,
      unit,
      series,
      ...(reference === undefined ? {} : { reference }),
      ...(total === undefined ? {} : { total: totalSeries(results, series, total, unit) }),
    },
  };
}

function subtitleOf(results: Results, plan: ChartPlan, panels: readonly Panel[]): string {
  const units = [...new Set(panels.map(({ unit, series }) => pricedLabel(unit, series[0].measure)))];
  const place = results.input.scenario.place ?? "one simulated council area";
  const what = `${plan.name} (${units.join("; ")}). ${place.slice(0, 1).toUpperCase()}${place.slice(1)}, ${periodOf(results.timeline)}.`;
  if (results.runs === 1) return `${what} One run.`;
  if (plan.form === "stack") {
    return `${what} Bars: mean of ${results.runs} runs by kind. Ring: median total; thick line: 50% of runs, thin line: 90%.`;
  }
  return `${what} Line: median of ${results.runs} runs; dark band: 50% of runs, light band: 90%.`;
}

/** Periods where a series has no value in any run, such as a price when nothing was sold. */
function gapNotes(panels: readonly Panel[], labels: readonly string[]): readonly string[] {
  return panels.flatMap(seriesIn).flatMap((series) => {
    const empty = labels.filter((_, index) => series.points[index] === undefined);
    if (empty.length === 0) return [];
    const when = empty.length > 4 ? `${empty.length} of ${labels.length} periods` : listed(empty);
    return [`${series.name} is not defined in ${when}, and not drawn there.`];
  });
}

function scaleNotes(chart: Chart): readonly string[] {
  const axes = axesOf(chart, 5);
  const cut = chart.panels.filter((_, index) => !startsAtZero(axes[index]));
  if (cut.length === 0) return [];
  if (cut.length === chart.panels.length) {
    return [`${cut.length === 1 ? "The vertical scale does" : "Vertical scales do"} not start at zero.`];
  }
  return [`The vertical scale does not start at zero for ${listed(cut.map((panel) => panel.title))}.`];
}

export function chartOf(results: Results, plan: ChartPlan): Chart | MissingChart {
  const built = plannedIn(results, plan).map((panel) => panelOf(results, panel));
  const lost = built.flatMap((each) => each.lost);
  const panels = built.flatMap(({ panel }) => (panel === undefined ? [] : [panel]));
  if (panels.length === 0) {
    const keys = listed(lost);
    return { slug: plan.slug, name: plan.name, reason: `the results hold no defined value of ${keys}` };
  }
  const all = panels.flatMap(seriesIn);
  const found: Found = { results, panels, series: (key) => all.find((series) => series.key === key) };
  const chart: Chart = {
    form: plan.form ?? "lines",
    slug: plan.slug,
    title: plan.title(found),
    subtitle: subtitleOf(results, plan, panels),
    panels,
    sharedScale: plan.sharedScale ?? false,
    timeline: results.timeline,
    runs: results.runs,
    notes: [
      ...(plan.notes ?? []),
      ...(plan.remarks?.(found) ?? []),
      ...(lost.length > 0 ? [`Left out, because the results hold no defined value: ${listed(lost)}.`] : []),
      ...gapNotes(panels, results.timeline.labels),
    ],
  };
  return { ...chart, notes: [...chart.notes, ...scaleNotes(chart)] };
}
