/** What becomes of a hostile text: exit code, words, and how long it took. */
import process from "node:process";
import { exitCodeOf, type Problem } from "../../src/simulation/scenario/index.ts";
import { type Given, resolveText } from "./scenario-resolve.ts";

export const problemsOf = (text: string, given: Given = {}): readonly Problem[] => {
  const result = resolveText(text, given);
  return result.ok ? [] : result.problems;
};

/** Exit code and messages, at a glance. */
export const verdict = (text: string, given: Given = {}): string => {
  const problems = problemsOf(text, given);
  return `${problems.length === 0 ? 0 : exitCodeOf(problems)}: ${problems.map(({ message }) => message).join(" | ")}`;
};

/** Milliseconds of processor time: what else the machine is doing does not count. */
export const millisecondsOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
