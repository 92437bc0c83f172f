/** The short summary of a run that a person reads: each figure with its range over the seeds, and where the rest is. */
import { figure, signedFigure, unitOf } from "../report/units.ts";
import type { Figure, MeasureSummary, Summary } from "../node/store/summary.ts";
import { seedsText } from "../node/seeds.ts";
import { aligned, counted } from "./text.ts";

interface Section {
  readonly title: string;
  /** Measure keys, or beginnings of keys that end in a full stop. */
  readonly keys: readonly string[];
}

const SECTIONS: readonly Section[] = [
  { title: "What failed", keys: ["providers."] },
  { title: "What people topped up", keys: ["topUps."] },
  { title: "How outcomes drifted", keys: ["outcomes."] },
];

/** A paragraph per section; sections whose measures the run does not hold are left out. */
export function findings(summary: Summary, isHeadline: (key: string) => boolean): string {
  const { scenario, title, scenarioHash, weeks, seeds, engineVersion, digest } = summary;
  const head = [
    title === "" || title === scenario ? scenario : `${scenario}: ${title}`,
    `${counted(weeks, "week")}, ${counted(seeds.length, "run")} (seeds ${seedsText(seeds)})`,
    "Median over the runs, with the 5th and 95th percentile; levels are those of the last financial year.",
  ].join("\n");
  const sections = SECTIONS.map(({ title: name, keys }) => {
    const rows = Object.entries(summary.summary)
      .filter(
        ([key]) => isHeadline(key) && keys.some((each) => (each.endsWith(".") ? key.startsWith(each) : key === each)),
      )
      .map(([, row]) => rowOf(row));
    return rows.length === 0 ? "" : `${name}\n${aligned(rows, "  ")}`;
  }).filter((section) => section !== "");
  const foot = [
    ...(seeds.length < 20 ? ["Fewer than 20 runs: read the ranges with care."] : []),
    "Ranges show run-to-run variation only. This is not a forecast.",
    `scenario ${scenarioHash.slice(0, 8)}  engine ${engineVersion}  digest ${digest}`,
  ].join("\n");
  return `${[head, ...sections, foot].join("\n\n")}\n`;
}

/** Label, figure, what it is, and for a level how far it moved. */
function rowOf({ label, unit, basis, change, ...value }: MeasureSummary): string[] {
  const sizes = [value.p5, value.median, value.p95].map((each) => Math.abs(each ?? 0));
  const written = unitOf(unit, Math.max(...sizes));
  const show = (number: number): string => figure(number * written.scale, written);
  const isInFigure = written.prefix !== "" || written.suffix !== "";
  const what = [isInFigure ? "" : unit, basis.startsWith("mean of a year") ? "a year" : ""].filter(
    (each) => each !== "",
  );
  const cells = [label, ranged(value, show), what.join(" ")];
  if (change === null || change.median === null) return cells;
  const bare = { ...written, differenceSuffix: "" };
  const moved = ranged(change, (number) => signedFigure(number * written.scale, bare));
  return [...cells, `${moved}${written.differenceSuffix} since ${since(change.basis)}`];
}

/** "2019-20 less 2010-11" names the first year last. */
const since = (basis: string): string => basis.slice(basis.lastIndexOf(" ") + 1);

function ranged({ median, p5, p95 }: Figure, show: (value: number) => string): string {
  if (median === null || p5 === null || p95 === null) return "not defined";
  return p5 === p95 ? show(median) : `${show(median)} (${show(p5)} to ${show(p95)})`;
}
