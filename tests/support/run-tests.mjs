/**
 * The whole test command: build, lint, format check, every test; then one closing line, "N passed, N failed".
 *
 * Plain JavaScript, because it runs before anything is built. Arguments go to Vitest: `npm test -- architecture`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one command to its end, in the open, and answers its exit status. */
function run(command, words, environment = {}) {
  const done = spawnSync(command, words, {
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32",
  });
  if (done.error !== undefined) console.log(`${command} did not start: ${done.error.message}`);
  return done.status ?? 1;
}

/** What Vitest counted: tests, plus one failure for each file that broke before its first test could run. */
function counted(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped };
}

function readReport(path) {
  try {
    return counted(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const folder = mkdtempSync(join(tmpdir(), "caremarket-tests-"));
const reportPath = join(folder, "vitest.json");
let passed = 0;
let failed = 0;

for (const [name, script] of [
  ["build and types", "build"],
  ["lint", "lint"],
  ["format", "format:check"],
]) {
  console.log(`\n== ${name}`);
  if (run("npm", ["run", "--silent", script]) === 0) passed++;
  else {
    failed++;
    console.log(`${name}: failed`);
  }
}

console.log("\n== tests");
const vitest = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
const status = run("npx", ["--no-install", ...vitest, ...process.argv.slice(2)], { CAREMARKET_INSTALL: "1" });
const tests = readReport(reportPath);
rmSync(folder, { recursive: true, force: true });
passed += tests.passed;
failed += tests.failed;
// Vitest also fails on what belongs to no test: an unhandled rejection, or no test found at all.
if (status !== 0 && tests.failed === 0) failed++;
if (tests.skipped > 0) console.log(`${tests.skipped} skipped or to do`);

process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
