/** The paired comparison as plain data: every measure in its own unit, and null where a figure is not defined. */
import {
  armsCsv,
  endedOf,
  judgementOf,
  renderArms,
  studyOf,
  unchangedOf,
  type ComparisonInput,
  type Ended,
  type Gains,
  type Outcome,
  type Study,
} from "../report/index.ts";

type Figure = number | null;

export interface PairedMeasure {
  readonly label: string;
  readonly unit: string;
  /** What each run's figure is: "mean of 2016-17 to 2019-20" or "in 2019-20". */
  readonly basis: string;
  readonly headline: boolean;
  /** Means over the seeds. */
  readonly a: Figure;
  readonly b: Figure;
  /** Second less first, over the seeds that have both. */
  readonly mean: Figure;
  readonly median: Figure;
  /** 95 % interval of the mean; null with one seed. */
  readonly low: Figure;
  readonly high: Figure;
  /** Shares of seeds. */
  readonly higher: Figure;
  readonly lower: Figure;
  readonly seeds: number;
  readonly varianceReduction: Figure;
  readonly verdict: "higher" | "lower" | "slight" | "unclear" | "same" | "one seed" | "not defined";
  /** Where the difference is clear and hardly anybody would dispute which way is better. */
  readonly judgement: "better" | "worse" | null;
}

const finite = (value: number | undefined): Figure =>
  value === undefined || !Number.isFinite(value) ? null : value + 0;

function pairedMeasure(outcome: Outcome): PairedMeasure {
  const { measure, basis, unit, levels, effects } = outcome;
  const { label, unit: words, headline } = measure;
  const effect = effects[1];
  const raw = (value: number | undefined): Figure => finite((value ?? Number.NaN) / unit.scale);
  const paired = effect?.paired;
  return {
    label,
    unit: words,
    basis,
    headline,
    a: raw(levels[0]),
    b: raw(levels[1]),
    mean: raw(paired?.mean),
    median: raw(paired?.median),
    low: raw(paired?.low),
    high: raw(paired?.high),
    higher: finite(paired?.higher),
    lower: finite(paired?.lower),
    seeds: paired?.seeds ?? 0,
    varianceReduction: finite(paired?.varianceReduction),
    verdict: effect?.verdict ?? "not defined",
    judgement: (effect === undefined ? undefined : judgementOf(outcome, effect)) ?? null,
  };
}

export interface PairedGains {
  readonly measure: string;
  readonly unit: string;
  /** From what difference on a person counts as better or worse off, in the unit. */
  readonly least: Figure;
  /** People of a seed who had left before anything that is set differed, on which Monday: they are in no figure. */
  readonly leftBefore: { readonly monday: string; readonly people: number } | null;
  /** Everybody first, then group by group. */
  readonly rows: readonly {
    readonly grouping: string;
    readonly group: string;
    readonly people: number;
    /** Shares of people. */
    readonly better: Figure;
    readonly worse: Figure;
    /** The rest: those who differ by less than the least that counts, or not at all. */
    readonly unchanged: Figure;
    readonly mean: Figure;
    /** 95 % interval of the mean over the seeds; null with one seed. */
    readonly low: Figure;
    readonly high: Figure;
    /** Of people, each one's own difference. */
    readonly percentiles: Readonly<Record<"p5" | "p25" | "p50" | "p75" | "p95", Figure>>;
    /** Share of people whose difference is exactly nothing. */
    readonly same: Figure;
    /** People of a seed whom only the first or only the second run has: they are in no figure. */
    readonly onlyA: Figure;
    readonly onlyB: Figure;
    readonly warning: string | null;
  }[];
}

function pairedGains({ measure, unit, least, leftBefore, everybody, rows }: Gains): PairedGains {
  const shown = [everybody, ...rows].map((row) => {
    const { grouping, group, people, better, worse, meanDifference, spread, warning = null } = row;
    const [p5, p25, p50, p75, p95] = [0, 1, 2, 3, 4].map((place) => finite(spread?.quantiles[place]));
    return {
      grouping,
      group,
      people,
      better: finite(better),
      worse: finite(worse),
      unchanged: finite(unchangedOf(row)),
      mean: finite(meanDifference),
      low: finite(spread?.low),
      high: finite(spread?.high),
      percentiles: { p5, p25, p50, p75, p95 },
      same: finite(spread?.same),
      onlyA: finite(spread?.onlyFirst),
      onlyB: finite(spread?.onlySecond),
      warning,
    };
  });
  return { measure, unit, least: finite(least), leftBefore: leftBefore ?? null, rows: shown };
}

/** Which years the figures are of: what adds up is a mean a year over them, a level is that of the last. */
export interface PairedYears {
  readonly from: string;
  readonly to: string;
  /** They were asked for; otherwise they are those since the two first differ. */
  readonly asked: boolean;
}

export interface PairedStudy {
  readonly study: Study;
  readonly years: PairedYears;
  /** Where nothing that is set differs any more in the year that levels are of; null where something does. */
  readonly ended: Ended | null;
  readonly measures: Readonly<Record<string, PairedMeasure>>;
  /** Who gains and who loses; null where people are not compared. Figures of too few people are null. */
  readonly gains: PairedGains | null;
  /** The same by other measures. */
  readonly otherGains: readonly PairedGains[];
  /** Why people are not compared although both sides have them; null where that is not so. */
  readonly peopleApart: string | null;
  /** Drawn only when asked for. */
  readonly page: () => string;
  readonly table: () => string | undefined;
}

export function pairedStudy(input: ComparisonInput): PairedStudy {
  const study = studyOf(input);
  const [first, ...others] = (input.gains ?? []).map(pairedGains);
  const { years } = input.results;
  const { from, to } = study.period;
  return {
    study,
    years: { from: years[from], to: years[to], asked: input.asked !== undefined },
    ended: endedOf(study) ?? null,
    measures: Object.fromEntries(study.outcomes.map((each) => [each.measure.key, pairedMeasure(each)])),
    gains: first ?? null,
    otherGains: others,
    peopleApart: input.peopleApart ?? null,
    page: () => renderArms(input),
    table: () => armsCsv(study),
  };
}
