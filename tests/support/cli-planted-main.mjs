/** The built command line with the worker that has planted faults. */
import { main } from "../../dist/cli/process.js";

await main(process.argv.slice(2), new URL("cli-planted-worker.mjs", import.meta.url));
