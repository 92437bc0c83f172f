/**
 * How people fare, counted twice: over everybody with a need, and over those whom a survey of funded people in care
 * would reach. By group, route, zone and income.
 *
 * Lives are looked at in turns, a quarter each week, so a week's figure is a mean over the last four weeks: everybody
 * once, with no waves of whose turn it is. The sums of four weeks are kept, and nothing else.
 */
import { listTurns, TURN_WEEKS } from "../../kernel/index.ts";
import { HIGH_NEED } from "../rules/quality-of-life.ts";
import { controlChance, satisfiedChance } from "../rules/survey.ts";
import { Funding, isFunded, Service, Stage } from "../world/codes.ts";
import { comesAndGoes } from "../world/eligible.ts";
import { fifthOf } from "../world/fifths.ts";
import { MAX_ZONES } from "../world/market.ts";
import type { World } from "../world/world.ts";

const FIFTHS = 5;
/** Standings: the seven routes by code for people in care, then everybody who waits, then everybody refused. */
export const WAITING = 7;
export const REFUSED = 8;
const STANDINGS = 9;

/** Cells of the fixed composition of funded people in care: group × (needs under ten hours, ten or more). */
export const CELLS = 8;

/** Places of the sums: over everybody by group, zone, fifth of income and standing; over those served by zone, fifth and cell. */
const BY_GROUP = 0;
const BY_ZONE = BY_GROUP + 4;
const BY_FIFTH = BY_ZONE + MAX_ZONES;
const BY_STANDING = BY_FIFTH + FIFTHS;
const SERVED_BY_ZONE = BY_STANDING + STANDINGS;
const SERVED_BY_FIFTH = SERVED_BY_ZONE + MAX_ZONES;
const SERVED_BY_CELL = SERVED_BY_FIFTH + FIFTHS;
const PLACES = SERVED_BY_CELL + CELLS;
export const AT = Object.freeze({
  BY_GROUP,
  BY_ZONE,
  BY_FIFTH,
  BY_STANDING,
  SERVED_BY_ZONE,
  SERVED_BY_FIFTH,
  SERVED_BY_CELL,
});

/**
 * Sums beside: over funded people in care, and over all funded people, with how many have a real choice. From `seen` on
 * of those only whose turn was in a recorded week: what a week was like for somebody is known in that week alone.
 */
const NAMES = [
  "everybody",
  "everybodyLife",
  "served",
  "servedLife",
  "control",
  "satisfied",
  "funded",
  "choosing",
  "holders",
  "holdersLife",
  "steady",
  "seen",
  "participation",
  "burden",
  "moneyStrain",
  "carerStrain",
  "informationHard",
] as const;
export type LifeSum = (typeof NAMES)[number];

export interface Lives {
  /** People and their quality of life, by week modulo four and place. */
  readonly people: Float64Array;
  readonly life: Float64Array;
  /** The other sums, by week modulo four and name. */
  readonly sums: Float64Array;
}

export const emptyLives = (): Lives => ({
  people: new Float64Array(TURN_WEEKS * PLACES),
  life: new Float64Array(TURN_WEEKS * PLACES),
  sums: new Float64Array(TURN_WEEKS * NAMES.length),
});

/** One of the sums at a place over four weeks. */
function over(sums: Float64Array, place: number): number {
  let sum = 0;
  for (let at = place; at < sums.length; at += PLACES) sum += sums[at];
  return sum;
}

/** Mean quality of life at `many` neighbouring places over four weeks; NaN where there is nobody. */
export function lifeAt({ people, life }: Lives, place: number, many = 1): number {
  let count = 0;
  let sum = 0;
  for (let at = place; at < place + many; at++) {
    count += over(people, at);
    sum += over(life, at);
  }
  return count > 0 ? sum / count : Number.NaN;
}

/** Funded people in care over four weeks and the sum of their quality of life, by cell. */
export function readCells(lives: Lives, people: Float64Array, life: Float64Array): void {
  for (let cell = 0; cell < CELLS; cell++) {
    people[cell] = over(lives.people, SERVED_BY_CELL + cell);
    life[cell] = over(lives.life, SERVED_BY_CELL + cell);
  }
}

/** One sum over another over four weeks; NaN where the second is nothing. */
export function ratioOf({ sums }: Lives, part: LifeSum, whole: LifeSum): number {
  const [above, below] = [NAMES.indexOf(part), NAMES.indexOf(whole)];
  let numerator = 0;
  let denominator = 0;
  for (let first = 0; first < sums.length; first += NAMES.length) {
    numerator += sums[first + above];
    denominator += sums[first + below];
  }
  return denominator > 0 ? numerator / denominator : Number.NaN;
}

/** What people would say, tabled by quarter points of quality of life, and straight between them. */
const STEP = 0.25;
const STEPS = 24 / STEP + 2;

/** By quarter point, the chance to say that one has control, and after those the chance to say that one is satisfied. */
function answersOf({ era, scratch }: World): Float64Array {
  const answers = scratch.looseFloats("livesAnswers", 2 * STEPS);
  for (let at = 0; at < STEPS; at++) {
    answers[at] = controlChance(era, at * STEP);
    answers[STEPS + at] = satisfiedChance(era, at * STEP);
  }
  return answers;
}

/** A definition: a choice is real where there are so many suppliers to choose from. */
const REAL_CHOICE = 2;

/** Whether somebody with a budget can really choose what it buys. */
function canChoose(world: World, row: number): boolean {
  const { funding, service, zone, group } = world.people.columns;
  const route = funding[row];
  if (route === Funding.managedWithoutBudget) return false;
  const kind = service[row];
  if (kind === Service.assistant || kind === Service.community) return route === Funding.directPayment;
  if (kind !== Service.homeCare) return false;
  const { frameworkChoice, affordableChoice } = world.market;
  const options =
    route === Funding.managedBudget ? frameworkChoice[zone[row]] : affordableChoice[zone[row] * 4 + group[row]];
  return options >= REAL_CHOICE;
}

/** Whose turn is in this week: the week's own list, or a fresh one where no phase has asked for it. */
function onTurnIn(world: World, week: number): { readonly onTurn: Int32Array; readonly count: number } {
  const { people, muster } = world;
  if (muster.week === week) return { onTurn: muster.onTurn, count: muster.onTurnCount };
  const onTurn = world.scratch.looseInts("livesOnTurn", people.liveCount);
  return { onTurn, count: listTurns(people.live, people.liveCount, people.columns.turn, week, onTurn) };
}

/** Takes in this week's quarter of the people, in place of the same quarter four weeks ago; the first time, everybody. */
export function countLives(world: World, lives: Lives): void {
  if (!lives.people.some((people) => people > 0)) {
    for (let ahead = 1; ahead < TURN_WEEKS; ahead++) countQuarter(world, lives, world.week + ahead);
  }
  const sums = countQuarter(world, lives, world.week);
  const { participation, burden, moneyStrain, carerStrain, informationHard } = world.tally;
  sums.set([sums[SERVED], participation, burden, moneyStrain, carerStrain, informationHard], SEEN);
}

/** Counts whoever's turn is in a week; the sums of that week, nothing in those from `seen` on. */
function countQuarter(world: World, lives: Lives, week: number): Float64Array {
  const slot = week % TURN_WEEKS;
  const counted = lives.people.subarray(slot * PLACES, (slot + 1) * PLACES).fill(0);
  const fared = lives.life.subarray(slot * PLACES, (slot + 1) * PLACES).fill(0);
  const sums = lives.sums.subarray(slot * NAMES.length, (slot + 1) * NAMES.length).fill(0);
  const { onTurn, count } = onTurnIn(world, week);
  const answers = answersOf(world);
  for (let index = 0; index < count; index++) countLife(world, onTurn[index], counted, fared, sums, answers);
  return sums;
}
const SEEN = NAMES.indexOf("seen");
const [EVERYBODY, SERVED, CONTROL_SUM, FUNDED, HOLDERS, STEADY] = (
  ["everybody", "served", "control", "funded", "holders", "steady"] as const
).map((name) => NAMES.indexOf(name));

/** Adds one life wherever it counts. */
function countLife(
  world: World,
  row: number,
  counted: Float64Array,
  fared: Float64Array,
  sums: Float64Array,
  answers: Float64Array,
): void {
  const { stage, funding, group, zone, income, life, need, continuity } = world.people.columns;
  if (stage[row] === Stage.gone || comesAndGoes(world, row)) return;
  const value = life[row];
  const route = funding[row];
  const fifth = fifthOf(income[row]);
  const inCare = stage[row] === Stage.served;
  sums[EVERYBODY] += 1;
  sums[EVERYBODY + 1] += value;
  counted[BY_GROUP + group[row]] += 1;
  fared[BY_GROUP + group[row]] += value;
  counted[BY_ZONE + zone[row]] += 1;
  fared[BY_ZONE + zone[row]] += value;
  // Nobody asks what people in short-term help have.
  const asked = route === Funding.shortTerm ? 0 : 1;
  counted[BY_FIFTH + fifth] += asked;
  fared[BY_FIFTH + fifth] += asked * value;
  const standing = BY_STANDING + (inCare ? route : stage[row] === Stage.refused ? REFUSED : WAITING);
  counted[standing] += 1;
  fared[standing] += value;
  if (!isFunded(route)) return;
  sums[FUNDED] += 1;
  if (canChoose(world, row)) sums[FUNDED + 1] += 1;
  if (route === Funding.directPayment) {
    sums[HOLDERS] += 1;
    sums[HOLDERS + 1] += value;
  }
  if (!inCare) return;
  sums[SERVED] += 1;
  sums[SERVED + 1] += value;
  const at = (value < 0 ? 0 : value > 24 ? 24 : value) / STEP;
  const below = Math.floor(at);
  const between = at - below;
  const satisfied = STEPS + below;
  sums[CONTROL_SUM] += answers[below] + (answers[below + 1] - answers[below]) * between;
  sums[CONTROL_SUM + 1] += answers[satisfied] + (answers[satisfied + 1] - answers[satisfied]) * between;
  sums[STEADY] += continuity[row];
  const cell = SERVED_BY_CELL + group[row] * 2 + (need[row] >= HIGH_NEED ? 1 : 0);
  counted[cell] += 1;
  fared[cell] += value;
  counted[SERVED_BY_ZONE + zone[row]] += 1;
  fared[SERVED_BY_ZONE + zone[row]] += value;
  counted[SERVED_BY_FIFTH + fifth] += 1;
  fared[SERVED_BY_FIFTH + fifth] += value;
}
