/** A process that holds one build at one size and runs it when asked: warm code stays warm, builds never mix. */
import { countedRun, load, phasedRun, timedRun } from "./runs.mjs";

const [dist, scale] = process.argv.slice(2);
const engine = await load(dist, Number(scale));

const TASKS = {
  timed: () => timedRun(engine),
  phased: () => phasedRun(engine),
  counted: ({ seconds }) => countedRun(engine, seconds ?? Infinity),
};

process.on("message", (message) => process.send(TASKS[message.task](message)));
process.send("ready");
