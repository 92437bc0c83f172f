/** What a page gets of the engine in the browser tests: runs, and the bits of the maths. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { exp, log, log1p, logistic, pow } from "../../src/kernel/math.ts";
import type { ResolvedScenario } from "../../src/simulation/scenario/resolved.ts";
import { simulate } from "../../src/simulation/run.ts";

export interface Job {
  readonly scenario: ResolvedScenario;
  readonly seed: string;
}

/** Everything about a run that must be the same everywhere. */
export interface Digested {
  readonly scenarioHash: string;
  readonly digest: string;
  readonly weekDigests: readonly string[];
}

/** Runs each job from founding to the last week. */
export const runAll = (jobs: readonly Job[]): readonly Digested[] =>
  jobs.map(({ scenario, seed }) => {
    const { scenarioHash, digest, weekDigests } = simulate(scenario, seed);
    return { scenarioHash, digest, weekDigests };
  });

const MANY = 200_000;

/** A digest of 200,000 values of each function, over inputs that no engine can disagree on. */
export const mathsDigests = (): Readonly<Record<string, string>> => ({
  exp: digestOf((u) => exp(u * 1400 - 700)),
  log: digestOf((u) => log(u * 100)),
  log1p: digestOf((u) => log1p(u * 3 - 1)),
  pow: digestOf((u) => pow(u * 3, 1.7 - u * 2)),
  logistic: digestOf((u) => logistic(u * 60 - 30)),
});

/** The uniforms come from a linear congruential generator of 32 bits. */
function digestOf(value: (u: number) => number): string {
  const values = new Float64Array(MANY);
  let state = 20100405;
  for (let index = 0; index < MANY; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[index] = value(((state >>> 0) + 0.5) / 4294967296);
  }
  return bytesToHex(sha256(new Uint8Array(values.buffer)));
}
