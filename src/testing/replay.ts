/** What runs a case again, in any shell: its scenario as a file to be saved, and the line that runs it with its seed. */
import { writeScenario, type ResolvedScenario } from "../simulation/index.ts";
import type { Case } from "./law.ts";

/** The scenario as YAML that says nothing twice and needs no parent. */
export const yamlOf = (scenario: ResolvedScenario): string => writeScenario(scenario);

/**
 * The scenario of the case as the text of a file, and the line that runs it with every law checked that a run checks. A law
 * of many runs is run again by the test that found it, with the seed and the path that fast-check prints.
 */
export const replayOf = ({ scenario, seed }: Case): string =>
  [
    "Save these lines as replay.yaml:",
    "",
    yamlOf(scenario).trimEnd(),
    "",
    `Then the model alone: npx caremarket run replay.yaml --seed ${seed} --checks full --json`,
    "The law itself: give the seed and the path that fast-check prints to assertLaw(law, cases(), { seed, path }), or to",
    "fc.assert(property, { seed, path, endOnFailure: true }).",
  ].join("\n");
