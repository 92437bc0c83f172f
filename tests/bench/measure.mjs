/** All figures of one build, within a limit of time: where the machine is slow, there are fewer runs and it says so. */
import { availableParallelism, loadavg } from "node:os";
import { coldStart, median, openBuild, rounded } from "./processes.mjs";

const WARM_UPS = 2;
const RUNS = 5;
const COLD_STARTS = 3;
/** Parts of the time limit by which each measurement begins its last repetition. */
const COLD_PART = 0.15;
const RUNS_PART = 0.6;
/** Time kept for the end of the last measurement, and the least it gets. */
const SPARE_SECONDS = 2;
const LEAST_SECONDS = 3;

/** @param {number} limit seconds for everything */
export async function measure(dist, limit) {
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  const load = loadavg()[0];
  const colds = [];
  do colds.push(await coldStart(dist));
  while (colds.length < COLD_STARTS && elapsed() < COLD_PART * limit);
  const counted = await once(dist, 1, "counted");
  const { runs, phases } = await warmRuns(dist, () => elapsed() < RUNS_PART * limit);
  const large = await largeRun(dist, () => Math.max(LEAST_SECONDS, limit - elapsed() - SPARE_SECONDS));
  return {
    councilDecade: decade(runs, phases, counted),
    tenfold: tenfold(large, runs),
    coldStartMs: rounded(Math.min(...colds)),
    coldStarts: colds.length,
    node: process.version,
    cores: availableParallelism(),
    load: rounded(load, 2),
  };
}

/** One run in a process of its own. */
async function once(dist, scale, task, options) {
  const build = await openBuild(dist, scale);
  try {
    return await build.ask(task, options);
  } finally {
    build.close();
  }
}

/** One run of the large council in a process that a small one has warmed up: both are timed warm. */
async function largeRun(dist, secondsLeft) {
  const build = await openBuild(dist, 10);
  try {
    await build.ask("warmed");
    return await build.ask("counted", { seconds: secondsLeft() });
  } finally {
    build.close();
  }
}

/** Runs in one process after its warm-up, then one with the phases timed. */
async function warmRuns(dist, isTime) {
  const build = await openBuild(dist);
  try {
    const runs = [];
    for (let index = 0; index < WARM_UPS; index++) await build.ask("timed");
    do runs.push(await build.ask("timed"));
    while (runs.length < RUNS && isTime());
    return { runs, phases: await build.ask("phased") };
  } finally {
    build.close();
  }
}

function decade(runs, phases, { agentWeeks, peakMiB }) {
  const times = runs.map((run) => run.ms);
  const ms = median(times);
  return {
    ms: rounded(ms),
    minMs: rounded(Math.min(...times)),
    cpuMs: rounded(Math.min(...runs.map((run) => run.cpuMs))),
    nsPerAgentWeek: rounded((1e6 * ms) / agentWeeks),
    agentWeeks,
    phases: roundedAll(phases),
    peakMiB: rounded(peakMiB),
    runs: runs.length,
  };
}

/**
 * The large council, in its only run, against the small one over the weeks that the large one came to. Cut short, `ms` is
 * the small one's time multiplied by the ratio, `weeksTimed` is less than `weeks`, and the rest is of those weeks.
 */
function tenfold({ ms, through, digest, phases, agentWeeks, peakMiB }, runs) {
  const isWhole = digest !== undefined;
  const whole = median(runs.map((run) => run.ms));
  const last = through.length - 1;
  const small = isWhole ? whole : median(runs.map((run) => run.through[last]));
  const large = isWhole ? ms : through[last];
  const ratio = large / small;
  return {
    ms: rounded(ratio * whole),
    nsPerAgentWeek: rounded((1e6 * large) / agentWeeks),
    ratio: rounded(ratio, 2),
    agentWeeks,
    phases: roundedAll(phases),
    peakMiB: rounded(peakMiB),
    runs: 1,
    weeks: runs[0].through.length - 1,
    weeksTimed: last,
  };
}

const roundedAll = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
