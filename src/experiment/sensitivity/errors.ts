/** How an analysis refuses what it cannot be made from. */

/** What was asked cannot be worked out from these runs; `message` says why and what would do. */
export class SensitivityError extends RangeError {
  override readonly name = "SensitivityError";
}

/** @throws SensitivityError where there is not one output for each row. */
export function refuseLengths(what: string, found: number, wanted: number): void {
  if (found === wanted) return;
  throw new SensitivityError(`${what}: ${found} are given; there are ${wanted} rows`);
}
