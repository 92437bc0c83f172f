/** The assumptions log: what the model rests on, how good that is, and what it moves. */
import { leaves, rangeText, subjects, type Parameter } from "../../model/levers/index.ts";
import { assumedOf } from "../assumed.ts";
import { evidence } from "../evidence/index.ts";
import { table } from "./markdown.ts";
import { defaultOf, isGrouped, ratingOf } from "./parameters.ts";
import { movedBy, sensitiveText, type Effect } from "./sensitivity.ts";

const RATINGS = {
  A: "read at the source, or in a report of it",
  B: "an official statistic, from memory",
  C: "approximate: no better than an assumption",
  D: "our assumption, with the range that we would defend",
} as const;

const all: () => readonly (readonly [string, Parameter])[] = () =>
  Object.entries(subjects).flatMap(([subject, rows]) =>
    Object.entries<Parameter>(rows).map(([name, row]) => [`${subject}.${name}`, row] as const),
  );

/** The page of assumptions, the weakest ground first; `effects` of the sweep of assumptions. */
export function assumptionsPage(effects: readonly Effect[]): string {
  const rows = all();
  const moved = movedBy(effects);
  const tried = new Set(effects.map(({ parameter }) => parameter));
  const counts = Object.keys(RATINGS).map((rating) => [
    rating,
    RATINGS[rating as keyof typeof RATINGS],
    String(rows.filter(([, row]) => ratingOf(row) === rating).length),
  ]);
  const judged = assumedOf(leaves);
  const grouped = rows.filter(([, row]) => isGrouped(row)).length;
  const parts = (["D", "C", "B", "A"] as const).map((rating) => {
    const own = rows.filter(([, row]) => ratingOf(row) === rating);
    const lines = own.map(([path, row]) => [
      `\`${path}\``,
      row.label,
      defaultOf(row),
      row.unit,
      row.range === undefined ? "" : rangeText(row.range),
      row.evidence,
      tried.has(path) ? sensitiveText(moved, path) : (row.firstOrder?.measure ?? ""),
    ]);
    const heads = ["path", "label", "value", "unit", "range", "evidence or reason", "who is sensitive"];
    return `## Rated ${rating}: ${RATINGS[rating]}\n\n${table(heads, lines)}`;
  });
  return `# Assumptions log

Written from the code by \`npm run docs\`; a test fails where it is out of date. A parameter is rated by the best source it
names. Owner of all rows: the maintainers of this project, who take better sources as [contributions](../CONTRIBUTING.md).

${table(["rating", "means", "parameters#"], counts)}

Here each parameter counts once. \`caremarket levers\` and the pages of results count the ${grouped} that have a value for each
of four groups of people once a group: ${judged.all} numbers and choices, ${leaves.filter((row) => ratingOf(row) === "D").length} of them rated D. That ${judged.judged} of ${judged.all} rest on
judgement, as pages say, counts those whose evidence begins with "assumption": not those of rating D that name a report for the
direction and only for the size a judgement, but also those of a better rating whose figure we judged from a source.

**Range** is what we would defend: least and most, or so far on either side of the value; empty where the number is not
judged. What is allowed is in [parameters](parameters.md), and so is the measure that a change moves first. **Who is
sensitive** says what a wrong number would do to what the model is asked for: the measures that the ends of the range,
least and most in this order, move by at least half of what luck alone moves them, for every draw of luck tried, the most
moved first; "·" is an end that does not. [Sensitivity](sensitivity.md) has how that was found, and what matters most.
Where a number has not been tried so, the column names the measure that a change of it moves first.

${parts.join("\n\n")}
`;
}

/** The page of figures that parameters, facts and scenarios name. */
export function evidencePage(): string {
  const rows = evidence.map(({ id, quantity, value, unit, year, place, confidence, source }) => [
    id,
    quantity,
    value,
    unit,
    year,
    place,
    confidence,
    source,
  ]);
  return `# Evidence

Written from the code by \`npm run docs\`. The figures that parameters, facts and scenarios name, each with its source.
Confidence: ${Object.entries(RATINGS)
    .slice(0, 3)
    .map(([rating, means]) => `${rating} ${means}`)
    .join("; ")}. All money is in the prices of its year.

${table(["id", "quantity", "value", "unit", "year", "place", "confidence", "source"], rows)}
`;
}
