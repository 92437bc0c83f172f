/** What something is told of: a scenario in its council, under some seeds. */
import { seedsText } from "../node/seeds.ts";
import type { Described } from "../node/store/write.ts";
import { counted } from "./text.ts";

export interface Told {
  readonly described: Described;
  /** Where one was asked for in place of the scenario's own. */
  readonly council: string | undefined;
}

/** For a program. */
export function toldData({ described: { scenario, scenarioHash, engineVersion, seeds }, council }: Told) {
  return {
    scenario: scenario.name,
    ...(council === undefined ? {} : { council }),
    scenarioHash,
    engineVersion,
    seeds,
  };
}

/** Two lines at the head of a text. */
export function toldHead({ described: { scenario, scenarioHash, engineVersion, seeds }, council }: Told): string {
  const { name, title } = scenario;
  const place = council === undefined ? "" : `  council ${council}`;
  return [
    title === "" || title === name ? name : `${name}: ${title}`,
    `${counted(seeds.length, "seed")} (${seedsText(seeds)})${place}  scenario ${scenarioHash.slice(0, 8)}  engine ${engineVersion}`,
  ].join("\n");
}
