/** Where a Redis server is: one that is already on the machine, or one that the system can install. */
import { findBinary, installBinary, type SystemBinary } from "./system-binary.ts";

const REDIS: SystemBinary = { variable: "REDIS_SERVER_PATH", names: ["redis-server"], debian: "redis-server" };

export const NO_REDIS =
  "No redis-server found: install it (Debian or Ubuntu: sudo apt-get install redis-server) or set REDIS_SERVER_PATH to its binary.";

/** Where the server is: REDIS_SERVER_PATH if set, otherwise the first on the PATH. */
export const findRedis = (): string | undefined => findBinary(REDIS);

/** Installs Debian's package, where it may; answers whether the server is there afterwards. */
export const installRedis = (): boolean => installBinary(REDIS);
