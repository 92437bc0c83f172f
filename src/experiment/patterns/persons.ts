/** The same people in two arms, and hours per pound: what a mean over everybody would hide. */
import { Funding, isManaged, Service } from "../../model/world/codes.ts";
import type { Window } from "../facts/window.ts";
import { looksIn, type ArmRun, type Look } from "./arm.ts";

type Sides = readonly [first: number, second: number];

/** Which of the people moved from a managed package to a direct payment are asked for. */
export interface Moved {
  /** Codes of groups. */
  readonly groups?: readonly number[];
  /** Only who last came through a crisis or out of hospital, in the first arm. */
  readonly inCrisis?: boolean;
  /** Only packages of home care in the first arm whose cost lies in this range of ranks, 0 the cheapest to 1. */
  readonly ranks?: readonly [from: number, to: number];
}

/**
 * Means over people who in the first arm have home care that the council manages and in the second, in the same week,
 * a direct payment: only the policy between the arms moved them. NaN where there is nobody.
 *
 * @param of which column: points of quality of life, or pounds a week to the council before charges
 */
export function ofMoved(first: ArmRun, second: ArmRun, period: Window, of: "life" | "cost", who: Moved = {}): Sides {
  const others = new Map(looksIn(second, period).map((look) => [look.week, look]));
  let [before, after, count] = [0, 0, 0];
  const per = of === "cost" ? 100 : 1;
  for (const look of looksIn(first, period)) {
    const other = others.get(look.week);
    if (other === undefined) continue;
    const places = new Map(Array.from(other.person, (person, index) => [person, index]));
    const [low, high] = costsAt(look, who.ranks ?? [0, 1]);
    for (let index = 0; index < look.person.length; index++) {
      if (!isHomeCare(look, index) || look.cost[index] < low || look.cost[index] > high) continue;
      if (who.groups !== undefined && !who.groups.includes(look.group[index])) continue;
      if (who.inCrisis === true && look.fromCrisis[index] === 0) continue;
      const there = places.get(look.person[index]);
      if (there === undefined || other.funding[there] !== Funding.directPayment) continue;
      before += look[of][index] / per;
      after += other[of][there] / per;
      count += 1;
    }
  }
  return count === 0 ? [Number.NaN, Number.NaN] : [before / count, after / count];
}

const isHomeCare = ({ funding, service }: Look, index: number): boolean =>
  isManaged(funding[index]) && funding[index] !== Funding.shortTerm && service[index] === Service.homeCare;

/** Weekly costs of managed home care at two ranks of one look. */
function costsAt(look: Look, [from, to]: readonly [number, number]): Sides {
  const costs = look.cost.filter((_, index) => isHomeCare(look, index)).sort();
  const at = (rank: number): number => costs[Math.min(costs.length - 1, Math.floor(rank * costs.length))];
  return [from <= 0 ? -Infinity : at(from), to >= 1 ? Infinity : at(to)];
}

/** Hours that came for each 100 pounds put in, by council and holder together, where packages are home care's or bought. */
export function hoursPerPound(run: ArmRun, period: Window, holders: boolean): number {
  let [minutes, pence] = [0, 0];
  for (const look of looksIn(run, period)) {
    for (let index = 0; index < look.person.length; index++) {
      const counts = holders ? look.funding[index] === Funding.directPayment : isHomeCare(look, index);
      if (!counts) continue;
      minutes += look.delivered[index];
      pence += look.cost[index] + look.topUp[index];
    }
  }
  return pence > 0 ? minutes / 60 / (pence / 10_000) : Number.NaN;
}
