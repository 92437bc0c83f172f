/** One line runs a case again: its scenario as a file, and its seed. */
import { writeScenario, type ResolvedScenario } from "../simulation/index.ts";
import type { Case } from "./law.ts";

/** A shell word that `printf %b` turns back into the text. */
const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "'\\''").replaceAll("\n", "\\n")}'`;

/** The scenario as YAML that says nothing twice and needs no parent. */
export const yamlOf = (scenario: ResolvedScenario): string => writeScenario(scenario);

/** A shell line that writes the scenario to `replay.yaml` and runs it under the seed of the case. */
export const replayOf = ({ scenario, seed }: Case): string =>
  `printf %b ${quoted(yamlOf(scenario))} > replay.yaml && npx caremarket run replay.yaml --seeds ${seed}`;
