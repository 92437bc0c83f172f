/** Two sides with runs of the same seeds, as the page of a comparison takes them: years that both have, one measure a key. */
import { type ArmPeriod, commonYears, wholeYears } from "../experiment/arm-figures.ts";
import type { SweepResults } from "../experiment/sweep-results.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import { firstDifferingWeek } from "../experiment/variants.ts";
import { gainsOf, type PeopleOfRun } from "../experiment/gains.ts";
import { leaves } from "../model/levers/index.ts";
import { quoted } from "../report/wording.ts";
import { assumedOf, type ComparisonInput, type Gains } from "../report/index.ts";
import { variedBetween, type Comparison } from "./compare.ts";
import type { ComparedRun, ComparedSide } from "./compared-side.ts";
import { noYearInCommon } from "./figure-window.ts";
import { sizeDifferences } from "./other-size.ts";
import { shownGains, shownMeasures } from "./gains.ts";
import { sha256 } from "./store/checksum.ts";

export interface ComparisonWords {
  /** The line that makes the comparison again. */
  readonly command: string;
  /** What the sides are called; the reference first. */
  readonly labels: readonly [string, string];
  /** The years that figures are taken over, where they were asked for. */
  readonly asked?: ArmPeriod | undefined;
}

/** The reference is `a`. Fails where the two have no financial year in common, with as many weeks of it. */
export function comparisonInput(
  a: ComparedSide,
  b: ComparedSide,
  found: Comparison,
  measures: readonly MeasureInfo[],
  { command, labels, asked }: ComparisonWords,
): ComparisonInput {
  const sides = [a, b] as const;
  const years = commonYears([a.runs[0], b.runs[0]]);
  if (years.length === 0) throw noYearInCommon(`${a.source} and ${b.source}`);
  const { firstDifference } = found;
  const { question, name } = b.described.scenario;
  const apart = peopleApart(a, b);
  const otherSize = sizeDifferences(a.described, b.described).map(({ label }) => label);
  const gains = apart === undefined ? gainsBetween(a, b, found.seeds) : [];
  return {
    kind: "comparison",
    results: {
      name: `${a.described.scenario.name}-${name}`,
      title: titleOf(a, b, labels),
      question: question === "" ? a.described.scenario.question : question,
      axes: [],
      arms: sides.map(({ described: { scenarioHash } }, index) => ({
        index,
        label: labels[index],
        settings: {},
        scenarioHash,
      })),
      reference: 0,
      seeds: found.seeds,
      years,
      measures: measures.map(({ key }) => key).filter((key) => sides.every(({ runs }) => key in runs[0].yearly)),
      yearly: yearlyOf(sides, years),
      failures: [],
    },
    measures,
    engineVersion: found.engineVersion,
    digest: sha256(`${found.runs.a} ${found.runs.b}\n`).slice(0, 32),
    reproduce: command,
    wholeYears: years.map((year) => sides.every(({ runs: [run] }) => holdsAllOf(run, year))),
    ...(asked === undefined ? {} : { asked }),
    differences: variedBetween(a.described, b.described),
    sources: [a.source, b.source],
    ...(firstDifference === null ? {} : { firstDifference }),
    ...(gains.length === 0 ? {} : { gains }),
    ...(otherSize.length === 0 ? {} : { otherSize }),
    ...(apart === undefined ? {} : { peopleApart: apart }),
    warnings: warningsOf(sides, labels),
    assumed: assumedOf(leaves),
  };
}

/** The compared scenario's own title where it has one that tells the two apart, its label otherwise. */
function titleOf(a: ComparedSide, b: ComparedSide, labels: ComparisonWords["labels"]): string {
  const { title, name } = b.described.scenario;
  const isOwn = title !== "" && title !== name && title !== a.described.scenario.title;
  return isOwn ? `${title}, compared with ${quoted(labels[0])}` : `${labels[1]} compared with ${quoted(labels[0])}`;
}

/** Why nobody can be compared with himself or herself; undefined where everybody can, or there are no people at all. */
function peopleApart(a: ComparedSide, b: ComparedSide): string | undefined {
  const [one, other] = [a, b].map(({ runs: [run] }) => run);
  if (one.people.length === 0 || other.people.length === 0) return undefined;
  if (one.mondays.length === other.mondays.length && one.mondays[0] === other.mondays[0]) return undefined;
  const [first, second] = [one, other].map(({ mondays }) => `${mondays.length} weeks from ${mondays[0]}`);
  return `Who gains and who loses is left out: one run covers ${first}, the other ${second}. People when last seen would differ by the time that has passed as well as by the policy.`;
}

/** Everybody's own difference in each measure that both sides can answer; nothing where a side has no people. */
function gainsBetween(a: ComparedSide, b: ComparedSide, seeds: readonly string[]): readonly Gains[] {
  const peopleOf = ({ runs }: ComparedSide, place: number): PeopleOfRun => ({
    seed: seeds[place],
    weeks: runs[place].mondays.length,
    people: runs[place].people,
  });
  const tables = [a, b].flatMap(({ runs }) => runs.map(({ people }) => people));
  const { week: since, monday } = firstDifferingWeek(a.described.scenario, b.described.scenario);
  const pairs = seeds.map((_, place) => ({ first: peopleOf(a, place), second: peopleOf(b, place), since }));
  return shownMeasures(tables).map((measure) => shownGains(gainsOf(pairs, measure), 1, monday));
}

const holdsAllOf = ({ years, yearOfWeek }: ComparedRun, year: string): boolean =>
  wholeYears(years, yearOfWeek)[years.indexOf(year)];

/** The years that both have, wherever they lie in each side's own. */
function yearlyOf(sides: readonly ComparedSide[], years: readonly string[]): SweepResults["yearly"] {
  const places = sides.map(({ runs }) => years.map((year) => runs[0].years.indexOf(year)));
  return (arm, seed, measure) => {
    const values = sides[arm].runs[seed].yearly[measure];
    return values === undefined ? undefined : places[arm].map((year) => values[year]);
  };
}

/** What the runs warned of, with where and in how many of them. */
function warningsOf(sides: readonly ComparedSide[], labels: readonly string[]): readonly string[] {
  return sides.flatMap(({ runs }, side) => {
    const counts = new Map<string, number>();
    for (const { warnings } of runs) {
      for (const text of new Set(warnings)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => `${labels[side]}: ${text} (in ${count} of ${runs.length} runs)`);
  });
}
