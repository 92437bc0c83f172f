/** Once before all tests: what they run is built, and programs that some of them need are looked for. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
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

/** Brings the build up to date with the sources, which takes a moment where it is so already. */
function build(): void {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { status } = spawnSync(process.execPath, [compiler, "-b"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("Tests run what is built, and the sources do not compile: see above.");
}

export function setup(): void {
  build();
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
