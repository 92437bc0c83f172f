/** `sensitivity`: what a measure of a sweep hangs on, and where a policy fails. */
import type { Condition, Study, SweepResults } from "../../experiment/index.ts";
import { Failure } from "../../node/failure.ts";
import { command, JSON_OUTPUT } from "../command.ts";

const SETTING = { type: "string", array: true, nargs: 1, requiresArg: true } as const;

export const sensitivity = command({
  usage: "sensitivity <results>",
  describe: "Say which axes of a sweep a measure hangs on, or in which ranges a policy fails",
  words: { results: { type: "string", describe: "The folder of a sweep" } },
  options: {
    measure: { type: "string", requiresArg: true, describe: "The measure; see `caremarket measures`" },
    year: {
      type: "string",
      requiresArg: true,
      describe: "A financial year, such as 2018-19; the mean over all unless told",
    },
    method: {
      choices: ["auto", "morris", "sobol", "regression", "prim"],
      default: "auto",
      requiresArg: true,
      describe: "morris needs design: morris, sobol needs design: radial; auto takes what the design was made for",
    },
    where: { type: "string", requiresArg: true, describe: 'When the policy fails, such as "unmet.hoursPercent > 20"' },
    with: { ...SETTING, describe: "Only arms with this setting: axis=value; may be repeated" },
    against: {
      ...SETTING,
      describe: "Differences, seed by seed, from the like arm with this setting; may be repeated",
    },
    json: JSON_OUTPUT,
  },
  examples: [
    ["sensitivity output/uncertainties-1a2b3c4d --measure unmet.hoursPercent", "Which axes it goes with"],
    [
      'sensitivity output/uncertainties-1a2b3c4d --against "fees=as they were" --where "unmet.hoursPercent > 1"',
      "In which worlds holding fees raises unmet need by more than a point",
    ],
  ],
  handle: async (given, { printer }) => {
    const { openSweepResults } = await import("../../node/sweep/read.ts");
    const { engineVersion } = await import("../../simulation/engine-version.ts");
    const { legend } = await import("../../node/legend.ts");
    const { conditionOf, SensitivityError, studyOf } = await import("../../experiment/index.ts");
    const { folderMeant } = await import("../../node/results-kind.ts");
    const results = openSweepResults(folderMeant(given.results ?? ""), engineVersion);
    try {
      const condition = given.where === undefined ? undefined : conditionOf(given.where);
      const measure = await measureOf(given.measure, condition, results);
      const [having, against] = [
        settingsOf("--with", given.with, results),
        settingsOf("--against", given.against, results),
      ];
      const study = studyOf(results, {
        measure,
        method: given.method,
        ...(given.year === undefined ? {} : { year: given.year }),
        ...(condition === undefined ? {} : { condition: { ...condition, measure } }),
        ...(having === undefined ? {} : { having }),
        ...(against === undefined ? {} : { against }),
      });
      if (given.json) {
        const axes = study.columns.map(({ name }) => name);
        return printer.json(asJson({ sweep: results.name, having, against, ...study, columns: axes }));
      }
      const { studyText } = await import("../sensitivity-text.ts");
      const unit = legend.measures.find(({ key }) => key === measure)?.unit ?? "";
      printer.data(studyText({ study, axes: results.axes, unit, basis: basisOf(study, results, against) }));
    } catch (error) {
      if (error instanceof SensitivityError) throw new Failure("invalid", error.message);
      throw error;
    }
  },
});

/** The measure that the options name, or its condition does. */
async function measureOf(
  given: string | undefined,
  condition: Condition | undefined,
  { measures }: SweepResults,
): Promise<string> {
  const inCondition = condition?.measure ?? "";
  const measure = given ?? inCondition;
  if (measure === "") {
    throw new Failure("invalid", "no measure is named", [
      `Say --measure with one, such as ${measures.slice(0, 3).join(", ")}; \`caremarket measures\` names all.`,
    ]);
  }
  if (inCondition !== "" && inCondition !== measure) {
    throw new Failure("invalid", `--measure names ${measure}, and --where names ${inCondition}`, ["Name one of them."]);
  }
  if (measures.includes(measure)) return measure;
  const { didYouMean } = await import("../../simulation/scenario/nearest.ts");
  throw new Failure("invalid", `there is no measure ${JSON.stringify(measure)}`, [
    didYouMean(measure, measures) || "`caremarket measures` names all.",
  ]);
}

/** "fees=as they were" as a setting of one of the sweep's axes. */
function settingsOf(
  option: string,
  given: readonly string[] | undefined,
  { axes }: SweepResults,
): Readonly<Record<string, number | string>> | undefined {
  if (given === undefined || given.length === 0) return undefined;
  const settings = given.map((text): [string, number | string] => {
    const [name = "", ...rest] = text.split("=");
    const wanted = rest.join("=").trim();
    const axis = axes.find((each) => each.name === name.trim());
    if (axis === undefined) {
      throw new Failure("invalid", `${option} "${text}" names no axis of this sweep`, [
        `Write axis=value. The axes are ${axes.map((each) => each.name).join(", ")}.`,
      ]);
    }
    const value = axis.values.find((each) => String(each) === wanted || (wanted !== "" && each === Number(wanted)));
    if (value !== undefined) return [axis.name, value];
    throw new Failure("invalid", `${option} "${text}": ${axis.name} has no such value`, [
      `Its values are ${axis.values.slice(0, 20).join(", ")}.`,
    ]);
  });
  return Object.fromEntries(settings);
}

function basisOf({ year }: Study, { seeds, years }: SweepResults, against: object | undefined): string {
  const period = year ?? (years.length === 1 ? years[0] : `mean of ${years[0]} to ${years[years.length - 1]}`);
  const like = Object.entries(against ?? {}).map(([axis, value]) => `${axis} ${value}`);
  const difference = like.length === 0 ? "" : `, difference from ${like.join(", ")}`;
  return `${period}${difference}, mean over ${seeds.length === 1 ? "1 seed" : `${seeds.length} seeds`}`;
}

/** JSON has no word for what is not defined. */
function asJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, asJson(each)]));
}
