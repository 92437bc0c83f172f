/** The stories of docs/explain.md are what the built command prints: run again and put in their places. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A place on the page: the line that makes the story, and the block that holds it. */
const PLACE = /(<!-- caremarket explain (.+?) -->\n\n```text\n)[\s\S]*?(```\n)/g;

/** The page with every story told anew by `tell`, which is given the words after "explain". */
export const withStories = (page: string, tell: (words: readonly string[]) => string): string =>
  page.replace(PLACE, (_, head: string, line: string, foot: string) => `${head}${tell(line.split(" "))}${foot}`);

/** Tells with the command line built at a root. Throws what it said where it could not. */
export function tellWith(root: string): (words: readonly string[]) => string {
  return (words) => {
    const command = [join(root, "dist/bin/caremarket.js"), "explain", ...words, "--quiet"];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`caremarket explain ${words.join(" ")}: ${stderr}`);
    return stdout;
  };
}
