/** Where a Redis server is: one that is already on the machine, or one that the system can install. */
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export const NO_REDIS =
  "No redis-server found: install it (Debian or Ubuntu: sudo apt-get install redis-server) or set REDIS_SERVER_PATH to its binary.";

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the server is: REDIS_SERVER_PATH if set, otherwise the first on the PATH. */
export function findRedis(): string | undefined {
  const named = process.env["REDIS_SERVER_PATH"];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : undefined;
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  return folders.map((folder) => join(folder, "redis-server")).find(isExecutable);
}

/** Installs Debian's package, which takes root and apt-get; answers whether the server is there afterwards. */
export function installRedis(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const words of [["update"], ["install", "-y", "redis-server"]]) {
      execFileSync("apt-get", ["-qq", ...words], { env: environment, stdio: "ignore", timeout: 600_000 });
    }
  } catch {
    return false;
  }
  return findRedis() !== undefined;
}
