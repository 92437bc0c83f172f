/**
 * Which code made a result: the package version and a hash of the engine.
 *
 * The build writes the hash into the emitted file; run from the sources, the engine says so instead, and its results are
 * never taken for those of a built one.
 */
export const engineVersion: string = "0.1.0+source";

/** Packages that engine and report are made with, at the versions built with; written by the build. */
export const builtWith: string = "packages as installed";
