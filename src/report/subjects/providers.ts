/** Who sells care: exits, agencies trading, work refused and handed back, margins. */
import type { ChartPlan, Found } from "../charts/build.ts";
import { movementOf, titleOf } from "../clauses.ts";
import { totalOf } from "../series.ts";
import { lengthOf } from "../timeline.ts";
import { trendOf, trendText } from "../trend.ts";
import { digits } from "../units.ts";
import { fitting } from "../wording.ts";

function exitsTitle({ panels, series, results }: Found): string {
  const total = panels[0]?.total;
  const all = total && totalOf(results.timeline, total);
  if (total === undefined || all === undefined) return "Provider exits by kind";
  const { timeline } = results;
  const start = results.runs === 1 ? "one run: " : "";
  const exits = `${start}${digits(all.median, 0)} exits in ${lengthOf(timeline)}`;
  const outOfCash = ["providers.failures", "providers.woundUp"].flatMap((key) => series(key) ?? []);
  const broke = totalOf(timeline, ...outOfCash);
  const failing = broke === undefined ? "" : `, ${digits(broke.median, 0)} for want of cash`;
  const trends = {
    rose: "; exits a year rose",
    fell: "; exits a year fell",
    unclear: "; no clear trend",
    unchanged: "; no trend",
  };
  // Over all years, as the picture shows them: the first and the last alone may stand high or low by chance.
  const found = timeline.grain === "year" ? trendOf(total, timeline) : undefined;
  const trend = found === undefined ? "" : trends[found.verdict];
  return fitting([`${exits}${failing}${trend}`, `${exits}${failing}`, exits]);
}

/** The trend behind the title, with its interval. */
function exitsRemarks({ panels, results: { timeline } }: Found): readonly string[] {
  const total = panels[0]?.total;
  const found = total === undefined || timeline.grain !== "year" ? undefined : trendOf(total, timeline);
  if (total === undefined || found === undefined) return [];
  return [
    `Trend of all exits: ${trendText(found, total, timeline.grain)}, the mean of each run’s own slope over all whole years.`,
  ];
}

const exits: ChartPlan = {
  slug: "provider-exits",
  name: "Provider exits by kind",
  form: "stack",
  panels: [
    {
      title: "Provider exits by kind",
      series: [
        ["providers.stopped", "Closed by the owner’s choice"],
        ["providers.transfers", "Sold or transferred, people and staff carried over"],
        ["providers.woundUp", "Out of cash with few clients: wound up in good order"],
        ["providers.failures", "Out of cash: failed overnight"],
      ],
      total: "All exits",
    },
  ],
  title: exitsTitle,
  remarks: exitsRemarks,
};

const trading: ChartPlan = {
  slug: "agencies-trading",
  name: "Agencies trading",
  panels: [{ series: [["providers.trading"]] }],
  title: ({ series, results }) =>
    titleOf([movementOf(series("providers.trading"), "agencies trading")], "Agencies trading", results.runs),
};

const work: ChartPlan = {
  slug: "work-turned-down",
  name: "Packages refused and handed back, agencies opening, and concentration",
  panels: [
    { series: [["providers.refusals"]] },
    { series: [["providers.handBacks"]] },
    { series: [["providers.entries"]] },
    { series: [["providers.concentration"]] },
  ],
  title: ({ series, results }) =>
    titleOf(
      [
        movementOf(series("providers.handBacks"), "packages handed back"),
        movementOf(series("providers.refusals"), "refusals"),
      ],
      "Packages refused and handed back",
      results.runs,
    ),
};

const margin: ChartPlan = {
  slug: "provider-margin",
  name: "Providers’ margin",
  panels: [{ series: [["providers.marginPercent"]] }],
  title: ({ series, results }) =>
    titleOf([movementOf(series("providers.marginPercent"), "providers’ margin")], "Providers’ margin", results.runs),
};

export const providers: readonly ChartPlan[] = [exits, trading, margin, work];
