/** Whether a module of the build is what the process was started with. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** True of the module at the address; whatever links lead there, as junctions do in Windows. */
export const isStarted = (address: string, started = process.argv[1] ?? ""): boolean =>
  started !== "" && realpathSync(started) === realpathSync(fileURLToPath(address));
