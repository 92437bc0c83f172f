/** Runs one scenario under many seeds with the built engine, three times as fast as the sources under the test runner. */
import { parentPort, workerData } from "node:worker_threads";
import { simulate } from "../../dist/simulation/index.js";

const { scenario, keys, first, seeds } = workerData;
const runs = Array.from({ length: seeds }, (_, at) => simulate(scenario, String(first + at)).weekly);
parentPort.postMessage(
  runs.map((weekly) => Object.fromEntries(keys.map((key) => [key, weekly[key]]))),
  [],
);
