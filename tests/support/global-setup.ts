/** Once before all tests: see that programs that some of them need are there, and say so where one is not. */
import { findChromium, installChromium, NO_CHROMIUM } from "./chromium.ts";
import { findFirefox, installFirefox, NO_FIREFOX } from "./firefox.ts";
import { findOpenssl, installOpenssl, NO_OPENSSL } from "./openssl-binary.ts";
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
  { name: "firefox-esr", find: findFirefox, install: installFirefox, variable: "FIREFOX_PATH", missing: NO_FIREFOX },
  { name: "redis-server", find: findRedis, install: installRedis, variable: "REDIS_SERVER_PATH", missing: NO_REDIS },
  { name: "openssl", find: findOpenssl, install: installOpenssl, variable: "OPENSSL_PATH", missing: NO_OPENSSL },
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
