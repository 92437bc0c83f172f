/** The tables of docs/testing.md: every law, when it applies, and the bugs that it has been seen to catch. */
import { directionalLaws, type Law, metamorphicLaws, plantedBugs, weeklyLaws } from "../../testing/index.ts";
import { filled, table } from "../../report/documents/markdown.ts";

function lawsTable(laws: readonly Law[]): string {
  const bugs = plantedBugs();
  const rows = laws.map(({ id, statement, situations }) => {
    const caught = bugs.filter(({ law }) => law === id).map(({ name }) => name);
    return [id, statement, situationsText(situations), caught.join("; ")];
  });
  return table(["", "law", "counted, so that it cannot pass by never applying", "planted bugs that it catches"], rows);
}

/** The page with its three tables filled in anew. */
export function withLaws(page: string): string {
  const weekly = filled(page, "weekly-laws", lawsTable(weeklyLaws));
  const metamorphic = filled(weekly, "metamorphic-laws", lawsTable(metamorphicLaws));
  return filled(metamorphic, "directional-laws", lawsTable(directionalLaws));
}

/** Names, or how many where nobody would read them all. */
const situationsText = (situations: readonly string[]): string =>
  situations.length > MOST_NAMED ? `${situations.length} of them, one by one` : situations.join("; ");
const MOST_NAMED = 8;
