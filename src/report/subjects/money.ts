/** Prices, pay and the council's budget. */
import { PARTY_WORDS } from "../../model/measures/receipts.ts";
import type { Party } from "../../model/measures/standing.ts";
import type { ChartPlan, Planned } from "../charts/build.ts";
import { growthOf, movementOf, titleOf } from "../clauses.ts";
import { inRealTerms } from "../real-terms.ts";
import type { Results, Series } from "../series.ts";
import { figure } from "../units.ts";
import { fitting } from "../wording.ts";

type Items = Parameters<typeof growthOf>[0];

/** "In cash, council fee rose 14%": by the first list in which everything clearly moved and that is short enough. */
function grown({ runs }: Results, terms: string, lists: readonly Items[], otherwise: string): string {
  const start = runs === 1 ? `one run, ${terms}: ` : `${terms}, `;
  const growths = lists.map(growthOf).filter((growth) => growth !== undefined);
  return fitting([...growths.map((growth) => start + growth), otherwise]);
}

const prices: ChartPlan = {
  slug: "fees-and-prices",
  name: "Prices of an hour of home care",
  panels: [
    {
      title: "Prices of an hour of home care",
      series: [
        ["prices.frameworkFee", "Council fee"],
        ["prices.privatePrice", "Private price"],
        ["prices.directPaymentRate", "Direct payment rate"],
        ["prices.unitCost", "Providers’ cost"],
      ],
    },
  ],
  title: ({ series, results }) => {
    const [fee, price] = [series("prices.frameworkFee"), series("prices.privatePrice")];
    const cost = series("prices.unitCost");
    const all = [
      [fee, "council fee"],
      [price, "private price"],
      [cost, "providers’ cost"],
    ] as const;
    const otherwise = titleOf(
      [movementOf(fee, "council fee"), movementOf(price, "private price")],
      "Prices of an hour of home care",
      results.runs,
    );
    return grown(results, "in cash", [all], otherwise);
  },
};

/** What an hour costs and pays, less what everything costs more. */
const realPrices: ChartPlan = {
  slug: "fees-in-real-terms",
  name: "Fee, price and pay of an hour in real terms",
  panels: [
    {
      real: true,
      series: [
        ["prices.frameworkFee", "Council fee"],
        ["prices.privatePrice", "Private price"],
        ["prices.directPaymentRate", "Direct payment rate"],
        ["wages.careWorker", "Care workers’ pay"],
      ],
    },
  ],
  title: ({ series, results }) => {
    const [fee, price, pay] = ["prices.frameworkFee", "prices.privatePrice", "wages.careWorker"].map((key) =>
      series(inRealTerms(key)),
    );
    const all = [
      [fee, "council fee"],
      [price, "private price"],
      [pay, "pay"],
    ] as const;
    const two = [
      [fee, "council fee"],
      [pay, "care workers’ pay"],
    ] as const;
    const otherwise = titleOf(
      [movementOf(fee, "the council fee in real terms"), movementOf(pay, "pay")],
      "Fee, price and pay of an hour in real terms",
      results.runs,
    );
    return grown(results, "in real terms", [all, two], otherwise);
  },
};

const wages: ChartPlan = {
  slug: "wages",
  name: "Care workers’ pay and the legal wage floor",
  panels: [
    {
      title: "Hourly pay",
      series: [
        ["wages.careWorker", "Care workers’ pay"],
        ["wages.floor", "Legal wage floor"],
      ],
    },
    { title: "Care pay over the floor, % of the floor", series: [["wages.premiumPercent"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("wages.premiumPercent"), "pay premium over the floor"),
        movementOf(series("wages.careWorker"), "pay"),
      ],
      "Care workers’ pay and the legal wage floor",
      results.runs,
    ),
};

const DEFLATOR =
  "In real terms by the scenario’s consumer prices. Official figures of spending go by the GDP deflator: in England it rose by 17% from 2010-11 to 2019-20, where consumer prices rose by 21% (E1-046, E1-048).";

const SPENDING = [
  ["council.grossSpend", "Gross spend"],
  ["council.netBudget", "Net budget"],
] as const;

const budget: ChartPlan = {
  slug: "council-budget",
  name: "The council’s spending on adult social care",
  sharedScale: true,
  panels: [
    { title: "In cash", series: SPENDING },
    { real: true, series: SPENDING },
  ],
  remarks: ({ results }) => (results.real === undefined ? [] : [DEFLATOR]),
  title: ({ series, results }) => {
    const name = "The council’s spending on adult social care";
    const [cash, real] = [series("council.netBudget"), series(inRealTerms("council.netBudget"))];
    const growth = growthOf([[cash, "net budget"]]);
    const realGrowth = growthOf([[real, "it"]]);
    const start = results.runs === 1 ? "one run: " : "";
    const otherwise = titleOf(
      [movementOf(cash, "net budget"), movementOf(series("council.grossSpend"), "gross spend")],
      name,
      results.runs,
    );
    if (growth === undefined || realGrowth === undefined) return otherwise;
    return fitting([`${start}in cash, ${growth}; in real terms, ${realGrowth}`, otherwise]);
  },
};

const balances: ChartPlan = {
  slug: "reserves-and-gap",
  name: "Reserves, the gap before savings, precept and charges",
  panels: [
    { series: [["council.reserves"]] },
    { series: [["council.gapPercent"]] },
    { series: [["council.preceptIncome"]] },
    { series: [["council.charges"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [movementOf(series("council.reserves"), "reserves"), movementOf(series("council.gapPercent"), "the budget gap")],
      "Reserves, the gap before savings, precept and charges",
      results.runs,
    ),
};

const received = (party: Party): Planned => [`receipts.${party}`, PARTY_WORDS[party][0]];

/** "local taxpayers paid £66.5m, up from £46.9m": of somebody who pays all along and clearly came to pay more or less. */
function paidText(series: Series | undefined, payer: string): string | undefined {
  if (series?.change === undefined) return undefined;
  const { from, to, verdict, turn } = series.change;
  if (turn !== undefined || Math.max(from.median, to.median) >= 0) return undefined;
  if (verdict !== "rose" && verdict !== "fell") return undefined;
  const [before, after] = [from, to].map(({ median }) => figure(-median, series.unit));
  return `${payer} paid ${after}, ${verdict === "fell" ? "up" : "down"} from ${before}`;
}

/** What each takes in less what it pays out, so that all sum to nothing; those who pay stand below 0. */
const whoseMoney: ChartPlan = {
  slug: "whose-money",
  name: "Who is paid for care, and who pays",
  panels: [
    {
      title: "Net receipts: who is paid",
      series: (["workers", "careHomes", "suppliers", "providers"] as const).map(received),
    },
    { title: "Net receipts: who pays", series: (["taxpayers", "state", "people", "nhs"] as const).map(received) },
  ],
  notes: [
    "What each takes in less what it pays: the Exchequer’s grants stand against taxes on pay. Reserves, bills not yet paid, the council’s own staff and other services make up the rest: all together come to nothing.",
  ],
  title: ({ series, results }) => {
    const payers = [
      paidText(series("receipts.taxpayers"), "local taxpayers"),
      paidText(series("receipts.state"), "the Exchequer"),
    ].filter((text) => text !== undefined);
    const otherwise = titleOf(
      [
        movementOf(series("receipts.workers"), "what care workers get"),
        movementOf(series("receipts.providers"), "what providers keep"),
      ],
      "Who is paid for care, and who pays",
      results.runs,
    );
    const start = results.runs === 1 ? "one run: " : "";
    return fitting(payers.length === 0 ? [otherwise] : [start + payers.join("; "), start + payers[0], otherwise]);
  },
};

export const pricesAndPay: readonly ChartPlan[] = [prices, realPrices, wages];
export const council: readonly ChartPlan[] = [budget, balances, whoseMoney];
