/**
 * What is wrong with an input is said where it stands, all at once, with what is allowed and the rewrite to make.
 *
 * Messages are public interface: the tests hold every one of them.
 */
import { reveal } from "./characters.ts";

/** invalid: mend the input (exit code 2). refused: a limit was met (exit code 3). warning: read it and carry on. */
export type ProblemKind = "invalid" | "refused" | "warning";

/** Where something stands; line and column count from 1, and are 0 for what stands in no file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Of what stands in no file. */
export const NO_PLACE: Place = Object.freeze({ file: "", line: 0, column: 0 });

export interface Problem extends Place {
  readonly kind: ProblemKind;
  /** The dotted key path, such as `set.wages.floor`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** As it was written, made visible; empty where nothing was. */
  readonly found: string;
  readonly allowed: string;
  /** What to write instead; empty where nothing can be guessed. */
  readonly suggestion: string;
}

/** The parts of a problem that may be left out. */
export interface Details {
  readonly kind?: ProblemKind;
  readonly found?: string;
  readonly allowed?: string;
  readonly suggestion?: string;
}

/** Problems in the order they were met. Past the cap they are counted only, so that a hostile file stays cheap. */
export class Report {
  static readonly CAP = 100;
  readonly warnings: Problem[] = [];
  private readonly kept: Problem[] = [];
  private left = 0;

  add(place: Place, path: string, message: string, details: Details = {}): void {
    const { kind = "invalid", found = "", allowed = "", suggestion = "" } = details;
    const { file, line, column } = place;
    const problem: Problem = { kind, file, line, column, path: reveal(path, 120), message, found, allowed, suggestion };
    if (kind === "warning") this.warnings.push(problem);
    else if (this.kept.length < Report.CAP) this.kept.push(problem);
    else this.left++;
  }

  /** True once nothing more is kept: then suggestions need not be worked out. */
  get isFull(): boolean {
    return this.kept.length >= Report.CAP;
  }

  get isClean(): boolean {
    return this.kept.length === 0;
  }

  /** Every problem kept, file by file in the order of the lines, and a last one that counts the others. */
  get problems(): readonly Problem[] {
    const files = [...new Set(this.kept.map((problem) => problem.file))];
    const sorted = [...this.kept].sort(
      (left, right) =>
        files.indexOf(left.file) - files.indexOf(right.file) || left.line - right.line || left.column - right.column,
    );
    const last = sorted.at(-1);
    if (this.left === 0 || last === undefined) return sorted;
    return [...sorted, { ...last, ...NOTHING, path: "", message: `and ${this.left} more problems after this one` }];
  }
}

const NOTHING = { found: "", allowed: "", suggestion: "" } as const;

/** `file.yaml:4:9 error set.wages.floor: must be a number; found "£20"; allowed: 0 to 100; write 20`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, kind, path, message, found, allowed, suggestion } = problem;
  const name = reveal(file, 200);
  const where = line > 0 ? `${name}:${line}:${column}` : name;
  const clauses = [
    path === "" ? message : `${path}: ${message}`,
    found === "" ? "" : `found ${found}`,
    allowed === "" ? "" : `allowed: ${allowed}`,
    suggestion,
  ];
  return `${where} ${kind === "warning" ? "warning" : "error"} ${clauses.filter((each) => each !== "").join("; ")}`;
}

/** One problem a line. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join("\n");

/** 3 where a limit was met and nothing else is wrong, otherwise 2. */
export const exitCodeOf = (problems: readonly Problem[]): 2 | 3 =>
  problems.length > 0 && problems.every((problem) => problem.kind === "refused") ? 3 : 2;

/** Thrown where a caller prefers exceptions; carries every problem. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}
