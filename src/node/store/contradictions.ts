/** A manifest says some things twice, and its description says them again: an edit of one of them shows without a run. */
import { engineVersion } from "../../simulation/engine-version.ts";
import { hashScenario } from "../../simulation/scenario/index.ts";
import { CRATE } from "../crate/crate.ts";
import { digestOfDigests, markOf, sameMark } from "./checksum.ts";
import type { Manifest } from "./manifest.ts";
import { runCrate } from "./write.ts";

/** Everything in which a manifest contradicts itself or its description, in words. */
export function contradictions(manifest: Manifest): string[] {
  const { name, scenario, scenarioHash, seeds, weeks, digests, digest, files } = manifest;
  const found: string[] = [];
  if (hashScenario(scenario) !== scenarioHash) found.push("its scenario does not have the hash it names");
  if (digestOfDigests(seeds, digests) !== digest) found.push("its digest is not that of its runs");
  if (name !== scenario.name) found.push("its name is not that of its scenario");
  if (weeks !== scenario.weeks) found.push("its weeks are not those of its scenario");
  if (found.length > 0 || manifest.engineVersion !== engineVersion) return found;
  // Another engine may describe its results in other words.
  const crate = markOf(new TextEncoder().encode(runCrate(manifest)));
  if (!sameMark(crate, files[CRATE])) {
    found.push(`its command, or the texts or origins of its settings, are not those that ${CRATE} was made from`);
  }
  return found;
}
