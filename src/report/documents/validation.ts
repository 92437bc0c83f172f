/** The tables of docs/validation.md: what the facts are, from their declarations; and what runs give. */
import { FACTS, judge, type JudgedFact } from "../../experiment/facts/index.ts";
import { simulatedText, targetText } from "../facts.ts";
import { filled, table } from "./markdown.ts";

/** What each fact is: target, source, and what went in. Needs no run. */
function factsTable(): string {
  const rows = judge(FACTS, []).map(({ id, fact, parts, source, input, usedInFitting }) => {
    const targets = parts.map((part) => `${part.label}: ${targetText(part)}${unitOf(part.unit)}`).join("; ");
    return [id, fact, targets, source, input === false ? "" : input, usedInFitting === false ? "" : usedInFitting];
  });
  return table(["", "fact", "target", "source", "goes in by construction", "used in fitting"], rows);
}

const unitOf = (unit: string): string => (unit === "%" || unit === "ratio" ? "" : ` ${unit.replace("GBP ", "")}`);

/** What the runs give, part by part; why the failing ones fail; and by which results. */
function runsText(facts: readonly JudgedFact[], digest: string): string {
  const parts = facts.flatMap((fact) => fact.parts);
  const rows = parts.map((part) => [
    part.id,
    part.label,
    targetText(part),
    simulatedText(part),
    part.pass ? "" : "outside",
  ]);
  const passed = facts.filter(({ pass }) => pass).length;
  const runs = Math.max(0, ...parts.map(({ simulated }) => simulated.runs));
  const whys = parts.flatMap(({ id, label, why }) => (why === null ? [] : [`- **${id}**, ${label}: ${why}`]));
  return [
    `${passed} of ${facts.length} facts inside tolerance, over ${runs} run${runs === 1 ? "" : "s"}. ${madeBy(digest)}`,
    table(["", "measured", "target", "median (5th to 95th percentile)", ""], rows),
    ...(whys.length === 0 ? [] : [whys.join("\n")]),
  ].join("\n\n");
}

/** The sentence by which the page says of which results its figures are. */
export const madeBy = (digest: string): string => `The baseline's seed 1 had digest \`${digest}\`.`;

/** The page with its table of facts filled in anew. */
export const withFacts = (page: string): string => filled(page, "facts", factsTable());

/** The page with what the runs give filled in anew. */
export const withRuns = (page: string, facts: readonly JudgedFact[], digest: string): string =>
  filled(page, "runs", runsText(facts, digest));
