/** `report`: draws the page of a results folder again, from its tables alone. */
import { command, JSON_OUTPUT } from "../command.ts";

export const report = command({
  usage: "report <results>",
  describe: "Draw report.html again from a results folder",
  words: { results: { type: "string", describe: "A results folder" } },
  options: {
    out: { type: "string", requiresArg: true, describe: "Write the page to this file instead" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["report output/baseline-1a2b3c4d", "Draw the page again in its folder"],
    ["report output/baseline-1a2b3c4d --out briefing.html", "The same page somewhere else"],
  ],
  handle: async ({ results, out, json }, { printer }) => {
    const { redrawReport } = await import("../../node/redraw.ts");
    const { path, isChanged } = await redrawReport(results ?? "", out);
    if (json) return printer.json({ report: path, changed: isChanged });
    printer.data(path);
    if (!isChanged) printer.say("The page is the same as before.");
  },
});
