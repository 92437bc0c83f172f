/** The law of comers: who comes, when and with what is nobody's policy. */
import type { World } from "../../model/world/world.ts";
import { leaves, start, type RunOptions } from "../../simulation/index.ts";
import { lawOf, type Case, type Law, type LawOptions } from "../law.ts";
import { after, rowsOf } from "../planted/plant.ts";
import { otherValues } from "../settings.ts";
import { chosen, withChange } from "../variants.ts";

/** Policies of short-term help: who comes for it, who is given it before an assessment, and what pays for that. */
const SHORT_TERM_HELP = /^(demand|nhs)\./u;

/** What people bring with them. */
const BROUGHT = [
  "group",
  "zone",
  "cause",
  "rank",
  "need",
  "carer",
  "capacity",
  "income",
  "savings",
  "taste",
  "base",
] as const;

/** Everybody who comes in a run, in the order in which they come, as they are when they do. */
function comersOf({ scenario, seed }: Case, options: LawOptions): readonly string[] {
  const comers: string[] = [];
  const look = ({ people, week }: World): void => {
    const { columns, keys } = people;
    for (const row of rowsOf(people)) {
      if (columns.enteredWeek[row] !== week || week === 0) continue;
      const brought = BROUGHT.map((name) => `${name} ${columns[name][row]}`).join(", ");
      comers.push(`person ${keys[row]} in week ${week}: ${brought}`);
    }
  };
  const phases: RunOptions["phases"] = (all) => after("needs", look)(options.phases?.(all) ?? all);
  const run = start(scenario, seed, { ...options, phases });
  while (!run.done) run.step();
  return comers;
}

export const M18: Law = lawOf(
  "M18",
  "The same people come in the same weeks, with the same needs and means, whatever becomes of every policy but that of " +
    "short-term help.",
  ["people who come after a change of policy"],
  (given, notes, options) => {
    const { scenario, seed } = given;
    const week = chosen(seed, scenario.weeks);
    const policies = leaves.filter(({ kind, path }) => kind === "policy" && !SHORT_TERM_HELP.test(path));
    const reformed = withChange(scenario, week, otherValues(given, policies, week));
    const [left, right] = [scenario, reformed].map((each) => comersOf({ scenario: each, seed }, options));
    notes.seen("people who come after a change of policy", left.length);
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      notes.unless(left[index] === right[index], () => `${left[index]}; under another policy ${right[index]}`);
    }
  },
);
