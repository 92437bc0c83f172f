/** A life's years as tables: how the agent stood, and what moved for what, a few years beside each other. */
import {
  type Direction,
  type Fact,
  type Money,
  type MoneyRow,
  THEN,
  type YearRow,
} from "../simulation/explain/index.ts";
import { pounds } from "../simulation/explain/amounts.ts";
import { wrapped } from "./text.ts";

/** Widest line of a label, and the gap between columns. */
const LABEL = 40;
const GAP = 2;

/** Years that fit beside a label, each as wide as its widest cell. */
function blocks(years: readonly string[], rows: readonly Row[], columns: number): string {
  const label = Math.max(...rows.flatMap((row) => labelLines(row.label).map((line) => line.length)));
  const widths = years.map((year) => Math.max(year.length, ...rows.map(({ cells }) => (cells.get(year) ?? "").length)));
  const parts: string[] = [];
  for (let first = 0; first < years.length;) {
    let end = first + 1;
    let width = 2 + label + GAP + widths[first];
    while (end < years.length && width + GAP + widths[end] <= columns) {
      width += GAP + widths[end];
      end += 1;
    }
    parts.push(block(years.slice(first, end), widths.slice(first, end), rows, label));
    first = end;
  }
  return parts.join("\n\n");
}

/** A label that does not fit goes on in the next line, further in; the figures stand beside its last line. */
function labelLines(label: string): string[] {
  if (label.length <= LABEL) return [label];
  const indent = " ".repeat(label.length - label.trimStart().length);
  const [first, ...rest] = wrapped(label.trimStart(), LABEL - GAP, indent).split("\n");
  return [first, ...rest.map((each) => " ".repeat(GAP) + each)];
}

interface Row {
  readonly label: string;
  /** By year. */
  readonly cells: ReadonlyMap<string, string>;
  readonly isHeading?: boolean;
}

function block(years: readonly string[], widths: readonly number[], rows: readonly Row[], label: number): string {
  const line = (name: string, cells: readonly string[]): string => {
    const padded = cells.map((cell, index) => " ".repeat(GAP) + cell.padStart(widths[index]));
    const lines = labelLines(name).map((each) => `  ${each.padEnd(label)}`);
    return `${lines.join("\n")}${padded.join("")}`.replace(/ +$/gm, "");
  };
  const body = rows.flatMap((row) => {
    const cells = years.map((year) => row.cells.get(year) ?? "");
    if (row.isHeading === true) return [`  ${row.label}`];
    return cells.every((cell) => cell === "") ? [] : [line(row.label, cells)];
  });
  const shown = body.filter((text, index) => !(isHeading(text, rows) && isHeading(body[index + 1] ?? "", rows)));
  return [line("", years), ...shown].join("\n");
}

const isHeading = (line: string, rows: readonly Row[]): boolean =>
  line === "" || rows.some((row) => row.isHeading === true && line === `  ${row.label}`);

/** A row for each figure; words, such as a route, stand where they change. */
export function yearTable(years: readonly YearRow[], columns: number): string {
  if (years.length === 0) return "";
  const names = new Map(years.flatMap(({ facts }) => facts.map((fact) => [fact.name, fact] as const)));
  const words = [...names.values()].filter(({ value }) => typeof value === "string");
  const figures = [...names.values()].filter(({ value }) => typeof value === "number");
  const rows = figures.map(({ name, label, unit }): Row => {
    const cells = years.map(({ year, facts }): [string, string] => {
      const fact = facts.find((each) => each.name === name);
      return [year, fact === undefined ? "" : short(fact)];
    });
    return { label: `${label}${suffix(unit)}`, cells: new Map(cells) };
  });
  const spoken = words.flatMap(({ name, label }) => changes(years, name, label, columns));
  return [
    ...spoken,
    blocks(
      years.map(({ year }) => year),
      rows,
      columns,
    ),
  ].join("\n");
}

/** "route from 2010-11: a direct payment", a line for each year in which something else came or began. */
function changes(years: readonly YearRow[], name: string, label: string, columns: number): string[] {
  const lines: string[] = [];
  let before = "";
  for (const { year, facts } of years) {
    const text = facts.find((fact) => fact.name === name)?.text ?? before;
    if (text !== before) lines.push(wrapped(`${label} from ${year}: ${text}`, columns, "  "));
    before = text.split(THEN).at(-1) ?? text;
  }
  return lines;
}

/** The unit goes with the label once, so that the figures stand close. */
function suffix(unit: string): string {
  if (unit === "minutes per week") return ", h a week";
  if (unit === "pence per hour") return ", £ an hour";
  if (unit === "pence per week") return ", £ a week";
  if (unit === "pence") return ", £";
  return unit.startsWith("share") ? ", %" : "";
}

function short({ value, unit, text }: Fact): string {
  if (typeof value !== "number") return text;
  if (unit === "minutes per week") return (value / 60).toFixed(1);
  if (unit.startsWith("pence")) return bare(value);
  if (unit.startsWith("share")) return text.replace("%", "");
  return value.toFixed(unit === "points" || unit === "workers" ? 1 : 0);
}

const bare = (pence: number): string => pounds(pence).replace("£", "");

const HEADINGS: Readonly<Record<Direction, string>> = { in: "In", out: "Out", within: "Between own accounts" };

/** What came in and what went out, with the balance at either end. */
export function moneyTable({ opening, closing, rows }: Money, columns: number): string {
  const ends = `  Held at first ${pounds(opening)}, at the end ${pounds(closing)}.`;
  if (rows.length === 0) return `  Nothing was paid in or out.\n${ends}`;
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const directions = (["in", "out", "within"] as const).filter((direction) =>
    rows.some((row) => row.direction === direction),
  );
  const lines = directions.flatMap((direction) => {
    const own = rows.filter((row) => row.direction === direction);
    const purposes = [...new Map(own.map((row) => [row.purpose, row])).values()];
    const total = direction === "within" ? [] : [totalRow(own, direction)];
    return [
      { label: HEADINGS[direction], cells: new Map(), isHeading: true },
      ...purposes.map((row) => purposeRow(own, row)),
      ...total,
    ];
  });
  return `${blocks(years, lines, columns)}\n${ends}`;
}

function purposeRow(rows: readonly MoneyRow[], { purpose, label }: MoneyRow): Row {
  const own = rows.filter((row) => row.purpose === purpose);
  return { label: `  ${label}`, cells: new Map(own.map(({ year, pence }) => [year, bare(pence)])) };
}

function totalRow(rows: readonly MoneyRow[], direction: Direction): Row {
  const sums = new Map<string, number>();
  for (const { year, pence } of rows) sums.set(year, (sums.get(year) ?? 0) + pence);
  const cells = new Map([...sums].map(([year, pence]) => [year, bare(pence)]));
  return { label: direction === "in" ? "  all in" : "  all out", cells };
}
