/** A replay bundle reproduces if every run that it names comes out with the digest that stands there. */
import { engineVersion } from "../../simulation/engine-version.ts";
import { checkEngine, differs, inDeclaredOrder } from "../reproduce.ts";
import { firstOtherwise, keyedSample, refuseNothing, type Rerun } from "../rerun.ts";
import { keptOf } from "../sweep/cells-of.ts";
import type { ReproducedRuns, ReproduceSweepRequest } from "../sweep/reproduce-sweep.ts";
import { type BundleArm, type BundleRun, runName } from "./format.ts";
import { readBundle } from "./read.ts";

/** Returns only if all is identical; otherwise fails with kind "damaged" and the first item that differs. */
export async function reproduceBundle(request: ReproduceSweepRequest): Promise<ReproducedRuns> {
  const { folder: path, anyEngine, sample } = request;
  const { about, scenario, arms, runs } = readBundle(path);
  checkEngine(path, about, anyEngine);
  const made = runs.filter(({ digest }) => digest !== undefined);
  refuseNothing(path, made);
  const chosen = sample === undefined ? made : keyedSample(made, sample, about.digest, runName);
  const armOf = new Map(arms.map((arm) => [arm.index, arm]));
  const kept = about.kind === "sweep" ? keptOf(about) : { weekly: [], people: false };
  const known = (run: BundleRun): BundleArm => {
    const arm = armOf.get(run.arm);
    if (arm === undefined) throw new Error(`there is no arm ${run.arm}`);
    return arm;
  };
  const reruns = chosen.map((run): Rerun => {
    const values = { ...scenario.values, ...known(run).changes };
    return {
      scenario: inDeclaredOrder({ ...scenario, values }),
      seed: run.seed,
      kept,
      differs: ({ digest, content, peopleMark }) => {
        if (digest !== run.digest) return `it has digest ${run.digest} there and ${digest} here`;
        if (about.engineVersion !== engineVersion) return undefined;
        if (run.content !== undefined && content !== run.content) {
          return `its figures have checksum ${run.content} there and ${content} here`;
        }
        const isSame = run.people === undefined || run.people === peopleMark;
        return isSame ? undefined : `its people have checksum ${run.people} there and ${peopleMark} here`;
      },
    };
  });
  const otherwise = await firstOtherwise({ ...request, runs: reruns });
  if (otherwise !== undefined) {
    const run = chosen[otherwise.place];
    throw differs(path, runName(run), otherwise.how, [`That arm is: ${known(run).label}`], { ...run });
  }
  const { digest } = about;
  const failed = runs.length - made.length;
  return { folder: path, engineVersion, runs: chosen.length, of: made.length, failed, digest, files: [] };
}
