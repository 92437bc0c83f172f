/** Who was hit when a provider left or gave notice, in sentences. */
import { counted } from "./amounts.ts";
import type { Followed, Hit } from "./explanation.ts";

const of = (all: readonly Followed[], outcome: Followed["outcome"]): readonly Followed[] =>
  all.filter((each) => each.outcome === outcome);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
};

const people = (count: number): string => counted(count, "person", "people");

/** "12 within the week, the others after 3 weeks in the middle case and 7 at the longest". */
function waits(found: readonly Followed[]): string {
  const weeks = found.map(({ without }) => without);
  const longest = Math.max(0, ...weeks);
  const gapless = found.length === 1 ? "without a week in between" : "none of them went without care for a week";
  if (longest === 0) return gapless;
  const waited = weeks.filter((each) => each > 0);
  const middle = counted(median(waited), "week");
  if (found.length === 1) return `after ${middle} without care`;
  const who = waited.length === found.length ? "all of them" : people(waited.length);
  const long =
    median(waited) === longest ? middle : `${middle} in the middle case and ${counted(longest, "week")} at the longest`;
  return `${who} went without care for ${long}`;
}

function peopleSentences(all: readonly Followed[], lead: string): string[] {
  if (all.length === 0) return [];
  const [placed, own] = [of(all, "new provider"), of(all, "own way")];
  const [left, waiting] = [of(all, "left care"), of(all, "still waiting")];
  const sentences = [`${people(all.length)} ${lead}.`];
  const found = [...placed, ...own];
  if (found.length > 0) {
    const providers = new Set(placed.map(({ to }) => to)).size;
    const where = providers > 0 ? ` with ${counted(providers, "other provider")}` : "";
    sentences.push(
      `${people(found.length)} found care again${where}${found.length === 1 ? "," : ":"} ${waits(found)}.`,
    );
  }
  if (left.length > 0) {
    sentences.push(`${people(left.length)} died or left care before anybody was found.`);
  }
  if (waiting.length > 0) sentences.push(`${people(waiting.length)} had found nobody when the run ended.`);
  return sentences;
}

function workerSentences(all: readonly Followed[]): string[] {
  if (all.length === 0) return [];
  const [moved, found] = [of(all, "taken on"), of(all, "new care job")];
  const [left, waiting] = [of(all, "left care"), of(all, "still waiting")];
  const parts = [
    moved.length > 0 ? `${moved.length} went on at once with other providers near by` : "",
    found.length > 0
      ? `${found.length} found another care job after ${counted(median(found.map(({ weeks }) => weeks)), "week")} in the middle case`
      : "",
    left.length > 0 ? `${left.length} left care work` : "",
    waiting.length > 0 ? `${waiting.length} still looked for a job when the run ended` : "",
  ].filter((part) => part !== "");
  return [`Of ${counted(all.length, "care worker")}, ${listed(parts)}.`];
}

/** "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;

/** Clients lost when it left, clients given notice, and workers. */
export function hitOf(lost: readonly Followed[], noticed: readonly Followed[], workers: readonly Followed[]): Hit {
  return {
    sentences: [
      ...peopleSentences(noticed, noticed.length === 1 ? "was given notice" : "were given notice"),
      ...peopleSentences(lost, "lost their provider when it left"),
      ...workerSentences(workers),
    ],
    people: [...noticed, ...lost],
    workers: [...workers],
  };
}
