/** Second counts of the headline measures of money, waits, pay and outcomes. */
import { Employment, Funding, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import { cameForNeed } from "./banked-time.ts";
import {
  agencies,
  fundedRows,
  isFunded,
  once,
  overQuarters,
  percent,
  type PurposeName,
  rows,
  type Sources,
  yearly,
} from "./recount-sources.ts";

/** Holders in care, and those of them who buy from an agency. */
export const holders = once((s: Sources): readonly number[] => {
  const { funding, stage } = s.world.people.columns;
  return rows(s).filter((row) => funding[row] === Funding.directPayment && stage[row] === Stage.served);
});
export const buyers = (s: Sources): readonly number[] => {
  const { service, provider } = s.world.people.columns;
  return holders(s).filter((row) => service[row] === Service.homeCare && provider[row] >= 0);
};

/** What somebody's household paid beyond budget and charge this week, by the journal. */
export const toppedUp = (s: Sources, row: number): number => s.paid("topUp", s.world.people.columns.account[row]);
const whoTopUp = (s: Sources, among: readonly number[]): number => among.filter((row) => toppedUp(s, row) > 0).length;

function meanTopUp(s: Sources): number {
  const amounts = holders(s)
    .map((row) => toppedUp(s, row))
    .filter((pence) => pence > 0);
  return amounts.length > 0 ? amounts.reduce((sum, pence) => sum + pence, 0) / 100 / amounts.length : Number.NaN;
}

function shortOfAssessed(s: Sources): number {
  const { assessed, bought } = s.world.people.columns;
  const own = buyers(s);
  const wanted = own.reduce((sum, row) => sum + assessed[row], 0);
  const had = own.reduce((sum, row) => sum + Math.min(assessed[row], bought[row]), 0);
  return percent(wanted - had, wanted);
}

/** Agencies' margin, from what the journal and the council's debts say that each earned and spent. */
function margin(s: Sources): number {
  let [revenue, cost] = [0, 0];
  for (const row of agencies(s)) {
    const own = s.memory.earned.get(s.world.providers.keys[row]);
    revenue += own?.revenue ?? Number.NaN;
    cost += own?.cost ?? Number.NaN;
  }
  return percent(revenue - cost, revenue);
}

/** Workers of agencies, one by one. */
const careWorkers = ({ world: { workers, providers } }: Sources): readonly number[] =>
  [...workers.live.subarray(0, workers.liveCount)].filter(
    (row) =>
      workers.columns.employment[row] === Employment.provider &&
      providers.columns.kind[workers.columns.provider[row]] === ProviderKind.agency,
  );

function carePay(s: Sources): number {
  const own = careWorkers(s);
  const { provider } = s.world.workers.columns;
  const pence = own.reduce((sum, row) => sum + s.world.providers.columns.wage[provider[row]], 0);
  return own.length > 0 ? pence / 100 / own.length : Number.NaN;
}

/** What came into the council's purse from outside, by who paid it. */
const income = (s: Sources): number => {
  const { exchequer, localTaxpayers, nhs } = s.world.accounts;
  const from = (account: number, purposes: readonly PurposeName[]): number =>
    purposes.reduce((sum, purpose) => sum + s.paid(purpose, account), 0);
  return from(exchequer, ["grant"]) + from(localTaxpayers, ["councilTax", "precept"]) + from(nhs, FROM_NHS);
};
const FROM_NHS = ["nhsTransfer", "betterCareFund"] as const;

/** Needs from which somebody counts among those of high need, minutes a week. */
const HIGH_NEED = 600;

/** Quality of life by group and need, each quarter of the people as it was when its turn last was. */
export const cells = once((s: Sources): readonly (readonly [number, number])[] => {
  const { columns } = s.world.people;
  return Array.from({ length: 8 }, (_, cell) => {
    const belongs = (row: number): boolean =>
      columns.group[row] === cell >> 1 &&
      (columns.need[row] >= HIGH_NEED ? 1 : 0) === cell % 2 &&
      columns.stage[row] === Stage.served &&
      isFunded(s.world.people, row);
    return overQuarters(s, `drift ${cell}`, (turn) => {
      const own = turn.filter(belongs);
      return [own.reduce((sum, row) => sum + columns.life[row], 0), own.length];
    });
  });
});

/** How life in some cells has moved since the first recorded week, each weighted by its people then. */
function drift(s: Sources, of: readonly number[]): number {
  const now = cells(s);
  const start = (s.quarters["drift at the start"] ??= now.map(([life, count]) => [life, count] as const));
  let [moved, people_] = [0, 0];
  for (const cell of of) {
    const [[life, count], [before, weight]] = [now[cell], start[cell]];
    if (count === 0 || weight === 0) continue;
    moved += weight * (life / count - before / weight);
    people_ += weight;
  }
  return people_ > 0 ? moved / people_ : Number.NaN;
}

const funded = (s: Sources, more: (row: number) => boolean): number => fundedRows(s).filter(more).length;
const managed = (s: Sources, service: number) => (row: number) =>
  s.world.people.columns.service[row] === service && s.world.people.columns.funding[row] !== Funding.directPayment;
function holdersShare(s: Sources): number {
  const { funding } = s.world.people.columns;
  return percent(
    funded(s, (row) => funding[row] === Funding.directPayment),
    funded(s, () => true),
  );
}
export const GROUPS = ["older", "physical", "learning", "mental"] as const;

export const HEADLINES: Readonly<Record<string, (sources: Sources) => number | undefined>> = {
  "topUps.people": (s) => whoTopUp(s, holders(s)),
  "topUps.sharePercent": (s) => percent(whoTopUp(s, buyers(s)), buyers(s).length),
  "topUps.meanWeekly": meanTopUp,
  "topUps.hoursShortPercent": shortOfAssessed,
  "providers.marginPercent": margin,
  "wages.careWorker": carePay,
  "workforce.careWorkers": (s) => careWorkers(s).length,
  "workforce.seekers": ({ world: { workers } }) =>
    [...workers.live.subarray(0, workers.liveCount)].filter(
      (row) => workers.columns.employment[row] === Employment.seeking,
    ).length,
  "prices.consumerIndex": (s) => 100 * s.memory.priceLevel,
  "prices.privatePrice": (s) => {
    if (agencies(s).length === 0) return Number.NaN;
    return s.memory.price === undefined ? undefined : s.memory.price / 100;
  },
  "waits.assessmentWeeks": ({ memory: { assessedAfter } }) =>
    assessedAfter.length > 0 ? assessedAfter.reduce((sum, each) => sum + each, 0) / assessedAfter.length : Number.NaN,
  "council.netBudget": (s) => yearly(income(s)),
  "council.voluntaryGrants": (s) => yearly(s.paid("voluntaryGrant", s.world.accounts.council)),
  "people.directPaymentSharePercent": holdersShare,
  // What the Department sees of it.
  "monitoring.directPaymentSharePercent": holdersShare,
  "people.supportedLiving": (s) => funded(s, managed(s, Service.supportedLiving)),
  "people.dayServices": (s) => funded(s, managed(s, Service.dayServices)),
  "people.voluntaryOptions": (s) => {
    const { stage } = s.world.people.columns;
    return funded(s, (row) => managed(s, Service.community)(row) && stage[row] === Stage.served);
  },
  "people.homeCare": (s) => {
    const { funding } = s.world.people.columns;
    return funded(s, (row) => managed(s, Service.homeCare)(row) && funding[row] !== Funding.thirdParty);
  },
  "unmet.people": (s) => {
    const { people: table } = s.world;
    return funded(s, (row) => cameForNeed(table, row) < table.columns.need[row] * 0.9);
  },
  "outcomes.drift": (s) => drift(s, [0, 1, 2, 3, 4, 5, 6, 7]),
  ...Object.fromEntries(
    GROUPS.map((group, at) => [`outcomes.drift.${group}`, (s: Sources) => drift(s, [at * 2, at * 2 + 1])] as const),
  ),
};
