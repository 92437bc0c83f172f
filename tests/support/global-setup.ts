/** Once before all tests: see that those that need a browser or a Redis server have one, and say so if they have not. */
import { findChromium, installChromium, NO_CHROMIUM } from "./chromium.ts";
import { findRedis, installRedis, NO_REDIS } from "./redis-binary.ts";

interface Needed {
  readonly name: string;
  readonly find: () => string | undefined;
  readonly install: () => boolean;
  /** Names the binary where it lies elsewhere. */
  readonly variable: string;
  readonly missing: string;
}

const NEEDED: readonly Needed[] = [
  {
    name: "chromium",
    find: findChromium,
    install: installChromium,
    variable: "CHROMIUM_PATH",
    missing: NO_CHROMIUM,
  },
  { name: "redis-server", find: findRedis, install: installRedis, variable: "REDIS_SERVER_PATH", missing: NO_REDIS },
];

export function setup(): void {
  for (const { name, find, install, variable, missing } of NEEDED) {
    if (find() !== undefined) continue;
    // Only the whole test command installs things; a single test run by hand changes nothing on the machine.
    if (process.env["CAREMARKET_INSTALL"] === "1" && process.env[variable] === undefined) {
      console.log(`${name} is missing: trying apt-get install ${name} ...`);
      if (install()) continue;
    }
    console.log(missing);
  }
}
