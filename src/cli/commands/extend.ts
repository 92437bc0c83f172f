/** `extend`: more seeds or more arms for a sweep that is there; only what is missing is run. */
import { Failure } from "../../node/failure.ts";
import { shellWord } from "../../node/shell.ts";
import type { SweepDesign } from "../../node/sweep/design.ts";
import { command, JSON_OUTPUT, type Host } from "../command.ts";
import { loadSweep } from "../load-sweep.ts";
import { shownQueue } from "../queue.ts";
import { goSweep, limitWords, SWEEP_OPTIONS } from "../sweep-run.ts";

export const extend = command({
  usage: "extend <results>",
  describe: "Add seeds or arms to a sweep; only what is missing is run",
  words: { results: { type: "string", describe: "The folder of a sweep" } },
  options: {
    seeds: { type: "string", requiresArg: true, describe: "Seeds to have in the end, such as 1-40; those there stay" },
    sweep: { type: "string", requiresArg: true, describe: "A sweep file with more values or more axes" },
    ...SWEEP_OPTIONS,
    json: JSON_OUTPUT,
  },
  examples: [
    ["extend output/tiny-1a2b3c4d --seeds 1-40", "Forty seeds: thirty are there, ten are run"],
    ["extend output/tiny-1a2b3c4d --sweep wider.yaml", "A larger design; runs that both have are not run again"],
  ],
  handle: async (given, host) => {
    const { folderMeant } = await import("../../node/results-kind.ts");
    const folder = folderMeant(given.results ?? "");
    const { seeds, sweep } = given;
    const people = given.people === true;
    if (seeds === undefined && sweep === undefined && !people) {
      throw new Failure("invalid", "nothing to add", [
        "Say --seeds 1-40, or --sweep with a larger design, or --people to keep everybody in every run.",
      ]);
    }
    const { readDesign } = await import("../../node/sweep/design.ts");
    const before = readDesign(folder);
    const design = await larger(people ? { ...before, people } : before, seeds, sweep, host);
    const words = ["caremarket", "extend", folder];
    if (seeds !== undefined) words.push("--seeds", seeds);
    if (sweep !== undefined) words.push("--sweep", sweep);
    if (people) words.push("--people");
    words.push(...limitWords(given));
    if (given.queue !== undefined) words.push("--queue", shownQueue(given.queue));
    const goOn = words.map(shellWord).join(" ");
    const going = { folder, makeParent: false, mayReplace: true, afresh: false, slice: undefined, goOn };
    await goSweep(design, going, given, host);
  },
});

/** The design with what is added; nothing that was there goes. */
async function larger(
  before: SweepDesign,
  seeds: string | undefined,
  sweep: string | undefined,
  { printer }: Host,
): Promise<SweepDesign> {
  const { withSeeds } = await import("../../node/sweep/design.ts");
  const { council, weekly, people = false } = before;
  const added = seeds === undefined ? [] : await seedsIn(seeds);
  if (sweep === undefined) return withSeeds(before, [...before.seeds, ...added]);
  const found = await loadSweep(sweep, { seeds: undefined, council, weekly, people }, printer);
  const there = new Set(found.arms.map(({ scenarioHash }) => scenarioHash));
  const lost = before.arms.filter(({ scenarioHash }) => !there.has(scenarioHash));
  if (lost.length > 0) {
    throw new Failure(
      "invalid",
      `${sweep} leaves out ${lost.length} of the ${before.arms.length} arms that are there`,
      [
        `The first: ${lost[0].label}`,
        "Add to the sweep that made the folder, or write the new one elsewhere with `caremarket sweep`.",
      ],
    );
  }
  return withSeeds(found, [...before.seeds, ...(seeds === undefined ? found.seeds : added)]);
}

/** Seeds as typed, checked as for any run. */
async function seedsIn(text: string): Promise<readonly string[]> {
  const { loadScenario } = await import("../load.ts");
  const { described } = await loadScenario("baseline", { set: [], flags: { seeds: text } });
  return described.seeds;
}
