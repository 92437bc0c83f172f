/** `report`: draws the page of a run or a sweep again, from its folder alone. */
import { command, JSON_OUTPUT } from "../command.ts";

export const report = command({
  usage: "report <results>",
  describe: "Draw report.html again from the results of a run or a sweep",
  words: { results: { type: "string", describe: "A results folder" } },
  options: {
    out: { type: "string", requiresArg: true, describe: "Write the page to this file instead" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["report output/baseline-1a2b3c4d", "Draw the page again in its folder"],
    ["report output/baseline-1a2b3c4d --out briefing.html", "The same page somewhere else"],
    ["report output/tiny-5e6f7a8b", "The page of a sweep, of as many runs as there are"],
  ],
  handle: async ({ results: named, out, json }, { printer }) => {
    const { folderMeant } = await import("../../node/results-kind.ts");
    const results = folderMeant(named ?? "");
    const { isSweepFolder } = await import("../../node/sweep/design.ts");
    const redraw = isSweepFolder(results)
      ? (await import("../../node/sweep/page.ts")).redrawSweep
      : (await import("../../node/redraw.ts")).redrawReport;
    const { path, isChanged } = await redraw(results, out);
    const { citationOfResults } = await import("../../node/crate/results.ts");
    const citation = citationOfResults(results);
    if (json) return printer.json({ report: path, changed: isChanged, citation });
    printer.data(path);
    if (!isChanged && out === undefined) printer.say("The page is the same as before.");
    printer.say(`Cite as: ${citation}`);
  },
});
