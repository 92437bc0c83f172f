/** Which version this is, as people and scripts ask for it. */
import { engineVersion } from "../simulation/engine-version.ts";

export const VERSION = `caremarket ${engineVersion.split("+")[0]} (engine ${engineVersion})`;
