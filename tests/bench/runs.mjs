/** One run of a build, timed week by week or counted. Plain JavaScript on the emitted engine: no loader slows it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SEED = "1";
const BASELINE = new URL("../../scenarios/baseline.yaml", import.meta.url);

/**
 * The engine of a build and the baseline at a size.
 *
 * @param {string} dist folder of the build
 * @param {number} scale 1 for one council of average size
 */
export async function load(dist, scale) {
  const from = (path) => import(pathToFileURL(join(dist, path)).href);
  const { lookupAmong, resolveOrThrow, start } = await from("simulation/index.js");
  const codes = await from("model/world/codes.js");
  const entry = { name: "baseline.yaml", text: readFileSync(BASELINE, "utf8") };
  const { scenario } = resolveOrThrow({ entry, lookup: lookupAmong({}), set: [`size.scale=${scale}`] });
  return { start, codes, scenario };
}

/**
 * Runs the baseline from founding to digest; `watch` sees the world after each week, off the clock.
 *
 * @returns `ms` and `cpuMs` of the whole; `through`, milliseconds from the start through founding and through each week;
 *   the digest, or undefined where `seconds` ran out before the last week
 */
export function timedRun({ start, scenario }, { phases, watch, seconds = Infinity } = {}) {
  const deadline = performance.now() + 1000 * seconds;
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  const run = start(scenario, SEED, phases === undefined ? {} : { phases });
  let ms = performance.now() - begun;
  const through = [ms];
  while (!run.done && performance.now() < deadline) {
    const before = performance.now();
    run.step();
    ms += performance.now() - before;
    through.push(ms);
    watch?.(run.world);
  }
  const before = performance.now();
  const digest = run.done ? run.finish().digest : undefined;
  ms += performance.now() - before;
  const cpu = process.cpuUsage(cpuBefore);
  return { ms, cpuMs: (cpu.user + cpu.system) / 1000, through, digest };
}

/** A run with every phase timed: milliseconds by phase, and by what is not a phase. */
export function phasedRun(engine) {
  const { phases, partsOf } = phaseTimer();
  return partsOf(timedRun(engine, { phases }));
}

/**
 * A run in which agents are counted every week and memory is looked at, off the clock.
 *
 * @param {number} seconds when to stop, done or not
 */
export function countedRun(engine, seconds) {
  let agentWeeks = 0;
  let peakBytes = 0;
  const watch = (world) => {
    agentWeeks += agentsIn(world, engine.codes);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    peakBytes = Math.max(peakBytes, heapUsed + arrayBuffers);
  };
  const { phases, partsOf } = phaseTimer();
  const run = timedRun(engine, { phases, watch, seconds });
  return { ...run, phases: partsOf(run), agentWeeks, peakMiB: peakBytes / 2 ** 20 };
}

/** Puts a clock round each phase, and says afterwards how the time of a run divides. */
function phaseTimer() {
  const spent = new Map();
  const timed = (phase) => {
    spent.set(phase.name, 0);
    const run = (world) => {
      const before = performance.now();
      phase.run(world);
      spent.set(phase.name, spent.get(phase.name) + performance.now() - before);
    };
    return { ...phase, run };
  };
  const partsOf = ({ ms, through }) => {
    const inPhases = [...spent.values()].reduce((sum, each) => sum + each, 0);
    return {
      founding: through[0],
      ...Object.fromEntries(spent),
      "recording and digest": ms - through[0] - inPhases,
    };
  };
  return { phases: (all) => all.map(timed), partsOf };
}

/** People with a need or a package, workers employed or seeking, providers trading. */
function agentsIn({ people, workers, providers }, { Employment, ProviderStatus, Service, Stage }) {
  const { stage, need, service } = people.columns;
  const { employment } = workers.columns;
  const { status } = providers.columns;
  return (
    countLive(people, (row) => stage[row] !== Stage.gone && (need[row] > 0 || service[row] !== Service.none)) +
    countLive(workers, (row) => employment[row] !== Employment.gone) +
    countLive(providers, (row) => status[row] === ProviderStatus.trading)
  );
}

function countLive({ live, liveCount }, counts) {
  let count = 0;
  for (let index = 0; index < liveCount; index++) if (counts(live[index])) count++;
  return count;
}
