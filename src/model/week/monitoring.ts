/** Phase 11. Once a year the council asks a sample how they fare; who answers and what they say is not quite the truth. */
import { exp, normal } from "../../kernel/index.ts";
import { controlChance, satisfiedChance, USUAL_LIFE } from "../rules/survey.ts";
import { isFunded, Stage } from "../world/codes.ts";
import { findsItHard, unadvised } from "../world/information.ts";
import type { World } from "../world/world.ts";

/** Weeks after April in which the survey goes out: January. */
const SURVEY_WEEK = 41;

export function monitoring(world: World): void {
  if (weeksSinceApril(world) === SURVEY_WEEK) survey(world);
}

/** Weeks since the year began; the opening week counts as one. */
function weeksSinceApril(world: World): number {
  const { aprilWeek, burnInWeeks } = world.timetable;
  for (let back = 0; world.week - back >= burnInWeeks; back++) {
    if (aprilWeek[world.week - back] === 1) return back;
  }
  return world.week - burnInWeeks;
}

/** Answers of those who reply: how they fare with error, whether they have enough control, whether they are satisfied. */
function survey(world: World): void {
  const { people, era, tally } = world;
  const { funding, stage, life } = people.columns;
  const sample = world.draws["monitoring.sample"];
  const answer = world.draws["monitoring.answer"];
  const unadvisedShare = unadvised(world);
  let served = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] === Stage.served && isFunded(funding[row])) served += 1;
  }
  const chance = served > 0 ? Math.min(1, era.monitoring.surveySample / served) : 0;
  const usual = era.monitoring.responseRate / (1 - Math.min(0.999, era.monitoring.responseRate));
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.served || !isFunded(funding[row])) continue;
    const key = people.keys[row];
    if (sample.uniform(key) >= chance) continue;
    const odds = usual * exp(era.monitoring.responseBias * (life[row] - USUAL_LIFE));
    if (sample.uniform(key, 1) >= odds / (1 + odds)) continue;
    const told = normal(answer.uniform(key), life[row], era.monitoring.answerError);
    tally.surveyed += 1;
    tally.surveyLife += Math.min(24, Math.max(0, told));
    tally.surveyInformationHard += findsItHard(world, row, unadvisedShare) ? 1 : 0;
    tally.surveyControl += answer.uniform(key, 1) < controlChance(era, told) ? 1 : 0;
    tally.surveySatisfied += answer.uniform(key, 2) < satisfiedChance(era, told) ? 1 : 0;
  }
}
