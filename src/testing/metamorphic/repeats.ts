/** Laws of the same run done in other ways: again, interleaved, put aside, watched, beside other seeds. */
import { capture } from "../../kernel/index.ts";
import { simulate, start, type ResolvedScenario, type RunOptions, type RunResult } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Case, type Law } from "../law.ts";
import { chosen, shiftedBy, valueIn } from "../variants.ts";

const otherSeed = (seed: string): string => (seed === "other" ? "another" : "other");

export const M1: Law = lawOf(
  "M1",
  "The same scenario and seed give the same run: again, and step by step beside another run.",
  ["weeks side by side"],
  ({ scenario, seed }, notes, options) => {
    const once = simulate(scenario, seed, options);
    mustBeSame(notes, once, simulate(scenario, seed, options));
    const run = start(scenario, seed, options);
    const beside = start(scenario, otherSeed(seed), options);
    while (!run.done) {
      run.step();
      beside.step();
      notes.seen("weeks side by side");
    }
    mustBeSame(notes, once, run.finish());
  },
);

/** Another council: other dates, a longer run, larger, in other zones, at another fee. */
function neighbour(scenario: ResolvedScenario): ResolvedScenario {
  const scale = Number(valueIn(scenario, "size.scale", 0));
  const zones = Number(valueIn(scenario, "size.zones", 0));
  const later = shiftedBy(scenario, 7);
  const others = { "size.scale": scale * 1.5, "size.zones": (zones % 6) + 1, "framework.openingFee": 15 };
  const values = Object.entries(others).map(([path, value]) => [path, [{ from: "", value }]] as const);
  return { ...later, weeks: later.weeks + 3, values: { ...later.values, ...Object.fromEntries(values) } };
}

/**
 * Two councils that share nobody, as far as it can be stated: within one world, keys and the founding number everybody
 * in one row, so two councils in it would not be the two apart. In two worlds of one process they must be.
 */
export const M13: Law = lawOf(
  "M13",
  "Two councils of other scenarios and seeds, week by week in turn in one process, are the two alone.",
  ["weeks in turn"],
  ({ scenario, seed }, notes, options) => {
    const other = neighbour(scenario);
    const alone = [simulate(scenario, seed, options), simulate(other, otherSeed(seed), options)];
    notes.unless(alone[0].digest !== alone[1].digest, () => "two other councils have one history");
    const inTurn = [start(scenario, seed, options), start(other, otherSeed(seed), options)];
    while (inTurn.some(({ done }) => !done)) {
      for (const run of inTurn) run.step();
      notes.seen("weeks in turn");
    }
    for (const [index, run] of inTurn.entries()) mustBeSame(notes, alone[index], run.finish());
  },
);

export const M6: Law = lawOf(
  "M6",
  "Watching changes nothing: with checks, with a journal, with the full digest, the results are the same.",
  ["transfers heard"],
  ({ scenario, seed }, notes, options) => {
    const plain = simulate(scenario, seed, { ...options, checks: "basic" });
    const watched = (more: RunOptions): RunResult => simulate(scenario, seed, { ...options, ...more });
    mustBeSame(notes, plain, watched({ checks: "full" }));
    const journal = { transfer: (): void => notes.seen("transfers heard") };
    mustBeSame(notes, plain, watched({ journal }));
    mustBeSame(notes, plain, watched({ digest: "full" }), { digests: false });
  },
);

export const M8: Law = lawOf(
  "M8",
  "A run put aside at any week and taken up by a fresh one ends as if it had never stopped.",
  ["runs put aside in the burn-in", "runs put aside later"],
  ({ scenario, seed }, notes, options) => {
    const once = simulate(scenario, seed, options);
    const run = start(scenario, seed, options);
    const { burnInWeeks, weeks } = scenario;
    const stops = new Set([chosen(seed, burnInWeeks + 1), burnInWeeks + chosen(seed, weeks)]);
    for (const at of stops) {
      while (run.recorded + burnInWeeks < at) run.step();
      notes.seen(at < burnInWeeks ? "runs put aside in the burn-in" : "runs put aside later");
      // Copied once more, as a file or another process would.
      const state = capture(run.snapshot());
      const fresh = start(scenario, seed, options);
      fresh.restore(state);
      mustBeSame(notes, once, fresh.finish());
    }
    mustBeSame(notes, once, run.finish());
  },
);

export const M12: Law = lawOf(
  "M12",
  "Seeds are independent: which others ran, and in which order, changes no run.",
  ["seeds"],
  (given, notes, options) => {
    const seeds = [given.seed, "1", "2", "Kent_2.5-a"].filter((seed, index, all) => all.indexOf(seed) === index);
    const run = ({ scenario }: Case, seed: string): RunResult => simulate(scenario, seed, options);
    const forwards = seeds.map((seed) => run(given, seed));
    const backwards = [...seeds]
      .reverse()
      .map((seed) => run(given, seed))
      .reverse();
    for (const [index, result] of forwards.entries()) {
      notes.seen("seeds");
      mustBeSame(notes, result, backwards[index]);
    }
  },
);
