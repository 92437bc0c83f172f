/** `check`: every problem of some files of scenarios and sweeps, at once. */
import { Failure } from "../../node/failure.ts";
import type { Problem } from "../../simulation/scenario/index.ts";
import { command, councilOption, JSON_OUTPUT, SET } from "../command.ts";
import { asData, type Asked as AskedRun, ofScenarios } from "../load.ts";
import { counted } from "../text.ts";

/** What is checked otherwise than the files say. */
type Asked = Pick<AskedRun, "set" | "council">;

interface Checked {
  readonly file: string;
  readonly hash: string | null;
  /** Of a sweep. */
  readonly arms?: number;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export const check = command({
  usage: "check <file..>",
  describe:
    "Check files of scenarios and sweeps: every problem with its place and what to write instead. Nothing is run: what only a run can show, such as numbers held at a limit, the run warns of",
  words: { file: { type: "string", array: true, describe: "Files or names of scenarios and sweeps" } },
  options: { council: councilOption("all of it happens", "the files'"), set: SET, json: JSON_OUTPUT },
  examples: [
    ["check my-council.yaml", "Every problem in the file, or that it is fine"],
    ["check my-question.yaml --council mine", "Whether the question can be asked of another council"],
    ["check scenarios/*.yaml --json", "The same for a program"],
  ],
  handle: async ({ file, council, set, json }, { printer }) => {
    const { exitCodeOf, formatProblem } = await import("../../simulation/scenario/index.ts");
    const { expanded } = await import("../../node/wildcards.ts");
    const names = expanded(file as unknown as readonly string[]);
    const checked: Checked[] = [];
    for (const name of names) checked.push(await checkOne(name, { set: set ?? [], council }));
    const problems = checked.flatMap((each) => each.problems);
    if (json) {
      printer.json(
        checked.map((each) => ({ ...each, problems: each.problems.map(asData), warnings: each.warnings.map(asData) })),
      );
    }
    for (const { file: name, hash, arms, problems: found, warnings } of checked) {
      for (const problem of warnings) printer.warn(formatProblem(problem));
      const what = arms === undefined ? "scenario" : `${counted(arms, "arm")}, sweep`;
      if (!json && found.length === 0) printer.data(`${name}: no problems (${what} ${hash?.slice(0, 8)})`);
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

async function checkOne(file: string, asked: Asked): Promise<Checked> {
  const { withHint } = await import("../../node/problem-hints.ts");
  const checked = await checkWhat(file, asked);
  return { ...checked, problems: checked.problems.map(withHint) };
}

async function checkWhat(file: string, { set, council }: Asked): Promise<Checked> {
  const { kindOfStudy } = await import("../../node/sweep-files.ts");
  const { kind, named } = kindOfStudy(file);
  if (kind === "sweep") return checkSweep(file, named, { set, council });
  const { openScenario } = await import("../../node/scenario-files.ts");
  const { resolve } = await import("../../simulation/scenario/index.ts");
  const opened = openScenario(file);
  if (!opened.ok) return { file, hash: null, problems: opened.problems, warnings: [] };
  const { droppedOfScenario } = await import("../../node/dropped-in-files.ts");
  const input = { ...opened, set, ...(council === undefined ? {} : { council }) };
  const resolved = resolve(input);
  if (!resolved.ok) return { file, hash: null, problems: resolved.problems, warnings: [] };
  const { pathsEnd } = await import("../../node/paths-end.ts");
  const { preceptHeld } = await import("../../node/precept-held.ts");
  const { scenario } = resolved;
  const own = [...pathsEnd(scenario, file), ...preceptHeld(scenario, file)];
  const warnings = [...resolved.warnings, ...droppedOfScenario(input, scenario), ...own];
  return { file, hash: resolved.hash, problems: [], warnings };
}

async function checkSweep(file: string, named: string, { set, council }: Asked): Promise<Checked> {
  const { planNamed } = await import("../load-sweep.ts");
  const { designHash } = await import("../../node/sweep/design.ts");
  if (set.length > 0) throw ofScenarios("set", file, "Write it in a sweep file of your own, and check that.");
  const planned = await planNamed(named, undefined, council);
  if (!planned.ok) return { file, hash: null, problems: planned.problems, warnings: [] };
  const { plan, warnings } = planned;
  return { file, hash: designHash(plan), arms: plan.arms.length, problems: [], warnings };
}
