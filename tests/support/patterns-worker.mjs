/** Runs all claims of the patterns, or those of some patterns, under one seed. */
import { parentPort } from "node:worker_threads";
import { lagsOf, PATTERNS, sidesOf } from "../../dist/experiment/patterns/index.js";
import { errorAsData } from "../../dist/node/pool.js";
import { armsFrom } from "./patterns-arms.mjs";

parentPort.on("message", ({ seed, patterns, set }) => {
  try {
    const asked = PATTERNS.filter(({ id }) => patterns.includes(id)).flatMap((each) => [
      ...each.claims,
      ...lagsOf(each),
    ]);
    const value = sidesOf(asked, armsFrom(set), seed);
    parentPort.postMessage({ kind: "done", value }, []);
  } catch (error) {
    parentPort.postMessage({ kind: "failed", error: errorAsData(error) }, []);
  }
});
