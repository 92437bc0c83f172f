/** Writes the tables of docs/savings.md anew from the built engine: node tests/support/savings-tables.mjs [seeds] */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { loadScenario } from "../../dist/cli/load.js";
import { SAVINGS_TABLES, savingsRows } from "../../dist/experiment/index.js";
import { openPool } from "../../dist/node/engine-pool.js";
import { engineWorker } from "../../dist/node/engine-worker.js";
import { savingsOfScenario } from "../../dist/node/savings.js";

const SEEDS = `1-${process.argv[2] ?? 6}`;
const PLANS = [
  ["The plan of the baseline", "baseline"],
  ["A plan that begins with direct payments", "direct-payments-first"],
  ["A plan that passes the need on", "savings-passed-on"],
];

const row = (cells) => `| ${cells.join(" | ")} |`;

/** A figure with half of its 95 % interval. */
function cell({ mean, high }, unit) {
  const decimals = { "GBP million": 2, "points, 0 to 24": 3 }[unit] ?? 0;
  const text = (value) => {
    const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
    const size = part === undefined ? grouped : `${grouped}.${part}`;
    return value < 0 && /[1-9]/u.test(size) ? `−${size}` : size;
  };
  return Number.isNaN(high) ? text(mean) : `${text(mean)} ± ${text(high - mean)}`;
}

async function tables([title, name], pool) {
  const { described } = await loadScenario(name, { set: [], flags: { seeds: SEEDS } });
  const { signal } = new AbortController();
  const rows = savingsRows(await savingsOfScenario({ described, pool, signal, progress: () => {} }));
  const lines = SAVINGS_TABLES.flatMap(({ title: about, columns }) => [
    "",
    `${about}. ${columns.every(({ unit }) => unit === "GBP million") ? "£ million over" : "Over"} ten years, mean of ${described.seeds.length} seeds.`,
    "",
    row(["measure", ...columns.map(({ label }) => label)]),
    `|---|${"--:|".repeat(columns.length)}`,
    ...rows.map(({ cause, figures }) => row([cause, ...columns.map(({ key, unit }) => cell(figures[key], unit))])),
  ]);
  return [`### ${title}`, ...lines].join("\n");
}

const pool = openPool(engineWorker(), availableParallelism());
const figures = [];
for (const plan of PLANS) figures.push(await tables(plan, pool));
await pool.close();

const path = new URL("../../docs/savings.md", import.meta.url);
const [before, , after] = readFileSync(path, "utf8").split(/<!-- (?:figures|end) -->\n/u);
writeFileSync(path, `${before}<!-- figures -->\n\n${figures.join("\n\n")}\n\n<!-- end -->\n${after}`);
