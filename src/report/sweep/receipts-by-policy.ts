/** Whose money moves in a sweep: for each policy axis, who has how much more or less at each of its values. */
import type { SweepArm, SweepAxis } from "../../experiment/sweep-results.ts";
import { PARTY_WORDS } from "../../model/measures/receipts.ts";
import { PARTIES } from "../../model/measures/standing.ts";
import { figure, signedFigure, type Unit } from "../units.ts";
import { fitting, listed } from "../wording.ts";
import { isAt, levelsOf } from "./arms.ts";
import { lookOf } from "./heat-cell.ts";
import { cellFinding, type CellFinding, type HeatGrid, heatAxes, largestOf } from "./heat-grid.ts";
import { drawGrid, HEAT_NOTE, meanOver } from "./heatmap.ts";
import { numberCell, textCell, type Picture, type TableCell } from "./picture.ts";
import type { Effect, Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

/** A party's receipts in the cells of one axis: a row of its picture. */
interface PartyRow {
  readonly label: string;
  readonly outcome: Outcome;
  readonly findings: readonly CellFinding[];
  /** Of cells that are one arm, its effect. */
  readonly effects: readonly (Effect | undefined)[];
}

/** One axis, with a column for each of its values and a row for each party that anything reaches. */
interface AxisReceipts {
  readonly axis: SweepAxis;
  readonly grid: HeatGrid;
  readonly rows: readonly PartyRow[];
  readonly untouched: readonly string[];
  /** Over what the cells are means, in a sentence; empty where each is one arm. */
  readonly over: string;
}

/** The rows of the grid are parties, which no axis of the design stands for. */
const WHO: SweepAxis = { name: "party", label: "who has more or less", unit: "", kind: "policy", values: [] };

type Places = readonly (readonly number[])[];

/** The arms at each value of the axis; where it can it moves alone, the other policies as the reference has them. */
function armsAt(study: Study, axis: SweepAxis): { readonly byLevel: Places; readonly over: string } {
  const { arms, reference, axes } = study.input.results;
  const base = arms[reference].settings;
  const others = axes.filter(({ name, values }) => name !== axis.name && values.length > 1);
  const policies = others.filter(({ kind }) => kind === "policy");
  const placesOf = (isIn: (arm: SweepArm) => boolean): Places =>
    levelsOf(axis).map((level) =>
      study.arms.flatMap((arm, place) => (isAt(arm, axis, level) && isIn(arm) ? [place] : [])),
    );
  const alone = placesOf(({ settings }) => policies.every(({ name }) => settings[name] === base[name]));
  if (alone.some((places) => places.some((place) => study.counterparts[place] !== place))) {
    const uncertain = others.filter(({ kind }) => kind === "uncertainty");
    return { byLevel: alone, over: meanOver(uncertain) };
  }
  const over =
    "No arm moves this policy alone: each cell is the mean over whatever the others were, and holds what they do.";
  return { byLevel: placesOf(() => true), over };
}

function receiptsAlong(study: Study, axis: SweepAxis): AxisReceipts | undefined {
  const { byLevel, over } = armsAt(study, axis);
  const found = PARTIES.flatMap((party): PartyRow[] => {
    const outcome = study.outcomes.find(({ measure }) => measure.key === `receipts.${party}`);
    if (outcome === undefined) return [];
    const findings = byLevel.map((arms) => cellFinding(study, outcome, { row: 0, column: 0, arms }));
    const effects = byLevel.map((arms) => (arms.length === 1 ? outcome.effects[arms[0]] : undefined));
    return [{ label: PARTY_WORDS[party][0], outcome, findings, effects }];
  });
  const isMoved = ({ findings }: PartyRow): boolean =>
    findings.some(({ kind }) => kind === "clear" || kind === "unclear");
  const rows = found.filter(isMoved);
  if (found.length < PARTIES.length || rows.length === 0) return undefined;
  const columns = levelsOf(axis);
  const grid: HeatGrid = {
    across: axis,
    down: WHO,
    columns,
    rows: rows.map(({ label }) => ({ label, has: () => false })),
    panels: [{ title: "", cells: rows.flatMap((_, row) => byLevel.map((arms, column) => ({ row, column, arms }))) }],
    averaged: [],
  };
  return { axis, grid, rows, untouched: found.filter((row) => !isMoved(row)).map(({ label }) => label), over };
}

/** One unit for all, so that columns can be added up by eye. */
function unitOfAll(all: readonly AxisReceipts[]): Unit {
  const units = all.flatMap(({ rows }) => rows.map(({ outcome }) => outcome.fine));
  return { ...units[0], decimals: Math.min(2, Math.max(...units.map(({ decimals }) => decimals))) };
}

/** "care workers £1.2m more". */
const endText = ({ label }: PartyRow, value: number, unit: Unit): string =>
  `${say.inSentence(label)} ${figure(Math.abs(value), unit)} ${value > 0 ? "more" : "less"}`;

/** At the value of the axis that clearly moves most: who gets most more there, and who most less. */
function titleOf({ axis, grid, rows }: AxisReceipts, unit: Unit): string {
  const columns = grid.columns.map(({ label }, column) => {
    const clear = rows
      .filter(({ findings }) => findings[column].kind === "clear")
      .sort((one, other) => other.findings[column].value - one.findings[column].value);
    const size = Math.max(0, ...clear.map(({ findings }) => Math.abs(findings[column].value)));
    const gains = clear.filter(({ findings }) => findings[column].value > 0).slice(0, 1);
    const loses = clear.filter(({ findings }) => findings[column].value < 0).slice(-1);
    return { label, size, ends: [...gains, ...loses].map((row) => endText(row, row.findings[column].value, unit)) };
  });
  const most = columns.reduce((known, each) => (each.size > known.size ? each : known));
  const own = say.inSentence(axis.label);
  if (most.size === 0) return fitting([`Whose money moves with “${own}”: no clear difference for anybody`]);
  return fitting([
    `${own} ${most.label}: ${most.ends.join(", ")}`,
    `${own} ${most.label}: ${most.ends[0]}`,
    `${most.label}: ${most.ends.join(", ")}`,
    `Whose money moves with “${own}”`,
  ]);
}

/** With intervals where a cell is one arm. */
function twinOf({ axis, grid, rows, over }: AxisReceipts, unit: Unit): Picture["twin"] {
  const ends = over === "" ? ["95% interval: from", "95% interval: to"] : [];
  const amount = (value: number): TableCell => numberCell(value, unit, (each) => signedFigure(each, unit));
  return {
    header: ["Party", "What it is", axis.label, "Mean difference", ...ends, "Reading"],
    rows: rows.flatMap(({ label, outcome, findings, effects }) =>
      findings.map(({ kind, value, isPartial }, column): readonly TableCell[] => [
        textCell(label),
        textCell(outcome.measure.sentence),
        textCell(grid.columns[column].label),
        kind === "clear" || kind === "unclear" || kind === "same"
          ? amount(value)
          : textCell(kind === "undefined" ? "not defined" : kind),
        ...(over === "" ? [effects[column]?.paired.low, effects[column]?.paired.high] : []).map((end) =>
          amount(end ?? Number.NaN),
        ),
        textCell(kind + (isPartial ? ", some seeds missing" : "")),
      ]),
    ),
  };
}

const SUMS =
  "Every penny that one has more another has less: each column sums to nothing but for rounding. What goes to suppliers, taxes and reserves is followed no further, and costs of hospitals and hours of unpaid care are in no account.";

function pictureOf(study: Study, own: AxisReceipts, slug: string, largest: number, unit: Unit): Picture {
  const { axis, grid, rows, untouched, over } = own;
  const looks = rows.flatMap(({ outcome, findings }) =>
    findings.map((finding) => lookOf(finding, largest, { ...outcome, fine: unit })),
  );
  const ends = [`${signedFigure(-largest, unit)} less for them`, `${signedFigure(largest, unit)} more`] as const;
  return {
    slug,
    title: titleOf(own, unit),
    subtitle: `Net receipts, what is got less what is paid (${unit.label}, cash prices): mean difference from the reference, by ${say.inSentence(axis.label)}. ${say.placeAndRuns(study, rows[0].outcome.basis)}`,
    description: `Heatmap. Columns: ${axis.label}. Rows: ${listed(rows.map(({ label }) => say.inSentence(label)))}. Each cell holds the mean difference from the reference in what the party gets less what it pays. ${say.referenceSentence(study)}`,
    notes: [
      SUMS,
      HEAT_NOTE,
      ...(over === "" ? [] : [over]),
      ...(untouched.length === 0
        ? []
        : [`Exactly the same at every value, in every seed: ${untouched.map(say.inSentence).join(", ")}.`]),
    ],
    twin: twinOf(own, unit),
    draw: (size) => drawGrid(grid, looks, ends, size),
  };
}

/** The party whose receipts any arm clearly moves most; undefined where no picture tells of them. */
export function mostMoved(study: Study): { readonly label: string; readonly outcome: Outcome } | undefined {
  const sizeOf = ({ effects }: Outcome): number =>
    Math.max(
      0,
      ...effects.map((effect) => (effect !== undefined && isClear(effect) ? Math.abs(effect.paired.mean) : 0)),
    );
  const [most] = heatAxes(study)
    .flatMap((axis) => receiptsAlong(study, axis)?.rows ?? [])
    .sort((one, other) => sizeOf(other.outcome) - sizeOf(one.outcome));
  return most === undefined || sizeOf(most.outcome) === 0 ? undefined : most;
}

const isClear = ({ verdict }: Effect): boolean => verdict === "higher" || verdict === "lower";

/** A picture for each policy axis that moves anybody's money, all in the same colours; none where results do not tell of everybody. */
export function receiptsPictures(study: Study): readonly Picture[] {
  const all = heatAxes(study).flatMap((axis) => receiptsAlong(study, axis) ?? []);
  if (all.length === 0) return [];
  const unit = unitOfAll(all);
  const largest = largestOf(all.flatMap(({ rows }) => rows.flatMap(({ findings }) => findings)));
  return all.map((own, place) => pictureOf(study, own, `receipts-${place + 1}`, largest, unit));
}
