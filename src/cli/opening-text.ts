/** How a council opens, as somebody reads it who knows the council: each figure beside the mean council's. */
import type { Opening, OpeningRow } from "../node/opening.ts";
import { digits, figure, unitOf } from "../report/units.ts";
import { COLUMNS, counted, fitted, wrapped } from "./text.ts";
import { toldData, toldHead, type Told } from "./told.ts";

export interface ToldOpening extends Told {
  readonly own: Opening;
  /** The mean council, under the same seeds. */
  readonly mean: Opening;
}

const MILLIONS = unitOf("GBP million a year", 100);
/** Less than this of what comes in is luck: one seed's people cost so much more than another's. */
const CLOSE = 0.01;

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The same for a program. */
export function openingData(told: ToldOpening) {
  const { own, mean } = told;
  return {
    ...toldData(told),
    weeks: own.weeks,
    figures: own.rows.map(({ key, label, unit, value }, at) => ({
      key,
      label,
      unit,
      value: orNull(value),
      meanCouncil: orNull(mean.rows[at].value),
    })),
    left: own.left,
    grant: own.grant,
    balancingGrant: orNull(own.balancingGrant),
    grantChange: own.grantChange,
    balancingGrantChange: orNull(own.balancingChange),
    answered: own.answered,
  };
}

export function openingText(told: ToldOpening, columns: number): string {
  const { scenario, seeds } = told.described;
  const { own } = told;
  const several = `Median of ${counted(seeds.length, "run")} (of the council's money their mean, so that it adds up)`;
  const runs = seeds.length === 1 ? "One run" : several;
  const what = `${runs}, mean of the ${counted(own.weeks, "week")} from ${scenario.start}, beside the mean council (baseline).`;
  return [toldHead(told), wrapped(what, COLUMNS), fitted(tableOf(told), columns), balanceOf(told)].join("\n\n");
}

/** A head and a row for each figure, by subject. */
function tableOf({ own, mean }: ToldOpening): readonly (readonly string[])[] {
  const subjects = [...new Set(own.rows.map(({ subject }) => subject))];
  return subjects.flatMap((subject, place) => [
    [subject, ...(place === 0 ? ["here", "mean council", "ratio"] : [])],
    ...own.rows.flatMap((row, at) => (row.subject === subject ? rowOf(row, mean.rows[at]) : [])),
  ]);
}

/** Nothing of what neither council has. */
function rowOf(row: OpeningRow, { value: mean }: OpeningRow): readonly (readonly string[])[] {
  if (row.value === 0 && mean === 0) return [];
  const unit = unitOf(row.unit, Math.max(Math.abs(row.value), Math.abs(mean)) || 0);
  const written = (value: number): string => (Number.isNaN(value) ? "not defined" : figure(value * unit.scale, unit));
  const ratio = row.value / mean;
  // What is left over here may be missing there.
  const ratioText = Number.isFinite(ratio) && row.key !== "left" ? digits(ratio, 2) : "";
  const indent = row.isPart ? "    " : "  ";
  return [[`${indent}${row.label}`, written(row.value), written(mean), ratioText, unit.label]];
}

/** What is left or missing, and the grant that would make it nothing. */
function balanceOf({ own }: ToldOpening): string {
  const income = own.rows.find(({ key }) => key === "council.netBudget")?.value ?? Number.NaN;
  const share = income > 0 ? `${digits((100 * Math.abs(own.left)) / income, 1)}% of what comes in` : "nothing comes in";
  const kept = own.left < 0 ? "is missing, and comes out of reserves" : "is left over, and goes to reserves";
  const lines = [`${figure(Math.abs(own.left), MILLIONS)} a year ${kept} (${share}).`];
  if (Math.abs(own.left) < CLOSE * income) lines.push("That is near enough: luck alone moves a council by as much.");
  else if (own.balancingGrant > 0) {
    lines.push(
      `With council.grant ${digits(own.balancingGrant, 1)} in place of ${digits(own.grant, 1)} the year balances (£ million at the size of the mean council).`,
    );
    if (own.balancingChange > 0) {
      lines.push(
        `council.grantChange ${digits(own.balancingChange, 3)} in place of ${own.grantChange} does the same, and moves every later year's grant in proportion.`,
      );
    }
    if (own.answered) {
      lines.push(
        "In that year the council has already answered what it lacked, in an April or by holding starts back: ask again with that grant, until it is near enough.",
      );
    }
  } else lines.push("No grant makes the year balance: less is spent than comes in without one.");
  lines.push("This is a simulated council, not a forecast of a real one.");
  return wrapped(lines.join(" "), COLUMNS);
}
