/** Names with wildcards, which the shells of Windows hand on as they are. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Each name as it is, and in place of one with * or ? all that it stands for, in order; as it is where that is nothing. */
export const expanded = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const found = /[*?]/.test(basename(name)) && !existsSync(name) ? matching(name) : [];
    return found.length === 0 ? [name] : found;
  });

function matching(name: string): string[] {
  const letters = basename(name).replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(`^${letters.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
  try {
    const there = readdirSync(dirname(name)).filter((each) => pattern.test(each) && !each.startsWith("."));
    return there.sort().map((each) => join(dirname(name), each));
  } catch {
    return [];
  }
}
