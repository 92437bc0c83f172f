/** The scenarios, councils and sweeps that are shipped, as texts by name. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../scenarios");
const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name.replace(".yaml", ""), readFileSync(join(folder, name), "utf8")]),
  );

export const SCENARIOS = textsIn(FOLDER);
export const COUNCILS = textsIn(join(FOLDER, "councils"));
export const SWEEPS = textsIn(join(FOLDER, "sweeps"));
