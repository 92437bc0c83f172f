/** When a law breaks, what is needed to see it again is written down: the scenario, the seed, and the line to type. */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeScenario } from "../simulation/scenario/index.ts";
import { attempt } from "./file-errors.ts";
import { shellWord } from "./shell.ts";
import { canonicalJson } from "./store/canonical-json.ts";
import { writeWhole } from "./store/file-writer.ts";
import type { Described } from "./store/write.ts";

/** What broke, where. */
export interface Breakage {
  readonly seed: string;
  /** Id of the law; "" where the run failed in another way. */
  readonly law: string;
  /** From the first burn-in week; -1 where unknown. */
  readonly week: number;
  /** Agent key, or 0 where no one agent is meant. */
  readonly agent: number;
  readonly message: string;
  readonly stack: string;
}

export interface Replay {
  readonly folder: string;
  /** The command that runs into the same fault. */
  readonly line: string;
}

/** Writes the bundle into a folder of the parent, in place of an earlier one of the same run. */
export function writeReplay(parent: string, described: Described, breakage: Breakage): Replay {
  const { scenario, scenarioHash, engineVersion } = described;
  const { seed } = breakage;
  const folder = join(resolve(parent), `replay-${scenario.name}-${scenarioHash.slice(0, 8)}-seed-${seed}`);
  const file = join(folder, "scenario.yaml");
  const line = `caremarket run ${shellWord(file)} --seed ${seed} --checks full --json`;
  attempt("write the replay bundle", folder, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  });
  writeWhole(file, writeScenario(scenario));
  writeWhole(join(folder, "replay.json"), canonicalJson({ ...breakage, scenarioHash, engineVersion, line }));
  return { folder, line };
}

/** Where replay bundles go when nothing is written otherwise. */
export const usualReplayParent = (): string => "output";
