/** Seeds are names of luck: 7 and "7" are one seed; 1-20 means twenty of them, and so does a count of 20. */
import { hiddenAt } from "./characters.ts";
import type { Report } from "./problem.ts";
import type { Located } from "./read.ts";

/** More than anybody runs at once; a slip of the keyboard in a range ends here. */
export const MOST_SEEDS = 10_000;

const SEED = /^[A-Za-z0-9._-]{1,64}$/;
const RANGE = /^(\d{1,16})-(\d{1,16})$/;

/**
 * What a range looks like where a slip of the keyboard broke it: digits at the start with a hyphen, two dots or "to"
 * after them, or digits that a hyphen or dots go before. A name that begins with a letter is never one.
 */
const BROKEN_RANGE = /^(?:\d+(?:-|\.\.|to)|[-.]+\d)/i;

const isName = (text: string): boolean => SEED.test(text) && !BROKEN_RANGE.test(text);

export const isSeed = isName;

const ALLOWED_NUMBER = `a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`;
const ALLOWED_TEXT = "1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20";

/** The seeds that a value of a file means, each once, in the order given. Says what is wrong with any of them. */
export function seedsOf(value: Located, report: Report): readonly string[] {
  const { content } = value;
  if (content instanceof Map) return counted(value, content as ReadonlyMap<string, Located>, report);
  const isList = Array.isArray(content);
  const items: readonly Located[] = isList ? content : [value];
  if (items.length === 0) {
    report.add(value.at, "seeds", "names no seed", { found: "an empty list", allowed: ALLOWED_TEXT });
  }
  const seeds = new Set<string>();
  let given = 0;
  for (const [index, item] of items.entries()) {
    const path = isList ? `seeds.${index}` : "seeds";
    for (const seed of item.isBad ? [] : oneOrRange(item, path, report)) {
      given++;
      seeds.add(seed);
    }
    if (given <= MOST_SEEDS) continue;
    report.add(item.at, path, "asks for too many seeds", { kind: "refused", allowed: `${MOST_SEEDS} seeds` });
    break;
  }
  if (seeds.size < given) {
    report.add(value.at, "seeds", `a seed given more than once runs once: ${seeds.size} seeds`, { kind: "warning" });
  }
  return [...seeds];
}

/** `{ count: 20 }`: seeds 1 to 20. */
function counted({ at, shown }: Located, keys: ReadonlyMap<string, Located>, report: Report): readonly string[] {
  const allowed = `a whole number from 1 to ${MOST_SEEDS}, as in { count: 20 } for 1-20`;
  const count = keys.get("count");
  for (const [key, { keyAt }] of keys) {
    if (key !== "count") report.add(keyAt, `seeds.${key}`, "is not a key of seeds", { found: key, allowed: "count" });
  }
  if (count === undefined) {
    report.add(at, "seeds.count", "is missing", { found: shown, allowed });
    return [];
  }
  if (count.isBad) return [];
  const { content, at: countAt, shown: found } = count;
  if (typeof content !== "number" || !Number.isSafeInteger(content) || content < 1) {
    report.add(countAt, "seeds.count", "is not a number of seeds", { found, allowed });
    return [];
  }
  if (content > MOST_SEEDS) {
    const seeds = `${MOST_SEEDS} seeds`;
    report.add(countAt, "seeds.count", "asks for too many seeds", { kind: "refused", found, allowed: seeds });
    return [];
  }
  return Array.from({ length: content }, (_, index) => String(index + 1));
}

/** Whoever writes 5 in a file may mean five seeds; it is one. On a command line it stands beside `--seed`. */
export function warnOfOneSeed({ content, at, shown }: Located, report: Report): void {
  if (typeof content !== "number" || !Number.isSafeInteger(content) || content < 2) return;
  report.add(at, "seeds", `is the one seed ${shown}, not ${shown} seeds`, {
    kind: "warning",
    suggestion: `write 1-${shown} for ${shown} seeds, or [${shown}] for this one`,
  });
}

function oneOrRange(item: Located, path: string, report: Report): readonly string[] {
  const { content, at, shown: found } = item;
  if (typeof content === "number") {
    if (Number.isSafeInteger(content) && content >= 1) return [String(content)];
    report.add(at, path, "is not a seed", { found, allowed: ALLOWED_NUMBER });
    return [];
  }
  if (typeof content !== "string") {
    report.add(at, path, "must be a seed, a range or a list of them", { found, allowed: ALLOWED_TEXT });
    return [];
  }
  const range = RANGE.exec(content);
  if (range !== null) return seedsInRange(item, Number(range[1]), Number(range[2]), path, report);
  if (isName(content)) return [content];
  if (SEED.test(content)) {
    const suggestion = rewriteSeed(content) || "write a range such as 1-20, or a name that begins with a letter";
    report.add(at, path, "is not a whole range", { found, allowed: ALLOWED_TEXT, suggestion });
    return [];
  }
  report.add(at, path, "is not a seed", { found, allowed: ALLOWED_TEXT, suggestion: rewriteSeed(content) });
  return [];
}

function seedsInRange(item: Located, first: number, last: number, path: string, report: Report): readonly string[] {
  const { at, shown: found } = item;
  const allowed = "a range such as 1-20";
  if (first < 1 || !Number.isSafeInteger(last)) {
    report.add(at, path, "is not a range of seeds", { found, allowed: `${ALLOWED_NUMBER} on both sides` });
  } else if (first > last) {
    report.add(at, path, "is a range that ends before it begins", {
      found,
      allowed,
      suggestion: `write ${last}-${first}`,
    });
  } else if (last - first >= MOST_SEEDS) {
    const asked = `${last - first + 1} seeds`;
    report.add(at, path, "asks for too many seeds", { kind: "refused", found: asked, allowed: `${MOST_SEEDS} seeds` });
  } else return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return [];
}

/** Ranges as people write them elsewhere: 1..20, 1 to 20, 1:20, 1–20; and commas where a list is meant. */
function rewriteSeed(text: string): string {
  if (text.length > 64) return "";
  const range = /^\s*(\d+)\s*(?:\.\.+|to|:|-+|\u2013|\u2014|\u2212)\s*(\d+)[\s.-]*$/i.exec(text);
  if (range !== null) return `write ${range[1]}-${range[2]}`;
  if (text.includes(",") && hiddenAt(text) === -1) {
    return `write [${text.split(/\s*,\s*/).join(", ")}]`;
  }
  const name = text.trim().replace(/[^A-Za-z0-9._-]+/g, "-");
  return name === text || !isSeed(name) || name === "-" ? "" : `write ${name}`;
}
