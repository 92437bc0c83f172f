/** The second browser: a Firefox that is already on the machine, or one that the system can install. */
import type { Browser } from "puppeteer-core";
import { findBinary, installBinary, type SystemBinary } from "./system-binary.ts";

const FIREFOX: SystemBinary = {
  variable: "FIREFOX_PATH",
  names: ["firefox-esr", "firefox"],
  debian: "firefox-esr",
};

export const NO_FIREFOX =
  "No Firefox found: install it (Debian: sudo apt-get install firefox-esr) or set FIREFOX_PATH to its binary.";

/** Where Firefox is: FIREFOX_PATH if set, otherwise the first usual name on the PATH. */
export const findFirefox = (): string | undefined => findBinary(FIREFOX);

/** Installs Debian's package, where it may; answers whether Firefox is there afterwards. */
export const installFirefox = (): boolean => installBinary(FIREFOX);

/** A headless Firefox with a profile of its own, or an error that says in one line how to get one. Close it when done. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(NO_FIREFOX);
  // Loaded here, so that finding Firefox before the tests does not load the driver.
  const { launch } = await import("puppeteer-core");
  return launch({ browser: "firefox", executablePath, headless: true });
}
