/** `status`: how far a sweep is. */
import { command, JSON_OUTPUT } from "../command.ts";
import { aligned, counted } from "../text.ts";

export const status = command({
  usage: "status <results>",
  describe: "Say how far a sweep is, and what failed",
  words: { results: { type: "string", describe: "The folder of a sweep" } },
  options: { json: JSON_OUTPUT },
  examples: [["status output/tiny-1a2b3c4d", "Runs done, failed and missing"]],
  handle: async (given, { printer }) => {
    const { inspectSweep } = await import("../../node/sweep/inspect.ts");
    const { replayLine } = await import("../../node/sweep/replay-line.ts");
    const { engineVersion } = await import("../../simulation/engine-version.ts");
    const { folderMeant } = await import("../../node/results-kind.ts");
    const folder = folderMeant(given.results ?? "");
    const found = inspectSweep(folder, engineVersion);
    const { design, counts, doneBySeed, perSeed, digest, isFinished, others, problems, notes } = found;
    const slice = found.slice === undefined ? undefined : `${found.slice.part}/${found.slice.parts}`;
    const { citationOf } = await import("../../node/crate/citation.ts");
    const { citedSweep } = await import("../../node/sweep/finish.ts");
    const cite = citationOf(citedSweep(design, found.engineVersion, digest));
    const failures = found.failures.map((note) => ({
      ...note,
      arm: design.arms.find(({ scenarioHash }) => scenarioHash === note.scenarioHash)?.index ?? null,
      replay: replayLine(folder, note),
    }));
    if (given.json) {
      const { name, title, arms, seeds, axes } = design;
      const about = { name, title, arms: arms.length, seeds, axes: axes.map((axis) => axis.name) };
      return printer.json({
        ...about,
        ...counts,
        doneBySeed,
        perSeed,
        others,
        failures,
        engineVersion: found.engineVersion,
        problems,
        notes,
        digest,
        people: design.people === true,
        finished: isFinished,
        slice: slice ?? null,
        ...(isFinished ? { citation: cite } : {}),
      });
    }
    const seeds = design.seeds.filter((seed) => doneBySeed[seed] === perSeed).length;
    const rows = [
      ["Sweep", `${design.name}: ${design.title}`],
      ["Arms", String(design.arms.length)],
      ["Seeds", `${design.seeds.length}, of which ${seeds} have every arm`],
      ["Engine", found.engineVersion],
      ["People", design.people === true ? "kept, of every run" : "not kept"],
      ["Done", String(counts.done)],
      ["Failed", String(counts.failed)],
      ["Missing", slice === undefined ? String(counts.missing) : `${counts.missing}, of other slices than ${slice}`],
      ["Damaged", String(counts.damaged)],
      ...(others > 0 ? [["Others", `${others} of seeds or arms that the sweep does not have`]] : []),
      ["Digest", isFinished ? digest : `${digest} (not finished)`],
      ...(isFinished ? [["Cite as", cite]] : []),
    ];
    printer.data(aligned(rows));
    for (const { arm, seed, reason, replay } of failures.slice(0, 20)) {
      printer.data(`arm ${arm}, seed ${seed}: ${reason}\n  ${replay}`);
    }
    if (failures.length > 20) printer.data(`and ${counted(failures.length - 20, "more failed run")}`);
    for (const note of notes) printer.say(note);
    for (const problem of problems.slice(0, 5)) printer.warn(problem);
    if (problems.length > 5) printer.warn(`and ${problems.length - 5} more: \`caremarket verify\` names them`);
    if (slice !== undefined) printer.say(`All of slice ${slice} is here: \`caremarket merge\` puts slices together.`);
    else if (!isFinished) printer.say("To go on, give the sweep again with the same file and folder.");
  },
});
