/** The browser of the browser tests: a Chromium that is already on the machine, or one that the system can install. */
import type { Browser } from "playwright-core";
import { findBinary, installBinary, type SystemBinary } from "./system-binary.ts";

const CHROMIUM: SystemBinary = {
  variable: "CHROMIUM_PATH",
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  debian: "chromium",
};

export const NO_CHROMIUM =
  "No Chromium found: install it (Debian or Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH to its binary.";

/** Where Chromium is: CHROMIUM_PATH if set, otherwise the first usual name on the PATH. */
export const findChromium = (): string | undefined => findBinary(CHROMIUM);

/** Where Chromium is, or an error that says in one line how to get it. A browser test without it fails, never skips. */
export function requireChromium(): string {
  const path = findChromium();
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return path;
}

/** Installs Debian's package, where it may; answers whether Chromium is there afterwards. */
export const installChromium = (): boolean => installBinary(CHROMIUM);

/** A headless Chromium that asks nothing of the network by itself. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = requireChromium();
  // Loaded here, so that finding Chromium before the tests does not load the driver.
  const { chromium } = await import("playwright-core");
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet] });
}
