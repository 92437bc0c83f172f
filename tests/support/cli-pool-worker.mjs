/** A worker for tests of the pool: each job says what it should come to. */
import { parentPort, threadId } from "node:worker_threads";

class Broken extends Error {
  name = "Broken";
  law = "E1";
  week = 12;
  nested = { not: "sent" };
}

const asData = (error) => ({
  className: error.name,
  message: error.message,
  stack: error.stack,
  fields: { law: error.law, week: error.week },
});

const send = (reply) => parentPort.postMessage(reply, []);

const actions = {
  double: ({ value }) => value * 2,
  thread: () => threadId,
  wait: ({ milliseconds, value }) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    return value;
  },
  progress: () => {
    for (const value of [0.25, 0.5]) send({ kind: "progress", value });
    return "done";
  },
  break: () => {
    throw new Broken("accounts do not sum");
  },
  exit: () => process.exit(9),
  uncaught: () => {
    setTimeout(() => {
      throw new TypeError("out of the blue");
    });
    return Promise.race([]);
  },
  memory: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
};

async function act(job) {
  try {
    send({ kind: "done", value: await actions[job.action](job) });
  } catch (error) {
    send({ kind: "failed", error: asData(error) });
  }
}

parentPort.on("message", (job) => void act(job));
