/** A published page of a run reproduces if its runs give their digest again, and they give the page its bytes. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engineVersion } from "../simulation/engine-version.ts";
import { attempt } from "./file-errors.ts";
import { Failure } from "./failure.ts";
import { legend } from "./legend.ts";
import type { PublishedPage } from "./published-page.ts";
import { checkEngine, differs, type Reproduced, type ReproduceRequest } from "./reproduce.ts";
import { runSeeds } from "./run-seeds.ts";
import { scratchFolder } from "./store/scratch.ts";
import { discard } from "./store/folder.ts";
import { cellsInFolder } from "./store/cells.ts";
import { type Described, fill } from "./store/write.ts";

export interface ReproducePageRequest extends Omit<ReproduceRequest, "folder"> {
  readonly page: PublishedPage;
  /** The runs that its line names, as they are found here; their scenario has the page's hash. */
  readonly described: Described;
}

/** Returns only if all is identical; otherwise fails with kind "damaged" and what differs. */
export async function reproducePage(request: ReproducePageRequest): Promise<Reproduced> {
  const { page, described, anyEngine, pool, signal, progress } = request;
  const { path } = page;
  checkEngine(path, page, anyEngine);
  const scratch = scratchFolder("reproduce");
  try {
    const cells = cellsInFolder(join(scratch, "runs"), "reproduce");
    const { scenario, seeds } = described;
    const options = { checks: "basic", timings: false } as const;
    const [failed] = await runSeeds({ scenario, seeds, options, pool, signal, progress }, cells);
    if (signal.aborted) {
      throw new Failure("interrupted", "Interrupted.", ["Nothing was changed. Start again when you like."]);
    }
    if (failed !== undefined) throw differs(path, `seed ${failed.seed}`, `does not run: ${String(failed.error)}`);
    const again = join(scratch, "again");
    attempt("create", again, () => mkdirSync(again));
    const made = { ...described, engineVersion: page.engineVersion };
    const { digest } = await fill(again, { described: made, legend, runOf: (seed) => cells.get(seed) });
    if (digest !== page.digest) {
      throw differs(path, "its runs", `they have digest ${page.digest} there and ${digest} here`);
    }
    const isSamePage = readFileSync(join(again, "report.html"), "utf8") === page.text;
    if (!isSamePage && page.engineVersion === engineVersion) {
      throw differs(path, "the page", "its runs come out the same, and the page with other bytes", [
        "It was changed after it was drawn, or drawn by another version of caremarket.",
      ]);
    }
    return { folder: path, engineVersion, seeds: seeds.length, digest, files: isSamePage ? [path] : [] };
  } finally {
    discard(scratch);
  }
}
