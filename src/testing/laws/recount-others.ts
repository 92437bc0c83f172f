/** Second counts of measures beside the headlines. */
import { Employment, Funding, Service, Stage } from "../../model/world/codes.ts";
import { cameForNeed } from "./banked-time.ts";
import { buyers, cells, GROUPS, toppedUp } from "./recount-headlines.ts";
import { comesAndGoes } from "./recount-reading.ts";
import {
  agencies,
  fundedRows,
  once,
  overQuarters,
  percent,
  type PurposeName,
  rows,
  type Sources,
  yearly,
} from "./recount-sources.ts";

export type Recount = (sources: Sources) => number | undefined;
type Columns = Sources["world"]["people"]["columns"];

export const mean = (sum: number, count: number): number => (count > 0 ? sum / count : Number.NaN);
export const add = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** People with care or looking for it on one route. */
const onRoute =
  (route: number): Recount =>
  (s) => {
    const { funding, stage } = s.world.people.columns;
    return rows(s).filter(
      (row) => funding[row] === route && (stage[row] === Stage.seeking || stage[row] === Stage.served),
    ).length;
  };

/** Mean quality of life of some, each quarter of the people as it was when its turn last was. */
export const lifeOf =
  (name: string, belongs: (columns: Columns, row: number) => boolean): Recount =>
  (s) => {
    const { columns } = s.world.people;
    const [sum, count] = overQuarters(s, name, (turn) => {
      const counted = turn.filter((row) => columns.stage[row] !== Stage.gone && !comesAndGoes(s.world, row));
      const own = counted.filter((row) => belongs(columns, row));
      return [add(own.map((row) => columns.life[row])), own.length];
    });
    return mean(sum, count);
  };

export const inCareBy =
  (route: number) =>
  ({ stage, funding }: Columns, row: number): boolean =>
    stage[row] === Stage.served && funding[row] === route;

/** What people on a route paid beyond their charge this week, by household. */
const managedTopUps = (s: Sources): readonly number[] => {
  const { account } = s.world.people.columns;
  return rows(s)
    .filter((row) => !s.memory.holders.has(account[row]))
    .map((row) => toppedUp(s, row))
    .filter((pence) => pence > 0);
};

/** Packages of home care that the council arranges. */
const arranged = (s: Sources): readonly number[] => {
  const { funding, service, stage } = s.world.people.columns;
  const routes: readonly number[] = [Funding.managedBudget, Funding.managedWithoutBudget];
  return rows(s).filter(
    (row) =>
      service[row] === Service.homeCare &&
      routes.includes(funding[row]) &&
      (stage[row] === Stage.seeking || stage[row] === Stage.served),
  );
};

/** What the council spends on community care, by its own account, less what came back to it, and what holders pay in. */
export function community(s: Sources): number {
  const lines: readonly PurposeName[] = [
    "homeCareFee",
    "inHouseFee",
    "supportedLivingFee",
    "dayFee",
    "directPayment",
    "serviceFund",
  ];
  const ofCouncil = add(lines.map((purpose) => s.paid(purpose, s.world.accounts.council)));
  return ofCouncil + s.money("directPaymentCharge") - s.money("clawBack");
}

/** Clients of each agency, one by one, and the minutes agreed with them. */
const booksOf = once((s: Sources): readonly { readonly clients: number; readonly minutes: number }[] => {
  const { provider, bought } = s.world.people.columns;
  const books = new Map(agencies(s).map((row) => [row, { clients: 0, minutes: 0 }]));
  for (const row of rows(s)) {
    const book = books.get(provider[row]);
    if (book === undefined) continue;
    book.clients += 1;
    book.minutes += bought[row];
  }
  return [...books.values()];
});

function concentration(s: Sources): number {
  const minutes = booksOf(s).map((book) => book.minutes);
  const all = add(minutes);
  return all > 0 ? 10_000 * add(minutes.map((own) => (own / all) ** 2)) : Number.NaN;
}

/** Cash of agencies by the journal, over what the journal says that a week costs them. */
function cashWeeks(s: Sources): number {
  const { keys, columns } = s.world.providers;
  const cash = add(agencies(s).map((row) => s.books.of(columns.account[row])));
  return mean(cash, add(agencies(s).map((row) => s.memory.earned.get(keys[row])?.cost ?? Number.NaN)));
}

export const OTHERS: Readonly<Record<string, Recount>> = {
  "people.selfFunded": onRoute(Funding.selfFunded),
  "people.shortTerm": onRoute(Funding.shortTerm),
  "people.thirdParty": onRoute(Funding.thirdParty),
  "people.hoursPerHomeCare": (s) =>
    mean(add(arranged(s).map((row) => s.world.people.columns.delivered[row] / 60)), arranged(s).length),
  "unmet.hours": (s) => {
    const { people: table } = s.world;
    const own = fundedRows(s);
    return add(own.map((row) => Math.max(0, table.columns.need[row] - cameForNeed(table, row)))) / 60;
  },
  "topUps.managedPeople": (s) => managedTopUps(s).length,
  "topUps.managedMeanWeekly": (s) => mean(add(managedTopUps(s)) / 100, managedTopUps(s).length),
  "directPayments.buyingLessPercent": (s) => {
    const { assessed, bought } = s.world.people.columns;
    return percent(buyers(s).filter((row) => bought[row] < assessed[row]).length, buyers(s).length);
  },
  "workforce.assistantEmployers": ({ world: { workers } }) =>
    new Set(
      [...workers.live.subarray(0, workers.liveCount)]
        .filter((row) => workers.columns.employment[row] === Employment.person)
        .map((row) => workers.columns.person[row]),
    ).size,
  "wages.takeHomePercent": ({ money }) => {
    const kept = money("pay") + money("assistantPay");
    return percent(kept, kept + money("payrollTax") + money("pension"));
  },
  "council.communitySpend": (s) => yearly(community(s)),
  "council.marketShaping": (s) => yearly(s.paid("marketShaping", s.world.accounts.council)),
  "providers.smallPercent": (s) => percent(booksOf(s).filter(({ clients }) => clients < 30).length, booksOf(s).length),
  "providers.concentration": concentration,
  "providers.cashWeeks": cashWeeks,
  "monitoring.personalBudgetSharePercent": (s) => {
    const { funding } = s.world.people.columns;
    const own = fundedRows(s);
    return percent(own.filter((row) => funding[row] !== Funding.managedWithoutBudget).length, own.length);
  },
  "outcomes.everybody": lifeOf("everybody", () => true),
  "outcomes.route.managed": lifeOf("managed", inCareBy(Funding.managedWithoutBudget)),
  "outcomes.route.managedBudget": lifeOf("managedBudget", inCareBy(Funding.managedBudget)),
  "outcomes.route.directPayment": lifeOf("directPayment", inCareBy(Funding.directPayment)),
  "outcomes.route.selfFunded": lifeOf("selfFunded", inCareBy(Funding.selfFunded)),
  "outcomes.route.waiting": lifeOf(
    "waiting",
    ({ stage }, row) => stage[row] === Stage.assessment || stage[row] === Stage.seeking,
  ),
  ...Object.fromEntries(
    GROUPS.flatMap((group, at) => [
      [`outcomes.everybody.${group}`, lifeOf(`everybody ${group}`, (columns, row) => columns.group[row] === at)],
      [
        `outcomes.qualityOfLife.${group}`,
        (s: Sources) => {
          const own = cells(s).slice(at * 2, at * 2 + 2);
          return mean(add(own.map(([life]) => life)), add(own.map(([, count]) => count)));
        },
      ],
    ]),
  ),
};
