/** Two builds side by side, A B A B, each warm in a process of its own: what the machine does, it does to both. */
import { median, openBuild, rounded } from "./processes.mjs";

const WARM_UPS = 2;

/** @param {{dist: string, other: string, pairs: number, limit: number}} request `limit` in seconds */
export async function against({ dist, other, pairs, limit }) {
  const begun = performance.now();
  const builds = [await openBuild(dist), await openBuild(other)];
  const runs = [[], []];
  const pair = async (keep) => {
    for (const [index, build] of builds.entries()) {
      const run = await build.ask("timed");
      if (keep) runs[index].push(run);
    }
  };
  try {
    for (let index = 0; index < WARM_UPS; index++) await pair(false);
    do await pair(true);
    while (runs[0].length < pairs && performance.now() - begun < 1000 * limit);
  } finally {
    for (const build of builds) build.close();
  }
  const [here, there] = runs;
  return {
    here: summary(here),
    there: summary(there),
    ratio: ratios(here, there, (run) => run.ms),
    cpuRatio: ratios(here, there, (run) => run.cpuMs),
    sameResults: here[0].digest === there[0].digest,
    pairs: here.length,
  };
}

function summary(runs) {
  const times = runs.map((run) => run.ms);
  return {
    ms: rounded(median(times)),
    minMs: rounded(Math.min(...times)),
    cpuMs: rounded(Math.min(...runs.map((run) => run.cpuMs))),
    digest: runs[0].digest,
  };
}

/** This build over the other, pair by pair and fastest over fastest: below 1 this one is faster. */
function ratios(here, there, of) {
  const each = here.map((run, index) => of(run) / of(there[index]));
  const fastest = Math.min(...here.map(of)) / Math.min(...there.map(of));
  const found = { median: median(each), min: Math.min(...each), max: Math.max(...each), fastest };
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, rounded(value, 3)]));
}
