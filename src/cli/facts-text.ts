/** The baseline facts as a person reads them: each with its source and verdict, its parts beside their targets. */
import type { JudgedFact, JudgedPart } from "../experiment/facts/index.ts";
import { seedsText } from "../node/seeds.ts";
import type { Described } from "../node/store/write.ts";
import { simulatedText, targetText } from "../report/facts.ts";
import { unparted } from "../report/wording.ts";
import { aligned, COLUMNS, counted, wrapped } from "./text.ts";

/** Under the words of a fact, after its id and verdict. */
const INDENT = " ".repeat(11);

const MARKS = [
  "i  part of it goes in by construction: it is shown, and claims nothing.",
  "f  parameters were set with it in view: agreement is no test of the model.",
];

/** Head, table, a line for each fact that fails, and how many do not. */
export function factsText(described: Described, facts: readonly JudgedFact[]): string {
  const parts = facts.flatMap((fact) => fact.parts.map(rowOf));
  const lines = aligned(parts, INDENT).split("\n");
  const table = facts.map((fact) => [headingOf(fact), ...lines.splice(0, fact.parts.length)].join("\n"));
  const failing = facts.filter(({ pass }) => !pass).flatMap(whysOf);
  return [
    headOf(described),
    table.join("\n"),
    MARKS.join("\n"),
    ...(failing.length === 0 ? [] : [`Outside tolerance\n${failing.join("\n")}`]),
    `${facts.filter(({ pass }) => pass).length} of ${facts.length} facts inside tolerance`,
  ].join("\n\n");
}

function headOf({ scenario, scenarioHash, seeds, engineVersion }: Described): string {
  const { name, title } = scenario;
  return [
    title === "" || title === name ? name : `${name}: ${title}`,
    `${counted(seeds.length, "run")} (${seeds.length === 1 ? "seed" : "seeds"} ${seedsText(seeds)})  ` +
      `scenario ${scenarioHash.slice(0, 8)}  engine ${engineVersion}`,
    "Target with its tolerance, fixed before any run; then median, 5th and 95th percentile over the runs.",
    "Ranges show run-to-run variation only.",
  ].join("\n");
}

function headingOf({ id, fact, source, pass, label, parts, input, usedInFitting }: JudgedFact): string {
  const marks = [input === false ? "" : " i", usedInFitting === false ? "" : " f"].join("");
  const decided = pass || parts.length === 1 ? "" : `; decided by: ${label}`;
  const heading = wrapped(unparted(`${fact} (${source})${marks}${decided}`), COLUMNS, INDENT).slice(INDENT.length);
  return `${id}  ${pass ? "pass" : "FAIL"}  ${heading}`;
}

/** Label, target, what the runs give, and whether that is outside. */
function rowOf(part: JudgedPart): string[] {
  return [unparted(part.label), unparted(targetText(part)), simulatedText(part), part.pass ? "" : "outside"];
}

/** A sentence for each part that fails, under the fact's id. */
const whysOf = ({ id, parts }: JudgedFact): string[] =>
  parts.flatMap(({ label, why }) =>
    why === null ? [] : [`${id}${wrapped(unparted(`${label}: ${why}`), COLUMNS, "     ").slice(id.length)}`],
  );
