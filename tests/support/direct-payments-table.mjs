/** Writes the figures of docs/direct-payments.md anew from the built engine: node tests/support/direct-payments-table.mjs [seeds] */
import { readFileSync, writeFileSync } from "node:fs";
import { filled } from "../../dist/report/documents/markdown.js";
import { lookupAmong, resolveOrThrow, simulate } from "../../dist/simulation/index.js";

const ROOT = new URL("../../", import.meta.url);
const PAGE = new URL("docs/direct-payments.md", ROOT);
const seeds = Array.from({ length: Number(process.argv[2] ?? 6) }, (_, index) => String(index + 1));
const lookup = lookupAmong({ baseline: readFileSync(new URL("scenarios/baseline.yaml", ROOT), "utf8") });

const ARMS = [
  ["baseline", {}],
  ["agency hours at 85 % of the fee", { "directPayment.rateShare": 0.85 }],
  ["agency hours at the market price before each April", { "directPayment.rateRule": "share of market price" }],
  [
    "one in twenty who is short asks for a review in four weeks, half are upheld",
    { "directPayment.appealShare": 0.05, "directPayment.upheldShare": 0.5 },
  ],
  ["prepaid cards", { "directPayment.monitoring": "prepaid cards" }],
  ["relief for every absent assistant", { "directPayment.absenceCover": 1 }],
];

/** Means over the years that touch neither the opening nor the policy's beginning, and over seeds. */
function meansOf(set) {
  const from = { from: "2012-04-01", set };
  const text = JSON.stringify({ format: 1, name: "arm", extends: "baseline", changes: [from] });
  const { scenario } = resolveOrThrow({ entry: { name: "arm.yaml", text }, lookup });
  const runs = seeds.map((seed) => simulate(scenario, seed));
  return (key) => {
    const values = runs.flatMap(({ years, yearly }) => Array.from(yearly[key].slice(years.indexOf("2012-13"))));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
}

const plain = (value, digits) => value.toFixed(digits).replace("-", "−");
const [, ...others] = ARMS;
const baseline = meansOf({});
const rows = [["baseline", baseline], ...others.map(([name, set]) => [name, meansOf(set)])].map(([name, mean]) => {
  const cells = [
    plain(mean("tradeOff.net"), 2),
    plain(mean("unmet.hoursPercent"), 1),
    plain(mean("topUps.sharePercent"), 0),
    plain(mean("outcomes.qualityOfLife.holders"), 2),
  ];
  return `| ${[name, ...cells].join(" | ")} |`;
});

const text = [
  `In the baseline (mean of 2012-13 to 2019-20, ${seeds.length} seeds) the rate saves £${plain(baseline("tradeOff.priceSaving"), 2)}m a year, ` +
    `£${plain(baseline("directPayments.clawedBack"), 2)}m is taken back and\nproviding costs £${plain(baseline("tradeOff.extraCost"), 2)}m, ` +
    `£${plain(baseline("tradeOff.extraCostPerHolder"), 2)} a holder and week. What moves the net, from April 2012 on, each alone:`,
  [
    "| | net saving, £m a year | hours that did not come, % | agency buyers who top up, % | quality of life of holders |",
    "|---|---:|---:|---:|---:|",
    ...rows,
  ].join("\n"),
].join("\n\n");
writeFileSync(PAGE, filled(readFileSync(PAGE, "utf8"), "figures", text));
