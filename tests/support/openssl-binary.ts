/** Where OpenSSL's command is: tests of encrypted connections make their certificates with it, and throw them away. */
import { findBinary, installBinary, type SystemBinary } from "./system-binary.ts";

const OPENSSL: SystemBinary = { variable: "OPENSSL_PATH", names: ["openssl"], debian: "openssl" };

export const NO_OPENSSL =
  "No openssl found: install it (Debian or Ubuntu: sudo apt-get install openssl) or set OPENSSL_PATH to its binary.";

/** Where the program is: OPENSSL_PATH if set, otherwise the first on the PATH. */
export const findOpenssl = (): string | undefined => findBinary(OPENSSL);

/** Installs Debian's package, where it may; answers whether the program is there afterwards. */
export const installOpenssl = (): boolean => installBinary(OPENSSL);
