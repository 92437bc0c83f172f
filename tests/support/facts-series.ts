/** Hand-made weekly series from April 2010 on, as the facts read them. */
import { daysFromIso, isoFromDays } from "../../src/kernel/calendar.ts";
import { FACTS, partIds, type Fact, type Figures, type Part } from "../../src/experiment/facts/index.ts";
import type { Weekly } from "../../src/experiment/facts/window.ts";

/** Mondays of the first `weeks` weeks of a run. */
export const mondaysFrom = (start: string, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, week) => isoFromDays(daysFromIso(start) + 7 * week));

/** Series of the decade, each from its Monday and its week. */
export function seriesOf(
  of: Readonly<Record<string, (monday: string, week: number) => number>>,
  mondays = mondaysFrom("2010-04-05", 522),
): Weekly {
  const weekly = Object.entries(of).map(([key, value]) => [key, Float64Array.from(mondays, value)] as const);
  return { mondays, weekly: Object.fromEntries(weekly) };
}

export const factOf = (id: string): Fact => {
  const found = FACTS.find((fact) => fact.id === id);
  if (found === undefined) throw new Error(`there is no fact ${id}`);
  return found;
};

/** A part by its name, such as "C05a". */
export function partOf(id: string): Part {
  const fact = factOf(id.slice(0, 3));
  return fact.parts[partIds(fact).indexOf(id)];
}

/** What a part that reads measures makes of series. */
export function figureOf(id: string, run: Weekly): number {
  const { figure } = partOf(id);
  if (figure.from !== "measures") throw new Error(`${id} looks at the world`);
  return figure.of(run);
}

/** Figures of one run that hit every target, with some of them changed. */
export const onTarget = (changes: Figures = {}): Figures => ({
  ...Object.fromEntries(FACTS.flatMap((fact) => partIds(fact).map((id, index) => [id, fact.parts[index].target]))),
  ...changes,
});
