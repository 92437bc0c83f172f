/** A program that tests need beside Node: one that is already on the machine, or one that the system can install. */
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface SystemBinary {
  /** Environment variable that names it; where it is set, nothing else is looked for. */
  readonly variable: string;
  /** What it may be called. */
  readonly names: readonly string[];
  /** Debian's package. */
  readonly debian: string;
}

/** Where the program is: the one that the variable names, otherwise the first on the PATH. */
export function findBinary({ variable, names }: SystemBinary): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : undefined;
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's package, which takes root and apt-get; answers whether the program is there afterwards. */
export function installBinary(binary: SystemBinary): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const words of [["update"], ["install", "-y", binary.debian]]) {
      execFileSync("apt-get", ["-qq", ...words], { env: environment, stdio: "ignore", timeout: 600_000 });
    }
  } catch {
    return false;
  }
  return findBinary(binary) !== undefined;
}
