/** Two axes crossed: which arms lie in which cell, with a small panel for each setting of the other policy axes. */
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { meanOf } from "../../experiment/paired.ts";
import { digits } from "../units.ts";
import { isAt, levelsOf, type Level } from "./arms.ts";
import type { Outcome, Study } from "./study.ts";

export interface HeatCell {
  readonly column: number;
  readonly row: number;
  /** Places of the arms in it: none where the design has none there. */
  readonly arms: readonly number[];
}

export interface HeatPanel {
  /** Settings of the other axes; empty where there are none. */
  readonly title: string;
  readonly cells: readonly HeatCell[];
}

export interface HeatGrid {
  readonly across: SweepAxis;
  readonly down: SweepAxis;
  readonly columns: readonly Level[];
  readonly rows: readonly Level[];
  readonly panels: readonly HeatPanel[];
  /** Axes over which the arms of a cell are averaged. */
  readonly averaged: readonly SweepAxis[];
}

const MOST_PANELS = 16;

/** Axes that a heatmap can stand on: policies; of a sweep without any, every axis that has two values. */
export function heatAxes({ input }: Study): readonly SweepAxis[] {
  const varied = input.results.axes.filter(({ values }) => values.length > 1);
  const policies = varied.filter(({ kind }) => kind === "policy");
  return policies.length > 0 ? policies : varied;
}

/** Every pair of those axes that some arm moves together, the one with more values across. */
export function heatPairs(study: Study): readonly HeatPair[] {
  const axes = heatAxes(study);
  const { arms, reference } = study.input.results;
  const base = arms[reference].settings;
  const isCrossed = (...pair: readonly SweepAxis[]): boolean =>
    arms.some(({ settings }) => pair.every(({ name }) => settings[name] !== base[name]));
  return axes.flatMap((first, index) =>
    axes
      .slice(index + 1)
      .filter((second) => isCrossed(first, second))
      .map((second): HeatPair =>
        levelsOf(first).length >= levelsOf(second).length ? [first, second] : [second, first],
      ),
  );
}

export type HeatPair = readonly [across: SweepAxis, down: SweepAxis];

export function heatGrid(study: Study, across: SweepAxis, down: SweepAxis): HeatGrid {
  const others = heatAxes(study).filter((axis) => axis !== across && axis !== down);
  const count = others.reduce((product, axis) => product * levelsOf(axis).length, 1);
  const panelled = count <= MOST_PANELS ? others : [];
  const uncertain = study.input.results.axes.filter(({ kind }) => kind === "uncertainty");
  const unused = new Set([...others.filter((axis) => !panelled.includes(axis)), ...uncertain]);
  const columns = levelsOf(across);
  const rows = levelsOf(down);
  const panels = combinations(panelled).map((settings) => ({
    title: settings.map(({ axis, level }) => `${axis.label} ${level.label}`).join(", "),
    cells: rows.flatMap((rowLevel, row) =>
      columns.map((columnLevel, column) => ({
        row,
        column,
        arms: study.arms.flatMap((arm, place) =>
          isAt(arm, across, columnLevel) &&
          isAt(arm, down, rowLevel) &&
          settings.every(({ axis, level }) => isAt(arm, axis, level))
            ? [place]
            : [],
        ),
      })),
    ),
  }));
  const averaged = [...unused].filter(
    (axis) => axis !== across && axis !== down && !panelled.includes(axis) && axis.values.length > 1,
  );
  return { across, down, columns, rows, panels, averaged };
}

interface Settled {
  readonly axis: SweepAxis;
  readonly level: Level;
}

function combinations(axes: readonly SweepAxis[]): readonly (readonly Settled[])[] {
  return axes.reduce<readonly (readonly Settled[])[]>(
    (known, axis) => known.flatMap((settings) => levelsOf(axis).map((level) => [...settings, { axis, level }])),
    [[]],
  );
}

/** What a cell shows: a difference, that there is none in any seed, that it is the reference, or why it is a hole. */
export type CellKind = "clear" | "unclear" | "same" | "reference" | "failed" | "undefined" | "no run";

export interface CellFinding {
  readonly kind: CellKind;
  /** Mean difference over the arms of the cell, in the unit's scale; NaN in a hole. */
  readonly value: number;
  /** Some seeds of it are missing. */
  readonly isPartial: boolean;
}

export function cellFinding(study: Study, outcome: Outcome, { arms }: HeatCell): CellFinding {
  const { results } = study.input;
  const hole = (kind: CellKind): CellFinding => ({ kind, value: Number.NaN, isPartial: false });
  if (arms.length === 0) return hole("no run");
  const others = arms.filter((arm) => study.counterparts[arm] !== arm);
  const effects = others.flatMap((arm) => outcome.effects[arm] ?? []);
  const failed = results.failures.some(({ arm }) => arms.includes(arm));
  if (others.length === 0) {
    const isKnown = arms.some((arm) => Number.isFinite(outcome.levels[arm]));
    return isKnown ? { kind: "reference", value: 0, isPartial: failed } : hole(failed ? "failed" : "undefined");
  }
  if (effects.length === 0) return hole(failed ? "failed" : "undefined");
  const [{ verdict }] = effects;
  const isOne = verdict === "higher" || verdict === "lower" || verdict === "same";
  const isClear = isOne && effects.every((each) => each.verdict === verdict);
  const isPartial = effects.length < others.length || effects.some(({ paired }) => paired.seeds < results.seeds.length);
  return {
    kind: isClear ? (verdict === "same" ? "same" : "clear") : "unclear",
    value: meanOf(effects.map(({ paired }) => paired.mean)),
    isPartial,
  };
}

/** "+0.42"; in brackets where the interval holds zero; a cross in a hole. The unit stands in the subtitle. */
export function cellText({ kind, value, isPartial }: CellFinding, { fine }: Outcome): string {
  if (kind === "reference") return isPartial ? "ref.*" : "ref.";
  if (kind === "no run") return "";
  if (!Number.isFinite(value)) return kind === "failed" ? "failed" : "–";
  if (kind === "same") return isPartial ? "same*" : "same";
  const text = digits(value, kind === "clear" ? decimalsToSee(value, fine.decimals) : fine.decimals);
  const signed = value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  return `${kind === "unclear" ? `(${signed})` : signed}${isPartial ? "*" : ""}`;
}

/** What clearly differs is not written as nothing, where two decimals more show it. */
function decimalsToSee(value: number, decimals: number): number {
  const enough = [0, 1, 2].map((more) => Math.min(6, decimals + more));
  return enough.find((each) => /[1-9]/.test(digits(value, each))) ?? decimals;
}

/** Steps from −4 to 4 of the colour scale: whatever is not printed as zero has a colour. */
export function stepOf(value: number, largest: number, { fine }: Pick<Outcome, "fine">): number {
  if (!Number.isFinite(value) || largest === 0 || !/[1-9]/.test(digits(value, fine.decimals))) return 0;
  const step = Math.min(4, Math.max(1, Math.ceil((4 * Math.abs(value)) / largest - 1e-9)));
  return value < 0 ? -step : step;
}

/** The largest size among the findings, which the colours reach to. */
export const largestOf = (findings: readonly CellFinding[]): number =>
  Math.max(0, ...findings.map(({ value }) => (Number.isFinite(value) ? Math.abs(value) : 0)));
