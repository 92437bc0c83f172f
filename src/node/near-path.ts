/** Paths below a folder, and paths as messages show them. */
import { isAbsolute, relative, sep } from "node:path";

/** The way from the folder to the path, empty for the folder itself; undefined where the path does not lie in it. */
export function pathWithin(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return isAbsolute(way) || way.split(sep)[0] === ".." ? undefined : way;
}

/** The path from where the command was given; as it is where it does not lie below. */
export function nearPath(path: string): string {
  const way = pathWithin(".", path);
  return way === "" ? "." : (way ?? path);
}
