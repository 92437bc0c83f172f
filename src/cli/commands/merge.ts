/** `merge`: slices of one sweep, run apart, become one folder. */
import { Failure } from "../../node/failure.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { counted } from "../text.ts";

export const merge = command({
  usage: "merge <into> <from..>",
  describe: "Put slices of one sweep together; nothing is run",
  words: {
    into: { type: "string", describe: "The folder of the whole: new, or a part of the same sweep" },
    from: { type: "string", array: true, describe: "Folders of slices" },
  },
  options: { json: JSON_OUTPUT },
  examples: [["merge output/whole output/tiny-1a2b3c4d-slice-*", "Every slice into one folder"]],
  handle: async (given, { printer }) => {
    const { mergeSweeps } = await import("../../node/sweep/merge.ts");
    const { engineVersion } = await import("../../simulation/engine-version.ts");
    const { expanded } = await import("../../node/wildcards.ts");
    const { placesOf } = await import("../../node/store/places.ts");
    const from = expanded((given.from ?? []).map(String));
    const into = given.into ?? "";
    const whole = placesOf(into).final;
    const isAmong = from.some((each) => placesOf(each).final === whole);
    if (isAmong) throw new Failure("invalid", `${into} cannot be merged into itself`);
    const outcome = await mergeSweeps({ into, from, engineVersion, say: (line) => printer.say(line) });
    if (given.json) return printer.json(outcome);
    const { copied, runs, missing, failed, digest } = outcome;
    printer.data(
      `${counted(copied, "run")} copied; ${runs} in all, ${failed} failed, ${missing} missing\nDigest    ${digest}`,
    );
  },
});
