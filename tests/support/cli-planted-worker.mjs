/** The engine's worker with planted faults: some names of seeds come to grief, all others run as ever. */
import { parentPort } from "node:worker_threads";
import { BrokenInvariant, simulate, start } from "../../dist/simulation/index.js";
import { errorAsData } from "../../dist/node/pool.js";
import { packCell } from "../../dist/node/sweep/cell.js";
import { engineVersion } from "../../dist/simulation/engine-version.js";

const send = (reply) => parentPort.postMessage(reply, []);

/** A phase that does something to the world in the tenth week. */
const planted = (action) => (phases) => [
  ...phases,
  { name: "planted", sentence: "", moves: "", run: (world) => (world.week === 10 ? action(world) : undefined) },
];

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

const FAULTS = {
  law: (scenario, seed) =>
    start(scenario, seed, {
      phases: planted((world) => {
        throw new BrokenInvariant("E1", world.week, 42, "a penny too many");
      }),
    }).finish(),
  penny: (scenario, seed) => {
    const lose = (world) => {
      world.ledger.balances[world.accounts.council] += 1;
    };
    return start(scenario, seed, { phases: planted(lose), checks: "full" }).finish();
  },
  bug: () => {
    throw new TypeError("cannot read properties of undefined");
  },
  dies: () => process.exit(9),
  memory: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  slow: (scenario, seed) => {
    pause(1500);
    return simulate(scenario, seed);
  },
  hangs: () => {
    for (;;) pause(1000);
  },
};

parentPort.on("message", ({ kind, scenario, seed, weekly }) => {
  try {
    const fault = FAULTS[seed.replace(/-\d+$/, "")] ?? simulate;
    const result = fault(scenario, seed);
    const value = kind === "cell" ? packCell(result, engineVersion, weekly) : { result, timings: {} };
    send({ kind: "done", value });
  } catch (error) {
    send({ kind: "failed", error: errorAsData(error) });
  }
});
