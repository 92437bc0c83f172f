/** Equal values have equal texts: keys in code-unit order, no blanks, whole and finite numbers only. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ResolvedScenario } from "./resolved.ts";

/**
 * The one text of a value made of plain objects, arrays, texts, numbers, booleans and null. A member that is undefined
 * is left out; minus zero is zero. Throws a TypeError for a number that is not finite and for anything else.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical text`);
    return JSON.stringify(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`a ${typeof value} has no canonical text`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  // Keys of one object differ, so code-unit order is total.
  members.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}

/** SHA-256 of what a scenario does, 64 hexadecimal digits: not of its name and texts, and not of its seeds. */
export function hashScenario({ format, start, weeks, burnInWeeks, values }: ResolvedScenario): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ format, start, weeks, burnInWeeks, values }))));
}
