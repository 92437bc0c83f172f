/** `verify`: whether everything in a results folder is what was written. */
import { Failure } from "../../node/failure.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { counted } from "../text.ts";

export const verify = command({
  usage: "verify <results>",
  describe: "Check that every file of a sweep or a run is the one that was written",
  words: { results: { type: "string", describe: "The folder of a sweep, or of a run" } },
  options: { json: JSON_OUTPUT },
  examples: [["verify output/tiny-1a2b3c4d", 'Says "whole", or ends with code 5 and a line for everything wrong']],
  handle: async (given, { printer }) => {
    const { folderMeant } = await import("../../node/results-kind.ts");
    const folder = folderMeant(given.results ?? "");
    const { isSweepFolder } = await import("../../node/sweep/design.ts");
    const found = isSweepFolder(folder) ? await ofSweep(folder) : await ofRun(folder);
    const { unfinished, ...told } = found;
    const { problems, checked } = told;
    const isWhole = problems.length === 0 && !unfinished;
    if (given.json) printer.json({ whole: isWhole, ...told });
    if (!isWhole) throw notWhole(folder, found, isSweepFolder(folder));
    if (given.json) return;
    for (const note of found.notes) printer.say(note);
    printer.data("whole");
    printer.say(`${counted(checked, "part")} checked.`);
  },
});

function notWhole(folder: string, { problems, missing, unfinished }: Verified, isSweep: boolean): Failure {
  const lines = problems.slice(0, 50);
  if (problems.length > lines.length) lines.push(`and ${problems.length - lines.length} more`);
  const again = isSweep
    ? "Give the sweep again: damaged runs are run again."
    : "Make it again: caremarket run with the same scenario and seeds, --out this folder and --force.";
  if (!unfinished) {
    return new Failure("damaged", `${folder} is not as it was written`, [...lines, again], { problems });
  }
  const goOn = "Give the sweep again: no whole run is made twice, and tables, page and summary are written at the end.";
  const message = `${folder} is unfinished: ${counted(missing, "run")} missing, and no summary vouches for its tables`;
  return new Failure("damaged", message, [...lines, goOn], { problems, missing });
}

interface Verified {
  readonly problems: readonly string[];
  /** Cells or files looked at. */
  readonly checked: number;
  readonly missing: number;
  /** A sweep that has no summary: nothing says what its tables are to be. */
  readonly unfinished: boolean;
  /** What does no harm. */
  readonly notes: readonly string[];
}

async function ofSweep(folder: string): Promise<Verified> {
  const { inspectSweep } = await import("../../node/sweep/inspect.ts");
  const { engineVersion } = await import("../../simulation/engine-version.ts");
  const { problems, counts, notes, hasSummary } = inspectSweep(folder, engineVersion);
  const checked = counts.done + counts.damaged;
  return { problems, checked, missing: counts.missing, unfinished: !hasSummary, notes };
}

async function ofRun(named: string): Promise<Verified> {
  const { MANIFEST, readManifest, RESULT_FILES, resultsFolder } = await import("../../node/store/manifest.ts");
  const { damageIn, strangersIn } = await import("../../node/store/read.ts");
  const { contradictions } = await import("../../node/store/contradictions.ts");
  const folder = resultsFolder(named);
  const manifest = readManifest(folder);
  const damage = [...damageIn(folder, manifest), ...strangersIn(folder, [MANIFEST, ...RESULT_FILES])];
  const problems = [
    ...damage.map(({ file, what }) => `${file} ${what}`),
    ...contradictions(manifest).map((what) => `${MANIFEST}: ${what}`),
  ];
  return { problems, checked: Object.keys(manifest.files).length, missing: 0, unfinished: false, notes: [] };
}
