/** What the page may do: run its one script, use its one style, draw pictures from its own data. Nothing else. */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** RFC 4648, with padding. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const word = (bytes[index] << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(word >> shift) & 63]);
    const used = Math.min(4, bytes.length - index + 1);
    text += letters.slice(0, used).join("").padEnd(4, "=");
  }
  return text;
}

const hashSource = (text: string): string => `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;

/** The content-security policy of a page with exactly this script and this style. */
export const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(style)}`,
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
