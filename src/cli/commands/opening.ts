/** `opening`: how a council opens, beside the mean one, and the grant at which its first year balances. */
import { command, COUNCIL, JSON_OUTPUT, SET } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario } from "../load.ts";

/** Seeds unless said otherwise: enough for a council, which is thousands of people, and done in a few seconds. */
const SEEDS = "1-3";

export const opening = command({
  usage: "opening <scenario>",
  describe:
    "Say how a council opens: who is there, what an hour costs, what comes in and goes out in its first year, beside the mean council, and the grant at which that year balances",
  words: { scenario: { type: "string", demandOption: true, describe: "A scenario file or name" } },
  options: {
    seeds: { type: "string", requiresArg: true, default: SEEDS, describe: "Seeds: a range such as 1-20, or a list" },
    council: COUNCIL,
    set: SET,
    ...LIMITS,
    json: JSON_OUTPUT,
  },
  examples: [
    ["opening my-council.yaml", "Do the figures that I wrote down make the council I know?"],
    ["opening baseline --council sparse-rural", "A shipped council beside the mean one"],
    ["opening my-council.yaml --set council.grant=41.5 --json", "The same for a program, with another grant"],
  ],
  handle: async ({ scenario, seeds, council, set, json, ...limits }, { printer, signal, tableColumns }) => {
    const allowed = limitsOf(limits);
    const load = (named: string, own: readonly string[], place?: string) =>
      loadScenario(named, { set: own, council: place, flags: { seeds } });
    const { described, warnings } = await load(scenario ?? "", set ?? [], council);
    for (const warning of warnings) printer.warn(warning);
    const { refuseOver } = await import("../../node/estimate.ts");
    const { openingOf, openingEstimate } = await import("../../node/opening.ts");
    refuseOver(allowed, openingEstimate(described), false);
    const own = await openingOf(described, signal);
    const mean = await openingOf((await load("baseline", [])).described, signal);
    const { openingData, openingText } = await import("../opening-text.ts");
    const told = { described, council, own, mean } as const;
    if (json) return printer.json(openingData(told));
    printer.data(openingText(told, tableColumns));
  },
});
