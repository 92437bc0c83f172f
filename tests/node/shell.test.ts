/** Lines that people copy: they hold in the shells of Windows, and read back as what they were made of. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { quotedFor, shellWord, wordsOf } from "../../src/node/shell.ts";

describe("a word of a line", () => {
  it.each([
    ["baseline", "baseline", "baseline"],
    ["wages.floor@2016-04-04=8", "wages.floor@2016-04-04=8", "wages.floor@2016-04-04=8"],
    ["", '""', '""'],
    ["my council.yaml", '"my council.yaml"', '"my council.yaml"'],
    ["it's", `"it's"`, `"it's"`],
    ["output\\tiny-1a2b3c4d", "'output\\tiny-1a2b3c4d'", "output\\tiny-1a2b3c4d"],
    ["C:\\Users\\A B\\x", "'C:\\Users\\A B\\x'", '"C:\\Users\\A B\\x"'],
    ['£5 for "all"', `'£5 for "all"'`, `'£5 for "all"'`],
    ["a $HOME `x` it's!", String.raw`'a $HOME ${"`x`"} it'\''s!'`, '"a $HOME `x` it\'s!"'],
  ])("%s stands as %s, in Windows as %s", (word, posix, windows) => {
    expect([quotedFor(word, false), quotedFor(word, true)]).toEqual([posix, windows]);
    expect(wordsOf(`caremarket run ${posix} -q`)).toEqual(["caremarket", "run", word, "-q"]);
  });

  it.skipIf(process.platform === "win32")("is what a POSIX shell makes of it", () => {
    const words = ["a b", "it's", "$HOME", "`x`", "a\\b", 'say "so"', "é*?[1]", "#", "a;b", "!x", ""];
    const line = `printf '<%s>' ${words.map(shellWord).join(" ")}`;
    expect(spawnSync("sh", ["-c", line], { encoding: "utf8" }).stdout).toBe(words.map((word) => `<${word}>`).join(""));
  });
});
