/** Writes the tables of docs/savings.md anew from the built engine: node tests/support/savings-tables.mjs [seeds] */
import { readFileSync, writeFileSync } from "node:fs";
import { meanAccounts, savingsOf } from "../../dist/experiment/savings.js";
import { lookupAmong, resolveOrThrow } from "../../dist/simulation/index.js";

const ROOT = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");
const SEEDS = Array.from({ length: Number(process.argv[2] ?? 6) }, (_, index) => String(index + 1));

const PLANS = [
  ["The plan of the baseline", read("scenarios/baseline.yaml")],
  ["A plan that begins with direct payments", read("scenarios/direct-payments-first.yaml")],
];

const BEARERS = [
  ["people", (borne) => borne.people],
  ["care workers", (borne) => borne.workers],
  ["providers, care homes", (borne) => borne.providers + borne.careHomes],
  ["assessment staff, other services", (borne) => borne.staff + borne.otherServices],
  ["suppliers, taxes", (borne) => borne.suppliers + borne.state + borne.nhs],
  ["next year's bills", (borne) => borne.nextYear],
];

const millions = (pence) => (Math.round(pence / 1e6) / 100 + 0).toFixed(2).replace("-", "−");
const whole = (value) => `${Math.round(value) + 0}`.replace(/\B(?=(?:\d{3})+$)/gu, ",").replace("-", "−");
const row = (cells) => `| ${cells.join(" | ")} |`;

function tables([title, text]) {
  const lookup = lookupAmong({ baseline: read("scenarios/baseline.yaml") });
  const { scenario } = resolveOrThrow({ entry: { name: "plan.yaml", text }, lookup });
  const each = meanAccounts(savingsOf(scenario, SEEDS));
  const money = each.map(({ cause, expected, realised, borne }) =>
    row([cause, millions(expected), millions(realised), ...BEARERS.map(([, of]) => millions(of(borne)))]),
  );
  const beside = each.map(({ cause, beside: b }) =>
    row([
      cause,
      whole(b.unmetHours),
      millions(b.unmetPence),
      whole(b.supportYears),
      whole(b.delayedDays),
      whole(b.admissions),
      millions(b.nhsPence),
      (b.life + 0).toFixed(3).replace("-", "−"),
    ]),
  );
  return [
    `### ${title}`,
    "",
    `£ million over ten years, mean of ${SEEDS.length} seeds.`,
    "",
    row(["measure", "expected", "realised", ...BEARERS.map(([name]) => name)]),
    `|---|${"--:|".repeat(2 + BEARERS.length)}`,
    ...money,
    "",
    "What came of it beside money, over the same ten years; more is worse.",
    "",
    row([
      "measure",
      "hours not given",
      "at the fee, £m",
      "person-years without support",
      "days of delay",
      "hospital stays",
      "NHS, £m",
      "quality of life lost",
    ]),
    `|---|${"--:|".repeat(7)}`,
    ...beside,
  ].join("\n");
}

const path = new URL("docs/savings.md", ROOT);
const [before, , after] = readFileSync(path, "utf8").split(/<!-- (?:figures|end) -->\n/u);
const figures = PLANS.map(tables).join("\n\n");
writeFileSync(path, `${before}<!-- figures -->\n\n${figures}\n\n<!-- end -->\n${after}`);
