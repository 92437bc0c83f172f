/** When two arms part and what becomes of it: differences year by year, seed by seed, of the measures that moved most. */
import { armPeriod, type ArmPeriod } from "../../experiment/arm-figures.ts";
import { meanOf } from "../../experiment/paired.ts";
import type { Chart } from "../charts/chart.ts";
import { describe } from "../charts/describe.ts";
import { drawPanels } from "../charts/draw.ts";
import { seriesFrom, type Series } from "../series.ts";
import { isDefined } from "../statistics.ts";
import type { Timeline } from "../timeline.ts";
import { signedFigure, type Unit } from "../units.ts";
import { fitting } from "../wording.ts";
import { numberCell, textCell, type Picture } from "./picture.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

function timelineOf({ input }: Study): Timeline {
  const { years } = input.results;
  const whole = years.map((_, year) => input.wholeYears?.[year] ?? true);
  const names = years.map((year, index) => (whole[index] ? year : `${year} (part of the year)`));
  return {
    grain: "year",
    noun: "Financial year",
    labels: years,
    names,
    times: names.map((name) => `in ${name}`),
    whole,
  };
}

/** A difference of shares is in points, and its ticks carry no word. */
function differenceUnit({ fine }: Outcome): Unit {
  const isShare = fine.differenceSuffix === " points";
  return { ...fine, suffix: isShare ? "" : fine.differenceSuffix, label: isShare ? "points" : fine.label };
}

/** A panel: a measure, and what it is called there. */
export interface Line {
  readonly outcome: Outcome;
  readonly name: string;
  readonly unit: Unit;
}

/** What a picture of differences year by year is of. */
export interface YearsPlan {
  readonly slug: string;
  readonly title: string;
  /** In the subtitle, which says of which arm less which it is, and the units. */
  readonly what: string;
  readonly lines: readonly Line[];
  readonly sharedScale: boolean;
}

/** The arm less the one it is compared with, per seed and year; in the middle the mean, which is what words and other pictures give. */
function differencesOf(study: Study, { outcome, name, unit }: Line, arm: number, timeline: Timeline): Series {
  const { seeds, years, yearly } = study.input.results;
  const { measure } = outcome;
  const values = seeds.map((_, seed) => {
    const [base, own] = [study.counterparts[arm], arm].map((each) => yearly(each, seed, measure.key));
    return years.map((__, year) => ((own?.[year] ?? Number.NaN) - (base?.[year] ?? Number.NaN)) * unit.scale);
  });
  const series = seriesFrom(measure, name, unit, values, timeline);
  const points = series.points.map(
    (point, year) => point && { ...point, median: meanOf(values.map((each) => each[year]).filter(isDefined)) },
  );
  return { ...series, points };
}

/** Whether anything differs in the arm, in any seed. */
export const differsIn = ({ effects }: Outcome, arm: number): boolean =>
  effects[arm] !== undefined && effects[arm].verdict !== "same";

/** The first year in which the arms part, and the last that is whole: whatever years are asked for. */
export const partingOf = ({ input }: Study): ArmPeriod => armPeriod(input.results, input.wholeYears);

/** One panel for each of the measures that moved most; nothing where there is but one year or nothing differs. */
export function yearsPicture(study: Study, outcomes: readonly Outcome[], arm: number): readonly Picture[] {
  const { years } = study.input.results;
  const moving = outcomes.filter((outcome) => differsIn(outcome, arm));
  if (moving.length === 0 || years.length < 2) return [];
  const title = fitting([`The two part in ${years[partingOf(study).from]}: the differences, year by year`]);
  const lines = moving.map((outcome): Line => ({
    outcome,
    name: outcome.measure.label,
    unit: differenceUnit(outcome),
  }));
  return [
    drawYears(study, arm, { slug: "years", title, what: "the measures that moved most", lines, sharedScale: false }),
  ];
}

/** One panel for each line of the plan. */
export function drawYears(study: Study, arm: number, { slug, title, what, lines, sharedScale }: YearsPlan): Picture {
  const { results } = study.input;
  const { years } = results;
  const timeline = timelineOf(study);
  const series = lines.map((line) => differencesOf(study, line, arm, timeline));
  const chart: Chart = {
    form: "lines",
    slug,
    title,
    subtitle: `${say.labelInSentence(study, arm)} less ${say.labelInSentence(study, results.reference)}, ${what} (${[...new Set(series.map(({ unit }) => unit.label))].join("; ")}). ${say.placeAndRuns(study, `${years[0]} to ${years[years.length - 1]}`)}`,
    panels: series.map((each) => ({
      title: each.name,
      unit: each.unit,
      series: [each],
      reference: { value: 0, label: "no difference" },
    })),
    sharedScale,
    timeline,
    runs: results.seeds.length,
    middle: "mean",
    notes: [
      ...timeline.names
        .filter((_, year) => !timeline.whole[year])
        .map((name) => `${name}: the runs do not hold all of it.`),
      results.seeds.length === 1
        ? "One seed: the line is that seed’s difference."
        : "Line: mean of the differences over the seeds; dark band: 50% of seeds, light band: 90%. This is the spread of seeds, wider than the interval of their mean.",
    ],
  };
  return { ...chart, description: describe(chart), twin: twinOf(chart), draw: (size) => drawPanels(chart, size) };
}

function twinOf({ panels, timeline }: Chart): Picture["twin"] {
  return {
    header: ["Measure", "Unit", "Year", "Mean difference", "90% of seeds: from", "90% of seeds: to", "Seeds"],
    rows: panels.flatMap(({ series: [series], unit }) =>
      series.points.map((point, year) => [
        textCell(series.name),
        textCell(unit.label),
        textCell(timeline.names[year]),
        ...[point?.median, point?.low, point?.high].map((value) =>
          numberCell(value ?? Number.NaN, unit, (each) => signedFigure(each, { ...unit, differenceSuffix: "" })),
        ),
        { text: String(point?.runs ?? 0), number: String(point?.runs ?? 0) },
      ]),
    ),
  };
}
