/** The figures that parameters, facts and scenarios name, each with its source. */
import type { Evidence } from "./evidence.ts";
import { e1 } from "./e1.ts";
import { e2 } from "./e2.ts";
import { e3 } from "./e3.ts";
import { e4 } from "./e4.ts";
import { e5 } from "./e5.ts";
import { e6 } from "./e6.ts";
import { e7 } from "./e7.ts";
import { e8 } from "./e8.ts";

export type { Evidence } from "./evidence.ts";

/** In order of their ids. */
export const evidence: readonly Evidence[] = [...e1, ...e2, ...e3, ...e4, ...e5, ...e6, ...e7, ...e8];

/** Ids that a text names, ranges such as "E2-003 to E2-006" spelled out. */
export function idsIn(text: string): readonly string[] {
  const named = new Set(text.match(/E\d-\d{3}/gu) ?? []);
  for (const [, topic, from, to] of text.matchAll(/(E\d)-(\d{3})\s*(?:to|…|–)\s*(?:E\d-)?(\d{3})/gu)) {
    for (let number = Number(from); number <= Number(to); number++) {
      named.add(`${topic}-${String(number).padStart(3, "0")}`);
    }
  }
  return [...named].filter((id) => BY_ID.has(id)).sort();
}

const BY_ID: ReadonlyMap<string, Evidence> = new Map(evidence.map((each) => [each.id, each]));

/** The figure of an id; undefined where there is none. */
export const evidenceOf = (id: string): Evidence | undefined => BY_ID.get(id);
