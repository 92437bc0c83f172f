/** What the report page is made from, put together from a results folder's own words and numbers. */
import type { ReportInput } from "../../report/input.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Gathering } from "./gathering.ts";
import type { Manifest } from "./manifest.ts";
import { notableOf, storyOf } from "./notable.ts";
import type { Summary } from "./summary.ts";

type Described = "scenario" | "scenarioHash" | "engineVersion" | "seeds" | "digest" | "digests" | "origins" | "command";

export interface ReportSources {
  readonly manifest: Pick<Manifest, Described>;
  readonly dictionary: Dictionary;
  readonly summary: Pick<Summary, "warnings">;
  readonly gathering: Gathering;
}

export function reportInput({ manifest, dictionary, summary, gathering }: ReportSources): ReportInput {
  const { scenario, scenarioHash: hash, engineVersion, seeds, digest, digests } = manifest;
  const { name, title, question, source } = scenario;
  const { mondays, years, yearOfWeek, weekly, yearly } = gathering;
  return {
    scenario: { name, title, question, source, hash },
    engineVersion,
    seeds,
    digest,
    digests,
    mondays,
    years,
    yearOfWeek,
    weekly,
    yearly,
    measures: dictionary.measures.filter(({ key }) => Object.hasOwn(weekly, key)),
    assumptions: dictionary.parameters.map((parameter) => {
      const values = scenario.values[parameter.path] ?? parameter.defaults;
      const origin = manifest.origins[parameter.path];
      // Resolved paths are folded to the run's weeks; a default so folded is still the default.
      return origin === undefined
        ? { ...parameter, values, defaults: values, origin: "default" }
        : { ...parameter, values, origin };
    }),
    events: eventSummary(dictionary, gathering),
    reproduce: manifest.command,
    warnings: Object.entries(summary.warnings).map(([text, runs]) => `${text} (in ${runs} of ${seeds.length} runs)`),
  };
}

function eventSummary({ eventKinds }: Dictionary, { eventCounts, turningPoints }: Gathering): ReportInput["events"] {
  const story = storyOf(turningPoints);
  return {
    kinds: eventKinds.map(({ code, sentence }) => ({ code, sentence })),
    counts: eventCounts,
    notable: notableOf(turningPoints),
    ...(story === undefined ? {} : { story }),
  };
}
