/** What lies in a folder, but for what programs of the desktop leave in any folder that somebody looks into. */
import { readdirSync } from "node:fs";
import { attempt } from "../file-errors.ts";

/** Of Finder, Explorer and the file manager of KDE; "._name" is what macOS keeps beside a file on a foreign disk. */
const OF_THE_DESKTOP = /^(\._.*|\.DS_Store|\.localized|\.directory|Icon\r|Thumbs\.db|desktop\.ini)$/i;

/** Names in a folder that somebody or we have put there, in order. */
export const namesIn = (folder: string): string[] =>
  attempt("read", folder, () => readdirSync(folder))
    .filter((name) => !OF_THE_DESKTOP.test(name))
    .sort();
