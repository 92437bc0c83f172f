/** Rows of how people fare: everybody with a need beside those a survey would reach, and the truth beside the survey. */
import { GROUPS, GROUP_LABELS } from "../levers/parameter.ts";
import { Funding } from "../world/codes.ts";
import { MAX_ZONES } from "../world/market.ts";
import { AT, lifeAt, ratioOf, REFUSED, WAITING, type LifeSum } from "./lives.ts";
import { row, type Measure } from "./measure.ts";

const POINTS = "points, 0 to 24";
const EVERYBODY = "whoever pays and whether served, waiting or refused";
const EVERYBODY_ASKED = `${EVERYBODY}, but for people in short-term help, of whose incomes nobody asks`;
const SERVED = "funded people in long-term care, whom a survey would reach";

/** A mean at one place of the sums. */
const at = (key: string, label: string, whom: string, place: number): Measure =>
  row(
    `outcomes.${key}`,
    `Quality of life: ${label}`,
    POINTS,
    `Mean quality of life over four weeks of turns: ${label}, ${whom}.`,
    "mean",
    (v) => lifeAt(v.counts.lives, place),
  );

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const FIFTH_LABELS = ["poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth"] as const;
const fifth = (index: number): string => `${FIFTH_LABELS[index]} of incomes within the group`;

const STANDINGS = [
  ["managed", "packages without a budget", Funding.managedWithoutBudget],
  ["managedBudget", "budgets that the council manages", Funding.managedBudget],
  ["thirdParty", "budgets that a third party holds", Funding.thirdParty],
  ["directPayment", "direct payments", Funding.directPayment],
  ["selfFunded", "people who pay for themselves", Funding.selfFunded],
  ["shortTerm", "short-term help", Funding.shortTerm],
] as const;

const breadth: readonly Measure[] = [
  row(
    "outcomes.everybody",
    "Quality of life of everybody with a need",
    POINTS,
    `Mean quality of life over four weeks of turns: all who have care, wait for it or were refused it as eligibility was tightened; not who waits for an assessment that will find no such need.`,
    "mean",
    (v) => ratioOf(v.counts.lives, "everybodyLife", "everybody"),
    true,
  ),
  ...GROUPS.map((group, index) =>
    at(`everybody.${group}`, GROUP_LABELS[group].toLowerCase(), EVERYBODY, AT.BY_GROUP + index),
  ),
  ...STANDINGS.map(([key, label, code]) => at(`route.${key}`, label, "in care", AT.BY_STANDING + code)),
  at("route.waiting", "people who wait for an assessment or for care", "whoever pays", AT.BY_STANDING + WAITING),
  at("route.refused", "people refused care", "as eligibility was tightened", AT.BY_STANDING + REFUSED),
  ...numbered(MAX_ZONES).map((zone) =>
    at(`everybody.zone${zone + 1}`, `zone ${zone + 1}`, EVERYBODY, AT.BY_ZONE + zone),
  ),
  ...numbered(MAX_ZONES).map((zone) =>
    at(`served.zone${zone + 1}`, `zone ${zone + 1}`, SERVED, AT.SERVED_BY_ZONE + zone),
  ),
  ...numbered(5).map((index) => at(`everybody.fifth${index + 1}`, fifth(index), EVERYBODY_ASKED, AT.BY_FIFTH + index)),
  ...numbered(5).map((index) => at(`served.fifth${index + 1}`, fifth(index), SERVED, AT.SERVED_BY_FIFTH + index)),
];

const share = (key: string, label: string, unit: string, sentence: string, part: LifeSum, whole: LifeSum): Measure =>
  row(key, label, unit, sentence, "mean", (v) => 100 * ratioOf(v.counts.lives, part, whole));

/** What makes up a life with care. */
const parts: readonly Measure[] = [
  share(
    "outcomes.participationPercent",
    "Participation",
    "% of wanted activities",
    "Sessions of company and occupation over those wanted, at most all: mean over funded people in care.",
    "participation",
    "seen",
  ),
  share(
    "outcomes.burdenPercent",
    "Burden of managing",
    "% of an employer's work",
    "Work of managing support that neither capacity nor support covers: mean over funded people in care.",
    "burden",
    "seen",
  ),
  share(
    "outcomes.moneyStrainPercent",
    "Money strain",
    "% of what families could spend",
    "Top-ups over what person and family could spend, at most all: mean over funded people in care.",
    "moneyStrain",
    "seen",
  ),
  share(
    "outcomes.carerStrainPercent",
    "Strain on unpaid carers",
    "% of needed care",
    "Missing care that unpaid carers step in for: mean over funded people in care.",
    "carerStrain",
    "seen",
  ),
  share(
    "people.informationHardPercent",
    "People who find information hard to get",
    "% of people",
    "Funded people in care whom no directory, voluntary body or member of staff tells what support there is (E8-009: 26 %).",
    "informationHard",
    "seen",
  ),
];

/** What the returns and the survey would show if everybody were asked and nothing got lost. */
const truth: readonly Measure[] = [
  share(
    "truth.personalBudgetSharePercent",
    "Personal budgets with a choice",
    "% of funded people",
    "Funded people whose budget buys assistants, community options, or home care from one of two suppliers or more.",
    "choosing",
    "funded",
  ),
  row(
    "truth.qualityOfLife",
    "Quality of life of those surveyed",
    POINTS,
    "Mean quality of life of all whom the survey could be sent to, over four weeks of turns.",
    "mean",
    (v) => ratioOf(v.counts.lives, "servedLife", "served"),
  ),
  share(
    "truth.controlPercent",
    "Enough control",
    "% of funded people in care",
    "People who would say that they have enough control, if all were asked and nobody erred.",
    "control",
    "served",
  ),
  share(
    "truth.satisfiedPercent",
    "Satisfied",
    "% of funded people in care",
    "People who would say that they are extremely or very satisfied, if all were asked and nobody erred.",
    "satisfied",
    "served",
  ),
];

export const lives: readonly Measure[] = [...breadth, ...parts, ...truth];
