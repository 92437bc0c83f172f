/** A comparison as a person reads it: the differences one by one, then when they first show. */
import { valueAt } from "../experiment/variants.ts";
import type { Comparison, ParameterDifference } from "../node/compare.ts";
import { aligned, counted } from "./text.ts";

/** `both` is set in both; `kept` says how many measures the arms of a sweep have kept by week, where they are that. */
export function comparisonText(found: Comparison, both: readonly string[], kept?: number): string {
  const { scenarios, hashes, seed, run, parameters } = found;
  const head = `${scenarios.a} (${hashes.a.slice(0, 8)}) and ${scenarios.b} (${hashes.b.slice(0, 8)}), seed ${seed}`;
  const settings = run.map(({ what, a, b }) => `${what}: ${a} -> ${b}`);
  const levers =
    parameters.length === 0
      ? ["No parameter differs."]
      : [
          `${counted(parameters.length, "parameter differs", "parameters differ")}, and no others:`,
          ...parameters.map(leverText),
        ];
  const shared = both.length === 0 ? [] : [`In both: ${both.join(", ")}`];
  return [head, ...shared, ...settings, "", ...levers, "", outcomeText(found, kept)].join("\n");
}

/** A parameter's heading, who set it on each side, and a line per stretch of time in which the values differ. */
function leverText({ path, unit, label, a, b, origins }: ParameterDifference): string {
  const dates = [...new Set([...a, ...b].map(({ from }) => from))].sort();
  const stretches = dates.map((from, place) => {
    const until = place + 1 < dates.length ? ` until ${dates[place + 1]}` : "";
    return { from, until, left: valueAt(a, from), right: valueAt(b, from) };
  });
  const rows = stretches
    .filter(({ left, right }) => left !== right)
    .map(({ from, until, left, right }) => [`from ${from === "" ? "the start" : from}${until}`, `${left} -> ${right}`]);
  return [`  ${path}  (${label}, ${unit})`, aligned(rows, "    "), `    set by: ${origins.a} -> ${origins.b}`].join(
    "\n",
  );
}

const SHOWN_MEASURES = 12;

function outcomeText({ identical, firstDifference, digests }: Comparison, kept: number | undefined): string {
  if (identical) return `The runs are identical: digest ${digests.a}.`;
  if (kept === 0) return "The sweep kept no weekly figures: the first week that differs is not known.";
  if (kept !== undefined && firstDifference === null) return `No week differs in any of ${kept} measures kept by week.`;
  if (firstDifference === null) return "Every week they share is identical.";
  const { week, monday, measures } = firstDifference;
  const among = kept === undefined ? "" : `, among ${kept} measures kept by week`;
  const lines = [`The runs first differ in week ${week}, which starts on ${monday}${among}.`];
  if (measures.length === 0) {
    return [...lines, "No measure differs in that week: what differs is an event or a balance."].join("\n");
  }
  const rows = measures.slice(0, SHOWN_MEASURES).map(({ key, a, b }) => [key, `${short(a)} -> ${short(b)}`]);
  const rest =
    measures.length > SHOWN_MEASURES ? [`  and ${measures.length - SHOWN_MEASURES} more (--json lists all)`] : [];
  return [
    ...lines,
    `${counted(measures.length, "measure differs", "measures differ")} in that week:`,
    aligned(rows, "  "),
    ...rest,
  ].join("\n");
}

/** Six digits are enough to see a difference by; --json has them all. */
const short = (value: number | null): string => (value === null ? "not defined" : `${Number(value.toPrecision(6))}`);
