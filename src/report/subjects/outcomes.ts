/** What happens to people: outcomes by group, top-ups, unmet need, waits, and who is served by what. */
import { GROUPS, GROUP_LABELS, type Group } from "../../model/levers/parameter.ts";
import type { ChartPlan, Found } from "../charts/build.ts";
import { groupsTitle, movedOf, movementOf, titleOf, type Moved } from "../clauses.ts";
import { seriesOf } from "../series.ts";
import type { Verdict } from "../statistics.ts";

/** Short enough for a title. */
export const SHORT_GROUPS: Readonly<Record<Group, string>> = {
  older: "older people",
  physical: "physical disability",
  learning: "learning disability",
  mental: "mental health",
};

export const driftKey = (group: Group): string => `outcomes.drift.${group}`;

/** Which groups moved, and where none clearly did, whether all together have: the page says that of them elsewhere. */
function byGroupTitle({ results }: Found, subject: string, whole: string, keyOf: (group: Group) => string): string {
  const movedIn = (key: string): Moved | undefined => {
    const found = seriesOf(results, key);
    return found && movedOf(found);
  };
  const groups = GROUPS.flatMap((group): (readonly [Verdict, string])[] => {
    const moved = movedIn(keyOf(group));
    return moved === undefined ? [] : [[moved.verdict, SHORT_GROUPS[group]]];
  });
  return groupsTitle(subject, groups, results.runs, movedIn(whole)?.verdict);
}

const levelKey = (group: Group): string => `outcomes.qualityOfLife.${group}`;

const levels: ChartPlan = {
  slug: "quality-of-life",
  name: "Quality of life of those served, by group",
  panels: GROUPS.map((group) => ({
    title: GROUP_LABELS[group],
    series: [[levelKey(group), GROUP_LABELS[group]] as const],
  })),
  title: (found) => byGroupTitle(found, "quality of life of those served", "outcomes.qualityOfLife", levelKey),
  notes: [
    "Of whoever is served and funded at the time: it moves with who they are too. The next chart holds that as at the start.",
    "Each panel has a scale of its own: read the numbers, not the heights, to compare groups.",
  ],
};

const drift: ChartPlan = {
  slug: "outcome-drift",
  name: "Quality of life of like people against the start, by group",
  sharedScale: true,
  panels: GROUPS.map((group) => ({
    title: GROUP_LABELS[group],
    series: [[driftKey(group), GROUP_LABELS[group]] as const],
    reference: { value: 0, label: "No change since the start" },
  })),
  title: (found) => byGroupTitle(found, "quality of life of like people", "outcomes.drift", driftKey),
  notes: [
    "Zero is no change since the start. Like people: the same mix of groups and needs as at the start, so a change in who is served does not show.",
    "The lines show how far from the start; the title says what changed from the first whole period to the last, run by run.",
  ],
};

const topUps: ChartPlan = {
  slug: "top-ups",
  name: "Top-ups paid by people and families",
  panels: [
    { series: [["topUps.sharePercent"]] },
    { series: [["topUps.meanWeekly"]] },
    { series: [["topUps.hoursShortPercent"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("topUps.sharePercent"), "share topping up"),
        movementOf(series("topUps.meanWeekly"), "weekly top-ups"),
      ],
      "Top-ups paid by people and families",
      results.runs,
    ),
};

const unmet: ChartPlan = {
  slug: "unmet-need",
  name: "Needed care that did not come",
  panels: [{ series: [["unmet.hoursPercent"]] }, { series: [["unmet.people"]] }],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("unmet.hoursPercent"), "unmet hours"),
        movementOf(series("unmet.people"), "people with unmet need"),
      ],
      "Needed care that did not come",
      results.runs,
    ),
};

const waits: ChartPlan = {
  slug: "waits",
  name: "Waits for assessment and care",
  panels: [
    { series: [["waits.assessmentWeeks"]] },
    { series: [["waits.delayedDays"]] },
    { series: [["people.awaitingAssessment"]] },
    { series: [["people.awaitingCare"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("waits.delayedDays"), "delayed days"),
        movementOf(series("waits.assessmentWeeks"), "wait for assessment"),
      ],
      "Waits for assessment and care",
      results.runs,
    ),
};

const people: ChartPlan = {
  slug: "people-by-service",
  name: "People by service",
  panels: [
    { series: [["people.homeCare"]] },
    { series: [["people.directPayment"]] },
    { series: [["people.supportedLiving"]] },
    { series: [["people.dayServices"]] },
    { series: [["people.selfFunded"]] },
    { series: [["people.shortTerm"]] },
  ],
  notes: [
    "Each panel has a scale of its own: read the numbers, not the heights, to compare services.",
    "Care homes are not simulated person by person, and are not in this chart: they are a sum in the council’s money.",
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("people.homeCare"), "people in home care"),
        movementOf(series("people.directPayment"), "direct payments"),
      ],
      "People by service",
      results.runs,
    ),
};

export const outcomes: readonly ChartPlan[] = [levels, drift];
export const paying: readonly ChartPlan[] = [topUps];
export const access: readonly ChartPlan[] = [unmet, waits];
export const services: readonly ChartPlan[] = [people];
