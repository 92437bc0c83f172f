/** The browser of the browser tests: a Chromium that is already on the machine, or one that the system can install. */
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] as const;

export const NO_CHROMIUM =
  "No Chromium found: install it (Debian or Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH to its binary.";

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Chromium is: CHROMIUM_PATH if set, otherwise the first usual name on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : undefined;
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin"];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Where Chromium is, or an error that says in one line how to get it. A browser test without it fails, never skips. */
export function requireChromium(): string {
  const path = findChromium();
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return path;
}

/** Installs Debian's package, which takes root and apt-get; answers whether Chromium is there afterwards. */
export function installChromium(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const words of [["update"], ["install", "-y", "chromium"]]) {
      execFileSync("apt-get", ["-qq", ...words], { env: environment, stdio: "ignore", timeout: 600_000 });
    }
  } catch {
    return false;
  }
  return findChromium() !== undefined;
}

/** A headless Chromium that asks nothing of the network by itself. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = requireChromium();
  // Loaded here, so that finding Chromium before the tests does not load the driver.
  const { chromium } = await import("playwright-core");
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet] });
}
