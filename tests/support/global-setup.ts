/** Once before all tests: see that the browser tests have a browser, and say so if they have not. */
import { findChromium, installChromium, NO_CHROMIUM } from "./chromium.ts";

export function setup(): void {
  if (findChromium() !== undefined) return;
  // Only the whole test command installs things; a single test run by hand changes nothing on the machine.
  if (process.env["CAREMARKET_INSTALL"] === "1" && process.env["CHROMIUM_PATH"] === undefined) {
    console.log("Chromium is missing: trying apt-get install chromium ...");
    if (installChromium()) return;
  }
  console.log(NO_CHROMIUM);
}
