/** Levers of direct payments, wages and safety, tried one by one: a dated change moves its measure as the row says. */
import { describe, expect, it } from "vitest";
import { subjects, type Parameter, type Subject, type Trial } from "../../src/model/levers/index.ts";
import { simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SUBJECTS: Readonly<Record<string, Subject>> = {
  directPayment: subjects.directPayment,
  wages: subjects.wages,
  safety: subjects.safety,
  framework: { managedTopUpShare: subjects.framework.managedTopUpShare },
  outcomes: { safety: subjects.outcomes.safety },
};

interface Tried {
  readonly path: string;
  readonly row: Parameter;
  readonly measure: string;
  readonly sign: 1 | -1;
  readonly trial: Trial;
}

const TRIED = Object.entries(SUBJECTS).flatMap(([subject, rows]) =>
  Object.entries(rows).flatMap(([name, row]): Tried[] => {
    const { firstOrder } = row;
    if (firstOrder?.trial === undefined) return [];
    const { measure, sign, trial } = firstOrder;
    return [{ path: `${subject}.${name}`, row, measure, sign, trial }];
  }),
);

/** The council starts on 5 January 2015; the change comes in its ninth week. */
const CHANGE = "2015-03-02";
const CHANGE_WEEK = 8;
const SEEDS = ["1", "2", "3", "4"];

/** Mean of the measure over the year from the change on, over all seeds. */
function meanOf({ path, measure, trial }: Tried, changed: boolean): number {
  const free = trial.free ?? [];
  const changes = changed ? [{ from: CHANGE, set: { [path]: trial.to } }] : [];
  const scenario = scenarioFrom(smallCouncil({ weeks: 60, set: trial.given ?? {}, changes }));
  const frozen = { prices: !free.includes("prices"), matching: !free.includes("matching") };
  const values = SEEDS.flatMap((seed) =>
    Array.from(simulate(scenario, seed, { frozen }).weekly[measure]).slice(CHANGE_WEEK),
  ).filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What a lever is before the change: the larger of its by-group values, where it goes by group. */
function before({ row, trial, path }: Tried): number {
  const given = trial.given?.[path];
  if (typeof given === "number") return given;
  const { value } = row.default.filter(({ from }) => from <= CHANGE).at(-1) ?? row.default[0];
  return typeof value === "object" ? Math.max(...value) : Number(value);
}

/** Which way the measure must go: a rise of the lever moves it by the sign; a choice is named by the sign alone. */
const directionOf = (tried: Tried): number =>
  tried.row.type === "choice" ? tried.sign : tried.sign * Math.sign(Number(tried.trial.to) - before(tried));

describe("each lever with a trial", () => {
  it("is among those that are tried", () => {
    expect(TRIED.length).toBeGreaterThan(35);
  });

  it.each(TRIED.map((tried) => [tried.path, tried.measure, tried] as const))("%s moves %s", (_, __, tried) => {
    const change = (meanOf(tried, true) - meanOf(tried, false)) * directionOf(tried);
    expect(change).toBeGreaterThanOrEqual(tried.trial.least);
  });
});
