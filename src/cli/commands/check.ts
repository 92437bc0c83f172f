/** `check`: every problem of some scenario files, at once. */
import { Failure } from "../../node/failure.ts";
import type { Problem } from "../../simulation/scenario/index.ts";
import { command, JSON_OUTPUT, SET } from "../command.ts";
import { asData } from "../load.ts";

interface Checked {
  readonly file: string;
  readonly hash: string | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export const check = command({
  usage: "check <file..>",
  describe: "Check scenario files: every problem with its place and what to write instead",
  words: { file: { type: "string", array: true, describe: "Scenario files or names" } },
  options: { set: SET, json: JSON_OUTPUT },
  examples: [
    ["check my-council.yaml", "Every problem in the file, or that it is fine"],
    ["check scenarios/*.yaml --json", "The same for a program"],
  ],
  handle: async ({ file, set, json }, { printer }) => {
    const { exitCodeOf, formatProblem } = await import("../../simulation/scenario/index.ts");
    const names = file as unknown as readonly string[];
    const checked: Checked[] = [];
    for (const name of names) checked.push(await checkOne(name, set ?? []));
    const problems = checked.flatMap((each) => each.problems);
    if (json) {
      printer.json(
        checked.map((each) => ({ ...each, problems: each.problems.map(asData), warnings: each.warnings.map(asData) })),
      );
    }
    for (const { file: name, hash, problems: found, warnings } of checked) {
      for (const problem of warnings) printer.warn(formatProblem(problem));
      if (!json && found.length === 0) printer.data(`${name}: no problems (scenario ${hash?.slice(0, 8)})`);
    }
    if (problems.length === 0) return;
    const files = checked.filter((each) => each.problems.length > 0).length;
    throw new Failure(
      exitCodeOf(problems) === 3 ? "refused" : "invalid",
      `${problems.length === 1 ? "1 problem" : `${problems.length} problems`} in ${files === 1 ? "1 file" : `${files} files`}`,
      problems.map(formatProblem),
    );
  },
});

async function checkOne(file: string, set: readonly string[]): Promise<Checked> {
  const { openScenario } = await import("../../node/scenario-files.ts");
  const { resolve } = await import("../../simulation/scenario/index.ts");
  const opened = openScenario(file);
  if (!opened.ok) return { file, hash: null, problems: opened.problems, warnings: [] };
  const resolved = resolve({ ...opened, set });
  if (!resolved.ok) return { file, hash: null, problems: resolved.problems, warnings: [] };
  return { file, hash: resolved.hash, problems: [], warnings: resolved.warnings };
}
