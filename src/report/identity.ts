/** Which run this is: the lines that every page, chart file and table file carries. */
import { builtWith } from "../simulation/engine-version.ts";
import type { ReportInput } from "./input.ts";
import { html, named, slugOf, type Markup } from "./markup.ts";
import { counted, seedRange } from "./wording.ts";

/** The first eight digits tell scenarios apart; the whole hash stands in the identity strip. */
export const shortHash = (input: ReportInput): string => slugOf(input.scenario.hash).slice(0, 8);

/** `scenario_indicator_hash8`, made of letters, digits and hyphens whatever the scenario is called. */
export const fileName = (input: ReportInput, indicator: string): string =>
  `${slugOf(input.scenario.name)}_${slugOf(indicator)}_${shortHash(input)}`;

export const engineOf = (input: ReportInput): string =>
  input.commit === undefined ? input.engineVersion : `${input.engineVersion}, commit ${input.commit}`;

/** The bare facts, as name and text. */
export const identityOf = (input: ReportInput): readonly (readonly [string, string])[] => [
  ["Scenario", input.scenario.name],
  ["Scenario hash (SHA-256)", input.scenario.hash],
  ["Seeds", `${seedRange(input.seeds)} (${counted(input.seeds.length, "run")})`],
  ["Engine version", engineOf(input)],
  ["Made with", builtWith],
  ["Run digest", input.digest],
  ["Reproduce", input.reproduce],
];

const runLine = (input: ReportInput): string =>
  ` (${shortHash(input)}), ${counted(input.seeds.length, "run")}, seeds ${seedRange(input.seeds, 6)}, ` +
  `engine ${engineOf(input)}, run digest ${input.digest}.`;

const SOURCE = "Source: caremarket simulation, not observed data. Scenario ";

/** One line under every saved chart. */
export const sourceLine = (input: ReportInput): string => SOURCE + input.scenario.name + runLine(input);

/** The same line under every chart on the page, the name set apart. */
export const sourceMarkup = (input: ReportInput): Markup =>
  html`${SOURCE}${named(input.scenario.name)}${runLine(input)}`;

/** What the bands are and are not; the same words wherever they are shown. */
export const BANDS =
  "Bands and ranges show run-to-run variation only: what differs between runs of one scenario by chance. " +
  "They hold no doubt about the assumptions, about the structure of the model or about the data behind it, " +
  "so the true uncertainty is wider.";

export const ONE_RUN = "One run only: no range can be given, and none is drawn.";

/** Below this many runs a range moves noticeably when more are added. */
export const ENOUGH_RUNS = 20;

export const fewRuns = (runs: number): string =>
  `Only ${counted(runs, "run")}: ranges are rough below ${ENOUGH_RUNS} runs, and the 5% and 95% ends most of all.`;
