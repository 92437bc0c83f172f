/** Processes that the benchmarks time, and the statistics of what they say. */
import { fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));

/** A process with a build loaded; `ask` gives it a task and waits for the answer, `close` ends it. */
export async function openBuild(dist, scale = 1) {
  const child = fork(CHILD, [dist, String(scale)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const next = () =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`the build in ${dist} ended with exit code ${code}`));
      child.once("exit", ended);
      child.once("message", (message) => {
        child.off("exit", ended);
        resolve(message);
      });
    });
  await next();
  return {
    ask: (task, options = {}) => {
      const answer = next();
      child.send({ task, ...options });
      return answer;
    },
    close: () => child.disconnect(),
  };
}

/** Milliseconds from starting the command line to its end, for one run of the baseline with all results written. */
export async function coldStart(dist) {
  const folder = mkdtempSync(join(tmpdir(), "caremarket-bench-"));
  const words = ["run", "baseline", "--seed", "1", "--json", "--out", join(folder, "results")];
  try {
    const begun = performance.now();
    const child = spawn(process.execPath, [join(dist, "bin/caremarket.js"), ...words], {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: folder,
    });
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (code !== 0) throw new Error(`caremarket run ended with exit code ${code}:\n${said}`);
    return performance.now() - begun;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** To a few digits, for people and for JSON: figures from a shared machine have no more. */
export const rounded = (value, digits = 1) => Number(value.toFixed(digits));
