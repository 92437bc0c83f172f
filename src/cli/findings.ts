/** The short summary of a run that a person reads: each figure with its range over the seeds, and where the rest is. */
import { figure, signedFigure, type Unit, unitOf } from "../report/units.ts";
import type { Figure, MeasureSummary, Summary } from "../node/store/summary.ts";
import { seedsText } from "../node/seeds.ts";
import { counted, fitted } from "./text.ts";

/** What a reader asks first, and the subject of the measures that answer it. */
const SECTIONS = [
  { title: "What failed", subject: "providers" },
  { title: "What people topped up", subject: "topUps" },
  { title: "How outcomes drifted", subject: "outcomes" },
] as const;

const RANGES = {
  one: "One run has no range.",
  many: "Median over the runs, with the 5th and 95th percentile; of a change the median of the runs' own changes.",
} as const;

/** A paragraph per section, of the headline measures in their order; empty sections are left out. */
export function findings(summary: Summary, headlines: readonly string[], columns = Infinity): string {
  const { scenario, title, scenarioHash, weeks, seeds, engineVersion, digest } = summary;
  const head = [
    title === "" || title === scenario ? scenario : `${scenario}: ${title}`,
    `${counted(weeks, "week")}, ${counted(seeds.length, "run")} (${seeds.length === 1 ? "seed" : "seeds"} ${seedsText(seeds)})`,
    `${RANGES[seeds.length === 1 ? "one" : "many"]}${levelsText(summary)}`,
  ].join("\n");
  const sections = SECTIONS.map(({ title: name, subject }) => {
    const keys = headlines.filter((key) => key.startsWith(`${subject}.`) && Object.hasOwn(summary.summary, key));
    const rows = keys.map((key) => rowOf(summary.summary[key]));
    return rows.length === 0 ? "" : `${name}\n${fitted(rows, columns, "  ")}`;
  }).filter((section) => section !== "");
  const foot = [
    ...(seeds.length > 1 && seeds.length < 20 ? ["Fewer than 20 runs: read the ranges with care."] : []),
    seeds.length === 1 ? "This is not a forecast." : "Ranges show run-to-run variation only. This is not a forecast.",
    `scenario ${scenarioHash.slice(0, 8)}  engine ${engineVersion}  digest ${digest}`,
  ].join("\n");
  return `${[head, ...sections, foot].join("\n\n")}\n`;
}

/** Label, figure, what it is, and for a level how far it moved. */
function rowOf({ label, unit, basis, change, ...value }: MeasureSummary): string[] {
  const sizes = [value.p5, value.median, value.p95].map((each) => Math.abs(each ?? 0));
  const written = unitOf(unit, Math.max(...sizes));
  const show = (number: number): string => figure(number * written.scale, written);
  const cells = [label, ranged(value, show), `${besideFigure(written)}${yearsOf(unit, basis)}`.trim()];
  if (change === null || change.median === null) return cells;
  const bare = { ...written, differenceSuffix: "" };
  const moved = ranged(change, (number) => signedFigure(number * written.scale, bare));
  return [...cells, `${moved}${written.differenceSuffix} since ${since(change.basis)}`];
}

/** The financial year of the levels, where there are any. */
function levelsText({ summary }: Summary): string {
  const level = Object.values(summary).find(({ basis }) => basis.startsWith("in "));
  return level === undefined ? "" : ` Levels are those of the last financial year, ${level.basis.slice("in ".length)}.`;
}

/** Whatever of the unit the figure itself does not show: "a week" of "£ a week", "of holders" of "% of holders". */
const besideFigure = ({ label, prefix, suffix }: Unit): string =>
  prefix === "" && suffix === "" ? label : label.replace(/^(£ million|£|%)\s*/, "");

/** What adds up is told a year, and over which years. */
function yearsOf(unit: string, basis: string): string {
  const span = /^mean of a year of [\d.]+ days, (.*)$/.exec(basis)?.[1];
  if (span === undefined) return "";
  const isSaid = /\ba year$/.test(unit);
  return `${isSaid ? "" : " a year"}, ${span.includes(" to ") ? `mean of ${span}` : span}`;
}

/** "2019-20 less 2010-11" names the first year last. */
const since = (basis: string): string => basis.slice(basis.lastIndexOf(" ") + 1);

function ranged({ median, p5, p95 }: Figure, show: (value: number) => string): string {
  if (median === null || p5 === null || p95 === null) return "not defined";
  return p5 === p95 ? show(median) : `${show(median)} (${show(p5)} to ${show(p95)})`;
}
