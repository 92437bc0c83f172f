/** What twenty runs of the baseline give beside the facts, for docs/validation.md. */
import { readFileSync } from "node:fs";
import { FACTS, judge, watch, type JudgedFact } from "../../src/experiment/facts/index.ts";
import { lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";

export { withFacts, withRuns } from "../../src/report/documents/validation.ts";

export const VALIDATION_FILE = new URL("../../docs/validation.md", import.meta.url);

const SEEDS = 20;

/** Runs the baseline with seeds 1 to 20, one after the other, and judges it. */
export function currentVerdicts(): readonly JudgedFact[] {
  const text = readFileSync(new URL("../../scenarios/baseline.yaml", import.meta.url), "utf8");
  const { scenario } = resolveOrThrow({ entry: { name: "baseline.yaml", text }, lookup: lookupAmong({}) });
  const seeds = Array.from({ length: SEEDS }, (_, index) => `${index + 1}`);
  return judge(
    FACTS,
    seeds.map((seed) => watch(FACTS, scenario, seed).finish()),
  );
}
