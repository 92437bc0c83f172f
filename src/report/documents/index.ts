/** The documents that are written from the code, by path under `docs`. */
import { PHASES } from "../../model/week/index.ts";
import { assumptionsPage, evidencePage } from "./assumptions.ts";
import { filled, table } from "./markdown.ts";
import { measuresPage } from "./measures.ts";
import { parametersPage } from "./parameters.ts";
import type { Effect } from "./sensitivity.ts";

/** The order of a week, from the list that the engine runs. */
const schedule = (): string =>
  table(
    ["#", "phase", "what happens", "left out, this moves"],
    PHASES.map(({ name, sentence, moves }, index) => [String(index + 1), `\`${name}\``, sentence, `\`${moves}\``]),
  );

/** Whole pages, from the code and the effects of the sweep of assumptions. */
export const pages: Readonly<Record<string, (effects: readonly Effect[]) => string>> = Object.freeze({
  "parameters.md": parametersPage,
  "measures.md": measuresPage,
  "assumptions.md": assumptionsPage,
  "evidence.md": evidencePage,
});

/** The description of the model with its generated parts filled in anew. */
export const withSchedule = (model: string): string => filled(model, "schedule", schedule());
