/** Resolves texts from memory against the test registry. */
import {
  formatProblems,
  lookupAmong,
  type Resolved,
  resolve,
  resolveOrThrow,
  type ResolveInput,
  type Unresolved,
} from "../../src/simulation/scenario/index.ts";
import { testRegistry } from "./scenario-registry.ts";

export interface Given extends Partial<Omit<ResolveInput, "entry">> {
  readonly scenarios?: Readonly<Record<string, string>>;
  readonly councils?: Readonly<Record<string, string>>;
}

const inputOf = (text: string, { scenarios = {}, councils = {}, ...rest }: Given): ResolveInput => ({
  entry: { name: "test.yaml", text },
  lookup: lookupAmong(scenarios, councils),
  registry: testRegistry,
  ...rest,
});

export const resolveText = (text: string, given: Given = {}): Resolved | Unresolved => resolve(inputOf(text, given));

/** The resolved scenario of a text that must be right. */
export const resolved = (text: string, given: Given = {}): Resolved => resolveOrThrow(inputOf(text, given));

/** Everything that is said about a text, as a reader sees it. */
export function said(text: string, given: Given = {}): string {
  const result = resolveText(text, given);
  return formatProblems(result.ok ? result.warnings : result.problems);
}

/** The path of a leaf, as `value` and `date: value`, for tests to compare at a glance. */
export const pathOf = (result: Resolved, leaf: string): string =>
  result.scenario.values[leaf].map(({ from, value }) => (from === "" ? `${value}` : `${from}: ${value}`)).join(", ");
