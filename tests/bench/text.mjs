/** The figures as a reader sees them: short aligned tables, targets beside. */

const TARGETS = { ms: 400, ns: 100, coldMs: 1500, peakMiB: 150, ratio: 12 };

const thousands = (count) => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
const ms = (value) => `${thousands(value)} ms`;
const ns = (value) => `${value.toFixed(1)} ns`;
const mib = (value) => `${value.toFixed(0)} MiB`;

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

export function measuredText({ councilDecade, tenfold, coldStartMs, coldStarts, node, cores, load }) {
  const { agentWeeks, runs } = councilDecade;
  const held = (value, target, show) => [show(value), show(target), value <= target ? "kept" : "missed"];
  const isWhole = tenfold.weeksTimed === tenfold.weeks;
  const cut = isWhole ? "" : `, from ${tenfold.weeksTimed} of ${tenfold.weeks} weeks`;
  const ratio = (value) => `${value.toFixed(2)} times`;
  const figures = [
    ["", "found", "target", ""],
    [`council-decade, median of ${runs}`, ...held(councilDecade.ms, TARGETS.ms, ms)],
    ["  fastest", ms(councilDecade.minMs), "", ""],
    ["  fastest, processor time of all threads", ms(councilDecade.cpuMs), "", ""],
    ["  per agent-week", ...held(councilDecade.nsPerAgentWeek, TARGETS.ns, ns)],
    ["  most memory, heap and arrays", ...held(councilDecade.peakMiB, TARGETS.peakMiB, mib)],
    [`ten times the council${cut}`, ms(tenfold.ms), "", ""],
    ["  against one council", ...held(tenfold.ratio, TARGETS.ratio, ratio)],
    ["  per agent-week", ns(tenfold.nsPerAgentWeek), "", ""],
    ["  most memory, heap and arrays", mib(tenfold.peakMiB), "", ""],
    [`cold start with results, fastest of ${coldStarts}`, ...held(coldStartMs, TARGETS.coldMs, ms)],
  ];
  const weekly = thousands(agentWeeks / tenfold.weeks);
  return [
    `Baseline, seed 1: ${tenfold.weeks} weeks, ${thousands(agentWeeks)} agent-weeks (${weekly} agents a week).`,
    `Node ${node}, ${cores} cores, load ${load} at the start.`,
    "",
    aligned(figures),
    "",
    "Where the time goes, in one run of each with every phase timed; nanoseconds are per agent-week:",
    aligned(phaseRows(councilDecade, tenfold)),
  ].join("\n");
}

/** What a phase takes of the time, and of each agent's week at both sizes: what grows from one to the other scales badly. */
function phaseRows(small, large) {
  const total = Object.values(small.phases).reduce((sum, each) => sum + each, 0);
  const rows = Object.entries(small.phases).map(([name, spent]) => [
    `  ${name}`,
    `${spent.toFixed(1)} ms`,
    `${((100 * spent) / total).toFixed(1)} %`,
    ns((1e6 * spent) / small.agentWeeks),
    ns((1e6 * large.phases[name]) / large.agentWeeks),
  ]);
  return [["", "time", "share", "one council", "ten times"], ...rows];
}

export function againstText(named, { here, there, ratio, cpuRatio, sameResults, pairs }) {
  const range = ({ median, min, max, fastest }) => [
    median.toFixed(3),
    `${min.toFixed(3)} to ${max.toFixed(3)}`,
    fastest.toFixed(3),
  ];
  const rows = [
    ["", "median", "fastest", "processor"],
    ["this build", ms(here.ms), ms(here.minMs), ms(here.cpuMs)],
    [named, ms(there.ms), ms(there.minMs), ms(there.cpuMs)],
  ];
  return [
    aligned(rows),
    "",
    aligned([
      [`this over ${named}, ${pairs} pairs`, "median", "range", "fastest"],
      ["  time", ...range(ratio)],
      ["  processor time", ...range(cpuRatio)],
    ]),
    "",
    sameResults ? "Same results." : `Different results: digest ${here.digest}, there ${there.digest}.`,
  ].join("\n");
}
