/** How results are cited: what made them, which they are, and the digest by which anybody can check them. */
import { seedsText } from "../seeds.ts";

/** As CITATION.cff has it. */
export const SOFTWARE = Object.freeze({
  name: "caremarket",
  authors: "caremarket contributors",
  /** The day on which this version was released. */
  released: "2026-11-22",
  license: "Apache-2.0",
});

/** What results are, whether of one scenario or of a sweep. */
export interface Cited {
  readonly kind: "run" | "sweep";
  readonly name: string;
  readonly title: string;
  /** Of the scenario, or of the sweep's design. */
  readonly hash: string;
  readonly engineVersion: string;
  readonly seeds: readonly string[];
  readonly digest: string;
}

/** One line of plain text. */
export function citationOf({ kind, name, title, hash, engineVersion, seeds, digest }: Cited): string {
  const [version] = engineVersion.split("+");
  const what = title === "" ? name : title;
  const which = `${kind === "sweep" ? "sweep" : "scenario"} ${name} (${hash.slice(0, 8)}), seeds ${seedsText(seeds)}`;
  return (
    `${SOFTWARE.authors} (${SOFTWARE.released.slice(0, 4)}). ${SOFTWARE.name} ${version} [software]. ` +
    `Results: ${what}; ${which}, engine ${engineVersion}, digest ${digest}.`
  );
}
