/** A life as a person reads it: the answer first, then why, then what happened year by year and every pound of it. */
import type { Explanation, Fact, Happening, InWeek, LeverValue } from "../simulation/explain/index.ts";
import { dateText } from "../simulation/explain/amounts.ts";
import { seedsText } from "../node/seeds.ts";
import type { Described } from "../node/store/write.ts";
import { section } from "./explanation-section.ts";
import { moneyTable, yearTable } from "./explanation-tables.ts";
import { weekText } from "./explanation-week.ts";
import { aligned, wrapped } from "./text.ts";

/** The whole text, in lines of at most so many characters. */
export function explanationText(found: Explanation, described: Described, columns: number): string {
  const parts = found.inWeek === null ? lifeParts(found, described, columns) : weekParts(found.inWeek, columns);
  return [headOf(found), ...parts, footOf(found, described, columns)].filter((part) => part !== "").join("\n\n");
}

function headOf({ agent, scenario, seed, firstWeek, lastWeek, lastMonday, opening, weeks }: Explanation): string {
  const end = lastWeek === weeks - 1 ? "there to the end of the run" : `last there on ${dateText(lastMonday)}`;
  const name = `${agent.name.slice(0, 1).toUpperCase()}${agent.name.slice(1)}`;
  const who = opening.find((fact) => fact.name === "group")?.text;
  return [
    `${name}${who === undefined ? "" : `, ${who}`}`,
    `${scenario}, seed ${seed}; weeks ${firstWeek} to ${lastWeek} of the run, ${end}`,
  ].join("\n");
}

function lifeParts(found: Explanation, { origins }: Described, columns: number): string[] {
  const { summary, causes, hit, opening, story, years, money } = found;
  return [
    section("In short", paragraphs(summary, columns)),
    ...causes.map(({ title, sentences }) => section(title, paragraphs([sentences.join(" ")], columns))),
    hit === null ? "" : section("Who was hit", paragraphs(hit.sentences, columns)),
    section("At the beginning", factList(opening, columns)),
    section("What happened", storyText(story, origins, columns)),
    section("Year by year", yearTable(years, columns)),
    section("Money by financial year, £", moneyTable(money, columns)),
  ];
}

function weekParts(inWeek: InWeek, columns: number): string[] {
  const { happenings } = inWeek;
  const title = `Week ${inWeek.week}, which starts on ${dateText(inWeek.monday)} (${inWeek.year})`;
  const story =
    happenings.length === 0 ? "  Nothing turned." : happenings.map((each) => entryText(each, {}, columns)).join("\n");
  return [section(title, story), ...weekText(inWeek, columns)];
}

const paragraphs = (texts: readonly string[], columns: number): string =>
  texts.map((text) => wrapped(text, columns, "  ")).join("\n");

const factList = (facts: readonly Fact[], columns: number): string =>
  aligned(
    facts.map(({ label, text }) => [label, text]),
    "  ",
  )
    .split("\n")
    .map((line) => line.slice(0, columns))
    .join("\n");

/** Under a date. */
const INDENT = " ".repeat(15);

/** Happenings by financial year; a rule's parameters stand beside the first of its kind, and where they changed. */
function storyText(story: readonly Happening[], origins: Described["origins"], columns: number): string {
  // By code, the rule's parameters as they were shown last.
  const seen = new Map<string, ReadonlyMap<string, number | string>>();
  let [year, week] = ["", -1];
  let said = new Set<string>();
  const lines: string[] = [];
  for (const each of story) {
    if (each.week !== week) said = new Set();
    week = each.week;
    if (each.year !== year) lines.push(`  ${each.year}`);
    year = each.year;
    const shown = seen.get(each.code);
    const levers = each.levers.filter(({ path, value }) => shown?.get(path) !== value);
    // What the same week has said already is not said again.
    const facts = each.facts.filter((fact) => !said.has(factText(fact)));
    for (const fact of facts) said.add(factText(fact));
    lines.push(entryText({ ...each, facts, levers }, origins, columns));
    seen.set(each.code, new Map(each.levers.map(({ path, value }) => [path, value])));
  }
  return lines.join("\n");
}

function entryText(
  { monday, sentence, weeks, facts, levers }: Happening,
  origins: Described["origins"],
  columns: number,
): string {
  const again = weeks > 1 ? ` So it went for ${weeks} weeks in a row.` : "";
  const told = wrapped(`${sentence}${again}`, columns, INDENT).slice(INDENT.length);
  const lines = [`  ${dateText(monday).padStart(11)}  ${told}`];
  if (facts.length > 0) lines.push(wrapped(facts.map(factText).join("; "), columns, `${INDENT}  `));
  if (levers.length > 0) {
    const rules = `by ${levers.map((lever) => leverText(lever, origins)).join("; ")}`;
    lines.push(wrapped(rules, columns, `${INDENT}  `));
  }
  return lines.join("\n");
}

const factText = ({ label, text }: Fact): string => `${label} ${text}`;

/** "Overdraft limit: 2 weeks of cost [providers.overdraftWeeks]". */
function leverText({ path, label, value, unit, isDefault }: LeverValue, origins: Described["origins"]): string {
  const setBy = isDefault ? undefined : origins[path];
  return `${label}: ${valueText(value, unit)} [${path}${setBy === undefined ? "" : `, set by ${setBy}`}]`;
}

/** A number of minus one that its unit gives a meaning of its own is said by that meaning. */
function valueText(value: number | string, unit: string): string {
  if (unit === "choice") return `${value}`;
  const [plain, special] = unit.split(", or -1 for ");
  return value === -1 && special !== undefined ? special : `${value} ${plain}`;
}

function footOf({ scenarioHash, digest }: Explanation, { engineVersion, seeds }: Described, columns: number): string {
  return [
    wrapped("Who is in it was drawn, not recorded: no real person or firm. This is not a forecast.", columns),
    `scenario ${scenarioHash.slice(0, 8)}  seed ${seedsText(seeds)}  engine ${engineVersion}  digest ${digest}`,
  ].join("\n");
}
