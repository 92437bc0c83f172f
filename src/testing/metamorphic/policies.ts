/** Laws of policies and dates: nothing acts before its day, what changes nothing does nothing, and any day will do. */
import { daysFromIso, financialYearOf, mondayOnOrAfter } from "../../kernel/index.ts";
import { leaves, sharedWeeks, simulate, start, type ResolvedScenario } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";
import { movable } from "../settings.ts";
import { chosen, mondayOf, shiftedBy, valueIn, withChange } from "../variants.ts";

/** Reforms that bite, as factors on what holds at the time. */
const REFORMS: readonly Readonly<Record<string, number>>[] = [
  { "wages.floor": 1.3 },
  { "framework.feeChange": 0.8 },
  { "demand.assessedPerWeek.older": 3, "demand.crisisPerYear.older": 4 },
  { "directPayment.rateShare.older": 0.7, "directPayment.knownShare": 0.5 },
  { "assessment.staff": 0.2, "labour.leavePerWeek": 8 },
];

/** A reform inside the ranges of its levers. */
function reform(scenario: ResolvedScenario, which: number, week: number): Readonly<Record<string, number>> {
  const settings = Object.entries(REFORMS[which % REFORMS.length]).map(([path, factor]) => {
    const leaf = leaves.find((each) => each.path === path);
    const most = leaf?.type === "number" ? leaf.max : Infinity;
    return [path, Math.min(most, Number(valueIn(scenario, path, week)) * factor + 0.001)] as const;
  });
  return Object.fromEntries(settings);
}

export const M2: Law = lawOf(
  "M2",
  "Two policies that are equal until a week give the same weeks until then, to the last bit.",
  ["weeks before a reform", "reforms that told"],
  ({ scenario, seed }, notes, options) => {
    const week = 1 + chosen(seed, Math.max(1, scenario.weeks - 1));
    const reformed = withChange(scenario, week, reform(scenario, chosen(seed, 97), week));
    const left = simulate(scenario, seed, { ...options, digest: "full" });
    const right = simulate(reformed, seed, { ...options, digest: "full" });
    const apart = left.weekDigests.findIndex((digest, index) => digest !== right.weekDigests[index]);
    notes.seen("weeks before a reform", week);
    if (apart >= 0) notes.seen("reforms that told");
    notes.unless(apart < 0 || apart >= week, () => `a reform of week ${week} is felt in week ${apart}`);
  },
);

/** Levers that act at the founding alone, so that a dated change of them has nothing left to act on. */
const FOUNDING_ONLY: readonly string[] = [
  "council.bandD",
  "council.openingReserves",
  "size.selfFunders",
  "size.inHouseShare",
  "size.agencies",
  "size.agencySpread",
  "size.medianClients",
  "size.jobSeekers",
  "labour.openingWage",
  "labour.openingSlack",
];

/** Levers of a mechanism, and the lever and value by which nobody is in it: they may be anything. */
const IN_USE_BY_NOBODY: readonly (readonly [gate: string, off: string | number, path: string, value: number])[] = [
  ["framework.contractForm", "time and task", "framework.targetSaving", 0.3],
  ["framework.contractForm", "time and task", "framework.bankKeptWeeks", 9],
  ["providers.emergencySupport", 0, "providers.emergencyClients", 1],
  ["nhs.betterCareFund", 0, "nhs.jointTeamCost", 77],
  ["nhs.betterCareFund", 0, "nhs.jointTeamEffect", 0.9],
];

/**
 * Changes that change nothing, all at once: founding levers, a sum that no rule reads, a floor under every fee, levers of
 * mechanisms that nobody is in, and every other lever set to what it is already.
 */
function nothingNew(scenario: ResolvedScenario, week: number): Readonly<Record<string, number | string>> {
  const raised = FOUNDING_ONLY.map((path) => {
    const leaf = leaves.find((each) => each.path === path);
    const most = leaf?.type === "number" ? leaf.max : Infinity;
    return [path, Math.min(most, Number(valueIn(scenario, path, week)) * 1.25 + 1)] as const;
  });
  const always = (path: string, holds: (value: number | string) => boolean): boolean =>
    scenario.values[path].every(({ value }) => holds(value));
  const unread = always("directPayment.rateRule", (rule) => rule !== "fixed");
  const noFloor = always("framework.feeFloor", (floor) => floor === 0);
  const unused = IN_USE_BY_NOBODY.filter(([gate, off]) => always(gate, (value) => value === off));
  const monday = daysFromIso(mondayOf(scenario, week));
  const settled = movable.filter(({ path }) =>
    scenario.values[path].every(({ from }) => from === "" || mondayOnOrAfter(daysFromIso(from)) < monday),
  );
  return {
    ...Object.fromEntries(settled.map(({ path }) => [path, valueIn(scenario, path, week)] as const)),
    ...Object.fromEntries(raised),
    ...(unread ? { "directPayment.fixedRate": 99 } : {}),
    ...(noFloor ? { "framework.feeFloor": 0.001 } : {}),
    ...Object.fromEntries(unused.map(([, , path, value]) => [path, value] as const)),
  };
}

export const M3: Law = lawOf(
  "M3",
  "A policy that changes nothing changes nothing: every lever set to what it is already, founding levers after the " +
    "founding, a rate that no rule reads, a floor under all fees, levers of mechanisms that nobody is in.",
  ["neutral policies", "neutral policies before the last week"],
  ({ scenario, seed }, notes, options) => {
    const week = 1 + chosen(seed, Math.max(1, scenario.weeks - 1));
    const neutral = withChange(scenario, week, nothingNew(scenario, week));
    notes.seen("neutral policies");
    if (week < scenario.weeks - 1) notes.seen("neutral policies before the last week");
    mustBeSame(notes, simulate(scenario, seed, options), simulate(neutral, seed, options));
  },
);

/** Weeks that begin a financial year, those of the burn-in too. */
export function aprils({ start: begin, burnInWeeks, weeks }: ResolvedScenario): string {
  const first = daysFromIso(begin) - 7 * burnInWeeks;
  const yearOf = (week: number): number => financialYearOf(first + 7 * week);
  return Array.from({ length: burnInWeeks + weeks }, (_, week) => (yearOf(week) === yearOf(week - 1) ? "." : "A")).join(
    "",
  );
}

/** Weeks after which the calendar repeats itself: 28 years, weekdays and leap days included. */
const CALENDAR_CYCLE = 1461;

/**
 * Aprils are fixed to the calendar and are all that the model knows of it: a shift that moves them against the weeks of
 * the run is another scenario. So the law is stated for shifts that leave them where they are.
 */
export const M14: Law = lawOf(
  "M14",
  "Start and all dates later by some weeks, Aprils in the same weeks of the run: the same history, later.",
  ["shifts by a cycle of the calendar", "other shifts", "shifted runs with an April"],
  ({ scenario, seed }, notes, options) => {
    const once = simulate(scenario, seed, options);
    const own = aprils(scenario);
    const some = [1, 2, 5, 13, 52, 53, 104].filter((weeks) => aprils(shiftedBy(scenario, weeks)) === own);
    const weeks = some.length > 0 ? some[chosen(seed, some.length)] : CALENDAR_CYCLE;
    for (const shift of new Set([weeks, CALENDAR_CYCLE])) {
      notes.seen(shift === CALENDAR_CYCLE ? "shifts by a cycle of the calendar" : "other shifts");
      if (own.includes("A")) notes.seen("shifted runs with an April");
      mustBeSame(notes, once, simulate(shiftedBy(scenario, shift), seed, options));
    }
  },
);

export const M15: Law = lawOf(
  "M15",
  "A run put aside before a policy begins may be taken up by a run with that policy: the same history as from the start.",
  ["policies taken up in their first week", "policies taken up earlier"],
  ({ scenario, seed }, notes, options) => {
    const { burnInWeeks, weeks } = scenario;
    const week = 1 + chosen(seed, Math.max(1, weeks - 1));
    const reformed = withChange(scenario, week, reform(scenario, chosen(seed, 97), week));
    const once = simulate(reformed, seed, options);
    const shared = sharedWeeks([scenario, reformed]);
    notes.unless(shared >= burnInWeeks + Math.min(week, weeks), () => `only ${shared} weeks are shared`);
    const run = start(scenario, seed, options);
    for (const at of [chosen(seed, shared), shared]) {
      while (!run.done && run.recorded + burnInWeeks < at) run.step();
      const fresh = start(reformed, seed, { ...options, from: run.snapshot() });
      notes.seen(at === shared ? "policies taken up in their first week" : "policies taken up earlier");
      mustBeSame(notes, once, fresh.finish());
    }
  },
);

export const M16: Law = lawOf(
  "M16",
  "Nobody knows when a run ends: a shorter one is the beginning of a longer one, to the last bit of its last week.",
  ["weeks of shorter runs", "shorter runs with an April"],
  ({ scenario, seed }, notes, options) => {
    const left = Math.min(scenario.weeks - 1, 1 + chosen(seed, Math.ceil(scenario.weeks / 3)));
    const shorter = { ...scenario, weeks: scenario.weeks - left };
    const long = simulate(scenario, seed, { ...options, digest: "full" });
    const short = simulate(shorter, seed, { ...options, digest: "full" });
    const apart = short.weekDigests.findIndex((digest, week) => digest !== long.weekDigests[week]);
    notes.seen("weeks of shorter runs", shorter.weeks);
    if (aprils(shorter).includes("A")) notes.seen("shorter runs with an April");
    notes.unless(apart < 0, () => `without its last ${left} weeks the run is another from week ${apart} on`);
  },
);
