/**
 * How every property runs: the same cases each time, and on failure the line that replays the failing one, in any shell.
 *
 * Ordinary runs use one fixed seed, so that a red test is red for everybody. CAREMARKET_LONG=1 draws a fresh seed and
 * ten times the cases. FC_SEED and FC_PATH replay.
 */
import fc, { type RunDetails } from "fast-check";
import { relative } from "node:path";
import { expect } from "vitest";

const isLong = process.env["CAREMARKET_LONG"] === "1";
const seedText = process.env["FC_SEED"];
const path = process.env["FC_PATH"];

/** A pattern that matches the test's full name and means nothing to any shell between double quotes. */
const patternOf = (testName: string): string => testName.replaceAll(" > ", " ").replaceAll(/[^\w ,:;-]/gu, ".");

/** The command that runs the failing case of the current test, and only that. */
function replayLine(seed: number, counterexamplePath: string): string {
  const { testPath, currentTestName } = expect.getState();
  const file = testPath === undefined ? "" : ` ${relative(process.cwd(), testPath)}`;
  const name = currentTestName === undefined ? "" : ` -t "${patternOf(currentTestName)}"`;
  return `node tests/support/run-replay.mjs ${seed} ${counterexamplePath}${file.replaceAll("\\", "/")}${name}`;
}

function report<Ts>(details: RunDetails<Ts>): void {
  if (!details.failed) return;
  const message = fc.defaultReportMessage(details) ?? "the property failed";
  const replay = replayLine(details.seed, details.counterexamplePath ?? "");
  throw new Error(`${message}\n\nReplay: ${replay}`, { cause: details.errorInstance });
}

fc.configureGlobal({
  seed: seedText === undefined ? (isLong ? Date.now() | 0 : 20100405) : Number(seedText),
  ...(path === undefined ? {} : { path, endOnFailure: true }),
  numRuns: isLong ? 1000 : 100,
  reporter: report,
});
