/** The sweep of the model's own assumptions: every judged number at either end of its range, one at a time. */
import { endsOf, leaves, subjects, type Parameter, type Range } from "../../model/levers/index.ts";

/** A parameter at one end of its range. */
export interface Judged {
  /** As a scenario names it, without the group. */
  readonly path: string;
  readonly end: "least" | "most";
  /** What the alternative is called in the sweep. */
  readonly name: string;
  /** Leaf -> its values by date; "" from the very beginning. */
  readonly values: Readonly<Record<string, readonly (readonly [from: string, value: number])[]>>;
}

const AS_ASSUMED = "as assumed";

/** What is looked at: what the model is asked for first, and what that hangs on. */
const MEASURES = [
  "providers.failures",
  "providers.closures",
  "topUps.meanWeekly",
  "outcomes.drift",
  "unmet.hoursPercent",
  "people.awaitingCare",
  "workforce.vacancyPercent",
  "prices.frameworkFee",
  "council.gapPercent",
] as const;

/** All of them in the order of declaration, but for ends that are the value itself. */
export const judged: readonly Judged[] = Object.entries(subjects).flatMap(([subject, rows]) =>
  Object.entries<Parameter>(rows).flatMap(([name, row]) =>
    row.range === undefined ? [] : atEnds(`${subject}.${name}`, row, row.range),
  ),
);

function atEnds(path: string, row: Parameter, range: Range): readonly Judged[] {
  const own = leaves.filter((leaf) => leaf.path === path || leaf.path.startsWith(`${path}.`));
  return (["least", "most"] as const).flatMap((end) => {
    let differs = false;
    const values: Record<string, [string, number][]> = {};
    for (const leaf of own) {
      if (leaf.type !== "number") continue;
      values[leaf.path] = leaf.default.map(({ from, value }) => {
        const at = endsOf(range, value, leaf)[end === "least" ? 0 : 1];
        differs ||= at !== value;
        return [from, at];
      });
    }
    return differs ? [{ path, end, name: `${path}, ${end}`, values: shortened(path, values, row) }] : [];
  });
}

/** Where all groups have the same value, they are set by one name. */
function shortened(path: string, values: Judged["values"], { type }: Parameter): Judged["values"] {
  const [first] = Object.values(values);
  const isSame = Object.values(values).every((each) => JSON.stringify(each) === JSON.stringify(first));
  return type === "group" && isSame ? { [path]: first } : values;
}

/** One alternative as a line of the file. */
function lineOf({ name, values }: Judged): string {
  const dates = [...new Set(Object.values(values).flatMap((steps) => steps.map(([from]) => from)))].sort();
  const at = (date: string): string =>
    Object.entries(values)
      .flatMap(([path, steps]) => steps.filter(([from]) => from === date).map(([, value]) => `${path}: ${value}`))
      .join(", ");
  const later = dates.filter((date) => date !== "").map((date) => `{ from: ${date}, set: { ${at(date)} } }`);
  const changes = later.length === 0 ? "" : `, changes: [${later.join(", ")}]`;
  return `      - { name: "${name}", set: { ${at("")} }${changes} }`;
}

/** The text of scenarios/sweeps/assumptions.yaml. */
export const assumptionsSweep = (): string => `# Which of the model's own assumptions matter, and for what?
# Written from the code by \`npm run docs\`: every number that is judged, at either end of the range that we would defend.
format: 1
name: assumptions
title: Every assumption at either end of its range
question: Which of the numbers that the model judges matter, and for what?
source: "our own question; the ranges are those of the assumptions log"
scenario: baseline
# A quarter of the mean council: the whole is some ten minutes on two processors.
set: { size.scale: 0.25 }
axes:
  - name: assumption
    label: assumption
    kind: uncertainty
    alternatives:
      - name: ${AS_ASSUMED}
${judged.map(lineOf).join("\n")}
seeds: 1-4
reference: { assumption: ${AS_ASSUMED} }
measures:
${MEASURES.map((key) => `  - ${key}`).join("\n")}
`;
