/** A precept over what the law allows is held at it in a run; its Aprils can be gone through without one. */
import { financialYearLabel, financialYearOf } from "../kernel/index.ts";
import { preceptAsked, preceptRaised } from "../model/rules/precept.ts";
import { listed } from "../report/wording.ts";
import { NO_PLACE, type Problem } from "../simulation/scenario/problem.ts";
import type { ResolvedScenario } from "../simulation/scenario/index.ts";
import { timetableOf } from "../simulation/timetable.ts";

/** A warning of the Aprils in which a run will raise less than is asked for; none where there is no such April. */
export function preceptHeld(scenario: ResolvedScenario, file: string): readonly Problem[] {
  const { eras, eraOfWeek, aprilWeek, startDay, burnInWeeks } = timetableOf(scenario);
  const held: { readonly lever: string; readonly text: string }[] = [];
  let total = Number.NaN;
  let before = 0;
  for (const [week, isApril] of aprilWeek.entries()) {
    if (isApril === 0) continue;
    const era = eras[eraOfWeek[week]];
    const { preceptTotal, preceptLimit, preceptUse } = era.council;
    if (preceptTotal !== total) [total, before] = [preceptTotal, 0];
    const [asked, raised] = [preceptAsked(era), preceptRaised(era, before)];
    before += raised;
    if (raised >= asked) continue;
    const limit = raised < preceptLimit ? "council.preceptTotal, less what was raised before" : "council.preceptLimit";
    const year = financialYearLabel(financialYearOf(startDay + 7 * (week - burnInWeeks)));
    const lever = preceptUse >= 0 ? "council.preceptUse" : "council.precept";
    held.push({ lever, text: `${percent(asked)} in ${year}, where it is ${percent(raised)} (${limit})` });
  }
  if (held.length === 0) return [];
  const path = listed([...new Set(held.map(({ lever }) => lever))]);
  const message = `asks for more precept than the law allows, and a run will hold it at that: ${listed(held.map(({ text }) => text))}`;
  const problem = { ...NO_PLACE, file, path, message, found: "", allowed: "", suggestion: "" };
  return [{ ...problem, kind: "warning" }];
}

const percent = (share: number): string => `${Number((100 * share).toFixed(4))}%`;
