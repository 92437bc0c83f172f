/** Limits as people type them: "2GiB", "500MB", "90s", "10m", "12h". */
import type { Limits } from "../node/estimate.ts";
import { Failure } from "../node/failure.ts";

/** Options of the commands that refuse what is over a limit. */
export const LIMITS = {
  "limit-memory": {
    type: "string",
    default: "2GiB",
    requiresArg: true,
    describe: "Refuse a run whose workers would need more",
  },
  "limit-time": { type: "string", default: "24h", requiresArg: true, describe: "Refuse a run that would take longer" },
} as const;

/** What those options allow. */
export const limitsOf = (given: Readonly<Record<keyof typeof LIMITS, string>>): Limits => ({
  workerBytes: parse("--limit-memory", given["limit-memory"], BYTES, "500MB or 2GiB"),
  seconds: parse("--limit-time", given["limit-time"], SECONDS, "90s, 10m or 12h"),
});

const BYTES: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

/** One of those limits alone: bytes for memory, seconds for time. */
export const parseLimit = (option: `--limit-${"idle" | "memory" | "run"}`, text: string): number =>
  option === "--limit-memory"
    ? parse(option, text, BYTES, "500MB or 2GiB")
    : parse(option, text, SECONDS, "90s, 10m or 12h");

function parse(option: string, text: string, units: Readonly<Record<string, number>>, such: string): number {
  const parts = /^(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)$/i.exec(text.trim());
  const unit = units[parts?.[2].toLowerCase() ?? ""];
  if (parts !== null && unit !== undefined && Number(parts[1]) > 0) return Number(parts[1]) * unit;
  throw new Failure("invalid", `${option} "${text}" is not a limit`, [
    `Write a number with its unit, such as ${such}.`,
  ]);
}
