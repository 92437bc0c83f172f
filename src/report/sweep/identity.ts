/** Which sweep or comparison this is: the lines that its page, its pictures and its files carry. */
import { drawStrip, drawWhich, shortened, type StripEntry } from "../page/strip.ts";
import { builtWith } from "../../simulation/engine-version.ts";
import { html, named, slugOf, type Markup } from "../markup.ts";
import { counted, seedRange } from "../wording.ts";
import type { ArmsInput } from "./input.ts";

/** The reservation that stands wherever an interval does. */
export const VARIATION_ONLY =
  "Intervals show run-to-run variation only, not a forecast: how sure these seeds make us of the model’s own answer. " +
  "They hold no doubt about the assumptions, about the structure of the model or about the data behind it.";

const engineOf = ({ engineVersion, commit }: ArmsInput): string =>
  commit === undefined ? engineVersion : `${engineVersion}, commit ${commit}`;

/** Both scenario hashes of a comparison, the hash of a sweep's design. */
const hashesOf = (input: ArmsInput): readonly (readonly [name: string, hash: string])[] =>
  input.kind === "sweep"
    ? [["Design hash (SHA-256)", input.hash]]
    : input.results.arms.map((arm, index) => [
        `${index === input.results.reference ? "Reference" : "Compared"} scenario hash (SHA-256)`,
        arm.scenarioHash,
      ]);

const sourceOf = (input: ArmsInput): readonly [string, string] =>
  input.kind === "sweep" ? ["Sweep", input.results.name] : ["Compared", input.sources.join(" and ")];

export const shortHash = (input: ArmsInput): string =>
  slugOf(input.kind === "sweep" ? input.hash : input.digest).slice(0, 8);

/** `name_picture_hash8`: letters, digits and hyphens whatever the sweep is called. */
export const fileName = (input: ArmsInput, picture: string): string =>
  `${slugOf(input.results.name)}_${slugOf(picture)}_${shortHash(input)}`;

/** The bare facts, as name and text. */
export const identityOf = (input: ArmsInput): readonly (readonly [string, string])[] => [
  sourceOf(input),
  ...hashesOf(input),
  ["Arms", String(input.results.arms.length)],
  ["Seeds", `${seedRange(input.results.seeds)} (${counted(input.results.seeds.length, "seed")})`],
  ["Engine version", engineOf(input)],
  ["Made with", builtWith],
  ["Digest of all runs", input.digest],
  ["Reproduce", input.reproduce],
];

const runLine = (input: ArmsInput): string =>
  ` (${shortHash(input)}), ${counted(input.results.arms.length, "arm")} over ${counted(input.results.seeds.length, "seed")} ` +
  `(${seedRange(input.results.seeds, 6)}), engine ${engineOf(input)}, digest ${input.digest}.`;

const sourceStart = (input: ArmsInput): string =>
  `Source: caremarket simulation, not observed data. ${input.kind === "sweep" ? "Sweep" : "Comparison"} `;

/** One line under every saved picture. */
export const sourceLine = (input: ArmsInput): string => sourceStart(input) + input.results.name + runLine(input);

/** The same line on the page, the name set apart. */
export const sourceMarkup = (input: ArmsInput): Markup =>
  html`${sourceStart(input)}${named(input.results.name)}${runLine(input)}`;

/** What was run, in full. */
export function drawIdentity(input: ArmsInput): Markup {
  const [source, name] = sourceOf(input);
  const { seeds, arms } = input.results;
  return drawStrip("Which runs these are", [
    [source, named(name)],
    ["Arms", html`${arms.length}`],
    ["Seeds", html`${seedRange(seeds)} <span class="quiet">(${counted(seeds.length, "seed")})</span>`],
    ["Engine", html`${engineOf(input)}`],
    ...hashesOf(input).map(([label, hash]): StripEntry => [
      label.replace(" (SHA-256)", ""),
      html`<code>${hash}</code>`,
    ]),
    ["Digest of all runs", html`<code>${input.digest}</code>`],
  ]);
}

/** The same in one line, and the line that runs it again. */
export function drawRuns(input: ArmsInput): Markup {
  const { seeds, arms } = input.results;
  const hashes = hashesOf(input).map(([, hash], index) => html`${index > 0 && " and "}${shortened(hash)}`);
  return drawWhich(
    [
      html`${named(sourceOf(input)[1])} ${hashes}`,
      html`${counted(arms.length, "arm")}, seeds ${seedRange(seeds, 6)} (${counted(seeds.length, "seed")})`,
      html`engine ${engineOf(input)}`,
      html`digest ${shortened(input.digest)}`,
    ],
    input.reproduce,
  );
}
