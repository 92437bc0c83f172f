/** Prices, pay and the council's budget. */
import type { ChartPlan } from "../charts/build.ts";
import { growthOf, movementOf, titleOf } from "../clauses.ts";
import { inRealTerms } from "../real-terms.ts";
import type { Results } from "../series.ts";
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

export const pricesAndPay: readonly ChartPlan[] = [prices, realPrices, wages];
export const council: readonly ChartPlan[] = [budget, balances];
