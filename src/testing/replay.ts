/** What runs a case again, in any shell: its scenario as a file to be saved, and the line that runs it with its seed. */
import { writeScenario, type ResolvedScenario } from "../simulation/index.ts";
import type { Case } from "./law.ts";

/** The scenario as YAML that says nothing twice and needs no parent. */
export const yamlOf = (scenario: ResolvedScenario): string => writeScenario(scenario);

/**
 * The scenario of the case as the text of a file, and what runs it again: the model, with every law checked that a run
 * checks; the law, on this case alone; and the property that found it, which may have drawn more than a case.
 */
export const replayOf = ({ scenario, seed }: Case): string =>
  [
    "Save these lines as replay.yaml:",
    "",
    yamlOf(scenario).trimEnd(),
    "",
    `Then the model alone: npx caremarket run replay.yaml --seed ${seed} --checks full --json`,
    `The law itself: law.check({ scenario: scenarioFrom(readFileSync("replay.yaml", "utf8")), seed: "${seed}" })`,
    "The property that found it: give it the seed and the path that fast-check prints, and the same cases as before:",
    "assertLaw(law, given, { seed, path }), or fc.assert(property, { seed, path, endOnFailure: true }).",
  ].join("\n");
