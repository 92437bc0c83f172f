/** Whom there is to explain, as a person reads it: groups with their first few, or one group whole. */
import type { CandidateGroup } from "../simulation/explain/index.ts";
import { aligned } from "./text.ts";

const FEW = 2;

/** Which run it is, and the one whose agents are left out. */
interface FoundIn {
  readonly scenario: string;
  readonly seed: string;
  readonly against?: string;
}

export function candidatesText(
  { scenario, seed, against }: FoundIn,
  groups: readonly CandidateGroup[],
  asked: string | undefined,
): string {
  const without = against === undefined ? "" : `, and who is not in the same group of ${against}`;
  const head = `${scenario}, seed ${seed}: whom there is to explain${without}`;
  const whole = groups.filter(({ kind, name }) => `${kind}:${name}` === asked);
  if (whole.length > 0) return [head, ...whole.map(wholeText)].join("\n\n");
  const kinds = [...new Set(groups.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const own = groups.filter((group) => group.kind === kind);
    return `${kind}\n${aligned(own.map(rowOf), "  ")}`;
  });
  const foot = "The first of a group: --agent provider:failed. All of one: --agent provider:failed --list.";
  return [head, ...parts, foot].join("\n\n");
}

/** Name, how many, what befell them, and the keys of the first few. */
function rowOf({ name, sentence, agents }: CandidateGroup): string[] {
  const keys = agents.slice(0, FEW).map(({ key }) => key);
  const shown = keys.length === 0 ? "" : ` (${keys.join(", ")}${agents.length > FEW ? ", …" : ""})`;
  return [name, String(agents.length).padStart(5), `${sentence}${shown}`];
}

function wholeText({ kind, name, sentence, agents }: CandidateGroup): string {
  const rows = agents.map(({ key, monday, week }) => [`${kind}:${key}`, monday, `week ${week}`]);
  const title = `${kind}:${name} (${sentence}): ${agents.length}`;
  return rows.length === 0 ? title : `${title}\n${aligned(rows, "  ")}`;
}
