/** The arms of the patterns, read from scenarios/ and resolved, once each; the built engine must be there. */
import { readdirSync, readFileSync } from "node:fs";
import { lookupAmong, resolveOrThrow } from "../../dist/simulation/index.js";

const FOLDER = new URL("../../scenarios/", import.meta.url);
const textsIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name.replace(".yaml", ""), readFileSync(new URL(name, folder), "utf8")]),
  );

export function armsFrom(set = []) {
  const texts = textsIn(FOLDER);
  const lookup = lookupAmong(texts, textsIn(new URL("councils/", FOLDER)));
  const known = new Map();
  return (name) => {
    if (!known.has(name)) {
      const { scenario } = resolveOrThrow({ entry: { name: `${name}.yaml`, text: texts[name] }, lookup, set });
      known.set(name, scenario);
    }
    return known.get(name);
  };
}
