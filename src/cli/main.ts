#!/usr/bin/env node
/** Where the process starts. */
import { engineWorker } from "../node/engine-worker.ts";
import { main } from "./process.ts";

await main(process.argv.slice(2), engineWorker());
