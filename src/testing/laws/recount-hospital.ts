/** Second counts of admissions, delayed days and what they cost the NHS, and of what the yearly survey hears. */
import { exp, normal, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { Range } from "./recount-delays.ts";
import { findsHard } from "./recount-information.ts";
import { type Count, fundedRows, once, percent, type Sources } from "./recount-sources.ts";
import { sayYes } from "./recount-truth.ts";
import { Stage } from "../../model/world/codes.ts";

const admissions = (s: Sources): number => s.events("person.crisis", "hospital") + s.midweek.admittedOnTurn;

function cost(s: Sources): Range {
  const { admissionCost, delayedDayCost } = s.world.era.nhs;
  const yearly = (days: number): number =>
    ((admissions(s) * admissionCost + days * delayedDayCost) / 1e8) * WEEKS_PER_YEAR;
  return [yearly(s.midweek.delays.days[0]), yearly(s.midweek.delays.days[1])];
}

/** Weeks from April to January, when the council asks; before the first April they count from the first recorded week. */
const WEEKS_TO_JANUARY = 41;
/** Quality of life at which as many reply as usually do, points. */
const USUAL = 18.7;

function isJanuary({ world: { week, timetable } }: Sources): boolean {
  const april = timetable.aprilWeek.lastIndexOf(1, week);
  return week - Math.max(april, timetable.burnInWeeks) === WEEKS_TO_JANUARY;
}

/** Somebody who replied, and how they say that they fare: with error, and beyond the ends of the scale too. */
interface Reply {
  readonly row: number;
  readonly told: number;
}

/** What those told who were asked and replied, person by person. */
const replies = once((s: Sources): readonly Reply[] => {
  if (!isJanuary(s)) return [];
  const { people, era, draws } = s.world;
  const { stage, life } = people.columns;
  const { surveySample, responseRate, responseBias, answerError } = era.monitoring;
  const served = fundedRows(s).filter((row) => stage[row] === Stage.served);
  const asked = served.filter(
    (row) => draws["monitoring.sample"].uniform(people.keys[row]) * served.length < surveySample,
  );
  const silent = Math.max(0.001, 1 - responseRate);
  const replied = asked.filter((row) => {
    const weight = responseRate * exp(responseBias * (life[row] - USUAL));
    return draws["monitoring.sample"].uniform(people.keys[row], 1) < weight / (weight + silent);
  });
  return replied.map((row) => ({
    row,
    told: normal(draws["monitoring.answer"].uniform(people.keys[row]), life[row], answerError),
  }));
});

/** Draws of an answer: how somebody fares, then one for each yes-or-no item. */
const CONTROL = 1;
const SATISFIED = 2;

/** Share of those who replied and said yes, each with the lot of their own for the item. */
function saidYes(s: Sources, item: number, odds: number, slope: number): number {
  const { people, draws } = s.world;
  const lot = (row: number): number => draws["monitoring.answer"].uniform(people.keys[row], item);
  return percent(replies(s).filter(({ row, told }) => lot(row) < sayYes(odds, slope, told)).length, replies(s).length);
}

export const HOSPITAL: Readonly<Record<string, (sources: Sources) => Count>> = {
  "waits.delayedDays": (s) => s.midweek.delays.days,
  "nhs.emergencyAdmissions": admissions,
  "nhs.cost": cost,
  "monitoring.answers": (s) => replies(s).length,
  "monitoring.qualityOfLife": (s) => {
    const answers = replies(s).map(({ told }) => Math.max(0, Math.min(24, told)));
    return answers.length > 0 ? answers.reduce((sum, each) => sum + each, 0) / answers.length : Number.NaN;
  },
  "monitoring.controlPercent": (s) => {
    const { controlOdds, controlSlope } = s.world.era.outcomes;
    return saidYes(s, CONTROL, controlOdds, controlSlope);
  },
  "monitoring.satisfiedPercent": (s) => {
    const { satisfiedOdds, satisfiedSlope } = s.world.era.outcomes;
    return saidYes(s, SATISFIED, satisfiedOdds, satisfiedSlope);
  },
  "monitoring.informationHardPercent": (s) =>
    percent(replies(s).filter(({ row }) => findsHard(s.world, row)).length, replies(s).length),
};
