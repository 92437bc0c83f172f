/** A comparison as a person reads it: the differences one by one, then when they first show. */
import type { Comparison, ParameterDifference } from "../node/compare.ts";
import { aligned, counted } from "./text.ts";

export function comparisonText(found: Comparison): string {
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
  return [head, ...settings, "", ...levers, "", outcomeText(found)].join("\n");
}

function leverText({ path, unit, label, a, b, origins }: ParameterDifference): string {
  const values = (steps: ParameterDifference["a"]): string =>
    steps.map(({ from, value }) => (from === "" ? `${value}` : `${value} from ${from}`)).join(", ");
  return [
    `  ${path}  (${label}, ${unit})`,
    aligned(
      [
        [values(a), `[${origins.a}]`],
        [`-> ${values(b)}`, `[${origins.b}]`],
      ],
      "    ",
    ),
  ].join("\n");
}

const SHOWN_MEASURES = 12;

function outcomeText({ identical, firstDifference, digests }: Comparison): string {
  if (identical) return `The runs are identical: digest ${digests.a}.`;
  if (firstDifference === null) return "Every week they share is identical.";
  const { week, monday, measures } = firstDifference;
  const lines = [`The runs first differ in week ${week}, which starts on ${monday}.`];
  if (measures.length === 0) {
    return [...lines, "No measure differs in that week: what differs is an event or a balance."].join("\n");
  }
  const rows = measures
    .slice(0, SHOWN_MEASURES)
    .map(({ key, a, b }) => [key, `${a ?? "not defined"} -> ${b ?? "not defined"}`]);
  const rest =
    measures.length > SHOWN_MEASURES ? [`  and ${measures.length - SHOWN_MEASURES} more (--json lists all)`] : [];
  return [
    ...lines,
    `${counted(measures.length, "measure differs", "measures differ")} in that week:`,
    aligned(rows, "  "),
    ...rest,
  ].join("\n");
}
