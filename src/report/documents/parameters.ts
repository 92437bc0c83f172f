/** Every parameter in a table: what it means, what it is, what it may be, and what that rests on. */
import { leaves, reasonOf, subjects, type Parameter } from "../../model/levers/index.ts";
import { evidenceOf, idsIn } from "../evidence/index.ts";
import { table } from "./markdown.ts";

/** Titles of the subjects, in the order in which they are declared. */
const SUBJECT_TITLES: Readonly<Record<keyof typeof subjects, string>> = {
  wages: "Wages and what is taken from them",
  prices: "Prices and running costs",
  council: "The council's money",
  careHomes: "Care homes",
  framework: "The framework and its fee",
  directPayment: "Direct payments and personal assistants",
  assessment: "Assessment, charges and reviews",
  route: "Routes to care",
  information: "Finding out about support",
  demand: "Who comes, and with what needs",
  nhs: "Care and the NHS",
  providers: "Providers' decisions",
  labour: "Workers",
  outcomes: "Quality of life",
  safety: "Safety",
  monitoring: "What is monitored",
  size: "Size and opening stocks",
};

const KINDS = { policy: "policy", world: "world", behaviour: "behaviour", size: "size" } as const;

const valueOf = (value: number | string | readonly number[]): string =>
  typeof value === "object" ? value.join(" / ") : String(value);

/** The default: one value, or each with the date from which it holds. */
export const defaultOf = ({ default: steps }: Parameter): string =>
  steps.length === 1
    ? valueOf(steps[0].value)
    : steps.map(({ from, value }) => `${valueOf(value)}${from === "" ? "" : ` from ${from}`}`).join(", ");

const rangeOf = (row: Parameter): string =>
  row.type === "choice" ? row.choices.join(" or ") : `${row.min} to ${row.max}`;

/**
 * How good the ground is: the best of the sources named (A read at the source, B an official statistic from memory, C
 * approximate), D an assumption of ours.
 */
export function ratingOf({ evidence }: Parameter): "A" | "B" | "C" | "D" {
  const found = idsIn(evidence).flatMap((id) => evidenceOf(id)?.confidence ?? []);
  return [...found].sort()[0] ?? "D";
}

/** One value for each group of people: four of what reports and the command line count. */
export const isGrouped = ({ type }: Parameter): boolean => type === "group";

/** All parameters of a subject, one a row. */
function tableOf(subject: keyof typeof subjects): string {
  const rows = Object.entries<Parameter>(subjects[subject]).map(([name, row]) => [
    `\`${subject}.${name}\`${isGrouped(row) ? " (older / physical / learning / mental)" : ""}`,
    row.sentence,
    defaultOf(row),
    row.unit,
    rangeOf(row),
    KINDS[row.kind],
    reasonOf(row),
    row.firstOrder === undefined ? "" : `${row.firstOrder.sign > 0 ? "+" : "−"} \`${row.firstOrder.measure}\``,
  ]);
  return table(
    ["path", "what a higher value means", "default", "unit", "allowed", "kind", "rests on", "moves first"],
    rows,
  );
}

/** The page of parameters. */
export function parametersPage(): string {
  const names = Object.keys(subjects) as (keyof typeof subjects)[];
  const count = names.reduce((sum, name) => sum + Object.keys(subjects[name]).length, 0);
  const grouped = names.flatMap((name) => Object.values<Parameter>(subjects[name])).filter(isGrouped).length;
  const parts = names.map((name) => `## ${SUBJECT_TITLES[name]}\n\n${tableOf(name)}`);
  return `# Parameters

Written from the code by \`npm run docs\`; a test fails where it is out of date. ${count} parameters; a scenario file may set
each of them, from any date. ${grouped} of them have a value for each of four groups of people: \`caremarket levers\` and the
pages of results count those once a group, ${leaves.length} in all. *Policy* is what somebody decides, *world* what happens to everybody, *behaviour* how agents
respond, *size* how large the council is and how it opens. Ids such as E2-008 are rows of [evidence](evidence.md);
"assumption" says that there is none, and what range we would defend.

${parts.join("\n\n")}
`;
}
