/** Pay over the legal floor, who comes and goes, and personal assistants. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Employment, ProviderKind } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { EVERY, meanOf, part, type Fact, type Share } from "./fact.ts";
import { financialYear, meanOver, weightedMeanOver, type Window } from "./window.ts";

const YEAR = financialYear(2014);
const LIVING_WAGE = financialYear(2016);
/** The source's wage is that of September 2012, when the floor was still £6.08 (E4-015). */
const SEPTEMBER_2012: Window = { from: "2012-09-01", before: "2012-10-01" };

/** How far the pay of the middle agency care worker stands over the legal floor, per cent; one look. */
export function medianPremium(world: World): Share {
  const { providers, era } = world;
  const { kind, wage, workers } = providers.columns;
  const agencies = Array.from(providers.live.subarray(0, providers.liveCount))
    .filter((row) => kind[row] === ProviderKind.agency && workers[row] > 0)
    .sort((a, b) => wage[a] - wage[b]);
  const half = agencies.reduce((sum, row) => sum + workers[row], 0) / 2;
  let reached = 0;
  for (const row of agencies) {
    reached += workers[row];
    if (reached >= half) return [100 * (wage[row] / era.wages.floor - 1), 1];
  }
  return [0, 0];
}

/** Assistants who quit in the week, at a yearly rate, per cent; and assistants in post. */
function assistantQuits(world: World): Share {
  const { workers, tally } = world;
  const { employment } = workers.columns;
  let assistants = 0;
  for (let index = 0; index < workers.liveCount; index++) {
    if (employment[workers.live[index]] === Employment.person) assistants += 1;
  }
  return [100 * tally.assistantLeavers * WEEKS_PER_YEAR, assistants];
}

const premium = (label: string, target: number, window: Window, every: number) =>
  part({ label, unit: "%", target, tolerance: 2.5, figure: { from: "world", window, every, of: medianPremium } });

export const workforce: readonly Fact[] = [
  {
    id: "C11",
    fact: "Median care-worker pay over the legal floor",
    source: "E4-016",
    input: undefined,
    fitting: {
      how: "opening pay, the least premium, yearly rises, and how much of a rise of the floor is passed on above it",
      parameters: [
        "labour.openingWage",
        "labour.premiumOverFloor",
        "labour.yearlyRise",
        "labour.floorPassOn",
        "providers.squeezePremium",
      ],
    },
    parts: [
      premium("September 2012", 11, SEPTEMBER_2012, 1),
      premium("2016-17, with the living wage", 4, LIVING_WAGE, EVERY),
    ],
  },
  {
    id: "C12",
    fact: "Turnover of care workers, and where recruits come from",
    source: "E4-008, E4-012",
    input: undefined,
    fitting: { how: "the two quit rates at usual pay", parameters: ["labour.movePerWeek", "labour.leavePerWeek"] },
    parts: [
      part({
        label: "turnover a year, 2016-17",
        unit: "%",
        target: 34,
        tolerance: 5,
        figure: meanOf("workforce.turnoverPercent", LIVING_WAGE),
      }),
      part({
        label: "recruits from within care, 2016-17",
        unit: "%",
        target: 66.7,
        tolerance: 8,
        figure: {
          from: "measures",
          window: LIVING_WAGE,
          of: (run) => weightedMeanOver(run, "workforce.hiresFromCarePercent", "workforce.hires", LIVING_WAGE),
        },
      }),
    ],
  },
  {
    id: "C16",
    fact: "Personal assistants, how many an employer has, and how often they quit",
    source: "E4-035, E4-038, E4-039",
    input: {
      how: "opening stocks, how many assistants an employer wants, how soon they are found, and the rate at which they quit",
      parameters: [
        "directPayment.secondAssistant",
        "size.directPayments",
        "directPayment.assistantShare",
        "directPayment.recruitmentWeeks",
        "directPayment.assistantQuitPerYear",
      ],
    },
    fitting: {
      how: "take-up in physical disability, set by the source's share of it (E5-015) when assistants were a few short",
      parameters: ["route.directPaymentShare"],
    },
    parts: [
      part({
        label: "personal assistants, 2014-15",
        unit: "assistants",
        target: 790,
        tolerance: 118.5,
        decimals: 0,
        isCount: true,
        figure: meanOf("workforce.personalAssistants", YEAR),
      }),
      part({
        label: "assistants per employer, 2014-15",
        unit: "ratio",
        target: 1.85,
        tolerance: 0.3,
        decimals: 2,
        figure: {
          from: "measures",
          window: YEAR,
          of: (run) =>
            meanOver(run, "workforce.personalAssistants", YEAR) / meanOver(run, "workforce.assistantEmployers", YEAR),
        },
      }),
      part({
        label: "quits a year, 2014-15",
        unit: "%",
        target: 18,
        tolerance: 5,
        figure: { from: "world", window: YEAR, every: 1, of: assistantQuits },
      }),
    ],
  },
];
