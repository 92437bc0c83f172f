/** Demographic growth: all who come by asking come faster as years go by, and nobody does in the burn-in. */
import { describe, expect, it } from "vitest";
import { reablementChance } from "../../src/model/week/better-care.ts";
import { growComers, growthOfComers } from "../../src/model/week/demography.ts";
import { PersonCause } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start, type Phase, type RunOptions } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { NO_PEOPLE, NO_PROVIDERS, smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number>>;

const BURN_IN = 52;
/** Two and a half years: in the last half of a year all is halfway through the third. */
const WEEKS = 130;
const LAST = 26;
const growing = (older: number, others: number): Settings => ({
  "demand.growthPerYear.older": older,
  "demand.growthPerYear.physical": others,
  "demand.growthPerYear.learning": others,
  "demand.growthPerYear.mental": others,
});
const COMING: Settings = {
  ...NO_PEOPLE,
  ...NO_PROVIDERS,
  "size.scale": 1,
  "careHomes.residents": 0,
  "careHomes.stayYears": 50,
  "careHomes.directPerWeek": 100,
  "demand.requestsPerWeek": 300,
  "demand.assessedPerWeek": 20,
  "demand.shortTermPerWeek": 100,
  "demand.shortTermOlderShare": 0.5,
  "demand.selfFundersPerWeek": 60,
};

interface Comers {
  referrals: number;
  shortTerm: number;
  olderShortTerm: number;
  selfFunders: number;
  requests: number;
  careHomes: number;
}

/** Who came in the last half of a year of the burn-in and in that of the run. */
function comersOf(set: Settings): readonly [burnIn: Comers, last: Comers] {
  const none = { referrals: 0, shortTerm: 0, olderShortTerm: 0, selfFunders: 0, requests: 0, careHomes: 0 };
  const found: [Comers, Comers] = [{ ...none }, { ...none }];
  let residents = 0;
  // No other phase runs, so nothing sets the week's counts to nothing.
  let requests = 0;
  const note = (world: World): void => {
    const { people, week, tally, council } = world;
    const before = residents;
    const asked = requests;
    residents = council.careHomeResidents;
    requests = tally.requests;
    const which = week < BURN_IN ? 0 : 1;
    if (week < (which === 0 ? BURN_IN : BURN_IN + WEEKS) - LAST) return;
    const comers = found[which];
    comers.requests += tally.requests - asked;
    comers.careHomes += residents - before;
    const { cause, enteredWeek, group } = people.columns;
    for (const row of people.live.subarray(0, people.liveCount)) {
      if (enteredWeek[row] !== week) continue;
      if (cause[row] === PersonCause.referral) comers.referrals += 1;
      if (cause[row] === PersonCause.selfFunder) comers.selfFunders += 1;
      if (cause[row] !== PersonCause.shortTerm) continue;
      comers.shortTerm += 1;
      if (group[row] === 0) comers.olderShortTerm += 1;
    }
  };
  const noting = (phase: Phase): Phase => ({
    ...phase,
    run: (world) => {
      phase.run(world);
      note(world);
    },
  });
  const phases: RunOptions["phases"] = (all) => all.filter(({ name }) => name === "needs").map(noting);
  const text = smallCouncil({ set: { ...COMING, ...set }, weeks: WEEKS, burnInWeeks: BURN_IN, start: "2010-04-05" });
  start(scenarioFrom(text), "1", { phases }).finish();
  return found;
}

describe("demographic growth", () => {
  const level = comersOf(growing(0, 0));
  const grown = comersOf(growing(0.2, 0.2));
  const KEYS = ["requests", "referrals", "shortTerm", "selfFunders", "careHomes"] as const;

  it.each(KEYS)("brings %s faster, half as many again after two years and a quarter at a fifth a year", (key) => {
    expect(level[1][key]).toBeGreaterThan(800);
    expect(grown[1][key] / level[1][key]).toBeGreaterThan(1.4);
    expect(grown[1][key] / level[1][key]).toBeLessThan(1.5);
    // Nothing grows before recording begins.
    expect(grown[0][key]).toBe(level[0][key]);
  });

  it("is each group's own: older people alone bring more to short-term help, and all who pay for themselves", () => {
    const [, older] = comersOf(growing(0.2, 0));
    expect(older.selfFunders).toBe(grown[1].selfFunders);
    const younger = ({ shortTerm, olderShortTerm }: Comers): number => shortTerm - olderShortTerm;
    expect(older.olderShortTerm / level[1].olderShortTerm).toBeGreaterThan(1.38);
    expect(younger(older) / younger(level[1])).toBeGreaterThan(0.94);
    expect(younger(older) / younger(level[1])).toBeLessThan(1.06);
    // One in four who are assessed here is older.
    expect(older.requests / level[1].requests).toBeGreaterThan(1.09);
    expect(older.requests / level[1].requests).toBeLessThan(1.14);
    const [, fewer] = comersOf(growing(-0.1, -0.1));
    for (const key of KEYS) expect(fewer[key] / level[1][key]).toBeLessThan(0.82);
  });

  it("is one at the start, never less than nothing, and spreads a fund's places over more people", () => {
    const set = { ...growing(0.1, 0), "nhs.betterCareFund": 0.2 };
    const { world } = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 4 })), "1");
    const { comersRatio } = world.market;
    const passWeeks = (weeks: number): void => {
      for (const last = world.week + weeks; world.week < last; world.week++) growComers(world);
    };
    passWeeks(5);
    expect([comersRatio[0], growthOfComers(world)]).toEqual([1, 1]);
    const chance = reablementChance(world);
    passWeeks(522);
    expect(comersRatio[0]).toBeCloseTo(2, 2);
    expect(comersRatio[1]).toBe(1);
    expect(reablementChance(world)).toBeLessThan(chance * 0.6);
    world.era = {
      ...world.era,
      demand: { ...world.era.demand, growthPerYear: Float64Array.of(-0.2, -0.2, -0.2, -0.2) },
    };
    // What has come about stays; from its date on a new rate adds to it or takes from it.
    passWeeks(261);
    expect([comersRatio[0], comersRatio[1]]).toEqual([expect.closeTo(1, 2), 0]);
    passWeeks(522);
    expect([comersRatio[0], growthOfComers(world)]).toEqual([0, 0]);
    world.era = { ...world.era, demand: { ...world.era.demand, assessedPerWeek: new Float64Array(4) } };
    expect(growthOfComers(world)).toBe(1);
  });
});
