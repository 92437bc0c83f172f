/** Prices, pay and the council's budget. */
import type { ChartPlan } from "../charts/build.ts";
import { growthOf, movementOf, titleOf } from "../clauses.ts";
import { fitting } from "../wording.ts";

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
    const growth = growthOf([
      [fee, "council fee"],
      [price, "private price"],
      [cost, "providers’ cost"],
    ]);
    const otherwise = titleOf(
      [movementOf(fee, "council fee"), movementOf(price, "private price")],
      "Prices of an hour of home care",
      results.runs,
    );
    const start = results.runs === 1 ? "one run, in cash: " : "in cash, ";
    return growth === undefined ? otherwise : fitting([start + growth, otherwise]);
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

const budget: ChartPlan = {
  slug: "council-budget",
  name: "The council’s spending on adult social care",
  panels: [
    {
      title: "Spending on adult social care",
      series: [
        ["council.grossSpend", "Gross spend"],
        ["council.netBudget", "Net budget"],
      ],
    },
  ],
  title: ({ series, results }) =>
    titleOf(
      [movementOf(series("council.netBudget"), "net budget"), movementOf(series("council.grossSpend"), "gross spend")],
      "The council’s spending on adult social care",
      results.runs,
    ),
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

export const pricesAndPay: readonly ChartPlan[] = [prices, wages];
export const council: readonly ChartPlan[] = [budget, balances];
