/** A resolved scenario is written as one file that needs no parent: reading it again gives the same hash. */
import { dayOf, defaultPath, essential, type Horizon } from "./path.ts";
import { type Registry, REGISTRY } from "./registry.ts";
import type { ResolvedScenario } from "./resolved.ts";

/** JSON texts are YAML texts, whatever is in them. */
const text = JSON.stringify;

/** A value as YAML reads it back: numbers as JSON writes them, choices in quotes. */
const scalar = (value: number | string): string => text(value);

type Values = ResolvedScenario["values"][string];

const isSame = (left: Values, right: Values): boolean =>
  left.length === right.length &&
  left.every((step, index) => step.from === right[index].from && step.value === right[index].value);

/** YAML of every key, and of each lever whose path differs from the registry's own. */
export function writeScenario(scenario: ResolvedScenario, registry: Registry = REGISTRY): string {
  const { name, title, question, source, notes, start, weeks, burnInWeeks, seeds, values } = scenario;
  const lines = [`format: ${scenario.format}`, `name: ${text(name)}`, `title: ${text(title)}`];
  for (const [key, value] of Object.entries({ question, source, notes })) {
    if (value !== "") lines.push(`${key}: ${text(value)}`);
  }
  lines.push(`start: ${start}`, `weeks: ${weeks}`, `burnInWeeks: ${burnInWeeks}`, `seeds: ${writeSeeds(seeds)}`);
  const first = dayOf(start);
  const horizon: Horizon = { first, end: first + 7 * weeks };
  const differing = registry.leaves.filter(
    (leaf) => values[leaf.path] !== undefined && !isSame(values[leaf.path], essential(defaultPath(leaf), horizon)),
  );
  if (differing.length > 0) lines.push("set:");
  const changes = new Map<string, string[]>();
  for (const { path } of differing) {
    const [opening, ...later] = values[path];
    lines.push(`  ${path}: ${scalar(opening.value)}`);
    for (const { from, value } of later) {
      changes.set(from, [...(changes.get(from) ?? []), `      ${path}: ${scalar(value)}`]);
    }
  }
  if (changes.size > 0) lines.push("changes:");
  for (const from of [...changes.keys()].sort()) {
    lines.push(`  - from: ${from}`, "    set:", ...(changes.get(from) ?? []));
  }
  return `${lines.join("\n")}\n`;
}

/** `1-20` where the seeds are whole numbers in a row, otherwise a list of texts. */
function writeSeeds(seeds: readonly string[]): string {
  const first = Number(seeds[0]);
  const isRow =
    seeds.every((seed, index) => seed === String(first + index)) && Number.isSafeInteger(first) && first >= 1;
  return isRow ? `${first}-${first + seeds.length - 1}` : `[${seeds.map((seed) => text(seed)).join(", ")}]`;
}
