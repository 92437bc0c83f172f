/** A process that holds one build at one size and runs it when asked: warm code stays warm, builds never mix. */
import { countedRun, load, phasedRun, timedRun } from "./runs.mjs";

/** About one small council-decade: after it the code is as warm as in the small council's timed runs. */
const WARM_UP_SECONDS = 1.5;

const [dist, scale] = process.argv.slice(2);
const engine = await load(dist, Number(scale));

const small = Number(scale) === 1 ? engine : await load(dist, 1);

const TASKS = {
  warmed: () => timedRun(small, { seconds: WARM_UP_SECONDS }),
  timed: () => timedRun(engine),
  phased: () => phasedRun(engine),
  counted: ({ seconds }) => countedRun(engine, seconds ?? Infinity),
};

process.on("message", (message) => process.send(TASKS[message.task](message)));
process.send("ready");
