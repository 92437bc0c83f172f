/** When two arms part and what becomes of it: differences year by year, seed by seed, of the measures that moved most. */
import { armPeriod } from "../../experiment/arm-figures.ts";
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

const SLUG = "years";

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

/** The arm less the one it is compared with, per seed and year; in the middle the mean, which is what words and other pictures give. */
function differencesOf(study: Study, outcome: Outcome, arm: number, timeline: Timeline): Series {
  const { seeds, years, yearly } = study.input.results;
  const { measure } = outcome;
  const unit = differenceUnit(outcome);
  const values = seeds.map((_, seed) => {
    const [base, own] = [study.counterparts[arm], arm].map((each) => yearly(each, seed, measure.key));
    return years.map((__, year) => ((own?.[year] ?? Number.NaN) - (base?.[year] ?? Number.NaN)) * unit.scale);
  });
  const series = seriesFrom(measure, measure.label, unit, values, timeline);
  const points = series.points.map(
    (point, year) => point && { ...point, median: meanOf(values.map((each) => each[year]).filter(isDefined)) },
  );
  return { ...series, points };
}

/** One panel for each measure; nothing where there is but one year or nothing differs. */
export function yearsPicture(study: Study, outcomes: readonly Outcome[], arm: number): readonly Picture[] {
  const { results } = study.input;
  const timeline = timelineOf(study);
  const moving = outcomes.filter(({ effects }) => effects[arm] !== undefined && effects[arm].verdict !== "same");
  if (moving.length === 0 || results.years.length < 2) return [];
  const series = moving.map((outcome) => differencesOf(study, outcome, arm, timeline));
  // Whatever years are asked for, this is when they part.
  const first = results.years[armPeriod(results, study.input.wholeYears).from];
  const chart: Chart = {
    form: "lines",
    slug: SLUG,
    title: fitting([`The two part in ${first}: the differences, year by year`]),
    subtitle: `${say.labelInSentence(study, arm)} less ${say.labelInSentence(study, results.reference)}, the measures that moved most (${[...new Set(series.map(({ unit }) => unit.label))].join("; ")}). ${say.placeAndRuns(study, `${results.years[0]} to ${results.years[results.years.length - 1]}`)}`,
    panels: series.map((each) => ({
      title: each.name,
      unit: each.unit,
      series: [each],
      reference: { value: 0, label: "no difference" },
    })),
    sharedScale: false,
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
  return [{ ...chart, description: describe(chart), twin: twinOf(chart), draw: (size) => drawPanels(chart, size) }];
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
