/** Where the module lies that a worker thread loads to run the engine. */

/** Only the emitted module can be loaded by a thread: from the sources there is none. */
export const engineWorker = (): URL => new URL("worker.js", import.meta.url);
